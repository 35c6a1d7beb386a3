"""Where the work stands on a day: what is late, coming and unfinished, and what was decided.

The only place where a day of the calendar counts. It is given, never read from the clock here.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from wp.programme.model import Action, Actor, Meeting, Milestone, OnePager, Programme

DONE = "approved"  # the status of minutes and one-pagers that need nothing more


@dataclass(frozen=True, slots=True)
class Found:
    """How many errors and warnings `wp check` has for a document."""

    errors: int = 0
    warnings: int = 0


@dataclass(frozen=True, slots=True)
class Unfinished:
    """A one-pager of the programme that isn't approved, or in which something is found.

    `missing` are the names of the fields and sections that it lacks, as a reader knows them.
    """

    topic: OnePager
    found: Found
    missing: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Due:
    """Something with a day: exactly one of an action, a milestone and a meeting's date."""

    date: str
    action: Action | None = None
    milestone: Milestone | None = None
    meeting: str = ""


@dataclass(frozen=True, slots=True)
class Standing:
    """How the work stands. Dates are ISO dates, everything is sorted by date, then as it stands.

    `on` is the day that it is seen from, `until` the last day of what is coming. `statuses` are
    the one-pagers' statuses with how many have each, those set aside among them. `late` are open
    actions whose day has passed, `undated` those without one. `latest` is the last meeting held.
    """

    on: str
    until: str
    who: Actor | None
    statuses: tuple[tuple[str, int], ...]
    late: tuple[Action, ...]
    coming: tuple[Due, ...]
    undated: tuple[Action, ...]
    passed: Milestone | None
    unfinished: tuple[Unfinished, ...]
    latest: Meeting | None
    unapproved: tuple[Meeting, ...]


def standing_of(
    programme: Programme,
    found: Mapping[str, Found],
    on: date,
    days: int,
    who: Actor | None = None,
) -> Standing:
    """Return where the work stands on a day, and what comes in so many days from it.

    `found` is what `wp check` finds, by path. With `who`, only what that person has to do, or
    that organisation's people.
    """
    today, until = on.isoformat(), (on + timedelta(days=days)).isoformat()
    given = [one for one in programme.actions if one.date <= today and _has(who, one.responsible)]
    open_actions = [one for one in given if not one.done or one.done > today]
    held = [one for one in programme.meetings if one.date and one.date <= today]
    topics = [one for one in programme.one_pagers if _has(who, [r.actor for r in one.responsible])]
    passed = [one for one in programme.milestones if one.date and one.date < today]
    return Standing(
        on=today,
        until=until,
        who=who,
        statuses=_statuses(programme),
        late=tuple(sorted((a for a in open_actions if a.due and a.due < today), key=_by_due)),
        coming=tuple(sorted(_coming(programme, open_actions, today, until), key=_by_date)),
        undated=tuple(action for action in open_actions if not action.due),
        passed=max(passed, key=lambda one: one.date, default=None),
        unfinished=tuple(_unfinished(programme, topics, found)),
        latest=max(held, key=lambda one: one.date, default=None),
        unapproved=tuple(one for one in held if one.status != DONE),
    )


def _has(who: Actor | None, actors: "tuple[Actor, ...] | list[Actor]") -> bool:
    """Say whether somebody is among those responsible, or one of an organisation's people is."""
    if who is None:
        return True
    return any(
        who.id in (actor.id, actor.organisation.id if actor.organisation else "")
        for actor in actors
    )


def _statuses(programme: Programme) -> tuple[tuple[str, int], ...]:
    counts: dict[str, int] = {}
    for topic in (*programme.one_pagers, *programme.aside):
        counts[topic.status] = counts.get(topic.status, 0) + 1
    return tuple(sorted(counts.items(), key=lambda item: (-item[1], item[0])))


def _coming(programme: Programme, actions: list[Action], today: str, until: str) -> Iterator[Due]:
    for milestone in programme.milestones:
        if today <= milestone.date <= until:
            yield Due(milestone.date, milestone=milestone)
    meetings = {one.date for one in programme.meetings}
    meetings |= {one.next_meeting.date for one in programme.meetings if one.next_meeting}
    for day in sorted(meetings):
        if today <= day <= until:
            yield Due(day, meeting=day)
    for action in actions:
        if today <= action.due <= until:
            yield Due(action.due, action=action)


def _unfinished(
    programme: Programme, topics: list[OnePager], found: Mapping[str, Found]
) -> Iterator[Unfinished]:
    missing: dict[str, dict[str, None]] = {}
    for gap in programme.missing:
        if gap.kind in ("field", "section") and gap.title:
            missing.setdefault(gap.where.path, {})[gap.title] = None
    for topic in topics:
        here = found.get(topic.path, Found())
        lacks = tuple(missing.get(topic.path, ()))
        if topic.status != DONE or here.errors or here.warnings or lacks:
            yield Unfinished(topic, here, lacks)


def _by_due(action: Action) -> str:
    return action.due


def _by_date(due: Due) -> str:
    return due.date
