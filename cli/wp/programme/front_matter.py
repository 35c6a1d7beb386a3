"""What the programme's own front matter lists: period, goals, focus areas, themes, milestones."""

import posixpath
from collections.abc import Iterable, Iterator

from wp.language.collation import sort_key
from wp.programme.index import (
    MINUTES,
    ONE_PAGERS,
    Index,
    area_order,
    is_included,
    place_of,
    ref_of,
    title_of,
)
from wp.programme.model import FocusArea, Goal, Look, Milestone, Period, Ref, Restated, Theme
from wp.programme.values import LAST, mapping, mappings, text, texts, whole
from wp.reading.document import Document
from wp.reading.repository import Entry


def period_of(document: Document) -> Period:
    """Return the programme's period, as far as it is decided."""
    period = mapping(document.data, "period")
    return Period(text(period, "start"), text(period, "end"))


def look_of(document: Document) -> Look:
    """Return the council's own colour and logo, as far as it has them."""
    look = mapping(document.data, "look")
    logo = mapping(look, "logo")
    file = text(logo, "file")
    path = posixpath.join(posixpath.dirname(document.path), file) if file else ""
    return Look(text(look, "colour"), path, text(logo, "text"))


def goals_of(index: Index) -> tuple[Goal, ...]:
    """Return the goals in the order of the file."""
    return tuple(
        Goal(
            id=entry.id,
            title=title_of(entry),
            text=text(entry.data, "text"),
            focus_areas=index.refs(
                entry.document, place_of(entry, "focus_areas.*"), texts(entry.data, "focus_areas")
            ),
            topics=included(index.topics_naming("goals", entry.id)),
            data=entry.data,
        )
        for entry in index.items("goals")
    )


def focus_areas_of(index: Index) -> tuple[FocusArea, ...]:
    """Return the focus areas by order and title."""
    goals = tuple(index.items("goals"))
    areas = []
    for entry in sorted(index.items("focus_areas"), key=area_order):
        topics = index.topics_naming("focus_area", entry.id)
        areas.append(
            FocusArea(
                id=entry.id,
                title=title_of(entry),
                order=whole(entry.data, "order"),
                purpose=text(entry.data, "purpose"),
                importance=text(entry.data, "importance"),
                goals=tuple(
                    ref_of("goals", goal)
                    for goal in goals
                    if entry.id and entry.id in texts(goal.data, "focus_areas")
                ),
                topics=included(topics),
                aside=_refs(topic for topic in topics if not is_included(topic.document)),
                data=entry.data,
            )
        )
    return tuple(areas)


def themes_of(index: Index) -> tuple[Theme, ...]:
    """Return the cross-cutting themes in the order of the file."""
    return tuple(
        Theme(entry.id, title_of(entry), text(entry.data, "text"), entry.data)
        for entry in index.items("cross_cutting")
    )


def milestones_of(index: Index) -> tuple[Milestone, ...]:
    """Return the milestones by date, those without one last."""
    restated = [found for minutes in index.minutes for found in restated_in(index, minutes)]
    milestones = (
        Milestone(
            id=entry.id,
            title=title_of(entry),
            date=text(entry.data, "date"),
            kind=text(entry.data, "kind"),
            restated=tuple(r for r in restated if entry.id and r.milestone.id == entry.id),
            data=entry.data,
        )
        for entry in index.items("milestones")
    )
    return tuple(sorted(milestones, key=lambda m: (m.date or LAST, sort_key(m.title))))


def restated_in(index: Index, minutes: Entry) -> Iterator[Restated]:
    """Yield the milestones that a meeting repeated, in the order of its minutes."""
    for data in mappings(minutes.data, "milestones"):
        milestone = index.ref(minutes.document, "milestones.*.milestone", text(data, "milestone"))
        yield Restated(milestone, ref_of(MINUTES, minutes), text(data, "date"))


def included(topics: Iterable[Entry]) -> tuple[Ref, ...]:
    """Return references to those of some one-pagers that belong to the programme proper."""
    return _refs(topic for topic in topics if is_included(topic.document))


def _refs(topics: Iterable[Entry]) -> tuple[Ref, ...]:
    return tuple(ref_of(ONE_PAGERS, topic) for topic in topics)
