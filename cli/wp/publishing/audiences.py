"""For whom a build is: which audience each format has, and the repository as that audience sees it.

Everything that is published goes through `for_audience`; what isn't asked for internally is public.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace

from wp.errors import WpError
from wp.findings import Diagnostic, Span
from wp.programme.editions import Origin
from wp.programme.public import Words, absences_of, public_view
from wp.publishing.labels import labels_of
from wp.reading.audience import AUDIENCE, INTERNAL, PUBLIC, Audience, internal_in
from wp.reading.document import Document
from wp.reading.repository import CONTENT, Repository

_VIEW = "public-view"
_PROGRAMME = f"{CONTENT}/programme.md"

REASON = "absence-reason"
"""The rule that finds why somebody was absent."""


def audience_of(name: str) -> Audience:
    """Return an audience by its name. Raises `WpError` for one that there isn't."""
    if name == PUBLIC:
        return PUBLIC
    if name == INTERNAL:
        return INTERNAL
    raise WpError("unknown-audience", name=name)


def audiences_of(
    repository: Repository, formats: Iterable[str], given: Audience | None = None
) -> dict[str, Audience]:
    """Return each format's audience: the one given, else what the programme says, else public.

    The programme says one word for all formats, or one for each that it names.
    """
    said = repository.programme.data.get(AUDIENCE) if repository.programme else None
    found: dict[str, Audience] = {}
    for name in formats:
        own = said.get(name) if isinstance(said, Mapping) else said
        found[name] = given or (INTERNAL if own == INTERNAL else PUBLIC)
    return found


def for_audience(repository: Repository, audience: Audience) -> Repository:
    """Return a repository as an audience sees it, made once."""
    if audience == INTERNAL or repository.audience == PUBLIC:
        return repository
    if _VIEW not in repository.memo:
        repository.memo[_VIEW] = public_view(repository, _words(repository))
    found: Repository = repository.memo[_VIEW]
    return found


def holds_internal(repository: Repository) -> bool:
    """Say whether anything in a repository is internal."""
    return any(map(internal_in, repository.documents))


def origin_for(origin: Origin | None, repository: Repository, audience: Audience) -> Origin | None:
    """Return where files come from as an audience may know it: also what they were is filtered."""
    if origin is None or origin.before is None or audience == INTERNAL:
        return origin
    before = public_view(origin.before, _words(repository), beside=repository)
    return replace(origin, before=before)


def harmful(
    repository: Repository, names: Collection[str], found: Iterable[Diagnostic]
) -> tuple[Diagnostic, ...]:
    """Return the findings of what the public must not read though nothing says it is internal.

    These are reasons for absence in the documents of `names`, all without names. An address is left
    out by itself; a reason can stand in any words, so somebody has to take it away. What stands
    beside the name of somebody absent, in the fields, is published for nobody.
    """
    return tuple(
        item
        for item in found
        if item.finding.rule.name == REASON
        and (not names or _PROGRAMME in names or item.finding.path in names)
        and not is_hidden(repository.by_path[item.finding.path], item.finding.span)
    )


def is_hidden(document: Document, span: Span) -> bool:
    """Say whether a place in a file lies in something that the public doesn't see."""
    internal = internal_in(document)
    if internal.whole:
        return True
    fields = [document.place_at(pointer) for pointer in internal.entries]
    fields += [document.place_at((name,)) for name in absences_of(document)]
    spans = [document.source.span(place.start, place.end) for place in fields]
    sections = (one.section for one in internal.sections)
    # a section ends where the next one begins
    texts = [document.body_span(section.start, section.end - 1) for section in sections]
    return any(one.line <= span.line <= one.end_line for one in (*spans, *texts))


def _words(repository: Repository) -> Words:
    labels = labels_of(repository.root, repository.language)
    return Words(
        item=labels["internal_item"],
        item_text=labels["internal_item_text"],
        section=labels["internal_section_text"],
        email=labels["email_left_out"],
        phone=labels["phone_left_out"],
    )
