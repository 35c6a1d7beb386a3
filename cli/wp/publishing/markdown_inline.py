"""Inline nodes to Markdown, escaped only where the meaning would change."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from wp.publishing.markdown_escape import (
    ENTITY,
    PUNCTUATION,
    SPECIAL,
    backslashed,
    first_encoded,
    first_line,
    heading_end,
    is_word,
    last_encoded,
    line_start,
    needs_escape,
    reference,
    verbatim,
)
from wp.reading.nodes import Node

_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>\x00-\x20\x7f]*")
_MAIL = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")
_DELIMITERS = {"emphasis": 1, "strong": 2, "strikethrough": 2}


@dataclass(slots=True)
class _Unit:
    """A piece of the line: `text` (to be escaped), `raw`, `break`, or `open` and `close` of `node`.

    `raw` is what is written; for delimiters it is their character, repeated `count` times.
    """

    kind: str
    raw: str
    node: Node
    count: int = 0
    linked: bool = False


def write_inline(
    nodes: Iterable[Node], *, cell: bool = False, heading: bool = False, item: bool = False
) -> str:
    """Return inline nodes in normal form as Markdown; lines are parted by hard breaks only.

    `cell` is true in a table, where a pipe is escaped and a break is `<br>`; `heading` in a
    heading, which is one line; `item` where the text begins a list item and could look like a task.
    """
    units = list(_units(nodes, cell=cell, linked=False))
    _choose_delimiters(units)
    for index, unit in enumerate(units):
        if unit.kind == "text":
            unit.raw = _escaped(units, index, cell)
        elif unit.kind == "break":
            unit.raw = _break(units, index, cell or heading)
    _armour(units)
    text = "".join(unit.raw * (unit.count or 1) for unit in units)
    if heading:
        marked = bool(units) and units[-1].node.kind == "language"
        return text if marked else heading_end(text)
    if cell or not units:
        return text
    first, *rest = text.split("\n")
    if units[0].kind == "text":
        first = first_line(first, item)
    return "\n".join([line_start(first), *(line_start(line, after=True) for line in rest)])


def escape_info(info: str) -> str:
    """Return the word after a code block's fence as Markdown."""
    return verbatim(info, "")


def _units(nodes: Iterable[Node], *, cell: bool, linked: bool) -> Iterator[_Unit]:
    for node in nodes:
        if node.kind in _DELIMITERS:
            count = _DELIMITERS[node.kind]
            yield _Unit("open", "~", node, count)
            yield from _units(node.children, cell=cell, linked=linked)
            yield _Unit("close", "~", node, count)
        elif node.kind in ("link", "image"):
            yield from _link(node, cell)
        elif node.kind == "language":
            yield _Unit("raw", "[", node)
            yield from _units(node.children, cell=cell, linked=True)
            yield _Unit("raw", f"]{{lang={node.attrs['lang']}}}", node)
        elif node.kind == "text":
            yield _Unit("text", node.text, node, linked=linked)
        elif node.kind == "hard_break":
            yield _Unit("break", "\n", node)
        else:
            yield _Unit("raw", _raw(node, cell), node)


def _raw(node: Node, cell: bool) -> str:
    if node.kind == "footnote_reference":
        return f"[^{node.attrs['label']}]"
    if node.kind == "anchor":
        return f'<a id="{node.attrs["id"]}"></a>'
    if node.kind == "task_marker":
        return "[x] " if node.attrs["checked"] else "[ ] "
    text = node.text.replace("|", "\\|") if cell else node.text
    runs = {len(run) for run in re.findall(r"`+", text)}
    fence = "`" * next(size for size in range(1, len(runs) + 2) if size not in runs)
    blank = not text.strip(" ")
    edge = text.startswith("`") or text.endswith("`")
    padded = edge or (not blank and text.startswith(" ") and text.endswith(" "))
    return f"{fence} {text} {fence}" if padded else f"{fence}{text}{fence}"


def _link(node: Node, cell: bool) -> Iterator[_Unit]:
    dest, title = node.attrs["dest"], node.attrs["title"]
    if node.kind == "link" and not title and _is_autolink(node, cell):
        yield _Unit("raw", f"<{node.children[0].text}>", node)
        return
    yield _Unit("raw", "![" if node.kind == "image" else "[", node)
    yield from _units(node.children, cell=cell, linked=True)
    target = _destination(dest, bool(title))
    if title:
        target += ' "' + verbatim(title, '"`<') + '"'
    if cell:
        target = target.replace("|", "\\|")
    yield _Unit("raw", f"]({target})", node)


def _is_autolink(node: Node, cell: bool) -> bool:
    """Tell whether a link shows its own address, and so can be written as `<address>`."""
    dest = str(node.attrs["dest"])
    shown = "".join(child.text for child in node.children if child.kind == "text")
    if len(node.children) != 1 or (cell and "|" in dest):
        return False
    if dest == f"mailto:{shown}" and _MAIL.fullmatch(shown):
        return True
    return dest == shown and _ADDRESS.fullmatch(dest) is not None


def _destination(dest: str, titled: bool) -> str:
    if not dest:
        return "<>" if titled else ""
    plain = not re.search(r"[\s\x00-\x20\x7f]", dest) and not re.search(r"[()]", dest)
    text = verbatim(dest, "<>`")
    return text if plain else f"<{text}>"


def _choose_delimiters(units: list[_Unit]) -> None:
    """Give each pair `*` or `_`, so that no run touches another of the same character."""
    around: list[tuple[Node, str]] = []
    for index, unit in enumerate(units):
        if unit.kind == "close":
            unit.raw = around.pop()[1]
        elif unit.kind == "open":
            mark = "~" if unit.node.kind == "strikethrough" else _mark(units, index, around)
            around.append((unit.node, mark))
            unit.raw = mark


def _mark(units: list[_Unit], index: int, around: list[tuple[Node, str]]) -> str:
    """Return `*` unless one stands just before, or where the one around this pair ends with it."""
    before = units[index - 1].raw if index and units[index - 1].count else ""
    ends = {mark for other, mark in around[-1:] if other.children[-1] is units[index].node}
    return "_" if before == "*" or ("*" in ends and before != "_") else "*"


def _escaped(units: list[_Unit], index: int, cell: bool) -> str:
    """Return a text unit with what would mean something else in its place escaped."""
    unit = units[index]
    text = unit.raw
    follower = units[index + 1].raw[:1] if index + 1 < len(units) else ""

    def escape(match: re.Match[str]) -> str:
        run = match[0]
        before = text[match.start() - 1] if match.start() else ""
        after = text[match.end()] if match.end() < len(text) else ""
        needed = needs_escape(run[0], before, after, follower, unit.linked, cell)
        if run[0] == "&":
            needed = bool(ENTITY.match(text, match.start()))
        if run < " " or "\x7f" <= run <= "\x9f":
            return reference(run)
        return backslashed(match) if needed else run

    escaped = SPECIAL.sub(escape, text)
    if index and units[index - 1].node.kind == "footnote_reference" and text[0] in "([":
        # After `]` a bracket, even one with a backslash, makes pulldown-cmark look for a link.
        escaped = reference(text[0]) + escaped.removeprefix("\\")[1:]
    if index and (before := units[index - 1]).kind == "raw":
        # A note's mark within the brackets of a language, and a language's mark after a link
        noted = before.node.kind == "language" and before.raw == "[" and text[0] == "^"
        marked = before.node.kind == "link" and text.startswith("{lang=")
        escaped = reference(text[0]) + escaped[1:] if noted or marked else escaped
    # Spaces at either end of a line are dropped by every reader of Markdown.
    if escaped[0] == " " and (not index or _ends_space(units[index - 1])):
        escaped = first_encoded(escaped)
    if escaped[-1] == " " and (index + 1 == len(units) or units[index + 1].kind == "break"):
        escaped = last_encoded(escaped)
    return escaped


def _ends_space(unit: _Unit) -> bool:
    return unit.kind == "break" or unit.node.kind == "task_marker"


def _break(units: list[_Unit], index: int, one_line: bool) -> str:
    inside = (
        0 < index < len(units) - 1
        and units[index - 1].kind != "open"
        and units[index + 1].kind != "close"
        and not units[index + 1].raw.startswith(("](", "]{"))
    )
    return "\\\n" if inside and not one_line else "<br>"


def _armour(units: list[_Unit]) -> None:
    """Write letters beside a delimiter as character references where it couldn't open or close.

    CommonMark 0.31, 6.2: a run opens only before what isn't a space, and before punctuation only
    after a space or punctuation; `_` never opens inside a word. Closing is the mirror of this.
    """
    for index, unit in enumerate(units):
        if not unit.count:
            continue
        inner, outer = (index + 1, index - 1) if unit.kind == "open" else (index - 1, index + 1)
        inner_char = _edge(units, inner, first=unit.kind == "open")
        if inner_char.isspace():
            _encode(units[inner], first=unit.kind == "open")
            inner_char = "&"
        outer_char = _edge(units, outer, first=unit.kind == "close")
        if outer_char == "" or outer_char.isspace() or outer_char in PUNCTUATION:
            continue
        if unit.raw == "_" or not is_word(inner_char):
            _encode(units[outer], first=unit.kind == "close")


def _edge(units: list[_Unit], index: int, *, first: bool) -> str:
    if not 0 <= index < len(units):
        return ""
    raw = units[index].raw
    return raw[:1] if first else raw[-1:]


def _encode(unit: _Unit, *, first: bool) -> None:
    unit.raw = first_encoded(unit.raw) if first else last_encoded(unit.raw)
