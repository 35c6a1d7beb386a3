"""Where a section's heading stands in its file, piece by piece."""

import re
from dataclasses import dataclass

from wp.findings import Span
from wp.reading.document import Document
from wp.reading.nodes import Node

_ATX = re.compile(
    r"( {0,3})(?P<marks>#{1,6})[ \t]+(?P<title>.*?)([ \t]+#+)?([ \t]+\{[^{}]*\})?[ \t]*"
)


@dataclass(frozen=True, slots=True)
class HeadingPlace:
    """The spans of a heading: its first line, its `#` marks and its words.

    `marks` and `title` are None where a line below the words makes them a heading; `rule` is then
    the span of that line, None else.
    """

    line: Span
    marks: Span | None
    title: Span | None
    rule: Span | None


def heading_place(document: Document, heading: Node) -> HeadingPlace:
    """Return where a heading stands."""
    whole = document.node_span(heading)
    text = document.source.line(whole.line)
    match = _ATX.fullmatch(text)
    if match is None:
        rule = document.source.line_span(whole.end_line) if whole.end_line > whole.line else None
        return HeadingPlace(document.source.line_span(whole.line), None, None, rule)

    def part(name: str) -> Span:
        start, end = match.span(name)
        return Span(whole.line, start + 1, whole.line, end + 1)

    return HeadingPlace(document.source.line_span(whole.line), part("marks"), part("title"), None)
