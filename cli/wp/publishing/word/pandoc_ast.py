"""Pandoc's document model (pandoc-types 1.23) in JSON: the pieces that the Word writer is made of.

Text only ever becomes a `Str`, which is text and nothing else in every format pandoc writes.
"""

import re
from collections.abc import Sequence
from typing import Any

from wp.reading.nodes import Node

Json = dict[str, Any]

PLAIN: list[Any] = ["", [], []]

_SPACING = re.compile("[\r\n\x0b\x0c\x85\u2028\u2029]+")
_EMPHASES = {"emphasis": "Emph", "strong": "Strong", "strikethrough": "Strikeout"}
_SIDES = {"left": "AlignLeft", "right": "AlignRight", "center": "AlignCenter"}


def text(characters: str) -> Json:
    """Return text; signs of a new line in it become a space."""
    return {"t": "Str", "c": _SPACING.sub(" ", characters)}


def code(characters: str) -> Json:
    """Return code within a line."""
    return {"t": "Code", "c": [PLAIN, _SPACING.sub(" ", characters)]}


def span(bookmark: str, inside: list[Json]) -> Json:
    """Return inlines that links can point to by `bookmark`."""
    return {"t": "Span", "c": [[bookmark, [], []], inside]}


def formatted(node: Node, inside: list[Json]) -> list[Json]:
    """Return inlines as the node around them wants them: emphasized, or in another language."""
    if node.kind == "language":
        return [{"t": "Span", "c": [["", [], [["lang", node.attrs["lang"]]]], inside]}]
    name = _EMPHASES.get(node.kind)
    return [{"t": name, "c": inside}] if name else inside


def paragraph(inside: list[Json]) -> Json:
    """Return a paragraph, which takes the style of the `styled` blocks around it."""
    return {"t": "Para", "c": inside}


def plain(inside: list[Json]) -> Json:
    """Return the text of a tight list item, which always has pandoc's own style Compact."""
    return {"t": "Plain", "c": inside}


def styled(style: str, blocks: list[Json]) -> Json:
    """Return blocks whose paragraphs have one of the reference file's styles."""
    return {"t": "Div", "c": [["", [], [["custom-style", style]]], blocks]}


def raw(xml: str) -> Json:
    """Return blocks that stand in WordprocessingML already."""
    return {"t": "RawBlock", "c": ["openxml", xml]}


def raw_inline(xml: str) -> Json:
    """Return runs that stand in WordprocessingML already."""
    return {"t": "RawInline", "c": ["openxml", xml]}


def cell(style: str, blocks: list[Json]) -> list[Any]:
    """Return a cell of a table."""
    return [PLAIN, {"t": "AlignDefault"}, 1, 1, [styled(style, blocks)]]


def table(
    style: str,
    caption: list[Json],
    columns: Sequence[tuple[str, float]],
    head: list[list[Any]],
    rows: list[list[list[Any]]],
) -> Json:
    """Return a table of `cell`s. `columns` holds each column's side and its part of the width.

    `style` is the id of the table's style, not its name: pandoc looks up no names of tables.
    `head` is the row that heads the columns, empty when there is none.
    """
    specification = [
        [{"t": _SIDES.get(side, "AlignDefault")}, {"t": "ColWidth", "c": width}]
        for side, width in columns
    ]
    return {
        "t": "Table",
        "c": [
            ["", [], [["custom-style", style]]],
            [None, [plain(caption)] if caption else []],
            specification,
            [PLAIN, [[PLAIN, head]] if head else []],
            [[PLAIN, 0, [], [[PLAIN, row] for row in rows]]],
            [PLAIN, []],
        ],
    }
