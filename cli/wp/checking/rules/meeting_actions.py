"""What somebody is to do after a meeting: when, and whether the one who got it was there.

## What
An action has a day by which it is to be done (`due`), and that day comes after the meeting. Without
one it is unfinished. When it is done, `done` says on which day, the meeting's own at the earliest;
it then needs no due date, and leaves the list of open actions. That somebody responsible was absent
is worth knowing, no more: the task may have been agreed on beforehand.

## Why
An action without a date is never late, and so it is never done. Whoever wasn't there may not know
of it.

## Wrong
```yaml content/minutes/2027-03-02.md
date: 2027-03-02
absent:
  - {who: carl-eg}
actions:
  - {item: 2, text: Skriver et udkast, responsible: [carl-eg]}
  - item: 2
    text: Samler udkastene
    responsible: [sekretariatet]
    due: 2027-02-01
    done: 2027-01-29
```
Gives: action-without-due, action-due-too-early, action-done-too-early, responsible-was-absent

## Right
```yaml content/minutes/2027-03-02.md
date: 2027-03-02
absent:
  - {who: carl-eg}
actions:
  - item: 2
    text: Skriver et udkast
    responsible: [bo-dahl]
    due: 2027-03-26
  - item: 2
    text: Samler udkastene
    responsible: [sekretariatet]
    due: 2027-04-01
    done: 2027-03-30
```
"""

from collections.abc import Iterator

from wp.checking.given import at, day, entries, text, texts
from wp.checking.meetings import PEOPLE, attendees, name_of
from wp.checking.parameters import Asked
from wp.findings import Finding, Nature, Rule
from wp.reading.document import Document
from wp.reading.repository import Repository

NO_DUE_DATE = Rule("WP834", "action-without-due", Nature.UNFINISHED)
DUE_TOO_EARLY = Rule("WP835", "action-due-too-early", Nature.FALSE)
RESPONSIBLE_ABSENT = Rule("WP836", "responsible-was-absent", Nature.NOTE)
DONE_TOO_EARLY = Rule("WP838", "action-done-too-early", Nature.FALSE)

RULES = (NO_DUE_DATE, DUE_TOO_EARLY, RESPONSIBLE_ABSENT, DONE_TOO_EARLY)

ACTIONS = Asked(
    "meeting-actions",
    {**PEOPLE, "date": "date", "list": "actions", "text": "text", "responsible": "responsible"}
    | {"due": "due", "done": "done"},
)
ASKED = (ACTIONS,)


def check(document: Document, repository: Repository) -> Iterator[Finding]:
    """Judge the actions of one meeting."""
    parameters = ACTIONS.of(document.template)
    if parameters is None:
        return
    held = day(document.data.get(parameters["date"]))
    away = {found.who: found for found in attendees(document, parameters, "absent")}
    for place, data in entries(document.data, parameters["list"]):
        params = {"text": text(data, parameters["text"])}
        if parameters["due"] not in data and parameters["done"] not in data:
            params["key"] = parameters["due"]
            shown = parameters["text"] if params["text"] else parameters["responsible"]
            span = document.value_span((*place, shown))
            yield Finding(NO_DUE_DATE, document.path, span, params)
        due = day(data.get(parameters["due"]))
        if held and due and due <= held:
            span = document.value_span((*place, parameters["due"]))
            related = (at(document, (parameters["date"],), "meeting-date"),)
            when = {"due": due, "date": held}
            yield Finding(DUE_TOO_EARLY, document.path, span, when, related)
        done = day(data.get(parameters["done"]))
        if held and done and done < held:
            span = document.value_span((*place, parameters["done"]))
            related = (at(document, (parameters["date"],), "meeting-date"),)
            when = {"done": done, "date": held}
            yield Finding(DONE_TOO_EARLY, document.path, span, when, related)
        for where, who in texts(data, parameters["responsible"]):
            if who in away:
                span = document.value_span((*place, *where))
                name = {"name": name_of(who, repository)}
                related = (at(document, (*away[who].place, parameters["who"]), "absent-here"),)
                yield Finding(RESPONSIBLE_ABSENT, document.path, span, name, related)
