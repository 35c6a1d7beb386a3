"""Milestones that minutes repeat: the last meeting to name one gives it the programme's date.

## What
Minutes may repeat the milestones that were spoken of (`milestones`). The latest minutes that name a
milestone give it the date that `programme.md` does. Older minutes may differ: they record what the
plan was then.

## Why
Members plan by the minutes, the board by the programme. When a date was moved in one of them, half
of them come on the wrong day.

## Wrong
```yaml content/programme.md
milestones:
  - id: raadets-godkendelse
    title: Rådet godkender programmet
    date: 2027-06-01
    kind: approval
```
```yaml content/minutes/2027-03-02.md
milestones:
  - {milestone: raadets-godkendelse, date: 2027-05-31}
```
Gives: milestone-moved

## Right
```yaml content/programme.md
milestones:
  - id: raadets-godkendelse
    title: Rådet godkender programmet
    date: 2027-06-01
    kind: approval
```
```yaml content/minutes/2027-03-02.md
milestones:
  - {milestone: raadets-godkendelse, date: 2027-06-01}
```
"""

from collections.abc import Iterator
from datetime import date

from wp.checking.given import at, day, entries, text
from wp.checking.parameters import Asked
from wp.findings import Finding, Nature, Rule
from wp.reading.document import Document, Pointer
from wp.reading.repository import Repository

# Minutes can't be rewritten when a plan changes after the last meeting: never an error.
MILESTONE_MOVED = Rule("WP701", "milestone-moved", Nature.ADVICE)

RULES = (MILESTONE_MOVED,)

MILESTONES = Asked(
    "milestone-dates",
    {
        "list": "milestones",
        "milestone": "milestone",
        "date": "date",
        "held": "date",
        "collection": "milestones",
    },
)
ASKED = (MILESTONES,)


def check_all(repository: Repository) -> Iterator[Finding]:
    """Compare what the latest minutes say of each milestone with the programme."""
    for _, parameters, documents in MILESTONES.forms(repository):
        known = repository.collections.get(parameters["collection"], {})
        latest: dict[str, tuple[date, Document, Pointer, date]] = {}
        for document in documents:
            held = day(text(document.data, parameters["held"]))
            for pointer, item in entries(document.data, parameters["list"]):
                word = text(item, parameters["milestone"])
                said = day(item.get(parameters["date"]))
                if not held or not said or word not in known:
                    continue
                if word not in latest or held >= latest[word][0]:
                    latest[word] = (held, document, pointer, said)
        for word, (_, document, pointer, said) in latest.items():
            milestone = known[word]
            planned = day(milestone.data.get("date"))
            if planned is None or planned == said:
                continue
            params = {"title": milestone.title, "date": said, "planned": planned}
            related = at(milestone.document, (*milestone.pointer, "date"), "milestone-date")
            span = document.value_span((*pointer, parameters["date"]))
            yield Finding(MILESTONE_MOVED, document.path, span, params, (related,))
