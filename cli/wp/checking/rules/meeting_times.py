"""A meeting's clock and calendar: items that follow each other, days that come in order.

## What
A meeting and each item end after they begin. The items run on from the meeting's start to its end:
one begins when the one before it ends, without overlap and without a gap. Their numbers go up by
one. The minutes are issued on the day of the meeting or later, and the next meeting lies after it.
A gap, or a number left out, is a warning: time may have passed without an item. The rest can't be.

## Why
Minutes are put together from last meeting's, and old times and numbers stay behind. Decisions refer
to an item by its number, and a wrong one hangs the decision on another item.

## Wrong
```yaml content/minutes/2027-03-02.md
start: 10:00
end: 12:00
agenda:
  - {number: 1, title: Velkomst, start: 10:00, end: 10:15}
  - {number: 3, title: Emner til programmet, start: 10:10, end: 11:30}
  - {number: 3, title: Eventuelt, start: 11:40, end: 12:30}
```
Gives: agenda-overlap, item-number-skips, item-number-repeats, agenda-gap, item-outside-meeting

```yaml content/minutes/2027-03-02.md
date: 2027-03-02
issued: 2027-02-23
start: 12:00
end: 10:00
next_meeting: {date: 2027-03-02}
```
Gives: time-runs-backwards, item-outside-meeting, issued-before-meeting, next-meeting-not-later

## Right
```yaml content/minutes/2027-03-02.md
date: 2027-03-02
issued: 2027-03-09
start: 10:00
end: 12:00
agenda:
  - {number: 1, title: Velkomst, start: 10:00, end: 10:10}
  - {number: 2, title: Emner til programmet, start: 10:10, end: 12:00}
next_meeting: {date: 2027-06-15}
```
"""

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from wp.checking.given import at, day, text
from wp.checking.meetings import AGENDA, Item, clock, items_of
from wp.checking.parameters import Asked, Parameters
from wp.findings import Finding, Nature, Related, Rule, Term
from wp.reading.document import Document, Pointer, value_at
from wp.reading.repository import Repository

BACKWARDS = Rule("WP801", "time-runs-backwards", Nature.FALSE)
GAP = Rule("WP802", "agenda-gap", Nature.ADVICE)
OVERLAP = Rule("WP803", "agenda-overlap", Nature.FALSE)
OUTSIDE = Rule("WP804", "item-outside-meeting", Nature.FALSE)
NUMBER_SKIPS = Rule("WP805", "item-number-skips", Nature.ADVICE)
NUMBER_REPEATS = Rule("WP806", "item-number-repeats", Nature.FALSE)
ISSUED_EARLY = Rule("WP807", "issued-before-meeting", Nature.FALSE)
NEXT_TOO_EARLY = Rule("WP808", "next-meeting-not-later", Nature.FALSE)

RULES = (
    BACKWARDS, GAP, OVERLAP, OUTSIDE, NUMBER_SKIPS, NUMBER_REPEATS, ISSUED_EARLY, NEXT_TOO_EARLY,
)  # fmt: skip

TIMES = Asked(
    "meeting-times",
    {**AGENDA, "date": "date", "start": "start", "end": "end", "issued": "issued"}
    | {"next": "next_meeting"},
)
ASKED = (TIMES,)


def check(document: Document, repository: Repository) -> Iterator[Finding]:
    """Judge the times of one meeting."""
    parameters = TIMES.of(document.template)
    if parameters is None:
        return
    items = list(items_of(document, parameters))
    following = document.data.get(parameters["next"])
    for place, data in (
        ((), document.data),
        *((item.place, item.data) for item in items),
        ((parameters["next"],), following if isinstance(following, dict) else {}),
    ):
        yield from _backwards(document, parameters, place, data)
    yield from _runs_on(document, parameters, items)
    yield from _numbers(document, parameters, items)
    yield from _days(document, parameters)


def _backwards(
    document: Document, parameters: Parameters, place: Pointer, data: Any
) -> Iterator[Finding]:
    begin, finish = clock(data.get(parameters["start"])), clock(data.get(parameters["end"]))
    # an item may take no time, such as one that was put off
    if (
        begin is not None
        and finish is not None
        and (finish < begin or (not place and finish == begin))
    ):
        here, there = (*place, parameters["end"]), (*place, parameters["start"])
        params = {"start": text(data, parameters["start"]), "end": text(data, parameters["end"])}
        span = document.value_span(here)
        related = at(document, there, "begins-at", time=params["start"])
        yield Finding(BACKWARDS, document.path, span, params, (related,))


def _runs_on(document: Document, parameters: Parameters, items: list[Item]) -> Iterator[Finding]:
    """Compare each item's start with the end before it, the first and last with the meeting's."""
    start, end = parameters["start"], parameters["end"]
    if not items:
        return
    yield from _seam(document, (start,), (*items[0].place, start), first=True)
    for before, item in pairwise(items):
        yield from _seam(document, (*before.place, end), (*item.place, start))
    yield from _seam(document, (*items[-1].place, end), (end,), last=True)


def _seam(
    document: Document, before: Pointer, after: Pointer, first: bool = False, last: bool = False
) -> Iterator[Finding]:
    """Judge two times that should be the same: where one item ends and the next begins."""
    ended, begun = value_at(document.data, before), value_at(document.data, after)
    one, other = clock(ended), clock(begun)
    if one is None or other is None or one == other:
        return
    # the item's time is what is wrong, not the meeting's
    here, there = (before, after) if last else (after, before)
    name = "meeting-begins" if first else "meeting-ends" if last else "item-ends"
    related = (at(document, there, name, time=value_at(document.data, there)),)
    params: dict[str, Any] = {"start": ended, "end": begun, "minutes": abs(other - one)}
    span = document.value_span(here)
    if other > one:
        yield Finding(GAP, document.path, span, params, related)
    elif first or last:
        params = {"time": value_at(document.data, here), "other": value_at(document.data, there)}
        params["does"] = Term("item.starts" if first else "item.ends")
        yield Finding(OUTSIDE, document.path, span, params, related)
    else:
        yield Finding(OVERLAP, document.path, span, params, related)


def _numbers(document: Document, parameters: Parameters, items: list[Item]) -> Iterator[Finding]:
    seen: dict[int, Pointer] = {}
    before: int | None = None
    for item in items:
        number, place = item.number, (*item.place, parameters["number"])
        if number is None:
            before = None
            continue
        span = document.value_span(place)
        if number in seen:
            related: tuple[Related, ...] = (at(document, seen[number], "first"),)
            yield Finding(NUMBER_REPEATS, document.path, span, {"number": number}, related)
        elif before is not None and number != before + 1:
            params = {"number": number, "before": before, "near": str(before + 1)}
            yield Finding(NUMBER_SKIPS, document.path, span, params)
        seen.setdefault(number, place)
        before = number


def _days(document: Document, parameters: Parameters) -> Iterator[Finding]:
    held = day(document.data.get(parameters["date"]))
    if held is None:
        return
    related = (at(document, (parameters["date"],), "meeting-date"),)
    issued = day(document.data.get(parameters["issued"]))
    if issued and issued < held:
        span = document.value_span((parameters["issued"],))
        params = {"issued": issued, "date": held}
        yield Finding(ISSUED_EARLY, document.path, span, params, related)
    following = day(text(document.data, parameters["next"], parameters["date"]))
    if following and following <= held:
        span = document.value_span((parameters["next"], parameters["date"]))
        params = {"next": following, "date": held}
        yield Finding(NEXT_TOO_EARLY, document.path, span, params, related)
