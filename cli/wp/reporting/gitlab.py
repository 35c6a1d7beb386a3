"""The report as GitLab's Code Quality report, shown beside the lines of a merge request.

A list of issues, each with a description, the check's name, a fingerprint that is its own, a
severity and a place (GitLab's documentation, "Code Quality", "Code Quality report format").
"""

import json

from wp.findings import Severity
from wp.reporting.fingerprints import fingerprints
from wp.reporting.report import Report

_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.INFO: "info"}


def render(report: Report) -> str:
    """Return all findings as one JSON list; the description is all that a reader there sees."""
    issues = []
    for item, mark in zip(report.diagnostics, fingerprints(report), strict=True):
        found, words = item.finding, report.words(item)
        issues.append(
            {
                "description": " ".join(part for part in (words.message, words.help) if part),
                "check_name": f"{found.rule.code} {found.rule.name}",
                "fingerprint": mark,
                "severity": _SEVERITIES[item.severity],
                "location": {
                    "path": report.above + found.path,
                    "lines": {"begin": found.span.line, "end": found.span.end_line},
                },
            }
        )
    return json.dumps(issues, ensure_ascii=False, indent=2) + "\n"
