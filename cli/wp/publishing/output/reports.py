"""Reports of `wp check` that lie in `build/`: known by their sum, so that none is taken for extra.

`build/.reports` lists them as `sha256sum` does: a sum, two spaces, and a path from `build/`.
"""

from contextlib import suppress
from pathlib import Path

from wp.publishing.output.manifest import file_digest

_LIST = ".reports"


def remember_report(file: Path, build: Path) -> None:
    """Note a report that was just written, when it lies in `build/`.

    Where that can't be done, nothing is lost but what `wp build --verify` says of the file.
    """
    with suppress(OSError, ValueError):
        path = file.resolve().relative_to(build.resolve()).as_posix()
        known = {**_listed(build), path: file_digest(file)}
        lines = [f"{total}  {name}\n" for name, total in sorted(known.items())]
        (build / _LIST).write_text("".join(lines), encoding="utf-8")


def is_report(path: str, build: Path) -> bool:
    """Say whether a file, by its path from `build/`, is a report just as `wp check` wrote it."""
    total = _listed(build).get(path)
    with suppress(OSError):
        return total is not None and file_digest(build / path) == total
    return False


def _listed(build: Path) -> dict[str, str]:
    """Return the sums of the reports that are still there, by path."""
    try:
        lines = (build / _LIST).read_text(encoding="utf-8").splitlines()
    except (OSError, ValueError):
        return {}
    pairs = (line.split("  ", 1) for line in lines if "  " in line)
    return {path: total for total, path in pairs if (build / path).is_file()}
