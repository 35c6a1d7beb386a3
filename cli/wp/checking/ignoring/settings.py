"""How severe the council wants rules to be: `checks` in the programme's front matter."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from wp.checking.given import entries
from wp.checking.ignoring import kinds
from wp.checking.ignoring.catalogue import Catalogue
from wp.checking.ignoring.exceptions import refused, unknown
from wp.checking.ignoring.globs import compiled
from wp.checking.ignoring.grammar import is_reason
from wp.findings import Finding, Rule, Severity, Term
from wp.reading.document import Document, Pointer
from wp.reading.repository import Repository

FIELD = "checks"
_SEVERITIES: Mapping[str, Severity | None] = {"off": None} | {s.value: s for s in Severity}


@dataclass(frozen=True, slots=True)
class Setting:
    """One entry: the rule, the severity that it gets (None for off), and for which paths.

    No `paths` means all.
    """

    rule: Rule
    severity: Severity | None
    paths: tuple[re.Pattern[str], ...]

    def covers(self, path: str) -> bool:
        """Say whether the entry counts for a path from the root."""
        return not self.paths or any(pattern.fullmatch(path) for pattern in self.paths)


@dataclass(frozen=True, slots=True)
class Settings:
    """All entries by the code of their rule, in their order, and the findings about any of them."""

    by_code: Mapping[str, tuple[Setting, ...]]
    findings: tuple[Finding, ...]

    def severity(self, rule: Rule, path: str, usual: Severity) -> Severity | None:
        """Return how severe a rule is for a path, None for off; of several entries the last."""
        for setting in reversed(self.by_code.get(rule.code, ())):
            if setting.covers(path):
                return setting.severity
        return usual


def settings_of(repository: Repository, catalogue: Catalogue) -> Settings:
    """Return what the programme says, read once."""
    if "checks" not in repository.memo:
        repository.memo["checks"] = _read(repository, catalogue)
    found: Settings = repository.memo["checks"]
    return found


def _read(repository: Repository, catalogue: Catalogue) -> Settings:
    by_code: dict[str, list[Setting]] = {}
    findings: list[Finding] = []
    programme = repository.programme
    if programme is not None:
        for pointer, entry in entries(programme.data, FIELD):
            findings += _said(repository, programme, pointer, entry, catalogue)
            if setting := _setting(entry, catalogue):
                by_code.setdefault(setting.rule.code, []).append(setting)
    return Settings({code: tuple(found) for code, found in by_code.items()}, tuple(findings))


def _setting(entry: Mapping[str, Any], catalogue: Catalogue) -> Setting | None:
    """Return what an entry asks for, None where it can't be had or read."""
    rule, given = _rule(entry, catalogue), entry.get("severity")
    if rule is None or not isinstance(given, str) or given not in _SEVERITIES:
        return None
    if _is_refused(rule, given):
        return None
    if "paths" in entry and not _patterns(entry):
        return None  # not readable as patterns: better for nothing than for everything
    patterns = tuple(compiled(pattern) for _, pattern in _patterns(entry))
    return Setting(rule, _SEVERITIES[given], patterns)


def _said(
    repository: Repository,
    programme: Document,
    pointer: Pointer,
    entry: Mapping[str, Any],
    catalogue: Catalogue,
) -> Iterator[Finding]:
    """Yield what is wrong with one entry, besides what the form says of its fields."""
    name, path = entry.get("rule"), programme.path
    if isinstance(name, str) and name.strip():
        span, rule = programme.value_span((*pointer, "rule")), _rule(entry, catalogue)
        if rule is None:
            yield unknown(catalogue, path, name.strip(), span)
        elif _is_refused(rule, entry.get("severity")):
            yield refused(path, rule, span)
        if not (isinstance(entry.get("reason"), str) and is_reason(entry["reason"])):
            said = {"names": [name.strip()], "how": Term("reason.field")}
            yield Finding(kinds.WITHOUT_REASON, path, span, said)
    for number, pattern in _patterns(entry):
        wanted = compiled(pattern)
        if not any(wanted.fullmatch(file) for file in repository.files):
            span = programme.value_span((*pointer, "paths", number))
            yield Finding(kinds.MATCHES_NO_FILE, path, span, {"pattern": pattern})


def _rule(entry: Mapping[str, Any], catalogue: Catalogue) -> Rule | None:
    name = entry.get("rule")
    return catalogue.find(name) if isinstance(name, str) else None


def _is_refused(rule: Rule, given: Any) -> bool:
    """Say whether an entry asks for less of a rule that holds without exception."""
    known = isinstance(given, str) and given in _SEVERITIES
    return known and kinds.is_firm(rule) and kinds.lowers(rule, _SEVERITIES[given])


def _patterns(entry: Mapping[str, Any]) -> list[tuple[int, str]]:
    """Return the patterns of an entry, in Unicode form C as paths are, each with its number."""
    given = entry.get("paths")
    return [
        (number, unicodedata.normalize("NFC", pattern.strip()))
        for number, pattern in enumerate(given if isinstance(given, list) else ())
        if isinstance(pattern, str) and pattern.strip()
    ]
