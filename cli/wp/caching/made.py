"""What was made in a build, kept for the next one by a key of everything that it is made from.

Each thing is a file that begins with a digest of its key and itself, so that what is damaged, half
written or another's is as good as nothing. All of it may be deleted at any time; it is never more
than `_MOST` bytes.
"""

import hashlib
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from contextvars import ContextVar
from pathlib import Path

from wp.caching.place import cache_folder, digest, put_file

_KIND = "made"
_SEAL = 32  # bytes of SHA-256
_MOST = 256 * 1024 * 1024
_LARGEST = 128 * 1024 * 1024  # of one thing; more would soon be all that is kept


_USED = ContextVar("used", default=True)


@contextmanager
def nothing_kept() -> Iterator[None]:
    """Make everything here anew: what is kept isn't looked at, and nothing more is kept."""
    before = _USED.set(False)
    try:
        yield
    finally:
        _USED.reset(before)


def key_of(*parts: bytes) -> str:
    """Return the key of what is made from these parts, and from nothing else."""
    return digest(parts)


def kept_or_made(key: str, make: Callable[[], bytes]) -> bytes:
    """Return what was made under a key before, or make it now and keep it.

    Raises what `make` raises; nothing is kept then.
    """
    found = kept(key)
    if found is None:
        found = make()
        keep(key, found)
    return found


def kept(key: str) -> bytes | None:
    """Return what is kept under a key; None for nothing, and for what is damaged."""
    if not _USED.get():
        return None
    try:
        path = cache_folder() / _KIND / key
        data = path.read_bytes()
        content = data[_SEAL:]
        if _seal(key, content) != data[:_SEAL]:
            return None
        os.utime(path)  # what is used stays longest
    except (OSError, RuntimeError):
        return None
    return content


def keep(key: str, content: bytes) -> None:
    """Keep something under a key; where that can't be done, it is made again next time."""
    if len(content) <= _LARGEST and _USED.get():
        put_file(_KIND, key, (_seal(key, content), content), _forget_old)


def _seal(key: str, content: bytes) -> bytes:
    sha = hashlib.sha256(key.encode())
    sha.update(content)
    return sha.digest()


def _forget_old(folder: Path) -> None:
    """Delete what wasn't used for longest. What the clock says decides nothing else."""
    found = []
    with os.scandir(folder) as listing:
        for entry in listing:
            with suppress(OSError):  # another run has deleted it
                stat = entry.stat()
                found.append((stat.st_mtime_ns, stat.st_size, entry.path))
    room = _MOST
    for _, size, path in sorted(found, reverse=True):
        room -= size
        if room < 0:
            with suppress(OSError):
                Path(path).unlink()
