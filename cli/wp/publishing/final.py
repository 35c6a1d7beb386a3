"""What keeps a build from being the final one: findings that the council doesn't let pass, and
documents that aren't approved."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from wp.findings import Diagnostic, Severity
from wp.language.wording import Language
from wp.programme.assemble import assemble
from wp.programme.index import is_approved, status_of
from wp.programme.values import mapping, text
from wp.publishing.audiences import for_audience
from wp.publishing.labels import word
from wp.reading.audience import INTERNAL, Audience
from wp.reading.document import Document
from wp.reading.repository import Repository

FROM_BAD_TO_LIGHT = (Severity.ERROR, Severity.WARNING, Severity.INFO)


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why nothing is final: findings as bad as `blocked_by` or worse, documents not approved.

    Nothing is refused when there are none of either.
    """

    blocked_by: Severity
    diagnostics: tuple[Diagnostic, ...]
    unapproved: tuple[Document, ...]

    def __bool__(self) -> bool:
        return bool(self.diagnostics or self.unapproved)


def refusal(
    repository: Repository,
    names: Sequence[str],
    diagnostics: Iterable[Diagnostic],
    audience: Audience = INTERNAL,
) -> Refusal:
    """Return what keeps the documents of `names` from being final; the programme without names.

    The programme is final when nothing in the council's folder is found that it doesn't allow, and
    it and its one-pagers are approved, those that `audience` sees. A single document is judged by
    itself.
    """
    blocked_by = _blocked_by(repository)
    bad = FROM_BAD_TO_LIGHT[: FROM_BAD_TO_LIGHT.index(blocked_by) + 1]
    programme = repository.programme
    own = "" if programme is None else programme.path
    whole = not names or own in names
    found = (
        item
        for item in diagnostics
        if item.severity in bad and (whole or item.finding.path in names)
    )
    seen = for_audience(repository, audience)
    topics = [topic.path for topic in assemble(seen).one_pagers] if whole else []
    paths = dict.fromkeys([*(names or [own]), *topics])
    documents = [document for path in paths if (document := repository.by_path.get(path))]
    unapproved = [document for document in documents if _waits(document)]
    return Refusal(blocked_by, tuple(found), tuple(unapproved))


def status_word(repository: Repository, document: Document, language: Language) -> str:
    """Return what a document's form calls its status."""
    status = status_of(document)
    kind = document.template.name if document.template else ""
    return word(repository, f"{kind}.status", status, language)


def _waits(document: Document) -> bool:
    """Say whether a document has a status to be approved in, and isn't."""
    template = document.template
    has_status = template is not None and (
        template.lifecycle is not None or "status" in template.schema.get("properties", {})
    )
    return has_status and not is_approved(document)


def _blocked_by(repository: Repository) -> Severity:
    """Return the lightest severity that keeps the programme from being final; the form's default
    where the council doesn't say."""
    data = repository.programme.data if repository.programme else {}
    wanted = text(mapping(data, "final"), "blocked_by")
    known = {severity.value: severity for severity in Severity}
    return known.get(wanted, Severity.WARNING)
