"""The diff is one that git itself takes, whatever the files' names and line ends are."""

import shutil
import subprocess
from pathlib import Path

import pytest

from wp.fixing.diff import diff
from wp.fixing.mend import MendedFile

CHANGES = [
    (b"a\nb\nc\n", b"a\nB\nc\n"),
    (b"a\nb", b"a\nb\n"),
    (b"a\nb\n", b"a\nb"),
    (b"a\nb", b"a\nB"),
    (b"a\r\nb\r\n", b"a\nb\n"),
    (b"\xef\xbb\xbfa\r\nb", b"a\nb\n"),
    (b"a\rb\n", b"a\nb\n"),
    (b"a\x0bb\x0c\xc2\x85c\xe2\x80\xa8d\ne\n", b"a\x0bb\x0c\xc2\x85c\xe2\x80\xa8d\nE\n"),
    (b"--- a\n+++ b\n@@ -1 +1 @@\n\n", b"--- A\n+++ b\n@@ -1 +1 @@\n"),
    (b"".join(b"%d\n" % n for n in range(60)), b"".join(b"%d\n" % n for n in range(60) if n % 25)),
    (b"x\n", b""),
]
NAMES = [
    "side.md",
    "måling.md",
    "ma\u030aling.md",
    "med mellemrum.md",
    'med "anførsel".md',
    "t\tab.md",
]


def git(root: Path, *arguments: str, given: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(["git", *arguments], cwd=root, input=given, capture_output=True)


@pytest.mark.parametrize("tool", ["git", "patch"])
@pytest.mark.parametrize("name", NAMES)
def test_git_and_patch_take_it(tmp_path: Path, name: str, tool: str) -> None:
    if shutil.which(tool) is None:
        pytest.skip(f"{tool} isn't here")
    files = []
    for number, (before, after) in enumerate(CHANGES):
        if tool == "patch" and after == b"":
            continue  # patch takes away a file that gets empty
        file = tmp_path / "content" / f"mappe {number}" / name
        file.parent.mkdir(parents=True)
        file.write_bytes(before)
        files.append(MendedFile(f"content/mappe {number}/{name}", file, before, after, 1))
    made = diff(files, tmp_path)
    if tool == "git":
        assert git(tmp_path, "init", "-q").returncode == 0
        assert git(tmp_path, "config", "core.autocrlf", "false").returncode == 0
        done = git(tmp_path, "apply", "--whitespace=nowarn", given=made)
    else:
        command = ["patch", "-p1", "--binary", "-s", "--no-backup-if-mismatch"]
        done = subprocess.run(command, cwd=tmp_path, input=made, capture_output=True)
    assert (done.returncode, done.stderr) == (0, b"")
    assert [item.file.read_bytes() for item in files] == [item.after for item in files]


def test_how_it_looks(tmp_path: Path) -> None:
    item = MendedFile("content/a.md", tmp_path / "content" / "a.md", b"x\na", b"x\nb\n", 1)
    assert diff([item], tmp_path).decode() == (
        "--- a/content/a.md\n+++ b/content/a.md\n@@ -1,2 +1,2 @@\n x\n-a\n"
        "\\ No newline at end of file\n+b\n"
    )
    assert diff([], tmp_path) == b""
