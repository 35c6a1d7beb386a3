"""When an activity takes place: within itself, within the programme, within its topic's horizon.

## What
An activity ends on the day it starts or later. It lies inside the programme's `period` and, where
`horizons` say how many years short, medium and long are, inside the horizon of its topic. Years
count from the first day of the period: with `short: [0, 1]` the short term is the first year, up to
and including its last day. What is set aside, such as a parked topic, isn't held to the period.

## Why
The plan and its timeline are drawn from these dates. An activity after the period's end is one that
nobody has been asked to decide on; one outside its horizon stands in two places at once.

## Wrong
```yaml content/one-pagers/datakvalitet.md
activities:
  - title: Udgive standarden
    start: 2028-09-30
    end: 2028-09-16
    responsible: anna-berg
```
Gives: ends-before-start

```yaml content/programme.md
period: {start: 2027-01-01, end: 2029-12-31}
horizons: {short: [0, 1], medium: [1, 2], long: [2, 3]}
```
```yaml content/one-pagers/datakvalitet.md
horizon: medium
activities:
  - title: Udgive standarden
    start: 2027-09-16
    end: 2028-09-30
    responsible: anna-berg
  - title: Gøre status
    start: 2028-10-02
    end: 2030-01-31
    responsible: anna-berg
```
Gives: outside-period, outside-horizon

## Right
```yaml content/programme.md
period: {start: 2027-01-01, end: 2029-12-31}
horizons: {short: [0, 1], medium: [1, 2], long: [2, 3]}
```
```yaml content/one-pagers/datakvalitet.md
horizon: medium
activities:
  - title: Udgive standarden
    start: 2028-09-16
    end: 2028-09-30
    responsible: anna-berg
```
"""

from calendar import isleap
from collections.abc import Iterator
from datetime import MAXYEAR, date, timedelta
from typing import Any

from wp.checking.activities import FIELDS, Activity, activities_of
from wp.checking.given import at, day, has_begun, is_aside, text
from wp.checking.parameters import Asked, Parameters
from wp.findings import Finding, Nature, Related, Rule, Term
from wp.reading.document import Document
from wp.reading.repository import Repository

ENDS_BEFORE_START = Rule("WP501", "ends-before-start", Nature.FALSE)
OUTSIDE_PERIOD = Rule("WP502", "outside-period", Nature.FALSE)
OUTSIDE_HORIZON = Rule("WP503", "outside-horizon", Nature.ADVICE)

RULES = (ENDS_BEFORE_START, OUTSIDE_PERIOD, OUTSIDE_HORIZON)

DATES = Asked("activity-dates", {**FIELDS, "horizon": "horizon"})
ASKED = (DATES,)


def check(document: Document, repository: Repository) -> Iterator[Finding]:
    """Judge the dates of one document's activities."""
    parameters = DATES.of(document.template)
    if parameters is None:
        return
    for activity in activities_of(document, parameters):
        start, end = activity.start, activity.end
        if start and end and end < start:
            params = {"title": activity.title, "start": start, "end": end}
            here = activity.place(parameters["end"])
            related = at(document, activity.place(parameters["start"]), "starts")
            span = document.value_span(here)
            yield Finding(ENDS_BEFORE_START, document.path, span, params, (related,))
            continue  # where it ought to lie can't be said of such dates
        if not is_aside(document) and repository.programme is not None:
            found = _outside_period(activity, parameters, repository.programme)
            if found is None and has_begun(document):
                found = _outside_horizon(activity, parameters, repository.programme)
            if found is not None:
                yield found


def _outside_period(
    activity: Activity, parameters: Parameters, programme: Document
) -> Finding | None:
    """Return what is wrong with an activity that doesn't lie within the programme's period."""
    period = programme.data.get("period")
    first, last = (day(text(period, key)) for key in ("start", "end"))
    outside = _first_outside(activity, parameters, first, last)
    if outside is None:
        return None
    key, when, edge = outside
    params = {"title": activity.title, "date": when, "what": _does(key, parameters)}
    related = at(programme, ("period", edge), f"period-{edge}s")
    span = activity.document.value_span(activity.place(key))
    return Finding(OUTSIDE_PERIOD, activity.document.path, span, params, (related,))


def _outside_horizon(
    activity: Activity, parameters: Parameters, programme: Document
) -> Finding | None:
    """Return what is wrong with an activity that doesn't lie within its topic's horizon."""
    document = activity.document
    horizon = text(document.data, parameters["horizon"])
    days = _days(programme.data, horizon)
    outside = days and _first_outside(activity, parameters, *days)
    if not days or not outside:
        return None
    key, when, _ = outside
    params: dict[str, Any] = {"title": activity.title, "date": when, "horizon": horizon}
    params |= {"what": _does(key, parameters), "first": days[0], "last": days[1]}
    related: tuple[Related, ...] = (
        at(document, (parameters["horizon"],), "horizon-chosen"),
        at(programme, ("horizons", horizon), "horizon-defined"),
    )
    span = document.value_span(activity.place(key))
    return Finding(OUTSIDE_HORIZON, document.path, span, params, related)


def _first_outside(
    activity: Activity, parameters: Parameters, first: date | None, last: date | None
) -> tuple[str, date, str] | None:
    """Return the first of an activity's dates that lies outside, and the edge that it passes.

    That is the field's name, the date, and "start" or "end"; None when both lie within.
    """
    for name, when in (("start", activity.start), ("end", activity.end)):
        if when and first and when < first:
            return parameters[name], when, "start"
        if when and last and when > last:
            return parameters[name], when, "end"
    return None


def _does(key: str, parameters: Parameters) -> Term:
    return Term("activity.starts" if key == parameters["start"] else "activity.ends")


def _days(data: Any, horizon: str) -> tuple[date, date] | None:
    """Return the first and last day of a horizon: from 2027-01-01, [1, 3] is 2028 and 2029."""
    horizons, start = data.get("horizons"), day(text(data, "period", "start"))
    years = horizons.get(horizon) if isinstance(horizons, dict) else None
    match years:
        case [int(begin), int(end)] if start and 0 <= begin < end:
            first, after = _years_on(start, begin), _years_on(start, end)
            return (first, after - timedelta(days=1)) if first and after else None
    return None


def _years_on(start: date, years: int) -> date | None:
    """Return the same day some years on, 1 March for a leap day; None past the calendar's end."""
    year = start.year + years
    if year > MAXYEAR:
        return None
    leap_day = (start.month, start.day) == (2, 29)
    return date(year, 3, 1) if leap_day and not isleap(year) else start.replace(year=year)
