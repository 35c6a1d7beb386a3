"""What is internal stays internal: nothing public refers to it, and every mark is heeded.

## What
`audience: internal` keeps a document, an entry of a list, or with an agenda item all that belongs
to it, out of what is built for the public; `{audience=internal}` on a heading's line does so for a
section. What is public doesn't refer to it: not in a field, by a link, or by a note, and not by its
id or its title in running text. A mark that has no effect is an error, such as `{.internal}` or
`{audience=intern}` on a heading, `::: internal` around some lines, or “(internt)” behind a title.

## Why
A reference gives away that something is there, and often what. Somebody who wrote a mark believes
that the text below is safe.

## Wrong
```yaml content/minutes/2027-03-02.md
agenda:
  - {number: 1, title: Velkomst, start: 10:00, end: 10:15}
  - number: 2
    title: Valg af leverandør
    start: 10:15
    end: 12:00
    audience: internal
decisions:
  - id: 2027-03-02-1
    item: 2
    text: Rådet valgte den billigste.
    verb: decides
actions: []
```
```markdown content/minutes/2027-03-02.md
## Pkt. 1 Velkomst

### Referat

Anna Berg bød velkommen. Rådet drøfter valg af leverandør sidst på mødet.

## Pkt. 2 Valg af leverandør

### Referat

Rådet drøftede tre tilbud.
```
```yaml content/one-pagers/datakvalitet.md
decisions: [2027-03-02-1]
```
```markdown content/one-pagers/datakvalitet.md#Aktører
Sekretariatet og en arbejdsgruppe.

### Personer {.internal}

Anna Berg leder gruppen.
```
Gives: internal-reference, internal-mention, unclear-audience

## Right
```yaml content/minutes/2027-03-02.md
agenda:
  - {number: 1, title: Velkomst, start: 10:00, end: 10:15}
  - number: 2
    title: Valg af leverandør
    start: 10:15
    end: 12:00
    audience: internal
decisions:
  - id: 2027-03-02-1
    item: 2
    text: Rådet valgte den billigste.
    verb: decides
actions: []
```
```markdown content/minutes/2027-03-02.md
## Pkt. 1 Velkomst

### Referat

Anna Berg bød velkommen.

## Pkt. 2 Valg af leverandør

### Referat

Rådet drøftede tre tilbud og valgte det billigste.
```
```markdown content/one-pagers/datakvalitet.md#Aktører
Sekretariatet og en arbejdsgruppe.

### Personer {audience=internal}

Anna Berg leder gruppen.
```
"""

import posixpath
import unicodedata
from collections.abc import Iterator
from typing import Any
from urllib.parse import unquote

from wp.checking.given import line_at
from wp.checking.headings import heading_place
from wp.checking.internals import Internals, Place, internals_of
from wp.checking.marks import marks_without_effect
from wp.checking.rules.references import words_of
from wp.findings import Finding, Nature, Related, Rule, Span
from wp.reading.audience import Internal, InternalSection
from wp.reading.document import Document
from wp.reading.markup import parse
from wp.reading.nodes import Node
from wp.reading.prose import all_prose
from wp.reading.repository import Repository
from wp.reading.slugs import slugs

UNCLEAR_AUDIENCE = Rule("WP960", "unclear-audience", Nature.FALSE)
INTERNAL_REFERENCE = Rule("WP961", "internal-reference", Nature.FALSE)
INTERNAL_MENTION = Rule("WP962", "internal-mention", Nature.FALSE)

RULES = (UNCLEAR_AUDIENCE, INTERNAL_REFERENCE, INTERNAL_MENTION)

_REFERRING = ("link", "image", "footnote_reference")


def check(document: Document, repository: Repository) -> Iterator[Finding]:
    """Judge the marks of one document, and what its public parts refer to."""
    known = internals_of(repository)
    internal = known.of(document)
    for span, written in marks_without_effect(document, internal):
        yield Finding(UNCLEAR_AUDIENCE, document.path, span, {"written": written})
    if not known or internal.whole:
        return
    yield from _fields(document, repository, known, internal)
    yield from _links(document, repository, known, internal)
    if internal.sections:
        yield from _lost(document, internal)
    yield from _mentions(document, known, internal)


def _fields(
    document: Document, repository: Repository, known: Internals, internal: Internal
) -> Iterator[Finding]:
    """Yield the public fields that hold the id of something internal."""
    for reference in document.template.references if document.template else ():
        for pointer, word in () if reference.file else words_of(document, reference):
            if internal.said_of(pointer) is not None:
                continue
            for name in reference.collections:
                entry = repository.collections.get(name, {}).get(word)
                place = known.place_of(entry) if entry else None
                if place is not None:
                    keys = reference.keys
                    span = document.key_span(pointer) if keys else document.value_span(pointer)
                    yield _refers(document, span, word, place)


def _links(
    document: Document, repository: Repository, known: Internals, internal: Internal
) -> Iterator[Finding]:
    """Yield the public links to an internal document, or to a heading in an internal section."""
    folder = posixpath.dirname(document.path)
    for node in _public(document, internal):
        if node.kind != "link" or ":" in node.attrs["dest"].partition("/")[0]:
            continue
        way, _, fragment = node.attrs["dest"].partition("#")
        path = posixpath.normpath(posixpath.join(folder, unquote(way))) if way else document.path
        target = repository.by_path.get(unicodedata.normalize("NFC", path))
        if target is None:
            continue
        place: Place | int | None = known.place_of_file(target)
        if place is None and fragment:
            anchor = unicodedata.normalize("NFC", unquote(fragment))
            target.anchors_for(document)  # what is found depends on the other text now
            place = _line_of(target, known.of(target), anchor)
        if place is not None:
            span, dest = document.node_span(node), node.attrs["dest"]
            if isinstance(place, int):
                related = (Related(target.path, place, "internal"),)
                yield Finding(INTERNAL_REFERENCE, document.path, span, {"id": dest}, related)
            else:
                yield _refers(document, span, dest, place)


def _line_of(document: Document, internal: Internal, anchor: str) -> int | None:
    """Return the line that makes a heading internal, by its anchor; None for a public heading."""
    headings = [node for node in document.body.walk() if node.kind == "heading"]
    for node, name in zip(headings, slugs(n.plain_text() for n in headings), strict=True):
        if anchor in (name, node.attrs["id"]):
            section = internal.section_at(node.start)
            return None if section is None else _said_at(document, section)
    return None


def _lost(document: Document, internal: Internal) -> Iterator[Finding]:
    """Yield the notes and links of public text whose definition stands in an internal section."""
    kept, at = [], 0
    for one in internal.sections:
        kept.append(document.body_bytes(at, one.section.start))
        at = one.section.end
    kept.append(document.body_bytes(at, document.body.end))
    left = [_shape(n) for n in parse(b"\n\n".join(kept).decode()).walk() if n.kind in _REFERRING]
    for node in _public(document, internal):
        if node.kind not in _REFERRING:
            continue
        if left and left[0] == _shape(node):
            left.pop(0)
            continue
        written = document.body_bytes(node.start, node.end).decode("utf-8", "replace")
        line = _said_at(document, internal.sections[0])
        span, related = document.node_span(node), (Related(document.path, line, "internal"),)
        yield Finding(INTERNAL_REFERENCE, document.path, span, {"id": written}, related)


def _mentions(document: Document, known: Internals, internal: Internal) -> Iterator[Finding]:
    """Yield the ids and titles of something internal in public text."""
    if known.pattern is None:
        return
    for prose in all_prose(document):
        if prose.kind == "field":
            hidden = internal.said_of(prose.pointer) is not None
        else:
            hidden = internal.section_at(prose.start) is not None
        folded = prose.text.casefold()
        if hidden or len(folded) != len(prose.text):
            continue
        for match in known.pattern.finditer(folded):
            place = known.named[" ".join(match[0].split())]
            params = {"id": prose.text[match.start() : match.end()]}
            related = (_related(place),)
            span = prose.span(match.start(), match.end())
            yield Finding(INTERNAL_MENTION, document.path, span, params, related)


def _public(document: Document, internal: Internal) -> Iterator[Node]:
    """Yield the nodes of a body that don't stand in an internal section."""
    return (n for n in document.body.walk() if internal.section_at(n.start) is None)


def _shape(node: Node) -> tuple[str, Any]:
    return node.kind, node.attrs.get("dest", node.attrs.get("label"))


def _said_at(document: Document, section: InternalSection) -> int:
    """Return the line that says that a section is internal."""
    if section.said is not None:
        return line_at(document, section.said)
    return heading_place(document, section.section.heading).line.line


def _refers(document: Document, span: Span, word: str, place: Place) -> Finding:
    return Finding(INTERNAL_REFERENCE, document.path, span, {"id": word}, (_related(place),))


def _related(place: Place) -> Related:
    return Related(place.document.path, line_at(place.document, place.said), "internal")
