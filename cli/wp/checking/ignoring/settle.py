"""What is left of the findings when exceptions and the council's settings have been heard."""

from collections.abc import Callable, Iterable, Iterator, Mapping
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
    # the rules first: they let go of each document's tree when they are done with it
    everything = list(findings)
    made = _made(repository, catalogue)
    used: set[tuple[str, Exempted]] = set()
    suppressed: list[Finding] = []
    kept: list[Finding] = []
    for found in everything:
        here = made.get(found.path, ())
        one = next((e for e in here if e.rule == found.rule and e.covers(found.span.line)), None)
        if one is None:
            kept.append(found)
        else:
            suppressed.append(found)
            used.add((found.path, one))
    kept += _unused(repository, made, used, unjudged)
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


def _made(repository: Repository, catalogue: Catalogue) -> Mapping[str, tuple[Exempted, ...]]:
    """Return the exceptions of each document that makes any, those for the fewest lines first."""
    found: dict[str, tuple[Exempted, ...]] = {}
    for document in repository.documents:
        if one := exceptions_of(document, catalogue).made:
            found[document.path] = one
        document.forget()
    return found


def _unused(
    repository: Repository,
    made: Mapping[str, tuple[Exempted, ...]],
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
    for path, exceptions in made.items():
        for one in exceptions:
            if one.rule.code not in unjudged and (path, one) not in used:
                yield unused(path, one)
