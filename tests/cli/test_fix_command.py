"""`wp check --fix` and `--diff` as a user runs them: what is changed, said, and answered."""

import json
import os
import subprocess
from pathlib import Path

import pytest
from tests.cli.process import SCRIPT, Wp, change, environment

EFFEKT = "content/one-pagers/effektmaaling.md"
NATURKORT = "content/one-pagers/naturkortet.md"


@pytest.fixture
def broken(council: Path) -> Path:
    """Eksempelrådet with three findings that can be mended in two files, and one that can't."""
    change(council / EFFEKT, "who: anna-eksempel, role", "who: anna-exempel, role")
    change(council / EFFEKT, "horizon: long", "horizon: lang  # om ti år")
    change(council / NATURKORT, "horizon: medium", "horizn: medium")
    change(council / NATURKORT, "[et-faelles-sprog, let-adgang]", "[et-faelles-sprog, nonsens]")
    return council


def contents(root: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(root)): path.read_bytes()
        for path in sorted(root.rglob("*"))
        if path.is_file() and ".git" not in path.parts
    }


@pytest.mark.parametrize(
    ("language", "line"),
    [("da", "Rettede 3 fund i 2 filer."), ("en", "Mended 3 findings in 2 files.")],
)
def test_it_mends_what_is_certain_and_shows_what_remains(
    wp: Wp, broken: Path, language: str, line: str
) -> None:
    before = contents(broken)
    run = wp("check", "--fix", "--no-pages", "--lang", language, cwd=broken)
    assert (run.code, run.err) == (1, "")
    assert run.out.splitlines()[-1] == line
    assert "“nonsens”" in run.out
    assert "exempel" not in run.out
    after = contents(broken)
    assert [path for path in after if after[path] != before.get(path)] == [EFFEKT, NATURKORT]
    assert after[EFFEKT] == before[EFFEKT].replace(b"anna-exempel", b"anna-eksempel").replace(
        b"horizon: lang  #", b"horizon: long  #"
    )
    assert after[NATURKORT] == before[NATURKORT].replace(b"horizn", b"horizon")
    again = wp("check", "--fix", "--no-pages", "--lang", language, cwd=broken)
    none = {
        "da": "Der var intet, der kunne rettes.",
        "en": "There was nothing that could be mended.",
    }[language]
    assert (again.code, again.out.splitlines()[-1]) == (1, none)
    assert contents(broken) == after


def test_it_is_0_when_nothing_remains(wp: Wp, council: Path) -> None:
    before = contents(council)
    page = council / EFFEKT
    page.write_bytes(b"\xef\xbb\xbf" + page.read_bytes().replace(b"\n", b"\r\n"))
    run = wp("check", "--fix", "--no-pages", "--strict", cwd=council)
    assert (run.code, run.err) == (0, "")
    assert run.out.splitlines() == [
        "Alt er i orden. 20 filer gennemgået.",
        "Rettede 2 fund i 1 fil.",
    ]
    assert contents(council) == before


def test_paths_limit_it(wp: Wp, broken: Path) -> None:
    before = contents(broken)
    run = wp("check", "--fix", "--no-pages", EFFEKT, cwd=broken)
    assert run.code == 0
    assert run.out.splitlines()[-1] == "Rettede 2 fund i 1 fil."
    after = contents(broken)
    assert [path for path in after if after[path] != before[path]] == [EFFEKT]


def test_a_program_gets_the_report_alone_on_standard_output(wp: Wp, broken: Path) -> None:
    run = wp("check", "--fix", "--no-pages", "--format", "json", cwd=broken)
    report = json.loads(run.out)
    assert run.err == "Rettede 3 fund i 2 filer.\n"
    assert [item["name"] for item in report["diagnostics"]] == ["dangling-reference"]
    assert [item["fixable"] for item in report["diagnostics"]] == [False]


def test_fixable_is_what_it_mends(wp: Wp, broken: Path) -> None:
    report = json.loads(wp("check", "--no-pages", "--format", "json", cwd=broken).out)
    assert [(item["name"], item["fixable"]) for item in report["diagnostics"]] == [
        ("dangling-reference", True),
        ("unknown-value", True),
        ("unknown-field", True),
        ("dangling-reference", False),
    ]
    run = wp("check", "--no-pages", cwd=broken)
    assert " 3 kan rettes med --fix. " in run.out.splitlines()[-1]


def test_a_format_that_is_not_there_changes_nothing(wp: Wp, broken: Path) -> None:
    before = contents(broken)
    run = wp("check", "--fix", "--format", "xml", cwd=broken)
    assert (run.code, run.out) == (2, "")
    assert contents(broken) == before


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("da", "3 fund i 2 filer kan rettes med wp check --fix. Intet er ændret.\n"),
        ("en", "3 findings in 2 files can be mended with wp check --fix. Nothing was changed.\n"),
    ],
)
def test_diff_shows_it_and_writes_nothing(wp: Wp, broken: Path, language: str, line: str) -> None:
    before = contents(broken)
    run = wp("check", "--diff", "--fix", "--lang", language, cwd=broken)
    assert (run.code, run.err) == (1, line)
    assert run.out.startswith(f"--- a/{EFFEKT}\n+++ b/{EFFEKT}\n@@ ")
    assert "\n-horizon: lang  # om ti år\n+horizon: long  # om ti år\n" in run.out
    assert contents(broken) == before


def test_git_apply_does_what_fix_does(wp: Wp, broken: Path) -> None:
    page = broken / EFFEKT
    page.write_bytes(b"\xef\xbb\xbf" + page.read_bytes().replace(b"\n", b"\r\n"))
    page = broken / NATURKORT
    page.write_bytes(page.read_bytes().rstrip(b"\n"))
    odd = broken / "content" / "one-pagers" / "med mellemrum å.md"
    odd.write_bytes((broken / NATURKORT).read_bytes())
    made = subprocess.run(
        [SCRIPT, "check", "--diff"], cwd=broken, env=environment(), capture_output=True
    )
    assert made.returncode == 1

    def git(*arguments: str, given: bytes = b"") -> None:
        done = subprocess.run(
            ["git", *arguments], cwd=broken, input=given, capture_output=True, env=environment()
        )
        assert (done.returncode, done.stdout) == (0, b""), done.stderr

    git("init", "-q")
    git("config", "core.autocrlf", "false")
    before = contents(broken)
    git("apply", "--check", "-", given=made.stdout)
    git("apply", "--whitespace=nowarn", "-", given=made.stdout)
    applied = contents(broken)
    git("apply", "-R", "--whitespace=nowarn", "-", given=made.stdout)
    assert contents(broken) == before
    assert wp("check", "--fix", "--no-pages", cwd=broken).err == ""
    assert contents(broken) == applied
    assert applied != before


def test_diff_without_anything_to_mend_answers_as_check_does(wp: Wp, council: Path) -> None:
    run = wp("check", "--diff", cwd=council)
    assert (run.code, run.out, run.err) == (0, "", "wp check --fix har intet at rette.\n")
    change(council / NATURKORT, "[et-faelles-sprog, let-adgang]", "[et-faelles-sprog, nonsens]")
    run = wp("check", "--diff", cwd=council)
    assert (run.code, run.out) == (1, "")
    assert run.err.splitlines() == [
        "wp check --fix har intet at rette.",
        "Tilbage: 1 fejl. Kør wp check for at se, hvad der er galt.",
    ]


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("da", "Kan ikke fortsætte: content/one-pagers/naturkortet.md er skrivebeskyttet. Intet"),
        ("en", "Can't go on: content/one-pagers/naturkortet.md is read-only. Nothing was changed."),
    ],
)
def test_a_read_only_file_is_2(wp: Wp, broken: Path, language: str, sentence: str) -> None:
    (broken / NATURKORT).chmod(0o444)
    before = contents(broken)
    run = wp("check", "--fix", "--lang", language, cwd=broken)
    assert (run.code, run.out) == (2, "")
    assert run.err.startswith(sentence)
    assert contents(broken) == before


@pytest.mark.skipif(not hasattr(os, "fork"), reason="only Unix limits the size of files")
def test_a_disk_without_room_is_2_and_nothing_is_lost(broken: Path) -> None:
    before = contents(broken)
    code = f"ulimit -f 1; exec '{SCRIPT}' check --fix --no-pages"
    done = subprocess.run(
        ["bash", "-c", code], cwd=broken, env=environment(PYTHONDONTWRITEBYTECODE="1"),
        capture_output=True, encoding="utf-8",
    )  # fmt: skip
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(f"Kan ikke fortsætte: {EFFEKT} kan ikke skrives: ")
    assert done.stderr.endswith("Intet er ændret.\n")
    assert contents(broken) == before


def test_a_link_is_left_alone_and_that_is_said(wp: Wp, broken: Path) -> None:
    elsewhere = (broken / EFFEKT).rename(broken / "andetsteds.md")
    (broken / EFFEKT).symlink_to("../../andetsteds.md")
    before = elsewhere.read_bytes()
    run = wp("check", "--fix", "--no-pages", cwd=broken)
    assert run.code == 1
    assert (
        run.err == f"{EFFEKT} er en genvej (symbolsk link) eller ligger bag en og er ikke rettet.\n"
    )
    assert run.out.splitlines()[-1] == "Rettede 1 fund i 1 fil."
    assert elsewhere.read_bytes() == before
    assert (broken / EFFEKT).is_symlink()


def test_what_would_bring_an_error_is_said(wp: Wp, council: Path) -> None:
    old = "depends_on: [plejeplaner-paa-kort, droner-og-laserscanning]"
    change(council / EFFEKT, old, "depends_on: [effektmaalin]")
    before = contents(council)
    run = wp("check", "--fix", "--no-pages", "--lang", "en", cwd=council)
    assert run.code == 1
    assert run.err == (
        f"{EFFEKT}:45: WP401 dangling-reference was not mended, because that would bring a new "
        "error or not help.\n"
    )
    assert "“effektmaalin”" in run.out
    assert contents(council) == before


@pytest.mark.parametrize("wish", ["--fix", "--diff"])
@pytest.mark.parametrize("other", [["--since", "HEAD"], ["-", "--stdin-filename", EFFEKT]])
def test_what_it_cannot_be_used_with_is_2(
    wp: Wp, broken: Path, wish: str, other: list[str]
) -> None:
    before = contents(broken)
    run = wp("check", wish, *other, cwd=broken)
    assert (run.code, run.out) == (2, "")
    option = "--since" if "--since" in other else "--stdin-filename"
    assert run.err == (
        f"Kan ikke fortsætte: {option} kan ikke bruges sammen med --fix eller --diff. "
        "Intet er ændret.\n"
    )
    assert contents(broken) == before
