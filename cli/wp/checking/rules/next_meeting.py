"""The next meeting as minutes announce it, beside when it was held and what the programme plans.

## What
If the same body's next minutes are of a later day than the one that `next_meeting` announced, that
is mentioned: the meeting was moved, or its minutes are missing. An extra meeting in between is no
reason to speak. The council's latest `next_meeting` is also held against the programme: where
exactly one milestone of a kind that the council meets for lies in that month, and on another day,
one of the two is probably wrong.

## Why
Next year's dates are agreed in passing, at the end of a meeting, and written down twice.

## Wrong
```yaml content/programme.md
milestones:
  - id: gennemgang
    title: Rådet gennemgår one-pagers
    date: 2027-06-15
    kind: review
```
```yaml content/minutes/2027-03-02.md
next_meeting: {date: 2027-06-17}
```
Gives: next-meeting-unlike-milestone

```yaml content/minutes/2027-03-02.md
next_meeting: {date: 2027-06-15}
```
```yaml content/minutes/2027-08-24.md
date: 2027-08-24
```
Gives: next-meeting-moved

## Right
```yaml content/programme.md
milestones:
  - id: gennemgang
    title: Rådet gennemgår one-pagers
    date: 2027-06-15
    kind: review
```
```yaml content/minutes/2027-03-02.md
next_meeting: {date: 2027-06-15}
```
"""

from collections.abc import Iterator, Sequence
from datetime import date

from wp.checking.given import all_read, at, day, text
from wp.checking.parameters import Asked, Parameters
from wp.findings import Finding, Nature, Rule
from wp.reading.document import Document, Pointer
from wp.reading.repository import Repository

# What was announced stands as it was announced, also when the meeting was moved afterwards.
MOVED = Rule("WP731", "next-meeting-moved", Nature.NOTE)
UNLIKE_MILESTONE = Rule("WP732", "next-meeting-unlike-milestone", Nature.ADVICE)

RULES = (MOVED, UNLIKE_MILESTONE)

NEXT = Asked(
    "next-meeting",
    {
        "next": "next_meeting",
        "date": "date",
        "body": "body",
        "milestones": "milestones",
        "kinds": ("review", "approval", "meeting"),
    },
)
ASKED = (NEXT,)

Meeting = tuple[date, Document]


def check_all(repository: Repository) -> Iterator[Finding]:
    """Judge every announcement of a next meeting."""
    for template, parameters, documents in NEXT.forms(repository):
        bodies: dict[str, list[Meeting]] = {}
        for document in documents:
            if held := day(text(document.data, parameters["date"])):
                body = text(document.data, parameters["body"])
                bodies.setdefault(body, []).append((held, document))
        certain = all_read(repository, template)
        council = text(repository.programme.data, "council") if repository.programme else ""
        for body, meetings in bodies.items():
            meetings.sort(key=lambda meeting: meeting[0])
            for number, meeting in enumerate(meetings):
                later = meetings[number + 1 :]
                found = _judge(meeting, later if certain else [], parameters)
                if found is not None:
                    yield found
                elif not later and certain and body == council:
                    yield from _milestone(meeting[1], parameters, repository)


def _planned(document: Document, parameters: Parameters) -> tuple[Pointer, date | None]:
    """Return the place and the day of the next meeting that minutes announce."""
    pointer = (parameters["next"], "date")
    return pointer, day(text(document.data, *pointer))


def _judge(meeting: Meeting, later: Sequence[Meeting], parameters: Parameters) -> Finding | None:
    """Judge one announcement by the meeting that it was made at and those that followed."""
    held, document = meeting
    pointer, planned = _planned(document, parameters)
    following = [other for other in later if other[0] > held]
    if planned is None or planned <= held or not following or following[0][0] <= planned:
        return None
    span = document.value_span(pointer)
    when, other = following[0]
    related = at(other, (parameters["date"],), "meeting-date")
    params = {"date": planned, "held": when}
    return Finding(MOVED, document.path, span, params, (related,))


def _milestone(
    document: Document, parameters: Parameters, repository: Repository
) -> Iterator[Finding]:
    """Hold the latest announcement against the milestones of its month."""
    pointer, planned = _planned(document, parameters)
    known = repository.collections.get(parameters["milestones"], {})
    dated = [(day(entry.data.get("date")), entry) for entry in known.values()]
    if planned is None or any(when == planned for when, _ in dated):
        return
    same_month = [
        (when, entry)
        for when, entry in dated
        if when
        and (when.year, when.month) == (planned.year, planned.month)
        and text(entry.data, "kind") in parameters["kinds"]
    ]
    if len(same_month) == 1:
        [(when, milestone)] = same_month
        params = {"date": planned, "title": milestone.title, "planned": when}
        related = at(milestone.document, (*milestone.pointer, "date"), "milestone-date")
        span = document.value_span(pointer)
        yield Finding(UNLIKE_MILESTONE, document.path, span, params, (related,))
