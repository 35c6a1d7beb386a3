"""`wp check --output` and `--statistics`: what is written where, and what never is."""

import json
import os
import stat
import subprocess
from pathlib import Path

import pytest
from tests.cli.process import SCRIPT, Wp, change, environment

from wp.reporting.formats import FORMATS

EFFEKT = "content/one-pagers/effektmaaling.md"


@pytest.fixture
def broken(council: Path) -> Path:
    """Return a council with one fault that can be mended and one that can't."""
    change(council / EFFEKT, "horizon: long", "horizon: lang")
    change(council / EFFEKT, "priority: high", "priority: sommetider")
    return council


@pytest.mark.parametrize("name", FORMATS)
def test_the_file_holds_what_would_have_been_printed(wp: Wp, broken: Path, name: str) -> None:
    printed = wp("check", EFFEKT, "--format", name, cwd=broken)
    env = {"FORCE_COLOR": "1", "PYTHONIOENCODING": "ascii"}
    written = wp("check", EFFEKT, "--format", name, "-o", "rapport.ud", cwd=broken, env=env)
    assert (written.code, written.out, written.err) == (1, "", "")
    assert (broken / "rapport.ud").read_bytes() == printed.out.encode("utf-8")


def test_what_was_there_is_replaced_and_keeps_its_rights(wp: Wp, broken: Path) -> None:
    target = broken / "rapport.txt"
    target.write_text("x" * 100_000, encoding="utf-8")
    target.chmod(0o640)
    link = broken / "genvej.txt"
    link.symlink_to("rapport.txt")
    assert wp("check", EFFEKT, "--output", link, cwd=broken).code == 1
    assert target.read_text(encoding="utf-8").startswith(f"{EFFEKT}:9:10: fejl WP206")
    assert stat.S_IMODE(target.stat().st_mode) == 0o640
    assert link.is_symlink()
    assert not [path for path in broken.iterdir() if path.name.startswith(".rapport")]


def test_a_new_file_has_the_rights_of_a_new_file(wp: Wp, council: Path) -> None:
    wp("check", EFFEKT, "-o", "ny.txt", cwd=council)
    (council / "anden.txt").touch()
    assert (council / "ny.txt").stat().st_mode == (council / "anden.txt").stat().st_mode


def test_paths_count_from_where_the_user_stands(wp: Wp, council: Path, tmp_path: Path) -> None:
    folder = tmp_path / "ude"
    folder.mkdir()
    run = wp("check", "--root", council, "--no-pages", "-o", "r.txt", cwd=folder)
    assert run.code == 0
    assert (folder / "r.txt").is_file()


def test_a_device_is_written_to_and_not_replaced(wp: Wp, broken: Path) -> None:
    pipe = broken / "roer"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    run = wp("check", EFFEKT, "--format", "concise", "-o", pipe, cwd=broken)
    assert (run.code, run.out) == (1, "")
    assert os.read(reader, 65536).decode("utf-8").startswith(f"{EFFEKT}:9:10: fejl WP206 ")
    os.close(reader)
    assert stat.S_ISFIFO(pipe.stat().st_mode)


@pytest.mark.parametrize(
    ("target", "danish", "english"),
    [
        (".", "er en mappe", "is a folder"),
        ("build", "er en mappe", "is a folder"),
        ("findes/ikke.txt", "Mappen findes findes ikke", "folder findes doesn't exist"),
        ("content/rapport.json", "ligger i content/", "lies in content/"),
        (EFFEKT, "ligger i content/", "lies in content/"),
        ("content/one-pagers/../people.yml", "ligger i content/", "lies in content/"),
        ("templates/one-pager.md", "ligger i templates/", "lies in templates/"),
        ("link-til-emne.txt", "ligger i content/", "lies in content/"),
        ("link-til-mappe/r.txt", "ligger i content/", "lies in content/"),
        ("ring.txt", "kan ikke skrives", "can't be written"),
        ("filen/under.txt", "Mappen filen findes ikke", "folder filen doesn't exist"),
    ],
)
def test_what_cannot_or_must_not_be_written_is_2(
    wp: Wp, broken: Path, target: str, danish: str, english: str
) -> None:
    for name in ("build", "templates"):
        (broken / name).mkdir()
    (broken / "link-til-emne.txt").symlink_to(EFFEKT)
    (broken / "link-til-mappe").symlink_to("content/one-pagers", target_is_directory=True)
    (broken / "ring.txt").symlink_to("ring.txt")
    (broken / "filen").write_text("x", encoding="utf-8")
    before = {path: path.read_bytes() for path in broken.rglob("*") if path.is_file()}
    for language, sentence in (("da", danish), ("en", english)):
        run = wp("check", "--no-pages", "-o", target, "--lang", language, cwd=broken)
        assert (run.code, run.out) == (2, "")
        assert sentence in run.err
        assert len(run.err.splitlines()) == 1
    assert {path: path.read_bytes() for path in broken.rglob("*") if path.is_file()} == before


def test_a_full_disk_leaves_what_was_there(broken: Path) -> None:
    """A limit on the size of files stands in for the disk; the old report is whole."""
    (broken / "r.txt").write_text("den gamle\n", encoding="utf-8")
    code = f"ulimit -f 0; trap '' XFSZ; '{SCRIPT}' check --no-pages -o r.txt 2>&1"
    done = subprocess.run(
        ["bash", "-c", code], cwd=broken, env=environment(), capture_output=True, encoding="utf-8"
    )
    assert done.returncode == 2
    assert "r.txt kan ikke skrives" in done.stdout
    assert (broken / "r.txt").read_text(encoding="utf-8") == "den gamle\n"
    assert not [path for path in broken.iterdir() if path.name.startswith(".r.txt")]


def test_statistics_stand_in_the_place_of_the_findings(wp: Wp, broken: Path) -> None:
    run = wp("check", EFFEKT, "--statistics", cwd=broken)
    assert run.code == 1
    assert run.out == (
        "2  fejl  WP206 unknown-value [*]\n"
        "\n"
        "2 fejl i 1 fil. 1 kan rettes med --fix. 1 fil gennemgået.\n"
    )
    concise = wp("check", EFFEKT, "--statistics", "--format", "concise", cwd=broken)
    assert concise == run
    document = json.loads(wp("check", EFFEKT, "--statistics", "--format", "json", cwd=broken).out)
    assert document == {
        "version": 1,
        "checked": 1,
        "summary": {"error": 2, "warning": 0, "info": 0},
        "suppressed": 0,
        "statistics": [
            {
                "code": "WP206",
                "name": "unknown-value",
                "count": 2,
                "severity": {"error": 2, "warning": 0, "info": 0},
                "fixable": 1,
            }
        ],
    }


def test_statistics_of_nothing(wp: Wp, council: Path) -> None:
    run = wp("check", EFFEKT, "--statistics", cwd=council)
    assert (run.code, run.out) == (0, "Alt er i orden. 1 fil gennemgået.\n")


@pytest.mark.parametrize("name", ["github", "gitlab", "sarif", "junit"])
def test_statistics_have_no_form_in_the_formats_of_others(wp: Wp, small: Path, name: str) -> None:
    run = wp("check", "--statistics", "--format", name, cwd=small)
    assert (run.code, run.out) == (2, "")
    assert f"“{name}”. Brug et af formaterne text, concise, json." in run.err
