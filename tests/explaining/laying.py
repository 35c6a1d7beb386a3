"""Lays an example of a rule's page into a copy of the valid repository in `tests/cases_base`.

The convention is told in `wp/explaining/page.py`.
"""

import re
import shutil
from pathlib import Path

from wp.checking.engine import check_repository
from wp.explaining.page import Example, Excerpt
from wp.findings import Diagnostic
from wp.publishing.layout import layouts
from wp.reading.repository import read_repository

BASE = Path(__file__).resolve().parents[1] / "cases_base"
_KEY = re.compile(r"^([\w-]+):(?: |$)")
_HEADING = re.compile(r"^(#+) (.+)$")
_UNSEEN = re.compile(r"⟨U\+([0-9A-F]{4})⟩")
_BYTE = re.compile(r"⟨([0-9A-F]{2})⟩")
_ESCAPED = 0xDC00  # what Python adds to a byte that is no UTF-8, in text and in file names
FENCE = "---\n"
_ONCE = ("activities", "decisions", "actions", "issued")  # what a copy can't say again


def findings(example: Example, root: Path, *, paper: bool = False) -> list[Diagnostic]:
    """Return all that is found when an example lies in the base; `paper` counts pages too."""
    lay(example, root)
    repository = read_repository(root)
    return check_repository(repository, layouts(repository) if paper else None)


def lay(example: Example, root: Path) -> None:
    """Copy the base into an empty folder and lay an example into it."""
    shutil.copytree(BASE, root, dirs_exist_ok=True)
    for excerpt in example.excerpts:
        target = root / _seen(excerpt.path)
        target.parent.mkdir(parents=True, exist_ok=True)
        if excerpt.language == "link":
            target.symlink_to(excerpt.text)
            continue
        text = _seen(laid(excerpt, _before(root, _seen(excerpt.path)))).partition("⟨EOF⟩")[0]
        target.write_bytes(text.encode("utf-8", "surrogateescape"))


def _seen(text: str) -> str:
    """Return a text with the characters that stand as ⟨U+0009⟩ in it, and the bytes as ⟨E6⟩."""
    text = _BYTE.sub(lambda match: chr(_ESCAPED + int(match[1], 16)), text)
    return _UNSEEN.sub(lambda match: chr(int(match[1], 16)), text)


def _before(root: Path, path: str) -> str:
    """Return a file's text; for a document that isn't there, that of the base's first beside it."""
    if (root / path).is_file():
        return (root / path).read_text(encoding="utf-8")
    others = sorted((BASE / path).parent.glob("*.md")) if path.endswith(".md") else []
    if not others:
        return ""
    _, front, body = others[0].read_text(encoding="utf-8").split(FENCE, 2)
    fields = {key: text for key, text in _fields(front).items() if key not in _ONCE}
    return FENCE + "".join(fields.values()) + FENCE + body


def laid(excerpt: Excerpt, before: str) -> str:
    """Return a file's text with an excerpt in its place."""
    text = f"{excerpt.text}\n"
    if excerpt.language == "yaml":
        if not before.startswith(FENCE):
            return with_fields(before, text)
        _, front, body = before.split(FENCE, 2)
        return FENCE + with_fields(front, text) + FENCE + body
    if excerpt.language != "markdown" or text.startswith(FENCE):
        return text
    _, front, body = before.split(FENCE, 2)
    body = with_section(body, excerpt.section, text) if excerpt.section else f"\n{text}"
    return FENCE + front + FENCE + body


def with_fields(before: str, text: str) -> str:
    """Return fields with others in the place of those of the same name, new ones at the end.

    What stands before the first field, as one that is written wrong, goes to the end too.
    """
    fields, new = _fields(before), _fields(text)
    return "".join({**fields, **new}.values())


def _fields(text: str) -> dict[str, str]:
    fields: dict[str, str] = {}
    key = ""
    for line in text.splitlines(keepends=True):
        if match := _KEY.match(line):
            key = match[1]
        fields[key] = fields.get(key, "") + line
    return fields


def with_section(body: str, section: str, text: str) -> str:
    """Return a body with a text below the heading that `A / B` names, or in the heading's place."""
    lines = body.splitlines(keepends=True)
    start, level = -1, 0
    for wanted in section.split(" / "):
        start, level = _find(lines, wanted, start + 1)
    end = next(
        (n for n in range(start + 1, len(lines)) if 0 < _level(lines[n]) <= level), len(lines)
    )
    if _level(text.splitlines()[0]):
        return "".join([*lines[:start], text, "\n", *lines[end:]])
    return "".join([*lines[: start + 1], "\n", text, "\n", *lines[end:]])


def _find(lines: list[str], wanted: str, start: int) -> tuple[int, int]:
    for number in range(start, len(lines)):
        match = _HEADING.match(lines[number])
        if match and (match[2] == wanted or match[2].startswith(f"{wanted} ")):
            return number, len(match[1])
    raise AssertionError(f"no heading begins with {wanted!r}")


def _level(line: str) -> int:
    match = _HEADING.match(line)
    return len(match[1]) if match else 0
