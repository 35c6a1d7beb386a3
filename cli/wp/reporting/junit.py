"""The report as JUnit XML, which most build servers show: a suite a file, a case a finding.

What lets the run fail is a failure; a warning that may stand is shown as skipped, so that the
server's verdict is that of the exit code. A file without findings has one case, which passed. The
form is the one that Jenkins reads (the XSD of its xUnit plug-in); times are left out, as the same
tree gives the same report.
"""

import re
import xml.etree.ElementTree as ET
from collections import defaultdict

from wp.findings import Diagnostic, Severity
from wp.reporting.lines import plain
from wp.reporting.report import Report
from wp.reporting.text import finding_lines

# What XML 1.0 can't hold, not even escaped.
_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def render(report: Report) -> str:
    """Return the report as one XML document with a line end."""
    found: dict[str, list[Diagnostic]] = defaultdict(list)
    for item in report.diagnostics:
        found[item.finding.path].append(item)
    root = ET.Element("testsuites", name="wp check")
    tests = failures = 0
    for path in sorted({*report.judged, *found}):
        suite = _suite(report, path, found.get(path, []))
        root.append(suite)
        tests += int(suite.attrib["tests"])
        failures += int(suite.attrib["failures"])
    root.attrib.update(tests=str(tests), failures=str(failures), errors="0")
    ET.indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{ET.tostring(root, encoding="unicode")}\n'


def _suite(report: Report, path: str, found: list[Diagnostic]) -> ET.Element:
    failed = sum(_fails(report, item) for item in found)
    counts = {
        "tests": str(max(len(found), 1)),
        "failures": str(failed),
        "errors": "0",
        "skipped": str(len(found) - failed),
    }
    suite = ET.Element("testsuite", {"name": _legal(path), **counts})
    if not found:
        ET.SubElement(suite, "testcase", name="wp check", classname=_legal(path))
    for item in found:
        rule, span, words = item.finding.rule, item.finding.span, report.words(item)
        name = f"{span.line}:{span.column} {rule.code} {rule.name}"
        case = ET.SubElement(suite, "testcase", name=name, classname=_legal(path))
        verdict = "failure" if _fails(report, item) else "skipped"
        details = {"type": item.severity.value, "message": _legal(words.message)}
        shown = ET.SubElement(case, verdict, details)
        shown.text = _legal(plain(finding_lines(report, item)))
    return suite


def _fails(report: Report, item: Diagnostic) -> bool:
    return item.severity is Severity.ERROR or (report.strict and item.severity is Severity.WARNING)


def _legal(text: str) -> str:
    return _FORBIDDEN.sub("\ufffd", text)
