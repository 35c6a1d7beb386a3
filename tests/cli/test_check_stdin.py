"""`wp check -`: a text from an editor that stands in for a file, saved or not."""

import json
import os
import subprocess
from pathlib import Path
from typing import Any

import pytest
from tests.cli.process import SCRIPT, Run, Wp, change, environment

EFFEKT = "content/one-pagers/effektmaaling.md"
NEW = "content/one-pagers/et-nyt-emne.md"


def check(data: bytes, *arguments: str | Path, cwd: Path) -> Run:
    """Run `wp check` with bytes on standard input."""
    done = subprocess.run(
        [SCRIPT, "check", "--no-pages", *arguments],
        cwd=cwd,
        env=environment(),
        input=data,
        capture_output=True,
        timeout=120,
        check=False,
    )
    out, err = done.stdout.decode("utf-8"), done.stderr.decode("utf-8")
    assert "Traceback" not in out + err, err
    return Run(done.returncode, out, err)


def found(data: bytes, name: str, cwd: Path, checked: int = 1) -> list[tuple[str, int, str]]:
    """Return what is found in a text that stands in for a file: path, line, rule."""
    run = check(data, "-", "--stdin-filename", name, "--format", "json", cwd=cwd)
    assert run.err == ""
    report: dict[str, Any] = json.loads(run.out)
    assert run.code == bool(report["summary"]["error"])
    assert report["checked"] == checked
    return [(item["path"], item["line"], item["name"]) for item in report["diagnostics"]]


def test_the_text_stands_in_for_the_file(council: Path) -> None:
    text = (council / EFFEKT).read_bytes()
    assert found(text, EFFEKT, council) == []
    wrong = text.replace(b"horizon: long", b"horizon: lang")
    assert found(wrong, EFFEKT, council) == [(EFFEKT, 9, "unknown-value")]
    run = check(wrong, "-", "--stdin-filename", EFFEKT, cwd=council)
    assert f"{EFFEKT}:9:10: fejl WP206 unknown-value" in run.out
    assert "    9 | horizon: lang\n" in run.out, "the line is the text's own"
    assert run.out.endswith("\n1 fejl i 1 fil. 1 kan rettes med --fix. 1 fil gennemgået.\n")
    assert (council / EFFEKT).read_bytes() == text


def test_the_name_alone_is_enough(council: Path) -> None:
    wrong = (council / EFFEKT).read_bytes().replace(b"horizon: long", b"horizon: lang")
    alone = check(wrong, "--stdin-filename", EFFEKT, cwd=council)
    assert alone.code == 1
    assert alone == check(wrong, "-", "--stdin-filename", EFFEKT, cwd=council)


def test_the_file_itself_is_never_read(council: Path) -> None:
    text = (council / EFFEKT).read_bytes()
    (council / EFFEKT).unlink()
    os.mkfifo(council / EFFEKT)  # whoever opens it waits for ever
    assert found(text, EFFEKT, council) == []
    (council / EFFEKT).unlink()
    (council / EFFEKT).symlink_to("/etc/passwd")
    assert found(text, EFFEKT, council) == []


def test_a_file_that_is_not_there_yet(council: Path) -> None:
    text = (council / EFFEKT).read_bytes()
    assert (NEW, 13, "doubled-id") in found(text, NEW, council), "judged beside the other"
    wrong = b"---\ntitle: Et nyt emne\nstatus: godkendt\n---\n"
    assert (NEW, 3, "unknown-value") in found(wrong, NEW, council)
    assert not (council / NEW).exists()
    folder = "content/hoeringer/svar.md"
    assert found(b"x", folder, council, checked=0) == [(folder, 1, "unknown-document")]


def test_it_is_judged_against_everything_else(council: Path) -> None:
    people = (council / "content" / "people.yml").read_bytes()
    fewer = people.replace(b"- id: oejvind-udkast\n", b"- id: oejvind-andersson\n")
    text = (council / EFFEKT).read_bytes()
    change(council / EFFEKT, "horizon: long", "horizon: lang")
    listed = found(fewer, "content/people.yml", council)
    assert {path for path, _, _ in listed} == {"content/people.yml"}
    assert "dangling-reference" in {name for _, _, name in listed}
    wrong = text.replace(b"who: oejvind-udkast", b"who: oejvind-kladde")
    assert found(wrong, EFFEKT, council) == [(EFFEKT, 8, "dangling-reference")]


def test_the_programme_itself_and_its_language(council: Path) -> None:
    text = (council / "content" / "programme.md").read_bytes()
    assert b"language: da" in text
    english = text.replace(b"language: da", b"language: en")
    run = check(english, "--stdin-filename", "content/programme.md", cwd=council)
    assert "1 file checked." in run.out


def test_any_folder_below_the_root_will_do(council: Path) -> None:
    folder = council / "content" / "one-pagers"
    wrong = (council / EFFEKT).read_bytes().replace(b"horizon: long", b"horizon: lang")
    expected = check(wrong, "-", "--stdin-filename", EFFEKT, cwd=council)
    assert expected.code == 1
    for name in ("effektmaaling.md", "../one-pagers/effektmaaling.md", council / EFFEKT):
        assert check(wrong, "-", "--stdin-filename", name, cwd=folder) == expected
    named = check(
        wrong, "-", "--stdin-filename", council / EFFEKT, "--root", council, cwd=council.parent
    )
    assert named == expected


# Bytes of every kind


def test_line_ends_of_windows(council: Path) -> None:
    text = (council / EFFEKT).read_bytes().replace(b"horizon: long", b"horizon: lang")
    assert found(text.replace(b"\n", b"\r\n"), EFFEKT, council) == [
        (EFFEKT, 1, "carriage-return"),
        (EFFEKT, 9, "unknown-value"),
    ]


def test_a_byte_order_mark(council: Path) -> None:
    text = (council / EFFEKT).read_bytes()
    assert found(b"\xef\xbb\xbf" + text, EFFEKT, council) == [(EFFEKT, 1, "byte-order-mark")]


def test_another_encoding(council: Path) -> None:
    text = (council / EFFEKT).read_text(encoding="utf-8").replace("–", "-").encode("cp1252")
    assert [(path, name) for path, _, name in found(text, EFFEKT, council)] == [
        (EFFEKT, "not-utf-8")
    ]


def test_nothing_at_all(council: Path) -> None:
    listed = found(b"", EFFEKT, council)
    assert (EFFEKT, 1, "front-matter-missing") in listed
    assert {path for path, _, _ in listed} == {EFFEKT}
    assert found(b"", NEW, council)[0] == (NEW, 1, "front-matter-missing")


def test_bytes_at_random_and_too_many(council: Path) -> None:
    assert found(bytes(range(256)) * 40, EFFEKT, council)
    huge = b"---\n" + b"x" * 2_100_000
    assert found(huge, EFFEKT, council, checked=0) == [(EFFEKT, 1, "too-large")]


def test_no_standard_input_is_nothing_at_all(council: Path) -> None:
    code = f"'{SCRIPT}' check --no-pages --stdin-filename {EFFEKT} <&-"
    done = subprocess.run(
        ["sh", "-c", code], cwd=council, env=environment(), capture_output=True, encoding="utf-8"
    )
    assert done.returncode == 1
    assert "WP120 front-matter-missing" in done.stdout
    assert done.stderr == ""


def test_the_pages_are_those_of_the_text(wp: Wp, council: Path) -> None:
    text = (council / EFFEKT).read_text(encoding="utf-8")
    long = text.replace("## Tid\n", "## Tid\n\n" + "Endnu en måling. " * 800 + "\n")
    done = subprocess.run(
        [SCRIPT, "check", "-", "--stdin-filename", EFFEKT],
        cwd=council,
        env=environment(),
        input=long.encode("utf-8"),
        capture_output=True,
        check=False,
    )
    assert "WP940 too-many-pages" in done.stdout.decode("utf-8")
    assert "WP940" not in wp("check", EFFEKT, cwd=council).out


# What can't be


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("da", "Kan ikke fortsætte: Med - læses teksten fra standard input. Skriv også, hvilken"),
        ("en", "Can't go on: With - the text is read from standard input. Say too which file"),
    ],
)
def test_a_text_without_a_name_is_2(council: Path, language: str, sentence: str) -> None:
    run = check(b"", "-", "--lang", language, cwd=council)
    assert (run.code, run.out) == (2, "")
    assert run.err.startswith(sentence)


def test_another_path_beside_it_is_2(council: Path) -> None:
    run = check(b"", "-", EFFEKT, "--stdin-filename", EFFEKT, cwd=council)
    assert (run.code, run.out) == (2, "")
    assert run.err == (
        "Kan ikke fortsætte: Når teksten kommer fra standard input, gennemgås kun den. "
        f"Udelad {EFFEKT}.\n"
    )
    assert check(b"", EFFEKT, "--stdin-filename", EFFEKT, cwd=council).code == 2


@pytest.mark.parametrize(
    "name",
    ["README.md", "../x.md", "/etc/passwd", "content", "content/one-pagers", "templates/a.md"],
)
def test_a_name_outside_content_is_2(council: Path, name: str) -> None:
    run = check(b"", "--stdin-filename", name, cwd=council)
    assert (run.code, run.out) == (2, "")
    assert run.err == f"Kan ikke fortsætte: {name} er ikke et dokument i content/.\n"
