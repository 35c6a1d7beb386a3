"""One list of diagnostics that every format is shown with.

It has each severity, a certain repair, places in forms and in two kinds of files, two findings that
are equal, a file that can't be read, names and texts that need escaping, and source lines with
wide, combining and joined characters, a tab, and more than a line can hold.
"""

from pathlib import Path

from wp.checking.engine import all_rules
from wp.findings import Diagnostic, Edit, Finding, Related, Severity, Span
from wp.language.messages import Language
from wp.reading.repository import read_repository
from wp.reporting.report import Report

PROGRAMME = """---
title: Et lille arbejdsprogram
language: da
milestones:
  - {id: vedtaget, title: Vedtaget, date: 2026-11-18}
---

## Forord
"""
LONG = "ord " * 60
PAGE = f"""---
title: Æble
status: aproved
activities:
  - id: maal
    start: 2030-10-01
    end: 2030-09-15
  - id: maal
---

\t漢字 e\u0301 👩‍👩‍👧 [her](a.md) og [her](a.md)
{LONG}[hist](b.md) {LONG}
"""
PAGE_PATH = "content/one-pagers/aeble.md"
ODD_PATH = "content/100%,a:b [x](y).txt"
RULES = {rule.name: rule for rule in all_rules()}


def at(text: str, part: str, after: int = 0) -> Span:
    """Return the span of a part of a text, from a line that is counted from 1."""
    start = text.index(part, sum(len(row) + 1 for row in text.split("\n")[: max(after - 1, 0)]))
    line, column = text.count("\n", 0, start) + 1, start - text.rfind("\n", 0, start)
    rows = part.split("\n")
    end = len(rows[-1]) + (column if len(rows) == 1 else 1)
    return Span(line, column, line + len(rows) - 1, end)


def diagnostics() -> tuple[Diagnostic, ...]:
    """Return the list, sorted as `wp check` sorts."""
    status = at(PAGE, "aproved")
    first, second = at(PAGE, "her"), at(PAGE, "[her](a.md)\n")
    second = Span(second.line, second.column + 1, second.line, second.column + 4)
    error, warning, info = Severity.ERROR, Severity.WARNING, Severity.INFO
    found = [
        (
            Finding(
                RULES["unknown-document"], ODD_PATH, Span(1, 1, 1, 1), {"places": ["a{0}", "b"]}
            ),
            error,
        ),
        (
            Finding(
                RULES["unknown-value"],
                PAGE_PATH,
                status,
                {
                    "at": ("status",),
                    "value": "aproved",
                    "known": ("draft", "approved"),
                    "near": "approved",
                },
                (Related("templates/one-pager.md", 30, "template"),),
                Edit(status, "approved"),
            ),
            error,
        ),
        (
            Finding(
                RULES["missing-field"],
                PAGE_PATH,
                at(PAGE, "- id: maal\n    start"),
                {"key": "title", "inside": ("activities", 0)},
            ),
            warning,
        ),
        (
            Finding(
                RULES["ends-before-start"],
                PAGE_PATH,
                at(PAGE, "2030-09-15"),
                {"title": "maal", "start": "2030-10-01", "end": "2030-09-15"},
                (Related(PAGE_PATH, 6, "starts"), Related("content/programme.md", 5, "entry")),
            ),
            error,
        ),
        (
            Finding(
                RULES["doubled-id"],
                PAGE_PATH,
                at(PAGE, "maal", after=8),
                {
                    "id": "maal",
                    "collection": "{Aktiviteter}",
                    "count": 2,
                    "places": [f"{PAGE_PATH}:5"],
                },
                (Related(PAGE_PATH, 5, "first"),),
            ),
            error,
        ),
        (Finding(RULES["vague-link-text"], PAGE_PATH, first, {"words": "her"}), warning),
        (Finding(RULES["vague-link-text"], PAGE_PATH, second, {"words": "her"}), warning),
        (
            Finding(
                RULES["long-sentence"],
                PAGE_PATH,
                at(PAGE, "[hist](b.md)"),
                {"count": 121, "limit": 40},
                (Related("templates/one-pager.md", 13, "template"),),
            ),
            info,
        ),
    ]
    return tuple(Diagnostic(finding, severity) for finding, severity in found)


def report(root: Path, language: Language = "da", *, strict: bool = False) -> Report:
    """Write the files below a folder and return the report about them."""
    for path, text in (("content/programme.md", PROGRAMME), (PAGE_PATH, PAGE)):
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")
    repository = read_repository(root)
    judged = tuple(document.path for document in repository.documents)
    return Report(diagnostics(), len(judged), repository, language, judged, strict)
