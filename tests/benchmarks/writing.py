"""Pieces put together again: the ids, names and numbers of one copy, in an order of its own."""

import json
import random
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from tests.benchmarks.originals import Figure, Part, Parts, Ref, Sentences, Who

WIDTH = 105
# A line must not begin with "1. maj", which would begin a list, nor with "#17", almost a heading.
_TOGETHER = re.compile(r"(?<=\d\.) | (?=\\?#)")
_KEPT = "\x01"
_PLAIN = re.compile(r"[^\W_][^\n:#\[\]{}\"\\]*[^\s:#\[\]{},\"\\]")


@dataclass(frozen=True)
class Copy:
    """What stands in the places of one document: ids by the original's, and who is responsible."""

    ids: Callable[[str], str]
    name: str
    chance: random.Random


def put_together(parts: Parts, copy: Copy) -> str:
    """Return a text from its pieces."""
    return "".join(_text(part, copy) for part in parts)


def _text(part: Part, copy: Copy) -> str:
    match part:
        case str():
            return part
        case Ref(id):
            return copy.ids(id)
        case Who():
            return copy.name
        case Figure(number):
            return str(copy.chance.randint(max(10, number * 4 // 5), number * 6 // 5))
        case Sentences(texts):
            made = [put_together(text, copy) for text in texts]
            copy.chance.shuffle(made)
            return wrapped(" ".join(made))


def wrapped(text: str) -> str:
    """Return a paragraph in lines as a person would break them."""
    lines: list[str] = []
    line = ""
    for word in _TOGETHER.sub(_KEPT, text).split(" "):
        if line and len(line) + len(word) >= WIDTH:
            lines.append(line)
            line = word
        else:
            line = f"{line} {word}" if line else word
    return "\n".join([*lines, line]).replace(_KEPT, " ")


def yaml_lines(data: Mapping[str, Any], indent: str = "") -> Iterator[str]:
    """Yield a mapping as YAML: lists of words on one line, other values on lines of their own."""
    for key, value in data.items():
        if isinstance(value, dict):
            yield f"{indent}{key}:"
            yield from yaml_lines(value, indent + "  ")
        elif isinstance(value, list) and value and isinstance(value[0], dict):
            yield f"{indent}{key}:"
            for item in value:
                yield from _entry(item, indent + "  ")
        elif isinstance(value, list):
            yield f"{indent}{key}: [{', '.join(value)}]"
        else:
            yield f"{indent}{key}: {_scalar(value)}"


def _entry(item: Mapping[str, Any], indent: str) -> Iterator[str]:
    """Yield an entry of a list, on one line where it has only short words."""
    if all(isinstance(value, str | int) and len(str(value)) < 60 for value in item.values()):
        fields = ", ".join(f"{key}: {_scalar(value, ',')}" for key, value in item.items())
        yield f"{indent}- {{{fields}}}"
        return
    for number, line in enumerate(yaml_lines(item, indent + "  ")):
        yield line if number else f"{indent}- {line.lstrip()}"


def _scalar(value: str | int, unfit: str = "\n") -> str:
    """Return a text as YAML: plain where that is certain, else in quotation marks."""
    text = str(value)
    plain = _PLAIN.fullmatch(text) and unfit not in text
    if plain or re.fullmatch(r"\d\d:\d\d|\d|\.\./\S+", text):
        return text
    return json.dumps(text, ensure_ascii=False)
