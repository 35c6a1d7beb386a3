"""`wp build` as a whole: what it writes, and that it writes all of it or nothing."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.publishing.conftest import REAL

Edit = Callable[[str, str, str], None]
FORMATS = ("md", "html", "docx", "pdf")


def wp(root: Path, *words: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "wp.app", *words, "--root", str(root)],
        capture_output=True,
        encoding="utf-8",
        check=False,
        env={**os.environ, **environment},
    )


def built(root: Path) -> dict[str, bytes]:
    files = sorted(path for path in (root / "build").rglob("*") if path.is_file())
    return {path.relative_to(root / "build").as_posix(): path.read_bytes() for path in files}


def test_the_programme_in_all_formats(council: Path) -> None:
    done = wp(council, "build")
    assert (done.returncode, done.stderr) == (0, "")
    files = built(council)
    assert {f"programme.{form}" for form in FORMATS} <= set(files)
    assert set(files) == {
        "manifest.json",
        "programme.json",
        *(f"programme.{form}" for form in FORMATS),
        *(name for name in files if name.startswith(("programme-assets/", "attachments/"))),
    }
    assert files["programme.pdf"].startswith(b"%PDF-1.7")
    assert files["programme.docx"].startswith(b"PK")
    # the table tells every file of a format with its size
    for form in FORMATS:
        assert f"build/programme.{form}" in done.stdout
    assert "kB" in done.stdout


def test_single_documents(council: Path) -> None:
    names = ["content/one-pagers/droner-og-laserscanning.md", "content/minutes/2026-06-11.md"]
    done = wp(council, "build", *(str(council / name) for name in names), "--format", "md,html")
    assert (done.returncode, done.stderr) == (0, "")
    documents = {name for name in built(council) if name.endswith((".md", ".html"))}
    assert documents == {
        "one-pagers/droner-og-laserscanning.md",
        "one-pagers/droner-og-laserscanning.html",
        "minutes/2026-06-11.md",
        "minutes/2026-06-11.html",
    }


def test_the_same_tree_gives_the_same_bytes(council: Path) -> None:
    assert wp(council, "build", TZ="Pacific/Kiritimati").returncode == 0
    first = built(council)
    assert wp(council, "build", TZ="America/Los_Angeles", LC_ALL="C").returncode == 0
    assert built(council) == first


def test_an_error_writes_nothing_and_leaves_the_last_build(council: Path, edit: Edit) -> None:
    assert wp(council, "build", "--format", "md").returncode == 0
    before = built(council)
    edit(
        "content/one-pagers/droner-og-laserscanning.md",
        "focus_area: kortlaegning-i-felten",
        "focus_area: felten",
    )
    done = wp(council, "build")
    assert done.returncode == 1
    assert "content/one-pagers/droner-og-laserscanning.md" in done.stdout
    assert done.stderr == "Intet er bygget, for der er fejl. Ret dem, og kør wp build igen.\n"
    assert built(council) == before


def test_warnings_do_not_stop_a_build() -> None:
    report = json.loads(wp(REAL, "check", "--format", "json").stdout)
    assert report["summary"]["error"] == 0
    assert report["summary"]["warning"] > 0


def test_a_template_that_fails_leaves_the_last_build(council: Path) -> None:
    assert wp(council, "build", "--format", "md").returncode == 0
    before = built(council)
    own = council / "templates" / "output"
    own.mkdir(parents=True)
    (own / "programme.md.j2").write_text("{{ programme.titel }}\n", encoding="utf-8")
    done = wp(council, "build", "--lang", "en")
    assert done.returncode == 2
    assert done.stderr.startswith("Can't go on: templates/output/programme.md.j2:1: ")
    assert done.stderr.count("\n") == 1
    assert built(council) == before


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["--format", "odt"], "Formatet “odt” findes ikke. Kendte er md, html, docx, pdf, json."),
        (["content/people.yml"], "content/people.yml er ikke et dokument i content/."),
    ],
)
def test_what_cannot_be_built_is_said(council: Path, words: list[str], sentence: str) -> None:
    words = [str(council / word) if "/" in word else word for word in words]
    done = wp(council, "build", *words)
    assert done.returncode == 2
    assert done.stderr == f"Kan ikke fortsætte: {sentence}\n"
    assert built(council) == {}


def test_nothing_is_left_behind(council: Path) -> None:
    assert wp(council, "build", "--format", "md").returncode == 0
    assert [p.name for p in (council / "build").iterdir() if p.name.startswith(".")] == []
