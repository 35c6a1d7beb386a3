"""Locks that the system gives back when their holder ends, however it ends.

They are locks on open files (flock on Linux and macOS, locking on Windows), so that no process
number has to be trusted and nothing has to be cleaned up after a kill.
"""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Hold the lock of a file, made when it is missing; wait for whoever has it.

    Where the file system knows no locks, this goes on without: whatever it guards must be whole
    then too, only not in turn. Raises `OSError` when the file can't be opened.
    """
    file = _opened(path)
    try:
        _take(file, wait=True)
        yield
    finally:
        os.close(file)


def hold(path: Path) -> int | None:
    """Take the lock of a file for as long as this process keeps what is returned open.

    None when somebody else has it, or the file system knows no locks.
    """
    file = _opened(path)
    if _take(file, wait=False):
        return file
    os.close(file)
    return None


def _opened(path: Path) -> int:
    return os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0), 0o644)


def _take(file: int, *, wait: bool) -> bool:
    """Lock an open file; say whether that went well."""
    if sys.platform == "win32":
        while True:
            try:
                msvcrt.locking(file, msvcrt.LK_LOCK if wait else msvcrt.LK_NBLCK, 1)
            except OSError as error:
                # waiting gives up after ten tries, a second apart
                if wait and error.winerror in (None, 33):
                    continue
                return False
            return True
    try:
        fcntl.flock(file, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
    except OSError:
        return False
    return True
