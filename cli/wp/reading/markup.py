"""Markdown to a tree of nodes with byte ranges: the one dialect that check and build share.

The dialect is CommonMark with tables, footnotes, strikethrough, task lists and heading attributes,
as pulldown-cmark reads them, and passages in another language (`wp.reading.languages`). Raw HTML is
kept as text of its own kind; no writer passes it on as markup.
"""

import re
from collections.abc import Iterable, Mapping
from typing import Any

import pyromark

from wp.reading.nodes import INLINE, NOTHING, Node

OPTIONS = (
    pyromark.Options.ENABLE_TABLES
    | pyromark.Options.ENABLE_FOOTNOTES
    | pyromark.Options.ENABLE_STRIKETHROUGH
    | pyromark.Options.ENABLE_TASKLISTS
    | pyromark.Options.ENABLE_HEADING_ATTRIBUTES
)

MAX_DEPTH = 40  # elements in one another; no text for people comes near it
MAX_HEADINGS = 1000  # in one text; the longest minutes have a few dozen


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
        return _SIMPLE[value], NOTHING
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
    return "block_quote", NOTHING


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
