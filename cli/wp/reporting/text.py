"""The report for a person: each finding with its source line, marks, and what would help.

`^` marks what a finding is about; `-` marks another place that it has to do with.
"""

import re
from collections.abc import Iterator

from wp.findings import Diagnostic, Related, Span
from wp.language.words import words_of
from wp.reporting.excerpt import excerpt
from wp.reporting.lines import FAINT, STYLES, Line, line, plain
from wp.reporting.report import Report
from wp.reporting.summary import summary

_FIELD = re.compile(r"\s*(?:- )?[a-z_]+: +(?=\S)")  # what stands before a field's value


def render(report: Report) -> str:
    """Return the report as plain text."""
    return plain(lines(report))


def lines(report: Report, width: int | None = None) -> Iterator[Line]:
    """Yield the report's lines for a terminal of so many columns, None where there is none.

    The same help for the same rule is said once.
    """
    helped: set[tuple[str, str]] = set()
    for item in report.diagnostics:
        key = (item.finding.rule.code, report.words(item).help)
        yield from finding_lines(report, item, width=width, with_help=key not in helped)
        yield line()
        helped.add(key)
    yield from summary(report)


def finding_lines(
    report: Report, item: Diagnostic, *, width: int | None = None, with_help: bool = True
) -> Iterator[Line]:
    """Yield the lines of one finding."""
    found, words, said = item.finding, report.words(item), words_of(report.language)
    style = STYLES[item.severity]
    yield line(
        (f"{found.path}:{found.span.line}:{found.span.column}", "bold"),
        (": ", ""),
        (f"{said[item.severity.value]} {found.rule.code}", style),
        (f" {found.rule.name}", FAINT),
    )
    yield line(("  ", ""), (words.message, ""))
    text = report.source_line(found.path, found.span.line)
    if text.strip():
        start, end = _on_first_line(found.span, text)
        yield from excerpt(text, found.span.line, start, end, "^", style, width)
    for other, (path, number, sentence) in zip(found.related, report.related(item), strict=True):
        yield line((f"  --> {path}:{number}", FAINT), (f" {sentence}", ""))
        yield from _other_line(report, item, other, width)
    if words.help and with_help:
        yield line((f"  = {said['help']}: ", "bold"), (words.help, ""))


def _other_line(
    report: Report, item: Diagnostic, other: Related, width: int | None
) -> Iterator[Line]:
    """Yield the source line of another place, where seeing it tells more than its number.

    What stands for the same thing as the finding is marked: its text, or a detail of the sentence;
    else the field's value or the whole line.
    """
    found = item.finding
    text = report.source_line(other.path, other.line)
    if (other.path, other.line) == (found.path, found.span.line):
        return
    if not any(char.isalnum() for char in text):
        return
    start, end = len(text) - len(text.lstrip()), len(text.rstrip())
    if field := _FIELD.match(text):
        start = field.end()
    for part in (report.source_text(found.path, found.span), *other.params.values()):
        places = _whole_words(part, text) if isinstance(part, str) else []
        if len(places) == 1:
            start, end = places[0]
            break
    yield from excerpt(text, other.line, start, end, "-", FAINT, width)


def _whole_words(part: str, text: str) -> list[tuple[int, int]]:
    """Return where a part stands in a text, not inside a longer word or id."""
    if not part.strip():
        return []
    return [found.span() for found in re.finditer(rf"(?<![\w-]){re.escape(part)}(?![\w-])", text)]


def _on_first_line(span: Span, text: str) -> tuple[int, int]:
    """Return what a span covers of its first line, without the space that ends it."""
    start = span.column - 1
    end = span.end_column - 1 if span.end_line == span.line else len(text.rstrip())
    return start, end
