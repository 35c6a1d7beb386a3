"""Whole pieces of a file put in another order: sections of a body, fields of the front matter.

A piece is moved with everything that is written in it, so nothing but the order changes. What
would change more, such as a section that its own unclosed comment ties to what follows, isn't
moved at all.
"""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from wp.checking.headings import heading_place
from wp.findings import Edit, Span
from wp.reading import markup
from wp.reading.document import Document, make_document
from wp.reading.nodes import Node
from wp.reading.outline import Outline
from wp.reading.section import Section
from wp.reading.source import Source

_DEEPEST = 6  # of a heading in Markdown
_TAIL = re.compile(r"\s*\Z")
_APART = re.compile(r"(?:#.*|[ \t]*)\n")  # a comment that isn't indented, or an empty line
_BELOW = re.compile(r"[ \t]+#.*(?:\n|\Z)")
# Comments that editors look for in a file's first lines.
_FOR_EDITORS = re.compile(r"#\s*(?:yaml-language-server:|vim?:|-\*-)")


def sections_in_order(document: Document, outline: Outline) -> Edit | None:
    """Return the edit that puts one level's sections in their form's order.

    A section that the form doesn't have goes with the one that it stands behind. None where more
    than the order would change.
    """
    wanted = _wanted(outline)
    now = sorted(wanted, key=lambda section: section.start)
    if not now:
        return None
    data, first, last = document.source.data, now[0].start, now[-1].end
    offset = len(document.source.text[: document.body_start].encode())
    # a heading may be indented by up to three spaces
    start = data.rfind(b"\n", 0, first + offset) + 1
    cuts = [start, *(data.rfind(b"\n", 0, s.start + offset) + 1 for s in now[1:]), last + offset]
    texts = {
        id(section): data[begin:end].decode("utf-8")
        for section, (begin, end) in zip(now, pairwise(cuts), strict=True)
    }
    text = _joined([texts[id(s)] for s in now], [texts[id(s)] for s in wanted])
    old = data[start : last + offset].decode("utf-8")
    whole = data[offset:start].decode("utf-8") + text + data[last + offset :].decode("utf-8")
    if text == old or _blocks(markup.parse(whole)) != _blocks(document.body):
        return None
    return Edit(document.source.byte_span(start, last + offset), text)


def _wanted(outline: Outline) -> list[Section]:
    """Return all sections of a level in the order in which they should stand."""
    known = [match.section for match in outline.matches if match.section is not None]
    starts = {section.start for section in known}
    others = [*outline.unknown, *(again for again, _ in outline.doubled)]
    groups: list[list[Section]] = [[]]
    for section in sorted([*known, *others], key=lambda section: section.start):
        if section.start in starts:
            groups.append([])
        groups[-1].append(section)
    led = {group[0].start: group for group in groups[1:]}
    return [*groups[0], *(section for first in known for section in led[first.start])]


def _joined(now: Sequence[str], wanted: Sequence[str]) -> str:
    """Join pieces in a new order: blank lines between them, the end as the old one was."""
    follows = dict(pairwise(now))
    ending = _tail(now[-1])
    parts: list[str] = []
    for piece, following in pairwise([*wanted, ""]):
        bare, tail = piece.rstrip(), _tail(piece)
        if not following:
            tail = ending
        elif follows.get(piece) != following and tail.count("\n") < len("\n\n"):
            tail = "\n\n"
        parts.append(bare + tail)
    return "".join(parts)


def _tail(text: str) -> str:
    match = _TAIL.search(text)
    return match.group() if match else ""


def _blocks(body: Node) -> Counter[tuple[str, str]]:
    """Return what stands in a body, whatever its order."""
    return Counter((node.kind, node.plain_text()) for node in body.children)


def headings_shifted(document: Document, headings: Sequence[Node], shift: int) -> Edit | None:
    """Return the edit that gives headings, in the document's order, more or fewer `#`.

    None where one has no `#`, or would have too many.
    """
    marks = [heading_place(document, heading).marks for heading in headings]
    parts: list[str] = []
    at: Span | None = None
    for heading, span in zip(headings, marks, strict=True):
        level = heading.attrs["level"] + shift
        if span is None or not 1 <= level <= _DEEPEST:
            return None
        if at is not None:
            between = [document.source.line(n) for n in range(at.end_line, span.line + 1)]
            between[-1] = between[-1][: span.column - 1]
            between[0] = between[0][at.end_column - 1 :]
            parts.append("\n".join(between))
        parts.append("#" * level)
        at = span
    first, last = marks[0], marks[-1]
    assert first is not None and last is not None
    whole = Span(first.line, first.column, last.end_line, last.end_column)
    return Edit(whole, "".join(parts))


def fields_in_order(document: Document, order: Sequence[str]) -> Edit | None:
    """Return the edit that puts the fields of a document in an order of all its keys.

    Comments and empty lines above a field go with it, but not a comment at the top that an empty
    line parts from the first field, nor one after the last. None where the fields don't stand each
    on lines of their own, or where anything would be read otherwise.
    """
    text, place = document.source.text, document.place
    starts = {key: begin for key, (begin, _) in place.keys.items()}
    keys = sorted(starts, key=lambda key: starts[key])
    if any(begin and text[begin - 1] != "\n" for begin in starts.values()):
        return None
    cuts = [_top(text, starts[keys[0]])]
    cuts += [
        max(_above(text, starts[key]), place.parts[before].end) for before, key in pairwise(keys)
    ]
    end = _after(text, place.parts[keys[-1]].end)
    cuts.append(end)
    if cuts != sorted(cuts) or any(at and text[at - 1] != "\n" for at in cuts[:-1]):
        return None
    pieces = {
        key: text[begin:until].removesuffix("\n") + "\n"
        for key, (begin, until) in zip(keys, pairwise(cuts), strict=True)
    }
    new = "".join(pieces[key] for key in order)
    new = new if text[:end].endswith("\n") else new.removesuffix("\n")
    old = text[cuts[0] : end]
    moved = Source(document.path, text[: cuts[0]] + new + text[end:])
    read = make_document(moved, document.template, ())
    same = (
        read.data == document.data
        and moved.text[read.body_start :] == document.source.text[document.body_start :]
    )
    doubled = any(fault.name == "doubled-key" for fault in document.faults)
    if new == old or not same or not read.complete or doubled:
        return None
    return Edit(document.source.span(cuts[0], end), new)


def _above(text: str, start: int) -> int:
    """Return where the comments and empty lines directly above a line begin."""
    while start:
        above = text.rfind("\n", 0, start - 1) + 1
        if not _APART.fullmatch(text, above, start):
            break
        start = above
    return start


def _top(text: str, start: int) -> int:
    """Return where the comments that belong to the first field begin."""
    at = start
    while at:
        above = text.rfind("\n", 0, at - 1) + 1
        line = text[above:at]
        if not line.startswith("#") or _FOR_EDITORS.match(line):
            break
        at = above
    return at


def _after(text: str, end: int) -> int:
    """Return where the last field ends, with the comments that are indented below it."""
    at = end
    if at and text[at - 1] != "\n":
        line_end = text.find("\n", at)
        at = line_end + 1 if line_end >= 0 else len(text)
    while match := _BELOW.match(text, at):
        at = match.end()
    return at
