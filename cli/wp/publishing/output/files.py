"""Small truths about files: which there are, where they lead, and that they are on the disk."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath


def walk(folder: Path) -> Iterator[tuple[Path, list[str], list[str]]]:
    """Yield each folder from `folder` down with the names of its folders and files.

    Raises `OSError` for one that can't be read, which `os.walk` would leave out in silence.
    """

    def fail(error: OSError) -> None:
        raise error

    for above, folders, files in os.walk(folder, onerror=fail):
        yield Path(above), folders, files


def names_below(folder: Path) -> list[str]:
    """Return every file below a folder, links too, by its path from there with "/", sorted."""
    found = []
    for above, _, files in walk(folder):
        found += [(above / name).relative_to(folder).as_posix() for name in files]
    return sorted(found)


def write_below(folder: Path, name: str, data: bytes) -> None:
    """Write a file below a folder, with the folders between.

    Raises `OSError` that names the file, which the system leaves out when there is no room.
    """
    target = folder / name
    target.parent.mkdir(parents=True, exist_ok=True)
    try:
        target.write_bytes(data)
    except OSError as error:
        raise OSError(error.errno, error.strerror, str(target)) from error


def parents_are_folders(base: Path, name: str) -> bool:
    """Say whether a path from `base` stays below it, over folders that are no links.

    Folders that aren't there yet are none.
    """
    path = PurePosixPath(name)
    if path.is_absolute() or not path.parts or ".." in path.parts or "\\" in name or ":" in name:
        return False
    return not any((base / parent).is_symlink() for parent in path.parents if parent.parts)


def remove_emptied(base: Path, gone: Iterable[str]) -> None:
    """Remove the folders below `base` that the last of these files has left."""
    for name in gone:
        for parent in PurePosixPath(name).parents[:-1]:
            try:
                (base / parent).rmdir()
            except OSError:
                break  # something else is there, or it is gone already


def sync(path: Path) -> None:
    """Return when a file's content is on the disk."""
    # Windows syncs only what may be written to
    file = os.open(path, os.O_RDWR | getattr(os, "O_BINARY", 0))
    try:
        os.fsync(file)
    finally:
        os.close(file)


def sync_folder(path: Path) -> None:
    """Return when the names in a folder are on the disk, where the system can promise that."""
    try:
        file = os.open(path, os.O_RDONLY)
    except OSError:
        return  # Windows opens no folder
    try:
        os.fsync(file)
    except OSError:
        return  # a network file system that keeps names its own way
    finally:
        os.close(file)
