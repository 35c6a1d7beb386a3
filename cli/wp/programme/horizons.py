"""What lies in the short, medium and long term."""

from calendar import isleap
from collections.abc import Sequence
from datetime import MAXYEAR, date, timedelta

from wp.programme import labels
from wp.programme.index import Index
from wp.programme.model import Activity, Horizon, OnePager, Period
from wp.programme.values import day, mapping
from wp.reading.document import Document


def horizons_of(
    index: Index,
    programme: Document,
    period: Period,
    one_pagers: Sequence[OnePager],
    activities: Sequence[Activity],
) -> tuple[Horizon, ...]:
    """Return the horizons in the order of the one-pager's form, then "" for what has none."""
    form = index.repository.templates.get("one-pager")
    used = (topic.horizon for topic in one_pagers)
    keys = dict.fromkeys((*labels.values_of(form, ("horizon",)), *used))
    horizons = []
    for key in sorted(keys, key=lambda key: not key):  # "" last, the others as they stand
        years = _years(mapping(programme.data, "horizons").get(key))
        horizons.append(
            Horizon(
                key,
                years,
                *_days(period, years),
                tuple(topic for topic in one_pagers if topic.horizon == key),
                tuple(activity for activity in activities if activity.horizon == key),
            )
        )
    return tuple(horizons)


def _years(value: object) -> tuple[int, int] | None:
    match value:
        case [int(first), int(last)]:
            return first, last
    return None


def _days(period: Period, years: tuple[int, int] | None) -> tuple[str, str]:
    """Return the first and last day: from 2027-01-01, years 1 to 3 are 2028 and 2029."""
    first = day(period.start)
    start = _anniversary(first, years[0]) if first and years else None
    end = _anniversary(first, years[1]) if first and years else None
    if start is None or end is None or end <= start:
        return "", ""
    return start.isoformat(), (end - timedelta(days=1)).isoformat()


def _anniversary(first: date, years: int) -> date | None:
    """Return the same day some years on, 1 March for a leap day; None past the calendar's end."""
    year = first.year + years
    if not 1 <= year <= MAXYEAR:
        return None
    leap_day = (first.month, first.day) == (2, 29)
    return date(year, 3, 1) if leap_day and not isleap(year) else first.replace(year=year)
