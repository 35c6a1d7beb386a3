"""The only door to pandoc: a document in pandoc's JSON goes in, a Word file's bytes come out."""

import json
import os
import subprocess
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from wp.errors import WpError

# Of pandoc-types, whose first two numbers pandoc compares with its own: pandoc 3.0 to 3.9 at least.
API_VERSION = (1, 23, 1)

# A hundred pages take half a second. Only a hung machine needs more than this.
SECONDS = 120


def to_docx(document: Mapping[str, Any], reference: bytes, name: str) -> bytes:
    """Return `document`, `{"meta": …, "blocks": …}` in pandoc's JSON, as a Word file.

    Its styles, page, header and footer come from `reference`, a Word file. Pandoc runs in its
    sandbox: it reads no other file and no address, so pictures must stand in the document as
    `data:` addresses. Neither the clock nor the user's own pandoc settings change what comes out.

    Raises `WpError` for the document `name` when pandoc fails, or leaves something out and warns.
    """
    source = json.dumps({"pandoc-api-version": API_VERSION, **document}).encode()
    with TemporaryDirectory(prefix="wp-") as folder:
        styles = Path(folder, "reference.docx")
        styles.write_bytes(reference)
        command = [
            _binary(),
            "--sandbox",
            "--fail-if-warnings",
            "--from=json",
            "--to=docx",
            "--syntax-highlighting=none",
            f"--reference-doc={styles}",
            f"--data-dir={folder}",
            "--output=-",
        ]
        try:
            done = subprocess.run(
                command,
                input=source,
                capture_output=True,
                timeout=SECONDS,
                check=False,
                env={**os.environ, "SOURCE_DATE_EPOCH": "0"},
            )
        except (OSError, subprocess.TimeoutExpired) as error:
            raise WpError("tool-failed", tool="pandoc", name=name, reason=str(error)) from error
    if done.returncode:
        reason = done.stderr.decode(errors="replace").strip()
        raise WpError("tool-failed", tool="pandoc", name=name, reason=reason)
    return done.stdout


@cache
def pandoc_version() -> str:
    """Return pandoc's version, such as "3.9"; "" when it can't be asked."""
    from wp.caching.made import keep, kept, key_of

    # to start it takes longer than all else that a known build needs
    key = key_of(b"pandoc", pandoc_key().encode())
    known = kept(key)
    version = _asked_version() if known is None else known.decode()
    if version and known is None:
        keep(key, version.encode())
    return version


def _asked_version() -> str:
    try:
        done = subprocess.run(
            [_binary(), "--version"], capture_output=True, timeout=SECONDS, check=True
        )
    except (OSError, subprocess.SubprocessError):
        return ""
    return done.stdout.decode(errors="replace").partition("\n")[0].split()[-1]


def pandoc_key() -> str:
    """Return what identifies the pandoc that is used, without asking it: where, when, how large."""
    try:
        path = Path(_binary())
        stat = path.stat()
    except OSError:
        return ""
    return f"{path} {stat.st_size} {stat.st_mtime_ns}"


def _binary() -> str:
    """Return the path of the pandoc that the wheel brings, else of the machine's own.

    The wheel's comes first although pypandoc prefers a newer one: the same tools everywhere give
    the same bytes everywhere.
    """
    import pypandoc

    for file in ("pandoc", "pandoc.exe"):
        shipped = Path(pypandoc.__file__).parent / "files" / file
        if shipped.is_file():
            return str(shipped)
    return str(pypandoc.get_pandoc_path())
