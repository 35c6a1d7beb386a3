"""Tables and panels of facts for Word: their styles, columns and heading cells."""

import re
from collections.abc import Callable, Iterable
from math import sqrt
from typing import Any

from wp.publishing.word import pandoc_ast as ast
from wp.publishing.word.markup import FACT_LABEL, FACTS_TABLE, MATRIX_TABLE, ROW_HEAD
from wp.publishing.word.outline import shown_text
from wp.reading.nodes import Node

Inlines = Callable[[Iterable[Node]], list[ast.Json]]
Blocks = Callable[[list[Node]], list[ast.Json]]

# Where a line of text may end. A no-break space isn't among them.
_BREAK = re.compile("[ \t\u2010\u2013/-]+")

# A column whose texts are all this short is as wide as the longest; the others share the rest.
SHORT = 22
# A column gets room for its longest word, up to this many characters.
LONGEST_WORD = 30
# The space at a cell's sides, in characters.
PADDING = 2.5
# Of a text that wraps, more than this makes a column no wider.
LONGEST_TEXT = 400


def table(node: Node, inlines: Inlines, line: int, caption: list[ast.Json]) -> ast.Json:
    """Return a table. `line` is how many characters fit on a line between the margins."""
    row_headers = node.attrs.get("row_headers", False)
    matrix = "matrix" in node.attrs.get("classes", ())
    head, *rows = ([inlines(cell.children) for cell in row.children] for row in node.children)
    sides = [
        "center" if matrix and place and side == "none" else side
        for place, side in enumerate(node.attrs["alignments"])
    ]
    return ast.table(
        style=MATRIX_TABLE if matrix else "Table",
        caption=caption,
        columns=list(zip(sides, _widths(node, matrix, line), strict=True)),
        head=[ast.cell("Table Head", [ast.paragraph(cell)]) for cell in head],
        rows=[
            [
                ast.cell(
                    ROW_HEAD if row_headers and not place else "Table Text", [ast.paragraph(cell)]
                )
                for place, cell in enumerate(row)
            ]
            for row in rows
        ],
    )


def facts(node: Node, inlines: Inlines, blocks: Blocks) -> ast.Json:
    """Return a list of facts as a panel: a table whose first column heads the rows."""
    return ast.table(
        style=FACTS_TABLE,
        caption=[],
        columns=[("left", 0.26), ("left", 0.74)],
        head=[],
        rows=[_fact(item, inlines, blocks) for item in node.children],
    )


def _fact(item: Node, inlines: Inlines, blocks: Blocks) -> list[list[Any]]:
    """Return an item's leading `strong` as the label, the rest as its value."""
    first, *rest = item.children or (Node("plain", 0, 0),)
    if first.kind not in ("plain", "paragraph"):
        first, rest = Node("plain", 0, 0), [first, *rest]
    value = list(first.children)
    label = value.pop(0).children if value and value[0].kind == "strong" else ()
    if label and value and value[0].kind == "text":
        begin = value[0]
        value[0] = Node("text", begin.start, begin.end, text=begin.text.lstrip(" :"))
    shown = [ast.paragraph(inlines(value))] if value or not rest else []
    return [
        ast.cell(FACT_LABEL, [ast.paragraph(inlines(label))]),
        ast.cell("Table Text", [*shown, *blocks(rest)]),
    ]


def _widths(node: Node, matrix: bool, line: int) -> list[float]:
    """Return each column's part of the table's width, with room for its longest word."""
    given = node.attrs.get("widths", ())
    columns = [
        [shown_text(cell) for cell in column]
        for column in zip(*(row.children for row in node.children), strict=True)
    ]
    if len(given) == len(columns) and all(width > 0 for width in given):
        wanted = list(given)
    else:
        wanted = _by_matrix(columns, line) if matrix else _by_text(columns, line)
    words = [max(map(_longest_word, column)) for column in columns]
    needed = [min(word + PADDING, LONGEST_WORD) / line for word in words]
    return _with_room([width / sum(wanted) for width in wanted], needed)


def _by_matrix(columns: list[list[str]], line: int) -> list[float]:
    """Give the first column what it needs, at most half, and the others equal parts of the rest."""
    if len(columns) == 1:
        return [1]
    first = min(max(len(text) for text in columns[0]) + PADDING, line // 2)
    return [first, *[(line - first) / (len(columns) - 1)] * (len(columns) - 1)]


def _by_text(columns: list[list[str]], line: int) -> list[float]:
    """Give columns of short texts what they need, and the others the rest, by their texts."""
    lengths = [max(map(len, column)) for column in columns]
    if all(length <= SHORT for length in lengths):
        return [1] * len(columns)
    short = [length + PADDING if length <= SHORT else 0 for length in lengths]
    shares = [
        0 if own else sqrt(min(length, LONGEST_TEXT))
        for own, length in zip(short, lengths, strict=True)
    ]
    rest = max(line - sum(short), line / 2) / sum(shares)
    return [own or share * rest for own, share in zip(short, shares, strict=True)]


def _with_room(parts: list[float], needed: list[float]) -> list[float]:
    """Widen each column to what it needs, at the cost of those with room to spare.

    Where there is too little room for all, each gets its part of it.
    """
    lacking = sum(max(need - part, 0) for part, need in zip(parts, needed, strict=True))
    spare = sum(max(part - need, 0) for part, need in zip(parts, needed, strict=True))
    if lacking > spare:
        return [need / sum(needed) for need in needed]
    kept = 1 - lacking / spare if spare else 1
    return [
        need + (part - need) * kept if part > need else need
        for part, need in zip(parts, needed, strict=True)
    ]


def _longest_word(text: str) -> int:
    """Return the length of the longest piece of a text that Word sets on one line."""
    return max(map(len, _BREAK.split(text)))
