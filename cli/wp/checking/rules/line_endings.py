"""What nobody sees at the end of a line: spaces, and a last line that isn't ended.

## What
Spaces and tabs at a line's end are noted where they mean nothing, all of a file's in one finding.
Two spaces that make a line break in Markdown mean something, and so do spaces in code and in a text
that runs over several lines of a field; they are left alone. The last line ends as all others do.

## Why
Nobody sees them, but git does: two versions of a line that look the same are a change to it.

## Wrong
```markdown content/one-pagers/datakvalitet.md#Tid
Emnet hører til på mellemlangt sigt.⟨U+0020⟩
```
Gives: trailing-space
```text content/initiatives.yml
initiatives: []⟨EOF⟩
```
Gives: line-not-ended

## Right
```markdown content/one-pagers/datakvalitet.md#Tid
Emnet hører til på mellemlangt sigt.
```
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from wp.findings import Edit, Finding, Nature, Rule
from wp.reading.document import Document, make_document
from wp.reading.nodes import Node
from wp.reading.repository import Repository
from wp.reading.source import Source
from wp.reading.yaml_core import Place

TRAILING_SPACE = Rule("WP147", "trailing-space", Nature.NOTE)
LINE_NOT_ENDED = Rule("WP148", "line-not-ended", Nature.NOTE)

RULES = (TRAILING_SPACE, LINE_NOT_ENDED)

_SPACE = re.compile(r"[ \t]+$", re.MULTILINE)
_VERBATIM = ("code_block", "html_block", "html_inline", "code")
_READ_AS_SPACE = ("control-character", "bidi-override")
_BREAK = re.compile(r" {2,}$")


def check(document: Document, repository: Repository) -> Iterator[Finding]:
    """Judge the line ends of one document."""
    text = document.source.text
    # a character that nobody may write is read as a space, which isn't there to be taken away
    if not document.complete or any(fault.name in _READ_AS_SPACE for fault in document.faults):
        return
    if (" \n" in text or "\t\n" in text or text[-1:] in (" ", "\t")) and (
        found := _trailing(document)
    ):
        first, last = found[0].start(), found[-1].end()
        rest = _without(text[:last], found)[first:]
        span = document.source.span(first, found[0].end())
        fix = Edit(document.source.span(first, last), rest)
        yield Finding(TRAILING_SPACE, document.path, span, {"count": len(found)}, fix=fix)
    if text and text[-1] != "\n":
        end = document.source.span(len(text), len(text))
        # the text of a field, or code that is left open, may go on to the file's end
        certain = _reads_alike(document, text + "\n")
        ended = Edit(end, "\n") if certain else None
        yield Finding(LINE_NOT_ENDED, document.path, end, fix=ended)


def _trailing(document: Document) -> list[re.Match[str]]:
    """Return the spaces at lines' ends that can go without anything being read otherwise."""
    text = document.source.text
    kept = sorted([*_long_values(document.place, text), *_verbatim(document)])
    starts = [start for start, _ in kept]
    found: list[re.Match[str]] = []
    for match in _SPACE.finditer(text):
        at = bisect_right(starts, match.end()) - 1
        inside = at >= 0 and match.start() <= kept[at][1]
        if not inside and not _breaks(document, match):
            found.append(match)
    return found if _reads_alike(document, _without(text, found)) else []


def _long_values(place: Place, text: str) -> Iterator[tuple[int, int]]:
    """Yield where values of more than one line stand, in characters of the file."""
    if place.parts:
        for part in place.parts.values():
            yield from _long_values(part, text)
    elif "\n" in text[place.start : place.end]:
        yield place.start, place.end


def _verbatim(document: Document) -> Iterator[tuple[int, int]]:
    """Yield where the body has what is kept as it is written, in characters of the file."""
    data = document.source.text[document.body_start :].encode()
    for node in document.body.walk():
        if node.kind in _VERBATIM:
            start = len(data[: node.start].decode("utf-8"))
            length = len(data[node.start : node.end].decode("utf-8"))
            yield document.body_start + start, document.body_start + start + length


def _breaks(document: Document, match: re.Match[str]) -> bool:
    """Say whether spaces may make a line break: two or more in the body, before more text."""
    text = document.source.text
    if match.start() < document.body_start or not _BREAK.fullmatch(match.group()):
        return False
    line = text.rfind("\n", 0, match.start()) + 1
    following = text[match.end() + 1 : text.find("\n", match.end() + 1)]
    return bool(text[line : match.start()].strip() and following.strip())


def _without(text: str, gone: Sequence[re.Match[str]]) -> str:
    parts, at = [], 0
    for match in gone:
        parts.append(text[at : match.start()])
        at = match.end()
    return "".join([*parts, text[at:]])


def _reads_alike(document: Document, text: str) -> bool:
    """Say whether a document says the same with another text."""
    read = make_document(Source(document.path, text), document.template, ())
    if not read.complete or read.data != document.data:
        return False
    return _meaning(read.body) == _meaning(document.body)


def _meaning(node: Node) -> tuple[object, ...]:
    """Return what a part of a body says, without where it stands."""
    children = tuple(_meaning(child) for child in node.children)
    # the parser leaves a tab at the end of a heading, which no reader sees
    text = node.text.rstrip(" \t") if node.kind == "text" else node.text
    return (node.kind, text, dict(node.attrs), children)
