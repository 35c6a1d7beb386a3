"""The sizes of headings for the document at hand, where the reference file has those it came with.

A programme's chapters are set large; a one-pager or minutes alone are a page or two, and so are
their headings, as in the PDF. A title that is very long is set so small that the cover holds it.
What the secretariat has chosen in Word stays as it is. Sizes are in half points, spaces in
twentieths of a point, as Word counts them.
"""

from typing import NamedTuple

from wp.publishing.word.dom import Element, child, elements, every, give, number, value


class _Look(NamedTuple):
    """A style's size, and the space before and after."""

    size: int
    before: int
    after: int


# As `reference.docx` comes, and what they are in a document without a cover.
_SMALL = {
    "Heading1": (_Look(48, 240, 240), _Look(40, 0, 160)),
    "Heading2": (_Look(32, 360, 120), _Look(24, 200, 60)),
    "Heading3": (_Look(26, 240, 80), _Look(21, 140, 40)),
}
_TITLE = 68
# Up to so many characters a title has that size.
_TITLES = ((110, _TITLE), (240, 48), (480, 36), (960, 28))
_LONGEST_TITLE = 20

# A running head is one line; the whole title stands on the cover.
LONGEST_HEAD = 90


def scale(styles: Element, title: str, has_cover: bool) -> None:
    """Set the headings' and the title's sizes for a document."""
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
