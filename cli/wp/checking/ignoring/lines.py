"""The lines of a block of Markdown, or of the section that a heading begins."""

from wp.reading.document import Document
from wp.reading.nodes import Node

Lines = tuple[int, int]
"""The first and the last line of a stretch, from 1."""

NO_LINES: Lines = (1, 0)
Position = tuple[tuple[Node, ...], int]
"""A block, by the blocks that it stands among and its number."""


def lines_of(document: Document, position: Position | None) -> Lines:
    """Return the lines of a block; of a heading, those to the next of its level or a higher one."""
    if position is None:
        return NO_LINES
    siblings, at = position
    span = document.node_span(siblings[at])
    if siblings[at].kind != "heading":
        return span.line, max(span.line, span.end_line)
    level = siblings[at].attrs["level"]
    for other in siblings[at + 1 :]:
        if other.kind == "heading" and other.attrs["level"] <= level:
            return span.line, document.node_span(other).line - 1
    if siblings is document.body.children:
        return span.line, document.source.text.count("\n") + 1
    return span.line, document.node_span(siblings[-1]).end_line
