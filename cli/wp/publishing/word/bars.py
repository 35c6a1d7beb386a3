"""The bar at the left of notices and quotations, held straight where a list stands in one.

Word draws a paragraph's border at the paragraph's own indent, which a list moves. So a list's
paragraphs get the indent they need, and their border as much more space as that moved it.
"""

from copy import deepcopy
from dataclasses import dataclass

from wp.publishing.word.dom import (
    BLOCKS,
    Element,
    child,
    element,
    elements,
    every,
    give,
    number,
    remove,
    set_property,
    style_of,
    value,
)
from wp.publishing.word.fit import LIST_STEP

# The ids of the styles with a bar.
BARRED = ("Notice", "BlockText")

# Pandoc's list for paragraphs that go on with an item, and so have no number.
UNNUMBERED = "1000"

# Word draws a border at most so many points from its text (ECMA-376-1, 17.3.4).
FARTHEST = 31


@dataclass(frozen=True, slots=True)
class _Bar:
    """A style's left border, or none, and its left indent in twentieths of a point."""

    border: Element | None
    indent: int


def align_bars(body: Element, styles: Element) -> None:
    """Indent the lists in notices and quotations, and hold the bars beside them straight."""
    bars = {style: _bar(styles, style) for style in BARRED}
    in_list = False
    blocks = elements(body, *BLOCKS)
    for block, following in zip(blocks, [*blocks[1:], None], strict=True):
        bar = bars.get(style_of(block))
        numbering = child(block, "w:pPr", "w:numPr")
        if bar is None or numbering is None:
            in_list = False
        else:
            listed = value(child(numbering, "w:numId")) != UNNUMBERED
            in_list = in_list or listed
            level = number(child(numbering, "w:ilvl"), "w:val")
            _indent(block, bar, level, listed, in_list)
            if not listed:
                remove(numbering)
        if bar and following is not None and style_of(following) == style_of(block):
            also = child(following, "w:pPr", "w:numPr")
            if numbering is not None or also is not None:
                # Between paragraphs that differ in indent, space would be a gap in the bar.
                set_property(block, element("w:spacing", after=0))


def _indent(paragraph: Element, bar: _Bar, level: int, listed: bool, in_list: bool) -> None:
    """Indent a paragraph in a list. A quotation in a list keeps its bar beside it."""
    left = bar.indent + (level + 1) * LIST_STEP
    first = {"hanging": LIST_STEP} if listed else {"firstLine": 0}
    set_property(paragraph, element("w:ind", left=left, **first))
    if bar.border is not None and in_list:
        moved = (level if listed else level + 1) * LIST_STEP // 20
        border = deepcopy(bar.border)
        give(border, "w:space", min(number(border, "w:space") + moved, FARTHEST))
        frame = element("w:pBdr")
        frame.append(border)
        set_property(paragraph, frame)


def _bar(styles: Element, style: str) -> _Bar:
    for item in every(styles, "w:style"):
        if value(item, "w:styleId") == style:
            look = child(item, "w:pPr")
            return _Bar(child(look, "w:pBdr", "w:left"), number(child(look, "w:ind"), "w:left"))
    return _Bar(None, 0)
