"""`build/` holds the old set of outputs or the new one, whole, whatever happens on the way.

Kills and full disks are real: processes of their own get SIGKILL, disks are small file systems.
`WP_KILLS` says how many builds are killed at random times, 15 when it says nothing.
"""

import hashlib
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.publishing.conftest import EXAMPLE
from tests.publishing.replacing import AFTER, OLD, texts, write

from wp.publishing.output.locks import locked

KILLS = int(os.environ.get("WP_KILLS", "15"))
ONE_PAGER = "content/one-pagers/opgave.md"

posix = pytest.mark.skipif(os.name != "posix", reason="needs SIGKILL and links")

Files = dict[str, bytes]


def files(folder: Path) -> Files:
    """Return every file below a folder as a reader finds it."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def kept_to_manifest(found: Files) -> bool:
    """Say whether the files are those that their manifest names, each with its hash and size."""
    outputs = json.loads(found["manifest.json"])["outputs"]
    named = {out["path"]: (out["sha256"], out["size"]) for out in outputs}
    there = {name: (hashlib.sha256(data).hexdigest(), len(data)) for name, data in found.items()}
    del there["manifest.json"]
    return named == there


def start(root: Path, *words: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-m", "wp.app", "build", *words, "--root", str(root)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )


def build(root: Path, *words: str) -> tuple[int, str]:
    process = start(root, *words)
    _, err = process.communicate(timeout=120)
    return process.returncode, err.decode("utf-8")


def edition(root: Path, number: int) -> None:
    """Write a small council's content, which says something else in each edition."""
    programme = "---\ntitle: Et lille arbejdsprogram\nlanguage: da\n---\n\n"
    for heading in ("Forord", "Sammenfatning", "Organisering", "Økonomisk ramme"):
        programme += f"## {heading}\n\nUdgave {number}. {'Ord ' * 5000}\n\n"
    topic = f"---\ntitle: Opgave i udgave {number}\nstatus: proposed\n---\n"
    write(root, {"content/programme.md": programme, ONE_PAGER: topic})


@pytest.fixture
def council(tmp_path: Path) -> Path:
    """A council with little to build, so that many builds can be tried."""
    edition(tmp_path / "council", 0)
    return tmp_path / "council"


@pytest.fixture
def mount(tmp_path: Path) -> Iterator[Callable[[Path, str], None]]:
    """Mount a file system of a given size on a folder; skip where that isn't allowed."""
    mounted: list[Path] = []

    def put(folder: Path, size: str) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        command = ["mount", "-t", "tmpfs", "-o", f"size={size}", "wp-test", str(folder)]
        if shutil.which("mount") is None or subprocess.run(command, capture_output=True).returncode:
            pytest.skip("a file system can only be mounted by root on Linux")
        mounted.append(folder)

    yield put
    for folder in reversed(mounted):
        subprocess.run(["umount", "-l", str(folder)], check=False)


# One replacement, stopped at each of its steps.


def stopped_at_each_step(root: Path, way: str, how: str) -> list[tuple[int, *tuple[Any, ...]]]:
    """Return what came of each step; see `tests.publishing.replacing`."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.publishing.replacing", str(root), way, how],
        capture_output=True,
        encoding="utf-8",
        cwd=EXAMPLE.parents[1],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    )
    assert (done.returncode, done.stderr) == (0, "")
    *outcomes, (status, *whole) = json.loads(done.stdout)
    assert (status, whole) == (2, [AFTER, AFTER, AFTER, []]), "the last one comes to its end"
    assert len(outcomes) > 50
    return outcomes


@posix
@pytest.mark.parametrize("way", ["exchange", "journal"])
def test_killed_at_any_step(tmp_path: Path, way: str) -> None:
    """The journal's set may need mending by the next build; the other way none ever does."""
    seen = set()
    for step, outcome in enumerate(stopped_at_each_step(tmp_path / "root", way, "kill"), start=1):
        status, found, mended, after, left = outcome
        assert status == -signal.SIGKILL
        assert mended in (OLD, AFTER), f"mixed after step {step}"
        assert way == "journal" or found == mended
        assert (after, left) == (AFTER, [])
        seen.add(mended == AFTER)
    assert seen == {False, True}


@posix
@pytest.mark.parametrize("how", ["fail", "full"])
@pytest.mark.parametrize("way", ["exchange", "journal"])
def test_a_step_that_fails(tmp_path: Path, way: str, how: str) -> None:
    """What a build says afterwards is so: it failed and nothing has changed, or all has."""
    for step, outcome in enumerate(stopped_at_each_step(tmp_path / "root", way, how), start=1):
        status, found, mended, after, left = outcome
        assert status in (0, 1)
        assert found == mended == (OLD if status else AFTER), f"step {step}"
        assert (after, left) == (AFTER, [])


# Whole builds.


@posix
def test_builds_killed_at_random_times(council: Path) -> None:
    """Half of the kills come at any time, half while the outputs are being replaced."""
    words = ("--format", "md,html")
    sets: list[Files] = []
    for number in (0, 1):
        edition(council, number)
        began = time.monotonic()
        assert build(council, *words)[0] == 0
        whole = time.monotonic() - began
        sets.append(files(council / "build"))
    assert sets[0] != sets[1]
    assert sets[0].keys() == sets[1].keys()
    chance = random.Random(KILLS)
    killed = 0
    for turn in range(KILLS):
        now = sets.index(files(council / "build"))
        edition(council, 1 - now)
        process = start(council, *words)
        if turn % 2:
            while process.poll() is None and not list(council.glob(".wp-cache/build-*/set")):
                time.sleep(0.0005)
            time.sleep(chance.uniform(0, 0.01))
        else:
            time.sleep(chance.uniform(0, whole))
        process.kill()
        process.communicate()
        killed += process.returncode == -signal.SIGKILL
        found = files(council / "build")
        assert found in sets, f"mixed after kill {turn + 1}"
        assert kept_to_manifest(found)
    assert killed > KILLS // 3
    edition(council, 1)
    assert build(council, *words)[0] == 0
    assert files(council / "build") == sets[1]
    assert [path.name for path in council.glob(".wp-cache/build-*")] == []


@posix
def test_a_disk_that_fills_up(
    council: Path, tmp_path: Path, mount: Callable[[Path, str], None]
) -> None:
    root = tmp_path / "small"
    mount(root, "3m")
    shutil.copytree(council, root, dirs_exist_ok=True)
    words = ("--format", "md,html", "--lang", "en")
    assert build(root, *words)[0] == 0
    before = files(root / "build")
    edition(root, 1)
    ballast = root / "ballast"
    for left in (0, 60, 120):
        ballast.unlink(missing_ok=True)
        free = shutil.disk_usage(root).free
        ballast.write_bytes(bytes(free - left * 1024))
        code, err = build(root, *words)
        assert code == 2, f"{left} kB were enough"
        assert "No space left on device. Nothing was changed." in err
        assert err.count("\n") == 1
        assert files(root / "build") == before
    ballast.unlink()
    assert build(root, *words)[0] == 0
    assert files(root / "build").keys() == before.keys()
    assert b"Udgave 1" in files(root / "build")["programme.md"]


@posix
def test_a_limit_on_the_size_of_files(council: Path) -> None:
    import resource

    assert build(council, "--format", "md,html")[0] == 0
    before = files(council / "build")
    edition(council, 1)
    done = subprocess.run(
        [sys.executable, "-m", "wp.app", "build", "--format", "md,html", "--root", str(council)],
        capture_output=True,
        encoding="utf-8",
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (88_000, 88_000)),
    )
    assert done.returncode == 2
    assert done.stderr.startswith("Kan ikke fortsætte: programme.html kan ikke skrives: ")
    assert done.stderr.endswith(" Intet er ændret.\n")
    assert files(council / "build") == before


def test_builds_at_once_do_not_mix(council: Path) -> None:
    """The last one wins, whole; what another document's build has written stays."""
    words = ("--format", "md")
    sets = []
    for number in (0, 1):
        edition(council, number)
        assert build(council, *words)[0] == 0
        sets.append(files(council / "build"))
        del sets[-1]["manifest.json"]
    for first in (0, 1):
        shutil.rmtree(council / "build")
        running = []
        for number in (first, 1 - first):
            edition(council, number)
            running.append(start(council, *words))
            running.append(start(council, str(council / ONE_PAGER), *words))
            # until both have read the content, which is there before anything is made
            while not all(
                len(list(council.glob(".wp-cache/build-*"))) or process.poll() is not None
                for process in running[-2:]
            ):
                time.sleep(0.005)
            time.sleep(0.1)
        assert [process.wait(timeout=120) for process in running] == [0] * len(running)
        for process in running:
            process.communicate()
        found = files(council / "build")
        assert kept_to_manifest(found)
        assert b"udgave" in found.pop("one-pagers/opgave.md")
        del found["manifest.json"]
        assert found in sets


def test_a_replacement_waits_its_turn(council: Path) -> None:
    assert build(council, "--format", "md")[0] == 0
    before = files(council / "build")
    edition(council, 1)
    with locked(council / ".wp-cache" / "build.lock"):
        process = start(council, "--format", "md")
        time.sleep(3)
        assert process.poll() is None
        assert files(council / "build") == before
    _, err = process.communicate(timeout=120)
    assert (process.returncode, err) == (0, b"")
    assert files(council / "build") != before


# What else is in `build/`, and where it lies.


@posix
def test_the_folder_stays_the_same_and_so_does_what_others_put_there(council: Path) -> None:
    folder = council / "build"
    write(folder, {".gitkeep": "", "note.txt": "mine", "one-pagers/note.txt": "mine"})
    (folder / "empty").mkdir()
    (folder / "link").symlink_to("note.txt")
    folder.chmod(0o750)
    before = folder.stat()
    reader = os.open(folder, os.O_RDONLY)  # as a shell that stands in it
    assert build(council, "--format", "md")[0] == 0
    assert build(council, str(council / ONE_PAGER), "--format", "md")[0] == 0
    assert (folder.stat().st_ino, folder.stat().st_mode) == (before.st_ino, before.st_mode)
    assert "programme.md" in os.listdir(reader)  # noqa: PTH208
    os.close(reader)
    assert (folder / "note.txt").read_text("utf-8") == "mine"
    assert (folder / "note.txt").stat().st_nlink == 1
    assert (folder / "link").is_symlink()
    assert (folder / "empty").is_dir()
    assert {".gitkeep", "one-pagers/note.txt", "one-pagers/opgave.md"} <= set(files(folder))
    assert (council / ".wp-cache" / ".gitignore").read_text("utf-8") == "*\n"


@posix
def test_nothing_is_written_through_a_link_that_leads_out(council: Path, tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    (outside / "build-precious").mkdir(parents=True)
    (council / "build").mkdir()
    (council / "build" / "one-pagers").symlink_to(outside)
    code, err = build(council, str(council / ONE_PAGER), "--format", "md")
    assert code == 2
    assert err.startswith("Kan ikke fortsætte: build/one-pagers/opgave.md ligger uden for rådets")
    assert err.endswith("mappe, for en mappe på vejen er et link. Intet er ændret.\n")
    shutil.rmtree(council / "build")
    (council / "build").symlink_to(outside)
    code, err = build(council, "--format", "md")
    assert code == 2
    assert err.startswith("Kan ikke fortsætte: build ligger uden for rådets mappe")
    (council / "build").unlink()
    shutil.rmtree(council / ".wp-cache")
    (council / ".wp-cache").symlink_to(outside)
    assert build(council, "--format", "md")[0] == 0
    assert [path.name for path in outside.iterdir()] == ["build-precious"]
    assert "programme.md" in files(council / "build")


def test_a_folder_of_an_outputs_name_is_left_alone(council: Path) -> None:
    write(council / "build" / "programme.md", {"note.txt": "mine"})
    code, err = build(council, "--format", "md", "--lang", "en")
    assert code == 2
    assert err.startswith("Can't go on: programme.md can't be written: ")
    assert texts(council / "build") == {"programme.md/note.txt": "mine"}


@posix
def test_a_mount_point(council: Path, mount: Callable[[Path, str], None]) -> None:
    mount(council / "build", "8m")
    write(council / "build", {"note.txt": "mine"})
    for number in (0, 1):
        edition(council, number)
        assert build(council, "--format", "md") == (0, "")
        found = files(council / "build")
        assert f"Udgave {number}".encode() in found["programme.md"]
        assert found["note.txt"] == b"mine"
        assert [path.name for path in (council / "build").glob(".*")] == []


@posix
def test_a_council_that_only_its_build_folder_may_be_written_in(
    council: Path, mount: Callable[[Path, str], None]
) -> None:
    (council / "build").mkdir()
    bind = ["mount", "--bind", str(council), str(council)]
    mount(council / "build", "8m")
    inner = council / "build"
    if subprocess.run(bind, capture_output=True).returncode:
        pytest.skip("can't mount")
    try:
        mount(inner, "8m")
        subprocess.run(["mount", "-o", "remount,bind,ro", str(council)], check=True)
        assert build(council, "--format", "md") == (0, "")
        assert "programme.md" in files(inner)
        assert not (council / ".wp-cache").exists()
    finally:
        subprocess.run(["umount", "-l", str(inner)], check=False)
        subprocess.run(["umount", "-l", str(council)], check=False)
