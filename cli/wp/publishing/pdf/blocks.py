"""A publication's body in Typst: calls of the functions that the frame (`frame.typ.j2`) defines.

Nothing is written but calls, and text only as quoted strings in them; how things look is the
frame's business alone.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import NamedTuple

from wp.publishing.numbering import caption_of
from wp.publishing.pdf.code import arguments, array, boolean, filled, joined, quoted, visible
from wp.publishing.pdf.inline import InlineWriter, box_of, flat, has_words, shows, unboxed
from wp.publishing.publication import Publication
from wp.publishing.room import cell_length, long_chapters, shares_page
from wp.reading.nodes import Node

# Typst gives up on content nested deeper than about sixty of its own layers; a list costs two of
# them, a quotation four. What is nested deeper than this is written, but indented no further.
DEEPEST_BLOCK = 6

_PAGES = frozenset({"colophon", "glance"})
_NESTING = frozenset({"list", "item", "block_quote"})


class WrittenTable(NamedTuple):
    """A table as it was written: its rows with the head, its columns, whether it heads its rows."""

    rows: int
    columns: int
    row_headers: bool


def write_typst(publication: Publication) -> str:
    """Return the body as Typst markup, one `#call(…)` for each block at the top level.

    It expects the functions of the frame (see there) and the assets under their `asset_files`.
    """
    return write_body(publication)[0]


def write_body(publication: Publication) -> tuple[str, tuple[WrittenTable, ...]]:
    """Return the body as `write_typst`, and its tables in the order that they are read in."""
    writer = _Writer(publication)
    opening = [] if has_cover(publication) else [writer.opening()]
    calls = [*opening, *writer.blocks(publication.body.children)]
    return "".join(f"#{call}\n\n" for call in calls), tuple(writer.tables)


def has_cover(publication: Publication) -> bool:
    """Tell whether the publication has a title page; without one the title heads the text."""
    return any(
        node.kind == "container" and node.attrs["name"] == "cover"
        for node in publication.body.children
    )


def asset_files(publication: Publication) -> dict[str, str]:
    """Return the file name below the compiler's root for each asset.

    The names are our own, so that none can leave the folder or hold a character Typst refuses;
    the ending stays, because Typst tells the kind of a picture from it.
    """
    return {
        name: f"asset-{number}{PurePosixPath(name).suffix.lower()}"
        for number, name in enumerate(sorted(publication.assets), 1)
    }


@dataclass
class _Writer:
    """Turns blocks into Typst expressions and remembers the headings already written.

    `depth` counts the lists, quotations, panels and notes around a block: 0 is the flow of the
    page, where alone a page may end. `top` is the level of the chapters: 1 below a cover, 2 below
    a title that is itself the heading at level 1.
    """

    publication: Publication
    labelled: set[str] = field(default_factory=set)
    tables: list[WrittenTable] = field(default_factory=list)
    level: int = 0
    top: int = field(init=False)
    chapters: set[int] = field(init=False)
    inline: InlineWriter = field(init=False)

    def __post_init__(self) -> None:
        self.top = 1 if has_cover(self.publication) else 2
        self.chapters = long_chapters(self.publication.body.children) if self.top == 1 else set()
        self.inline = InlineWriter(
            files=asset_files(self.publication),
            ids={
                node.attrs["id"]
                for node in self.publication.body.walk()
                if node.kind == "anchor"
                or (node.kind == "heading" and node.attrs.get("id") and has_words(node))
            },
            notes={
                node.attrs["label"]: node
                for node in self.publication.body.walk()
                if node.kind == "footnote"
            },
            blocks=lambda nodes: self.blocks(nodes, 2),
        )

    def blocks(self, nodes: Sequence[Node], depth: int = 0) -> list[str]:
        """Return one expression for each block that shows."""
        written = (self.block(nodes, place, depth) for place in range(len(nodes)))
        return [expression for expression in written if expression]

    def body(self, nodes: Sequence[Node], depth: int) -> str:
        """Return blocks as one argument."""
        return joined(self.blocks(nodes, depth), "\n")

    def block(self, nodes: Sequence[Node], place: int, depth: int) -> str:
        """Return the expression for the block at a place, "" when it shows nothing here."""
        node = nodes[place]
        match node.kind:
            case "paragraph" if len(node.children) == 1 and node.children[0].kind == "image":
                return f"picture({self.inline.image(node.children[0])})"
            case "paragraph":
                return f"par({self.inline.write(node.children)})"
            case "plain":
                return self.inline.write(node.children)
            case "heading":
                return self.heading(node)
            case "list":
                return self.list(node, depth)
            case "block_quote":
                if depth >= DEEPEST_BLOCK:
                    return self.body(flat(node, _NESTING), depth)
                return f"quote(block: true, {self.body(node.children, depth + 1)})"
            case "code_block":
                return f"raw({quoted(node.text.removesuffix(chr(10)))}, block: true)"
            case "html_block":
                return f"par({quoted(node.text.strip())})"
            case "rule":
                return "divider()"
            case "table":
                return self.table(node)
            case "figure":
                picture = self.inline.image(node.children[0])
                return f"picture({picture}, caption: {self.caption(node)})"
            case "contents":
                return self.contents(nodes, place)
            case "page_break":
                return "" if depth else "pagebreak(weak: true)"
            case "container":
                return self.container(nodes, place, depth)
            case "footnote":
                return ""
        return self.inline.write((node,))

    def opening(self) -> str:
        """Return the title of a document without a cover, its one heading at level 1."""
        self.level = 1
        title, subtitle = self.publication.title, self.publication.subtitle
        words = title if visible(title) else self.publication.name
        return f"opening(section(1, {quoted('')}, {quoted(words)}), {quoted(subtitle)})"

    def heading(self, node: Node) -> str:
        """Return a heading; the levels never skip one, as PDF/UA-1 demands (7.4.2)."""
        if not has_words(node):
            return f"par({self.inline.write(node.children)})" if shows(node) else ""
        self.level = min(self.shown_level(node), self.level + 1)
        name = node.attrs.get("id") or ""
        name = "" if name in self.labelled else name
        self.labelled.add(name)
        text = self.inline.write(node.children)
        option = ", chapter: true" if id(node) in self.chapters else ""
        return f"section({self.level}, {quoted(name)}, {text}{option})"

    def shown_level(self, node: Node) -> int:
        """Return the level that a heading has below the title; a PDF knows six (H1 to H6)."""
        return int(min(node.attrs["level"] + self.top - 1, 6))

    def list(self, node: Node, depth: int) -> str:
        """Return a list; where every item is a task, the boxes are the labels of the items."""
        if depth >= DEEPEST_BLOCK:
            return self.body(flat(node, _NESTING), depth)
        loose = any(child.kind == "paragraph" for item in node.children for child in item.children)
        options = f"tight: {boolean(not loose)}"
        boxes = [box for item in node.children if (box := box_of(item))]
        if not node.attrs["ordered"] and len(boxes) == len(node.children):
            tasks = (
                f"({boolean(box.attrs['checked'])}, {filled(self.body(unboxed(item), depth + 1))})"
                for item, box in zip(node.children, boxes, strict=True)
            )
            return f"tasks({arguments([options, *tasks])})"
        name = "list"
        if node.attrs["ordered"]:
            name, options = "enum", f"start: {node.attrs['first']}, {options}"
        items = (filled(self.body(item.children, depth + 1)) for item in node.children)
        return f"{name}({arguments([options, *items])})"

    def table(self, node: Node) -> str:
        """Return a table; `lengths` tells the frame how long each column's longest text is."""
        head, *rows = node.children
        row_headers = node.attrs.get("row_headers", False)
        # Before its cells are written: a note in one may hold a table, which is read after it.
        self.tables.append(WrittenTable(len(node.children), len(head.children), row_headers))
        names = [self.inline.write(cell.children) for cell in head.children]
        lengths = [
            max(cell_length(row.children[place]) for row in node.children)
            for place in range(len(names))
        ]
        aligned = ["left" if side == "none" else side for side in node.attrs["alignments"]]
        # A head repeated on the next page is no part of the text, where PDF/UA-1 forbids links.
        linked = any(inner.kind in ("link", "footnote_reference") for inner in head.walk())
        options = [
            f"caption: {self.caption(node)}",
            f"widths: {array(map(str, node.attrs.get('widths', ())))}",
            f"lengths: {array(map(str, lengths))}",
            f"align: {array(aligned)}",
            f"classes: {array(map(quoted, node.attrs.get('classes', ())))}",
            f"repeat: {boolean(not linked)}",
            f"head: {array(names)}",
        ]
        cells = [
            f"row-head({text})" if row_headers and not place else text
            for row in rows
            for place, cell in enumerate(row.children)
            for text in [self.inline.write(cell.children)]
        ]
        return f"data-table({arguments([*options, *cells])})"

    def caption(self, node: Node) -> str:
        caption = caption_of(node, self.publication.labels)
        return self.inline.write(caption) if caption else "none"

    def contents(self, nodes: Sequence[Node], place: int) -> str:
        """Return the table of contents, with a title of its own unless a heading stands above."""
        title = "none"
        if not place or nodes[place - 1].kind != "heading":
            coming = (found for sibling in nodes[place:] for found in sibling.walk())
            levels = (self.shown_level(found) for found in coming if found.kind == "heading")
            self.level = max(1, min(next(levels, self.level), self.level + 1))
            title = quoted(self.publication.labels["contents"])
        depth = nodes[place].attrs["depth"] + self.top - 1
        return f"contents({depth}, {self.level}, {title}, top: {self.top})"

    def container(self, nodes: Sequence[Node], place: int, depth: int) -> str:
        node = nodes[place]
        name = node.attrs["name"]
        if name == "facts":
            return self.facts(node)
        if name == "logo":
            return f"logo({self.logo(node)})"
        if name == "notice":
            length = len(node.plain_text())
            return f"notice(length: {length}, {self.body(node.children, depth + 1)})"
        if name == "lead":
            return f"lead({self.body(node.children, depth + 1)})"
        if depth or name not in ("cover", "wide", "topic", *_PAGES):
            return self.body(node.children, depth)
        if name == "cover":
            return self.cover(node)
        if name == "wide":
            return f"wide({self.body(node.children, 0)})"
        if name in _PAGES:  # in a box of their own, where no page may end
            return f"{name}({self.body(node.children, 1)})"
        shared = boolean(shares_page(node, nodes[:place], self.chapters))
        level = next((self.shown_level(n) for n in node.walk() if n.kind == "heading"), self.top)
        return f"topic(level: {level}, shared: {shared}, {self.body(node.children, 0)})"

    def cover(self, node: Node) -> str:
        """Return the title page: its first heading apart, and the subtitle set as a lead."""
        headings = [child for child in node.children if child.kind == "heading"]
        title = (self.heading(headings[0]) if headings else "") or "none"
        rest = [
            Node("container", 0, 0, (child,), attrs={"name": "lead"})
            if child.plain_text() == self.publication.subtitle
            else child
            for child in node.children
            if child not in headings[:1]
        ]
        return f"cover({title}, {self.body(rest, 1)})"

    def logo(self, node: Node) -> str:
        """Return the pictures of the logo, each as large as the frame says."""
        images = (found for found in node.walk() if found.kind == "image")
        return joined([f"inline-picture({self.inline.image(image)})" for image in images])

    def facts(self, node: Node) -> str:
        """Return the panel: each item's leading `strong` is the label, the rest its value."""
        pairs = []
        for item in (item for child in node.children for item in child.children):
            first, *rest = item.children or (Node("plain", 0, 0),)
            label, value = "[]", list(first.children)
            if value and value[0].kind == "strong":
                label = self.inline.write(value.pop(0).children)
            if value and value[0].kind == "text":
                value[0] = value[0]._replace(text=value[0].text.lstrip(" :"))
            blocks = [*([self.inline.write(value)] if value else []), *self.blocks(rest, 2)]
            pairs.append(f"({filled(label)}, {filled(joined(blocks))})")
        return f"facts({arguments([f'length: {len(node.plain_text())}', *pairs])})"
