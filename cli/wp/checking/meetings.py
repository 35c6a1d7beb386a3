"""A meeting as its minutes tell of it: who was there, what was on the agenda, what came of it.

Which fields tell that is for the form to say; the names here stand where it says nothing else.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from wp.checking.given import day, entries, text
from wp.checking.parameters import Parameters
from wp.reading.document import Document, Pointer
from wp.reading.outline import Match
from wp.reading.repository import Entry, Repository
from wp.reading.section import Section

PEOPLE: Parameters = {
    "present": "present",
    "absent": "absent",
    "guests": "guests",
    "secretariat": "secretariat",
    "who": "who",
    "substitute": "substitute_for",
}
"""The lists of people, and the fields of their entries."""

AGENDA: Parameters = {"agenda": "agenda", "number": "number"}
"""The list of items, and the field of an item's number."""

_CLOCK = re.compile(r"([01][0-9]|2[0-3]):([0-5][0-9])")


@dataclass(frozen=True, slots=True)
class Attendee:
    """An entry of one of a meeting's lists of people. `list` is the parameter that names it."""

    who: str
    list: str
    place: Pointer
    data: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Item:
    """An item of the agenda, None as its number where that can't be read."""

    number: int | None
    place: Pointer
    data: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Member:
    """An entry among a body's members, with the days that the term runs from and to."""

    who: str
    role: str
    start: date | None
    end: date | None
    place: Pointer

    def on(self, when: date) -> bool:
        """Say whether the term covers a day; one without dates always does."""
        return (self.start or when) <= when <= (self.end or when)


def attendees(document: Document, parameters: Parameters, *lists: str) -> Iterator[Attendee]:
    """Yield the entries of some of a meeting's lists of people that name somebody."""
    for name in lists:
        for place, data in entries(document.data, parameters[name]):
            if who := text(data, parameters["who"]):
                yield Attendee(who, name, place, data)


def all_named(document: Document, parameters: Parameters, *lists: str) -> bool:
    """Say whether every entry of some of a meeting's lists names somebody: all are known then."""
    for name in lists:
        listed = document.data.get(parameters[name], [])
        if not isinstance(listed, list):
            return False
        if not all(text(item, parameters["who"]) for item in listed):
            return False
    return True


def items_of(document: Document, parameters: Parameters) -> Iterator[Item]:
    """Yield the items of a meeting's agenda in the order of writing."""
    for place, data in entries(document.data, parameters["agenda"]):
        yield Item(whole(data.get(parameters["number"])), place, data)


def whole(value: Any) -> int | None:
    """Return a whole number, None for anything else."""
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def clock(value: Any) -> int | None:
    """Return the minutes since midnight of a time such as 13:45, None for anything else."""
    match = _CLOCK.fullmatch(value) if isinstance(value, str) else None
    return int(match[1]) * 60 + int(match[2]) if match else None


def sections_of(document: Document, agenda: str) -> Iterator[tuple[int, Match, Section]]:
    """Yield the sections that repeat over the agenda, each with its item's place in the list."""
    for match in document.outline.all_matches():
        if match.form.each == agenda and match.item is not None and match.section is not None:
            yield match.item, match, match.section


def section_below(match: Match, key: str) -> Section | None:
    """Return the section of an item that answers a key of the form, None when it isn't there."""
    below = match.children.get(key)
    return below.section if below else None


def body_of(document: Document, repository: Repository, field: str) -> Entry | None:
    """Return the body that met, None where the minutes don't name one that is known."""
    found = repository.collections.get("bodies", {})
    return found.get(text(document.data, field))


def members_of(body: Entry) -> list[Member]:
    """Return a body's members as `people.yml` lists them, substitutes among them."""
    return [
        Member(who, text(data, "role"), day(data.get("from")), day(data.get("to")), place)
        for place, data in entries(body.data, "members")
        if (who := text(data, "who"))
    ]


def name_of(who: str, repository: Repository) -> str:
    """Return a person's name, the id itself for one who isn't registered."""
    entry = repository.collections.get("people", {}).get(who)
    return entry.title if entry else who
