"""Two folders of one file system trade names in a single step, where the system can do that.

Linux has `renameat2(…, RENAME_EXCHANGE)` (renameat2(2), since 3.15), macOS `renamex_np(…,
RENAME_SWAP)` (since 10.12, on APFS). No other call replaces a folder that isn't empty, and Python
has neither, so this goes through the C library. Windows has no such step.
"""

import ctypes
import errno
import os
import sys
from pathlib import Path

_HERE = -100  # AT_FDCWD: paths count from where we stand; absolute ones don't care
_EXCHANGE = 2  # RENAME_EXCHANGE, and RENAME_SWAP likewise


def exchange(one: Path, other: Path) -> None:
    """Let two existing folders trade names at once: nobody ever finds one of the names missing.

    Raises `OSError`: `ENOSYS` where the system has no such call, `EXDEV`, `EBUSY` or `EINVAL` where
    it can't be done for these two (another file system, a mount point, a file system without it).
    """
    first, second = os.fsencode(one.absolute()), os.fsencode(other.absolute())
    if sys.platform == "win32":
        raise OSError(errno.ENOSYS, os.strerror(errno.ENOSYS), str(one))
    library = ctypes.CDLL(None, use_errno=True)
    if hasattr(library, "renameat2"):
        failed = library.renameat2(_HERE, first, _HERE, second, _EXCHANGE)
    elif hasattr(library, "renamex_np"):
        failed = library.renamex_np(first, second, _EXCHANGE)
    else:
        raise OSError(errno.ENOSYS, os.strerror(errno.ENOSYS), str(one))
    if failed:
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number), str(one))
