"""A publication's tree as pandoc's document, in the styles of `templates/reference.docx`.

What Word has and pandoc hasn't, the contents and the marks for breaks, comes from `word_markup`.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import Any

from wp.publishing.publication import Publication, asset_name
from wp.publishing.room import long_chapters, shares_page
from wp.publishing.word import markup as markup
from wp.publishing.word import pandoc_ast as ast
from wp.publishing.word import tables as tables
from wp.publishing.word.outline import Outline, cover_of, cover_style, leaves, shown_text
from wp.publishing.word.pandoc_ast import Json
from wp.publishing.word.raster import Picture
from wp.reading.nodes import Node

# Word's lists have nine levels. What is nested deeper is written, but indented no further.
DEEPEST_BLOCK, DEEPEST_INLINE = 8, 20

LOGO_ON_COVER, LOGO = 18, 9  # millimetres high

BREAK = ast.raw(markup.mark(markup.PAGE_BREAK))

# Characters of table text on a line between the margins, upright and on its side.
LINE, WIDE_LINE = 104, 160


def word_document(
    publication: Publication, language: str, pictures: Mapping[str, Picture]
) -> dict[str, Any]:
    """Return the publication as pandoc's `{"meta": …, "blocks": …}`, its text in `language`."""
    writer = _Writer(publication, pictures)
    body = publication.body.children
    above = body[:1] if body and body[0].attrs.get("name") == "logo" else ()  # the title
    blocks = [*writer.blocks(above), *writer.opening(), *writer.blocks(body[len(above) :])]
    return {"meta": {"lang": {"t": "MetaString", "c": language}}, "blocks": blocks}


@dataclass
class _Writer:
    """Turns nodes into pandoc's blocks and inlines, and remembers which notes it has written."""

    publication: Publication
    pictures: Mapping[str, Picture]
    outline: Outline = field(init=False)
    chapters: set[int] = field(init=False)
    shared: set[int] = field(init=False)
    notes: dict[str, Node] = field(init=False)
    numbers: dict[str, int] = field(default_factory=dict)
    in_notes: list[str] = field(default_factory=list)
    line: int = LINE

    def __post_init__(self) -> None:
        body = self.publication.body
        self.outline = Outline.of(body)
        self.chapters = long_chapters(body.children) if cover_of(body) else set()
        self.shared = {
            id(node)
            for place, node in enumerate(body.children)
            if node.attrs.get("name") == "topic"
            and shares_page(node, body.children[:place], self.chapters)
        }
        self.notes = {node.attrs["label"]: node for node in body.walk() if node.kind == "footnote"}

    def opening(self) -> Iterator[Json]:
        """Yield the title and subtitle of a document that has no cover to show them."""
        if cover_of(self.publication.body):
            return
        yield {"t": "Header", "c": [1, ast.PLAIN, [ast.text(self.publication.title)]]}
        if self.publication.subtitle:
            yield ast.styled("Lead", [ast.paragraph([ast.text(self.publication.subtitle)])])

    # Blocks. `depth` counts the lists and quotations around a block; `style` is that of the
    # paragraphs, where something around them gives them one.

    def blocks(self, nodes: Sequence[Node], depth: int = 0, style: str = "") -> list[Json]:
        """Return pandoc's blocks for a run of nodes."""
        made: list[Json] = []
        for place, node in enumerate(nodes):
            before = nodes[place - 1] if place else None
            after = nodes[place + 1] if place + 1 < len(nodes) else None
            made.extend(self.block(node, depth, style, before, after))
        return made

    def block(
        self, node: Node, depth: int, style: str, before: Node | None, after: Node | None
    ) -> list[Json]:
        """Return pandoc's blocks for one node, none when it shows nothing here."""
        match node.kind:
            case "paragraph":
                return [ast.paragraph(self.inlines(node.children))]
            case "plain":
                # Pandoc gives a style of ours to paragraphs alone.
                made = ast.paragraph if style else ast.plain
                return [made(self.inlines(node.children))]
            case "heading":
                heading = self.heading(node, after is not None and after.kind == "contents")
                return [BREAK, heading] if id(node) in self.chapters else [heading]
            case "list" | "block_quote" if depth >= DEEPEST_BLOCK:
                return self.blocks(leaves(node), depth, style)
            case "list":
                return [self.list_of(node, depth, style)]
            case "block_quote":
                inside = self.blocks(node.children, depth + 1, style or "Block Text")
                return inside if style else [ast.styled("Block Text", inside)]
            case "code_block":
                return [{"t": "CodeBlock", "c": [ast.PLAIN, node.text.removesuffix("\n")]}]
            case "html_block":
                return [ast.paragraph([ast.text(node.text.strip())])]
            case "rule":
                return [ast.raw(markup.rule())]
            case "table":
                return [tables.table(node, self.inlines, self.line, self.caption(node))]
            case "figure":
                return self.figure(node)
            case "contents":
                return [self.contents(before, node.attrs["depth"]), BREAK]
            case "page_break":
                return [BREAK]
            case "container":
                return self.container(node, depth, style)
            case "footnote":
                return []
        return [ast.paragraph(self.inlines([node]))]

    def heading(self, node: Node, heads_contents: bool) -> Json:
        """Return a heading; the title above the contents isn't one of those that they list."""
        inside = self.inlines(node.children)
        entry = self.outline.entries.get(id(node))
        if entry is None:
            return ast.paragraph([{"t": "Strong", "c": inside}])
        if heads_contents:
            return ast.styled("TOC Heading", [ast.paragraph([ast.span(entry.bookmark, inside)])])
        return {"t": "Header", "c": [entry.level, [entry.bookmark, [], []], inside]}

    def contents(self, before: Node | None, depth: int) -> Json:
        """Return the contents, with a title of their own unless a heading stands above."""
        headed = before is not None and before.kind == "heading"
        entries = [
            entry for key, entry in self.outline.entries.items() if not headed or key != id(before)
        ]
        title = "" if headed else self.publication.labels["contents"]
        return ast.raw(markup.contents(title, entries, self.outline.top, depth))

    def list_of(self, node: Node, depth: int, style: str) -> Json:
        items = [
            self.blocks(item.children, depth + 1, style) or [ast.plain([])]
            for item in node.children
        ]
        if node.attrs["ordered"]:
            numbering = [node.attrs["first"], {"t": "Decimal"}, {"t": "Period"}]
            return {"t": "OrderedList", "c": [numbering, items]}
        return {"t": "BulletList", "c": items}

    def container(self, node: Node, depth: int, style: str) -> list[Json]:
        match node.attrs["name"]:
            case "facts":
                return self.facts(node)
            case "notice" | "lead" as name:
                return [ast.styled(name.title(), self.blocks(node.children, depth, name.title()))]
            case "logo":
                height = LOGO_ON_COVER if cover_of(self.publication.body) else LOGO
                images = (found for found in node.walk() if found.kind == "image")
                shown = [self.image(found, height) for found in images]
                return [ast.styled("Logo", [ast.paragraph(shown)])]
            case "cover":
                return [*self.cover(node), BREAK]
            case "wide":
                self.line = WIDE_LINE
                inside = self.blocks(node.children, depth, style)
                self.line = LINE
                marks = (markup.WIDE_BEGINS, markup.WIDE_ENDS)
                begin, end = (ast.raw(markup.mark(name)) for name in marks)
                return [begin, *inside, end]
            case "topic":
                # On a page of its own, or shared with what introduces it, where both are short.
                inside = self.blocks(node.children, depth, style)
                return [*([] if id(node) in self.shared else [BREAK]), *inside, BREAK]
        return self.blocks(node.children, depth, style)

    def facts(self, node: Node) -> list[Json]:
        """Return the panel, and as they are the blocks that aren't its list."""

        def value(blocks: Sequence[Node]) -> list[Json]:
            return self.blocks(blocks, style="Table Text")

        return [
            made
            for child in node.children
            for made in (
                [tables.facts(child, self.inlines, value)]
                if child.kind == "list"
                else self.blocks([child])
            )
        ]

    def cover(self, node: Node) -> Iterator[Json]:
        """Yield the title page: its first heading is the title, its paragraphs what they say."""
        for child in node.children:
            if child is self.outline.title:
                if state := self.publication.state:
                    yield ast.styled("Cover State", [ast.paragraph([ast.text(state)])])
                name = self.outline.bookmarks.get(child.attrs.get("id") or "", "")
                span = ast.span(name, self.inlines(child.children))
                yield ast.styled("Title", [ast.paragraph([span])])
            elif child.kind == "paragraph":
                yield ast.styled(cover_style(child, self.publication), self.blocks([child]))
            elif child.kind == "container":
                yield from self.blocks([child])
            else:
                yield ast.styled("Cover Text", self.blocks([child], style="Cover Text"))

    def figure(self, node: Node) -> list[Json]:
        caption = self.caption(node)
        picture = ast.paragraph(self.inlines(node.children))
        if not caption:
            return [ast.styled("Figure", [picture])]
        words = ast.paragraph(caption)
        return [ast.styled(markup.CAPTIONED, [picture]), ast.styled("Image Caption", [words])]

    def caption(self, node: Node) -> list[Json]:
        """Return a caption; its number is a field of Word's, which counts anew when asked to."""
        caption = self.inlines(node.attrs.get("caption", ()))
        if caption and (number := node.attrs.get("number")):
            word = self.publication.labels[node.kind]
            return [ast.raw_inline(markup.sequence(word, number)), *caption]
        return caption

    # Inline text. `depth` counts the emphases and links around it.

    def inlines(self, nodes: Iterable[Node], depth: int = 0) -> list[Json]:
        """Return pandoc's inlines for a run of nodes."""
        return [made for node in nodes for made in self.inline(node, depth)]

    def inline(self, node: Node, depth: int) -> list[Json]:
        match node.kind:
            case "text" | "html_inline":
                return [ast.text(node.text)]
            case "code":
                return [ast.code(node.text)]
            case "soft_break" | "hard_break":
                return [{"t": "SoftBreak" if node.kind == "soft_break" else "LineBreak"}]
            case "task_marker":
                # At the head of an item pandoc takes these two for the item's bullet.
                return [ast.text("☒" if node.attrs["checked"] else "☐"), {"t": "Space"}]
            case "anchor":
                return [ast.span(self.outline.bookmarks[node.attrs["id"]], [])]
            case "image":
                return [self.image(node)]
            case "footnote_reference":
                return [self.note(node.attrs["label"])]
        if depth >= DEEPEST_INLINE:
            return self.inlines(leaves(node), depth)
        if node.kind == "link":
            return self.link(node, depth)
        return ast.formatted(node, self.inlines(node.children, depth + 1))

    def link(self, node: Node, depth: int) -> list[Json]:
        """Return a link, or its text alone where it leads nowhere a document may go."""
        dest = self.outline.address(node.attrs["dest"].strip())
        inside = self.inlines(node.children, depth + 1)
        if not dest:
            return inside
        return [{"t": "Link", "c": [ast.PLAIN, inside or [ast.text(dest)], [dest, ""]]}]

    def image(self, node: Node, height: float = 0) -> Json:
        picture = self.pictures[name := asset_name(node.attrs["dest"])]
        # A picture without a text is unheard; its name says more than nothing.
        alt = shown_text(node).strip() or node.attrs.get("title") or PurePosixPath(name).stem
        size = picture.at_height(height) if height else [*picture.size]
        return {"t": "Image", "c": [["", [], size], [ast.text(alt)], [picture.address, ""]]}

    def note(self, label: str) -> Json:
        """Return a footnote at its first reference, its number again at the next ones.

        Word has no notes in notes: there the text of the inner one stands in brackets.
        """
        node = self.notes.get(label)
        if node is None or label in self.in_notes:
            return ast.text(f"[^{label}]")
        bookmark = self.outline.notes[label]
        if label in self.numbers:
            return ast.raw_inline(markup.note_again(bookmark, self.numbers[label]))
        self.in_notes.append(label)
        if len(self.in_notes) > 1:
            pieces = [inline for block in leaves(node) for inline in block.children]
            made = ast.span("", [ast.text(" ["), *self.inlines(pieces), ast.text("]")])
        else:
            self.numbers[label] = len(self.numbers) + 1
            inside = self.blocks(node.children) or [ast.paragraph([])]
            made = ast.span(bookmark, [{"t": "Note", "c": inside}])
        self.in_notes.pop()
        return made
