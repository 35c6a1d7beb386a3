"""Marks by which somebody means to make something internal, and that have no effect."""

import re
from collections.abc import Iterator

from wp.checking.headings import heading_place
from wp.findings import Span
from wp.reading.audience import AUDIENCE, INTERNAL, PUBLIC, Internal
from wp.reading.document import Document
from wp.reading.nodes import TEXT_BLOCKS, Node
from wp.reading.prose import all_prose

# What somebody writes who means the attribute: its name or its value, in whatever word.
_MEANING = (
    r"(?:audience|læserkreds|intern|public|offentlig|fortrolig|confidential|privat|hemmelig|secret"
    r"|lukket|restricted)\w*"
)
_MEANT = re.compile(_MEANING, re.IGNORECASE)
_IN_TEXT = re.compile(r"\{[^{}\n]*\b(?:audience|læserkreds)\b[^{}\n]*\}", re.IGNORECASE)
# The way that other Markdown marks blocks in, which means nothing here.
_BLOCK = re.compile(rf":{{3,}}[ {{.]*{_MEANING}[^\n]*", re.IGNORECASE)
_OF_CODE = re.compile(rf"\{{[^{{}}]*\b{_MEANING}[^{{}}]*\}}", re.IGNORECASE)
# What an internal edition writes behind a title, and what people write there themselves.
_BEHIND = re.compile(
    r"\((?:intern(?:t|al)?|fortroligt?|confidential|lukket(?: punkt)?|closed(?: item)?)\)\s*$",
    re.IGNORECASE,
)
_MARKED = re.compile(
    rf"\{{[^{{}}\n]*\b{_MEANING}|:::|\((?:intern|fortrolig|confid|lukket|closed)", re.IGNORECASE
)


def marks_without_effect(document: Document, internal: Internal) -> Iterator[tuple[Span, str]]:
    """Yield the marks that somebody believes in and that do nothing: where, and as written."""
    if not _MARKED.search(document.source.text):
        return
    outer = {node.start for node in document.body.children}
    for prose in all_prose(document):
        hidden = prose.kind != "field" or internal.said_of(prose.pointer) is not None
        if not hidden and prose.pointer[-1] == "title" and (match := _BEHIND.search(prose.text)):
            span = prose.span(match.start(), match.end())
            yield span, match[0]
    for node in document.body.walk():
        if node.kind == "heading" and _is_unclear(document, node, top=node.start in outer):
            place = heading_place(document, node).line
            written = document.source.line(place.line).strip()
            yield place, written
        elif node.kind == "heading" and internal.section_at(node.start) is None:
            if match := _BEHIND.search(node.plain_text()):
                place = heading_place(document, node).line
                yield place, match[0]
        elif node.kind == "code_block" and (match := _OF_CODE.search(node.attrs["info"])):
            place = document.source.line_span(document.node_span(node).line)
            yield place, match[0]
        elif node.kind in TEXT_BLOCKS:
            for text in node.children:
                if text.kind != "text":
                    continue
                if match := _IN_TEXT.search(text.text) or _BLOCK.match(text.text):
                    place = document.node_span(text)
                    yield place, match[0]


def _is_unclear(document: Document, heading: Node, *, top: bool) -> bool:
    """Say whether a heading has a mark that isn't one, or stands where it has no effect."""
    attributes: dict[str, str] = heading.attrs["attributes"]
    words = {name.casefold().strip(":=\"'") for name in (*attributes, *heading.attrs["classes"])}
    text = any(n.kind == "text" and _IN_TEXT.search(n.text) for n in heading.walk())
    meant = {word for word in words if _MEANT.fullmatch(word)}
    if text or not meant:
        return text
    # of two, the reader of the file can't say which one counts
    raw = document.body_bytes(heading.start, heading.end)
    once = raw.rpartition(b"{")[2].count(AUDIENCE.encode()) == 1
    right = meant == {AUDIENCE} and attributes.get(AUDIENCE) in (INTERNAL, PUBLIC)
    return not (right and top and once)
