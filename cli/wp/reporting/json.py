"""The report as JSON, a promise to other programs: version 1."""

import json

from wp.findings import Diagnostic
from wp.reporting.fingerprints import fingerprints
from wp.reporting.lines import plain
from wp.reporting.report import Report
from wp.reporting.text import finding_lines


def render(report: Report) -> str:
    """Return the whole report as one JSON document with a line end."""
    marks = fingerprints(report)
    found = [
        _diagnostic(report, item, mark)
        for item, mark in zip(report.diagnostics, marks, strict=True)
    ]
    return document(report, "diagnostics", found)


def document(report: Report, name: str, items: list[dict[str, object]]) -> str:
    """Return a document of version 1: what was judged and found, and a list by its name."""
    whole = {
        "version": 1,
        "checked": report.checked,
        "summary": dict(report.summary),
        "suppressed": report.suppressed,
        name: items,
    }
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"


def _diagnostic(report: Report, item: Diagnostic, fingerprint: str) -> dict[str, object]:
    found, words = item.finding, report.words(item)
    return {
        "code": found.rule.code,
        "name": found.rule.name,
        "severity": item.severity.value,
        "path": found.path,
        "line": found.span.line,
        "column": found.span.column,
        "end_line": found.span.end_line,
        "end_column": found.span.end_column,
        "message": words.message,
        "help": words.help,
        "related": [
            {"path": path, "line": line, "message": message}
            for path, line, message in report.related(item)
        ],
        "fixable": found.fix is not None,
        "fingerprint": fingerprint,
        "rendered": plain(finding_lines(report, item)),
    }
