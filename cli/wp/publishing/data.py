"""The whole programme as data: `build/programme.json`, described by `programme.schema.json`.

It says what the model says, each thing once. What has an id stands in full in one list (a one-pager
in `one_pagers` or `aside`, its activities with it) and is named by `{kind, id, title}` elsewhere;
people are named by `{kind, id, name}`. Text is canonical Markdown. Fields that the council's own
forms add stand under `other`. What is written of persons beyond name, position and organisation
stays out, so that no address and no reason for an absence is published.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from typing import Any

from wp.programme import model
from wp.publishing.direction import straight
from wp.publishing.markdown import write_blocks

VERSION = 1

# Where each kind of thing stands in full, and what a reference to it calls it.
_KINDS: Mapping[type, str] = {
    model.Activity: "activities",
    model.Body: "bodies",
    model.Decision: "decisions",
    model.FocusArea: "focus_areas",
    model.Goal: "goals",
    model.Initiative: "initiatives",
    model.Meeting: "minutes",
    model.Milestone: "milestones",
    model.OnePager: "one-pagers",
    model.Theme: "cross_cutting",
}
# The programme's lists that hold things in full; its other fields name them.
_HOMES = frozenset(
    {
        *("goals", "focus_areas", "cross_cutting", "milestones", "one_pagers", "aside"),
        *("initiatives", "bodies", "people", "organisations", "meetings", "decisions", "actions"),
    }
)
# Said once, in the programme's own list, which tells the meeting and the item.
_ELSEWHERE = frozenset(
    {(model.OnePager, "actions"), (model.Meeting, "actions"), (model.AgendaItem, "actions")}
)
_PERSONAL = (model.Actor, model.Member, model.Participant)


def write_data(programme: model.Programme) -> bytes:
    """Return the programme as JSON in UTF-8, the same bytes for the same programme."""
    data = {"format_version": VERSION, **_whole(programme, _HOMES)}
    text = straight(json.dumps(data, ensure_ascii=False, indent=1))
    return (text + "\n").encode("utf-8", "replace")


def _whole(thing: Any, homes: frozenset[str] = frozenset()) -> dict[str, Any]:
    """Return a thing in full; the lists named by `homes` are full as well."""
    whole: dict[str, Any] = {}
    known = {field.name for field in fields(thing)}
    for field in fields(thing):
        value = getattr(thing, field.name)
        if (type(thing), field.name) in _ELSEWHERE:
            continue
        if field.name == "data":
            if not isinstance(thing, _PERSONAL):
                whole["other"] = {k: _plain(v) for k, v in value.items() if k not in known}
            continue
        is_home = field.name in homes or (type(thing), field.name) == (model.OnePager, "activities")
        write: Callable[[Any], Any] = _whole if is_home else _plain
        whole[field.name] = [write(item) for item in value] if is_home else _plain(value)
    return whole


def _plain(value: Any) -> Any:
    """Return a value as JSON's types; what has an id is only named."""
    if isinstance(value, model.Actor):
        return {"kind": value.kind, "id": value.id, "name": value.name}
    if isinstance(value, model.SectionText):
        markdown = write_blocks((*value.blocks, *value.notes))
        return {
            "key": value.key, "title": value.title, "level": value.level, "markdown": markdown,
        }  # fmt: skip
    if type(value) in _KINDS:
        return {"kind": _KINDS[type(value)], "id": value.id, "title": _title(value)}
    if is_dataclass(value):
        return _whole(value)
    if isinstance(value, Mapping):
        return {str(key): _plain(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    return value if isinstance(value, str | int | float | None) else str(value)


def _title(thing: Any) -> str:
    """Return what a reader knows something by: its title, a body's name, a decision's text."""
    if isinstance(thing, model.Meeting):
        return thing.date
    return str(getattr(thing, "title", "") or getattr(thing, "name", "") or thing.text)
