"""One line a finding, for a person or a program that reads `path:line:column:` at its start."""

from collections.abc import Iterator

from wp.language.words import words_of
from wp.reporting.lines import FAINT, STYLES, Line, line, plain
from wp.reporting.report import Report
from wp.reporting.summary import summary

FIXABLE = "[*]"


def render(report: Report) -> str:
    """Return the report as plain text."""
    return plain(lines(report))


def lines(report: Report, width: int | None = None) -> Iterator[Line]:
    """Yield a line for each finding, `[*]` at the end where `--fix` can mend it, and the summary.

    No line is folded: what follows a colon in a terminal can be clicked or copied whole.
    """
    said = words_of(report.language)
    for item in report.diagnostics:
        found, style = item.finding, STYLES[item.severity]
        yield line(
            (f"{found.path}:{found.span.line}:{found.span.column}: ", "bold"),
            (f"{said[item.severity.value]} {found.rule.code}", style),
            (f" {report.words(item).message}", ""),
            (f" {FIXABLE}" if found.fix is not None else "", FAINT),
            folds=False,
        )
    yield from summary(report)
