"""Which publications a build makes: the programme, or single documents of any kind."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from wp.errors import WpError
from wp.programme.assemble import assemble, meeting, one_pager, page
from wp.programme.editions import Origin
from wp.programme.model import Programme
from wp.publishing.audiences import for_audience, origin_for
from wp.publishing.compose import Composer, Cover
from wp.publishing.look import logo_of, painted, palette_for
from wp.publishing.names import AGENDA, FINAL, path_of
from wp.publishing.pictures.dependencies import dependency_picture
from wp.publishing.pictures.overview import overview
from wp.publishing.pictures.timeline import timelines
from wp.publishing.publication import Publication
from wp.reading.audience import INTERNAL, PUBLIC, Audience
from wp.reading.document import Document
from wp.reading.repository import CONTENT, Repository

OVERVIEW = "overview.svg"
GRAPH = "dependencies.svg"

Made = tuple[Publication, Mapping[str, str]]
"""A publication, and the attachments that it links to: output path to path from the root."""

MINUTES = "minutes"


def publications(
    repository: Repository,
    names: Sequence[str],
    origin: Origin | None = None,
    audience: Audience = PUBLIC,
) -> list[Made]:
    """Compose the documents of `names`, or the programme when there are none, as `composing`."""
    compose = composing(repository, names, origin, audience)
    return [compose(number) for number in range(len(names) or 1)]


def composing(
    repository: Repository,
    names: Sequence[str],
    origin: Origin | None = None,
    audience: Audience = PUBLIC,
) -> Callable[[int], Made]:
    """Return what composes the documents of `names`, each by its number, or the programme as 0.

    What they share is worked out already, so that processes which are forked now have it too. A
    name is a path from the root, alone or with `FINAL` or `AGENDA` behind it. Whether a document
    can be final is for `wp.publishing.final` to say.

    `origin` is what its files can't say of the programme: the commit, and how it was before.
    Whatever `audience` may not see is in none of it.

    Raises `WpError` for a document that the public may not see; what composes raises it for a path
    that is no document with a body, and for a template that fails.
    """
    view = for_audience(repository, audience)
    for path in map(path_of, names):
        if path in repository.by_path and path not in view.by_path:
            raise WpError("internal-document", path=path)
    programme = assemble(view, origin_for(origin, repository, audience))
    repository = view
    palette, logo = palette_for(programme.look), logo_of(programme.look, repository.root)
    composer = Composer(repository, repository.language, palette, logo)
    if not names:
        return lambda _: _programme(composer, programme, "")
    if len(names) > 1:
        composer.get_ready()
    return lambda number: _document(composer, programme, names[number])


def _find(repository: Repository, name: str) -> Document:
    document = repository.by_path.get(name)
    if document is None or document.template is None or document.template.is_register:
        raise WpError("not-a-document", path=name)
    return document


def _programme(composer: Composer, programme: Programme, state: str) -> Made:
    """Compose the programme; `state` is what a final one is marked with."""
    labels = composer.labels
    cover = Cover(
        name="programme",
        title=programme.title,
        subtitle=programme.subtitle,
        author=_author(programme),
        date=programme.date,
        state=_state(
            composer, state or (labels["state_draft"] if programme.state == "draft" else "")
        ),
    )
    pictures = timelines(programme, labels)
    named = {f"timeline-{number}.svg": picture for number, picture in enumerate(pictures, start=1)}
    assets = {name: picture.svg for name, picture in named.items()}
    if graph := dependency_picture(programme.dependencies, labels):
        assets[GRAPH] = graph
    small = overview(programme, labels)
    if small is not None:
        assets[OVERVIEW] = small
    context = {
        "programme": programme,
        "timelines": named,
        "graph": GRAPH if graph else "",
        "overview": OVERVIEW if small is not None else "",
    }
    drawings = painted(assets, composer.palette)
    publication, attachments = composer.compose(cover, ("programme.md.j2",), context, drawings)
    return replace(publication, programme=programme), attachments


def _document(composer: Composer, programme: Programme, name: str) -> Made:
    """Compose one document; a kind that has no output template of its own gets the general one."""
    document = _find(composer.repository, path_of(name))
    labels = composer.labels
    state = labels["state_final"] if name.endswith(FINAL) else ""
    if name.endswith(AGENDA):
        return _agenda(composer, programme, document)
    if document is composer.repository.programme:
        return _programme(composer, programme, state)
    assert document.template is not None
    kind = document.template.name
    context: dict[str, Any] = {"programme": programme, "page": page(composer.repository, document)}
    title = str(document.data.get("title") or document.id)
    lifecycle = document.template.lifecycle
    unfinished = lifecycle is not None and document.status != lifecycle.order[-1]
    if kind == "one-pager":
        context["topic"] = one_pager(composer.repository, document)
    elif kind == MINUTES:
        context["meeting"] = held = meeting(composer.repository, document)
        form = "minutes_title_draft" if unfinished else "minutes_title"
        title = labels[form].format(body=held.body.name if held.body else "")
        unfinished = False  # the title says so on every page
    cover = Cover(
        name=document.path.removeprefix(f"{CONTENT}/").rpartition(".")[0],
        title=title,
        author=_author(programme),
        date=str(document.data.get("date") or ""),
        state=_state(composer, state or (labels["state_draft"] if unfinished else "")),
    )
    return composer.compose(cover, (f"{kind}.md.j2", "document.md.j2"), context)


def _agenda(composer: Composer, programme: Programme, document: Document) -> Made:
    """Compose the agenda that minutes begin as. Raises `WpError` for another kind of document."""
    if document.template is None or document.template.name != MINUTES:
        raise WpError("not-minutes", name=document.path)
    labels = composer.labels
    held = meeting(composer.repository, document)
    cover = Cover(
        name=f"agendas/{document.id}",
        title=labels["agenda_title"].format(body=held.body.name if held.body else ""),
        author=_author(programme),
        date=held.date,
        state=_state(composer, ""),
    )
    return composer.compose(cover, ("agenda.md.j2",), {"programme": programme, "meeting": held})


def _state(composer: Composer, state: str) -> str:
    """Return what every page is marked with: the state, and that the edition is internal."""
    internal = composer.repository.audience == INTERNAL
    words = (state, composer.labels["state_internal"] if internal else "")
    return " · ".join(word for word in words if word)


def _author(programme: Programme) -> str:
    if programme.publisher is not None:
        return programme.publisher.name
    return programme.council.name if programme.council is not None else ""
