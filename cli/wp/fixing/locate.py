"""Where a document stands on the disk, and whether it may be changed there."""

import unicodedata
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from wp.reading.document import Document
from wp.reading.source import decode

Reason = Literal["link", "changed", "unreadable"]


@dataclass(frozen=True, slots=True)
class Left:
    """A file that is left alone, and why."""

    path: str
    reason: Reason


def locate(root: Path, document: Document) -> tuple[Path, bytes] | Left:
    """Return a document's file and its bytes, which are those that were read.

    A file that a symbolic link leads to may stand anywhere, so what is behind one is left alone.
    """
    file = _file(root, document.path)
    if file is None:
        return Left(document.path, "changed")
    folders = (file, *file.parents)[: len(Path(document.path).parts)]
    if any(path.is_symlink() for path in folders):
        return Left(document.path, "link")
    try:
        data = file.read_bytes()
    except OSError:
        return Left(document.path, "unreadable")
    source, faults = decode(document.path, data)
    mended = {fault.name for fault in faults}
    if source.text != document.source.text or not mended <= {f.name for f in document.faults}:
        return Left(document.path, "changed")
    return file, data


def _file(root: Path, name: str) -> Path | None:
    """Return the file of a name in Unicode form C, which the disk may hold in another form."""
    path = root
    for part in name.split("/"):
        if (path / part).exists() or (path / part).is_symlink():
            path = path / part
            continue
        try:
            entries = list(path.iterdir())
        except OSError:
            return None
        same = [e for e in entries if unicodedata.normalize("NFC", e.name) == part]
        if len(same) != 1:
            return None
        path = same[0]
    return path
