"""The report for a person: each finding with its source line, a caret, and what would help.

Lines are made of styled pieces; a terminal gets them through rich, in colour and folded at its
width, anything else gets the same text plain and unfolded.
"""

import unicodedata
from collections.abc import Iterator

from wp.findings import Diagnostic, Severity, Span
from wp.language.words import words_of
from wp.reporting.report import Report

Piece = tuple[str, str]
"""A text and the name of its rich style, "" for none."""

_STYLES = {Severity.ERROR: "bold red", Severity.WARNING: "bold yellow", Severity.INFO: "bold cyan"}
_FAINT = "bright_black"
_LONGEST = 160  # characters of a source line; what is shown of a longer one lies around the span


def render(report: Report) -> str:
    """Return the report as plain text."""
    return "".join("".join(text for text, _ in line) + "\n" for line in lines(report))


def lines(report: Report) -> Iterator[list[Piece]]:
    """Yield the report's lines, each a list of styled pieces."""
    helped: set[str] = set()
    for item in report.diagnostics:
        yield from _diagnostic(report, item, helped)
        yield []
    yield from _summary(report)


def _diagnostic(report: Report, item: Diagnostic, helped: set[str]) -> Iterator[list[Piece]]:
    found, words, said = item.finding, report.words(item), words_of(report.language)
    style = _STYLES[item.severity]
    yield [
        (f"{found.path}:{found.span.line}:{found.span.column}", "bold"),
        (": ", ""),
        (said[item.severity.value], style),
        (f" {found.rule.code} ", style),
        (found.rule.name, _FAINT),
    ]
    yield [("  ", ""), (words.message, "")]
    yield from _excerpt(report.source_line(found.path, found.span.line), found.span, style)
    for path, line, sentence in report.related(item):
        yield [(f"  --> {path}:{line}", _FAINT), (f" {sentence}", "")]
    # a help that fills in the finding's own details is new each time; the rest is said once
    if words.help and words.help not in helped:
        helped.add(words.help)
        yield [(f"  = {said['help']}: ", "bold"), (words.help, "")]


def _excerpt(line: str, span: Span, style: str) -> Iterator[list[Piece]]:
    """Yield the source line and the carets under the span, in the terminal's columns."""
    if not line.strip():
        return
    start = min(span.column - 1, len(line))
    end = span.end_column - 1 if span.end_line == span.line else len(line)
    end = max(min(end, len(line)), start)
    first = max(0, start - _LONGEST // 3) if len(line) > _LONGEST else 0
    shown = line[first : first + _LONGEST]
    before, marked = line[first:start], line[start : min(end, first + _LONGEST)]
    gutter = f"{span.line:>5} | "
    cut = "… " if first else ""
    more = " …" if first + _LONGEST < len(line) else ""
    yield [(gutter, _FAINT), (cut + _flat(shown) + more, "")]
    carets = "^" * max(1, width(_flat(marked)))
    yield [(" " * 6 + "| ", _FAINT), (" " * width(cut + _flat(before)) + carets, style)]


def _flat(text: str) -> str:
    """Return the text with each tab as four spaces, so that carets stand where they should."""
    return text.replace("\t", "    ")


def width(text: str) -> int:
    """Return the columns that a text takes in a terminal: wide characters two, combining none."""
    return sum(
        0 if unicodedata.combining(char) else 2 if unicodedata.east_asian_width(char) in "WF" else 1
        for char in text
    )


def _summary(report: Report) -> Iterator[list[Piece]]:
    said, counts = words_of(report.language), report.summary
    files = len({item.finding.path for item in report.diagnostics})
    judged = said.count("document", report.checked)
    suppressed = said["suppressed"].format(count=said.count("finding", report.suppressed))
    if not report.diagnostics:
        yield [(said["all-good"].format(checked=judged), "bold green")]
        if report.suppressed:
            yield [(suppressed, "")]
        return
    found = [
        said.count(severity.value, counts[severity.value])
        for severity in Severity
        if counts[severity.value]
    ]
    listed = said.listing(found)
    sentence = said["found"].format(found=listed, files=said.count("file", files), checked=judged)
    style = _STYLES[next(s for s in Severity if counts[s.value])]
    yield [(sentence, style)]
    if fixable := sum(item.finding.fix is not None for item in report.diagnostics):
        yield [(said["suggested"].format(count=said.count("finding", fixable)), "")]
    if report.suppressed:
        yield [(suppressed, "")]
