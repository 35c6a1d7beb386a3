"""Where a repository is read from: a folder, with some of its files as they were or will be."""

import unicodedata
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from wp.findings import Fault
from wp.reading.attached import attached_fault
from wp.reading.files import START, files_under, is_document, shown_name
from wp.reading.source import MAX_BYTES


@dataclass(frozen=True)
class Tree:
    """A council's folder as it is read. Names run from `root`, with "/" between their parts.

    `instead` are files that count as having other bytes than those on disk, or as being there at
    all. `only`, unless None, are the names in Unicode form C of the files on disk that count.
    """

    root: Path
    instead: Mapping[str, bytes] = field(default_factory=dict)
    only: frozenset[str] | None = None

    def files(self, folder: str) -> Iterator[tuple[str, Fault | None]]:
        """Yield the files below a folder, each with what keeps it from being read, if anything.

        Those on disk come first, as `files_under` gives them.
        """
        replaced = {composed(name) for name in self.instead}
        for name, trouble in files_under(self.root, folder):
            if self._counts(name, replaced):
                yield name, trouble or attached_trouble(name, self.read)
        for name in sorted(self.instead):
            if name.startswith(f"{folder}/"):
                trouble = _too_large(name, self.instead[name])
                yield name, trouble or attached_trouble(name, self.read)

    def forms(self, folder: str) -> list[str]:
        """Return what lies directly in a folder and is named like a document, sorted by name."""
        replaced = {composed(name) for name in self.instead}
        there = self.root / folder
        names = [f"{folder}/{path.name}" for path in (there.glob("*.*") if there.is_dir() else ())]
        names = [name for name in names if self._counts(name, replaced)]
        names += [name for name in self.instead if str(PurePosixPath(name).parent) == folder]
        return sorted(name for name in names if is_document(name))

    def read(self, name: str) -> bytes:
        """Return a file's bytes.

        Raises `OSError` when the file has to be read from disk and can't be.
        """
        given = self.instead.get(name)
        if given is not None:
            return given
        with open(f"{self.root}/{name}", "rb") as file:  # noqa: PTH123 - see `files_under`
            return file.read()

    def _counts(self, name: str, replaced: set[str]) -> bool:
        """Say whether a file on disk is part of the tree as it stands there."""
        if self.only is None and not replaced:
            return True
        known = composed(name)
        return known not in replaced and (self.only is None or known in self.only)


def attached_trouble(name: str, read: Callable[[str], bytes]) -> Fault | None:
    """Return what is wrong with a file that is attached, None for a document."""
    return None if is_document(name) else attached_fault(name, lambda: read(name))


def composed(name: str) -> str:
    """Return a name in Unicode form C, as git, macOS and the command line can agree on it."""
    return unicodedata.normalize("NFC", shown_name(name)[0])


def _too_large(name: str, data: bytes) -> Fault | None:
    """Return the fault that a file of this size has on disk."""
    if len(data) > MAX_BYTES and is_document(name):
        return Fault("too-large", START, {"bytes": len(data), "limit": MAX_BYTES})
    return None
