"""The sizes and margins of the document at hand, where the reference file has those it came with.

A programme's chapters are set large; a one-pager or minutes alone are a page or two, and so are
their headings, as in the PDF. A title that is very long is set so small that the cover's band holds
it, and as low as it goes there. What the secretariat has chosen in Word stays as it is. Sizes are
in half points, spaces in twentieths of a point, as Word counts them.
"""

from typing import NamedTuple

from wp.publishing.pictures.drawing import fit
from wp.publishing.word.dom import Element, child, elements, every, give, number, value


class _Look(NamedTuple):
    """A style's size, and the space before and after."""

    size: int
    before: int
    after: int


# As `reference.docx` comes, and what they are in a document without a cover.
_SMALL = {
    "Heading1": (_Look(48, 240, 240), _Look(40, 0, 100)),
    "Heading2": (_Look(32, 360, 120), _Look(24, 120, 30)),
    "Heading3": (_Look(26, 240, 80), _Look(21, 120, 20)),
}
# The space above and below the logo, likewise.
_LOGO, _SMALL_LOGO = (480, 200), (0, 40)
# And the margins of its page, A4, as in the PDF: 18 mm above, 17 below, 22 at the sides.
_MARGINS = {
    "top": (1361, 1020),
    "bottom": (1247, 964),
    "left": (1417, 1247),
    "right": (1417, 1247),
    "header": (737, 510),
    "footer": (737, 510),
}
_PAGE = (11906, 16838)
_TITLE = 68
# Up to so many characters a title has that size.
_TITLES = ((110, _TITLE), (240, 48), (480, 36), (960, 28))
_LONGEST_TITLE = 20

# Where the last line of the title ends, below the upper margin: 16 mm above the end of the band,
# which is 132 mm high.
_TITLE_ENDS = round((132 - 24 - 16) / 25.4 * 1440)
# The title's lines are told by the width between the margins and the part that the face's bold cut
# takes of what a text measures at most; a line more or fewer still leaves the rest off the band.
# A line is so many sizes high.
_LINE_WIDTH, _PART, _LINE = 9071, 0.93, 1.14
_MOST_LINES = 60
_COVER_STYLES = ("CoverState", "Title")

# A running head is one line; the whole title stands on the cover.
LONGEST_HEAD = 90


def scale(styles: Element, title: str, state: str, has_cover: bool) -> None:
    """Set the headings' and the title's sizes for a document, and the title's place on its cover.

    `state` is the word above the title that marks a draft, or "".
    """
    for style in every(styles, "w:style"):
        ident = value(style, "w:styleId")
        if ident == "Title" and has_cover:
            _resize(style, _TITLE, next((s for n, s in _TITLES if len(title) <= n), _LONGEST_TITLE))
        elif ident in _SMALL and not has_cover:
            shipped, small = _SMALL[ident]
            space = child(style, "w:pPr", "w:spacing")
            given = number(space, "w:before"), number(space, "w:after")
            resized = _resize(style, shipped.size, small.size)
            if resized and space is not None and given == shipped[1:]:
                give(space, "w:before", small.before)
                give(space, "w:after", small.after)
        elif ident == "Logo" and not has_cover:
            space = child(style, "w:pPr", "w:spacing")
            if space is not None and (number(space, "w:before"), number(space, "w:after")) == _LOGO:
                give(space, "w:before", _SMALL_LOGO[0])
                give(space, "w:after", _SMALL_LOGO[1])
    if has_cover:
        _lower(styles, title, state)


def _lower(styles: Element, title: str, state: str) -> None:
    """Give what stands first on the cover the space above it that brings the title to its place."""
    by_id = {value(style, "w:styleId"): style for style in every(styles, "w:style")}
    shown = {"CoverState": state, "Title": title}
    found = [(by_id[name], shown[name]) for name in _COVER_STYLES if name in by_id and shown[name]]
    spaces = [child(style, "w:pPr", "w:spacing") for style, _ in found]
    if not found or any(number(space, "w:before") for space in spaces):
        return  # somebody has chosen a place
    height = sum(number(space, "w:after") for space in spaces[:-1])
    for style, text in found:
        size = number(child(style, "w:rPr", "w:sz"), "w:val") * 10
        lines = fit(text, size, _LINE_WIDTH / _PART, _MOST_LINES)
        height += round(len(lines) * size * _LINE)
    if spaces[0] is not None:
        give(spaces[0], "w:before", max(_TITLE_ENDS - height, 0))


def narrow_margins(section: Element) -> None:
    """Give the page of a document without a cover its margins, where nobody has chosen others."""
    size, margins = child(section, "w:pgSz"), child(section, "w:pgMar")
    page = number(size, "w:w"), number(size, "w:h")
    given = [number(margins, f"w:{side}") for side in _MARGINS]
    shipped = [width for width, _ in _MARGINS.values()]
    if margins is not None and page == _PAGE and given == shipped:
        for side, (_, small) in _MARGINS.items():
            give(margins, f"w:{side}", small)


def head_of(title: str) -> str:
    """Return a title as a running head: what is too long for one line ends in "…"."""
    if len(title) <= LONGEST_HEAD:
        return title
    kept = title[:LONGEST_HEAD].rsplit(" ", 1)[0]
    return f"{kept.rstrip(' ,.;:–-')}…"


def _resize(style: Element, shipped: int, size: int) -> bool:
    """Give a style a size if it has the one it came with; say whether it had."""
    look = child(style, "w:rPr")
    if number(child(look, "w:sz"), "w:val") != shipped:
        return False
    for item in elements(look, "w:sz", "w:szCs"):
        give(item, "w:val", size)
    return True
