"""A unified diff of mended files, as `git apply` and `patch -p1` take it.

The form is that of POSIX `diff -u`, with git's line for a file whose last line isn't ended and
git's quotation marks around odd names (git's documentation, "git-diff", `core.quotePath`).
"""

from collections.abc import Iterator, Sequence
from difflib import unified_diff
from pathlib import Path

from wp.fixing.mend import MendedFile

_NOT_ENDED = b"\\ No newline at end of file\n"
_ODD = {'"': '\\"', "\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r"}


def diff(files: Sequence[MendedFile], root: Path) -> bytes:
    """Return the diff of files, named from the root, in the bytes that they have on the disk."""
    return b"".join(part for item in files for part in _of_file(item, root))


def _of_file(item: MendedFile, root: Path) -> Iterator[bytes]:
    name = item.file.relative_to(root).as_posix()
    # bytes that are no text pass through as they are
    old, new = (
        _lines(data.decode("utf-8", "surrogateescape")) for data in (item.before, item.after)
    )
    for number, line in enumerate(unified_diff(old, new)):
        if number == 0:
            yield f"--- {_named('a/' + name)}\n".encode()
        elif number == 1:
            yield f"+++ {_named('b/' + name)}\n".encode()
        else:
            data = line.encode("utf-8", "surrogateescape")
            yield data if data.endswith(b"\n") else data + b"\n" + _NOT_ENDED


def _lines(text: str) -> list[str]:
    """Return lines with their ends; only LF ends one here, as for git."""
    parts = text.split("\n")
    return [*(f"{part}\n" for part in parts[:-1]), *([parts[-1]] if parts[-1] else [])]


def _named(name: str) -> str:
    """Return a file's name as a diff has it: in quotation marks if odd, ended if it has a space."""
    if any(char in _ODD for char in name):
        return '"' + "".join(_ODD.get(char, char) for char in name) + '"'
    return f"{name}\t" if " " in name else name
