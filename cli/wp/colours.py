"""Colours: how well one is read on another, and the palette that comes of one accent colour.

Everything that shows a colour takes it from here: the frames of PDF and HTML, the pictures, and the
Word file, whose shipped styles are repainted.
"""

import re
from collections.abc import Callable
from colorsys import hls_to_rgb, rgb_to_hls
from dataclasses import asdict, dataclass
from functools import partial

ACCENT = "#1F4E5F"
"""The accent colour of a council that has chosen none, and of the shipped styles and pictures."""

LEAST_CONTRAST = 4.5
"""Between text and its ground (WCAG 2.1, success criterion 1.4.3, level AA)."""

INK, WHITE = "#1A1A1A", "#FFFFFF"
_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")
_EASY = 7.0  # the contrast on a dark screen, where the light palette has it too
_STEP = 0.005  # of lightness, from 0 to 1
_LINEAR = 0.04045  # up to here sRGB is linear (IEC 61966-2-1)


@dataclass(frozen=True, slots=True)
class Palette:
    """The colours of a document as `#RRGGBB`, those that begin `dark` for a dark screen.

    `accent` is for headings, links and fields of colour, `tint` for the ground of panels and the
    heads of tables, `rule` for lines, `ink` for text, `muted` for what is less important; `paper`
    is the ground of all and of the text on `cover`.
    """

    accent: str
    tint: str
    rule: str
    ink: str
    muted: str
    paper: str
    dark_accent: str
    dark_tint: str
    dark_rule: str
    dark_ink: str
    dark_muted: str
    dark_paper: str
    dark_cover: str

    @property
    def light(self) -> tuple[str, ...]:
        """The colours of print, in the order of the fields."""
        return (self.accent, self.tint, self.rule, self.ink, self.muted, self.paper)

    def as_dict(self) -> dict[str, str]:
        """Return the colours by name."""
        return asdict(self)


def is_colour(text: str) -> bool:
    """Say whether a text is a colour as `#RRGGBB`."""
    return _COLOUR.fullmatch(text) is not None


def palette_of(accent: str) -> Palette:
    """Return the palette of an accent colour; of the usual one for what is no colour.

    The others have its hue, each in its own lightness and part of the accent's saturation. Text in
    the accent colour is as well read on the tint, and on dark, as the law asks, if it is on white.
    """
    accent = (accent if is_colour(accent) else ACCENT).upper()
    hue, _, saturation = rgb_to_hls(*_parts(accent))

    def shade(part: float, lightness: float) -> str:
        made = hls_to_rgb(hue, lightness, min(1.0, part * saturation))
        return "#" + "".join(f"{round(value * 255):02X}" for value in made)

    tint = _moved(partial(shade, 0.54), 0.935, 1.0, accent, LEAST_CONTRAST)
    dark_tint = shade(0.55, 0.147)
    return Palette(
        accent=accent,
        tint=tint,
        rule=shade(0.41, 0.773),
        ink=INK,
        muted=shade(0.25, 0.333),
        paper=WHITE,
        dark_accent=_moved(partial(shade, 0.93), 0.736, 1.0, dark_tint, _EASY),
        dark_tint=dark_tint,
        dark_rule=shade(0.43, 0.314),
        dark_ink=shade(0.32, 0.916),
        dark_muted=_moved(partial(shade, 0.32), 0.709, 1.0, dark_tint, _EASY),
        dark_paper=shade(0.45, 0.086),
        dark_cover=_moved(partial(shade, 1.08), 0.2, 0.0, WHITE, _EASY),
    )


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours, from 1 to 21 (WCAG 2.1, "contrast ratio")."""
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def repainted(text: str, palette: Palette) -> str:
    """Return a drawing or a style sheet with the usual palette's colours changed to another's.

    A colour is found where it stands alone as a value, with or without its "#"; any other colour
    stays, such as one that a council has chosen itself.
    """
    pairs = zip(USUAL.light, palette.light, strict=True)
    changed = {old[1:]: new[1:] for old, new in pairs if old != new}
    if not changed:
        return text
    value = re.compile(rf'(?<==")(#?)({"|".join(changed)})(?=")')
    return value.sub(lambda found: found[1] + changed[found[2]], text)


def _moved(
    shade: Callable[[float], str], start: float, end: float, against: str, least: float
) -> str:
    """Return the first shade from one lightness towards another with so much contrast."""
    steps = round(abs(end - start) / _STEP)
    shades = (shade(start + (end - start) * step / steps) for step in range(steps + 1))
    return next((made for made in shades if contrast(made, against) >= least), shade(end))


def _luminance(colour: str) -> float:
    """Return the relative luminance (WCAG 2.1)."""
    red, green, blue = (
        part / 12.92 if part <= _LINEAR else ((part + 0.055) / 1.055) ** 2.4
        for part in _parts(colour)
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _parts(colour: str) -> tuple[float, float, float]:
    """Return red, green and blue from 0 to 1."""
    red, green, blue = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    return red, green, blue


USUAL = palette_of(ACCENT)
"""The palette of the shipped styles, and the one that pictures are drawn in."""
