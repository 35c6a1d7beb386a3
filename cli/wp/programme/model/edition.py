"""Which edition of the programme this is: where it comes from, and what is new in it."""

from dataclasses import dataclass
from typing import Generic, Literal, TypeVar

from wp.programme.model.basis import Ref
from wp.programme.model.meetings import Decision
from wp.programme.model.registers import Period
from wp.programme.model.topics import Activity, Responsibility

Value = TypeVar("Value")
SHORT = 10  # signs of a commit's id: few enough to read, and no two alike in a council's history


@dataclass(frozen=True, slots=True)
class Tool:
    """A program that takes part in the making, with its version."""

    name: str
    version: str


@dataclass(frozen=True, slots=True)
class Edition:
    """What is known of where the files come from; all of it may be unknown, and is empty then.

    `commit` is the full id and `committed` its ISO date, by its own offset from UTC. `changed` says
    that the files differ from those of the commit. `date` is the ISO date that the edition is of:
    that of `SOURCE_DATE_EPOCH` (in UTC), else the commit's.
    """

    commit: str = ""
    committed: str = ""
    changed: bool = False
    date: str = ""
    tools: tuple[Tool, ...] = ()

    @property
    def short(self) -> str:
        """The commit as it is printed, always as long: git's own short form depends on a clone."""
        return self.commit[:SHORT]


@dataclass(frozen=True, slots=True)
class Version:
    """An approved version of the programme.

    `decision` is the one that approved it. `revision` is the tag or commit that holds its files, ""
    when nobody wrote it down.
    """

    version: str
    date: str
    decision: Decision | None
    revision: str
    note: str


@dataclass(frozen=True, slots=True)
class Changed(Generic[Value]):
    """What something was and what it is now."""

    before: Value
    after: Value


@dataclass(frozen=True, slots=True)
class TopicChange:
    """A one-pager of both versions that isn't as it was; None for what is."""

    topic: Ref
    title: Changed[str] | None
    status: Changed[str] | None
    horizon: Changed[str] | None
    responsible: Changed[tuple[Responsibility, ...]] | None


@dataclass(frozen=True, slots=True)
class ActivityChange:
    """An activity of the plan that came, went, or lies at another time.

    `before` and `after` are its first and last day, None when it wasn't there.
    """

    kind: Literal["added", "removed", "moved"]
    activity: Activity
    before: Period | None
    after: Period | None


@dataclass(frozen=True, slots=True)
class Changes:
    """What is different from an earlier version.

    `new` and `gone` are the one-pagers that came into the programme proper and left it, `changed`
    those that stayed, all in the programme's order. `activities` stand by what happened to them,
    then by time. `decisions` are those that the earlier version didn't have.
    """

    since: Version
    new: tuple[Ref, ...]
    gone: tuple[Ref, ...]
    changed: tuple[TopicChange, ...]
    activities: tuple[ActivityChange, ...]
    decisions: tuple[Decision, ...]

    @property
    def empty(self) -> bool:
        """Whether nothing is different."""
        return not (self.new or self.gone or self.changed or self.activities or self.decisions)
