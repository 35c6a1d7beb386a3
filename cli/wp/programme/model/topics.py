"""A topic of the programme, its one-pager, and the activities it plans."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from wp.programme.model.basis import Actor, Ref, Sectioned, SectionText
from wp.programme.model.meetings import Action, Decision
from wp.programme.model.registers import FocusArea


@dataclass(frozen=True, slots=True)
class Responsibility:
    """Who answers for a topic, in which role, with which reservation ("" for none)."""

    actor: Actor
    role: str
    note: str


@dataclass(frozen=True, slots=True)
class Addressed:
    """How a topic addresses a cross-cutting theme; `text` is "" when it doesn't yet."""

    theme: Ref
    text: str


@dataclass(frozen=True, slots=True)
class Activity:
    """One piece of work in the plan.

    An activity without an id of its own gets its one-pager's and its number there, as in
    `jura--2`; no id can be written so. `start` and `end` are ISO dates or "". `cost` holds
    (year, amount) by year, in the economy's currency; `total` is their sum, None without any.
    `open_years` are the years it runs in for which no amount is given. `horizon` is that of its
    one-pager.
    """

    id: str
    title: str
    start: str
    end: str
    responsible: Actor | None
    milestone: str
    cost: tuple[tuple[int, int], ...]
    total: int | None
    open_years: tuple[int, ...]
    depends_on: tuple[Ref, ...]
    one_pager: Ref
    focus_area: Ref | None
    horizon: str
    data: Mapping[str, Any]

    @property
    def estimated(self) -> bool:
        """Whether there is an amount for every year it runs in."""
        return bool(self.cost) and not self.open_years


@dataclass(frozen=True, slots=True)
class OnePager(Sectioned):
    """A topic.

    `included` says whether it belongs to the programme proper; the others stand in its annexes.
    `responsible` stands by role, then as written; `activities` by start, end and title.
    `needed_by` are the topics that depend on this one. `cross_cutting` has each theme of the
    programme, in its order. `decisions` are those that the one-pager names and those that say they
    concern it; `actions` likewise. `sections` are the form's in order, then what it has no
    heading for. `path` is the file, from the root.
    """

    id: str
    title: str
    status: str
    included: bool
    focus_area: FocusArea | None
    responsible: tuple[Responsibility, ...]
    horizon: str
    priority: str
    goals: tuple[Ref, ...]
    activities: tuple[Activity, ...]
    interfaces: tuple[Ref, ...]
    depends_on: tuple[Ref, ...]
    needed_by: tuple[Ref, ...]
    cross_cutting: tuple[Addressed, ...]
    decisions: tuple[Decision, ...]
    actions: tuple[Action, ...]
    awaiting: str
    sections: tuple[SectionText, ...]
    data: Mapping[str, Any]
    path: str

    @property
    def first_result(self) -> Activity | None:
        """The activity that is the first to end in a milestone, None when none has both."""
        found = [item for item in self.activities if item.milestone and item.end]
        return min(found, key=lambda item: item.end, default=None)

    @property
    def ref(self) -> Ref:
        """A reference to this topic."""
        return Ref("one-pagers", self.id, self.title, self.path, self.status)
