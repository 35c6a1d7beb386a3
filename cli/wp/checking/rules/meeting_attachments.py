"""A meeting's attachments: each is to be found somewhere, and each that is mentioned is listed.

## What
An attachment listed on an item has a `file` or says where it is kept (`held_by`). An attachment
that the text of an item mentions (the form's `mentions`, such as "vedlagt") is listed on the item:
a sentence that shares a word of at least five letters with the title of an attachment means that
one, whichever item it is listed on. A sentence that only refers to the attachments (`refers`, such
as "bilaget") or that names nothing else than `plain` words means the item's own, of which there is
at least one. Attachments listed in the text (the section `section`) stand in the list too.

## Why
What is only mentioned is not sent along, isn't kept, and can't be found when it is asked for.

## Wrong
```yaml content/minutes/2027-03-02.md
agenda:
  - {number: 1, title: Velkomst, start: 10:00, end: 10:15, kind: other}
  - number: 2
    title: Emner til programmet
    start: 10:15
    end: 12:00
    attachments:
      - {title: Udkast til budget}
```
```markdown content/minutes/2027-03-02.md#Pkt. 1 / Referat
Invitationen til referencegruppen er vedlagt.
```
Gives: attachment-nowhere, attachment-unlisted

## Right
```yaml content/minutes/2027-03-02.md
agenda:
  - number: 1
    title: Velkomst
    start: 10:00
    end: 10:15
    attachments:
      - title: Invitation til referencegruppen
        held_by: Sekretariatet
  - number: 2
    title: Emner til programmet
    start: 10:15
    end: 12:00
    attachments:
      - {title: Udkast til budget, file: ../attachments/maaling.txt}
```
```markdown content/minutes/2027-03-02.md#Pkt. 1 / Referat
Invitationen til referencegruppen er vedlagt.
```
"""

import re
from collections.abc import Iterator, Mapping

from wp.checking.given import at, entries, text
from wp.checking.meetings import AGENDA, items_of, section_below, sections_of
from wp.checking.parameters import Asked, Parameters
from wp.checking.patterns import pattern_of
from wp.checking.sentences import sentences
from wp.findings import Finding, Nature, Rule
from wp.reading.document import Document, Pointer
from wp.reading.prose import Prose, body_prose
from wp.reading.repository import Repository
from wp.reading.section import Section

NOWHERE = Rule("WP840", "attachment-nowhere", Nature.UNFINISHED)
UNLISTED = Rule("WP841", "attachment-unlisted", Nature.ADVICE)

RULES = (NOWHERE, UNLISTED)

ATTACHMENTS = Asked(
    "meeting-attachments",
    {**AGENDA, "list": "attachments", "title": "title", "file": "file", "held_by": "held_by"}
    | {"mentions": "", "refers": "", "plain": (), "section": "attachments"},
)
ASKED = (ATTACHMENTS,)

_WORD = re.compile(r"[^\W\d_]{5,}")
_ALIKE = 5  # letters that two forms of a word begin with: "projekt" and "projektets"


def check(document: Document, repository: Repository) -> Iterator[Finding]:
    """Judge the attachments of one meeting."""
    parameters = ATTACHMENTS.of(document.template)
    if parameters is None:
        return
    titles: dict[Pointer, list[str]] = {}
    for item in items_of(document, parameters):
        listed = titles.setdefault(item.place, [])
        for place, data in entries(item.data, parameters["list"]):
            listed.append(text(data, parameters["title"]))
            # a field with nothing behind it is reported as that
            if parameters["file"] not in data and parameters["held_by"] not in data:
                yield _nowhere(document, parameters, (*item.place, *place), data)
    if document.complete:
        yield from _mentioned(document, parameters, titles)


def _nowhere(
    document: Document, parameters: Parameters, place: Pointer, data: Mapping[str, object]
) -> Finding:
    params = {
        "title": text(data, parameters["title"]),
        "file": parameters["file"],
        "held_by": parameters["held_by"],
    }
    span = document.value_span((*place, parameters["title"]))
    return Finding(NOWHERE, document.path, span, params)


def _mentioned(
    document: Document, parameters: Parameters, titles: Mapping[Pointer, list[str]]
) -> Iterator[Finding]:
    """Find the attachments that an item's text tells of and no list has."""
    plain = {word.casefold() for word in parameters["plain"]}
    everywhere = [_words(title, plain) for listed in titles.values() for title in listed]
    for number, match, section in sections_of(document, parameters["agenda"]):
        place: Pointer = (parameters["agenda"], number)
        own = [_words(title, plain) for title in titles.get(place, ())]
        lines = section_below(match, parameters["section"])
        for prose in _within(document, section):
            if lines is not None and lines.start <= prose.start < lines.end:
                words = _words(prose.text, plain)
                is_entry = "item" in prose.inside and bool(words)
                if is_entry and not any(_alike(words, title) for title in own):
                    yield _unlisted(document, parameters, place, prose, 0, len(prose.text))
            elif prose.kind != "heading":
                for start, end, words in _told(document, parameters, prose, plain):
                    known = any(_alike(words, t) for t in everywhere) if words else bool(own)
                    if not known:
                        yield _unlisted(document, parameters, place, prose, start, end)


def _told(
    document: Document, parameters: Parameters, prose: Prose, plain: set[str]
) -> Iterator[tuple[int, int, frozenset[str]]]:
    """Yield the sentences that tell of an attachment, with the words that say which, if any."""
    template = document.template
    if template is None:
        return
    mentions, refers = (
        pattern_of(template, ATTACHMENTS.name, key, parameters[key])
        for key in ("mentions", "refers")
    )
    for start, end in sentences(prose.text):
        if found := mentions.search(prose.text, start, end):
            rest = prose.text[start : found.start()] + prose.text[found.end() : end]
            yield start, end, _words(rest, plain)
        elif refers.search(prose.text, start, end):
            yield start, end, frozenset()


def _within(document: Document, section: Section) -> Iterator[Prose]:
    return (p for p in body_prose(document) if section.start <= p.start < section.end)


def _words(phrase: str, plain: set[str]) -> frozenset[str]:
    """Return the words that tell what a phrase is about, in lower case."""
    return frozenset(_WORD.findall(phrase.casefold())) - plain


def _alike(words: frozenset[str], others: frozenset[str]) -> bool:
    """Say whether two phrases share a word, whatever its ending."""
    return bool({word[:_ALIKE] for word in words} & {word[:_ALIKE] for word in others})


def _unlisted(
    document: Document, parameters: Parameters, place: Pointer, prose: Prose, start: int, end: int
) -> Finding:
    params = {"sentence": prose.text[start:end].strip(), "list": parameters["list"]}
    number = (*place, parameters["number"])
    related = (at(document, number, "entry"),)
    return Finding(UNLISTED, document.path, prose.span(start, end), params, related)
