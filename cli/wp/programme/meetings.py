"""A meeting from its minutes: who took part, and what came of each item of the agenda."""

import posixpath
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any, TypeVar

from wp.programme.front_matter import restated_in
from wp.programme.index import Index, status_of
from wp.programme.log import Log
from wp.programme.model import (
    Action,
    Actor,
    AgendaItem,
    Attachment,
    Body,
    Decision,
    Delegation,
    Meeting,
    NextMeeting,
    Participant,
    SectionText,
)
from wp.programme.registers import bodies_of
from wp.programme.sections import Texts
from wp.programme.values import mapping, mappings, text, whole
from wp.reading.document import Document
from wp.reading.outline import Match, outline_of
from wp.reading.repository import Entry

AGENDA = "agenda"
Itemed = TypeVar("Itemed", Action, Decision, Participant)


@dataclass(frozen=True)
class Meetings:
    """Makes meetings, all from one index and log."""

    index: Index
    log: Log

    @cached_property
    def _bodies(self) -> Mapping[str, Body]:
        return {body.id: body for body in bodies_of(self.index)}

    def meeting(self, document: Document) -> Meeting:
        """Return minutes as a meeting; whatever they lack is empty."""
        data = document.data
        outline = outline_of(document)
        texts = Texts(document)
        outside = replace(
            outline, matches=tuple(m for m in outline.matches if m.form.each != AGENDA)
        )
        agenda = tuple(self._agenda(document, outline.matches, texts))
        issuer, approved = text(data, "issued_by"), text(data, "approved_in")
        return Meeting(
            id=document.id,
            body=self._bodies.get(text(data, "body")),
            number=whole(data, "number"),
            date=text(data, "date"),
            start=text(data, "start"),
            end=text(data, "end"),
            place=text(data, "place"),
            status=status_of(document),
            approved_in=self.index.ref_or_none(document, "approved_in", approved),
            issued=text(data, "issued"),
            issued_by=self.index.actor(document, "issued_by", issuer),
            invited=_by_organisation(self._invited(document)),
            present=self._delegations(document, "present"),
            absent=self._delegations(document, "absent"),
            guests=self._delegations(document, "guests"),
            secretariat=self._delegations(document, "secretariat"),
            agenda=agenda,
            decisions=self.log.decisions_of(document.id),
            actions=self.log.actions_of(document.id),
            attachments=tuple(a for item in agenda for a in item.attachments),
            milestones=tuple(restated_in(self.index, Entry(document.id, document, (), data))),
            next_meeting=self._next(document),
            sections=(*texts.preamble(), *texts.level(outside)),
            data=data,
            path=document.path,
        )

    def _agenda(
        self, document: Document, matches: Sequence[Match], texts: Texts
    ) -> Iterator[AgendaItem]:
        answers = {match.item: match for match in matches if match.form.each == AGENDA}
        decisions = self.log.decisions_of(document.id)
        actions = self.log.actions_of(document.id)
        guests = tuple(self._participants(document, "guests"))
        listed = document.data.get(AGENDA)
        for place, data in enumerate(listed if isinstance(listed, list) else ()):
            if not isinstance(data, dict):
                continue
            match = answers.get(place)
            section = match.section if match else None
            number = whole(data, "number")
            yield AgendaItem(
                number=number,
                title=text(data, "title"),
                heading=section.title if section else "",
                renamed=match is not None and match.renamed,
                start=text(data, "start"),
                end=text(data, "end"),
                kind=text(data, "kind"),
                sections=_item_sections(match, texts) if match else (),
                decisions=_at(number, decisions),
                actions=_at(number, actions),
                attachments=tuple(_attachments(document, data)),
                guests=_at(number, guests),
                data=data,
            )

    def _participants(self, document: Document, key: str) -> Iterator[Participant]:
        for data in mappings(document.data, key):
            actor = self.index.actor(document, f"{key}.*.who", text(data, "who"))
            if actor is not None:
                absent = text(data, "substitute_for")
                yield Participant(
                    actor=actor,
                    role=text(data, "role"),
                    substitute_for=self.index.actor(document, f"{key}.*.substitute_for", absent),
                    item=whole(data, "item"),
                    data=data,
                )

    def _invited(self, document: Document) -> Iterator[Participant]:
        """Yield the body's members on the day, or who comes instead, then others expected."""
        expected = {one.actor.id: one for one in self._participants(document, "present")}
        instead = {one.substitute_for.id: one for one in expected.values() if one.substitute_for}
        absent = {one.actor.id for one in self._participants(document, "absent")}
        body, day = self._bodies.get(text(document.data, "body")), text(document.data, "date")
        seen = set()
        for member in body.members if body else ():
            ident, seat = member.actor.id, member.stands_for
            in_office = member.start <= day and (not member.end or day <= member.end)
            if not in_office or (seat is not None and seat.kind == "people"):
                continue  # a substitute has a person's seat
            coming = instead.get(ident)
            if coming is None and ident not in absent:
                coming = Participant(member.actor, member.role, None, None, member.data)
            if coming is not None:
                seen.add(coming.actor.id)
                yield coming
        yield from (one for ident, one in expected.items() if ident not in seen)

    def _delegations(self, document: Document, key: str) -> tuple[Delegation, ...]:
        return _by_organisation(self._participants(document, key))

    def _next(self, document: Document) -> NextMeeting | None:
        data = mapping(document.data, "next_meeting")
        if not data:
            return None
        return NextMeeting(
            date=text(data, "date"),
            start=text(data, "start"),
            end=text(data, "end"),
            place=text(data, "place"),
            host=self.index.actor(document, "next_meeting.host", text(data, "host")),
        )


def _by_organisation(participants: Iterable[Participant]) -> tuple[Delegation, ...]:
    """Return participants by organisation, as the first of each comes."""
    found: dict[str, tuple[Actor | None, list[Participant]]] = {}
    for participant in participants:
        home = participant.actor.organisation
        found.setdefault(home.id if home else "", (home, []))[1].append(participant)
    return tuple(Delegation(home, tuple(members)) for home, members in found.values())


def _at(number: int | None, found: Iterable[Itemed]) -> tuple[Itemed, ...]:
    """Return what names an item of the agenda; nothing names one that has no number yet."""
    return tuple(one for one in found if number is not None and one.item == number)


def _item_sections(match: Match, texts: Texts) -> tuple[SectionText, ...]:
    """Return what stands under an item's heading: its own text first, then its sections."""
    opening = texts.opening(match.section) if match.section else ()
    return (*opening, *texts.level(match.children))


def _attachments(document: Document, item: Mapping[str, Any]) -> Iterator[Attachment]:
    for data in mappings(item, "attachments"):
        yield Attachment(
            title=text(data, "title"),
            file=_path(document, text(data, "file")),
            held_by=text(data, "held_by"),
            item=whole(item, "number"),
        )


def _path(document: Document, file: str) -> str:
    """Return a file's path from the root; what is written is relative to the document."""
    folder = posixpath.dirname(document.path)
    return posixpath.normpath(posixpath.join(folder, file)) if file else ""
