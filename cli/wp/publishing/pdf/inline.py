"""Inline nodes as Typst expressions: text, emphasis, links, pictures and notes.

No text ever stands in Typst's markup. Every piece is a quoted string in code, where a backslash
and a quotation mark are the only characters with a meaning, so nothing a member writes can become
Typst.
"""

import re
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import takewhile
from pathlib import PurePosixPath
from urllib.parse import quote as percent_encode
from urllib.parse import urlsplit

from wp.publishing.pdf.code import boolean, joined, quoted, visible
from wp.publishing.publication import asset_name
from wp.reading.nodes import Node

# Typst gives up on content nested deeper than about sixty of its own layers. What is nested deeper
# than this is written, but gets no further emphasis.
DEEPEST_INLINE = 6

# Typst refuses addresses longer than 8000 bytes.
LONGEST_ADDRESS = 7000

PLACE = "#="
"""Begins the address of a link that isn't one: it marks where the name behind it leads to."""

_NESTING = frozenset({"emphasis", "strong", "strikethrough"})
_EMPHASES = {"emphasis": "emph", "strong": "strong", "strikethrough": "strike"}
_SCHEMES = frozenset({"", "http", "https", "mailto"})


def shows(node: Node) -> bool:
    """Tell whether a reader sees anything of a node."""
    return visible(node.plain_text()) or any(inner.kind == "image" for inner in node.walk())


def has_words(node: Node) -> bool:
    """Tell whether a node has words of its own, besides those that describe its pictures."""
    pictures = (inner for inner in node.walk() if inner.kind == "image")
    described = {id(inner) for picture in pictures for inner in picture.walk()}
    return visible("".join(inner.text for inner in node.walk() if id(inner) not in described))


def flat(node: Node, wrappers: Collection[str]) -> list[Node]:
    """Return what stands inside `node` and its nested `wrappers`, however deep, in one row."""
    found: list[Node] = []
    stack = list(reversed(node.children))
    while stack:
        child = stack.pop()
        if child.kind in wrappers:
            stack.extend(reversed(child.children))
        else:
            # The lines of a tight list need a block each to stay apart.
            found.append(child._replace(kind="paragraph") if child.kind == "plain" else child)
    return found


@dataclass
class InlineWriter:
    """Writes inline nodes and remembers which notes already stand in the document.

    `files` gives each asset's file name, `ids` the places that a link may point to, `notes` the
    definition of each label, and `blocks` writes the blocks of a note.
    """

    files: Mapping[str, str]
    ids: Collection[str]
    notes: Mapping[str, Node]
    blocks: Callable[[Sequence[Node]], list[str]]
    noted: set[str] = field(default_factory=set)

    def write(self, nodes: Iterable[Node], depth: int = 0, struck: bool = False) -> str:
        """Return inline nodes as one argument, neighbouring texts as one string.

        `depth` counts the emphases around them; `struck` says that they are struck out.
        """
        parts: list[str] = []
        text = ""
        for node in nodes:
            if node.kind in ("text", "html_inline"):
                text += node.text
            elif node.kind == "soft_break":
                text += " "
            else:
                if text:
                    parts.append(quoted(text))
                    text = ""
                parts.append(self._span(node, depth, struck))
        if text:
            parts.append(quoted(text))
        return joined(parts)

    def image(self, node: Node) -> str:
        """Return the arguments of a picture: its file and its alternative text."""
        name = asset_name(node.attrs["dest"])
        # PDF/UA-1 has no picture without a text (7.3); a name says more than nothing.
        texts = (node.plain_text(), node.attrs.get("title", ""), PurePosixPath(name).stem)
        alt = next(filter(visible, texts), name)
        return f"{quoted(self.files[name])}, {quoted(alt)}"

    def _span(self, node: Node, depth: int, struck: bool) -> str:
        """Return one inline node that is more than text."""
        match node.kind:
            case "emphasis" | "strong" | "strikethrough":
                if depth >= DEEPEST_INLINE:
                    return self.write(flat(node, _NESTING), depth, struck)
                strike = node.kind == "strikethrough"
                inner = self.write(node.children, depth + 1, struck or strike)
                return inner if strike and struck else f"{_EMPHASES[node.kind]}({inner})"
            case "language":
                inner = self.write(node.children, depth, struck)
                options = _language(node.attrs["lang"])
                return f"text({options}, {inner})" if options else inner
            case "code":
                return f"raw({quoted(node.text)})"
            case "hard_break":
                return "linebreak()"
            case "link":
                return self._link(node, depth, struck)
            case "anchor":
                # Typst gives no place a name but a heading's; `finish` makes one of this
                return f"link({quoted(PLACE + node.attrs['id'])}, box(width: 0.1pt, height: 0.7em))"
            case "image":
                return f"inline-picture({self.image(node)})"
            case "footnote_reference":
                return self._note(node)
            case "task_marker":
                return f"{{task-box({boolean(node.attrs['checked'])}); {quoted(' ')}}}"
        return self.write(node.children, depth, struck)

    def _link(self, node: Node, depth: int, struck: bool) -> str:
        """Return a link, or its text alone where it leads nowhere a PDF may go."""
        dest = node.attrs["dest"]
        text = self.write(node.children, depth, struck)
        # PDF/UA-1 knows one line on a text, so a link with struck-out text has no line of its own.
        struck = struck or any(inner.kind == "strikethrough" for inner in node.walk())
        name = "link" if struck else "text-link"
        if dest.startswith("#"):
            known = dest[1:] in self.ids and shows(node)
            # as an address, for Typst sets each page twice that has links to labels (see `finish`)
            return f"{name}({quoted(dest)}, {text})" if known else text
        address = percent_encode(dest.strip(), safe="%/:?#[]@!$&'()*+,;=-._~")
        if not address or len(address) > LONGEST_ADDRESS or _scheme(address) not in _SCHEMES:
            return text
        return f"{name}({quoted(address)}, {text if shows(node) else quoted(dest)})"

    def _note(self, node: Node) -> str:
        """Return a footnote at its first reference and a reference to it at the next ones."""
        name = node.attrs["label"]
        label = f"label({quoted('note:' + name)})"
        if name in self.noted:
            return f"footnote({label})"
        if name not in self.notes:
            return quoted(f"[^{name}]")
        self.noted.add(name)
        # The leading paragraphs stand beside the number, as lines of one.
        blocks = self.notes[name].children
        lines = list(takewhile(lambda block: block.kind == "paragraph", blocks))
        parts: list[str] = []
        for line in lines:
            parts += ["linebreak()"] * bool(parts) + [self.write(line.children)]
        text = joined([*parts, *self.blocks(blocks[len(lines) :])])
        return f"[#footnote({text})#{label}]"


def _language(tag: str) -> str:
    """Return a language as arguments of Typst's `text`, "" for one it has no words for."""
    language, *rest = tag.split("-")
    if not re.fullmatch("[A-Za-z]{2,3}", language):
        return ""
    region = next((part for part in rest if re.fullmatch("[A-Za-z]{2}", part)), "")
    options = [f"lang: {quoted(language.lower())}"]
    # none, lest the document's own be taken
    options.append(f"region: {quoted(region.upper()) if region else 'none'}")
    return ", ".join(options)


def _scheme(address: str) -> str | None:
    try:
        return urlsplit(address).scheme.lower()
    except ValueError:
        return None


def box_of(item: Node) -> Node | None:
    """Return the box that an item's first line begins with."""
    first = next(iter(item.children), None)
    box = next(iter(first.children), None) if first else None
    return box if box and box.kind == "task_marker" else None


def unboxed(item: Node) -> tuple[Node, ...]:
    """Return an item's blocks without the box."""
    first, *rest = item.children
    return (first._replace(children=first.children[1:]), *rest)
