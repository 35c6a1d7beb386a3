"""A topic that was given to somebody who wasn't there.

## What
A person who is responsible for a document in a draft was absent from the meeting that allocated it:
the meeting with a decision that `concerns` the document and whose `verb` is one of the form's
`verbs`. If another such meeting had the person present, all is well. It is worth knowing, no more,
and it is no longer said when the document has been handed in.

## Why
Whoever wasn't there may not know of the task, or may not have said yes to it. A substitute who was
present can't say yes for somebody else.

## Wrong
```yaml content/minutes/2027-03-02.md
present:
  - {who: anna-berg, role: chair}
  - {who: bo-dahl, role: member}
absent:
  - {who: carl-eg}
decisions:
  - id: 2027-03-02-1
    item: 2
    text: Emnet blev fordelt.
    verb: allocates
    concerns: [datakvalitet]
```
```yaml content/one-pagers/datakvalitet.md
status: draft
responsible:
  - {who: carl-eg, role: primary}
```
Gives: allocated-while-absent

## Right
```yaml content/minutes/2027-03-02.md
present:
  - {who: anna-berg, role: chair}
  - {who: bo-dahl, role: member}
absent:
  - {who: carl-eg}
decisions:
  - id: 2027-03-02-1
    item: 2
    text: Emnet blev fordelt.
    verb: allocates
    concerns: [datakvalitet]
```
```yaml content/one-pagers/datakvalitet.md
status: submitted
responsible:
  - {who: carl-eg, role: primary}
```
"""

from collections.abc import Iterator
from typing import Any

from wp.checking.given import at, entries, is_finished, text, texts
from wp.checking.parameters import Asked
from wp.findings import Finding, Nature, Related, Rule
from wp.reading.document import Document, Pointer
from wp.reading.repository import Entry, Repository

ALLOCATED_ABSENT = Rule("WP837", "allocated-while-absent", Nature.NOTE)

RULES = (ALLOCATED_ABSENT,)

ALLOCATED = Asked(
    "allocated-absent",
    {"responsible": "responsible", "who": "who", "verbs": (), "absent": "absent"}
    | {"present": "present"},
)
ASKED = (ALLOCATED,)


def check_all(repository: Repository) -> Iterator[Finding]:
    """Compare the responsible of every document with the meetings that allocated it."""
    asked = list(ALLOCATED.documents(repository))
    if not asked:
        return
    allocations: dict[str, list[Entry]] = {}
    for entry in repository.collections.get("decisions", {}).values():
        for _, named in texts(entry.data, "concerns"):
            allocations.setdefault(named, []).append(entry)
    for document, parameters in asked:
        if is_finished(document):
            continue
        entries_of = [
            entry
            for entry in allocations.get(document.id, ())
            if text(entry.data, "verb") in parameters["verbs"]
        ]
        for place, data in entries(document.data, parameters["responsible"]):
            who = text(data, parameters["who"])
            person = repository.collections.get("people", {}).get(who)
            if person is not None and entries_of:
                yield from _judge(
                    document, parameters, (*place, parameters["who"]), person, entries_of
                )


def _judge(
    document: Document, parameters: Any, place: Pointer, person: Entry, decisions: list[Entry]
) -> Iterator[Finding]:
    missed: list[tuple[Entry, Pointer]] = []
    for decision in decisions:
        minutes, who = decision.document, parameters["who"]
        if any(text(d, who) == person.id for _, d in entries(minutes.data, parameters["present"])):
            return
        for where, data in entries(minutes.data, parameters["absent"]):
            if text(data, who) == person.id:
                missed.append((decision, (*where, who)))
    if missed:
        decision, where = missed[0]
        params = {"name": person.title, "meeting": decision.document.id}
        related: tuple[Related, ...] = (
            at(decision.document, where, "absent-here"),
            at(decision.document, (*decision.pointer, "id"), "allocated-here"),
        )
        span = document.value_span(place)
        yield Finding(ALLOCATED_ABSENT, document.path, span, params, related)
