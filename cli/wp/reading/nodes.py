"""The tree that a Markdown text is read into: what its nodes hold, and how they are walked."""

from collections.abc import Callable, Container, Iterator, Mapping
from operator import is_not
from types import MappingProxyType
from typing import Any, NamedTuple

INLINE = frozenset(
    {
        *("text", "code", "emphasis", "strong", "strikethrough", "link", "image", "language"),
        *("footnote_reference", "soft_break", "hard_break", "html_inline", "task_marker"),
    }
)

# Blocks that hold inline nodes; all others hold blocks, or a text of their own.
TEXT_BLOCKS = frozenset({"paragraph", "plain", "heading", "table_cell"})

NOTHING: Mapping[str, Any] = MappingProxyType({})


class Node(NamedTuple):
    """One element of a Markdown text, never changed once it is made.

    It is a tuple because a programme has hundreds of thousands of them, and there is nothing that
    Python makes quicker; what it holds is read by name.

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
    attrs: Mapping[str, Any] = NOTHING

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


def transform(
    node: Node, change: Callable[[Node], Node], kinds: Container[str] | None = None
) -> Node:
    """Return the tree rebuilt from the leaves up, each node passed through `change`.

    With `kinds` only nodes of these are; a call for each of the others is most of what it costs.
    """
    if node.children:
        made = tuple(
            [
                transform(inner, change, kinds)
                if inner.children
                else change(inner)
                if kinds is None or inner.kind in kinds
                else inner
                for inner in node.children
            ]
        )
        if any(map(is_not, made, node.children)):
            node = Node(node.kind, node.start, node.end, made, node.text, node.attrs)
    return change(node) if kinds is None or node.kind in kinds else node


def unwrapped(node: Node, is_wrapper: Callable[[Node], bool]) -> Node:
    """Return a node with what some of its children hold in their place; the same if none is such"""
    if not any(map(is_wrapper, node.children)):
        return node
    kept: list[Node] = []
    for child in node.children:
        kept.extend(child.children if is_wrapper(child) else (child,))
    return node._replace(children=tuple(kept))
