"""From what the programme holds, through an output template, to a `Publication`.

The template is Markdown with Jinja and directives. It is parsed by the same parser as the content;
the sections that it calls for join the tree as trees, so that nothing in a document's text can
break out of its place.
"""

import re
from collections import ChainMap
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from types import SimpleNamespace
from typing import Any

import jinja2
from markupsafe import Markup

from wp.colours import USUAL, Palette
from wp.language.wording import Language
from wp.programme.model import SectionText
from wp.publishing import environment
from wp.publishing.direction import straight, straight_tree
from wp.publishing.directives import structure
from wp.publishing.labels import frame_labels, labels_of, word
from wp.publishing.numbering import numbered
from wp.publishing.prose import Places, anchor, fit
from wp.publishing.publication import Publication
from wp.publishing.spacing import held_tree
from wp.reading.markup import parse
from wp.reading.nodes import INLINE, TEXT_BLOCKS, Node, transform, unwrapped
from wp.reading.outline import outline_of
from wp.reading.repository import Repository
from wp.reading.slugs import slug


@dataclass(frozen=True)
class Cover:
    """What a publication says of itself, outside its text. See `Publication` for each field."""

    name: str
    title: str
    subtitle: str = ""
    author: str = ""
    date: str = ""
    state: str = ""


@dataclass(frozen=True)
class Composer:
    """Makes publications of one repository in one language, in the council's colours.

    `logo` is the publisher's logo, an asset by its name, if there is one.
    """

    repository: Repository
    language: Language
    palette: Palette = USUAL
    logo: Mapping[str, bytes] = field(default_factory=dict)

    @cached_property
    def labels(self) -> Mapping[str, str]:
        """The words of the output templates.

        Raises `WpError` for one that lacks the language.
        """
        return labels_of(self.repository.root, self.language)

    @cached_property
    def _environment(self) -> jinja2.Environment:
        made = environment.markdown_environment(self.repository.root, self.language)
        made.filters["word"] = lambda value, where: word(
            self.repository, where, value, self.language
        )
        return made

    def get_ready(self) -> None:
        """Work out now what all publications have in common."""
        _ = self.labels, self._environment, self._owners, self._heading_anchors

    def compose(
        self,
        cover: Cover,
        templates: tuple[str, ...],
        context: Mapping[str, Any],
        assets: Mapping[str, bytes] | None = None,
    ) -> tuple[Publication, Mapping[str, str]]:
        """Fill the first of `templates` that exists and return the publication.

        `assets` are pictures that the template may show as `asset:NAME`. With the publication come
        the attachments that its text links to: the path below the output folder to that from the
        root. Raises `WpError` when the template can't be used.
        """
        sections: list[SectionText] = []
        template = environment.load(self._environment, *templates)
        places = Places(self.repository.root)
        tools = self._tools(sections, places)
        text = environment.render(template, **context, **tools, cover=cover)
        tree = structure(parse(straight(text), bounded=False))
        tree = _named(tree)
        places.anchors = self._anchors(tree)
        tree = straight_tree(_settled(_placed(tree, sections, places)))
        tree = numbered(tree, self.labels)
        depth = cover.name.count("/")
        if depth:
            tree = _relative(tree, places.attachments, "../" * depth)
        pictures = {
            name: (self.repository.root / path).read_bytes() for name, path in places.assets.items()
        }
        publication = Publication(
            name=cover.name,
            title=straight(cover.title),
            subtitle=straight(cover.subtitle),
            author=straight(cover.author),
            language=self.language,
            date=cover.date,
            state=cover.state,
            body=held_tree(tree, self.language),
            plain=tree,
            labels=frame_labels(self.labels),
            assets={**_straight_pictures(assets or {}), **self.logo, **pictures},
            palette=self.palette,
        )
        return publication, places.attachments

    def _tools(self, sections: list[SectionText], places: Places) -> dict[str, Any]:
        """Return what a template can call besides its data."""

        def prose(section: SectionText) -> Markup:
            sections.append(section)
            return Markup(f'\n\n<!-- wp: prose number="{len(sections) - 1}" /-->\n\n')

        def link(text: Any, *parts: str) -> Markup:
            return Markup(f"[{environment.escape_markdown(text)}](#{anchor(*parts)})")

        def key(*parts: str, kind: str = "") -> Markup:
            return Markup(f"{{#{anchor(*parts)}{f' .{kind}' if kind else ''}}}")

        def place(*parts: str) -> Markup:
            """Make a place within a line that links of the same parts lead to."""
            return Markup(f'<a id="{anchor(*parts)}"></a>')

        def file(path: str) -> Markup:
            """Link to an attachment, a path from the root; its name alone when it isn't there."""
            name = places.attachment(path)
            shown = environment.escape_markdown(path.rpartition("/")[2])
            dest = re.sub(r"([<>\\])", r"\\\1", name)
            return Markup(f"[{shown}](<{dest}>)") if name else shown

        return {
            "t": SimpleNamespace(**self.labels),
            "prose": prose,
            "link": link,
            "key": key,
            "place": place,
            "file": file,
            "language": self.language,
            "logo": next(iter(self.logo), ""),
        }

    def _anchors(self, tree: Node) -> Mapping[str, str]:
        """Map documents, and their headings, to the ids of the headings that the tree has."""
        ids = {node.attrs["id"] for node in tree.walk() if node.kind == "heading"}
        there = {path: own for own in ids for path in self._owners.get(own, ())}
        return ChainMap(there, self._heading_anchors)

    @cached_property
    def _owners(self) -> Mapping[str, Sequence[str]]:
        """The documents by the id that each has where it is published."""
        owners: dict[str, list[str]] = {}
        for document in self.repository.documents:
            owners.setdefault(anchor(document.id), []).append(document.path)
        return owners

    @cached_property
    def _heading_anchors(self) -> dict[str, str]:
        """The ids of all headings of all documents, worked out once for all publications."""
        anchors: dict[str, str] = {}
        for document in self.repository.documents:
            for heading in document.body.walk():
                if heading.kind == "heading":
                    name = slug(heading.plain_text())
                    anchors[f"{document.path}#{name}"] = anchor(document.id, name)
            for match in outline_of(document).all_matches():
                if match.section is not None:
                    name = slug(match.section.title)
                    anchors[f"{document.path}#{name}"] = anchor(document.id, match.form.key)
        return anchors


def _straight_pictures(drawn: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return the pictures that we have drawn ourselves, whose texts come from the content."""
    return {name: straight(data.decode("utf-8")).encode("utf-8") for name, data in drawn.items()}


def _named(tree: Node) -> Node:
    """Give every heading of the template that names no id the slug of its text."""

    def name(node: Node) -> Node:
        if node.attrs["id"]:
            return node
        return node._replace(attrs={**node.attrs, "id": anchor(node.plain_text())})

    return transform(tree, name, ("heading",))


def _placed(tree: Node, sections: list[SectionText], places: Places) -> Node:
    """Put the sections' blocks where the template calls for them, below the heading before."""
    level = 0

    def blocks(node: Node) -> Iterator[Node]:
        nonlocal level
        for child in node.children:
            if child.kind == "heading":
                level = child.attrs["level"]
            if child.kind == "prose":
                yield from fit(sections[child.attrs["number"]], level, places)
            elif child.kind == "container":
                yield child._replace(children=tuple(blocks(child)))
            else:
                yield child

    return tree._replace(children=tuple(blocks(tree)))


def _settled(tree: Node) -> Node:
    """Make what must hold of the whole: notes at its end, ids once, links that lead somewhere."""
    notes: dict[str, Node] = {}
    tree = _without_notes(tree, notes)
    tree = tree._replace(children=(*tree.children, *notes.values()))
    seen: set[str] = set()
    tree = transform(tree, lambda node: _once(node, seen), ("heading", "anchor"))
    return transform(tree, lambda node: _leading(node, seen), TEXT_BLOCKS | INLINE - {"text"})


def _without_notes(node: Node, notes: dict[str, Node]) -> Node:
    """Take the notes out of the tree; one that several sections share is there once."""
    if node.kind not in ("document", "container"):
        return node
    kept = []
    for child in node.children:
        if child.kind == "footnote":
            notes.setdefault(child.attrs["label"], child)
        else:
            kept.append(_without_notes(child, notes))
    return node._replace(children=tuple(kept))


def _once(node: Node, seen: set[str]) -> Node:
    """Let the first heading with an id keep it and number the others; a place comes once."""
    if node.kind == "anchor" and node.attrs["id"] in seen:
        return Node("text", node.start, node.end)
    wanted = name = node.attrs["id"]
    number = 1
    while name in seen:
        number += 1
        name = f"{wanted}-{number}"
    seen.add(name)
    return node if name == wanted else node._replace(attrs={**node.attrs, "id": name})


def _leading(node: Node, ids: set[str]) -> Node:
    """A link to a heading that isn't in this publication becomes its text."""

    def is_lost(child: Node) -> bool:
        dest: str = child.attrs["dest"] if child.kind == "link" else ""
        return dest.startswith("#") and dest[1:] not in ids

    return unwrapped(node, is_lost)


def _relative(tree: Node, attachments: Mapping[str, str], upwards: str) -> Node:
    """Let links to attachments lead out of the folder that the publication is written to."""

    def change(node: Node) -> Node:
        if node.kind == "link" and node.attrs["dest"] in attachments:
            return node._replace(attrs={**node.attrs, "dest": upwards + node.attrs["dest"]})
        return node

    return transform(tree, change)
