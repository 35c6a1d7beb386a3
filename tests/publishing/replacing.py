"""A small replacement of outputs, killed or made to fail at each of its steps in turn.

    python -m tests.publishing.replacing ROOT exchange|journal kill|fail|full

Steps are what Python itself tells an audit hook: every file opened, linked, moved, made or removed.
Each try is a process of its own. Prints, as JSON, for every step: the exit status (-9 when killed),
the files found in `build/`, those found once an interrupted journal is undone, and those found
after one more replacement, with what is left of workshops.
"""

import errno
import itertools
import json
import os
import shutil
import signal
import sys
import traceback
from pathlib import Path

from wp.publishing.output.locks import locked
from wp.publishing.output.replace import recover, replace_outputs
from wp.publishing.output.workshop import workshop

OLD = {"a.txt": "old", "stays.txt": "stays", "d/b.txt": "old", "d/stays.txt": "stays", "x/y": "old"}
NEW = {"a.txt": "new", "d/b.txt": "new", "e/f/g.txt": "new"}
GONE = ("x/y",)
AFTER = {**{name: text for name, text in OLD.items() if name not in GONE}, **NEW}


def write(folder: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")


class Steps:
    """Counts steps; at the one given the process is killed, or the step fails."""

    def __init__(self, last: int, way: str) -> None:
        self.count, self.last, self.way, self.on = 0, last, way, False

    def __call__(self, event: str, _: object) -> None:
        if not self.on or not event.startswith(("os.", "open", "ctypes.dlopen")):
            return
        self.count += 1
        if self.count != self.last:
            return
        if self.way == "kill":
            os.kill(os.getpid(), signal.SIGKILL)
        number = errno.ENOSPC if self.way == "full" else errno.EACCES
        raise OSError(number, os.strerror(number), "x")


def place(root: Path, way: str) -> Path:
    """Make a folder with a `build/` that can trade places, or that is a link and can't."""
    shutil.rmtree(root, ignore_errors=True)
    root.mkdir()
    if way == "journal":
        (root / "out").mkdir()
        (root / "build").symlink_to("out")
    else:
        (root / "build").mkdir()
    write(root / "build", OLD)
    return root / "build"


def replace(build: Path, steps: Steps) -> None:
    with workshop(build.parent, build) as made:
        write(made.new, NEW)
        with locked(made.lock):
            steps.on = True
            try:
                replace_outputs(build, made, GONE)
            finally:
                steps.on = False


def stopped_at(build: Path, steps: Steps) -> int:
    """Replace the outputs in a process of its own; return its exit status."""
    child = os.fork()
    if child:
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    sys.addaudithook(steps)
    try:
        replace(build, steps)
    except OSError:
        os._exit(1)
    except BaseException:
        traceback.print_exc()
        os._exit(3)
    # the last step has passed when this one was never reached
    os._exit(0 if steps.count >= steps.last else 2)


def texts(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): path.read_text("utf-8")
        for path in folder.rglob("*")
        if path.is_file() and ".wp-cache" not in path.parts
    }


def main() -> None:
    root, way, how = Path(sys.argv[1]), sys.argv[2], sys.argv[3]
    outcomes = []
    for step in itertools.count(1):
        build = place(root, way)
        status = stopped_at(build, Steps(step, how))
        found = texts(build)
        recover(build)
        mended = texts(build)
        replace(build, Steps(0, "none"))
        left = [path.name for path in (*root.glob(".wp-cache/build-*"), *build.glob(".*"))]
        outcomes.append((status, found, mended, texts(build), left))
        if status not in (0, 1, -signal.SIGKILL):
            break
    print(json.dumps(outcomes))


if __name__ == "__main__":
    main()
