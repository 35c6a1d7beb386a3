"""Outputs replaced file by file, so that a stop on the way can be undone.

The way for a `build/` that can't trade places as a folder (see `replace`). A journal, safe on the
disk before the first move, names every file; each old one is moved aside and not overwritten. Until
the journal is gone the old set counts and can be put back, by whoever comes next; when it is gone
the new one does.
"""

import json
import os
import shutil
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Any

from wp.publishing.output.files import (
    names_below,
    parents_are_folders,
    remove_emptied,
    sync,
    sync_folder,
)

_WORK = Path(".wp-cache", "replace")


def replace_by_journal(build: Path, new: Path, gone: Collection[str]) -> None:
    """Let the files below `new` take the place of those in `build`, and take `gone` away.

    When a file is in use (Windows) or can't be moved, the old set is put back and `OSError` raised.
    """
    work = build / _WORK
    names = names_below(new)
    try:
        for name in names:
            target = work / "new" / name
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(new / name, target)
            sync(target)
        fresh = [name for name in names if not os.path.lexists(build / name)]
        _begin(work, {"names": [*names, *gone], "fresh": fresh})
        for name in (*names, *gone):
            _move(build / name, work / "old" / name)
            _move(work / "new" / name, build / name)
        remove_emptied(build, gone)
        sync_folder(build)
        (work / "journal.json").unlink()
    except OSError:
        undo(build)
        raise
    _tidy(work)


def undo(build: Path) -> None:
    """Put back what an interrupted replacement had moved aside; nothing where none was.

    May itself be interrupted and done again. Raises `OSError` when a file can't be moved back.
    """
    work = build / _WORK
    if not os.path.lexists(work) or not parents_are_folders(build, f"{_WORK.as_posix()}/journal"):
        return
    journal = _read(work)
    for name in journal["names"]:
        if not parents_are_folders(build, name):
            continue  # a journal that isn't ours leads nowhere else
        old = work / "old" / name
        if os.path.lexists(old):
            _move(old, build / name)
        elif name in journal["fresh"] and not os.path.lexists(work / "new" / name):
            (build / name).unlink(missing_ok=True)
    (work / "journal.json").unlink(missing_ok=True)
    _tidy(work)


def _begin(work: Path, journal: Mapping[str, list[str]]) -> None:
    """Write the journal whole."""
    made = work / "journal.new"
    work.mkdir(parents=True, exist_ok=True)
    made.write_text(json.dumps(journal), encoding="utf-8")
    sync(made)
    made.replace(work / "journal.json")
    sync_folder(work)


def _read(work: Path) -> dict[str, list[str]]:
    """Return the journal; an empty one when nothing had been moved yet."""
    try:
        journal: Any = json.loads((work / "journal.json").read_text(encoding="utf-8"))
        return {key: [str(name) for name in journal[key]] for key in ("names", "fresh")}
    except (OSError, ValueError, KeyError, TypeError):
        return {"names": [], "fresh": []}


def _move(source: Path, target: Path) -> None:
    """Move a file if it is there."""
    if os.path.lexists(source):
        target.parent.mkdir(parents=True, exist_ok=True)
        source.replace(target)


def _tidy(work: Path) -> None:
    shutil.rmtree(work, ignore_errors=True)
    try:
        work.parent.rmdir()
    except OSError:
        return  # not empty: others keep something there
