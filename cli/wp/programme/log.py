"""Decisions and actions: gathered from all minutes, found again by what they concern."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from wp.programme.index import MINUTES, Index, ref_of
from wp.programme.model import Action, Actor, Decision, Ref
from wp.programme.values import LAST, mappings, text, texts, whole
from wp.reading.repository import Entry

Subject = tuple[str, str]
"""The collection and id of something that a decision concerns."""


@dataclass(frozen=True)
class Log:
    """What the meetings decided and asked for."""

    index: Index

    @cached_property
    def decisions(self) -> tuple[Decision, ...]:
        """All decisions by the meeting's date, item and order of writing."""
        return tuple(d for entry in self.index.minutes for d in self._decisions(entry))

    @cached_property
    def actions(self) -> tuple[Action, ...]:
        """All actions by due date (those without one last), then as the decisions."""
        found = (a for entry in self.index.minutes for a in self._actions(entry))
        return tuple(sorted(found, key=lambda action: action.due or LAST))

    def decisions_of(self, meeting: str) -> tuple[Decision, ...]:
        """Return the decisions of one meeting."""
        return tuple(decision for decision in self.decisions if decision.meeting.id == meeting)

    def actions_of(self, meeting: str) -> tuple[Action, ...]:
        """Return the actions of one meeting, by item and due date."""
        found = (action for action in self.actions if action.meeting.id == meeting)
        return tuple(sorted(found, key=lambda action: action.item or 0))

    def decisions_about(self, subject: Subject, named: Iterable[str] = ()) -> tuple[Decision, ...]:
        """Return the decisions that concern something, and those that it names itself."""
        places = set(self._decisions_by_subject.get(subject, ()))
        places.update(self._places[ident] for ident in named if ident in self._places)
        return tuple(self.decisions[place] for place in sorted(places))

    def actions_about(self, subject: Subject) -> tuple[Action, ...]:
        """Return the actions that concern something."""
        return tuple(self.actions[place] for place in self._actions_by_subject.get(subject, ()))

    @cached_property
    def _places(self) -> Mapping[str, int]:
        return {decision.id: place for place, decision in enumerate(self.decisions) if decision.id}

    @cached_property
    def _decisions_by_subject(self) -> Mapping[Subject, Sequence[int]]:
        return _by_subject(decision.concerns for decision in self.decisions)

    @cached_property
    def _actions_by_subject(self) -> Mapping[Subject, Sequence[int]]:
        return _by_subject(action.concerns for action in self.actions)

    @cached_property
    def _superseding(self) -> Mapping[str, Sequence[Ref]]:
        """The decisions that supersede another, by that other's id."""
        found: dict[str, list[Ref]] = {}
        for entry in self.index.minutes:
            for data in mappings(entry.data, "decisions"):
                by = Ref("decisions", text(data, "id"), text(data, "text"), entry.document.path)
                for ident in dict.fromkeys(texts(data, "supersedes")):
                    found.setdefault(ident, []).append(by)
        return found

    def _decisions(self, entry: Entry) -> Iterator[Decision]:
        meeting, titles = ref_of(MINUTES, entry), _item_titles(entry)
        for data in _by_item(entry, "decisions"):
            item = whole(data, "item")
            yield Decision(
                id=text(data, "id"),
                meeting=meeting,
                date=text(entry.data, "date"),
                item=item,
                item_title=titles.get(item, ""),
                text=text(data, "text"),
                verb=text(data, "verb"),
                concerns=self._refs(entry, "decisions.*.concerns.*", texts(data, "concerns")),
                sets=text(data, "sets"),
                supersedes=self._refs(entry, "decisions.*.supersedes.*", texts(data, "supersedes")),
                superseded_by=tuple(self._superseding.get(text(data, "id"), ())),
                data=data,
            )

    def _actions(self, entry: Entry) -> Iterator[Action]:
        meeting, titles = ref_of(MINUTES, entry), _item_titles(entry)
        for data in _by_item(entry, "actions"):
            item = whole(data, "item")
            yield Action(
                meeting=meeting,
                date=text(entry.data, "date"),
                item=item,
                item_title=titles.get(item, ""),
                text=text(data, "text"),
                responsible=self._actors(entry, texts(data, "responsible")),
                due=text(data, "due"),
                done=text(data, "done"),
                concerns=self._refs(entry, "actions.*.concerns.*", texts(data, "concerns")),
                data=data,
            )

    def _refs(self, entry: Entry, place: str, idents: Iterable[str]) -> tuple[Ref, ...]:
        return self.index.refs(entry.document, place, idents)

    def _actors(self, entry: Entry, idents: Iterable[str]) -> tuple[Actor, ...]:
        refs = self._refs(entry, "actions.*.responsible.*", idents)
        return tuple(self.index.actor_of(ref) for ref in refs)


def _by_item(entry: Entry, key: str) -> list[Mapping[str, Any]]:
    """Return what a meeting lists, by agenda item; what belongs to none comes first."""
    return sorted(mappings(entry.data, key), key=lambda data: whole(data, "item") or 0)


def _item_titles(entry: Entry) -> Mapping[int | None, str]:
    return {whole(item, "number"): text(item, "title") for item in mappings(entry.data, "agenda")}


def _by_subject(subjects: Iterable[tuple[Ref, ...]]) -> Mapping[Subject, Sequence[int]]:
    """Return the places in a list of what concerns each subject."""
    found: dict[Subject, list[int]] = {}
    for place, refs in enumerate(subjects):
        for ref in refs:
            found.setdefault((ref.kind, ref.id), []).append(place)
    return found
