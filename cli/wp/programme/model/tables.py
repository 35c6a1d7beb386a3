"""What is counted and set against each other: matrices, economy, responsibilities."""

from dataclasses import dataclass
from typing import Generic, TypeVar

from wp.programme.model.basis import Actor, Ref
from wp.programme.model.registers import FocusArea
from wp.programme.model.topics import Activity

Cell = TypeVar("Cell")


@dataclass(frozen=True, slots=True)
class MatrixRow(Generic[Cell]):
    """One row: what it is about, and a cell for each column."""

    head: Ref
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Matrix(Generic[Cell]):
    """Topics against something else. A matrix without rows or without columns says nothing."""

    columns: tuple[Ref, ...]
    rows: tuple[MatrixRow[Cell], ...]


@dataclass(frozen=True, slots=True)
class Amounts:
    """Amounts for each year of the economy, and their sum; None where nothing is given."""

    by_year: tuple[int | None, ...]
    total: int | None


@dataclass(frozen=True, slots=True)
class EconomyRow:
    """What a focus area costs, None for the topics without one, and what isn't estimated of it."""

    focus_area: FocusArea | None
    amounts: Amounts
    unestimated: tuple[Activity, ...]


@dataclass(frozen=True, slots=True)
class Economy:
    """Cost by year and focus area against the frame, in whole units of `currency`.

    `years` are those of the period, of the frame and of any cost. `difference` is frame less sum
    in the years that have a frame; its total stands only when every year with a cost has one.
    `unestimated` are the activities of the plan that lack an amount for a year they run in.
    """

    currency: str
    years: tuple[int, ...]
    rows: tuple[EconomyRow, ...]
    sums: Amounts
    frame: Amounts
    difference: Amounts
    unestimated: tuple[Activity, ...]


@dataclass(frozen=True, slots=True)
class GlanceRow:
    """A focus area in numbers, None for the topics without one, or all of the programme.

    `activities` are how many there are in each horizon, `total` all of them. `cost` is what they
    are estimated at together, None when none is, and `unestimated` how many lack an amount.
    """

    focus_area: FocusArea | None
    one_pagers: int
    activities: tuple[int, ...]
    total: int
    cost: int | None
    unestimated: int


@dataclass(frozen=True, slots=True)
class Glance:
    """The programme in numbers, by focus area; `horizons` are the keys of the columns, "" last."""

    horizons: tuple[str, ...]
    rows: tuple[GlanceRow, ...]
    sums: GlanceRow


@dataclass(frozen=True, slots=True)
class Assignment:
    """A topic that somebody answers for."""

    topic: Ref
    actor: Actor
    role: str
    note: str


@dataclass(frozen=True, slots=True)
class Load:
    """All that somebody answers for in the programme: topics by its order, activities by time."""

    actor: Actor
    topics: tuple[Assignment, ...]
    activities: tuple[Activity, ...]


@dataclass(frozen=True, slots=True)
class Responsibilities:
    """Who answers for what, by name.

    `by_actor` has each person, role, body and organisation in its own right. In `by_organisation`
    people and roles count for their organisation; those without one, and bodies, for themselves.
    """

    by_actor: tuple[Load, ...]
    by_organisation: tuple[Load, ...]
