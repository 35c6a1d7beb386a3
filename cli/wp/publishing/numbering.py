"""Numbers of chapters, annexes, tables and pictures, given once to the tree for every format.

Only a document whose template asks for it is numbered. Numbers are for readers; the ids of headings
and with them all links know nothing of them.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from wp.reading.nodes import Node

CHAPTER, ANNEXES = "numbered", "annexes"
"""The classes of a heading of level 1: it and what is below it are numbered, or its sections are
annexes. The other headings of level 1 have no number."""

DEEPEST_NUMBER = 3


def numbered(tree: Node, labels: Mapping[str, str]) -> Node:
    """Return the tree with its numbers; one without numbered chapters as it is.

    A heading of a numbered chapter down to `DEEPEST_NUMBER` gets `attrs["number"]`, such as `3.1`,
    an annex one such as `Bilag 2`, and both begin with it. Tables and figures with a caption get
    `attrs["number"]`, each kind in a row of its own. Of `labels` it uses `annex`.
    """
    if not any(_wants(node) for node in tree.walk()):
        return tree
    return _Numbering(labels["annex"]).node(tree)


def caption_of(node: Node, labels: Mapping[str, str]) -> tuple[Node, ...]:
    """Return the caption of a table or figure with its number before it; () without a caption.

    `labels` are those of the frame, of which it uses `table` and `figure`.
    """
    caption: tuple[Node, ...] = tuple(node.attrs.get("caption", ()))
    number = node.attrs.get("number")
    if not caption or number is None:
        return caption
    return (Node("text", 0, 0, (), f"{labels[node.kind]} {number}. "), *caption)


def _wants(node: Node) -> bool:
    classes = node.attrs.get("classes", ()) if node.kind == "heading" else ()
    return node.attrs.get("level") == 1 and (CHAPTER in classes or ANNEXES in classes)


@dataclass
class _Numbering:
    """Counts on through the tree: the chapters, what stands in the last one, tables, figures."""

    annex: str
    kind: str = ""
    chapters: int = 0
    below: list[int] = field(default_factory=list)
    counted: dict[str, int] = field(default_factory=dict)

    def node(self, node: Node) -> Node:
        match node.kind:
            case "document" | "container":
                return node._replace(children=tuple(self._children(node)))
            case "heading":
                number = self._number(node)
                return _headed(node, number) if number else node
            case "table" | "figure" if node.attrs.get("caption"):
                self.counted[node.kind] = number_of = self.counted.get(node.kind, 0) + 1
                return node._replace(attrs={**node.attrs, "number": number_of})
        return node

    def _children(self, node: Node) -> Iterator[Node]:
        return (self.node(child) for child in node.children)

    def _number(self, node: Node) -> str:
        level: int = node.attrs["level"]
        if level == 1:
            classes = node.attrs.get("classes", ())
            self.kind = next((kind for kind in (CHAPTER, ANNEXES) if kind in classes), "")
            self.chapters += self.kind == CHAPTER
            self.below = []
            return f"{self.chapters}" if self.kind == CHAPTER else ""
        deepest = {CHAPTER: DEEPEST_NUMBER, ANNEXES: 2}.get(self.kind, 0)
        if level > deepest:
            return ""
        place = level - 2
        counted = [*self.below, 0, 0][: place + 1]
        counted[place] += 1
        self.below = counted
        if self.kind == ANNEXES:
            return f"{self.annex} {counted[0]}"
        return ".".join(map(str, (self.chapters, *counted)))


def _headed(node: Node, number: str) -> Node:
    """Return a heading that begins with its number."""
    end = ": " if not number[:1].isdigit() else " "
    text = Node("text", node.start, node.start, (), f"{number}{end}")
    return node._replace(children=(text, *node.children), attrs={**node.attrs, "number": number})
