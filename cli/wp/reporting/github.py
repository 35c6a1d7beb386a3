"""The report as GitHub's workflow commands, which show each finding at its line in a pull request.

The form is `::error file=…,line=…,col=…::message`; `%`, CR and LF are escaped in the message, and
`:` and `,` in properties too (GitHub's documentation, "Workflow commands for GitHub Actions").
"""

from wp.findings import Severity
from wp.reporting.report import Report

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def render(report: Report) -> str:
    """Return one command a line."""
    lines = []
    for item in report.diagnostics:
        found, words = item.finding, report.words(item)
        properties = {
            "file": report.above + found.path,
            "line": found.span.line,
            "endLine": found.span.end_line,
            "col": found.span.column,
            "endColumn": found.span.end_column,
            "title": f"{found.rule.code} {found.rule.name}",
        }
        listed = ",".join(f"{key}={_property(str(value))}" for key, value in properties.items())
        places = [f"{path}:{line}: {text}" for path, line, text in report.related(item)]
        message = "\n".join(part for part in (words.message, words.help, *places) if part)
        lines.append(f"::{_COMMANDS[item.severity]} {listed}::{_data(message)}\n")
    return "".join(lines)


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
