"""The last line of a report for a person: what was found, and what can be done about it."""

from collections.abc import Iterator

from wp.findings import Severity
from wp.language.words import words_of
from wp.reporting.lines import GOOD, STYLES, Line, line
from wp.reporting.report import Report


def summary(report: Report) -> Iterator[Line]:
    """Yield what was found by severity, in how many files, and how much `--fix` can mend."""
    said, counts = words_of(report.language), report.summary
    judged = said["judged"].format(checked=said.count("document", report.checked))
    if report.suppressed:
        count = said.count("finding", report.suppressed)
        judged += f" {said['suppressed'].format(count=count)}"
    if report.older:
        judged += f" {said.count('older', report.older)}."
    if not report.diagnostics:
        good = said["all-good" if report.older is None else "nothing-new"]
        yield line((good, GOOD), (f" {judged}", ""))
        return
    listed = said.listing([said.count(s.value, counts[s.value]) for s in Severity if counts[s]])
    files = said.count("file", len({item.finding.path for item in report.diagnostics}))
    style = STYLES[next(severity for severity in Severity if counts[severity])]
    fixable = sum(item.finding.fix is not None for item in report.diagnostics)
    mends = f" {said['mends'].format(count=fixable)}" if fixable else ""
    yield line((said["found"].format(found=listed, files=files), style), (f"{mends} {judged}", ""))
