"""The language that `wp --help` speaks, settled before anything is read.

The same order as everywhere: `--lang`, else `WP_LANG`, else the programme's; Danish where there is
no programme.
"""

import os
import re
import sys
from functools import cache
from pathlib import Path

_OPTION = re.compile(r"--lang(?:=|\s+)(da|en)\b")
_LANGUAGE = re.compile(r"^language:\s*['\"]?(da|en)\b", re.MULTILINE)
_FRONT = 4096  # characters; a programme's language stands near its top


def say(danish: str, english: str) -> str:
    """Return the text of the two that the reader of a help page wants."""
    return english if _language() == "en" else danish


@cache
def _language() -> str:
    if found := _OPTION.search(" ".join(sys.argv[1:])):
        return found[1]
    if (wanted := os.environ.get("WP_LANG")) in ("da", "en"):
        return wanted
    try:
        here = Path.cwd()
    except OSError:  # the folder is gone
        return "da"
    for folder in (here, *here.parents):
        try:
            with (folder / "content" / "programme.md").open(encoding="utf-8") as file:
                found = _LANGUAGE.search(file.read(_FRONT))
        except (OSError, UnicodeDecodeError):
            continue
        return found[1] if found else "da"
    return "da"
