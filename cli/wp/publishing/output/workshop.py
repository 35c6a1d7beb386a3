"""Where a build makes its outputs before any of them is shown."""

import errno
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from wp.publishing.output.locks import hold, locked

CACHE = ".wp-cache"
_PREFIX = "build-"
_ALIVE = "alive"
# What says that we may not write in a place, and not that it is full.
_CLOSED = frozenset({errno.EACCES, errno.EPERM, errno.EROFS, errno.ENOTDIR, errno.EEXIST})


@dataclass(frozen=True)
class Workshop:
    """A folder for one build alone. Outputs are made in `new`; `set` is a name for a whole set.

    `lock` is the file whose lock stands for the council's `build/`.
    """

    folder: Path
    lock: Path

    @property
    def new(self) -> Path:
        """The folder of the new outputs."""
        return self.folder / "new"

    @property
    def set(self) -> Path:
        """Where the next `build/` is put together; not there yet."""
        return self.folder / "set"


@contextmanager
def workshop(root: Path, build: Path) -> Iterator[Workshop]:
    """Give a build a workshop of its own on the file system of the root, and clear it away.

    It lies in `.wp-cache/`, outside `build/`, where nobody sees what is half made and where a whole
    set can trade places with `build/`. Where nothing can be written there it lies in
    `build/.wp-cache/`. What a killed build left behind is cleared first; a build that still runs
    holds a lock in its workshop. Raises `OSError` when there is room in neither.
    """
    try:
        cache = _cache(root)
    except OSError as error:
        if error.errno not in _CLOSED:
            raise
        build.mkdir(exist_ok=True)
        cache = _cache(build)
    with locked(cache / "build.lock"):
        _clear(cache)
        folder = Path(tempfile.mkdtemp(prefix=_PREFIX, dir=cache))
        alive = hold(folder / _ALIVE)
    try:
        (folder / "new").mkdir()
        yield Workshop(folder, cache / "build.lock")
    finally:
        if alive is not None:
            os.close(alive)
        shutil.rmtree(folder, ignore_errors=True)


def _cache(folder: Path) -> Path:
    """Return the folder for what may be deleted, made when missing, hidden from git.

    Raises `OSError` when it can't be written to, or is a link that leads elsewhere.
    """
    cache = folder / CACHE
    cache.mkdir(exist_ok=True)
    if cache.is_symlink():
        raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), str(cache))
    with suppress(FileExistsError), (cache / ".gitignore").open("x", encoding="utf-8") as ignore:
        ignore.write("*\n")
    tempfile.TemporaryFile(dir=cache).close()
    return cache


def _clear(cache: Path) -> None:
    """Remove the workshops whose build is no longer running."""
    for folder in cache.glob(f"{_PREFIX}*"):
        if folder.is_symlink() or not (folder / _ALIVE).is_file():
            continue
        alive = hold(folder / _ALIVE)
        if alive is not None:
            os.close(alive)
            shutil.rmtree(folder, ignore_errors=True)
