"""Sets against each other what the one-pagers say: matrices, economy, responsibilities."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from wp.language.collation import sort_key
from wp.programme.model import (
    Activity,
    Actor,
    Amounts,
    Assignment,
    Chapter,
    Economy,
    EconomyRow,
    FocusArea,
    Glance,
    GlanceRow,
    Horizon,
    Initiative,
    Load,
    Matrix,
    MatrixRow,
    OnePager,
    Period,
    Responsibilities,
)
from wp.programme.values import amounts, mapping, text, years_between


def interplay_matrix(
    one_pagers: Sequence[OnePager], initiatives: Iterable[Initiative]
) -> Matrix[bool]:
    """Return which topics have an interface to which initiatives, of those that any topic names."""
    named = {ref.id: ref for topic in one_pagers for ref in topic.interfaces}
    order = [item.id for item in initiatives if item.id in named]
    columns = tuple(named[ident] for ident in dict.fromkeys((*order, *named)))
    rows = (
        MatrixRow(topic.ref, tuple(column in topic.interfaces for column in columns))
        for topic in one_pagers
    )
    return Matrix(columns, tuple(rows))


def themes_matrix(one_pagers: Sequence[OnePager]) -> Matrix[str]:
    """Return how each topic addresses each cross-cutting theme, "" where it doesn't."""
    addressed = [{item.theme: item.text for item in topic.cross_cutting} for topic in one_pagers]
    columns = tuple(dict.fromkeys(theme for texts in addressed for theme in texts))
    rows = (
        MatrixRow(topic.ref, tuple(texts.get(column, "") for column in columns))
        for topic, texts in zip(one_pagers, addressed, strict=True)
    )
    return Matrix(columns, tuple(rows))


def economy_of(
    data: Mapping[str, Any],
    period: Period,
    chapters: Iterable[Chapter],
    activities: Sequence[Activity],
) -> Economy:
    """Return what the plan costs against the frame, which `data`, the programme's fields, holds."""
    economy = mapping(data, "economy")
    frame = amounts(economy, "frame")
    spent = {year for activity in activities for year, _ in activity.cost}
    years = tuple(sorted({*years_between(period.start, period.end), *frame, *spent}))
    rows = (
        EconomyRow(
            chapter.focus_area,
            _sums(years, chapter.activities),
            _unestimated(chapter.activities),
        )
        for chapter in chapters
    )
    sums = _sums(years, activities)
    left = tuple(
        frame[year] - (amount or 0) if year in frame else None
        for year, amount in zip(years, sums.by_year, strict=True)
    )
    total = sum(frame.values()) if frame else None
    comparable = total is not None and spent <= frame.keys()
    return Economy(
        currency=text(economy, "currency"),
        years=years,
        rows=tuple(rows),
        sums=sums,
        frame=Amounts(tuple(frame.get(year) for year in years), total),
        difference=Amounts(left, (total or 0) - (sums.total or 0) if comparable else None),
        unestimated=_unestimated(activities),
    )


def glance_of(
    horizons: Iterable[Horizon],
    chapters: Iterable[Chapter],
    one_pagers: Sequence[OnePager],
    activities: Sequence[Activity],
) -> Glance:
    """Return how much there is in each focus area and in all, activities by horizon.

    The activities without a horizon are a column of their own, when there are any.
    """
    keys = tuple(horizon.key for horizon in horizons if horizon.key or horizon.activities)
    rows = (_glance(keys, c.focus_area, c.one_pagers, c.activities) for c in chapters)
    return Glance(keys, tuple(rows), _glance(keys, None, one_pagers, activities))


def _glance(
    horizons: Sequence[str],
    focus_area: FocusArea | None,
    one_pagers: Sequence[OnePager],
    activities: Sequence[Activity],
) -> GlanceRow:
    return GlanceRow(
        focus_area=focus_area,
        one_pagers=len(one_pagers),
        activities=tuple(sum(a.horizon == key for a in activities) for key in horizons),
        total=len(activities),
        cost=_sums((), activities).total,
        unestimated=len(_unestimated(activities)),
    )


def responsibilities_of(
    one_pagers: Iterable[OnePager], activities: Iterable[Activity]
) -> Responsibilities:
    """Return who answers for what: each in their own right, and by organisation."""
    assignments = [
        Assignment(topic.ref, item.actor, item.role, item.note)
        for topic in one_pagers
        for item in topic.responsible
    ]
    carried = [(activity.responsible, activity) for activity in activities if activity.responsible]
    return Responsibilities(
        _loads(assignments, carried, lambda actor: actor),
        _loads(assignments, carried, lambda actor: actor.organisation or actor),
    )


def _loads(
    assignments: Iterable[Assignment],
    carried: Iterable[tuple[Actor, Activity]],
    bearer: Callable[[Actor], Actor],
) -> tuple[Load, ...]:
    """Gather what each bearer answers for, sorted by name."""
    topics: dict[Actor, list[Assignment]] = {}
    activities: dict[Actor, list[Activity]] = {}
    for assignment in assignments:
        topics.setdefault(bearer(assignment.actor), []).append(assignment)
    for actor, activity in carried:
        activities.setdefault(bearer(actor), []).append(activity)
    return tuple(
        Load(actor, tuple(topics.get(actor, ())), tuple(activities.get(actor, ())))
        for actor in sorted({*topics, *activities}, key=lambda a: (sort_key(a.name), a.kind, a.id))
    )


def _sums(years: Sequence[int], activities: Sequence[Activity]) -> Amounts:
    """Return what activities cost each year and in all; nothing estimated is None, not 0."""
    found: dict[int, int] = {}
    for activity in activities:
        for year, amount in activity.cost:
            found[year] = found.get(year, 0) + amount
    total = sum(found.values()) if found else None
    return Amounts(tuple(found.get(year) for year in years), total)


def _unestimated(activities: Iterable[Activity]) -> tuple[Activity, ...]:
    return tuple(activity for activity in activities if not activity.estimated)
