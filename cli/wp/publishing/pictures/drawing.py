"""Drawings in SVG: a few shapes, and text that is measured before it is set.

Text stays text. Its faces are named from the best to the most common, and it is measured by the
widest of them, so that it fits whichever a reader has.
"""

import re
import unicodedata
from collections.abc import Sequence
from xml.sax.saxutils import escape

from wp.colours import USUAL

# A council's own colours take the place of these when the drawing is finished.
ACCENT, TINT, RULE, INK, MUTED, WHITE = USUAL.light

_FACES = "'Libertinus Serif','Source Sans 3',sans-serif"
# A PDF/A must be able to show every sign, and nobody can put in a face afterwards. So text keeps
# what the first face has for certain; another sign becomes the one for a lost character, and marks
# that make no letter with the one before are left out. This also keeps to what XML can hold.
_DROPPED = re.compile("[\u00ad\u0300-\u036f\u0483-\u0489\u200b-\u200f\u2060\ufe00-\ufe0f\ufeff]")
_CONTROLS = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029]")
_UNSURE = re.compile("[^ -~\u00a0-\u04ff–—‐‑‘’“”„…•€™‰′″←→↑↓−×≤≥≠\u2009\u202f]")

# Widths in thousandths of the size, of Helvetica and the faces made to its measure.
_WIDTHS = {
    character: width
    for width, characters in {
        222: "ijl'",
        278: " !,./:;\\[]It\u00a0f",
        333: "()-r`",
        400: '"*',
        500: "Jcksvxyz",
        556: "#$0123456789?L_abdeghnopqu–",
        611: "FTZ",
        667: "&ABEKPSVXY",
        722: "CDHNRUw",
        778: "GOQØ",
        833: "Mm",
        889: "æ%",
        944: "W",
        1000: "Æ@…—",
    }.items()
    for character in characters
}
_OTHER, _FULL = 611, 1000
_WIDER, _BOLDER = 1.12, 1.07  # the widest usual face (DejaVu Sans), and bold against regular


class Drawing:
    """Collects shapes on a white ground, in the order in which they cover one another."""

    def __init__(self, width: int) -> None:
        self.width = width
        self._parts: list[str] = []

    def rectangle(
        self, x: float, y: float, width: float, height: float, fill: str, radius: float = 0
    ) -> None:
        """Draw a filled rectangle."""
        corner = f' rx="{_number(radius)}"' if radius else ""
        self._parts.append(
            f'<rect x="{_number(x)}" y="{_number(y)}" width="{_number(width)}"'
            f' height="{_number(height)}"{corner} fill="{fill}"/>'
        )

    def line(
        self,
        x1: float,
        y1: float,
        x2: float,
        y2: float,
        stroke: str,
        width: float,
        dash: str = "",
    ) -> None:
        """Draw a line, dashed when `dash` gives the lengths of strokes and gaps."""
        dashes = f' stroke-dasharray="{dash}"' if dash else ""
        self._parts.append(
            f'<line x1="{_number(x1)}" y1="{_number(y1)}" x2="{_number(x2)}" y2="{_number(y2)}"'
            f' stroke="{stroke}" stroke-width="{_number(width)}"{dashes}/>'
        )

    def curve(
        self, points: Sequence[tuple[float, float]], stroke: str, width: float, dash: str = ""
    ) -> None:
        """Draw a line from the left to the right that leaves and meets each point level."""
        (x, y), *rest = points
        way = f"M{_number(x)} {_number(y)}"
        for to_x, to_y in rest:
            middle = _number((x + to_x) / 2)
            bend = f"{middle} {_number(y)} {middle} {_number(to_y)} "
            way += f"C{bend}{_number(to_x)} {_number(to_y)}"
            x, y = to_x, to_y
        dashes = f' stroke-dasharray="{dash}"' if dash else ""
        self._parts.append(
            f'<path d="{way}" fill="none" stroke="{stroke}"'
            f' stroke-width="{_number(width)}"{dashes}/>'
        )

    def triangle(
        self, a: tuple[float, float], b: tuple[float, float], c: tuple[float, float], fill: str
    ) -> None:
        """Draw a filled triangle."""
        corners = " ".join(f"{_number(x)},{_number(y)}" for x, y in (a, b, c))
        self._parts.append(f'<polygon points="{corners}" fill="{fill}"/>')

    def circle(self, x: float, y: float, radius: float, fill: str) -> None:
        """Draw a filled circle."""
        self._parts.append(
            f'<circle cx="{_number(x)}" cy="{_number(y)}" r="{_number(radius)}" fill="{fill}"/>'
        )

    def text(
        self,
        x: float,
        y: float,
        text: str,
        size: float,
        fill: str = INK,
        bold: bool = False,
        middle: bool = False,
    ) -> None:
        """Set one line of text, centred on the height `y`; `middle` centres it on `x` too."""
        weight = ' font-weight="bold"' if bold else ""
        anchor = ' text-anchor="middle"' if middle else ""
        shown = escape(_sure(text))
        self._parts.append(
            f'<text x="{_number(x)}" y="{_number(y + size * 0.33)}" font-size="{_number(size)}"'
            f' fill="{fill}"{weight}{anchor}>{shown}</text>'
        )

    def svg(self, title: str, height: float) -> bytes:
        """Return the whole drawing as a file, so many units high."""
        size = f'width="{self.width}" height="{_number(height)}"'
        view = f'viewBox="0 0 {self.width} {_number(height)}"'
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" {size} {view} role="img"'
            f' font-family="{_FACES}">\n<title>{escape(_sure(title))}</title>\n'
            f'<rect {size} fill="{WHITE}"/>\n' + "\n".join(self._parts) + "\n</svg>\n"
        ).encode()


def measure(text: str, size: float, bold: bool = False) -> float:
    """Return how wide a line of text is at most."""
    # taken apart, an accented letter is its base and a mark that adds no width
    width = sum(map(_thousandths, unicodedata.normalize("NFD", text)))
    return width / 1000 * size * _WIDER * (_BOLDER if bold else 1)


def fit(text: str, size: float, width: float, lines: int = 1, bold: bool = False) -> list[str]:
    """Break a text into so many lines at most; what doesn't fit is cut off with "…"."""
    broken: list[str] = []
    rest = [word for word in _sure(text).split(" ") if word]
    while rest and len(broken) < lines - 1:
        taken = 1
        while taken < len(rest) and measure(" ".join(rest[: taken + 1]), size, bold) <= width:
            taken += 1
        broken.append(_cut(" ".join(rest[:taken]), size, width, bold))
        rest = rest[taken:]
    if rest or not broken:
        broken.append(_cut(" ".join(rest), size, width, bold))
    return broken


def _sure(text: str) -> str:
    """Return a text in signs that can be shown; a control character is a space."""
    text = _CONTROLS.sub(" ", _DROPPED.sub("", unicodedata.normalize("NFC", text)))
    return _UNSURE.sub("\ufffd", text)


def _cut(text: str, size: float, width: float, bold: bool) -> str:
    """Shorten a line from its end until it fits."""
    if measure(text, size, bold) <= width:
        return text
    kept = text
    while kept and measure(f"{kept}…", size, bold) > width:
        kept = kept[:-1]
    return f"{kept.rstrip(' ,.;:–-')}…"


def _thousandths(character: str) -> int:
    if character in _WIDTHS:
        return _WIDTHS[character]
    if unicodedata.combining(character):
        return 0
    return _FULL if unicodedata.east_asian_width(character) in "WF" else _OTHER


def _number(value: float) -> str:
    """Write a length with a tenth at most."""
    return f"{value:.1f}".removesuffix(".0")
