"""Where the work stands, as a page that `templates/output/status.md.j2` words, and as data."""

import json
from collections.abc import Sequence
from typing import Any

from wp.language.wording import Language
from wp.programme.model import Action, Actor, Programme
from wp.programme.standing import Due, Standing
from wp.publishing.compose import Composer, Cover
from wp.publishing.look import logo_of, palette_for
from wp.publishing.publication import Publication
from wp.reading.audience import Audience
from wp.reading.repository import Repository

VERSION = 1
NAME = "status"


def standing_page(
    repository: Repository,
    programme: Programme,
    standing: Standing,
    language: Language,
    *,
    internal: bool,
) -> Publication:
    """Return the page; `internal` marks it so. Raises `WpError` when its template can't be used."""
    look = programme.look
    composer = Composer(repository, language, palette_for(look), logo_of(look, repository.root))
    cover = Cover(
        name=NAME,
        title=composer.labels["status_title"],
        subtitle=programme.title,
        date=standing.on,
        state=composer.labels["state_internal"] if internal else "",
    )
    context = {"programme": programme, "standing": standing, "internal": internal}
    return composer.compose(cover, (f"{NAME}.md.j2",), context)[0]


def standing_data(standing: Standing, audience: Audience) -> str:
    """Return where the work stands as JSON, for whom; people, topics and meetings by their ids."""
    latest = standing.latest
    data: dict[str, Any] = {
        "version": VERSION,
        "audience": audience,
        "on": standing.on,
        "until": standing.until,
        "who": standing.who.id if standing.who else None,
        "statuses": dict(standing.statuses),
        "late": [_action(action) for action in standing.late],
        "coming": [_due(due) for due in standing.coming],
        "undated": [_action(action) for action in standing.undated],
        "unfinished": [
            {
                "id": one.topic.id,
                "path": one.topic.path,
                "status": one.topic.status,
                "responsible": _ids([item.actor for item in one.topic.responsible]),
                "errors": one.found.errors,
                "warnings": one.found.warnings,
                "missing": list(one.missing),
            }
            for one in standing.unfinished
        ],
        "latest": latest and {
            "id": latest.id,
            "date": latest.date,
            "decisions": [{"id": one.id, "text": one.text} for one in latest.decisions],
        },
        "unapproved": [meeting.id for meeting in standing.unapproved],
    }  # fmt: skip
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def _action(action: Action) -> dict[str, Any]:
    return {
        "text": action.text,
        "due": action.due or None,
        "responsible": _ids(action.responsible),
        "meeting": action.meeting.id,
        "item": action.item,
    }


def _due(due: Due) -> dict[str, Any]:
    if due.milestone:
        return {"date": due.date, "kind": "milestone", "id": due.milestone.id}
    if due.action:
        return {"date": due.date, "kind": "action", **_action(due.action)}
    return {"date": due.date, "kind": "meeting"}


def _ids(actors: Sequence[Actor]) -> list[str]:
    return [actor.id for actor in actors]
