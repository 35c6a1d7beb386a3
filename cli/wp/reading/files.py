"""The files under a folder, by names that can be shown, and what keeps one from being read."""

import os
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from posixpath import splitext

from wp.findings import Fault, Span
from wp.reading.source import MAX_BYTES

START = Span(1, 1, 1, 1)
DOCUMENTS = (".md", ".yml", ".yaml")
# Files that are no documents: guides for people, what keeps a folder in git, attachments.
GUIDES = ("README.md", ".gitkeep", ".gitattributes")
_ATTACHMENTS = "attachments/"
# What would act on a terminal that shows a name, and what Windows lets no name hold.
_ACTING = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")
_NOT_EVERYWHERE = re.compile(r'[\\:*?"<>|]')


def shown_name(name: str) -> tuple[str, list[Fault]]:
    """Return a path as text in Unicode form C, and what is wrong with its characters.

    macOS decomposes names; other systems then don't find what a link with the same letters names.
    """
    shown = _ACTING.sub("\ufffd", os.fsencode(name).decode("utf-8", "replace"))
    if shown != name or _NOT_EVERYWHERE.search(name):
        return unicodedata.normalize("NFC", shown), [Fault("name-not-utf-8", START)]
    composed = unicodedata.normalize("NFC", name)
    return composed, [Fault("name-decomposed", START)] if composed != name else []


def on_disk(root: Path, path: str) -> str:
    """Return a path from a root, in Unicode form C, as the disk has it; "" when it hasn't.

    A system that takes letters as they are keeps what macOS has decomposed under another name.
    """
    found = ""
    for part in path.split("/"):
        try:
            names = [entry.name for entry in (root / found).iterdir()]
        except OSError:
            return ""
        same = [name for name in sorted(names) if unicodedata.normalize("NFC", name) == part]
        if not same:
            return ""
        found = f"{found}/{same[0]}" if found else same[0]
    return found


def files_under(root: Path, folder: str) -> Iterator[tuple[str, Fault | None]]:
    """Yield the files under a folder of a root, sorted, each with what keeps it from being read.

    Names run from the root, with "/" between their parts. A folder named like a document, one that
    can't be listed, and a link are yielded as well. Paths are put together as text, for `Path`
    takes longer over ten thousand of them than the system.
    """
    base, real = str(root), root.resolve()
    waiting = [folder]
    while waiting:
        above = waiting.pop()
        try:
            with os.scandir(f"{base}/{above}") as listing:
                entries = sorted(listing, key=lambda entry: entry.name)
        except OSError as error:
            yield above, unreadable(error)
            continue
        folders: list[str] = []
        for entry in entries:
            name = f"{above}/{entry.name}"
            if not entry.is_dir(follow_symlinks=False) or is_document(entry.name):
                yield name, _obstacle(real, entry)
            elif entry.name != ".git":
                folders.append(name)
        waiting.extend(reversed(folders))


def is_document(name: str) -> bool:
    """Say whether a file is named like a document or a register."""
    return splitext(name)[1] in DOCUMENTS


def unreadable(error: OSError) -> Fault:
    """Return the fault of a file that the system won't let us read."""
    return Fault("unreadable", START, {"reason": error.strerror or str(error)})


def _obstacle(root: Path, entry: os.DirEntry[str]) -> Fault | None:
    """Return why a file can't be read, None when it can. `root` is without links."""
    try:
        if entry.is_symlink():
            target = Path(entry.path).resolve()
            if not target.is_relative_to(root):
                return Fault("link-outside", START)
            if not target.is_file():
                return Fault("link-unusable", START)
        if entry.is_dir():
            return Fault("folder-as-document", START)
        if not entry.is_file():
            return Fault("not-a-file", START)
        size = entry.stat().st_size
    except OSError as error:
        return unreadable(error)
    except RuntimeError:  # links that lead to each other, in Python before 3.13
        return Fault("link-unusable", START)
    if size > MAX_BYTES and is_document(entry.name):
        return Fault("too-large", START, {"bytes": size, "limit": MAX_BYTES})
    return None


def belongs(name: str) -> bool:
    """Say whether a file that no template reads has its place under `content/` all the same."""
    below = name.partition("/")[2]
    return below.rpartition("/")[2] in GUIDES or below.startswith(_ATTACHMENTS)
