"""The normal form of inline nodes, a part of `wp.publishing.canonical`."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from operator import is_
from typing import Any

from wp.reading.languages import DEEPEST as DEEPEST_MARKS
from wp.reading.nodes import Node

# Lists, quotations and emphasis nested deeper lose their frame and keep their text: nobody can
# read the difference, and a writer can rely on a tree that it may walk by recursion.
DEEPEST = 10

_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_LINE_END = re.compile(r"\r\n?|\n")
_ANCHOR = re.compile(r'<a id="([a-z0-9-]+)">')
_BRACKETED = ("link", "language")
_STYLES = ("emphasis", "strong", "strikethrough")
_LEAVES = ("text", "code", "soft_break", "hard_break", "html_inline", "footnote_reference")


def inlines(nodes: Sequence[Node], around: tuple[str, ...] = ()) -> list[Node]:
    """Return inline nodes in normal form; `around` holds the kinds of what they stand in."""
    if len(nodes) == 1 and nodes[0].kind == "text" and nodes[0].text:
        return [_legible(nodes[0])]  # most of all that is written, such as a table's cells
    depth = len(around)
    shallow = anchored(nodes if depth < DEEPEST else leaves(nodes, _LEAVES))
    return _joined(
        part for index, node in enumerate(shallow) for part in _inline(node, index, around)
    )


def anchored(nodes: Iterable[Node]) -> list[Node]:
    """Return nodes with the two tags of an empty anchor, `<a id="x"></a>`, as one of its own."""
    found: list[Node] = []
    for node in nodes:
        last = found[-1] if found else node
        pair = node.kind == last.kind == "html_inline" and node.text == "</a>"
        if pair and (match := _ANCHOR.fullmatch(last.text)):
            found[-1] = Node("anchor", last.start, node.end, attrs={"id": match[1]})
        else:
            found.append(node)
    return found


def _inline(node: Node, index: int, around: tuple[str, ...]) -> list[Node]:
    """Return the normal form of one inline node, as the nodes that take its place."""
    if node.kind == "soft_break":
        return [text_like(node, " ")]
    if node.kind == "task_marker" and (index or around):
        return [box_text(node)]  # what begins no item is no task, but looks like one
    if node.kind == "html_inline" and _BREAK.fullmatch(node.text):
        return [Node("hard_break", node.start, node.end)]
    if node.kind == "text":
        return [_legible(node)] if node.text else []
    if node.kind == "html_inline":
        return [text_like(node, node.text)] if node.text else []
    if node.kind == "code":
        text = legible(_LINE_END.sub(" ", node.text))
        return [node._replace(text=text)] if text else []
    if node.kind == "footnote_reference":
        return [node._replace(attrs={"label": " ".join(node.attrs["label"].split())})]
    if node.kind in ("link", "image"):
        return _link(node, around)
    if node.kind == "language":
        return _language(node, around)
    if node.kind in _STYLES:
        children = inlines(node.children, (*around, node.kind))
        return children if node.kind in around else [holding(node, children)]
    return [node]


def _link(node: Node, around: tuple[str, ...]) -> list[Node]:
    marks: list[Node] = []
    children = _unlinked(node, inlines(node.children, (*around, node.kind)), marks)
    attrs = {key: legible(node.attrs[key]) for key in ("dest", "title")}
    return [holding(node, _joined(children), attrs), *(marks if node.kind == "link" else ())]


def _language(node: Node, around: tuple[str, ...]) -> list[Node]:
    """Return a passage in another language; one within the same, or too many, is unwrapped."""
    name = f"language {node.attrs['lang']}"
    children = inlines(node.children, (*around, name))
    outer = [kind for kind in around if kind.startswith("language ")]
    return children if name in outer or len(outer) >= DEEPEST_MARKS else [holding(node, children)]


def _unlinked(holder: Node, nodes: Iterable[Node], marks: list[Node]) -> list[Node]:
    """Return the contents of a link without links and footnote marks; these go into `marks`."""
    result: list[Node] = []
    for node in nodes:
        if node.kind == "footnote_reference":
            marks.append(node)
        elif node.kind == "link" and holder.kind == "link":
            result.extend(_unlinked(holder, node.children, marks))
        elif node.kind == "code" and "]:" in node.text and holder.kind == "link":
            # A line that begins [`]:`](address) defines a link; no escape helps inside of code.
            result.append(text_like(node, node.text))
        else:
            result.append(holding(node, _joined(_unlinked(holder, node.children, marks))))
    return result


def _joined(nodes: Iterable[Node]) -> list[Node]:
    """Return inline nodes with what has come to stand side by side joined."""
    result: list[Node] = []
    for node in nodes:
        if node.children or node.kind not in (*_STYLES, "language"):
            _append(result, node)
    return result


def _append(nodes: list[Node], node: Node) -> None:
    """Append a node, joined to the text before it and without the spaces beside a hard break."""
    last = nodes[-1] if nodes else None
    if node.kind == "hard_break" and last is not None and last.kind == "text":
        nodes.pop()
        if stripped := last.text.rstrip(" "):
            nodes.append(last._replace(text=stripped))
    elif node.kind == "text" and last is not None and last.kind == "hard_break":
        node = node._replace(text=node.text.lstrip(" "))
        if not node.text:
            return
    elif node.kind in ("text", "code") and last is not None and last.kind == node.kind:
        nodes[-1] = last._replace(end=node.end, text=last.text + node.text)
        return
    elif node.kind in _STYLES and last is not None and last.kind == node.kind:
        nodes[-1] = holding(last, _joined([*last.children, *node.children]))
        return
    elif node.kind in _BRACKETED and last is not None and last.kind == "footnote_reference":
        # `[^1][text](address)` reads as a link named `^1`: nothing but a space parts them.
        nodes.append(Node("text", node.start, node.start, (), " "))
    nodes.append(node)


def leaves(nodes: Iterable[Node], kinds: tuple[str, ...]) -> Iterator[Node]:
    """Yield the nodes of some kinds at any depth, in order, without what they stand in."""
    return (inner for node in nodes for inner in node.walk() if inner.kind in kinds)


def trimmed(nodes: list[Node]) -> list[Node]:
    """Return inline nodes without the hard breaks at either end."""
    while nodes and nodes[0].kind == "hard_break":
        nodes = nodes[1:]
    while nodes and nodes[-1].kind == "hard_break":
        nodes = nodes[:-1]
    return nodes


def holding(node: Node, children: Iterable[Node], attrs: Mapping[str, Any] | None = None) -> Node:
    """Return the node with other children, and other attributes when they are given."""
    held = tuple(children)
    if attrs is None and len(held) == len(node.children) and all(map(is_, held, node.children)):
        return node
    return Node(
        node.kind, node.start, node.end, held, node.text, node.attrs if attrs is None else attrs
    )


def _legible(node: Node) -> Node:
    return text_like(node, node.text) if "\0" in node.text else node


def text_like(node: Node, text: str) -> Node:
    """Return text that takes the place of a node."""
    return Node("text", node.start, node.end, (), legible(text))


def box_text(mark: Node) -> Node:
    """Return a task's box as the text that looks like it, with a space after it."""
    return text_like(mark, "[x] " if mark.attrs["checked"] else "[ ] ")


def legible(text: str) -> str:
    """CommonMark 2.3: the null character stands for the replacement character."""
    return text.replace("\0", "\ufffd")
