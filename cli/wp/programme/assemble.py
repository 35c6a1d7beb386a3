"""Documents to a programme, or to what is published alone. What a draft lacks is left empty."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from wp.programme import tables
from wp.programme.editions import Origin, changes_between, last_approved, versions_of
from wp.programme.front_matter import goals_of, look_of, milestones_of, period_of
from wp.programme.gaps import one_pager_gaps, programme_gaps
from wp.programme.horizons import horizons_of
from wp.programme.index import Index, is_approved, status_of
from wp.programme.log import Log
from wp.programme.meetings import Meetings
from wp.programme.model import (
    Activity,
    Body,
    Chapter,
    FocusArea,
    Gap,
    Meeting,
    OnePager,
    Page,
    Programme,
    Ref,
    SectionText,
)
from wp.programme.pages import page_of
from wp.programme.registers import actors_of, bodies_of, initiatives_of
from wp.programme.sections import sections_of
from wp.programme.topics import Topics, by_time
from wp.programme.values import text
from wp.reading.document import Document
from wp.reading.repository import CONTENT, Repository, empty_document


def one_pager(repository: Repository, document: Document) -> OnePager:
    """Return one topic, with what the rest of the repository says of it."""
    return _makers(repository).topics.one_pager(document)


def meeting(repository: Repository, document: Document) -> Meeting:
    """Return one meeting from its minutes."""
    return _makers(repository).meetings.meeting(document)


def page(repository: Repository, document: Document) -> Page:
    """Return a document of a kind that only its form knows."""
    return page_of(_makers(repository).index, document)


def assemble(repository: Repository, origin: Origin | None = None) -> Programme:
    """Return the whole programme, complete and sorted.

    Any repository gives one: what it lacks is empty, and stands in `missing` where a form asks
    for it. `origin` is what the repository can't know: the commit, and the last version's files.
    """
    origin = origin or Origin()
    now = _assembled(repository, origin)
    since = last_approved(repository)
    if since is None or origin.before is None:
        return now
    then = _assembled(origin.before, Origin())
    return replace(now, changes=changes_between(then, now, since))


def _assembled(repository: Repository, origin: Origin) -> Programme:
    """Return the programme by its own files alone, compared with nothing."""
    made = _makers(repository)
    index, log, topics, meetings = made.index, made.log, made.topics, made.meetings
    document = _document(repository)
    data = document.data
    everything = [topics.one_pager(entry.document) for entry in index.topics]
    one_pagers = tuple(topic for topic in everything if topic.included)
    activities = _activities(one_pagers)
    chapters = tuple(_chapters(topics.focus_areas, one_pagers))
    period = period_of(document)
    bodies, initiatives = bodies_of(index), initiatives_of(index)
    sections = sections_of(document)
    horizons = horizons_of(index, document, period, one_pagers, activities)
    approved = all(is_approved(d) for d in (document, *_documents(repository, one_pagers)))
    return Programme(
        title=_title(document),
        subtitle=text(data, "subtitle"),
        language=repository.language,
        audience=repository.audience,
        status=status_of(document),
        state="final" if approved else "draft",
        version=text(data, "version"),
        date=text(data, "date"),
        url=text(data, "url"),
        publisher=index.actor(document, "publisher", text(data, "publisher")),
        look=look_of(document),
        council=_body(bodies, text(data, "council")),
        board=_body(bodies, text(data, "board")),
        period=period,
        horizons=horizons,
        goals=goals_of(index),
        focus_areas=topics.focus_areas,
        chapters=chapters,
        cross_cutting=topics.themes,
        milestones=milestones_of(index),
        one_pagers=one_pagers,
        aside=tuple(topic for topic in everything if not topic.included),
        activities=activities,
        initiatives=initiatives,
        bodies=bodies,
        people=actors_of(index, "people"),
        organisations=actors_of(index, "organisations"),
        meetings=tuple(meetings.meeting(entry.document) for entry in index.minutes),
        decisions=log.decisions,
        actions=log.actions,
        responsibilities=tables.responsibilities_of(one_pagers, activities),
        economy=tables.economy_of(data, period, chapters, activities),
        interplay=tables.interplay_matrix(one_pagers, initiatives),
        themes=tables.themes_matrix(one_pagers),
        glance=tables.glance_of(horizons, chapters, one_pagers, activities),
        edition=origin.edition,
        versions=versions_of(index, log, document),
        changes=None,
        missing=tuple(_missing(index, document, sections, one_pagers)),
        sections=sections,
        data=data,
        path=document.path,
    )


class _Makers:
    """What makes the parts of a repository's programme, with all that they look up."""

    def __init__(self, repository: Repository) -> None:
        self.index = Index(repository)
        self.log = Log(self.index)
        self.topics, self.meetings = Topics(self.index, self.log), Meetings(self.index, self.log)


def _makers(repository: Repository) -> _Makers:
    """Return the makers of a repository, the same however many of its documents are asked for."""
    made: _Makers = repository.memo.setdefault("makers", _Makers(repository))
    return made


def _document(repository: Repository) -> Document:
    template = repository.templates.get("programme")
    return repository.programme or empty_document(f"{CONTENT}/programme.md", template)


def _documents(repository: Repository, one_pagers: Sequence[OnePager]) -> list[Document]:
    return [repository.by_path[topic.path] for topic in one_pagers]


def _title(document: Document) -> str:
    """Return the programme's title; while it has none, what its form calls it."""
    form = document.template.title if document.template else document.id
    return text(document.data, "title") or form


def _body(bodies: Sequence[Body], ident: str) -> Body | None:
    return next((body for body in bodies if ident and body.id == ident), None)


def _activities(one_pagers: Sequence[OnePager]) -> tuple[Activity, ...]:
    found = (activity for topic in one_pagers for activity in topic.activities)
    return tuple(sorted(found, key=by_time))


def _chapters(
    focus_areas: Sequence[FocusArea], one_pagers: Sequence[OnePager]
) -> Iterator[Chapter]:
    """Yield a chapter for each focus area, and one for the topics that have none."""
    for area in focus_areas:
        topics = tuple(topic for topic in one_pagers if topic.focus_area == area)
        yield Chapter(area, topics, _activities(topics))
    rest = tuple(topic for topic in one_pagers if topic.focus_area is None)
    if rest:
        yield Chapter(None, rest, _activities(rest))


def _missing(
    index: Index,
    document: Document,
    sections: Sequence[SectionText],
    one_pagers: Sequence[OnePager],
) -> Iterator[Gap]:
    where = Ref("programme", document.id, _title(document), document.path, status_of(document))
    yield from programme_gaps(index, document, where, sections)
    for topic in one_pagers:
        yield from one_pager_gaps(topic, index.repository.by_path[topic.path])
