"""The report as SARIF 2.1.0, the OASIS standard for findings, which code hosts and editors read.

Sections in comments are those of the standard. Files are named from the root of the council's
folder, so that the report is the same wherever that lies; columns count characters, the end is
exclusive. A message is escaped as the standard asks: its braces and brackets are no placeholders
and links.
"""

import json
from collections.abc import Sequence
from typing import Any
from urllib.parse import quote

from wp import __version__
from wp.findings import Diagnostic, Edit, Layer, Nature, Rule, Severity, Span
from wp.language.messages import describe
from wp.language.words import words_of
from wp.reporting.fingerprints import fingerprints
from wp.reporting.report import Report

_SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_DEFAULTS = {
    Nature.FALSE: "error",
    Nature.UNFINISHED: "warning",
    Nature.ADVICE: "warning",
    Nature.NOTE: "note",
}
_LANGUAGES = {"da": "da-DK", "en": "en-GB"}
_ROOT, _PACKAGED = "ROOT", "WP"
_FINGERPRINT = "wp/v1"
_LONGEST = 2000  # characters of a source line that is repeated; an endless one would fill the log

Json = dict[str, Any]


def render(report: Report) -> str:
    """Return the report as one SARIF log with a single run."""
    found = report.diagnostics
    rules = sorted({item.finding.rule for item in found}, key=lambda rule: rule.code)
    paths = sorted({*report.judged, *(item.finding.path for item in found)})
    marks = fingerprints(report)
    log = _Log(report, rules, paths)
    run = {
        "tool": {"driver": log.driver()},
        "invocations": [{"executionSuccessful": True}],
        "language": _LANGUAGES[report.language],
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": log.bases(),
        "artifacts": [{"location": log.place(path), "roles": ["analysisTarget"]} for path in paths],
        "results": [log.result(item, mark) for item, mark in zip(found, marks, strict=True)],
    }
    whole = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"


class _Log:
    """Makes the parts of a log that refer to each other by number."""

    def __init__(self, report: Report, rules: Sequence[Rule], paths: Sequence[str]) -> None:
        self.report = report
        self.rules = {rule.code: index for index, rule in enumerate(rules)}
        self.paths = {path: index for index, path in enumerate(paths)}
        self._ordered = rules

    def driver(self) -> Json:
        return {
            "name": "wp",
            "semanticVersion": __version__,
            "rules": [self.rule(rule) for rule in self._ordered],
        }

    def rule(self, rule: Rule) -> Json:
        words = describe(rule, self.report.language)
        # a help that is nothing but the finding's own details says nothing of the rule
        advice = words.help if any(char.isalnum() for char in words.help) else words.message
        return {
            "id": rule.code,
            "name": rule.name,
            "shortDescription": {"text": _escaped(words.message)},
            "help": {"text": _escaped(advice)},
            "defaultConfiguration": {"level": _DEFAULTS[rule.nature]},
        }

    def bases(self) -> Json:
        """§3.14.14: what relative addresses begin at; a consumer knows best where that is."""
        said = words_of(self.report.language)
        return {
            _ROOT: {"description": {"text": said["base-root"]}},
            _PACKAGED: {"description": {"text": said["base-packaged"]}},
        }

    def place(self, path: str) -> Json:
        """§3.4: a file's address. Forms that come with `wp` lie elsewhere than the council's."""
        if path in self.paths:
            return {"uri": quote(path), "uriBaseId": _ROOT, "index": self.paths[path]}
        own = (self.report.files.root / path).exists()
        return {"uri": quote(path), "uriBaseId": _ROOT if own else _PACKAGED}

    def result(self, item: Diagnostic, mark: str) -> Json:
        found, words = item.finding, self.report.words(item)
        message = " ".join(part for part in (words.message, words.help) if part)
        text = self.report.source_line(found.path, found.span.line)
        physical: Json = {
            "artifactLocation": self.place(found.path),
            "region": _region(found.span),
        }
        if text.strip() and len(text) <= _LONGEST:
            lines = {"startLine": found.span.line, "endLine": found.span.line}
            physical["contextRegion"] = {**lines, "snippet": {"text": text}}
        result: Json = {
            "ruleId": found.rule.code,
            "ruleIndex": self.rules[found.rule.code],
            "level": _LEVELS[item.severity],
            "message": {"text": _escaped(message)},
            "locations": [{"physicalLocation": physical}],
            "partialFingerprints": {_FINGERPRINT: mark},
        }
        if found.related:
            result["relatedLocations"] = [
                {
                    "id": number,
                    "physicalLocation": {
                        "artifactLocation": self.place(path),
                        "region": {"startLine": line},
                    },
                    "message": {"text": _escaped(sentence)},
                }
                for number, (path, line, sentence) in enumerate(self.report.related(item))
            ]
        # a region can't name what comes before a text or at its line ends
        if found.fix is not None and found.fix.layer is Layer.TEXT:
            result["fixes"] = [self.fix(found.path, found.fix)]
        return result

    def fix(self, path: str, edit: Edit) -> Json:
        """§3.55: the text of a region becomes another."""
        replacement = {
            "deletedRegion": _region(edit.span),
            "insertedContent": {"text": edit.text},
        }
        change = {"artifactLocation": self.place(path), "replacements": [replacement]}
        said = words_of(self.report.language)
        return {"description": {"text": said["repair"]}, "artifactChanges": [change]}


def _region(span: Span) -> Json:
    """§3.30: both ends count from 1, and the last column is the first one after the text."""
    return {
        "startLine": span.line,
        "startColumn": span.column,
        "endLine": span.end_line,
        "endColumn": span.end_column,
    }


def _escaped(text: str) -> str:
    """§3.11.5: braces are doubled; §3.11.6: a bracket before a parenthesis would be a link."""
    return text.replace("{", "{{").replace("}", "}}").replace("](", "] (")
