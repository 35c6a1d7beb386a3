"""Runs the rules over a repository and gives each finding the severity of its document's status."""

from collections.abc import Iterable, Iterator
from importlib import import_module
from pkgutil import iter_modules
from types import ModuleType

from wp.checking import rules
from wp.findings import Diagnostic, Finding, Nature, Rule, Severity
from wp.reading.document import Document
from wp.reading.repository import Repository


def rule_modules() -> list[ModuleType]:
    """Return the modules of `wp.checking.rules`, by name; a file there is a kind of rule.

    Each has `RULES` and one or both of `check(document, repository)`, for findings that a single
    document can have, and `check_all(repository)`, for those between documents.
    """
    names = sorted(module.name for module in iter_modules(rules.__path__))
    return [import_module(f"{rules.__name__}.{name}") for name in names]


def all_rules() -> list[Rule]:
    """Return every rule by code."""
    found = [rule for module in rule_modules() for rule in module.RULES]
    return sorted(found, key=lambda rule: rule.code)


def check_repository(repository: Repository) -> list[Diagnostic]:
    """Judge everything. The result is sorted by path, line, column and code."""
    diagnostics = [
        Diagnostic(found, severity_of(found, repository)) for found in _findings(repository)
    ]
    return sorted(diagnostics, key=lambda diagnostic: diagnostic.order)


def only(diagnostics: Iterable[Diagnostic], paths: Iterable[str]) -> list[Diagnostic]:
    """Keep the diagnostics of the named files, or of those below the named folders."""
    wanted = tuple(paths)
    return [
        item
        for item in diagnostics
        if any(
            item.finding.path == path or item.finding.path.startswith(f"{path}/") for path in wanted
        )
    ]


def severity_of(finding: Finding, repository: Repository) -> Severity:
    """Return how bad a finding is: by its rule's nature and, if unfinished, by the status."""
    nature = finding.rule.nature
    if nature is Nature.FALSE:
        return Severity.ERROR
    if nature is Nature.ADVICE:
        return Severity.WARNING
    if nature is Nature.NOTE:
        return Severity.INFO
    document = repository.by_path.get(finding.path)
    return _unfinished(document) if document else Severity.WARNING


def _unfinished(document: Document) -> Severity:
    """What is missing is no fault before it is expected, and an error once it must be complete."""
    lifecycle = document.template.lifecycle if document.template else None
    if lifecycle is None:
        return Severity.WARNING
    if document.status in lifecycle.aside:
        return Severity.INFO
    if document.status not in lifecycle.order:
        return Severity.WARNING
    at = lifecycle.order.index(document.status)
    if at >= lifecycle.order.index(lifecycle.complete_from):
        return Severity.ERROR
    if at < lifecycle.order.index(lifecycle.expected_from):
        return Severity.INFO
    return Severity.WARNING


def _findings(repository: Repository) -> Iterator[Finding]:
    for module in rule_modules():
        if hasattr(module, "check"):
            for document in repository.documents:
                yield from module.check(document, repository)
        if hasattr(module, "check_all"):
            yield from module.check_all(repository)
