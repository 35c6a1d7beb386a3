"""A publication as GitHub-flavoured Markdown, such as a careful person would have written it.

The text is canonical: read and written again it is the same, byte for byte.
"""

import re
from collections.abc import Iterable, Sequence
from urllib.parse import quote

from wp.publishing.canonical import canonical, canonical_body
from wp.publishing.contents import contents_list, find_container, heading_text, headings_of
from wp.publishing.markdown_blocks import block_lines
from wp.publishing.numbering import caption_of
from wp.publishing.publication import Publication, asset_name
from wp.reading.languages import unmarked
from wp.reading.nodes import Node, transform
from wp.reading.slugs import slugs

DEEPEST_HEADING = 6


def write_markdown(publication: Publication) -> str:
    """Return the publication as Markdown, one line a paragraph, that ends with a line end.

    Links to a heading's id become links to the anchor that GitHub gives the heading, or to the id
    where the heading has a number, which is then written as an anchor of its own; pictures
    become paths as `asset_paths` has them. A tree without a cover gets the title as its first
    heading and the others one level deeper. Uses the label `contents`.
    """
    return write_blocks(_Flattening(publication).whole())


def write_blocks(nodes: Iterable[Node]) -> str:
    """Return blocks of Markdown's own kinds as canonical Markdown, "" for none.

    `wp.reading.markup.parse` reads it back as `canonical(nodes)`, but for the offsets. Headings
    keep their attributes (`{#id .class}`), links and pictures their destinations.
    """
    lines = block_lines(canonical(nodes))
    return "".join(f"{line}\n" for line in lines)


def asset_paths(publication: Publication) -> dict[str, str]:
    """Return where the pictures of the text lie: name in `assets` to path beside the Markdown file.

    Only pictures that the text shows are in it. The paths use "/" on every system.
    """
    base = publication.name.rpartition("/")[2]
    pictures = (node for node in publication.body.walk() if node.kind == "image")
    names = sorted({asset_name(node.attrs["dest"]) for node in pictures})
    return {name: f"{base}-assets/{name}" for name in names if name in publication.assets}


def asset_files(publication: Publication) -> dict[str, bytes]:
    """Return the pictures to write beside the Markdown file: path below `build/` to bytes."""
    folder = publication.name.rpartition("/")[0]
    prefix = f"{folder}/" if folder else ""
    paths = asset_paths(publication)
    return {prefix + path: publication.assets[name] for name, path in paths.items()}


class _Flattening:
    """One publication's tree on its way to Markdown's own kinds."""

    def __init__(self, publication: Publication) -> None:
        self.publication = publication
        self.paths = asset_paths(publication)
        # GitHub has no notation for another language: a mark would be shown
        self.blocks = canonical_body(unmarked(publication.plain or publication.body))
        self.covered = find_container(self.blocks, "cover") is not None
        headings = list(headings_of(self.blocks))
        texts = [heading_text(heading, line_break="") for heading in headings]
        anchors = list(slugs(texts if self.covered else [publication.title, *texts]))
        made = zip(headings, anchors[-len(texts) :], strict=False)
        self.anchors: dict[str, str] = {
            heading.attrs.get("id") or "": anchor for heading, anchor in made
        }
        # GitHub makes an anchor of a heading's text. What has a number gets one of its own, for
        # else a link from elsewhere would break when a chapter is added; and so does a heading
        # whose text gives the same.
        fixed = {node.attrs["id"] for node in headings if "number" in node.attrs}
        clashing = {name for name, anchor in self.anchors.items() if anchor in fixed}
        self.fixed = fixed | (clashing if fixed else set())
        self.anchors.update((name, name) for name in self.fixed)

    def whole(self) -> list[Node]:
        """Return the document in Markdown's own kinds."""
        blocks = self._flat(self.blocks)
        if self.covered:
            return blocks
        title = _heading(1, self.publication.title)
        words = [word for word in (self.publication.subtitle, self.publication.state) if word]
        under = [_paragraph([_text(" · ".join(words))])] if words else []
        return [title, *under, *blocks]

    def _flat(self, nodes: Sequence[Node]) -> list[Node]:
        blocks: list[Node] = []
        for index, node in enumerate(nodes):
            before = nodes[index - 1] if index else None
            blocks += self._block(node, before)
        return blocks

    def _block(self, node: Node, before: Node | None) -> list[Node]:
        match node.kind:
            case "container":
                return self._container(node)
            case "contents":
                return self._contents(before is not None and before.kind == "heading")
            case "page_break":
                return []
            case "figure":
                picture = _paragraph(self._spans(node.children))
                return [picture, *self._caption(node)]
            case "table":
                return [*self._caption(node), transform(node, self._change)]
        return [transform(node, self._change)]

    def _container(self, node: Node) -> list[Node]:
        if node.attrs["name"] == "cover":
            return self._cover(node)
        inner = self._flat(node.children)
        if node.attrs["name"] == "notice":
            return [Node("block_quote", node.start, node.end, tuple(inner))]
        if node.attrs["name"] == "facts":
            return [_tightened(child) for child in inner]
        return inner

    def _cover(self, node: Node) -> list[Node]:
        """Return the title, which alone is a heading of level 1, and what stands under it."""
        title, *under = node.children
        if title.kind != "heading":
            return self._flat(node.children)
        words = self._spans(title.children)
        state = [_paragraph([_text(self.publication.state)])] if self.publication.state else []
        heading = Node("heading", title.start, title.end, tuple(words), attrs={"level": 1})
        return [heading, *state, *self._flat(under)]

    def _caption(self, node: Node) -> list[Node]:
        caption = self._spans(caption_of(node, self.publication.labels))
        return [_paragraph([Node("emphasis", 0, 0, tuple(caption))])] if caption else []

    def _spans(self, nodes: Iterable[Node]) -> list[Node]:
        return [transform(node, self._change) for node in nodes]

    def _change(self, node: Node) -> Node:
        """Return a node as GitHub knows it: levels, anchors, paths."""
        if node.kind == "heading":
            # below the document's own title, which is the one heading of level 1
            name = node.attrs.get("id")
            own = [Node("anchor", 0, 0, attrs={"id": name})] if name in self.fixed else []
            attrs = {"level": min(node.attrs["level"] + 1, DEEPEST_HEADING)}
            return node._replace(children=(*own, *node.children), attrs=attrs)
        if node.kind == "link":
            return node._replace(attrs={**node.attrs, "dest": self._dest(node.attrs["dest"])})
        if node.kind == "image":
            name = asset_name(node.attrs["dest"])
            return node._replace(attrs={**node.attrs, "dest": _address(self.paths.get(name, name))})
        return node

    def _dest(self, dest: str) -> str:
        anchor = self.anchors.get(dest[1:]) if dest.startswith("#") else None
        return dest if anchor is None else f"#{anchor}"

    def _contents(self, titled: bool) -> list[Node]:
        """Return the table of contents as nested links, titled unless a heading stands above."""
        entries = contents_list(self.blocks)
        if entries is None:
            return []
        title = _text(self.publication.labels["contents"])
        label = [] if titled else [_paragraph([Node("strong", 0, 0, (title,))])]
        return [*label, transform(entries, self._change)]


def _tightened(node: Node) -> Node:
    """Return a list of single lines without blank lines between them, another block as it is."""
    lines = [item.children for item in node.children if node.kind == "list"]
    if not lines or any([block.kind for block in item] != ["paragraph"] for item in lines):
        return node
    items = [
        item._replace(children=(item.children[0]._replace(kind="plain"),)) for item in node.children
    ]
    return node._replace(children=tuple(items))


def _address(path: str) -> str:
    """Return a path as an address; letters of any alphabet stay readable."""
    return re.sub(r"[^\w/.~-]", lambda match: quote(match[0]), path)


def _text(text: str) -> Node:
    return Node("text", 0, 0, (), text)


def _paragraph(children: Iterable[Node]) -> Node:
    return Node("paragraph", 0, 0, tuple(children))


def _heading(level: int, text: str) -> Node:
    return Node("heading", 0, 0, (_text(text),), attrs={"level": level})
