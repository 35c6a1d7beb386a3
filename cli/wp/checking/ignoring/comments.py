"""The comments of a file that may make exceptions, each with the lines that it counts for.

`wp.checking.rules.suppressions` tells which lines those are; comments in code, and `#` in a text,
are none.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from wp.checking.ignoring.fields import Fields
from wp.checking.ignoring.grammar import HINT, is_candidate
from wp.checking.ignoring.lines import Lines, Position, lines_of
from wp.findings import Span
from wp.reading.document import Document
from wp.reading.nodes import Node

Harm = Literal["", "list", "table", "paragraph", "text"]

_COMMENT = re.compile(r"<!--(?P<text>.*?)(?P<end>-->|\Z)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment that may make an exception.

    `text` stands at `text_start`, in bytes of the body or in characters of the file. `lines` are
    the first and the last line that it counts for, `NO_LINES` for none. `harm` is what becomes of
    the text around it: a list, table or paragraph cut in two, or text behind it lost.
    """

    document: Document
    in_body: bool
    span: Span
    text: str
    text_start: int
    lines: Lines
    closed: bool = True
    harm: Harm = ""

    def part(self, start: int, end: int) -> Span:
        """Return where a range of characters of the comment's text stands in the file."""
        if not self.in_body:
            return self.document.source.span(self.text_start + start, self.text_start + end)
        first = self.text_start + len(self.text[:start].encode())
        return self.document.body_span(first, first + len(self.text[start:end].encode()))


def comments_of(document: Document) -> Iterator[Comment]:
    """Yield the comments of a file in which there may be an exception: fields first, then body."""
    written = document.source.text
    if "wp" not in written.lower() or not HINT.search(written):
        return
    for start, text_start, end, lines in Fields(document).comments():
        span, text = document.source.span(start, end), written[text_start:end]
        yield Comment(document, False, span, text, text_start, lines)
    if document.body_start < len(written):
        yield from _in_cells_and_blocks(document)


def _in_cells_and_blocks(document: Document) -> Iterator[Comment]:
    taken: set[int] = set()
    for node, siblings, at, after in _html(document.body.children, None):
        for start, match in _found(document, node):
            taken.add(start)
            if node.kind == "html_inline":
                span = document.node_span(node)
                yield _comment(document, start, match, (span.line, span.end_line), "")
            else:
                lines, harm = lines_of(document, after), _harm(document, siblings, at)
                yield _comment(document, start, match, lines, harm)
    # the parser leaves out what stands behind the last cell of a row
    for table in document.body.walk():
        if table.kind != "table":
            continue
        code = [(n.start, n.end) for n in table.walk() if n.kind == "code"]
        for start, match in _found(document, table):
            if start not in taken and not any(a <= start < b for a, b in code):
                line = document.body_span(start, start).line
                yield _comment(document, start, match, (line, line), "")


def _html(
    siblings: tuple[Node, ...], after: Position | None
) -> Iterator[tuple[Node, tuple[Node, ...], int, Position | None]]:
    """Yield each node of HTML: itself, its siblings, its number, and the block that comes next."""
    following = after
    behind: list[Position | None] = []
    for at in range(len(siblings) - 1, -1, -1):
        behind.append(following)
        if not _is_comment(siblings[at]):
            following = (siblings, at)
    behind.reverse()
    for at, node in enumerate(siblings):
        if node.kind in ("html_inline", "html_block"):
            yield node, siblings, at, behind[at]
        elif node.children:
            yield from _html(node.children, behind[at])


def _found(document: Document, node: Node) -> Iterator[tuple[int, re.Match[str]]]:
    """Yield the comments in a node's own text that may make an exception, by their first byte."""
    written = document.body_bytes(node.start, node.end)
    if b"<!--" not in written:
        return
    raw = written.decode("utf-8", "replace")
    for match in _COMMENT.finditer(raw):
        if is_candidate(match["text"]):
            yield node.start + len(raw[: match.start()].encode()), match


def _comment(
    document: Document, start: int, match: re.Match[str], lines: Lines, harm: Harm
) -> Comment:
    span = document.body_span(start, start + len(match.group().rstrip().encode()))
    closed = bool(match["end"])
    return Comment(document, True, span, match["text"], start + 4, lines, closed, harm)


def _is_comment(node: Node) -> bool:
    """Say whether a block is nothing but comments."""
    return node.kind == "html_block" and node.text.lstrip().startswith("<!--")


def _harm(document: Document, siblings: tuple[Node, ...], at: int) -> Harm:
    """Say what a comment on a line of its own does to the text around it."""
    node = siblings[at]
    raw = _written(document, node)
    if raw.startswith("<!--") and _COMMENT.sub("", raw).strip(" \t\n>"):
        return "text"
    if at == 0 or at + 1 == len(siblings):
        return ""
    before, behind = siblings[at - 1], siblings[at + 1]
    if before.kind == behind.kind == "list" and _mark(document, before) == _mark(document, behind):
        return "list"
    here = document.node_span(node)
    close = (
        document.node_span(before).end_line + 1 == here.line
        and here.end_line + 1 == document.node_span(behind).line
    )
    if close and behind.kind in ("paragraph", "plain"):
        if before.kind == "table":
            return "table"
        if before.kind in ("paragraph", "plain"):
            return "paragraph"
    return ""


def _mark(document: Document, node: Node) -> str:
    """Return what makes two lists ones of the same kind: their mark, without a number."""
    return _written(document, node).lstrip(" 0123456789")[:1]


def _written(document: Document, node: Node) -> str:
    return document.body_bytes(node.start, node.end).decode("utf-8", "replace")
