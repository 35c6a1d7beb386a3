"""Time `wp check` as a whole process, in turn with its peers, and print seconds and ratios.

    python -m tests.benchmarks.check --sizes 20,1000,10000 --runs 5 --peers FOLDER

`tests.benchmarks.peers` says how to install the peers into the folder. The documents are those of
`tests.benchmarks.corpus`; everything is written to a folder that is taken away at the end. Each
subject runs once unmeasured, then all of them in turn, as many times as `--runs` says; the figure
is the median. Measure on a machine that does nothing else.
"""

import argparse
import fnmatch
import os
import platform
import shutil
import statistics
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from tests.benchmarks import corpus, peers
from tests.benchmarks.measuring import Measured, memory_together, run

WP = Path(sys.executable).with_name("wp")
EMPTY = "empty Typer command"
_TYPER = """import typer

app = typer.Typer()


@app.command()
def nothing() -> None:
    pass


app()
"""


@dataclass
class Subject:
    """What is timed: a command, where it runs, and what happens before each run."""

    name: str
    command: list[str]
    folder: Path
    before: Callable[[dict[str, str]], None] = lambda environment: None
    runs: list[Measured] = field(default_factory=list)
    together: float | None = None

    def environment(self) -> dict[str, str]:
        """Return the environment of the next run, prepared for it."""
        prepared = dict(os.environ)
        prepared.pop("WP_LANG", None)
        self.before(prepared)
        return prepared


def subjects(folder: Path, count: int, given: argparse.Namespace) -> Iterator[Subject]:
    """Yield all subjects for a number of documents, each with its own copy of what it may change.

    "cold" has an empty cache at every run, "warm" the cache of the run before, "edited" as well,
    but one document was changed since.
    """
    empty = folder / "empty.py"
    empty.write_text(_TYPER, encoding="utf-8")
    yield Subject(EMPTY, [sys.executable, str(empty)], folder)
    original = folder / "corpus"
    corpus.make(count, original, with_faults=given.faults)
    for options in ([], ["--no-pages"]):
        command = [str(WP), "check", *options]
        shown = " ".join(["wp check", *options])
        own = folder / f"caches{len(options)}"
        yield Subject(f"{shown}, cold", command, original, Cold(own / "cold"))
        yield Subject(f"{shown}, warm", command, original, Warm(own / "warm"))
        edited = folder / f"edited{len(options)}"
        shutil.copytree(original, edited)
        yield Subject(f"{shown}, edited", command, edited, Edited(own / "edited", edited))
    found, missing = peers.installed(given.peers)
    for sentence in missing:
        print(sentence, file=sys.stderr)
    for number, peer in enumerate(found):
        copy = folder / f"peer{number}"
        shutil.copytree(original, copy)
        yield Subject(peer.name, peer.prepare(copy), copy)


class Warm:
    """Keeps one cache from run to run."""

    def __init__(self, cache: Path) -> None:
        self.cache = cache

    def __call__(self, environment: dict[str, str]) -> None:
        self.cache.mkdir(parents=True, exist_ok=True)
        environment["XDG_CACHE_HOME"] = str(self.cache)


class Cold(Warm):
    """Empties the cache before each run."""

    def __call__(self, environment: dict[str, str]) -> None:
        shutil.rmtree(self.cache, ignore_errors=True)
        super().__call__(environment)


class Edited(Warm):
    """Changes one document before each run, into what no run has seen."""

    def __init__(self, cache: Path, folder: Path) -> None:
        super().__init__(cache)
        self.documents = sorted((folder / "content" / "one-pagers").glob("*.md"))
        self.edits = 0

    def __call__(self, environment: dict[str, str]) -> None:
        super().__call__(environment)
        path = self.documents[self.edits % len(self.documents)]
        self.edits += 1
        text = path.read_text(encoding="utf-8")
        changed = text.replace("## Tid\n\n", f"## Tid\n\nRettet {self.edits} gange. ", 1)
        assert changed != text, path
        path.write_text(changed, encoding="utf-8")


def measure(chosen: list[Subject], runs: int, limit: float) -> None:
    """Run everything in turn; what takes longer than `limit` seconds is not run again."""
    left = list(chosen)
    for turn in range(runs + 1):
        for subject in list(left):
            _tell(f"{turn}/{runs} {subject.name}")
            measured = run(subject.command, subject.folder, subject.environment(), limit)
            if turn or measured.code is None:
                subject.runs.append(measured)
            if measured.code is None:
                left.remove(subject)
    for subject in left:
        environment = subject.environment()
        subject.together = memory_together(subject.command, subject.folder, environment, limit)
    _tell("")


def _tell(text: str) -> None:
    """Show how far it has come, to a person at a terminal."""
    if sys.stderr.isatty():
        print(f"\r{text:70}\r{text}", end="", file=sys.stderr, flush=True)


def table(count: int, chosen: list[Subject], limit: float) -> Iterator[str]:
    """Yield a table of Markdown: seconds, what they are to the empty command and to mdsmith."""
    medians = {
        subject.name: statistics.median(one.seconds for one in subject.runs) for subject in chosen
    }
    mdsmith = next((name for name in medians if name.startswith("mdsmith")), "")
    yield f"\n{count:,} documents\n"
    yield "| | seconds | least–most | × empty | × mdsmith | largest process | together | exit |"
    yield "| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |"
    for subject in chosen:
        times = [one.seconds for one in subject.runs]
        codes = {one.code for one in subject.runs}
        if None in codes:
            yield f"| {subject.name} | over {limit:.0f} | | | | | | ended |"
            continue
        seconds = medians[subject.name]
        ratios = [
            f"{seconds / medians[name]:.2f}" if name in medians else "" for name in (EMPTY, mdsmith)
        ]
        largest = max(one.largest for one in subject.runs)
        together = f"{subject.together:.0f} MiB" if subject.together else "not told"
        exits = ", ".join(str(code) for code in sorted(code for code in codes if code is not None))
        yield (
            f"| {subject.name} | {seconds:.3f} | {min(times):.3f}–{max(times):.3f} | "
            f"{' | '.join(ratios)} | {largest:.0f} MiB | {together} | {exits} |"
        )


def machine() -> str:
    """Return what the figures were measured on."""
    model = platform.processor() or platform.machine()
    cpu = Path("/proc/cpuinfo")
    if cpu.is_file():
        lines = cpu.read_text(encoding="utf-8").splitlines()
        model = next((x.partition(": ")[2] for x in lines if x.startswith("model name")), model)
    load = f", load {os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else ""
    python = f"Python {platform.python_version()}"
    return f"{os.cpu_count()} cores, {model}, {platform.system()}, {python}{load}"


def main() -> None:
    """Measure as the command line says."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.check")
    parser.add_argument("--sizes", default="20,1000,10000", help="numbers of documents")
    parser.add_argument("--runs", type=int, default=5, help="runs of each")
    parser.add_argument("--peers", type=Path, help="the folder that the peers are installed in")
    parser.add_argument("--faults", action="store_true", help="a fault in every tenth document")
    parser.add_argument("--only", default="*", metavar="PATTERNS", help="subjects, as *kept*,mds*")
    parser.add_argument("--limit", type=float, default=600, help="seconds that a run may take")
    given = parser.parse_args()
    print(machine())
    for count in (int(size) for size in given.sizes.split(",")):
        with tempfile.TemporaryDirectory(prefix="wp-benchmark-") as folder:
            everything = subjects(Path(folder), count, given)
            chosen = [
                one
                for one in everything
                if one.name == EMPTY
                or any(fnmatch.fnmatch(one.name, wanted) for wanted in given.only.split(","))
            ]
            measure(chosen, given.runs, given.limit)
            print("\n".join(table(count, chosen, given.limit)), flush=True)
    print(
        "\nSeconds are medians; each subject ran once before, unmeasured. “Largest process” is the "
        "greatest\nresident set of one process; “together” is the most that a command and its "
        "children held at one\ntime, shared memory counted once, in a run of its own."
    )


if __name__ == "__main__":
    main()
