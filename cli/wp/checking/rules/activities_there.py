"""A topic that its writer has handed in has activities.

## What
From the status at which a document must be complete (`complete_from` in the form's lifecycle), its
list of activities has at least one entry. A draft may still be without.

## Why
A topic without activities is a wish. The board can neither pay for it nor follow it up, and it
leaves no trace in the plan.

## Wrong
```yaml content/one-pagers/datakvalitet.md
status: submitted
activities: []
```
Gives: no-activities

## Right
```yaml content/one-pagers/datakvalitet.md
status: submitted
activities:
  - title: Kortlægge det juridiske grundlag
    start: 2028-02-01
    end: 2028-06-30
    responsible: anna-berg
```
"""

from collections.abc import Iterator

from wp.checking.given import is_finished, lacks
from wp.checking.parameters import Asked
from wp.findings import Finding, Nature, Rule
from wp.reading.document import Document
from wp.reading.repository import Repository

NO_ACTIVITIES = Rule("WP531", "no-activities", Nature.UNFINISHED)

RULES = (NO_ACTIVITIES,)

THERE = Asked("activities-there", {"list": "activities"})
ASKED = (THERE,)


def check(document: Document, repository: Repository) -> Iterator[Finding]:
    """Judge whether one document has activities."""
    parameters = THERE.of(document.template)
    if parameters is None or not document.complete or not is_finished(document):
        return
    key = parameters["list"]
    if not lacks(document, key):
        return
    template = document.template
    span = document.first_span(())
    if template is not None and template.lifecycle is not None:
        span = document.value_span((template.lifecycle.field,))
    if key in document.data:
        span = document.key_span((key,))
    params = {"status": document.status, "key": key}
    yield Finding(NO_ACTIVITIES, document.path, span, params)
