"""The decisions of all minutes, as the rules on what was decided need them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from wp.checking.given import day, text, texts
from wp.reading.document import Pointer
from wp.reading.repository import Entry, Repository

DECISIONS = "decisions"  # the collection
Time = tuple[date, int]
"""What decisions are ordered by: the meeting's date, then their place in the minutes."""

BEFORE: Time = (date.min, -1)
"""Earlier than any decision."""


@dataclass(frozen=True, eq=False)
class Decision:
    """One decision and where it stands.

    `date` is the meeting's, None when the minutes give none; `number` counts all decisions as they
    are read, so that of two on one day the later in the minutes is the greater. `supersedes` are
    ids with their places.
    """

    entry: Entry
    date: date | None
    number: int
    concerns: frozenset[str]
    supersedes: tuple[tuple[Pointer, str], ...]

    @property
    def id(self) -> str:
        """Its id."""
        return self.entry.id

    @property
    def time(self) -> Time:
        """What it is ordered by among decisions."""
        return (self.date or date.min, self.number)

    @property
    def sets(self) -> str:
        """The status that it gives what it concerns, "" for none."""
        return text(self.entry.data, "sets")

    @property
    def verb(self) -> str:
        """What kind of outcome it is, such as `approves`."""
        return text(self.entry.data, "verb")

    def place(self, *keys: str | int) -> Pointer:
        """Return the pointer of something in it."""
        return (*self.entry.pointer, *keys)


class Log:
    """All decisions by id, and those that concern each document."""

    def __init__(self, repository: Repository) -> None:
        self.all: list[Decision] = []
        for name, entry in repository.entries():
            if name == DECISIONS:
                self.all.append(_decision(entry, len(self.all)))
        self.by_id: Mapping[str, Decision] = {d.id: d for d in reversed(self.all)}
        self.superseded = {
            word for decision in self.all for _, word in decision.supersedes if word != decision.id
        }
        self._about: dict[str, list[Decision]] = {}
        for decision in self.all:
            for word in decision.concerns:
                self._about.setdefault(word, []).append(decision)
        # what can't be read may say anything
        self.complete = DECISIONS not in repository.uncertain

    def about(self, ident: str) -> list[Decision]:
        """Return the decisions that concern something and still stand, in the order of reading."""
        return [d for d in self._about.get(ident, ()) if d.id not in self.superseded]

    def latest_setting(self, ident: str) -> Decision | None:
        """Return the last decision that gives something a status and still stands."""
        setting = [d for d in self.about(ident) if d.sets and d.date]
        return max(setting, key=lambda decision: decision.time, default=None)


def _decision(entry: Entry, number: int) -> Decision:
    pairs = texts(entry.data, "supersedes")
    return Decision(
        entry,
        day(text(entry.document.data, "date")),
        number,
        frozenset(word for _, word in texts(entry.data, "concerns")),
        tuple(((*entry.pointer, *pointer), word) for pointer, word in pairs),
    )
