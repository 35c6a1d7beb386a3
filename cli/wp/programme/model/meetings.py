"""A meeting as its minutes tell it, and the decisions and actions that came of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from wp.programme.model.basis import Actor, Ref, Sectioned, SectionText
from wp.programme.model.registers import Body, Restated


@dataclass(frozen=True, slots=True)
class Decision:
    """A decision. `meeting` and `date` say where it was taken, `item` at which point.

    `sets` is the status that it gives what it concerns, "" for none.
    """

    id: str
    meeting: Ref
    date: str
    item: int | None
    item_title: str
    text: str
    verb: str
    concerns: tuple[Ref, ...]
    sets: str
    supersedes: tuple[Ref, ...]
    superseded_by: tuple[Ref, ...]
    data: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Action:
    """Something that a meeting asked somebody to do.

    `due` is the day by which it is to be done, `done` the day it was, each an ISO date or "". It is
    open while `done` is "".
    """

    meeting: Ref
    date: str
    item: int | None
    item_title: str
    text: str
    responsible: tuple[Actor, ...]
    due: str
    done: str
    concerns: tuple[Ref, ...]
    data: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Attachment:
    """An attachment of an agenda item. `file` is its path from the root, "" when held elsewhere."""

    title: str
    file: str
    held_by: str
    item: int | None


@dataclass(frozen=True, slots=True)
class Participant:
    """Somebody at a meeting, or absent from it.

    `role` is `chair`, `member` or "". `item` is the agenda item that a guest came for.
    """

    actor: Actor
    role: str
    substitute_for: Actor | None
    item: int | None
    data: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Delegation:
    """The participants from one organisation, None for those who have none."""

    organisation: Actor | None
    participants: tuple[Participant, ...]


@dataclass(frozen=True, slots=True)
class AgendaItem(Sectioned):
    """An item of the agenda with all that came of it.

    `heading` is the item's heading in the body, "" when it has none; `renamed` says that it
    departs from the agenda's title. `start` and `end` are times as "12:05".
    """

    number: int | None
    title: str
    heading: str
    renamed: bool
    start: str
    end: str
    kind: str
    sections: tuple[SectionText, ...]
    decisions: tuple[Decision, ...]
    actions: tuple[Action, ...]
    attachments: tuple[Attachment, ...]
    guests: tuple[Participant, ...]
    data: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class NextMeeting:
    """When and where the next meeting is; what isn't known is ""."""

    date: str
    start: str
    end: str
    place: str
    host: Actor | None


@dataclass(frozen=True, slots=True)
class Meeting(Sectioned):
    """A meeting's minutes.

    `number` is the meeting's own, None when it has none. `issued` and `issued_by` tell who sent
    them out and when. `invited` are those that the agenda goes to: the body's members on the day,
    or who comes instead. Participants stand by organisation, both in the order of the file.
    `decisions` and `actions` are all of the meeting's, those of no item too. `sections` are those
    outside the agenda.
    """

    id: str
    body: Body | None
    number: int | None
    date: str
    start: str
    end: str
    place: str
    status: str
    approved_in: Ref | None
    issued: str
    issued_by: Actor | None
    invited: tuple[Delegation, ...]
    present: tuple[Delegation, ...]
    absent: tuple[Delegation, ...]
    guests: tuple[Delegation, ...]
    secretariat: tuple[Delegation, ...]
    agenda: tuple[AgendaItem, ...]
    decisions: tuple[Decision, ...]
    actions: tuple[Action, ...]
    attachments: tuple[Attachment, ...]
    milestones: tuple[Restated, ...]
    next_meeting: NextMeeting | None
    sections: tuple[SectionText, ...]
    data: Mapping[str, Any]
    path: str
