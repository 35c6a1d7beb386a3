"""Lines of YAML: values, entries of lists, and comments that fit."""

import json
from collections.abc import Iterable, Iterator, Mapping
from textwrap import wrap
from typing import Any

from wp.reading.source import Source
from wp.reading.yaml_core import read_yaml

WIDTH = 96  # characters of a comment line
INDENT = "  "


def dashed(lines: list[str]) -> Iterator[str]:
    """Put the dash of a list's entry at its first field; comments before it stand as they are."""
    first = next((at for at, line in enumerate(lines) if not line.startswith("#")), 0)
    yield from lines[:first]
    yield f"- {lines[first]}"
    yield from indented(lines[first + 1 :])


def indented(lines: Iterable[str]) -> Iterator[str]:
    """Yield lines one step further in."""
    return (INDENT + line for line in lines)


def commented(lines: Iterable[str]) -> Iterator[str]:
    """Yield lines as comments; without the `# ` they are what they were."""
    return (f"# {line}" for line in lines)


def comment(text: str, depth: int = 0, *, hanging: bool = False) -> list[str]:
    """Return a text as comment lines, each within the width that its depth leaves."""
    indent = text[: len(text) - len(text.lstrip(" "))]
    return wrap(
        indent + one_line(text),
        WIDTH - depth * len(INDENT),
        initial_indent="# ",
        subsequent_indent="#   " if hanging else "# ",
        break_long_words=False,
        break_on_hyphens=False,
    )


def scalar(value: Any) -> str:
    """Return a value as YAML on one line: plain where that reads back as the same, else quoted."""
    if isinstance(value, str) and _reads(f"key: {value}", {"key": value}):
        return value
    return _quoted(value)


def key_line(name: str, value: Any = None) -> str:
    """Return a field's line, without a value when it is None."""
    key = name if _reads(f"{name}:", {name: None}) else _quoted(name)
    return f"{key}:" if value is None else f"{key}: {scalar(value)}"


def _quoted(value: Any) -> str:
    """Return JSON, which is YAML too, with an escape for what can't be seen."""
    text = json.dumps(value, ensure_ascii=False)
    return "".join(char if char.isprintable() else f"\\U{ord(char):08x}" for char in text)


def one_line(text: str) -> str:
    """Return a text with single spaces between its words and nothing that can't be seen."""
    return " ".join("".join(char if char.isprintable() else " " for char in text).split())


def _reads(text: str, value: Mapping[str, Any]) -> bool:
    yaml = read_yaml(Source("", text), 0, len(text))
    return not yaml.faults and bool(yaml.value == value)
