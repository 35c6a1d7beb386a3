"""The table of contents: which headings it lists, as nested links."""

from collections.abc import Iterable, Iterator, Sequence

from wp.reading.nodes import Node

USUAL_DEPTH = 2
"""The deepest level listed where a publication doesn't say."""


def headings_of(nodes: Iterable[Node]) -> Iterator[Node]:
    """Yield the headings that have a place in the document, in order: those outside of notes."""
    for node in nodes:
        if node.kind == "heading":
            yield node
        elif node.kind != "footnote":
            yield from headings_of(node.children)


def heading_text(node: Node, line_break: str = " ") -> str:
    """Return what a heading says, without its pictures and notes."""
    if node.kind in ("text", "code"):
        return node.text
    if node.kind in ("hard_break", "soft_break"):
        return line_break
    if node.kind == "image":
        return ""
    return "".join(heading_text(child, line_break) for child in node.children)


def find_container(nodes: Iterable[Node], name: str) -> Node | None:
    """Return the first container of a name, wherever it stands."""
    found = (inner for node in nodes for inner in node.walk() if inner.kind == "container")
    return next((node for node in found if node.attrs["name"] == name), None)


def contents_title(blocks: Sequence[Node]) -> Node | None:
    """Return the heading that stands just above the place of the contents, and so is its title."""
    for before, node in zip((None, *blocks), blocks, strict=False):
        if node.kind == "contents":
            return before if before is not None and before.kind == "heading" else None
        if node.kind == "container" and (title := contents_title(node.children)):
            return title
    return None


def contents_list(blocks: Sequence[Node]) -> Node | None:
    """Return the contents as a list of links `#id`, deeper levels as lists in its items.

    The cover's headings and the contents' own title are left out. None when nothing is listed.
    """
    places = (node for block in blocks for node in block.walk() if node.kind == "contents")
    place = next(places, None)
    depth = USUAL_DEPTH if place is None else place.attrs["depth"]
    cover = find_container(blocks, "cover")
    apart = {id(node) for node in headings_of([cover] if cover is not None else [])}
    apart.add(id(contents_title(blocks)))
    entries = [
        (node.attrs["level"], _entry(node))
        for node in headings_of(blocks)
        if node.attrs["level"] <= depth and id(node) not in apart
    ]
    return _nested(entries) if entries else None


def _entry(heading: Node) -> Node:
    text = Node("text", 0, 0, (), " ".join(heading_text(heading).split(" ")))
    link = Node("link", 0, 0, (text,), attrs={"dest": f"#{heading.attrs['id']}", "title": ""})
    return Node("plain", 0, 0, (link,))


def _nested(entries: Sequence[tuple[int, Node]]) -> Node:
    """Return entries (level, block) as a list; a level that is skipped makes no list of its own."""
    items: list[Node] = []
    index = 0
    while index < len(entries):
        level, entry = entries[index]
        end = index + 1
        while end < len(entries) and entries[end][0] > level:
            end += 1
        inner = (_nested(entries[index + 1 : end]),) if end > index + 1 else ()
        items.append(Node("item", 0, 0, (entry, *inner)))
        index = end
    return Node("list", 0, 0, tuple(items), attrs={"ordered": False, "first": 1})
