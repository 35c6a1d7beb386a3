"""Where a council's folder is and where the forms are, found without reading any document."""

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Literal

from wp.errors import WpError

CONTENT = "content"
TEMPLATES = "templates"


def find_root(start: Path) -> Path:
    """Return the nearest folder upwards from `start` that holds `content/programme.md`.

    Raises `WpError` when there is none.
    """
    for folder in (start, *start.parents):
        if (folder / CONTENT / "programme.md").is_file():
            return folder
    raise WpError("no-root", start=start)


def is_under(path: str, names: Sequence[str]) -> bool:
    """Say whether a path is one of those named, or lies below one."""
    return any(path == name or path.startswith(f"{name}/") for name in names)


def packaged_templates() -> Path:
    """Return the folder of the forms that come with `wp`, installed or in a source tree."""
    package = Path(__file__).resolve().parents[1]
    installed = package / TEMPLATES
    return installed if installed.is_dir() else package.parents[1] / TEMPLATES


def peek_language(root: Path) -> Literal["da", "en"]:
    """Return the language of a programme that may not be readable as a whole; Danish if unsaid."""
    try:
        text = (root / CONTENT / "programme.md").read_text("utf-8", "replace")
    except OSError:
        return "da"
    return "en" if re.search(r"^language:\s*['\"]?en\b", text, re.MULTILINE) else "da"
