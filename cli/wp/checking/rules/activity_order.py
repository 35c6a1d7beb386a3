"""The order of activities: each starts after those that it depends on have ended.

## What
An activity that names others under `depends_on` starts on a later day than each of them ends, in
whichever topic they stand. (That activities depend on each other in a ring, or on themselves, is
found by the rule circular-reference.)

## Why
The first slip in a plan is work that was to begin before its basis was there. Dates that can't be
kept are seen at once when the two are put side by side.

## Wrong
```yaml content/one-pagers/datakvalitet.md
activities:
  - id: krav
    title: Skrive krav
    start: 2028-01-03
    end: 2028-03-31
    responsible: anna-berg
  - title: Gennemføre udbud
    start: 2028-03-01
    end: 2028-08-31
    responsible: anna-berg
    depends_on: [krav]
```
Gives: starts-too-early

## Right
```yaml content/one-pagers/datakvalitet.md
activities:
  - id: krav
    title: Skrive krav
    start: 2028-01-03
    end: 2028-03-31
    responsible: anna-berg
  - title: Gennemføre udbud
    start: 2028-04-03
    end: 2028-08-31
    responsible: anna-berg
    depends_on: [krav]
```
"""

from collections.abc import Iterator

from wp.checking.activities import FIELDS, Activity, activities_of
from wp.checking.given import at, texts
from wp.checking.parameters import Asked, Parameters
from wp.findings import Finding, Nature, Rule
from wp.reading.repository import Repository

STARTS_TOO_EARLY = Rule("WP511", "starts-too-early", Nature.FALSE)

RULES = (STARTS_TOO_EARLY,)

ORDER = Asked("activity-order", {**FIELDS, "depends_on": "depends_on"})
ASKED = (ORDER,)


def check_all(repository: Repository) -> Iterator[Finding]:
    """Judge the order of all activities, across documents."""
    found: list[tuple[Activity, Parameters]] = [
        (activity, parameters)
        for document, parameters in ORDER.documents(repository)
        for activity in activities_of(document, parameters)
    ]
    by_id: dict[str, tuple[Activity, Parameters]] = {}
    for activity, parameters in found:
        by_id.setdefault(activity.id, (activity, parameters))
    for activity, parameters in found:
        for pointer, word in texts(activity.data, parameters["depends_on"]):
            other, others = by_id.get(word, (activity, parameters))
            starts, ends = activity.start, other.end
            if other is activity or not starts or not ends or ends < starts:
                continue
            params = {"title": activity.title, "other": other.title, "start": starts, "end": ends}
            document = activity.document
            related = (
                at(document, activity.place(parameters["start"]), "starts"),
                at(other.document, other.place(others["end"]), "ends", title=other.title),
            )
            span = document.value_span((*activity.pointer, *pointer))
            yield Finding(STARTS_TOO_EARLY, document.path, span, params, related)
