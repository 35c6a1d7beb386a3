"""JSON with comments, as VS Code keeps its settings: read with places, and added to in place.

What a person wrote stays as it is, to the letter: comments, order, indentation, line ends, a comma
after the last entry. New entries are put at the end of what they belong to.
"""

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

_TOKEN = re.compile(
    r"(?P<space>[\s\ufeff]+|//[^\r\n]*|/\*.*?\*/)"
    r'|(?P<text>"(?:[^"\\\n]|\\.)*")|(?P<sign>[{}\[\]:,])|(?P<word>[-+.\w]+)',
    re.DOTALL,
)
_DEEPEST = 50
_INDENT = "  "


class NotJsonError(Exception):
    """A text can't be read as JSON with comments. `line` counts from 1."""

    def __init__(self, line: int) -> None:
        super().__init__(line)
        self.line = line


class OtherwiseSetError(Exception):
    """A setting is there already and says something else. `key` is its name and those above."""

    def __init__(self, key: str) -> None:
        super().__init__(key)
        self.key = key


@dataclass(slots=True)
class _Node:
    """A value and where it stands. `parts` are what a mapping or a list holds, by key or number.

    `last` is the end of the last part, `room` the place after everything inside, comments too, and
    `comma` says that one stands after the last part.
    """

    value: Any
    start: int
    end: int = 0
    parts: dict[Any, "_Node"] | None = None
    last: int = 0
    room: int = 0
    comma: bool = False


def merged(text: str, wanted: Mapping[str, Any]) -> str:
    """Return a text with everything of `wanted` in it that it lacks.

    Mappings are filled up key by key. A list gets the items that it has none like: no equal one,
    or, of mappings with a `label`, none with the same. Raises `NotJsonError` for a text that is no
    mapping in JSON with comments, `OtherwiseSetError` when a wanted key has another value.
    """
    if not text.strip("\ufeff \t\r\n"):
        return json_text(wanted)
    root = _Reader(text).read()
    if not isinstance(root.value, dict):
        raise NotJsonError(1)
    edits: list[tuple[int, str]] = []
    _fill(text, root, wanted, "", edits)
    newline = "\r\n" if "\r\n" in text else "\n"
    for at, added in sorted(edits, reverse=True):
        text = text[:at] + added.replace("\n", newline) + text[at:]
    return text


def json_text(value: Any) -> str:
    """Return a value as the text of a file: indented, letters as they are, one line end last."""
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def _fill(text: str, node: _Node, wanted: Any, name: str, edits: list[tuple[int, str]]) -> None:
    """Collect what is to be inserted for a node to have all that is wanted."""
    if isinstance(wanted, Mapping) and isinstance(node.value, dict):
        lacking = []
        for key, value in wanted.items():
            if key in node.value:
                assert node.parts is not None
                _fill(text, node.parts[key], value, f"{name} › {key}" if name else key, edits)
            else:
                lacking.append(f"{json.dumps(key, ensure_ascii=False)}: {_inner(value)}")
    elif isinstance(wanted, Sequence) and isinstance(node.value, list):
        lacking = [_inner(item) for item in wanted if not _has(node.value, item)]
    elif node.value != wanted:
        raise OtherwiseSetError(name)
    else:
        return
    if lacking:
        edits += _insertions(text, node, lacking)


def _has(items: Sequence[Any], wanted: Any) -> bool:
    label = wanted.get("label") if isinstance(wanted, Mapping) else None
    return wanted in items or (
        label is not None
        and any(isinstance(item, dict) and item.get("label") == label for item in items)
    )


def _inner(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, indent=len(_INDENT))


def _insertions(text: str, node: _Node, lacking: Sequence[str]) -> list[tuple[int, str]]:
    """Return what goes where to put entries at the end of a mapping or a list."""
    outer = _indent(text, node.start)
    first = min((part.start for part in (node.parts or {}).values()), default=None)
    inner = outer + _INDENT
    if first is not None and "\n" in text[node.start : first]:
        inner = _indent(text, first)
    body = ",".join("\n" + _indented(entry, inner) for entry in lacking)
    if node.comma:
        body += ","
    if "\n" not in text[node.room : node.end]:
        body += f"\n{outer}"
    if not node.parts or node.comma:
        return [(node.room, body)]
    if node.last == node.room:
        return [(node.room, f",{body}")]
    return [(node.last, ","), (node.room, body)]


def _indented(text: str, by: str) -> str:
    """Return a text with every line moved in."""
    return "\n".join(by + line for line in text.split("\n"))


def _indent(text: str, at: int) -> str:
    """Return the blanks that the line of a place begins with."""
    line = text[text.rfind("\n", 0, at) + 1 : at]
    return line[: len(line) - len(line.lstrip(" \t"))]


class _Reader:
    """Reads a text once, from its start to its end."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._at = 0  # where the next token begins
        self._room = 0  # where the last token, or a comment after it, ended
        self._kind, self._token = "", ""
        self._next()

    def read(self) -> _Node:
        """Return the one value of the text."""
        node = self._value(0)
        if self._kind:
            raise self._wrong()
        return node

    def _wrong(self) -> NotJsonError:
        return NotJsonError(self._text.count("\n", 0, self._start) + 1)

    def _next(self) -> int:
        """Go on to the next token; return where the present one ends."""
        end = self._at
        self._room = end
        while True:
            found = _TOKEN.match(self._text, self._at)
            self._start = self._at
            if found is None:
                self._kind, self._token = "", ""
                if self._at < len(self._text):
                    raise self._wrong()
                return end
            self._at = found.end()
            self._kind, self._token = found.lastgroup or "", found[0]
            if self._kind != "space":
                return end
            if self._token.lstrip("\ufeff").strip():  # a comment
                self._room = self._at

    def _value(self, depth: int) -> _Node:
        node = _Node(None, self._start)
        if depth > _DEEPEST:
            raise self._wrong()
        if self._token in ("{", "["):
            return self._container(node, depth)
        if self._kind not in ("text", "word"):
            raise self._wrong()
        try:
            node.value = json.loads(self._token, strict=False)
        except ValueError:
            raise self._wrong() from None
        node.end = self._next()
        return node

    def _container(self, node: _Node, depth: int) -> _Node:
        is_mapping = self._token == "{"
        close = "}" if is_mapping else "]"
        node.parts = {}
        node.last = self._next()
        while (self._kind, self._token) != ("sign", close):
            key: Any = len(node.parts)
            if is_mapping:
                if self._kind != "text":
                    raise self._wrong()
                key = json.loads(self._token, strict=False)
                start = self._start
                self._next()
                if self._token != ":":
                    raise self._wrong()
                self._next()
            else:
                start = self._start
            part = self._value(depth + 1)
            node.parts[key] = part
            node.last, node.comma = part.end, False
            part.start = start
            if self._kind == "sign" and self._token == ",":
                node.comma = True
                self._next()
            elif (self._kind, self._token) != ("sign", close):
                raise self._wrong()
        node.room = self._room
        values = {key: part.value for key, part in node.parts.items()}
        node.value = values if is_mapping else list(values.values())
        node.end = self._next()
        return node
