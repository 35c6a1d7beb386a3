"""The order of the programme's milestones: the council approves before the board is presented.

## What
Before the council has approved the programme for the first time, it isn't presented to the board,
and the board doesn't adopt it. Later rounds may be prepared while an adopted programme is in force:
a presentation after an adoption is taken for a report on that, and an adoption is held against as
many approvals as there were adoptions.

## Why
The council recommends, the board adopts. A date for the presentation that comes before the approval
means that one of them is wrong, or that the board will see what the council hasn't settled.

## Wrong
```yaml content/programme.md
milestones:
  - id: forelaeggelse
    title: Oplægget præsenteres for bestyrelsen
    date: 2027-10-03
    kind: presentation
  - id: godkendelse
    title: Rådet godkender programmet
    date: 2027-11-18
    kind: approval
```
Gives: milestone-order

## Right
```yaml content/programme.md
milestones:
  - id: godkendelse
    title: Rådet godkender programmet
    date: 2027-09-16
    kind: approval
  - id: forelaeggelse
    title: Oplægget præsenteres for bestyrelsen
    date: 2027-10-03
    kind: presentation
```
"""

from collections.abc import Iterator
from datetime import date
from typing import Any

from wp.checking.given import at, day, entries, text
from wp.checking.parameters import Asked
from wp.findings import Finding, Nature, Rule
from wp.reading.document import Document, Pointer
from wp.reading.repository import Repository

MILESTONE_ORDER = Rule("WP702", "milestone-order", Nature.ADVICE)

RULES = (MILESTONE_ORDER,)

# `closes` is the kind that ends a round and opens the next.
ORDER = Asked(
    "milestone-order",
    {
        "list": "milestones",
        "date": "date",
        "kind": "kind",
        "first": "approval",
        "then": ("presentation", "adoption"),
        "closes": "adoption",
    },
)
ASKED = (ORDER,)

Milestone = tuple[date, Pointer, Any]


def check(document: Document, repository: Repository) -> Iterator[Finding]:
    """Judge the order of one document's milestones."""
    parameters = ORDER.of(document.template)
    if parameters is None:
        return
    dated = parameters["date"]
    milestones: list[Milestone] = [
        (when, pointer, item)
        for pointer, item in entries(document.data, parameters["list"])
        if (when := day(item.get(dated)))
    ]
    of_kind: dict[str, list[Milestone]] = {}
    for milestone in sorted(milestones, key=lambda m: m[0]):
        of_kind.setdefault(text(milestone[2], parameters["kind"]), []).append(milestone)
    firsts = of_kind.get(parameters["first"], [])
    closings = of_kind.get(parameters["closes"], [])
    for kind in parameters["then"]:
        for when, pointer, item in of_kind.get(kind, []):
            after = next((m for m in firsts if m[0] > when), None)
            if after is None:
                continue
            before = sum(m[0] <= when for m in firsts)
            closed = sum(m[0] < when for m in closings)
            if before > closed or (closed and kind != parameters["closes"]):
                continue
            params = {
                "title": text(item, "title"),
                "date": when,
                "other": text(after[2], "title"),
                "later": after[0],
            }
            related = at(document, (*after[1], dated), "approved-later")
            span = document.value_span((*pointer, dated))
            yield Finding(MILESTONE_ORDER, document.path, span, params, (related,))
