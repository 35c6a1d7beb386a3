"""A section's text from a document, made fit for a publication of many.

Headings go below the one they stand under, links and pictures point into the publication, notes get
labels of their own, raw HTML becomes visible text.
"""

import posixpath
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import unquote

from wp.programme.model import SectionText
from wp.reading.files import on_disk
from wp.reading.languages import is_language
from wp.reading.nodes import Node, transform, unwrapped
from wp.reading.slugs import slug

DEEPEST = 6
# What a section can hold that isn't the same in a publication; most sections hold none of it.
_CHANGED = frozenset(
    {"heading", "footnote", "footnote_reference", "link", "image", "language", "html_inline"}
)
_BREAKS = ("soft_break", "hard_break")
_EXTERNAL = re.compile(r"(?:https?|mailto):", re.IGNORECASE)
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)
_ASCII = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", "Æ": "Ae", "Ø": "Oe", "Å": "Aa"})


def anchor(*parts: str) -> str:
    """Return an id for a heading: ASCII, lower case, parts joined by hyphens."""
    text = "-".join(parts).translate(_ASCII)
    text = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", text).strip("-") or "x"


@dataclass
class Places:
    """Where things are in one publication, and what it must bring along.

    `root` is the repository's. `anchors` maps a document's path, or path and slug joined by `#`, to
    the id of its heading here. `assets` and `attachments` collect the pictures and the linked files
    that the texts use: name to path from the root.
    """

    root: Path
    anchors: Mapping[str, str] = field(default_factory=dict)
    assets: dict[str, str] = field(default_factory=dict)
    attachments: dict[str, str] = field(default_factory=dict)

    def link(self, path: str, dest: str) -> str:
        """Return where a link in a document leads in the publication, "" for nowhere."""
        if _EXTERNAL.match(dest):
            return dest
        if _SCHEME.match(dest) or dest.startswith(("/", "\\")):
            return ""
        target, _, fragment = dest.partition("#")
        target = _resolve(path, target) if target else path
        wanted = f"{target}#{unquote(fragment)}" if fragment else target
        if found := self.anchors.get(wanted) or self.anchors.get(target):
            return f"#{found}"
        return self.attachment(target)

    def attachment(self, target: str) -> str:
        """Return the name of an attachment, a path from the root, "" when there is no such file."""
        held = self._held(target) if target.startswith("content/attachments/") else ""
        return self._kept(self.attachments, target, held)

    def picture(self, path: str, dest: str) -> str:
        """Return the asset's name for a picture in a document, "" when there is no such file."""
        target = _resolve(path, dest)
        inside = target.startswith("content/") and not _SCHEME.match(dest)
        return self._kept(self.assets, target, self._held(target) if inside else "")

    def _kept(self, known: dict[str, str], target: str, held: str) -> str:
        """Remember a file by its name in the publication and return that, "" for no file."""
        name = target.removeprefix("content/") if held else ""
        if name:
            known[name] = held
        return name

    def _held(self, target: str) -> str:
        """Return a path in Unicode form C as the disk has it, "" when there is no such file."""
        path = target if (self.root / target).is_file() else on_disk(self.root, target)
        file = self.root / path
        inside = file.resolve().is_relative_to(self.root.resolve())
        return path if path and file.is_file() and inside else ""


def _resolve(path: str, dest: str) -> str:
    """Return a relative destination as a path from the root, in Unicode form C."""
    joined = posixpath.normpath(posixpath.join(posixpath.dirname(path), unquote(dest)))
    return unicodedata.normalize("NFC", joined)


def fit(section: SectionText, level: int, places: Places) -> list[Node]:
    """Return a section's blocks and notes as they stand in a publication.

    `level` is that of the heading that they come under. The document's id begins the section's
    anchors and the labels of its notes.
    """
    blocks = (*section.blocks, *section.notes)
    path, prefix = section.document.path, section.document.id
    nodes = [node for block in blocks for node in block.walk()]
    kinds = {node.kind for node in nodes}
    depths = sorted({node.attrs["level"] for node in nodes if node.kind == "heading"})
    levels = {depth: min(level + 1 + i, DEEPEST) for i, depth in enumerate(depths)}

    def change(node: Node) -> Node:
        attrs = node.attrs
        if node.kind == "heading":
            own = anchor(prefix, attrs["id"] or slug(node.plain_text()))
            return node._replace(attrs={**attrs, "level": levels[attrs["level"]], "id": own})
        if node.kind in ("footnote", "footnote_reference"):
            return node._replace(attrs={"label": f"{prefix}-{attrs['label']}"})
        if node.kind == "link":
            dest = places.link(path, attrs["dest"])
            if not dest:  # what it says stays, without a way to go
                return Node("span", node.start, node.end, node.children)
            return node._replace(attrs={**attrs, "dest": dest})
        if node.kind == "image":
            return _picture(node, places.picture(path, attrs["dest"]))
        if node.kind == "language" and not is_language(attrs["lang"]):
            return Node("span", node.start, node.end, node.children)
        if node.kind == "html_inline":
            return Node("text", node.start, node.end, text=node.text)
        return node

    if "html_inline" in kinds:
        blocks = tuple(transform(block, _uncommented) for block in blocks)
    if kinds & _CHANGED:
        blocks = tuple(transform(transform(block, change), _unspanned) for block in blocks)
    if "html_block" in kinds:
        blocks = tuple(transform(block, _visible) for block in blocks if not _is_unseen(block))
    return list(blocks)


def _uncommented(node: Node) -> Node:
    """Take out the comments of a line, each with the space that parts it from the words."""
    if not any(map(_is_comment, node.children)):
        return node
    kept: list[Node] = []
    for at, child in enumerate(node.children):
        if not _is_comment(child):
            kept.append(child)
            continue
        behind = next((n for n in node.children[at + 1 :] if not _is_comment(n)), None)
        parted = behind is None or behind.kind in _BREAKS or behind.text[:1] == " "
        if parted and kept and kept[-1].kind == "text":
            last = kept.pop()
            if text := last.text.rstrip(" "):
                kept.append(last._replace(text=text))
    if kept and kept[0].kind == "text" and _is_comment(node.children[0]):
        kept[0] = kept[0]._replace(text=kept[0].text.lstrip(" "))
    return node._replace(children=tuple(kept))


def _is_comment(node: Node) -> bool:
    return node.kind == "html_inline" and node.text.startswith("<!--")


def _picture(node: Node, name: str) -> Node:
    """A picture that isn't there is its alternative text; one without such text has its name."""
    alternative = node.plain_text() or posixpath.basename(node.attrs["dest"])
    text = Node("text", node.start, node.end, text=alternative)
    if not name:
        return text
    return node._replace(children=(text,), attrs={**node.attrs, "dest": f"asset:{name}"})


def _is_unseen(node: Node) -> bool:
    return node.kind == "html_block" and node.text.lstrip().startswith("<!--")


def _visible(node: Node) -> Node:
    """Turn a block of raw HTML into a paragraph that shows it; a comment is shown nowhere."""
    if any(map(_is_unseen, node.children)):
        seen = tuple(child for child in node.children if not _is_unseen(child))
        return node._replace(children=seen)
    if node.kind != "html_block" or _is_unseen(node):
        return node
    text = Node("text", node.start, node.end, text=" ".join(node.text.split()))
    return Node("paragraph", node.start, node.end, (text,))


def _unspanned(node: Node) -> Node:
    """Lift the children of dissolved links and marks into their parent."""
    return unwrapped(node, lambda child: child.kind == "span")
