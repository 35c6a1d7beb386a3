"""The approved versions of the programme, and what has changed since the last of them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from wp.programme.index import Index, is_approved
from wp.programme.log import Log
from wp.programme.model import (
    Activity,
    ActivityChange,
    Changed,
    Changes,
    Decision,
    Edition,
    OnePager,
    Period,
    Programme,
    TopicChange,
    Version,
)
from wp.programme.values import mappings, text
from wp.reading.document import Document
from wp.reading.repository import CONTENT, Repository, empty_document


@dataclass(frozen=True)
class Origin:
    """What is known of a programme besides its files.

    `before` is the repository as it was in the version that it is compared with, None when there is
    no such version, or its files can't be had.
    """

    edition: Edition = field(default_factory=Edition)
    before: Repository | None = None


def versions_of(index: Index, log: Log, document: Document) -> tuple[Version, ...]:
    """Return the approved versions, oldest first; those of one day as written."""
    versions = []
    for data in mappings(document.data, "versions"):
        ident = text(data, "decision")
        found = (d for d in log.decisions if d.id == ident) if ident else iter(())
        versions.append(
            Version(
                version=text(data, "version"),
                date=text(data, "date"),
                decision=next(found, None),
                revision=text(data, "revision"),
                note=text(data, "note"),
            )
        )
    return tuple(sorted(versions, key=lambda version: version.date))


def last_approved(repository: Repository) -> Version | None:
    """Return the version that the programme as it is now is compared with, None for none.

    It is the last approved one. A programme that is approved itself isn't compared with itself:
    its own number in the list doesn't count.
    """
    document = repository.programme or empty_document(f"{CONTENT}/programme.md", None)
    index = Index(repository)
    own = text(document.data, "version") if is_approved(document) else ""
    versions = versions_of(index, Log(index), document)
    return next((v for v in reversed(versions) if not own or v.version != own), None)


def changes_between(then: Programme, now: Programme, since: Version) -> Changes:
    """Return what is different in the programme from what it was in a version."""
    were = {topic.id: topic for topic in then.one_pagers}
    are = {topic.id: topic for topic in now.one_pagers}
    stayed = (_topic(were[i], topic) for i, topic in are.items() if i in were)
    known = {_decision(decision) for decision in then.decisions}
    everything = {topic.id: topic.ref for topic in (*now.one_pagers, *now.aside)}
    return Changes(
        since=since,
        new=tuple(topic.ref for i, topic in are.items() if i not in were),
        gone=tuple(everything.get(i, topic.ref) for i, topic in were.items() if i not in are),
        changed=tuple(change for change in stayed if change is not None),
        activities=tuple(_activities(then.activities, now.activities)),
        decisions=tuple(d for d in now.decisions if _decision(d) not in known),
    )


def _topic(was: OnePager, now: OnePager) -> TopicChange | None:
    """Return how a one-pager differs, None when it doesn't."""
    who = [
        [(one.actor.kind, one.actor.id, one.role) for one in topic.responsible]
        for topic in (was, now)
    ]
    responsible = Changed(was.responsible, now.responsible) if who[0] != who[1] else None
    title, status = _changed(was.title, now.title), _changed(was.status, now.status)
    horizon = _changed(was.horizon, now.horizon)
    if title or status or horizon or responsible:
        return TopicChange(now.ref, title, status, horizon, responsible)
    return None


def _changed(before: str, after: str) -> Changed[str] | None:
    return Changed(before, after) if before != after else None


def _activities(then: Sequence[Activity], now: Sequence[Activity]) -> Iterator[ActivityChange]:
    """Yield the activities that came, then those that moved, then those that went."""
    waiting: dict[tuple[str, ...], list[Activity]] = {}
    for activity in then:
        waiting.setdefault(_identity(activity), []).append(activity)
    pairs = []
    for activity in now:
        found = waiting.get(_identity(activity))
        pairs.append((found.pop(0) if found else None, activity))
    for was, activity in pairs:
        if was is None:
            yield ActivityChange("added", activity, None, _period(activity))
    for was, activity in pairs:
        if was is not None and _period(was) != _period(activity):
            yield ActivityChange("moved", activity, _period(was), _period(activity))
    left = {id(activity) for found in waiting.values() for activity in found}
    for activity in then:
        if id(activity) in left:
            yield ActivityChange("removed", activity, _period(activity), None)


def _identity(activity: Activity) -> tuple[str, ...]:
    """Return what makes an activity the same: its own id, else its title in its one-pager.

    An id that comes from its number in the one-pager is another's as soon as one is put before it.
    """
    own = text(activity.data, "id")
    return (own,) if own else (activity.one_pager.id, activity.title)


def _period(activity: Activity) -> Period:
    return Period(activity.start, activity.end)


def _decision(decision: Decision) -> tuple[object, ...]:
    """Return what makes a decision the same: its id, else where it stands and what it says."""
    if decision.id:
        return (decision.id,)
    return (decision.meeting.id, decision.item, decision.text)
