"""Mended files put in the place of the old ones, each whole or not at all."""

import os
import stat
import tempfile
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from wp.errors import WpError
from wp.fixing.locate import Left
from wp.fixing.mend import MendedFile

_WRITABLE = stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH


def write_files(files: Sequence[MendedFile]) -> tuple[list[MendedFile], list[Left]]:
    """Write mended files; return those written, and those left because they have changed since.

    All are made beside the old ones first, so a full disk or a folder that can't be written stops
    before anything is changed. Raises `WpError` then.
    """
    staged: list[tuple[MendedFile, Path]] = []
    written: list[MendedFile] = []
    left: list[Left] = []
    try:
        for item in files:
            if _is_changed(item):
                left.append(Left(item.path, "changed"))
            else:
                staged.append((item, _staged(item)))
        for item, new in staged:
            if _is_changed(item):
                left.append(Left(item.path, "changed"))
                continue
            _put(item, new, written)
            written.append(item)
    finally:
        for _, new in staged:
            with suppress(OSError):
                new.unlink(missing_ok=True)
    return written, left


def _is_changed(item: MendedFile) -> bool:
    """Say whether a file is no longer what was read, or has become a link."""
    try:
        return item.file.is_symlink() or item.file.read_bytes() != item.before
    except OSError:
        return True


def _staged(item: MendedFile) -> Path:
    """Write a file's new bytes beside it, with its mode, and return where they are."""
    new: Path | None = None
    try:
        status = item.file.stat()
        if not status.st_mode & _WRITABLE or not os.access(item.file, os.W_OK):
            raise WpError("read-only", path=item.path)
        handle, name = tempfile.mkstemp(prefix=".wp-", suffix=".tmp", dir=item.file.parent)
        new = Path(name)
        with os.fdopen(handle, "wb") as file:
            file.write(item.after)
            file.flush()
            os.fsync(file.fileno())
        if hasattr(os, "chown"):
            with suppress(OSError):
                os.chown(new, status.st_uid, status.st_gid)
        new.chmod(stat.S_IMODE(status.st_mode))
    except OSError as error:
        if new is not None:
            new.unlink(missing_ok=True)
        reason = error.strerror or str(error)
        raise WpError("cannot-write", path=item.path, reason=reason) from error
    return new


def _put(item: MendedFile, new: Path, written: Sequence[MendedFile]) -> None:
    try:
        new.replace(item.file)
    except OSError as error:
        reason = error.strerror or str(error)
        if not written:
            raise WpError("cannot-write", path=item.path, reason=reason) from error
        count = len(written)
        raise WpError("cannot-write-rest", path=item.path, reason=reason, count=count) from error
    with suppress(OSError):  # some systems can't open a folder
        folder = os.open(item.file.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)
