"""The report for a person: what is said once, which other places are shown, how it is counted."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from tests.reporting.sample import PAGE_PATH, RULES, report

from wp.findings import Diagnostic, Edit, Finding, Related, Severity, Span
from wp.reporting.formats import render
from wp.reporting.report import Report

HERE = Span(3, 9, 3, 16)  # “aproved”


def finding(name: str, *related: Related, **params: Any) -> Diagnostic:
    """Return an error of a rule at the page's status."""
    return Diagnostic(Finding(RULES[name], PAGE_PATH, HERE, params, related), Severity.ERROR)


@pytest.fixture
def given(tmp_path: Path) -> Report:
    """Return a report without findings, which a test puts its own into."""
    return replace(report(tmp_path), diagnostics=())


def helps(given: Report, *found: Diagnostic) -> list[str]:
    """Return the lines of help in the report, and "" for a finding without one."""
    blocks = render(replace(given, diagnostics=found), "text").split("\n\n")[:-1]
    return [next((x for x in block.split("\n") if x.startswith("  = ")), "") for block in blocks]


def test_the_same_help_of_a_rule_is_said_once(given: Report) -> None:
    found = [finding("vague-link-text", words=word) for word in ("her", "se her", "link")]
    first, *others = helps(given, *found)
    assert first.startswith("  = hjælp: Brug navnet på det")
    assert others == ["", ""]


def test_a_help_that_differs_is_said_each_time(given: Report) -> None:
    """What to choose among differs by field, and is what the reader needs."""
    found = [
        finding("unknown-value", at=("status",), value="x", known=known)
        for known in (("a", "b"), ("c", "d"), ("a", "b"))
    ]
    assert helps(given, *found) == [
        "  = hjælp: Vælg “a” eller “b”.",
        "  = hjælp: Vælg “c” eller “d”.",
        "",
    ]


def test_another_rule_says_its_help_though_it_is_the_same(given: Report) -> None:
    found = [finding("control-character", character=""), finding("bidi-override", character="")]
    one, other = helps(given, *found)
    assert one == other != ""


def test_json_gives_each_finding_its_help(given: Report) -> None:
    found = tuple(finding("vague-link-text", words="her") for _ in range(2))
    assert render(replace(given, diagnostics=found), "json").count("= hjælp: Brug navnet på") == 2


@pytest.mark.parametrize(
    ("other", "expected"),
    [
        (Related("templates/one-pager.md", 5, "template"), []),
        (Related(PAGE_PATH, 3, "entry"), []),
        (Related(PAGE_PATH, 1, "no-anchor"), []),
        (Related(PAGE_PATH, 999, "entry"), []),
        (Related("content/nej.md", 3, "entry"), []),
        (
            Related("content/programme.md", 3, "entry"),
            ["    3 | language: da", "      |           --"],
        ),
        (
            Related("content/programme.md", 8, "entry"),
            ["    8 | ## Forord", "      | ---------"],
        ),
        (
            Related(PAGE_PATH, 5, "stands", {"id": "maal"}),
            ["    5 |   - id: maal", "      |         ----"],
        ),
        (
            Related(PAGE_PATH, 4, "leads", {"id": "a", "to": "activities"}),
            ["    4 | activities:", "      | ----------"],
        ),
    ],
)
def test_another_place_is_shown_where_that_tells_more(
    given: Report, other: Related, expected: list[str]
) -> None:
    found = finding("vague-link-text", other, words="her")
    lines = render(replace(given, diagnostics=(found,)), "text").split("\n")
    at = next(number for number, line in enumerate(lines) if line.startswith("  --> "))
    assert lines[at].startswith(f"  --> {other.path}:{other.line} ")
    assert lines[at + 1 : at + 1 + len(expected)] == expected
    assert lines[at + 1 + len(expected)].startswith("  = hjælp: ")


def test_the_summary_says_what_can_be_done(given: Report) -> None:
    mended = finding("vague-link-text", words="her")
    fix = Edit(HERE, "approved")
    mended = replace(mended, finding=replace(mended.finding, fix=fix))
    warning = replace(finding("vague-link-text", words="her"), severity=Severity.WARNING)

    def last(*found: Diagnostic, language: Any = "da", name: str = "text") -> str:
        shown = replace(given, diagnostics=found, language=language)
        return render(shown, name).splitlines()[-1]

    for name in ("text", "concise"):
        assert last(name=name) == "Alt er i orden. 2 filer gennemgået."
        assert last(warning, name=name) == "1 advarsel i 1 fil. 2 filer gennemgået."
        assert last(mended, mended, warning, name=name) == (
            "2 fejl og 1 advarsel i 1 fil. 2 kan rettes med --fix. 2 filer gennemgået."
        )
    assert last(language="en") == "All good. 2 files checked."
    assert last(mended, language="en") == (
        "1 error in 1 file. 1 can be mended with --fix. 2 files checked."
    )


def test_statistics_count_a_rule_by_severity_where_it_has_several(given: Report) -> None:
    """What is missing is a warning in a draft and an error once it is submitted."""
    missing = finding("missing-field", key="title", inside=())
    vague = replace(finding("vague-link-text", words="her"), severity=Severity.WARNING)
    found = (
        missing,
        replace(missing, severity=Severity.WARNING),
        replace(missing, severity=Severity.WARNING),
        *(vague for _ in range(10)),
        finding("doubled-id", id="a", collection="b", count=2, places=["c:1"]),
    )
    shown = render(replace(given, diagnostics=found), "text", statistics=True)
    assert shown == (
        "10  advarsel               WP921 vague-link-text\n"
        " 3  1 fejl og 2 advarsler  WP201 missing-field\n"
        " 1  fejl                   WP404 doubled-id\n"
        "\n"
        "2 fejl og 12 advarsler i 1 fil. 2 filer gennemgået.\n"
    )
