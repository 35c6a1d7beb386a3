"""`wp status` heeds audiences: the terminal shows everything, what can be handed on doesn't."""

import json
from pathlib import Path

import pytest
from tests.cli.process import Wp
from tests.publishing.test_audience import SECRET, with_gaps, with_secrets

WHEN = ("--on", "2026-10-30", "--days", "400")
LEFT_OUT = "Det interne er udeladt. --audience internal viser det med.\n"
NOTICE = "Intern. Siden rummer oplysninger, som ikke må offentliggøres."


@pytest.fixture
def closed(council: Path) -> Path:
    with_secrets(council)
    with_gaps(council)
    return council


def test_the_terminal_shows_everything_and_says_so(wp: Wp, closed: Path) -> None:
    run = wp("status", *WHEN, cwd=closed)
    assert (run.code, run.err) == (0, "")
    assert NOTICE in run.out
    assert f"{SECRET} indvies (internt) (milepæl)" in run.out
    assert f"Bestil {SECRET}" in run.out
    assert f"**{SECRET} i ådalen** (internt) (udkast; Søren Skitse): 8 advarsler" in run.out


@pytest.mark.parametrize("form", ["md", "html", "json"])
def test_what_can_be_handed_on_is_public(wp: Wp, council: Path, form: str) -> None:
    """It is what a council without all that is internal gives, to the byte."""
    without = wp("status", *WHEN, "--format", form, cwd=council)
    with_secrets(council)
    run = wp("status", *WHEN, "--format", form, cwd=council)
    assert (run.code, run.err) == (0, LEFT_OUT)
    assert run.out == without.out
    assert (without.code, without.err) == (0, "")


def test_findings_in_what_is_internal_are_not_counted(wp: Wp, council: Path) -> None:
    path = council / "content/one-pagers/naturkortet.md"
    text = path.read_text(encoding="utf-8")
    more = "## Mål {audience=internal}\n\n<b>x</b> `` ` `` <b>y</b>\n\nSe [her](ingen.md).\n\n"
    path.write_text(text.replace("## Mål\n", more, 1), encoding="utf-8")

    def unfinished(*words: str) -> list[str]:
        run = wp("status", *WHEN, "--format", "json", *words, cwd=council)
        return [one["id"] for one in json.loads(run.out)["unfinished"] if one["errors"]]

    assert unfinished() == []
    assert unfinished("--audience", "internal") == ["naturkortet"]


def test_a_file_is_public_too_unless_somebody_says_otherwise(
    wp: Wp, closed: Path, tmp_path: Path
) -> None:
    page = tmp_path / "status.md"
    run = wp("status", *WHEN, "-o", page, cwd=closed)
    assert (run.code, run.err) == (0, LEFT_OUT)
    assert SECRET not in page.read_text("utf-8")
    run = wp("status", *WHEN, "-o", page, "--audience", "internal", cwd=closed)
    assert (run.code, run.err) == (0, "")
    text = page.read_text("utf-8")
    assert SECRET in text and NOTICE in text


def test_the_programme_says_for_whom(wp: Wp, closed: Path) -> None:
    path = closed / "content/programme.md"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("---\n", "---\naudience: {html: internal}\n", 1), encoding="utf-8")
    run = wp("status", *WHEN, "--format", "html", cwd=closed)
    assert (run.code, run.err) == (0, "")
    assert SECRET in run.out and "Intern udgave" in run.out and NOTICE in run.out
    assert SECRET not in wp("status", *WHEN, "--format", "md", cwd=closed).out
    data = json.loads(wp("status", "--format", "json", "--audience", "internal", cwd=closed).out)
    assert data["audience"] == "internal"


def test_an_address_is_in_no_page_for_others(wp: Wp, council: Path) -> None:
    path = council / "content/minutes/2026-10-08.md"
    text = path.read_text(encoding="utf-8")
    old = "text: Præsenterer programmet"
    assert text.count(old) == 1
    path.write_text(text.replace(old, "text: Svarer a@eksempel.test og præsenterer"), "utf-8")
    assert "a@eksempel.test" in wp("status", *WHEN, cwd=council).out
    for form in ("md", "html", "json"):
        assert "eksempel.test" not in wp("status", *WHEN, "--format", form, cwd=council).out


def test_an_audience_that_there_is_not(wp: Wp, council: Path) -> None:
    run = wp("status", "--audience", "alle", cwd=council)
    assert (run.code, run.out) == (2, "")
    assert "Skriv public eller internal" in run.err
