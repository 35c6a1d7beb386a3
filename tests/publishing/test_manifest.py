"""`build/manifest.json`, and `wp build --verify`, which goes by it."""

import errno
import hashlib
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from tests.publishing.conftest import SMALL, write

from wp.publishing.build import build_documents
from wp.reading.repository import read_repository


def wp(root: Path, *words: str, **environment: str) -> subprocess.CompletedProcess[str]:
    import os

    return subprocess.run(
        [sys.executable, "-m", "wp.app", "build", *words, "--root", str(root)],
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, **environment},
    )


def manifest(root: Path) -> dict[str, Any]:
    text = (root / "build" / "manifest.json").read_text("utf-8")
    data: dict[str, Any] = json.loads(text)
    assert list(data) == ["version", "outputs", "sources"]
    return data


def test_every_output_and_every_input(council: Path) -> None:
    assert wp(council).returncode == 0
    assert wp(council, str(council / "content/minutes/2026-06-11.md")).returncode == 0
    data = manifest(council)
    there = {
        path.relative_to(council / "build").as_posix(): path.read_bytes()
        for path in (council / "build").rglob("*")
        if path.is_file() and path.name != "manifest.json"
    }
    assert [item["path"] for item in data["outputs"]] == sorted(there)
    for item in data["outputs"]:
        content = there[item["path"]]
        assert item["sha256"] == hashlib.sha256(content).hexdigest()
        assert item["size"] == len(content)
        assert item["source"] in data["sources"]
    formats = {
        (wanted["document"], wanted["format"]) for o in data["outputs"] for wanted in o["made_for"]
    }
    assert formats == {
        (document, form)
        for document in ("content/programme.md", "content/minutes/2026-06-11.md")
        for form in ("md", "html", "docx", "pdf")
    } | {("content/programme.md", "json")}
    [source] = data["sources"].values()
    assert source["language"] == "da"
    assert source["tools"]["typst"].startswith("0.15")
    assert source["tools"]["pandoc"].startswith("3.")
    inputs = {item["path"]: item["sha256"] for item in source["inputs"]}
    content = {p.relative_to(council).as_posix() for p in (council / "content").rglob("*.*")}
    assert {name for name in inputs if name.startswith("content/")} == content
    assert {
        "templates/one-pager.md",
        "templates/output/frame.typ.j2",
        "templates/reference.docx",
    } <= set(inputs)
    for name in content:
        assert inputs[name] == hashlib.sha256((council / name).read_bytes()).hexdigest()
    assert str(council) not in (council / "build" / "manifest.json").read_text("utf-8")
    done = wp(council, "--verify")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("build/ er præcis det, indholdet giver. ")


def test_the_same_tree_gives_the_same_manifest(small: Path, tmp_path: Path) -> None:
    other = tmp_path / "elsewhere"
    shutil.copytree(small, other)
    assert wp(small, "--format", "md,html", TZ="Asia/Tokyo", PYTHONHASHSEED="1").returncode == 0
    assert wp(other, "--format", "html", PYTHONHASHSEED="2").returncode == 0
    assert wp(other, "--format", "md", LC_ALL="C").returncode == 0
    assert manifest(small) == manifest(other)


def test_what_nobody_wants_any_longer_is_taken_away(small: Path) -> None:
    """An attachment goes when the last document that links to it doesn't, unless it was changed."""
    kept = small / "build" / "attachments" / "bilag.csv"
    for changed in (False, True):
        text = (small / "content/programme.md").read_text("utf-8")
        assert wp(small, "--format", "md,html").returncode == 0
        assert kept.read_text("utf-8") == "a;b\n1;2\n"
        if changed:
            kept.write_text("mine", "utf-8")
        write(
            small,
            "content/programme.md",
            text.replace("Se [bilag](attachments/bilag.csv).", "Ord."),
        )
        assert wp(small, "--format", "html").returncode == 0
        assert kept.exists(), "the Markdown still has it"
        assert wp(small, "--format", "md").returncode == 0
        assert kept.exists() == changed
        assert kept.parent.exists() == changed
        write(small, "content/programme.md", text)


def test_verify_says_what_differs_and_why(small: Path) -> None:
    assert wp(small, "--format", "md,html").returncode == 0
    assert wp(small, str(small / SMALL), "--format", "md").returncode == 0
    build = small / "build"
    before = {path: path.read_bytes() for path in build.rglob("*") if path.is_file()}
    assert wp(small, "--verify", "--lang", "en").stdout == (
        "build/ is exactly what the content gives. 4 files built again and compared.\n"
    )
    (build / "programme.html").write_text("mine", "utf-8")
    (build / "attachments" / "bilag.csv").unlink()
    write(build, "notes/extra.txt", "x")
    write(small, SMALL, "---\ntitle: Ny opgave\nstatus: proposed\n---\n")
    write(small, "content/one-pagers/ny.md", "---\ntitle: Nyt emne\nstatus: proposed\n---\n")
    done = wp(small, "--verify", "--lang", "en")
    assert done.returncode == 1
    assert done.stdout == (
        "build/attachments/bilag.csv: the file is missing\n"
        "build/notes/extra.txt: the file doesn't belong to what is built now\n"
        "build/one-pagers/opgave.md: the file no longer fits the content\n"
        "build/programme.html: the file was changed after it was built\n"
        "build/programme.md: the file no longer fits the content\n"
        "Since then this is different:\n"
        "  content/one-pagers/ny.md (new)\n"
        "  content/one-pagers/opgave.md (changed)\n"
        "build/ is not what the content gives. 4 files looked at. Run wp build.\n"
    )
    danish = wp(small, str(small / SMALL), "--verify")
    assert danish.returncode == 1
    assert danish.stdout == (
        "build/one-pagers/opgave.md: filen passer ikke længere til indholdet\n"
        "Siden da er dette anderledes:\n"
        "  content/one-pagers/ny.md (ny)\n"
        "  content/one-pagers/opgave.md (ændret)\n"
        "build/ er ikke det, indholdet giver. 1 fil undersøgt. Kør wp build.\n"
    )
    (small / SMALL).unlink()
    gone = wp(small, "--verify", "--lang", "en").stdout
    assert "build/one-pagers/opgave.md: the file doesn't belong to what is built now\n" in gone
    assert "  content/one-pagers/opgave.md (removed)\n" in gone
    assert {p for p in build.rglob("*") if p.is_file()} - set(before) == {build / "notes/extra.txt"}


def test_an_input_that_no_output_shows_makes_the_manifest_old(small: Path) -> None:
    assert wp(small, "--format", "md").returncode == 0
    write(small, "content/attachments/andet.csv", "x\n")
    done = wp(small, "--verify")
    assert done.returncode == 1
    assert done.stdout.startswith(
        "build/manifest.json: filen passer ikke længere til indholdet\n"
        "Siden da er dette anderledes:\n  content/attachments/andet.csv (ny)\n"
    )


@pytest.mark.parametrize(
    "text", [None, "", "{", "[]", '{"version": 2}', "[" * 100_000, '{"version": 1, "outputs": 3}']
)
def test_a_manifest_that_is_not_ours(small: Path, text: str | None) -> None:
    if text is not None:
        write(small, "build/manifest.json", text)
    done = wp(small, "--verify")
    assert (done.returncode, done.stderr) == (1, "")
    assert done.stdout == "build/manifest.json findes ikke eller kan ikke læses. Kør wp build.\n"


def test_a_manifest_that_names_files_outside_takes_nothing_away(small: Path) -> None:
    assert wp(small, "--format", "md").returncode == 0
    data = manifest(small)
    victim = small / "content" / "attachments" / "bilag.csv"
    for path in ("../content/attachments/bilag.csv", str(victim)):
        data["outputs"].append({**data["outputs"][0], "path": path})
        data["outputs"][-1]["sha256"] = hashlib.sha256(victim.read_bytes()).hexdigest()
    write(small, "build/manifest.json", json.dumps(data))
    assert wp(small, "--format", "md").returncode == 0
    assert victim.read_text("utf-8") == "a;b\n1;2\n"
    assert {item["path"] for item in manifest(small)["outputs"]} == {
        "attachments/bilag.csv",
        "programme.md",
    }


OTHER = {"document": "content/programme.md", "format": "md"}


@pytest.mark.parametrize(
    ("change", "says"),
    [
        # an entry that we would never have written counts for nothing, and the file is edited
        ({"path": "a\0b"}, "edited"),
        ({"path": "\ud800"}, "edited"),
        ({"path": "\x1b[31mx"}, "edited"),
        ({"path": "x" * 5000}, "edited"),
        ({"path": "manifest.json"}, "edited"),
        ({"path": "attachments"}, "edited"),
        ({"path": "mine.txt", "sha256": "x"}, "extra"),
        ({"path": "mine.txt", "size": -1}, "extra"),
        ({"path": "mine.txt", "made_for": []}, "extra"),
        # nothing that a build makes: an unknown format, a register, an agenda of no minutes
        ({"path": "mine.txt", "made_for": [{**OTHER, "format": "exe"}]}, "extra"),
        ({"path": "mine.txt", "made_for": [{**OTHER, "document": "content/people.yml"}]}, "extra"),
        (
            {
                "path": "mine.txt",
                "made_for": [{**OTHER, "document": "content/programme.md#agenda"}],
            },
            "extra",
        ),
        ({"path": "mine.txt", "made_for": [{**OTHER, "document": "content/ingen.md"}]}, "extra"),
        ({"size": 7}, "edited"),
    ],
)
def test_verify_sees_what_somebody_wrote_into_the_manifest(
    small: Path, change: dict[str, Any], says: str
) -> None:
    assert wp(small, "--format", "md").returncode == 0
    data = manifest(small)
    [page] = [item for item in data["outputs"] if item["path"] == "programme.md"]
    if "path" in change:
        data["outputs"].append({**page, **change})
    else:
        page.update(change)
    if says == "extra":
        write(small, "build/mine.txt", "mine")
    write(small, "build/manifest.json", json.dumps(data, indent=1))
    done = wp(small, "--verify", "--lang", "en")
    assert (done.returncode, done.stderr) == (1, "")
    assert (
        done.stdout.splitlines()[0]
        == {
            "edited": "build/manifest.json: the file was changed after it was built",
            "extra": "build/mine.txt: the file doesn't belong to what is built now",
        }[says]
    )
    # a build takes nothing of a person's away for it, and all is well again
    assert wp(small, "--format", "md").returncode == 0
    if says == "extra":
        (small / "build" / "mine.txt").unlink()
    assert wp(small, "--verify").returncode == 0


def test_a_tool_that_nobody_has_is_no_stop(small: Path) -> None:
    assert wp(small, "--format", "md").returncode == 0
    data = manifest(small)
    for source in data["sources"].values():
        source["tools"] = {"ukendt": "1.0"}
    write(small, "build/manifest.json", json.dumps(data))
    done = wp(small, "--verify", "--lang", "en")
    assert (done.returncode, done.stderr) == (1, "")
    assert "  ukendt 1.0 → – (another version)" in done.stdout
    write(
        small, "build/manifest.json", json.dumps(data).replace('"size": ', '"size": 1e999, "x": ')
    )
    assert wp(small, "--verify").stdout.startswith("build/manifest.json findes ikke eller kan ikke")


@pytest.mark.parametrize("kind", ["file", "loop", "nowhere"])
def test_a_build_that_is_no_folder(small: Path, kind: str) -> None:
    build = small / "build"
    if kind == "file":
        build.write_text("mine", encoding="utf-8")
    else:
        build.symlink_to("build" if kind == "loop" else "ingen")
    done = wp(small, "--format", "md")
    assert (done.returncode, done.stdout) == (2, "")
    assert "build skal være en mappe, men er en fil eller et link, der ikke fører" in done.stderr
    assert build.is_symlink() == (kind != "file")
    assert kind != "file" or build.read_text("utf-8") == "mine"
    assert wp(small, "--verify").returncode == 1


def test_a_report_of_a_check_in_build_is_not_extra_until_somebody_changes_it(small: Path) -> None:
    assert wp(small, "--format", "md").returncode == 0
    report = small / "build" / "check.sarif"
    command = [sys.executable, "-m", "wp.app", "check", "--root", str(small), "--no-pages"]
    done = subprocess.run([*command, "--format", "sarif", "-o", str(report)], capture_output=True)
    assert (done.returncode, report.is_file()) == (0, True)
    assert wp(small, "--verify").returncode == 0
    assert wp(small, "--format", "md").returncode == 0
    assert report.is_file(), "a build leaves it"
    assert wp(small, "--verify").returncode == 0
    report.write_text("mine", encoding="utf-8")
    done = wp(small, "--verify", "--lang", "en")
    assert done.returncode == 1
    assert done.stdout.startswith(
        "build/check.sarif: the file doesn't belong to what is built now\nbuild/ is not what"
    )
    # and elsewhere nothing is noted
    outside = small / "report.txt"
    subprocess.run([*command, "-o", str(outside)], check=True)
    assert [path.name for path in small.iterdir() if "report" in path.name] == ["report.txt"]


@pytest.mark.parametrize("lacks", ["exchange", "links"])
def test_a_system_without_a_step_replaces_file_by_file(
    small: Path, monkeypatch: pytest.MonkeyPatch, lacks: str
) -> None:
    """As on Windows: the same files, and what a person has put into the folder stays."""
    write(small, "build/mine.txt", "x")
    build_documents(read_repository(small), [], ["md", "html"], lambda name: None)
    before = {path: path.read_bytes() for path in (small / "build").rglob("*") if path.is_file()}
    shutil.rmtree(small / "build")
    write(small, "build/mine.txt", "x")

    def refuse(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSYS, os.strerror(errno.ENOSYS))

    if lacks == "exchange":
        monkeypatch.setattr("wp.publishing.output.replace.exchange", refuse)
    else:
        monkeypatch.setattr(os, "link", refuse)
    build_documents(read_repository(small), [], ["md", "html"], lambda name: None)
    after = {path: path.read_bytes() for path in (small / "build").rglob("*") if path.is_file()}
    assert after == before
    assert small / "build" / "mine.txt" in after
