"""Writes a report to a file: whole or not at all, and never over the council's own."""

import os
import stat
from pathlib import Path

from wp.errors import WpError
from wp.reading.places import CONTENT, TEMPLATES

_PRIVATE = (CONTENT, TEMPLATES)


def require_writable(file: Path, root: Path) -> None:
    """Make sure that a report may be written to a file.

    Raises `WpError` for a folder, for a file whose folder isn't there, and for anything below
    `content/` or `templates/`, reached through a symbolic link too.
    """
    target = _target(file)
    if target.is_dir():
        raise WpError("output-folder", path=file)
    if not target.parent.is_dir():
        raise WpError("output-no-folder", folder=file.parent)
    for name in _PRIVATE:
        own = root / name
        # asked of the file system, which may see no difference between Content and content
        if own.is_dir() and any(folder.samefile(own) for folder in target.parents):
            raise WpError("output-private", path=file, folder=f"{name}/")


def write_whole(file: Path, text: str) -> None:
    """Replace a file by a text in UTF-8, with the line ends that it has.

    A pipe or a device is written to, as there is nothing to replace.

    Raises `WpError` when it can't be written; a file that was there is as it was.
    """
    from tempfile import mkstemp

    target, data = _target(file), text.encode("utf-8", "replace")
    try:
        mode = stat.S_IMODE(target.stat().st_mode) if target.exists() else 0o666 & ~_umask()
        if target.exists() and not target.is_file():
            with target.open("wb") as stream:
                stream.write(data)
            return
        number, name = mkstemp(prefix=f".{target.name[:40]}.", dir=target.parent)
        new = Path(name)
        try:
            with os.fdopen(number, "wb") as stream:
                stream.write(data)
                stream.flush()
                os.fsync(stream.fileno())
            new.chmod(mode)
            new.replace(target)
        except BaseException:
            new.unlink(missing_ok=True)
            raise
    except OSError as error:
        raise WpError("cannot-write", path=file, reason=error.strerror or error) from error


def _target(file: Path) -> Path:
    """Return the file itself where a symbolic link is named.

    Raises `WpError` for links that lead in a circle.
    """
    try:
        return file.resolve()
    except (OSError, RuntimeError) as error:
        raise WpError("cannot-write", path=file, reason=str(error)) from error


def _umask() -> int:
    """Return what new files are not allowed; it can only be read by setting it."""
    mask = os.umask(0)
    os.umask(mask)
    return mask
