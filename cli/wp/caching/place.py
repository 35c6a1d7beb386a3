"""Where things are kept between runs, and how: whole or not at all, and safe to delete."""

import hashlib
import os
import platform
import sys
import tempfile
from collections.abc import Callable, Iterable
from contextlib import suppress
from functools import cache
from pathlib import Path

from wp import __version__

_KEPT = 16  # entries of a kind: branches that a person goes back and forth between, and councils


def cache_folder() -> Path:
    """Return the folder that the system has for what may be deleted.

    Raises `RuntimeError` when whoever runs this has no home.
    """
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA") or str(Path.home())
    elif sys.platform == "darwin":
        base = str(Path.home() / "Library" / "Caches")
    else:
        base = os.environ.get("XDG_CACHE_HOME") or str(Path.home() / ".cache")
    return Path(base) / "wp"


def digest(parts: Iterable[bytes]) -> str:
    """Return a SHA-256 of parts that changes when any of them does, or where one ends."""
    sha = hashlib.sha256()
    for part in parts:
        sha.update(len(part).to_bytes(8, "big"))
        sha.update(part)
    return sha.hexdigest()


def read_entry(kind: str, key: str) -> bytes | None:
    """Return what is kept under a key; None for nothing, and for what is damaged."""
    try:
        data = (cache_folder() / kind / key).read_bytes()
    except (OSError, RuntimeError):
        return None
    seal, content = data[:32], data[32:]
    return content if hashlib.sha256(content).digest() == seal else None


def write_entry(kind: str, key: str, content: bytes) -> None:
    """Keep something under a key; where that can't be done, it is worked out again next time."""
    put_file(kind, key, (hashlib.sha256(content).digest(), content), _forget_old)


def put_file(
    kind: str, key: str, parts: Iterable[bytes], forget_old: Callable[[Path], None]
) -> None:
    """Write a file of a kind, if that can be done, and let `forget_old` make room in its folder.

    It appears whole, so that two runs at once and an interrupted one do no harm.
    """
    new = None
    try:
        folder = cache_folder() / kind
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=folder, prefix=".new-", delete=False) as file:
            new = Path(file.name)
            file.writelines(parts)
        new.replace(folder / key)
        new = None
        forget_old(folder)
    except (OSError, RuntimeError):
        return
    finally:
        if new is not None:
            with suppress(OSError):
                new.unlink()


def _forget_old(folder: Path) -> None:
    """Delete the entries that were kept longest ago. What the clock says decides nothing else."""
    with os.scandir(folder) as listing:
        entries = sorted(
            ((entry.stat().st_mtime_ns, entry.path) for entry in listing), reverse=True
        )
    for _, path in entries[_KEPT:]:
        with suppress(OSError):
            Path(path).unlink()


@cache
def tools() -> bytes:
    """Return what identifies this `wp`: its version, its code, its Python and its libraries.

    Code is known by the names, sizes and times of its files, so that an edited copy isn't taken for
    the version that it was; libraries are known by the folders that installers name after them.
    """
    package = Path(__file__).resolve().parents[1]
    code = []
    for folder, names, files in os.walk(package):
        names[:] = [name for name in names if name != "__pycache__"]
        for name in files:
            stat = (Path(folder) / name).stat()
            code.append(f"{folder}/{name} {stat.st_size} {stat.st_mtime_ns}")
    libraries: set[str] = set()
    for place in {entry for entry in sys.path if entry.endswith("-packages")}:
        with suppress(OSError), os.scandir(place) as listing:
            libraries.update(entry.name for entry in listing if entry.name.endswith("-info"))
    parts = [__version__, platform.python_version(), *sorted(code), *sorted(libraries)]
    return digest(part.encode("utf-8", "surrogateescape") for part in parts).encode()
