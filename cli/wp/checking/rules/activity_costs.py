"""What activities cost: in the years when they take place, and within the economic frame.

## What
The years of an activity's `cost` are among those that it takes place in. The estimates of all
activities in the programme add up, in each year, to no more than `economy.frame` in `programme.md`
gives for that year. A year without a frame is not judged. Only topics that have begun count: what
is only proposed, parked or in the catalogue costs nothing yet.

## Why
The board decides on the frame and the topics together. It must not find out for itself that the
sum of the topics is another than the frame.

## Wrong
```yaml content/one-pagers/datakvalitet.md
activities:
  - title: Gennemføre udbud
    start: 2028-04-03
    end: 2028-08-31
    responsible: anna-berg
    cost: {2029: 300000}
```
Gives: cost-outside-activity

```yaml content/programme.md
economy: {currency: DKK, frame: {2028: 1000000}}
```
```yaml content/one-pagers/datakvalitet.md
activities:
  - title: Gennemføre udbud
    start: 2028-04-03
    end: 2028-08-31
    responsible: anna-berg
    cost: {2028: 1300000}
```
Gives: cost-over-frame

## Right
```yaml content/programme.md
economy: {currency: DKK, frame: {2028: 1000000}}
```
```yaml content/one-pagers/datakvalitet.md
activities:
  - title: Gennemføre udbud
    start: 2028-04-03
    end: 2028-08-31
    responsible: anna-berg
    cost: {2028: 300000}
```
"""

from collections.abc import Iterator

from wp.checking.activities import FIELDS, Activity, activities_of
from wp.checking.given import amounts, at, has_begun, text
from wp.checking.parameters import Asked
from wp.findings import Finding, Nature, Related, Rule
from wp.reading.document import Document, Pointer
from wp.reading.repository import Repository

COST_OUTSIDE_ACTIVITY = Rule("WP521", "cost-outside-activity", Nature.FALSE)
# Estimates of drafts change from week to week: a sum above the frame is no fault of one document.
COST_OVER_FRAME = Rule("WP522", "cost-over-frame", Nature.ADVICE)

RULES = (COST_OUTSIDE_ACTIVITY, COST_OVER_FRAME)

COSTS = Asked("activity-costs", {**FIELDS, "cost": "cost"})
ASKED = (COSTS,)

_SHOWN = 3  # of the largest items that make up a sum


def check_all(repository: Repository) -> Iterator[Finding]:
    """Judge the costs of all activities, each for itself and their sums by year."""
    by_year: dict[str, list[tuple[int, Activity, Pointer]]] = {}
    for document, parameters in COSTS.documents(repository):
        for activity in activities_of(document, parameters):
            for year, amount in amounts(activity.data, parameters["cost"]):
                place = (*activity.place(parameters["cost"]), year)
                if found := _outside(activity, place, year):
                    yield found
                if has_begun(document):
                    by_year.setdefault(year, []).append((amount, activity, place))
    programme = repository.programme
    if programme is not None:
        yield from _over(programme, by_year)


def _outside(activity: Activity, place: Pointer, year: str) -> Finding | None:
    """Return what is wrong with a cost in a year when the activity doesn't take place."""
    start, end = activity.start, activity.end
    if not start or not end or end < start or start.year <= int(year) <= end.year:
        return None
    *above, _ = place
    others = activity.data.get(above[-1], {})
    # an activity of one year with one cost leaves no doubt about which year is meant
    near = str(start.year) if start.year == end.year and len(others) == 1 else ""
    params = {"title": activity.title, "year": year, "start": start, "end": end, "near": near}
    document = activity.document
    related = Related(document.path, document.value_span(activity.pointer).line, "activity")
    span = document.key_span(place)
    return Finding(COST_OUTSIDE_ACTIVITY, document.path, span, params, (related,))


def _over(
    programme: Document, by_year: dict[str, list[tuple[int, Activity, Pointer]]]
) -> Iterator[Finding]:
    """Yield a finding for each year whose costs are more than its frame."""
    economy = programme.data.get("economy")
    currency = text(economy, "currency")
    frame = economy.get("frame") if isinstance(economy, dict) else None
    for year, limit in amounts({"frame": frame}, "frame"):
        costs = by_year.get(year, [])
        total = sum(amount for amount, _, _ in costs)
        if total <= max(limit, 0):
            continue
        largest = sorted(costs, key=lambda cost: (-cost[0], cost[1].document.path))[:_SHOWN]
        related = tuple(
            at(
                activity.document,
                place,
                "cost-share",
                amount=(amount, currency),
                title=activity.title,
            )
            for amount, activity, place in largest
        )
        params = {
            "year": year,
            "sum": (total, currency),
            "frame": (limit, currency),
            "over": (total - limit, currency),
        }
        span = programme.value_span(("economy", "frame", year))
        yield Finding(COST_OVER_FRAME, programme.path, span, params, related)
