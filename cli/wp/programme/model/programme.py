"""The programme as a whole."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from wp.programme.model.basis import Actor, Ref, Sectioned, SectionText
from wp.programme.model.dependencies import Dependency, Step, approval_of, dependencies_of
from wp.programme.model.edition import Changes, Edition, Version
from wp.programme.model.meetings import Action, AgendaItem, Attachment, Decision, Meeting
from wp.programme.model.registers import (
    Body,
    FocusArea,
    Goal,
    Initiative,
    Milestone,
    Period,
    Theme,
)
from wp.programme.model.tables import Economy, Glance, Matrix, Responsibilities
from wp.programme.model.topics import Activity, OnePager

GapKind = Literal[
    "field",  # a field that the form requires has nothing in it
    "section",  # nothing stands under a heading
    "primary",  # responsible are named, but nobody as the first of them
    "activities",  # a one-pager without activities
    "cost",  # an activity lacks an amount for a year it runs in
    "theme",  # a cross-cutting theme isn't addressed
    "topics",  # a focus area has no one-pager in the programme
    "support",  # no one-pager serves a goal
    "approval",  # not approved yet
]


@dataclass(frozen=True, slots=True)
class Gap:
    """Something that the programme still lacks.

    `where` is the programme, one-pager, activity, focus area, goal … that lacks it. `what` is the
    key of a field or section, or the id of a theme, and `title` its name for a reader; both are ""
    when `kind` and `where` say it all. A field inside others is written as `period.start`.
    """

    kind: GapKind
    where: Ref
    what: str = ""
    title: str = ""


@dataclass(frozen=True, slots=True)
class Chapter:
    """A focus area with its one-pagers and their activities; None gathers those without one."""

    focus_area: FocusArea | None
    one_pagers: tuple[OnePager, ...]
    activities: tuple[Activity, ...]


@dataclass(frozen=True, slots=True)
class Horizon:
    """What lies in the short, medium or long term, by the one-pagers' own `horizon`.

    `key` is "" for the one-pagers that say none; there is such a horizon only when there are some.
    `years` are the first and last year from the period's start, None when the programme doesn't
    say. `start` and `end` are the days that gives, ISO dates, "" when the period is open.
    """

    key: str
    years: tuple[int, int] | None
    start: str
    end: str
    one_pagers: tuple[OnePager, ...]
    activities: tuple[Activity, ...]


@dataclass(frozen=True, slots=True)
class Look:
    """How the council wants its documents to look; what it doesn't say is "".

    `colour` is the accent colour as `#RRGGBB`. `logo` is the path of a picture from the root and
    `logo_text` what it shows.
    """

    colour: str
    logo: str
    logo_text: str


@dataclass(frozen=True, slots=True)
class Programme(Sectioned):
    """Everything that can stand in a work programme, complete and sorted.

    `audience` is `public` when nothing internal is in it, else `internal`. `state` is `final` once
    the programme and all its one-pagers are approved. `one_pagers` are
    those of the programme proper, by focus area and title, and `chapters` the same by focus area,
    those without one last; `aside` are the topics that are proposed, parked or in the catalogue.
    `activities` are those of `one_pagers`, by start, end and title. `decisions` stand by meeting,
    item and order of writing; `actions` by due date, then likewise. `interplay` sets the one-pagers
    against the national initiatives, `themes` against the cross-cutting themes. `missing` is what
    is lacking in the programme proper, first its own, then by one-pager. `versions` are the
    approved ones, oldest first; `changes` is what is different from the last of them, None when
    there is no earlier one or its files can't be had.
    """

    title: str
    subtitle: str
    language: str
    audience: Literal["public", "internal"]
    status: str
    state: Literal["draft", "final"]
    version: str
    date: str
    url: str
    publisher: Actor | None
    look: Look
    council: Body | None
    board: Body | None
    period: Period
    horizons: tuple[Horizon, ...]
    goals: tuple[Goal, ...]
    focus_areas: tuple[FocusArea, ...]
    chapters: tuple[Chapter, ...]
    cross_cutting: tuple[Theme, ...]
    milestones: tuple[Milestone, ...]
    one_pagers: tuple[OnePager, ...]
    aside: tuple[OnePager, ...]
    activities: tuple[Activity, ...]
    initiatives: tuple[Initiative, ...]
    bodies: tuple[Body, ...]
    people: tuple[Actor, ...]
    organisations: tuple[Actor, ...]
    meetings: tuple[Meeting, ...]
    decisions: tuple[Decision, ...]
    actions: tuple[Action, ...]
    responsibilities: Responsibilities
    economy: Economy
    interplay: Matrix[bool]
    themes: Matrix[str]
    glance: Glance
    edition: Edition
    versions: tuple[Version, ...]
    changes: Changes | None
    missing: tuple[Gap, ...]
    sections: tuple[SectionText, ...]
    data: Mapping[str, Any]
    path: str

    @property
    def proposed(self) -> tuple[OnePager, ...]:
        """The topics that are assessed but neither allocated nor closed."""
        return self._aside("proposed")

    @property
    def parked(self) -> tuple[OnePager, ...]:
        """The topics that await something; `OnePager.awaiting` says what."""
        return self._aside("parked")

    @property
    def catalogue(self) -> tuple[OnePager, ...]:
        """The topics kept for later."""
        return self._aside("catalogue")

    @property
    def dependencies(self) -> tuple[Dependency, ...]:
        """Which topics of the programme need which others first, by the order of both."""
        return dependencies_of(self.one_pagers, self.aside)

    @property
    def questioned(self) -> tuple[OnePager, ...]:
        """The topics that tell of risks or open questions."""
        every = ((topic, topic.section("risks")) for topic in (*self.one_pagers, *self.aside))
        return tuple(topic for topic, text in every if text is not None and not text.empty)

    @property
    def undecided(self) -> tuple[tuple[Meeting, AgendaItem], ...]:
        """The agenda items with a recommendation on which the minutes hold no decision."""
        return tuple(
            (meeting, item)
            for meeting in self.meetings
            for item in meeting.agenda
            if not item.decisions
            and (text := item.section("recommendation")) is not None
            and not text.empty
        )

    @property
    def attached(self) -> tuple[Attachment, ...]:
        """The attachments of every meeting, by meeting and item."""
        return tuple(one for meeting in self.meetings for one in meeting.attachments)

    @property
    def approval(self) -> tuple[Step, ...]:
        """The programme's way to its adoption, by date."""
        return approval_of(self.milestones, self.decisions)

    def _aside(self, status: str) -> tuple[OnePager, ...]:
        return tuple(topic for topic in self.aside if topic.status == status)
