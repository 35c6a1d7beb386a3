"""The activities of a document: work with a first and a last day, listed in its front matter."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from wp.checking.given import day, entries, text
from wp.checking.parameters import Parameters
from wp.reading.document import Document, Pointer

FIELDS = {"list": "activities", "start": "start", "end": "end"}
"""The names of the list and of its fields, where a form says nothing else."""


@dataclass(frozen=True, slots=True)
class Activity:
    """One activity and where it stands. `start` and `end` are None when they are no dates."""

    document: Document
    pointer: Pointer
    data: Any
    start: date | None
    end: date | None

    @property
    def id(self) -> str:
        """Its id, "" when it has none."""
        return text(self.data, "id")

    @property
    def title(self) -> str:
        """What a reader knows it by: its title, else its id, else its number in the list."""
        return text(self.data, "title") or self.id or f"{int(self.pointer[-1]) + 1}."

    def place(self, key: str) -> Pointer:
        """Return the pointer of one of its fields."""
        return (*self.pointer, key)


def activities_of(document: Document, parameters: Parameters) -> Iterator[Activity]:
    """Yield a document's activities in the order of writing."""
    for pointer, data in entries(document.data, parameters["list"]):
        start, end = day(data.get(parameters["start"])), day(data.get(parameters["end"]))
        yield Activity(document, pointer, data, start, end)
