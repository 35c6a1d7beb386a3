"""`wp build --final`: what it refuses and why, in both languages, and what it builds."""

from pathlib import Path

import pytest
from tests.cli.process import Wp, change

EFFEKT = "content/one-pagers/effektmaaling.md"
PROGRAMME = "content/programme.md"
# a finding that is a warning, and one that is a note only
WARNING = ("Bestyrelsen bedes", "Læs mere [her](https://example.org/plan).\n\nBestyrelsen bedes")
LONG = "Sætningen " + "bliver ved og ved " * 15 + "uden ende."
NOTE = ("Bestyrelsen bedes", f"{LONG}\n\nBestyrelsen bedes")
# the minutes say that the one-pager was approved, which would stop any build
DIFFERS = "checks:\n  - {rule: status-differs, severity: 'off', reason: Prøve}\n"
BUILT = {"da": "Intet er bygget.", "en": "Nothing was built."}


@pytest.mark.parametrize("language", ["da", "en"])
def test_eksempelraadet_is_final(wp: Wp, council: Path, language: str) -> None:
    change(council / PROGRAMME, "language: da", f"language: {language}")
    run = wp("build", "--final", "--format", "md,html", cwd=council)
    assert (run.code, run.err) == (0, "")
    word = {"da": "Endelig", "en": "Final"}[language]
    text = (council / "build/programme.md").read_text(encoding="utf-8")
    assert text.splitlines()[2] == word
    page = (council / "build/programme.html").read_text(encoding="utf-8")
    assert f'<p class="state">{word}</p>' in page
    assert "Udkast</p>" not in page and "Draft</p>" not in page


def test_without_it_an_approved_programme_is_marked_as_nothing(wp: Wp, council: Path) -> None:
    assert wp("build", "--format", "html", cwd=council).code == 0
    page = (council / "build/programme.html").read_text(encoding="utf-8")
    assert 'class="state"' not in page


@pytest.mark.parametrize(
    ("path", "status", "language", "sentence"),
    [
        (PROGRAMME, "draft", "da", f"{PROGRAMME} er ikke godkendt. Dets status er “Udkast”."),
        (PROGRAMME, "draft", "en", f"{PROGRAMME} is not approved. Its status is “Draft”."),
        (EFFEKT, "submitted", "da", f"{EFFEKT} er ikke godkendt. Dets status er “Indsendt”."),
        (EFFEKT, "submitted", "en", f"{EFFEKT} is not approved. Its status is “Submitted”."),
    ],
)
def test_what_is_not_approved_is_refused(
    wp: Wp, council: Path, path: str, status: str, language: str, sentence: str
) -> None:
    change(council / path, "status: approved", f"status: {status}")
    # what else the change leads to is not the matter here
    change(council / PROGRAMME, "economy:\n", f"final: {{blocked_by: error}}\n{DIFFERS}economy:\n")
    run = wp("build", "--final", "--lang", language, cwd=council)
    assert run.code == 1
    first, last = run.err.splitlines()
    assert first == sentence
    assert last.startswith(BUILT[language])
    assert not (council / "build").exists()


@pytest.mark.parametrize(
    ("language", "finding", "reason"),
    [
        ("da", "advarsel WP921 vague-link-text", "Fejl og advarsler skal være væk før den"),
        ("en", "warning WP921 vague-link-text", "Errors and warnings must be gone before the"),
    ],
)
def test_a_warning_is_refused(
    wp: Wp, council: Path, language: str, finding: str, reason: str
) -> None:
    change(council / PROGRAMME, *WARNING)
    assert wp("build", "--format", "md", cwd=council).code == 0, "a draft may have warnings"
    built = (council / "build/programme.md").read_bytes()
    run = wp("build", "--final", "--format", "md", "--lang", language, cwd=council)
    assert run.code == 1
    assert finding in run.out
    assert run.err.startswith(reason)
    assert BUILT[language] in run.err
    assert (council / "build/programme.md").read_bytes() == built, "the last build stands"


def test_a_note_passes(wp: Wp, council: Path) -> None:
    change(council / PROGRAMME, *NOTE)
    assert "WP931" in wp("check", "--no-pages", cwd=council).out
    assert wp("build", "--final", "--format", "md", cwd=council).code == 0


def test_the_programme_says_what_blocks_it(wp: Wp, council: Path) -> None:
    change(council / PROGRAMME, *NOTE)
    change(council / PROGRAMME, "economy:\n", "final: {blocked_by: info}\neconomy:\n")
    run = wp("build", "--final", "--format", "md", cwd=council)
    assert run.code == 1
    assert "oplysning WP931 long-sentence" in run.out
    assert run.err.startswith("Ethvert fund skal være væk før den endelige udgave.")
    change(council / PROGRAMME, "blocked_by: info", "blocked_by: error")
    change(council / PROGRAMME, *WARNING)
    assert wp("build", "--final", "--format", "md", cwd=council).code == 0


def test_an_exception_that_the_council_makes_is_clean(wp: Wp, council: Path) -> None:
    change(council / PROGRAMME, *WARNING)
    exception = "checks:\n  - {rule: vague-link-text, severity: 'off', reason: Prøve}\neconomy:\n"
    change(council / PROGRAMME, "economy:\n", exception)
    assert wp("build", "--final", "--format", "md", cwd=council).code == 0


def test_a_document_alone_is_judged_by_itself(wp: Wp, council: Path) -> None:
    change(council / PROGRAMME, *WARNING)
    run = wp("build", "--final", EFFEKT, "--format", "md", cwd=council)
    assert run.code == 0
    text = (council / "build/one-pagers/effektmaaling.md").read_text(encoding="utf-8")
    assert text.splitlines()[2] == "Endelig"
    change(council / EFFEKT, "status: approved", "status: draft")
    change(council / PROGRAMME, "economy:\n", f"{DIFFERS}economy:\n")
    run = wp("build", "--final", EFFEKT, "--format", "md", cwd=council)
    assert run.code == 1
    assert f"{EFFEKT} er ikke godkendt." in run.err
    assert PROGRAMME not in run.out


def test_verify_knows_a_final_build(wp: Wp, council: Path) -> None:
    for options in ([], ["--final"], []):
        assert wp("build", "--format", "md", *options, cwd=council).code == 0
        run = wp("build", "--verify", cwd=council)
        assert (run.code, run.err) == (0, ""), options
