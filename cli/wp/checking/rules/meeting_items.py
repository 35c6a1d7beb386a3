"""What hangs on the agenda: decisions, actions and guests belong to an item that is there.

## What
The item that a decision, an action or a guest names is a number on the agenda. Where the form asks
for it (`id_begins: date`), a decision's id begins with the meeting's date.

## Why
A decision without its item can't be traced to the discussion that led to it. Ids with the date keep
the decisions of all meetings apart, and tell everyone who reads one where it was made.

## Wrong
```yaml content/minutes/2027-03-02.md
date: 2027-03-02
agenda:
  - {number: 1, title: Velkomst, start: 10:00, end: 10:15}
  - {number: 2, title: Emner til programmet, start: 10:15, end: 12:00}
decisions:
  - id: 2026-11-10-1
    item: 3
    text: Rådet tiltrådte forslaget.
    verb: endorses
```
Gives: unknown-item, decision-id-of-another-meeting

## Right
```yaml content/minutes/2027-03-02.md
date: 2027-03-02
agenda:
  - {number: 1, title: Velkomst, start: 10:00, end: 10:15}
  - {number: 2, title: Emner til programmet, start: 10:15, end: 12:00}
decisions:
  - id: 2027-03-02-1
    item: 2
    text: Rådet tiltrådte forslaget.
    verb: endorses
```
"""

import re
from collections.abc import Iterator
from typing import Any

from wp.checking.given import at, day, entries, text
from wp.checking.meetings import AGENDA, items_of, whole
from wp.checking.parameters import Asked, Parameters
from wp.findings import Finding, Nature, Rule
from wp.reading.document import Document
from wp.reading.repository import Repository

UNKNOWN_ITEM = Rule("WP832", "unknown-item", Nature.FALSE)
FOREIGN_ID = Rule("WP833", "decision-id-of-another-meeting", Nature.FALSE)

RULES = (UNKNOWN_ITEM, FOREIGN_ID)

ITEMS = Asked(
    "meeting-items",
    {**AGENDA, "item": "item", "lists": ("decisions", "actions", "guests")}
    | {"decisions": "decisions", "id_begins": ""},
)
ASKED = (ITEMS,)

_NUMBER = re.compile(r"(?:.*-)?([0-9]+)")


def check(document: Document, repository: Repository) -> Iterator[Finding]:
    """Judge what one meeting's lists say of its items."""
    parameters = ITEMS.of(document.template)
    if parameters is None:
        return
    numbers = {item.number for item in items_of(document, parameters)}
    if numbers and None not in numbers:
        yield from _unknown(document, parameters, {n for n in numbers if n is not None})
    start = text(document.data, parameters["id_begins"])
    if day(start):
        for place, data in entries(document.data, parameters["decisions"]):
            named = text(data, "id")
            # where the file's name says otherwise, it may be the date that is wrong
            if named and not named.startswith((f"{start}-", f"{document.id}-")):
                number = _NUMBER.fullmatch(named)
                params = {"id": named, "start": start}
                params["near"] = f"{start}-{number[1]}" if number else ""
                related = (at(document, (parameters["id_begins"],), "meeting-date"),)
                span = document.value_span((*place, "id"))
                yield Finding(FOREIGN_ID, document.path, span, params, related)


def _unknown(document: Document, parameters: Parameters, numbers: set[int]) -> Iterator[Finding]:
    for name in parameters["lists"]:
        for place, data in entries(document.data, name):
            item = whole(data.get(parameters["item"]))
            if item is not None and item not in numbers:
                params: dict[str, Any] = {"item": item, "known": sorted(numbers)}
                related = (at(document, (parameters["agenda"],), "list"),)
                span = document.value_span((*place, parameters["item"]))
                yield Finding(UNKNOWN_ITEM, document.path, span, params, related)
