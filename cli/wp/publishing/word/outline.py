"""A document's headings as Word needs them: levels without gaps, and a bookmark for each.

A cover shows the title in a style of its own, and the chapters are at level 1. Without a cover the
title is the one heading at level 1, so that what Word and a screen reader list begins with it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from wp.publishing.publication import Publication
from wp.reading.nodes import INLINE, Node

_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
_SCHEMES = frozenset({"http", "https", "mailto"})

# Word takes no bookmark of more than 40 characters; the rest is for a number that parts equals.
LONGEST_NAME = 32


# What only wraps blocks or inline text.
_LAYERS = ("list", "item", "block_quote")
_INLINE_LAYERS = ("emphasis", "strong", "strikethrough", "link", "language")


@dataclass(frozen=True, slots=True)
class Entry:
    """One heading as the contents show it: its level from 1, its text and its bookmark."""

    level: int
    text: str
    bookmark: str


@dataclass(frozen=True, slots=True)
class Outline:
    """The headings of a document.

    `title` is the cover's first heading, which is the document's title and no heading of Word's.
    `top` is the level of the chapters: 1 below a cover, 2 below a title that is a heading.
    `entries` holds every other heading with a text, by the `id()` of its node, in order.
    `bookmarks` holds the place of every heading and anchor by the id that links give it, `notes`
    that of each footnote by its label.
    """

    title: Node | None
    top: int
    entries: dict[int, Entry]
    bookmarks: dict[str, str]
    notes: dict[str, str]

    def address(self, dest: str) -> str:
        """Return where a link leads, "" where it leads nowhere that a document may go."""
        if dest.startswith("#"):
            bookmark = self.bookmarks.get(dest[1:])
            return f"#{bookmark}" if bookmark else ""
        scheme = _SCHEME.match(dest)
        return "" if scheme and scheme[1].lower() not in _SCHEMES else dest

    @classmethod
    def of(cls, body: Node) -> "Outline":
        """Read the headings and footnotes of a publication's body."""
        labels = (node.attrs["label"] for node in body.walk() if node.kind == "footnote")
        cover = cover_of(body)
        heads = (node for node in cover.children if node.kind == "heading") if cover else iter(())
        outline = cls(next(heads, None), 1 if cover else 2, {}, {}, {})
        for place, label in enumerate(labels, 1):
            outline.notes[label] = f"note_{place}"
        taken = set(outline.notes.values())
        headings = [node for node in _headings(body) if shown_text(node).strip()]
        levels = [node.attrs["level"] for node in headings if node is not outline.title]
        level = outline.top - 1
        for node in headings:
            name = node.attrs.get("id") or ""
            bookmark = _bookmark(name or "heading", taken)
            outline.bookmarks.setdefault(name, bookmark)
            if node is not outline.title:
                # The first is at the top, and none is more than one below the one before it.
                level = min(node.attrs["level"] - min(levels) + outline.top, level + 1)
                outline.entries[id(node)] = Entry(level, shown_text(node), bookmark)
        for node in body.walk():
            if node.kind == "anchor":
                name = node.attrs["id"]
                outline.bookmarks.setdefault(name, _bookmark(name, taken))
        return outline


def shown_text(node: Node) -> str:
    """Return the text of a node as a reader sees it, stray raw HTML included."""
    parts = []
    for part in node.walk():
        if part.kind in ("text", "code", "html_inline"):
            parts.append(part.text)
        elif part.kind in ("soft_break", "hard_break"):
            parts.append(" ")
    return "".join(parts)


def leaves(node: Node) -> list[Node]:
    """Return what stands in a node, blocks or inline text, without the layers between."""
    layers = _INLINE_LAYERS if node.kind in INLINE else _LAYERS
    found: list[Node] = []
    stack = list(reversed(node.children))
    while stack:
        child = stack.pop()
        if child.kind in layers:
            stack.extend(reversed(child.children))
        else:
            found.append(child)
    return found


def _headings(body: Node) -> Iterator[Node]:
    """Yield the headings in order, but for those in footnotes, which are none of the document's."""
    stack = list(reversed(body.children))
    while stack:
        node = stack.pop()
        if node.kind == "heading":
            yield node
        elif node.kind != "footnote":
            stack.extend(reversed(node.children))


def cover_of(body: Node) -> Node | None:
    """Return the title page of a publication's body."""
    containers = (node for node in body.children if node.kind == "container")
    return next((node for node in containers if node.attrs["name"] == "cover"), None)


def cover_style(node: Node, publication: Publication) -> str:
    """Return the style of a paragraph on the cover, told by what it says."""
    text = node.plain_text().strip()
    for style in ("Subtitle", "Author"):
        if text and text == getattr(publication, style.lower()).strip():
            return style
    year, _, rest = publication.date.partition("-")
    day = rest[-2:].lstrip("0")
    dated = {year, day} <= {number.lstrip("0") for number in re.findall(r"\d+", text)}
    return "Date" if day and dated else "Cover Text"


def _bookmark(name: str, taken: set[str]) -> str:
    """Return a bookmark of its own: Word takes letters, digits and "_", and is blind to case."""
    base = re.sub("[^a-z0-9_]", "_", name.lower())[:LONGEST_NAME]
    base = base if base[:1].isalpha() else f"h_{base}"
    made, number = base, 1
    while made in taken:
        number += 1
        made = f"{base}_{number}"
    taken.add(made)
    return made
