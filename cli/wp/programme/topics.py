"""One-pagers and their activities, with what other documents say of them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from wp.language.collation import sort_key
from wp.programme.front_matter import focus_areas_of, themes_of
from wp.programme.index import ONE_PAGERS, Index, is_included, ref_of, status_of, title_of
from wp.programme.log import Log
from wp.programme.model import (
    Activity,
    Addressed,
    FocusArea,
    OnePager,
    Ref,
    Responsibility,
    Theme,
)
from wp.programme.sections import sections_of
from wp.programme.values import LAST, amounts, mapping, mappings, text, texts, years_between
from wp.reading.document import Document
from wp.reading.repository import Entry


@dataclass(frozen=True)
class Topics:
    """Makes one-pagers, all from one index and log."""

    index: Index
    log: Log

    @cached_property
    def focus_areas(self) -> tuple[FocusArea, ...]:
        """The focus areas by order and title."""
        return focus_areas_of(self.index)

    @cached_property
    def themes(self) -> tuple[Theme, ...]:
        """The cross-cutting themes that each one-pager is held against."""
        return themes_of(self.index)

    def one_pager(self, document: Document) -> OnePager:
        """Return a document as a topic; whatever it lacks is empty."""
        data = document.data
        topic = Entry(document.id, document, (), data)
        subject = (ONE_PAGERS, document.id)
        needing = self.index.topics_naming("depends_on", document.id)
        return OnePager(
            id=document.id,
            title=title_of(topic),
            status=status_of(document),
            included=is_included(document),
            focus_area=self._focus_area(data),
            responsible=self._responsible(document),
            horizon=text(data, "horizon"),
            priority=text(data, "priority"),
            goals=self._refs(document, "goals"),
            activities=tuple(sorted(self._activities(document), key=by_time)),
            interfaces=self._refs(document, "interfaces"),
            depends_on=self._refs(document, "depends_on"),
            needed_by=tuple(ref_of(ONE_PAGERS, entry) for entry in needing),
            cross_cutting=tuple(self._addressed(document)),
            decisions=self.log.decisions_about(subject, texts(data, "decisions")),
            actions=self.log.actions_about(subject),
            awaiting=text(data, "awaiting"),
            sections=sections_of(document),
            data=data,
            path=document.path,
        )

    def _refs(self, document: Document, key: str) -> tuple[Ref, ...]:
        return self.index.refs(document, f"{key}.*", texts(document.data, key))

    def _focus_area(self, data: Mapping[str, Any]) -> FocusArea | None:
        ident = text(data, "focus_area")
        return next((area for area in self.focus_areas if ident and area.id == ident), None)

    def _responsible(self, document: Document) -> tuple[Responsibility, ...]:
        found = []
        for data in mappings(document.data, "responsible"):
            actor = self.index.actor(document, "responsible.*.who", text(data, "who"))
            if actor is not None:
                found.append(Responsibility(actor, text(data, "role"), text(data, "note")))
        role = ("responsible", 0, "role")
        return tuple(sorted(found, key=lambda item: self.index.rank(document, role, item.role)))

    def _addressed(self, document: Document) -> Iterator[Addressed]:
        """Yield the programme's themes in its order, then what else the one-pager addresses."""
        given = mapping(document.data, "cross_cutting")
        for ident in dict.fromkeys((*(theme.id for theme in self.themes if theme.id), *given)):
            theme = self.index.ref(document, "cross_cutting", ident)
            yield Addressed(theme, text(given, ident))

    def _activities(self, document: Document) -> Iterator[Activity]:
        topic = ref_of(ONE_PAGERS, Entry(document.id, document, (), document.data))
        area = self._focus_area(document.data)
        area_ref = self.index.ref(document, "focus_area", area.id) if area else None
        for number, data in enumerate(mappings(document.data, "activities"), 1):
            start, end = text(data, "start"), text(data, "end")
            cost = amounts(data, "cost")
            yield Activity(
                id=activity_id(document, number, data),
                title=text(data, "title"),
                start=start,
                end=end,
                responsible=self.index.actor(
                    document, "activities.*.responsible", text(data, "responsible")
                ),
                milestone=text(data, "milestone"),
                cost=tuple(cost.items()),
                total=sum(cost.values()) if cost else None,
                open_years=tuple(year for year in years_between(start, end) if year not in cost),
                depends_on=self.index.refs(
                    document, "activities.*.depends_on.*", texts(data, "depends_on")
                ),
                one_pager=topic,
                focus_area=area_ref,
                horizon=text(document.data, "horizon"),
                data=data,
            )


def activity_id(document: Document, number: int, data: Mapping[str, Any]) -> str:
    """Return an activity's id: its own, else the document's and its number there, from 1."""
    return text(data, "id") or f"{document.id}--{number}"


def by_time(activity: Activity) -> tuple[str, str, tuple[str, str], str]:
    """Return the key that sorts activities by start, end and title, those without dates last."""
    return (
        activity.start or LAST,
        activity.end or LAST,
        sort_key(activity.title),
        activity.one_pager.id,
    )
