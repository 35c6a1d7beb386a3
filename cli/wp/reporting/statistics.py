"""How often each rule was met: the report in short, for whoever has hundreds of findings."""

from collections.abc import Iterator
from dataclasses import dataclass

from wp.findings import Rule, Severity
from wp.language.words import words_of
from wp.reporting.columns import width
from wp.reporting.concise import FIXABLE
from wp.reporting.json import document
from wp.reporting.lines import FAINT, STYLES, Line, line
from wp.reporting.report import Report
from wp.reporting.summary import summary


@dataclass(frozen=True, slots=True)
class Row:
    """One rule: how often it was met by severity, and how many of those `--fix` can mend."""

    rule: Rule
    counts: tuple[tuple[Severity, int], ...]
    fixable: int

    @property
    def count(self) -> int:
        """The number of findings."""
        return sum(count for _, count in self.counts)


def rows(report: Report) -> list[Row]:
    """Return a row for each rule that was met, the most frequent first, then by code."""
    found: dict[Rule, list[tuple[Severity, bool]]] = {}
    for item in report.diagnostics:
        entry = (item.severity, item.finding.fix is not None)
        found.setdefault(item.finding.rule, []).append(entry)
    counted = [
        Row(
            rule,
            tuple((s, sum(severity is s for severity, _ in items)) for s in Severity),
            sum(fixable for _, fixable in items),
        )
        for rule, items in found.items()
    ]
    return sorted(counted, key=lambda row: (-row.count, row.rule.code))


def lines(report: Report, _width: int | None = None) -> Iterator[Line]:
    """Yield a line for each rule: count, severity, code, name, `[*]` where some can be mended.

    A rule that was met with several severities, as drafts and finished documents give, has them
    counted.
    """
    said, table = words_of(report.language), rows(report)
    digits = max((len(str(row.count)) for row in table), default=0)
    listed = []
    for row in table:
        there = [(severity, count) for severity, count in row.counts if count]
        name = said[there[0][0].value]
        if len(there) > 1:
            name = said.listing([said.count(severity.value, count) for severity, count in there])
        listed.append((row, name, STYLES[there[0][0]]))
    longest = max((width(name) for _, name, _ in listed), default=0)
    for row, name, style in listed:
        yield line(
            (f"{row.count:>{digits}}", "bold"),
            (f"  {name}{' ' * (longest - width(name))}", style),
            (f"  {row.rule.code} ", ""),
            (row.rule.name, ""),
            (f" {FIXABLE}" if row.fixable else "", FAINT),
            folds=False,
        )
    if table:
        yield line()
    yield from summary(report)


def render_json(report: Report) -> str:
    """Return the document of `--format json` with `statistics` in the place of `diagnostics`."""
    items: list[dict[str, object]] = [
        {
            "code": row.rule.code,
            "name": row.rule.name,
            "count": row.count,
            "severity": {severity.value: count for severity, count in row.counts},
            "fixable": row.fixable,
        }
        for row in rows(report)
    ]
    return document(report, "statistics", items)
