"""What the programme's own front matter and the registers list: goals, bodies, initiatives …

`data` is always the entry as it stands in the file, for fields that a template adds.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from wp.programme.model.basis import Actor, Ref


@dataclass(frozen=True, slots=True)
class Period:
    """The first and last day of the programme, ISO dates; "" for one that isn't decided."""

    start: str
    end: str


@dataclass(frozen=True, slots=True)
class Goal:
    """A strategic goal. `topics` are the one-pagers of the programme that serve it."""

    id: str
    title: str
    text: str
    focus_areas: tuple[Ref, ...]
    topics: tuple[Ref, ...]
    data: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class FocusArea:
    """A focus area. `order` is None when it has none.

    `goals` are those that name it. `topics` are its one-pagers in the programme, `aside` those
    that are proposed, parked or in the catalogue.
    """

    id: str
    title: str
    order: int | None
    purpose: str
    importance: str
    goals: tuple[Ref, ...]
    topics: tuple[Ref, ...]
    aside: tuple[Ref, ...]
    data: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Theme:
    """A cross-cutting theme, which every one-pager must address."""

    id: str
    title: str
    text: str
    data: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Restated:
    """A milestone as a meeting repeated it, which may be on another date."""

    milestone: Ref
    meeting: Ref
    date: str


@dataclass(frozen=True, slots=True)
class Milestone:
    """A date that the programme keeps to. `restated` is what meetings said of it, in order."""

    id: str
    title: str
    date: str
    kind: str
    restated: tuple[Restated, ...]
    data: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Initiative:
    """A national initiative. `parts` are those within it, `topics` the one-pagers that name it.

    `language` is that of the title, where it isn't the programme's.
    """

    id: str
    title: str
    language: str
    number: int | None
    owner: str
    text: str
    launched: str
    expected: str
    part_of: Ref | None
    parts: tuple[Ref, ...]
    topics: tuple[Ref, ...]
    data: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Member:
    """A seat in a body. `stands_for` is whom a member represents or a substitute stands in for.

    `start` and `end` are the term, ISO dates or "". `substitutes` are those who stand in.
    """

    actor: Actor
    role: str
    stands_for: Actor | None
    start: str
    end: str
    substitutes: tuple[Actor, ...]
    data: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Body:
    """A council, board, secretariat or working group. Members stand by role, then as written."""

    id: str
    name: str
    kind: str
    members: tuple[Member, ...]
    data: Mapping[str, Any]
