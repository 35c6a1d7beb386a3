"""However a command is stopped, it says so in one sentence and leaves nothing half made."""

import os
import resource
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from tests.benchmarks import corpus
from tests.benchmarks.measuring import session
from tests.cli.process import ROOT, Run, environment

EKSEMPELRAADET = ROOT / "tests" / "eksempelraadet"
WP = [sys.executable, "-m", "wp"]
LIMIT = 300


@pytest.fixture
def council(tmp_path: Path) -> Path:
    """Eksempelrådet, which `wp` may write in."""
    return Path(
        shutil.copytree(EKSEMPELRAADET / "content", tmp_path / "council" / "content").parent
    )


@pytest.fixture
def places(tmp_path: Path) -> dict[str, str]:
    """Where a process may write beside the council: a cache, a home, temporary files."""
    names = {"XDG_CACHE_HOME": "cache", "HOME": "home", "TMPDIR": "temporary"}
    for name in names.values():
        (tmp_path / name).mkdir()
    return {key: str(tmp_path / name) for key, name in names.items()}


def run(root: Path, *words: str, limit: int | None = None, **extra: str) -> Run:
    """Run `wp` in a folder; `limit` is the most bytes that it may write to a file."""

    def limited() -> None:
        if limit is not None:
            resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

    done = subprocess.run(
        [*WP, *words], cwd=root, capture_output=True, env=environment(**extra),
        preexec_fn=limited, timeout=LIMIT, check=False,
    )  # fmt: skip
    return Run(done.returncode, done.stdout.decode(), done.stderr.decode())


def files(folder: Path) -> dict[str, bytes]:
    """Return what a folder holds, but for the workshop where a build puts its files together."""
    found = {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }
    return {name: data for name, data in found.items() if not name.startswith(".wp-cache/")}


def test_check_writes_in_its_cache_alone(council: Path, places: dict[str, str]) -> None:
    broken = council / "content" / "one-pagers" / "naturkortet.md"
    broken.write_bytes(broken.read_bytes()[:2000] + b"\xff\x00\n# \n")
    before = files(council)
    assert run(council, "check", **places).code == 1
    assert files(council) == before
    assert not files(Path(places["HOME"])) and not files(Path(places["TMPDIR"]))
    assert {name.partition("/")[0] for name in files(Path(places["XDG_CACHE_HOME"]))} <= {"wp"}


# A full disk


def test_check_needs_no_room_for_its_cache(council: Path, places: dict[str, str]) -> None:
    before = files(council)
    good = Run(0, "Alt er i orden. 20 filer gennemgået.\n", "")
    assert run(council, "check", "--no-pages", limit=0, **places) == good
    assert not files(Path(places["XDG_CACHE_HOME"])), "nor is anything left that is empty"
    assert not files(Path(places["TMPDIR"]))
    # where the folder should be is a file, and where it is nobody may write
    shutil.rmtree(places["XDG_CACHE_HOME"])
    Path(places["XDG_CACHE_HOME"]).write_bytes(b"")
    assert run(council, "check", **places) == good
    assert run(council, "check", **{**places, "XDG_CACHE_HOME": "/proc"}) == good
    assert files(council) == before


def test_without_room_for_temporary_files_it_says_so(council: Path, places: dict[str, str]) -> None:
    said = (
        "Kan ikke fortsætte: Der er ingen mappe til midlertidige filer. Gør plads på disken, eller "
        "lad variablen TMPDIR nævne en mappe, der kan skrives i.\n"
    )
    assert run(council, "check", limit=0, **places) == Run(2, "", said)
    assert not files(Path(places["XDG_CACHE_HOME"]))


@pytest.mark.parametrize(
    ("language", "said"),
    [
        (
            "da",
            "Kan ikke fortsætte: content/one-pagers/etik.md kan ikke skrives: filen bliver for "
            "stor. Intet er ændret.\n",
        ),
        (
            "en",
            "Can't go on: content/one-pagers/etik.md can't be written: File too large. Nothing "
            "was changed.\n",
        ),
    ],
)
def test_new_leaves_no_piece_of_a_file(
    council: Path, places: dict[str, str], language: str, said: str
) -> None:
    before = files(council)
    found = run(council, "new", "one-pager", "Etik", "--lang", language, limit=100, **places)
    assert found == Run(2, "", said)
    assert files(council) == before


def test_build_leaves_the_last_build(council: Path, places: dict[str, str]) -> None:
    (council / "build").mkdir()
    (council / "build" / "programme.md").write_text("Den forrige.\n", encoding="utf-8")
    before = files(council)
    # too little for the layout of the pages that a build of what has pages checks first
    found = run(council, "build", "--format", "md,pdf", limit=4096, **places)
    said = "Kan ikke fortsætte: Der kan ikke skrives mere: filen bliver for stor.\n"
    assert found == Run(2, "", said)
    assert files(council) == before
    # now the layout is known, and there is too little for what is built
    assert run(council, "check", **places).code == 0
    found = run(council, "build", "--format", "md,html", limit=4096, **places)
    assert found.code == 2
    assert found.err.endswith("kan ikke skrives: filen bliver for stor. Intet er ændret.\n")
    assert found.err.startswith("Kan ikke fortsætte: ") and found.err.count("\n") == 1
    assert files(council) == before


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="/dev/full is Linux's")
@pytest.mark.parametrize("words", [["check"], ["check", "--format", "json"], ["--version"], ["-h"]])
def test_an_answer_that_cannot_be_written_is_2(council: Path, words: list[str]) -> None:
    words = ["--help"] if words == ["-h"] else words
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [*WP, *words], cwd=council, stdout=full, stderr=subprocess.PIPE, env=environment(),
            timeout=LIMIT, check=False,
        )  # fmt: skip
    said = "Kan ikke fortsætte: Der kan ikke skrives mere: der er ikke mere plads på disken.\n"
    assert (done.returncode, done.stderr.decode()) == (2, said)


@pytest.mark.skipif(os.name == "nt", reason="a shell's way of closing a stream")
@pytest.mark.parametrize("words", [["check"], ["check", "--format", "json"], ["explain", "WP711"]])
def test_an_answer_that_nobody_asked_to_hear_is_not_missed(council: Path, words: list[str]) -> None:
    done = subprocess.run(
        ["sh", "-c", 'exec "$@" <&- >&-', "sh", *WP, *words], cwd=council, stderr=subprocess.PIPE,
        env=environment(), timeout=LIMIT, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stderr.decode()) == (0, "")


# A fault in wp itself


@pytest.fixture
def broken(tmp_path: Path) -> Callable[[str], dict[str, str]]:
    """Return an environment in which reading Markdown goes wrong as it is told, with no cache."""

    def make(statement: str) -> dict[str, str]:
        folder = tmp_path / "modules"
        folder.mkdir()
        (folder / "pyromark.py").write_text(f"{statement}\n", encoding="utf-8")
        path = os.pathsep.join([str(folder), *filter(None, [os.environ.get("PYTHONPATH")])])
        return {"PYTHONPATH": path, "XDG_CACHE_HOME": str(tmp_path / "empty")}

    return make


@pytest.mark.parametrize(
    ("language", "said"),
    [
        (
            "da",
            "Kan ikke fortsætte: Der er en fejl i wp selv; den skyldes ikke dig. Meld den til dem, "
            "der passer wp, med denne linje: ZeroDivisionError i {place}: division by zero. "
            "WP_DEBUG=1 viser mere, som kan sendes med.\n",
        ),
        (
            "en",
            "Can't go on: There is a fault in wp itself; it isn't yours. Report it to those who "
            "look after wp, with this line: ZeroDivisionError in {place}: division by zero. "
            "WP_DEBUG=1 shows more to send along.\n",
        ),
    ],
)
def test_a_fault_of_its_own_is_one_sentence_to_report(
    council: Path, broken: Callable[[str], dict[str, str]], language: str, said: str
) -> None:
    found = run(council, "check", "--lang", language, **broken("1 / 0"))
    lines = (ROOT / "cli/wp/reading/markup.py").read_text(encoding="utf-8").splitlines()
    place = f"markup.py:{lines.index('import pyromark') + 1}"
    assert found == Run(2, "", said.format(place=place))


def test_whoever_wants_the_whole_of_it_gets_it(
    council: Path, broken: Callable[[str], dict[str, str]]
) -> None:
    found = run(council, "check", **broken("1 / 0"), WP_DEBUG="1")
    assert found.code == 2
    assert found.err.startswith("Traceback (most recent call last):\n")
    assert "\nZeroDivisionError: division by zero\n\nKan ikke fortsætte: " in found.err


@pytest.mark.parametrize(
    ("statement", "said"),
    [
        ("raise MemoryError", "Der er ikke hukommelse nok. Luk andre programmer, og prøv igen.\n"),
        (
            "def f(): f()\nf()",
            "Der er en fejl i wp selv; den skyldes ikke dig. Meld den til dem, der passer wp, med "
            "denne linje: RecursionError i ",
        ),
        ("raise KeyboardInterrupt", ""),
    ],
)
def test_what_ends_other_programs_with_a_traceback(
    council: Path, broken: Callable[[str], dict[str, str]], statement: str, said: str
) -> None:
    found = run(council, "check", *([] if said else ["--lang", "da"]), **broken(statement))
    if said:
        assert found.code == 2
        assert found.err.startswith(f"Kan ikke fortsætte: {said}")
    else:
        assert found == Run(130, "", "Afbrudt.\n")


# An interrupted run


def loaded(leader: int) -> Iterator[str]:
    """Yield what a process and those that it has started have loaded."""
    yield Path(f"/proc/{leader}/maps").read_text(encoding="utf-8")
    for process in session(leader):
        with suppress(OSError):  # it has ended meanwhile
            yield Path(f"/proc/{process}/maps").read_text(encoding="utf-8")


def interrupted(
    words: list[str], root: Path, places: dict[str, str], when: str, number: int
) -> Run:
    """Run `wp`, send it a signal once a library is loaded, and return what it left behind.

    What is built is built in processes of its own, so theirs is looked at as well.
    """
    process = subprocess.Popen(
        [*WP, *words], cwd=root, env=environment(**places), start_new_session=True,
        stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )  # fmt: skip
    begun = time.monotonic()
    while not any(when in maps for maps in loaded(process.pid)):
        assert process.poll() is None, process.communicate()
        assert time.monotonic() - begun < LIMIT
        time.sleep(0.001)
    # to the whole group, as a terminal does with Ctrl-C
    os.killpg(process.pid, number)
    out, err = process.communicate(timeout=LIMIT)
    return Run(process.returncode, out.decode(), err.decode())


@pytest.fixture(scope="session")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A council that takes a while."""
    folder = tmp_path_factory.mktemp("large") / "council"
    corpus.make(400, folder)
    return folder


needs_proc = pytest.mark.skipif(not Path("/proc/self/maps").exists(), reason="it is Linux's")


@needs_proc
@pytest.mark.parametrize("when", ["_pydantic_core", "pyromark"])
@pytest.mark.parametrize(
    ("number", "code", "said"),
    [(signal.SIGINT, 130, {"", "Afbrudt.\n"}), (signal.SIGTERM, 143, {""})],
)
def test_an_interrupted_check_ends_quietly(
    large: Path, places: dict[str, str], when: str, number: int, code: int, said: set[str]
) -> None:
    before = sorted(files(large))
    found = interrupted(["check", "--no-pages"], large, places, when, number)
    assert found.out == ""
    assert found.err in said
    # Before `wp` has begun, nothing is there to be taken away, and the system ends it. Python ends
    # itself so, too, where Ctrl-C came into a dataclass that was being made; a shell sees 130.
    begun = when == "pyromark" and number == signal.SIGTERM
    assert found.code in ({code} if begun else {code, -number})
    assert sorted(files(large)) == before
    assert not files(Path(places["TMPDIR"]))


@needs_proc
@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_an_interrupted_build_leaves_the_last_build(
    council: Path, places: dict[str, str], number: int, code: int
) -> None:
    (council / "build").mkdir()
    (council / "build" / "programme.pdf").write_bytes(b"Den forrige.")
    before = files(council)
    found = interrupted(["build"], council, places, "typst", number)
    assert found.code == code
    assert "Traceback" not in found.err
    assert files(council) == before
    assert not files(Path(places["TMPDIR"]))
