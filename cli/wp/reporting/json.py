"""The report as JSON, a promise to other programs: version 1."""

import json

from wp.findings import Diagnostic
from wp.reporting.report import Report


def render(report: Report) -> str:
    """Return the whole report as one JSON document with a line end."""
    document = {
        "version": 1,
        "checked": report.checked,
        "summary": dict(report.summary),
        "suppressed": report.suppressed,
        "diagnostics": [_diagnostic(report, item) for item in report.diagnostics],
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _diagnostic(report: Report, item: Diagnostic) -> dict[str, object]:
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
    }
