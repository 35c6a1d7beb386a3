"""Runs the rules over a repository and gives each finding the severity of its document's status."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from importlib import import_module
from pkgutil import iter_modules
from types import ModuleType
from typing import NamedTuple, Protocol

from wp.checking import rules
from wp.checking.forms import check_forms
from wp.checking.ignoring.settle import Judgement, settle
from wp.checking.parameters import check_parameters
from wp.findings import Diagnostic, Finding, Layout, Nature, Rule, Severity
from wp.processes import spread
from wp.reading.document import Document
from wp.reading.repository import Repository

_WORTH_A_PROCESS = 150  # documents, which take as long as it takes to start one and hear from it
_A_PART = 10  # documents that a process takes at a time
# Faults of files whose text is guessed from their bytes, or isn't read at all.
_GUESSED = frozenset({"not-utf-8", "too-large"})


def rule_modules() -> list[ModuleType]:
    """Return the modules of `wp.checking.rules`, by name; a file there is a kind of rule.

    Each has `RULES` and some of `check(document, repository)`, for findings that a single document
    can have, `check_all(repository)`, for those between documents, and
    `check_layout(document, layout, repository)`, for those on paper.
    """
    names = sorted(module.name for module in iter_modules(rules.__path__))
    return [import_module(f"{rules.__name__}.{name}") for name in names]


def all_rules() -> list[Rule]:
    """Return every rule by code."""
    found = [rule for module in rule_modules() for rule in module.RULES]
    return sorted(found, key=lambda rule: rule.code)


def check_repository(
    repository: Repository, layouts: Mapping[str, Layout] | None = None
) -> list[Diagnostic]:
    """Judge everything and return the diagnostics of `judge`."""
    return judge(repository, None if layouts is None else lambda: layouts).diagnostics


class Known(Protocol):
    """What is known of documents from before, so that they needn't be judged again."""

    def of(self, document: Document) -> tuple[Finding, ...] | None:
        """Return what a document has for itself, None when that isn't known."""

    def keep(
        self, document: Document, findings: tuple[Finding, ...], looked_into: Sequence[str]
    ) -> None:
        """Hear what a document has for itself, and by the texts of which others it was judged."""


def judge(
    repository: Repository,
    measure: Callable[[], Mapping[str, Layout]] | None = None,
    known: Known | None = None,
) -> Judgement:
    """Judge everything. The diagnostics are sorted by path, line, column and code.

    `measure` gives the layouts of documents whose form limits their pages, by path, and is asked
    when all else is judged; without it what depends on the layout isn't. What the council makes
    exceptions from isn't among the diagnostics. With `known`, only documents that it doesn't know
    are judged, and it hears of them.

    Raises `TemplateError` for a form that no document can satisfy, or that names a rule which isn't
    there.
    """
    check_forms(repository)
    check_parameters(repository, rule_modules())
    findings = (mendable(found, repository) for found in _findings(repository, measure, known))
    unjudged = codes_of_pages() if measure is None else frozenset()
    return settle(repository, findings, all_rules(), unjudged, severity_of)


def codes_of_pages() -> frozenset[str]:
    """Return the codes of the rules that judge how a document is laid out on pages."""
    on_paper = (module for module in rule_modules() if hasattr(module, "check_layout"))
    return frozenset(rule.code for module in on_paper for rule in module.RULES)


def mendable(finding: Finding, repository: Repository) -> Finding:
    """Return a finding without its repair if that isn't certain in the file that it stands in.

    A file whose text is guessed can't be written back as it was. Where fields can't be read, they
    may stand in what is taken for text, so only what makes them readable is mended.
    """
    if finding.fix is None:
        return finding
    document = repository.by_path.get(finding.path)
    faults = {fault.name for fault in document.faults} if document else _GUESSED
    unread = document is None or not document.complete or "front-matter-open" in faults
    if faults & _GUESSED or (unread and finding.rule.name not in faults):
        return replace(finding, fix=None)
    return finding


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


def _findings(
    repository: Repository,
    measure: Callable[[], Mapping[str, Layout]] | None,
    known: Known | None,
) -> Iterator[Finding]:
    modules = rule_modules()
    yield from _in_documents(repository, modules, known)
    layouts = measure() if measure is not None else {}
    for module in modules:
        if hasattr(module, "check_all"):
            yield from module.check_all(repository)
        if hasattr(module, "check_layout"):
            for path, layout in layouts.items():
                yield from module.check_layout(repository.by_path[path], layout, repository)


def _in_documents(
    repository: Repository, modules: Iterable[ModuleType], known: Known | None
) -> Iterator[Finding]:
    """Yield what each document has for itself; what is known is taken as it is."""
    found = {
        document.path: known.of(document) if known else None for document in repository.documents
    }
    unknown = [document for document in repository.documents if found[document.path] is None]
    for document, own in zip(unknown, _judged(unknown, repository, modules), strict=True):
        found[document.path] = own.findings
        if known:
            known.keep(document, own.findings, own.looked_into)
    for findings in found.values():
        yield from findings or ()


class _Own(NamedTuple):
    """What a document has for itself, and the others whose text that depends on."""

    findings: tuple[Finding, ...]
    looked_into: tuple[str, ...]


def _judged(
    documents: Sequence[Document], repository: Repository, modules: Iterable[ModuleType]
) -> Sequence[_Own]:
    """Return what some documents have for themselves, in their order.

    They are judged one by one, so that no tree stays in memory; hundreds are spread over the
    processors.
    """
    checks = [module.check for module in modules if hasattr(module, "check")]

    def judge(part: int, parts: int) -> list[_Own]:
        found = []
        for document in documents[part::parts]:
            findings = tuple(item for check in checks for item in check(document, repository))
            found.append(_Own(findings, document.looked_into))
            document.forget()
        return found

    if len(documents) < _WORTH_A_PROCESS:
        return judge(0, 1)
    parts = min(len(documents) // _A_PART, 255)
    done = spread(partial(judge, parts=parts), parts)
    return [done[at % parts][at // parts] for at in range(len(documents))]
