"""Approved minutes name the meeting that approved them, and it is a later one.

## What
Minutes with the status that the form names have `approved_in`: the id of the meeting at which they
were approved. That meeting was held later than the one that the minutes are of.

## Why
Minutes are the council's memory once it has approved them. No meeting can approve its own.

## Wrong
```yaml content/minutes/2027-03-02.md
status: approved
```
Gives: approved-nowhere

```yaml content/minutes/2027-06-15.md
date: 2027-06-15
status: approved
approved_in: 2027-03-02
```
Gives: approved-too-early

## Right
```yaml content/minutes/2027-03-02.md
status: approved
approved_in: 2027-06-15
```
```yaml content/minutes/2027-06-15.md
date: 2027-06-15
status: draft
```
"""

from collections.abc import Iterator

from wp.checking.given import at, day, text
from wp.checking.parameters import Asked
from wp.findings import Finding, Nature, Rule
from wp.reading.repository import Repository

APPROVED_NOWHERE = Rule("WP631", "approved-nowhere", Nature.UNFINISHED)
APPROVED_TOO_EARLY = Rule("WP632", "approved-too-early", Nature.FALSE)

RULES = (APPROVED_NOWHERE, APPROVED_TOO_EARLY)

MINUTES = Asked(
    "approved-minutes", {"status": "approved", "approved_in": "approved_in", "date": "date"}
)
ASKED = (MINUTES,)


def check_all(repository: Repository) -> Iterator[Finding]:
    """Judge where and when all minutes were approved."""
    for template, parameters, documents in MINUTES.forms(repository):
        by_id = {document.id: document for document in documents}
        field, dated = parameters["approved_in"], parameters["date"]
        for document in documents:
            approved = document.status == parameters["status"]
            if approved and field not in document.data and document.complete:
                assert template.lifecycle is not None  # its documents have a status
                span = document.value_span((template.lifecycle.field,))
                yield Finding(APPROVED_NOWHERE, document.path, span, {"key": field})
            other = by_id.get(text(document.data, field))
            held = day(text(document.data, dated))
            later = day(text(other.data, dated)) if other else None
            if other and held and later and later <= held:
                params = {"date": held, "other": later}
                related = at(other, (dated,), "meeting-date")
                span = document.value_span((field,))
                yield Finding(APPROVED_TOO_EARLY, document.path, span, params, (related,))
