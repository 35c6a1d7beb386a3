"""Markdown to a tree of nodes with byte ranges: the one dialect that check and build share.

The dialect is CommonMark with tables, footnotes, strikethrough, task lists and heading attributes,
as pulldown-cmark reads them, and passages in another language (`wp.reading.languages`). Raw HTML is
kept as text of its own kind; no writer passes it on as markup.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from operator import is_not
from types import MappingProxyType
from typing import Any

import pyromark

OPTIONS = (
    pyromark.Options.ENABLE_TABLES
    | pyromark.Options.ENABLE_FOOTNOTES
    | pyromark.Options.ENABLE_STRIKETHROUGH
    | pyromark.Options.ENABLE_TASKLISTS
    | pyromark.Options.ENABLE_HEADING_ATTRIBUTES
)

INLINE = frozenset(
    {
        *("text", "code", "emphasis", "strong", "strikethrough", "link", "image", "language"),
        *("footnote_reference", "soft_break", "hard_break", "html_inline", "task_marker"),
    }
)

# Blocks that hold inline nodes; all others hold blocks, or a text of their own.
TEXT_BLOCKS = frozenset({"paragraph", "plain", "heading", "table_cell"})

MAX_DEPTH = 40  # elements in one another; no text for people comes near it
MAX_HEADINGS = 1000  # in one text; the longest minutes have a few dozen

_NOTHING: Mapping[str, Any] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Node:
    """One element of a Markdown text.

    `kind` is one of the block kinds `document`, `heading`, `paragraph`, `plain` (the text of a
    tight list item), `block_quote`, `code_block`, `list`, `item`, `rule`, `table`, `table_head`,
    `table_row`, `table_cell`, `footnote`, `html_block`, or one of the inline kinds in `INLINE`.

    `start` and `end` are offsets in bytes into the UTF-8 text that was parsed. `text` holds the
    characters of `text`, `code`, `code_block`, `html_block` and `html_inline`. `attrs` holds:

    - document: `cut` (int), where the first heading too many stands, if there are too many
    - heading: `level` (int), `id` (str or None), `classes` (tuple), `attributes` (dict of str)
    - list: `ordered` (bool), `first` (int)
    - code_block: `info` (str)
    - table: `alignments` (tuple of "left", "right", "center" or "none")
    - link, image: `dest`, `title` (str)
    - footnote, footnote_reference: `label` (str)
    - task_marker: `checked` (bool); language: `lang` (str), as it is written
    """

    kind: str
    start: int
    end: int
    children: tuple["Node", ...] = ()
    text: str = ""
    attrs: Mapping[str, Any] = field(default_factory=lambda: _NOTHING)

    def walk(self) -> Iterator["Node"]:
        """Yield this node and every node below it, in the order of the text."""
        stack = [self]
        while stack:
            node = stack.pop()
            yield node
            stack.extend(reversed(node.children))

    def plain_text(self) -> str:
        """Return the text a reader sees, without markup; an image is its alternative text."""
        if len(self.children) == 1 and self.children[0].kind == "text":
            return self.children[0].text
        return "".join(self._texts())

    def _texts(self) -> Iterator[str]:
        if self.kind in ("text", "code", "code_block"):
            yield self.text
        elif self.kind in ("soft_break", "hard_break"):
            yield " "
        for child in self.children:
            if child.kind == "text":
                yield child.text
            else:
                yield from child._texts()


def transform(node: Node, change: Callable[[Node], Node]) -> Node:
    """Return the tree rebuilt from the leaves up, each node passed through `change`."""
    if node.children:
        made = tuple([transform(child, change) for child in node.children])
        if any(map(is_not, made, node.children)):
            node = Node(node.kind, node.start, node.end, made, node.text, node.attrs)
    return change(node)


def parse(text: str, *, bounded: bool = True) -> Node:
    """Parse Markdown into a `document` node, `bounded` in its headings; nothing is raised."""
    tree = _assembled(events(text), len(text.encode()))
    tree = _bounded(tree) if bounded else tree
    if "lang=" in text:
        from wp.reading.languages import with_languages  # it knows this module's nodes

        tree = with_languages(tree, text)
    return tree


def events(text: str) -> Iterable[tuple[Any, Mapping[str, int]]]:
    """Return the parser's events with their byte ranges, as pyromark gives them."""
    # A lone surrogate can't be encoded; no text read from UTF-8 bytes holds one. pyromark's own
    # types list every event's form; `build` reads them by name, so a mapping is all it needs.
    return pyromark.events_with_range(text, options=OPTIONS)  # type: ignore[return-value]


def undefined(text: str, tree: Node) -> list[tuple[str, str, int, int]]:
    """Return the references that nothing in a parsed text defines: kind, label, byte range.

    The kind is "link" for `[text][label]`, "image" for `![text][label]`, and "footnote" for
    `[^label]`. A lone `[label]` is not reported: most of these are just brackets.
    """
    found: list[tuple[str, str, int, int]] = []
    data = text.encode()

    def note(link: Any) -> None:
        start, end = link["span"]["start"], link["span"]["end"]
        kind = "image" if data[start : start + 1] == b"!" else "link"
        if link["link_type"] != "Shortcut":
            found.append((kind, link["reference"], start, end))

    # most texts have none, and a second parse costs as much as the first
    if b"][" in data:
        for _ in pyromark.events_with_range(text, options=OPTIONS, broken_link_callback=note):
            pass
    if b"[^" in data:
        # the parser takes an undefined footnote for plain text without a word
        for node in tree.walk():
            if node.kind == "text":
                for match in _NOTE.finditer(data, node.start, node.end):
                    label = match[1].decode()
                    found.append(("footnote", label, match.start(), match.end()))
    return sorted(found, key=lambda item: item[2])


_NOTE = re.compile(rb"(?<!\\)\[\^([^\]\s\[]+)\]")


def build(stream: Iterable[tuple[Any, Mapping[str, int]]], length: int) -> Node:
    """Assemble events, each with its range, into a `document` node that ends at `length` bytes.

    What follows after `MAX_HEADINGS` headings is left out; `cut` says where it begins.
    """
    return _bounded(_assembled(stream, length))


def _assembled(stream: Iterable[tuple[Any, Mapping[str, int]]], length: int) -> Node:
    """Assemble events as `build` does, with all their headings.

    What is nested deeper than `MAX_DEPTH` stands as text in the last element that is less deep.
    """
    siblings: list[Node] = []  # of what comes next, in the element that is open
    stack: list[tuple[str, int, Mapping[str, Any], list[Node]]] = []
    flat = 0  # elements open inside the one from which on nothing is nested any more
    for event, span in stream:
        if isinstance(event, str):
            siblings.append(Node(_BARE[event], span["start"], span["end"]))
            continue
        ((name, value),) = event.items()
        if name == "Text":
            if siblings and (last := siblings[-1]).kind == "text":
                # joined to text just before it, so that a word is never two nodes
                text = last.text + value
                siblings[-1] = Node("text", last.start, span["end"], (), text)
            else:
                siblings.append(Node("text", span["start"], span["end"], (), value))
        elif flat and name in ("Start", "End"):
            flat += 1 if name == "Start" else -1
            siblings.append(Node("soft_break", span["end"], span["end"]))
        elif name == "Start":
            if len(stack) >= MAX_DEPTH and _nests(value):
                flat = 1
                continue
            kind, attrs = _opened(value)
            stack.append((kind, span["start"], attrs, siblings))
            siblings = []
        elif name == "End":
            kind, start, attrs, above = stack.pop()
            above.append(_closed(kind, start, span["end"], attrs, siblings))
            siblings = above
        else:
            siblings.append(_single(name, value, span["start"], span["end"]))
    return Node("document", 0, length, _blocks(siblings))


def _bounded(document: Node) -> Node:
    """Leave out what stands from the first heading too many on, and remember where that was."""
    headings = 0
    for at, block in enumerate(document.children):
        headings += block.kind == "heading"
        if headings > MAX_HEADINGS:
            attrs = {"cut": block.start}
            return Node("document", 0, document.end, document.children[:at], "", attrs)
    return document


def _single(name: str, value: Any, start: int, end: int) -> Node:
    """Return the node of an event that is neither a start, nor an end, nor text."""
    if name == "FootnoteReference":
        return Node("footnote_reference", start, end, attrs={"label": value})
    if name == "TaskListMarker":
        return Node("task_marker", start, end, attrs={"checked": value})
    return Node(_TEXT[name], start, end, (), value)


def _nests(value: Any) -> bool:
    """Say whether an element can hold its own kind, and so be nested without end."""
    name = value if isinstance(value, str) else next(iter(value)) if value else ""
    return name in ("BlockQuote", "List", "Emphasis", "Strong", "Strikethrough", "Link", "Image")


_BARE = {"SoftBreak": "soft_break", "HardBreak": "hard_break", "Rule": "rule"}
_TEXT = {
    "Code": "code",
    "Html": "html_block",
    "InlineHtml": "html_inline",
}
_SIMPLE = {
    "Paragraph": "paragraph",
    "Item": "item",
    "TableHead": "table_head",
    "TableRow": "table_row",
    "TableCell": "table_cell",
    "Emphasis": "emphasis",
    "Strong": "strong",
    "Strikethrough": "strikethrough",
    "HtmlBlock": "html_block",
}


def _opened(value: Any) -> tuple[str, Mapping[str, Any]]:
    """Translate the parser's start tag into our kind and attributes."""
    if isinstance(value, str):
        return _SIMPLE[value], _NOTHING
    name, detail = next(iter(value.items()))
    if name == "Heading":
        return "heading", {
            "level": int(detail["level"][1:]),
            "id": detail["id"],
            "classes": tuple(detail["classes"]),
            "attributes": {key: value or "" for key, value in detail["attrs"]},
        }
    if name == "List":
        return "list", {"ordered": detail is not None, "first": 1 if detail is None else detail}
    if name in ("Link", "Image"):
        address = "mailto:" if detail["link_type"] == "Email" else ""
        return name.lower(), {"dest": address + detail["dest_url"], "title": detail["title"]}
    if name == "Table":
        return "table", {"alignments": tuple(item.lower() for item in detail)}
    if name == "CodeBlock":
        info = detail.get("Fenced", "") if isinstance(detail, dict) else ""
        return "code_block", {"info": info}
    if name == "FootnoteDefinition":
        return "footnote", {"label": detail}
    return "block_quote", _NOTHING


def _closed(
    kind: str, start: int, end: int, attrs: Mapping[str, Any], children: list[Node]
) -> Node:
    if kind in ("code_block", "html_block"):
        return Node(kind, start, end, (), "".join(child.text for child in children), attrs)
    if kind in ("item", "block_quote", "footnote"):
        return Node(kind, start, end, _blocks(children), "", attrs)
    return Node(kind, start, end, tuple(children), "", attrs)


def _blocks(children: list[Node]) -> tuple[Node, ...]:
    """Wrap runs of inline nodes, as tight list items hold them, in `plain` blocks."""
    if not any(child.kind in INLINE for child in children):
        return tuple(children)
    blocks: list[Node] = []
    run: list[Node] = []
    for child in children:
        if child.kind in INLINE:
            run.append(child)
            continue
        if run:
            blocks.append(Node("plain", run[0].start, run[-1].end, tuple(run)))
            run = []
        blocks.append(child)
    if run:
        blocks.append(Node("plain", run[0].start, run[-1].end, tuple(run)))
    return tuple(blocks)
