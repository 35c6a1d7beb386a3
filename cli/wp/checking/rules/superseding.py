"""Decisions that supersede others: one for each, and never an older one.

## What
A decision is superseded by at most one other. The one that supersedes it is of the same meeting or
a later one. (That decisions supersede each other in a ring, or themselves, is found by the rule
circular-reference.)

## Why
What holds today is found by following decisions forward. Where two roads lead on from one of them,
or a road leads back, nobody can say what holds.

## Wrong
```yaml content/minutes/2027-03-02.md
decisions:
  - id: 2027-03-02-1
    item: 2
    text: Rådet godkendte listen over emner.
    verb: approves
    supersedes: [2027-06-15-1]
```
```yaml content/minutes/2027-06-15.md
date: 2027-06-15
decisions:
  - id: 2027-06-15-1
    item: 2
    text: Rådet godkendte en ny liste.
    verb: approves
  - id: 2027-06-15-2
    item: 2
    text: Rådet godkendte listen med en rettelse.
    verb: approves
    supersedes: [2027-06-15-1]
```
Gives: superseded-by-older, superseded-twice

## Right
```yaml content/minutes/2027-03-02.md
decisions:
  - id: 2027-03-02-1
    item: 2
    text: Rådet godkendte listen over emner.
    verb: approves
```
```yaml content/minutes/2027-06-15.md
date: 2027-06-15
decisions:
  - id: 2027-06-15-1
    item: 2
    text: Rådet godkendte en ny liste.
    verb: approves
    supersedes: [2027-03-02-1]
```
"""

from collections.abc import Iterator
from datetime import date

from wp.checking.decisions import Decision, Log
from wp.checking.given import at
from wp.checking.parameters import Asked
from wp.findings import Finding, Nature, Rule
from wp.reading.document import Pointer
from wp.reading.repository import Repository

SUPERSEDED_TWICE = Rule("WP621", "superseded-twice", Nature.FALSE)
SUPERSEDED_BY_OLDER = Rule("WP622", "superseded-by-older", Nature.FALSE)

RULES = (SUPERSEDED_TWICE, SUPERSEDED_BY_OLDER)

SUPERSEDING = Asked("superseding", {})
ASKED = (SUPERSEDING,)


def check_all(repository: Repository) -> Iterator[Finding]:
    """Judge every `supersedes` of the minutes."""
    asked = {document.path for document, _ in SUPERSEDING.documents(repository)}
    log = Log(repository)
    first: dict[str, tuple[Decision, Pointer]] = {}
    in_time = sorted(log.all, key=lambda d: (d.date or date.max, d.number))
    for decision in in_time:
        document = decision.entry.document
        if document.path not in asked:
            continue
        for pointer, word in decision.supersedes:
            other = log.by_id.get(word)
            if other is None or other.id == decision.id:
                continue
            span = document.value_span(pointer)
            before, where = first.setdefault(word, (decision, pointer))
            if before.id != decision.id:
                params = {"id": word, "other": before.id}
                related = at(before.entry.document, where, "supersedes-first", id=before.id)
                yield Finding(SUPERSEDED_TWICE, document.path, span, params, (related,))
            elif _is_older(decision, other) and not _leads_to(other, decision, log):
                yield _by_older(decision, other, pointer)


def _is_older(decision: Decision, other: Decision) -> bool:
    return bool(decision.date and other.date and decision.date < other.date)


def _by_older(decision: Decision, other: Decision, pointer: Pointer) -> Finding:
    document = decision.entry.document
    params = {"id": decision.id, "date": decision.date, "other": other.id, "later": other.date}
    related = at(other.entry.document, other.place("id"), "newer-decision", id=other.id)
    return Finding(
        SUPERSEDED_BY_OLDER, document.path, document.value_span(pointer), params, (related,)
    )


def _leads_to(start: Decision, end: Decision, log: Log) -> bool:
    """Say whether one decision supersedes another by way of others: a ring, if asked backwards."""
    seen: set[str] = set()
    waiting = [start.id]
    while waiting:
        ident = waiting.pop()
        if ident == end.id:
            return True
        if ident not in seen and ident in log.by_id:
            seen.add(ident)
            waiting += [word for _, word in log.by_id[ident].supersedes]
    return False
