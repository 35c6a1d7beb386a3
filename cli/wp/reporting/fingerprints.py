"""What a finding is known by from one run to the next, though its line may have moved.

It is made of the rule, the file, the text that the finding is about and the details that name
something. Numbers are left out: they count lines, words or places in a list, which other edits
change. So is the suggestion, which depends on what else there is. Findings that are equal in all
this are told apart by their order in the file.
"""

import json
from collections import Counter
from hashlib import sha256

from wp.findings import Diagnostic
from wp.reporting.report import Report

_LENGTH = 32  # hexadecimal digits, as many as readers of such reports expect
_LONGEST = 2000  # characters of a text; an endless one is known by its beginning
_SURROUNDINGS = {"near"}


def fingerprints(report: Report) -> list[str]:
    """Return the fingerprint of each diagnostic, in their order; no two are the same."""
    seen: Counter[str] = Counter()
    marks = []
    for item in report.diagnostics:
        key = _key(report, item)
        seen[key] += 1
        marks.append(sha256(f"{key}\n{seen[key]}".encode("utf-8", "replace")).hexdigest()[:_LENGTH])
    return marks


def _key(report: Report, item: Diagnostic) -> str:
    found = item.finding
    text = report.source_text(found.path, found.span)
    if not text.strip():
        text = report.source_line(found.path, found.span.line)
    details = {
        name: str(value)
        for name, value in found.params.items()
        if isinstance(value, str) and name not in _SURROUNDINGS
    }
    parts = [
        found.rule.code,
        found.path,
        " ".join(text[:_LONGEST].split()),
        sorted(details.items()),
    ]
    return json.dumps(parts, ensure_ascii=False)
