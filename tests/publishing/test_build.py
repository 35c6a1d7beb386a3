"""`wp build` as a whole: what it writes, and that it writes all of it or nothing."""

import io
import json
import os
import re
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pikepdf
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


def test_the_same_tree_gives_the_same_bytes(council: Path, tmp_path: Path) -> None:
    """In two places, time zones, locales and orders of Python's sets, and where pages are known."""
    other = tmp_path / "et andet sted"
    shutil.copytree(council, other)
    first = {"TZ": "Pacific/Kiritimati", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "1"}
    second = {
        **{"TZ": "America/Los_Angeles", "LC_ALL": "C", "PYTHONHASHSEED": "2"},
        "XDG_CACHE_HOME": str(tmp_path / "cache"),
    }
    assert wp(council, "build", **first).returncode == 0
    assert wp(other, "build", **second).returncode == 0
    files = built(council)
    assert built(other) == files
    assert {"programme.json", "manifest.json"} <= set(files)
    for name, data in files.items():
        assert str(tmp_path).encode() not in data, name


def core_properties(data: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read("docProps/core.xml").decode("utf-8")


MOMENT = 1893456789  # in the last hours of 2029 or the first of 2030, as the time zone has it


@pytest.mark.parametrize("dated", [True, False])
def test_dates_are_those_of_source_date_epoch(small: Path, dated: bool) -> None:
    """The document's own day stays on its cover; the day it was made is the one given."""
    programme = small / "content" / "programme.md"
    if dated:
        text = programme.read_text("utf-8").replace("\ntitle:", "\ndate: 2027-03-04\ntitle:", 1)
        programme.write_text(text, "utf-8")
    made = datetime.fromtimestamp(MOMENT, UTC)
    for environment in (
        {"SOURCE_DATE_EPOCH": str(MOMENT), "TZ": "Asia/Tokyo"},
        {"SOURCE_DATE_EPOCH": str(MOMENT), "TZ": "America/Lima"},
    ):
        assert wp(small, "build", "--no-cache", **environment).returncode == 0
        files = built(small)
        with pikepdf.open(io.BytesIO(files["programme.pdf"])) as pdf:
            dates = {str(pdf.docinfo[name]) for name in ("/CreationDate", "/ModDate")}
            stamps = re.findall(r"<xmp:\w+Date>([^<]+)", pdf.Root.Metadata.read_bytes().decode())
        assert {date[:16] for date in dates} == {made.strftime("D:%Y%m%d%H%M%S")}
        assert stamps
        assert {datetime.fromisoformat(stamp) for stamp in stamps} == {made}
        core = core_properties(files["programme.docx"])
        assert core.count(f">{made:%Y-%m-%dT%H:%M:%SZ}<") == 2
        assert b"2029" not in files["programme.html"] + files["programme.md"]
        assert (b"dcterms.date" in files["programme.html"]) == dated
    plain = wp(small, "build")
    assert plain.returncode == 0
    assert f">{made:%Y}" not in core_properties(built(small)["programme.docx"])


@pytest.mark.parametrize("value", ["i dag", "-1", "1.5", "٣", "9" * 30])
def test_a_source_date_epoch_that_is_none(small: Path, value: str) -> None:
    done = wp(small, "build", "--format", "md", SOURCE_DATE_EPOCH=value)
    assert done.returncode == 2
    assert done.stderr == (
        "Kan ikke fortsætte: Variablen SOURCE_DATE_EPOCH skal være et helt antal sekunder "
        f"siden 1970, ikke “{value}”.\n"
    )
    assert not (small / "build").exists() or built(small) == {}


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
