"""Running text as a reader sees it, without markup, each character tied to its place in the file.

A name or a sentence goes on over a line's end, through emphasis and into a link. So what is sought
in text is sought in whole blocks, and found again in the file with `Prose.span`.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from wp.findings import Span
from wp.reading.document import Document, Pointer
from wp.reading.nodes import TEXT_BLOCKS, Node
from wp.reading.schema import Shape

HIDDEN = "\ufffc"
"""Stands in a text for what isn't words of the writer's own: code, and pictures."""

_NOWHERE: frozenset[str] = frozenset()
_SPACE = re.compile(r"\s")
# A text with one of these isn't written for readers: ids, dates, paths, choices.
_NOT_WRITTEN = frozenset({"x-reference", "x-file", "format", "pattern", "enum", "const"})


@dataclass(frozen=True, slots=True)
class _Piece:
    """A run of text from one place: `at` in the prose, `start` in the file, as written and read."""

    at: int
    start: int
    source: str
    text: str

    def offset(self, index: int) -> int:
        """Return where a character of the text stands in the source."""
        return index if self.source == self.text else _aligned(self.text, self.source)[index]


@dataclass(frozen=True)
class Prose:
    """The text of one block of the body, or of one field.

    `kind` is the block's kind (`paragraph`, `plain`, `heading`, `table_cell`), or "field". `inside`
    are the kinds of the blocks around it. `start` is its byte in the body, `pointer` the field's.
    """

    document: Document
    kind: str
    inside: frozenset[str]
    start: int
    pointer: Pointer
    text: str
    _node: Node | None = field(repr=False)

    @cached_property
    def pieces(self) -> tuple[_Piece, ...]:
        """The runs of text that it is made of, sought out when there is something to show."""
        if self._node is not None:
            return tuple(_pieces(self.document, self._node))
        place = self.document.place_at(self.pointer)
        source = self.document.source.text[place.start : place.end]
        return (_Piece(0, place.start, source, self.text),)

    def span(self, start: int, end: int) -> Span:
        """Return where a range of characters of the text stands in the file."""
        if not self.pieces or end <= start:
            start, end = 0, len(self.text)
        if not self.pieces:
            return self.document.first_span(())
        first, last = self._file_offset(start, 0), self._file_offset(end - 1, 1)
        if self.kind == "field":
            return self.document.source.span(first, max(first, last))
        return self.document.body_span(first, max(first, last))

    def is_exact(self, start: int, end: int) -> bool:
        """Say whether a range of characters is written in the file just as it is read."""
        piece = self._piece(start)
        until = end - piece.at
        return piece.source == piece.text and until <= len(piece.text)

    @cached_property
    def _starts(self) -> list[int]:
        return [piece.at for piece in self.pieces]

    def _piece(self, index: int) -> _Piece:
        return self.pieces[max(bisect_right(self._starts, index) - 1, 0)]

    def _file_offset(self, index: int, more: int) -> int:
        piece = self._piece(index)
        count = piece.offset(min(index - piece.at, len(piece.text) - 1)) + more
        if self.kind == "field":
            return piece.start + count
        return piece.start + len(piece.source[:count].encode())


def _aligned(text: str, source: str) -> list[int]:
    """Return the place in the source of each character of a text, past escapes and folded lines."""
    places: list[int] = []
    at = 0
    for char in text:
        space = _SPACE.search(source, at) if char == " " else None
        found = space.start() if space else source.find(char, at)
        places.append(found if found >= 0 else min(at, max(len(source) - 1, 0)))
        at = max(at, found + 1)
    return places


def body_prose(document: Document) -> tuple[Prose, ...]:
    """Return the texts of a document's body in order, made once."""
    kept = document.memo
    if "body_prose" not in kept:
        kept["body_prose"] = tuple(_blocks(document, document.body.children, _NOWHERE))
    found: tuple[Prose, ...] = kept["body_prose"]
    return found


def field_prose(document: Document) -> tuple[Prose, ...]:
    """Return the texts of a document's fields that are written for readers, made once."""
    kept = document.memo
    if "field_prose" not in kept:
        kept["field_prose"] = tuple(_written(document))
    found: tuple[Prose, ...] = kept["field_prose"]
    return found


def all_prose(document: Document) -> Iterator[Prose]:
    """Yield the texts of a document's fields and then those of its body."""
    yield from field_prose(document)
    yield from body_prose(document)


def _blocks(document: Document, blocks: Iterable[Node], inside: frozenset[str]) -> Iterator[Prose]:
    for node in blocks:
        if node.kind in ("code_block", "html_block", "rule"):
            continue
        if node.kind in TEXT_BLOCKS:
            if node.children:
                yield prose_of(document, node, inside)
        else:
            yield from _blocks(document, node.children, inside | {node.kind})


def prose_of(document: Document, node: Node, inside: frozenset[str] = _NOWHERE) -> Prose:
    """Return the text of one block or inline node of a document's body."""
    children = node.children
    if len(children) == 1 and children[0].kind == "text":
        text = children[0].text
    else:
        text = "".join(_texts(node))
    return Prose(document, node.kind, inside, node.start, (), text, node)


def _texts(node: Node) -> Iterator[str]:
    """Yield the text of each piece of a node; `_pieces` says where each stands."""
    if node.kind == "text":
        yield node.text
    elif node.kind in ("soft_break", "hard_break"):
        yield " "
    elif node.kind in ("code", "image"):
        yield HIDDEN
    else:
        for child in node.children:
            yield from _texts(child)


def _pieces(document: Document, node: Node) -> Iterator[_Piece]:
    at = 0
    for inner in _leaves(node):
        source = document.body_bytes(inner.start, inner.end).decode("utf-8", "replace")
        if inner.kind in ("soft_break", "hard_break"):
            source = source[:1] or " "
        (text,) = _texts(inner)
        yield _Piece(at, inner.start, source, text)
        at += len(text)


def _leaves(node: Node) -> Iterator[Node]:
    """Yield the nodes that have a text of their own, as `_texts` meets them."""
    if node.kind in ("text", "soft_break", "hard_break", "code", "image"):
        yield node
    else:
        for child in node.children:
            yield from _leaves(child)


def _written(document: Document) -> Iterator[Prose]:
    """Yield the fields that the form means for text that people read."""
    if document.template is None:
        return
    waiting: list[tuple[Any, Shape, Pointer]] = [(document.data, document.template.shape, ())]
    while waiting:
        data, shape, pointer = waiting.pop()
        if isinstance(data, str):
            schema = shape.schema
            meant = schema.get("type") == "string" and _NOT_WRITTEN.isdisjoint(schema)
            if meant and data.strip():
                yield Prose(document, "field", _NOWHERE, -1, pointer, data, None)
        elif isinstance(data, dict):
            waiting += [(v, shape.below(k), (*pointer, k)) for k, v in reversed(data.items())]
        elif isinstance(data, list):
            items = shape.below(0)
            waiting += [(v, items, (*pointer, n)) for n, v in reversed(list(enumerate(data)))]
