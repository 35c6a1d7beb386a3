"""The registers: national initiatives, bodies with their members, people and organisations."""

from collections.abc import Iterable, Mapping
from typing import Any

from wp.language.collation import sort_key
from wp.programme import labels
from wp.programme.front_matter import included
from wp.programme.index import Index, place_of, ref_of, title_of
from wp.programme.model import Actor, Body, Initiative, Member
from wp.programme.values import mappings, text, whole
from wp.reading.repository import Entry


def initiatives_of(index: Index) -> tuple[Initiative, ...]:
    """Return the initiatives by number and title, each followed by those that are part of it."""
    entries = sorted(index.items("initiatives"), key=_by_number)
    known = {entry.id for entry in entries if entry.id}
    parts: dict[str, list[Entry]] = {}
    for entry in entries:
        above = text(entry.data, "part_of")
        parts.setdefault(above if above in known else "", []).append(entry)
    ordered: list[Entry] = []
    waiting = parts.pop("", [])[::-1]
    while waiting:
        ordered.append(waiting.pop())
        waiting.extend(reversed(parts.get(ordered[-1].id, ())))
    # initiatives that are part of one another in a ring hang on nothing: they come last
    placed = {entry.pointer for entry in ordered}
    ordered.extend(entry for entry in entries if entry.pointer not in placed)
    return tuple(_initiative(index, entry, parts.get(entry.id, ())) for entry in ordered)


def bodies_of(index: Index) -> tuple[Body, ...]:
    """Return the bodies by the order of their kinds in the form, then as written."""

    def rank(entry: Entry) -> int:
        return index.rank(entry.document, (*entry.pointer, "kind"), text(entry.data, "kind"))

    return tuple(_body(index, entry) for entry in sorted(index.items("bodies"), key=rank))


def actors_of(index: Index, collection: str) -> tuple[Actor, ...]:
    """Return the people, or the organisations, by name."""
    actors = (index.actor_of(ref_of(collection, entry)) for entry in index.items(collection))
    return tuple(sorted(actors, key=lambda actor: sort_key(actor.name)))


def _by_number(entry: Entry) -> tuple[bool, int, tuple[str, str]]:
    number = whole(entry.data, "number")
    return number is None, number or 0, sort_key(title_of(entry))


def _initiative(index: Index, entry: Entry, parts: Iterable[Entry]) -> Initiative:
    data = entry.data
    return Initiative(
        id=entry.id,
        title=title_of(entry),
        language=text(data, "language"),
        number=whole(data, "number"),
        owner=text(data, "owner"),
        text=text(data, "text"),
        launched=text(data, "launched"),
        expected=text(data, "expected"),
        part_of=index.ref_or_none(
            entry.document, place_of(entry, "part_of"), text(data, "part_of")
        ),
        parts=tuple(ref_of("initiatives", part) for part in parts),
        topics=included(index.topics_naming("interfaces", entry.id)),
        data=data,
    )


def _body(index: Index, entry: Entry) -> Body:
    seats = mappings(entry.data, "members")
    role = (*entry.pointer, "members", 0, "role")
    members = [_member(index, entry, seat, seats) for seat in seats]
    members.sort(key=lambda member: index.rank(entry.document, role, member.role))
    kind = text(entry.data, "kind")
    return Body(entry.id, title_of(entry), kind, tuple(members), entry.data)


def _member(
    index: Index, entry: Entry, seat: Mapping[str, Any], seats: Iterable[Mapping[str, Any]]
) -> Member:
    document, who = entry.document, text(seat, "who")
    place, role = place_of(entry, "members.*.who"), (*entry.pointer, "members", 0, "role")
    stand_ins = [text(other, "who") for other in seats if who and text(other, "for") == who]
    return Member(
        actor=index.actor_of(index.ref(document, place, who)),
        role=text(seat, "role") or labels.default_of(document.template, role),
        stands_for=index.actor(document, place_of(entry, "members.*.for"), text(seat, "for")),
        start=text(seat, "from"),
        end=text(seat, "to"),
        substitutes=tuple(map(index.actor_of, index.refs(document, place, stand_ins))),
        data=seat,
    )
