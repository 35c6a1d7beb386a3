"""A publication's body in Typst: calls of the functions that `templates/output/frame.typ.j2` defines.

No text ever stands in Typst's markup. Every piece is a quoted string in code, where a backslash
and a quotation mark are the only characters with a meaning, so nothing a member writes can become
Typst. How things look is the frame's business alone.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import PurePosixPath
from urllib.parse import quote as percent_encode
from urllib.parse import urlsplit

from wp.publishing.publication import Publication, asset_name
from wp.reading.markup import Node

# Typst gives up on content nested deeper than about sixty of its own layers; a list costs two of
# them, a quotation four. What is nested deeper than this is written, but indented no further.
DEEPEST_BLOCK = 6
DEEPEST_INLINE = 6

# Typst refuses addresses longer than 8000 bytes.
LONGEST_ADDRESS = 7000

_NESTING_BLOCKS = frozenset({"list", "item", "block_quote"})
_NESTING_INLINE = frozenset({"emphasis", "strong", "strikethrough"})
_EMPHASES = {"emphasis": "emph", "strong": "strong", "strikethrough": "strike"}
_SCHEMES = frozenset({"", "http", "https", "mailto"})
_SPACING = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
# PDF/A-2a forbids these three kinds in text: control characters, private use (a font's own signs)
# and code points that will never be characters. U+FEFF is a byte-order mark gone astray.
_UNWRITABLE = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ue000-\uf8ff\ufdd0-\ufdef\ufffe\uffff"
    "\U000f0000-\U0010ffff]"
)


def write_typst(publication: Publication) -> str:
    """Return the body as Typst markup, one `#call(…)` for each block at the top level.

    It expects the functions of the frame (see there) and the assets under their `asset_files`.
    """
    writer = _Writer(publication)
    return "".join(f"#{call}\n\n" for call in writer.blocks(publication.body.children))


def asset_files(publication: Publication) -> dict[str, str]:
    """Return the file name below the compiler's root for each asset.

    The names are our own, so that none can leave the folder or hold a character Typst refuses;
    the ending stays, because Typst tells the kind of a picture from it.
    """
    return {
        name: f"asset-{number}{PurePosixPath(name).suffix.lower()}"
        for number, name in enumerate(sorted(publication.assets), 1)
    }


def quoted(text: str) -> str:
    """Return `text` as a Typst string literal.

    Characters that PDF/A-2a can't hold become U+FFFD, the sign for a lost character; other signs
    of a new line become a space.
    """
    text = _UNWRITABLE.sub("\ufffd", _SPACING.sub(" ", text)).replace("\ufeff", "")
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


@dataclass
class _Writer:
    """Turns nodes into Typst expressions and remembers what was already written."""

    publication: Publication
    files: Mapping[str, str] = field(init=False)
    ids: set[str] = field(init=False)
    notes: Mapping[str, Node] = field(init=False)
    labelled: set[str] = field(default_factory=set)
    noted: set[str] = field(default_factory=set)
    level: int = 0

    def __post_init__(self) -> None:
        self.files = asset_files(self.publication)
        self.ids = {
            heading.attrs["id"]
            for heading in self.publication.headings()
            if heading.attrs.get("id") and heading.plain_text().strip()
        }
        self.notes = {
            node.attrs["label"]: node
            for node in self.publication.body.walk()
            if node.kind == "footnote"
        }

    # Blocks. `depth` counts the lists, quotations, panels and notes around a block: 0 is the flow
    # of the page, where alone a page may end.

    def blocks(self, nodes: Sequence[Node], depth: int = 0) -> list[str]:
        """Return one expression for each block that shows."""
        written = (
            self.block(node, depth, nodes[place - 1] if place else None, nodes[place + 1 :])
            for place, node in enumerate(nodes)
        )
        return [expression for expression in written if expression]

    def body(self, nodes: Sequence[Node], depth: int) -> str:
        """Return blocks as one argument."""
        return _joined(self.blocks(nodes, depth), "\n")

    def block(self, node: Node, depth: int, before: Node | None, after: Sequence[Node]) -> str:
        """Return the expression for one block, "" when it shows nothing here."""
        match node.kind:
            case "paragraph" if len(node.children) == 1 and node.children[0].kind == "image":
                return f"picture({self.image(node.children[0])})"
            case "paragraph":
                return f"par({self.inline(node.children)})"
            case "plain":
                return self.inline(node.children)
            case "heading":
                return self.heading(node)
            case "list":
                return self.list(node, depth)
            case "block_quote":
                if depth >= DEEPEST_BLOCK:
                    return self.body(_flat(node, _NESTING_BLOCKS), depth)
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
                return self.figure(node)
            case "contents":
                return self.contents(node, before, after)
            case "page_break":
                return "" if depth else "pagebreak(weak: true)"
            case "container":
                return self.container(node, depth, before)
            case "footnote":
                return ""
        return self.inline((node,))

    def heading(self, node: Node) -> str:
        """Return a heading; the levels never skip one, as PDF/UA-1 demands (7.4.2)."""
        if not node.plain_text().strip():
            return self.inline(node.children) if node.children else ""
        self.level = min(node.attrs["level"], self.level + 1)
        name = node.attrs.get("id") or ""
        if name in self.labelled:
            name = ""
        self.labelled.add(name)
        return f"section({self.level}, {quoted(name)}, {self.inline(node.children)})"

    def list(self, node: Node, depth: int) -> str:
        """Return a list; where every item is a task, the boxes are the labels of the items."""
        if depth >= DEEPEST_BLOCK:
            return self.body(_flat(node, _NESTING_BLOCKS), depth)
        loose = any(child.kind == "paragraph" for item in node.children for child in item.children)
        options = f"tight: {_boolean(not loose)}"
        boxes = [_box(item) for item in node.children]
        if not node.attrs["ordered"] and all(boxes):
            tasks = (
                f"({_boolean(box.attrs['checked'])}, {self.body(_unboxed(item), depth + 1)})"
                for item, box in zip(node.children, boxes, strict=True)
                if box
            )
            return f"tasks({_arguments([options, *tasks])})"
        name = "list"
        if node.attrs["ordered"]:
            name, options = "enum", f"start: {node.attrs['first']}, {options}"
        items = (self.body(item.children, depth + 1) for item in node.children)
        return f"{name}({_arguments([options, *items])})"

    def table(self, node: Node) -> str:
        """Return a table; `lengths` tells the frame how long each column's longest text is."""
        head, *rows = node.children
        names = [self.inline(cell.children) for cell in head.children]
        lengths = [
            max(len(row.children[place].plain_text()) for row in node.children)
            for place in range(len(names))
        ]
        aligned = ["left" if side == "none" else side for side in node.attrs["alignments"]]
        row_headers = node.attrs.get("row_headers", False)
        cells = [
            f"row-head({self.inline(cell.children)})"
            if row_headers and not place
            else self.inline(cell.children)
            for row in rows
            for place, cell in enumerate(row.children)
        ]
        options = [
            f"caption: {self.caption(node)}",
            f"widths: {_array(map(str, node.attrs.get('widths', ())))}",
            f"lengths: {_array(map(str, lengths))}",
            f"align: {_array(aligned)}",
            f"classes: {_array(map(quoted, node.attrs.get('classes', ())))}",
            f"row-headers: {_boolean(row_headers)}",
            f"head: {_array(names)}",
        ]
        return f"data-table({_arguments([*options, *cells])})"

    def figure(self, node: Node) -> str:
        (image,) = node.children
        return f"picture({self.image(image)}, caption: {self.caption(node)})"

    def caption(self, node: Node) -> str:
        caption = node.attrs.get("caption", ())
        return self.inline(caption) if caption else "none"

    def contents(self, node: Node, before: Node | None, after: Sequence[Node]) -> str:
        """Return the table of contents, with a title of its own unless a heading stands above."""
        title = "none"
        if before is None or before.kind != "heading":
            coming = (found for sibling in after for found in sibling.walk())
            level = next((n.attrs["level"] for n in coming if n.kind == "heading"), self.level)
            self.level = max(1, min(level, self.level + 1))
            title = quoted(self.publication.labels["contents"])
        return f"contents({node.attrs['depth']}, {max(1, self.level)}, {title})"

    def container(self, node: Node, depth: int, before: Node | None) -> str:
        name = node.attrs["name"]
        if name == "facts":
            return self.facts(node)
        if name in ("notice", "lead"):
            return f"{name}({self.body(node.children, depth + 1)})"
        if depth or name not in ("cover", "wide", "topic"):
            return self.body(node.children, depth)
        if name == "cover":
            return self.cover(node)
        if name == "wide":
            return f"wide({self.body(node.children, 0)})"
        opened = _boolean(before is not None and before.kind == "heading")
        level = next((n.attrs["level"] for n in node.walk() if n.kind == "heading"), 0)
        return f"topic(level: {level}, opened: {opened}, {self.body(node.children, 0)})"

    def cover(self, node: Node) -> str:
        """Return the title page, its first heading apart from the rest."""
        headings = [child for child in node.children if child.kind == "heading"]
        title = self.heading(headings[0]) if headings else "none"
        rest = [child for child in node.children if not headings or child is not headings[0]]
        return f"cover({title}, {self.body(rest, 1)})"

    def facts(self, node: Node) -> str:
        """Return the panel: each item's leading `strong` is the label, the rest its value."""
        pairs = []
        for item in (item for child in node.children for item in child.children):
            first, *rest = item.children or (Node("plain", 0, 0),)
            label, value = "[]", list(first.children)
            if value and value[0].kind == "strong":
                label = self.inline(value.pop(0).children)
            if value and value[0].kind == "text":
                begin = value[0]
                value[0] = Node("text", begin.start, begin.end, text=begin.text.lstrip(" :"))
            pairs.append(f"({label}, {_joined([self.inline(value), *self.blocks(rest, 2)])})")
        return f"facts({_arguments(pairs)})"

    # Inline text. `depth` counts the emphases and links around it.

    def inline(self, nodes: Iterable[Node], depth: int = 0) -> str:
        """Return inline nodes as one argument, neighbouring texts as one string."""
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
                parts.append(self.span(node, depth))
        if text:
            parts.append(quoted(text))
        return _joined(parts)

    def span(self, node: Node, depth: int) -> str:
        """Return one inline node that is more than text."""
        match node.kind:
            case "emphasis" | "strong" | "strikethrough":
                if depth >= DEEPEST_INLINE:
                    return self.inline(_flat(node, _NESTING_INLINE), depth)
                return f"{_EMPHASES[node.kind]}({self.inline(node.children, depth + 1)})"
            case "code":
                return f"raw({quoted(node.text)})"
            case "hard_break":
                return "linebreak()"
            case "link":
                return self.link(node, depth)
            case "image":
                return f"inline-picture({self.image(node)})"
            case "footnote_reference":
                return self.note(node)
            case "task_marker":
                return f"task-box({_boolean(node.attrs['checked'])})"
        return self.inline(node.children, depth)

    def link(self, node: Node, depth: int) -> str:
        """Return a link, or its text alone where it leads nowhere a PDF may go."""
        dest = node.attrs["dest"]
        text = self.inline(node.children, depth + 1)
        if dest.startswith("#"):
            return f"link(label({quoted(dest[1:])}), {text})" if dest[1:] in self.ids else text
        address = percent_encode(dest.strip(), safe="%/:?#[]@!$&'()*+,;=-._~")
        if not address or len(address) > LONGEST_ADDRESS or _scheme(address) not in _SCHEMES:
            return text
        return f"link({quoted(address)}, {text if node.children else quoted(dest)})"

    def image(self, node: Node) -> str:
        """Return the arguments of a picture: its file and its alternative text."""
        name = asset_name(node.attrs["dest"])
        # PDF/UA-1 has no picture without a text (7.3); a name says more than nothing.
        alt = node.plain_text().strip() or node.attrs.get("title") or PurePosixPath(name).stem
        return f"{quoted(self.files[name])}, {quoted(alt)}"

    def note(self, node: Node) -> str:
        """Return a footnote at its first reference and a reference to it at the next ones."""
        name = node.attrs["label"]
        label = f"label({quoted('note:' + name)})"
        if name in self.noted:
            return f"footnote({label})"
        if name not in self.notes:
            return quoted(f"[^{name}]")
        self.noted.add(name)
        # The first paragraph stands beside its number, so it is no block of its own.
        first, *rest = self.notes[name].children or (Node("plain", 0, 0),)
        begin = self.inline(first.children) if first.kind == "paragraph" else self.body([first], 2)
        return f"[#footnote({_joined([begin, *self.blocks(rest, 2)])})#{label}]"


def _box(item: Node) -> Node | None:
    """Return the box that an item's first line begins with."""
    first = next((child for child in item.children[:1]), None)
    box = next((child for child in first.children[:1]), None) if first else None
    return box if box and box.kind == "task_marker" else None


def _unboxed(item: Node) -> tuple[Node, ...]:
    """Return an item's blocks without the box."""
    first, *rest = item.children
    return (replace(first, children=first.children[1:]), *rest)


def _flat(node: Node, wrappers: frozenset[str]) -> list[Node]:
    """Return what stands inside `node` and its nested `wrappers`, however deep, in one row."""
    flat: list[Node] = []
    stack = list(reversed(node.children))
    while stack:
        child = stack.pop()
        if child.kind in wrappers:
            stack.extend(reversed(child.children))
        else:
            flat.append(child)
    return flat


def _scheme(address: str) -> str | None:
    try:
        return urlsplit(address).scheme.lower()
    except ValueError:
        return None


def _joined(expressions: Sequence[str], separator: str = "; ") -> str:
    """Join expressions to one content, `[]` when there is none."""
    if len(expressions) == 1:
        return expressions[0]
    return "{" + separator.join(expressions) + "}" if expressions else "[]"


def _arguments(expressions: Iterable[str]) -> str:
    return ", ".join(expressions)


def _array(expressions: Iterable[str]) -> str:
    return "(" + "".join(f"{expression}, " for expression in expressions).rstrip() + ")"


def _boolean(value: bool) -> str:
    return "true" if value else "false"
