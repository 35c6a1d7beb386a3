"""What is left of the findings when exceptions and the council's settings have been heard."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from wp.checking.ignoring.catalogue import Catalogue
from wp.checking.ignoring.exceptions import Exempted, exceptions_of, unused
from wp.checking.ignoring.settings import settings_of
from wp.findings import Diagnostic, Finding, Rule, Severity
from wp.reading.repository import Repository, template_for


@dataclass(frozen=True)
class Judgement:
    """What a repository is found to be: the diagnostics in order, and the findings suppressed."""

    diagnostics: list[Diagnostic]
    suppressed: tuple[Finding, ...] = ()


def settle(
    repository: Repository,
    findings: Iterable[Finding],
    rules: Iterable[Rule],
    unjudged: frozenset[str],
    severity_of: Callable[[Finding, Repository], Severity],
) -> Judgement:
    """Return the findings that no exception is made from, each with its severity, sorted.

    `rules` are all there are, `unjudged` the codes of those that weren't asked this time, so that
    nobody can say whether an exception from them is needed.
    """
    catalogue = Catalogue(rules)
    settings = settings_of(repository, catalogue)
    used: set[tuple[str, Exempted]] = set()
    suppressed: list[Finding] = []
    kept: list[Finding] = []
    for found in findings:
        one = _exempted(repository, found, catalogue)
        if one is None:
            kept.append(found)
        else:
            suppressed.append(found)
            used.add((found.path, one))
    kept += _unused(repository, catalogue, used, unjudged)
    diagnostics: list[Diagnostic] = []
    for found in kept:
        usual = severity_of(found, repository)
        severity = settings.severity(found.rule, found.path, usual)
        if severity is None:
            suppressed.append(found)
        else:
            diagnostics.append(Diagnostic(found, severity))
    diagnostics.sort(key=lambda diagnostic: diagnostic.order)
    return Judgement(diagnostics, tuple(suppressed))


def _exempted(repository: Repository, found: Finding, catalogue: Catalogue) -> Exempted | None:
    """Return the exception that a finding falls under; of several, that with the fewest lines."""
    document = repository.by_path.get(found.path)
    if document is None:
        return None
    for one in exceptions_of(document, catalogue).made:
        if one.rule == found.rule and one.covers(found.span.line):
            return one
    return None


def _unused(
    repository: Repository,
    catalogue: Catalogue,
    used: set[tuple[str, Exempted]],
    unjudged: frozenset[str],
) -> Iterator[Finding]:
    """Yield the exceptions that suppress nothing.

    While a file can't be read, some rules have nothing to go by, so that nobody can say so.
    """
    lost = (path for path, _ in repository.stray if path not in repository.by_path)
    unread = any(template_for(repository.templates, path) for path in lost)
    if unread or not all(document.complete for document in repository.documents):
        return
    for document in repository.documents:
        for one in exceptions_of(document, catalogue).made:
            if one.rule.code not in unjudged and (document.path, one) not in used:
                yield unused(document, one)
