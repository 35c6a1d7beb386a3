"""Files that mean harm give exactly the findings that they should, and nothing else happens."""

import json
import os
import shutil
import subprocess
import sys
import unicodedata
from collections import defaultdict
from pathlib import Path

import pytest
from tests.cli.process import SCRIPT, environment
from tests.robustness import hostile

BASE = Path(__file__).resolve().parents[1] / "cases_base"
LIMIT = 300  # seconds; a hang is longer than any machine is slow

Findings = dict[str, list[tuple[str, int]]]


@pytest.fixture
def council(tmp_path: Path) -> Path:
    """A council in order, with a folder for notes."""
    root = tmp_path / "council"
    shutil.copytree(BASE, root)
    (root / "templates").mkdir(exist_ok=True)
    (root / "templates" / "note.md").write_text(hostile.FORM, encoding="utf-8")
    (root / "content" / "notes").mkdir()
    return root


def check(root: Path, *before: str) -> Findings:
    """Return the findings of each file; the command must end with 1 for errors, and say nothing."""
    command = [*before, str(SCRIPT), "check", "--root", str(root), "--no-pages", "--format", "json"]
    run = subprocess.run(
        command, capture_output=True, env=environment(), timeout=LIMIT, check=False
    )
    assert (run.returncode, run.stderr) == (1, b"")
    found: Findings = defaultdict(list)
    for item in json.loads(run.stdout)["diagnostics"]:
        assert item["line"] >= 1
        found[item["path"]].append((item["name"], item["line"]))
    return dict(found)


def messages(root: Path, language: str) -> dict[str, str]:
    """Return each file's message, when there is one a file."""
    command = [SCRIPT, "check", "--root", root, "--no-pages", "--format", "json"]
    run = subprocess.run(
        [*command, "--lang", language], capture_output=True, env=environment(), check=False
    )
    return {item["path"]: item["message"] for item in json.loads(run.stdout)["diagnostics"]}


@pytest.mark.parametrize("group", ["YAML", "MARKDOWN", "BYTES"])
def test_each_gives_its_findings(council: Path, group: str) -> None:
    files: list[hostile.Hostile] = getattr(hostile, group)
    notes = council / "content" / "notes"
    for file in files:
        (notes / f"{file.name}.md").write_bytes(file.data)
    expected = {f"content/notes/{file.name}.md": file.findings for file in files if file.findings}
    assert check(council) == expected


def test_a_hundred_megabytes_are_not_read(council: Path) -> None:
    for name in ("stor.md", "stor.yml"):
        with (council / "content" / "notes" / name).open("wb") as file:
            file.truncate(100_000_000)  # a hole, which takes no room on the disk
    assert check(council) == {
        "content/notes/stor.md": [("too-large", 1)],
        "content/notes/stor.yml": [("too-large", 1)],
    }
    said = messages(council, "da")["content/notes/stor.md"]
    assert said == "Filen fylder 100 MB og læses ikke; grænsen er 2 MB."
    said = messages(council, "en")["content/notes/stor.md"]
    assert said == "The file is 100 MB and is not read; the limit is 2 MB."


def test_what_is_no_file_is_named_and_not_waited_for(council: Path, tmp_path: Path) -> None:
    notes = council / "content" / "notes"
    (notes / "god.md").write_text(hostile.HEAD, encoding="utf-8")
    (notes / "mappe.md").mkdir()
    os.mkfifo(notes / "roer.md")
    outside = tmp_path / "hemmeligt.md"
    outside.write_text(hostile.HEAD, encoding="utf-8")
    (notes / "inde.md").symlink_to("god.md")
    (notes / "ude.md").symlink_to(outside)
    (notes / "ude-mappe").symlink_to(tmp_path)
    (notes / "ingenting.md").symlink_to("findes-ikke.md")
    (notes / "sig-selv.md").symlink_to("sig-selv.md")
    (notes / "frem.md").symlink_to("tilbage.md")
    (notes / "tilbage.md").symlink_to("frem.md")
    (notes / "ring").symlink_to(".")
    assert check(council) == {
        "content/notes/frem.md": [("link-unusable", 1)],
        "content/notes/ingenting.md": [("link-unusable", 1)],
        "content/notes/mappe.md": [("folder-as-document", 1)],
        "content/notes/ring": [("link-unusable", 1)],
        "content/notes/roer.md": [("not-a-file", 1)],
        "content/notes/sig-selv.md": [("link-unusable", 1)],
        "content/notes/tilbage.md": [("link-unusable", 1)],
        "content/notes/ude-mappe": [("link-outside", 1)],
        "content/notes/ude.md": [("link-outside", 1)],
    }


def test_a_name_that_a_mac_has_written_apart(council: Path) -> None:
    name = unicodedata.normalize("NFD", "blåbær.md")
    (council / "content" / "notes" / name).write_text(hostile.HEAD, encoding="utf-8")
    assert check(council) == {
        "content/notes/blåbær.md": [("name-decomposed", 1), ("bad-file-name", 1)]
    }


@pytest.mark.skipif(sys.platform == "darwin", reason="its disks take no such names")
def test_a_name_that_is_no_text(council: Path) -> None:
    path = os.fsencode(council / "content" / "notes") + b"/r\xf8d.md"
    Path(os.fsdecode(path)).write_text(hostile.HEAD, encoding="utf-8")
    assert check(council) == {"content/notes/r\ufffdd.md": [("name-not-utf-8", 1)]}


def test_files_that_may_not_be_read(council: Path) -> None:
    before: tuple[str, ...] = ()
    if os.geteuid() == 0:
        if shutil.which("setpriv") is None:
            pytest.skip(
                "root reads everything, and setpriv isn't there to make it an ordinary user"
            )
        before = ("setpriv", "--bounding-set=-dac_override,-dac_read_search", "--inh-caps=-all")
    hidden = council / "content" / "notes" / "skjult.md"
    hidden.write_text(hostile.HEAD, encoding="utf-8")
    hidden.chmod(0)
    folder = council / "content" / "attachments" / "lukket"
    folder.mkdir(parents=True)
    folder.chmod(0)
    try:
        assert check(council, *before) == {
            "content/attachments/lukket": [("unreadable", 1)],
            "content/notes/skjult.md": [("unreadable", 1)],
        }
    finally:
        folder.chmod(0o700)
