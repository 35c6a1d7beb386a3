"""The text of a publication as HTML. Whatever a text holds, it comes out as that text."""

import re
from collections.abc import Iterable, Sequence

from markupsafe import escape

from wp.publishing.canonical import canonical_body
from wp.publishing.contents import contents_list, contents_title, find_container
from wp.publishing.html_pictures import Picture, picture
from wp.publishing.html_text import ended, pair_of, share, shown_text, text
from wp.publishing.numbering import caption_of
from wp.publishing.publication import Publication, asset_name
from wp.publishing.room import long_chapters, shares_page
from wp.reading.nodes import Node

DEEPEST_HEADING = 6
# A table with fewer columns fits a telephone; the others scroll in a region of their own.
NARROW = 2

_TAGS = {"emphasis": "em", "strong": "strong", "strikethrough": "s", "block_quote": "blockquote"}
_SCHEMES = ("http", "https", "mailto")
_SCHEME = re.compile(r"[\s\x00-\x1f]*([a-zA-Z][^/?#]*?)[\s\x00-\x1f]*:")


class Body:
    """Turns a publication's blocks into HTML and remembers what the whole page must know.

    Ids made here hold a colon, which no heading's id does. Uses the labels `note`, `back`, `table`
    and `figure`.
    """

    def __init__(self, publication: Publication) -> None:
        self.labels = publication.labels
        self.assets, self.palette = publication.assets, publication.palette
        # On a page of its own nobody turns the colophon over to get to the text: it comes last.
        self.nodes = sorted(canonical_body(publication.body), key=_is_colophon)
        covered = find_container(self.nodes, "cover") is not None
        # What begins a page, or shares one, when the page is printed.
        self.chapters = long_chapters(self.nodes) if covered else set[int]()
        self.shared = {
            id(node)
            for place, node in enumerate(self.nodes)
            if node.attrs.get("name") == "topic"
            and shares_page(node, self.nodes[:place], self.chapters)
        }
        # The page's navigation has a title of its own.
        self.dropped = contents_title(self.nodes)
        self.notes = {n.attrs["label"]: n for n in self.nodes if n.kind == "footnote"}
        self.references: dict[str, int] = {}
        self.regions: set[str] = set()
        self.tables = self.figures = self.pictures = 0

    def contents(self) -> str:
        """Return the contents as nested lists of links, "" when there is nothing to list."""
        listed = contents_list(self.nodes)
        return self.blocks([listed]) if listed is not None else ""

    def endnotes(self) -> str:
        """Return the notes in the order of their first references, each with the ways back.

        To be called when everything else is written, for then all references are known.
        """
        texts: list[str] = []
        while len(texts) < len(self.references):  # a note may refer to further notes
            label = list(self.references)[len(texts)]
            texts.append(self.blocks(self.notes[label].children))
        return "".join(
            f'<li id="note:{number}">{ended(written, self._ways_back(number, times))}</li>\n'
            for number, (written, times) in enumerate(
                zip(texts, self.references.values(), strict=True), start=1
            )
        )

    def _ways_back(self, number: int, times: int) -> str:
        links = []
        for time in range(1, times + 1):
            which = f"{number}" if times == 1 else f"{number}.{time}"
            name = escape(f"{self.labels['back']} ({which})")
            links.append(
                f' <a href="#reference:{number}:{time}" role="doc-backlink" '
                f'aria-label="{name}">↩︎</a>'
            )
        return "".join(links)

    # Blocks

    def blocks(self, nodes: Iterable[Node]) -> str:
        """Return blocks in normal form as HTML."""
        return "".join(self._block(node) for node in nodes)

    def _block(self, node: Node) -> str:
        match node.kind:
            case "paragraph":
                return f"<p>{self._inline(node.children)}</p>\n"
            case "plain":
                return self._inline(node.children)
            case "heading":
                return "" if node is self.dropped else self.heading(node, node.attrs["level"] + 1)
            case "list":
                return self._list(node)
            case "block_quote":
                return f"<blockquote>\n{self.blocks(node.children)}</blockquote>\n"
            case "code_block":
                return f"<pre><code>{text(node.text)}</code></pre>\n"
            case "rule":
                return "<hr>\n"
            case "table":
                return self._table(node)
            case "figure":
                return self._figure(node)
            case "container":
                return self._container(node)
            case "page_break":
                return '<div class="page-break"></div>\n'
        return ""  # the contents stand beside the text, the notes at its end

    def heading(self, node: Node, level: int) -> str:
        """Return a heading as one of a level from 1 to 6."""
        name = node.attrs.get("id")
        place = f' id="{escape(name)}"' if name else ""
        tag = f"h{min(level, DEEPEST_HEADING)}"
        place += ' class="chapter"' if id(node) in self.chapters else ""
        return f"<{tag}{place}>{self._inline(node.children)}</{tag}>\n"

    def _list(self, node: Node) -> str:
        tag, first = ("ol", node.attrs["first"]) if node.attrs["ordered"] else ("ul", 1)
        start = f' start="{first}"' if first != 1 else ""
        items = "".join(self._item(item) for item in node.children)
        return f"<{tag}{start}>\n{items}</{tag}>\n"

    def _item(self, item: Node) -> str:
        kinds = {node.kind for block in item.children for node in block.children}
        kind = ' class="task"' if "task_marker" in kinds else ""
        return f"<li{kind}>{self.blocks(item.children)}</li>\n"

    def _container(self, node: Node) -> str:
        match node.attrs["name"]:
            case "facts":
                return "".join(self._facts(child) for child in node.children)
            case "topic":
                kind = "topic shared" if id(node) in self.shared else "topic"
                return f'<article class="{kind}">\n{self.blocks(node.children)}</article>\n'
            case "notice":
                return f'<div class="notice" role="note">\n{self.blocks(node.children)}</div>\n'
            case name:
                return f'<div class="{escape(name)}">\n{self.blocks(node.children)}</div>\n'

    def _facts(self, node: Node) -> str:
        """Return a list whose items begin with a label as a panel of terms and descriptions."""
        pairs = [pair_of(item) for item in node.children if node.kind == "list"]
        found = [pair for pair in pairs if pair is not None]
        if not found or len(found) < len(pairs):
            return self._block(node)
        rows = "".join(
            f"<div><dt>{self._inline(term)}</dt>"
            f"<dd>{self._inline(value)}{self.blocks(rest)}</dd></div>\n"
            for term, value, rest in found
        )
        return f'<dl class="facts">\n{rows}</dl>\n'

    def _table(self, node: Node) -> str:
        """Return a table in a region that scrolls sideways where the page is too narrow for it."""
        self.tables += 1
        attrs = node.attrs
        head, *rows = node.children
        caption = attrs.get("caption") or ()
        sides = attrs["alignments"]
        headed = bool(attrs.get("row_headers"))
        shown = self._inline(caption_of(node, self.labels))
        parts = [f"<caption><span>{shown}</span></caption>\n"] if caption else []
        if widths := attrs.get("widths"):
            parts += ["<colgroup>", *(f'<col style="width:{share(w, widths)}">' for w in widths)]
            parts.append("</colgroup>\n")
        parts += ["<thead>\n", self._row(head, sides, "col", len(sides)), "</thead>\n<tbody>\n"]
        parts += [self._row(row, sides, "row", int(headed)) for row in rows]
        classes = "".join(f' class="{escape(" ".join(c))}"' for c in [attrs.get("classes")] if c)
        table = (
            f'<table{classes} style="--columns:{len(sides)}">\n{"".join(parts)}</tbody>\n</table>'
        )
        if len(sides) <= NARROW:
            return f'<div class="table">\n{table}\n</div>\n'
        name = self._region(shown_text(caption), self.labels["table"], self.tables)
        return f'<div class="table" {name}>\n{table}\n</div>\n'

    def _row(self, row: Node, sides: Sequence[str], scope: str, heads: int) -> str:
        """Return a table's row whose first `heads` cells head the column or the row."""
        cells = []
        for index, (cell, side) in enumerate(zip(row.children, sides, strict=True)):
            kind = f' class="{side}"' if side in ("right", "center") else ""
            written = self._inline(cell.children)
            if index < heads and cell.children:  # an empty heading would be read as a riddle
                cells.append(f'<th scope="{scope}"{kind}>{written}</th>')
            else:
                cells.append(f"<td{kind}>{written}</td>")
        return f"<tr>{''.join(cells)}</tr>\n"

    def _region(self, wanted: str, kind: str, number: int) -> str:
        """Return the attributes of a part that scrolls, with a name that no other part has."""
        name = wanted or f"{kind} {number}"
        if name in self.regions:
            name = f"{wanted or kind} ({kind.lower()} {number})"
        self.regions.add(name)
        return f'role="region" tabindex="0" aria-label="{escape(name)}"'

    def _figure(self, node: Node) -> str:
        self.figures += 1
        caption = node.attrs.get("caption") or ()
        shown = self._image(node.children[0])
        html = shown.html
        if shown.wide:
            name = self._region(shown_text(caption), self.labels["figure"], self.figures)
            html = f'<div class="wide-picture" {name}>{html}</div>'
        said = self._inline(caption_of(node, self.labels))
        words = f"\n<figcaption>{said}</figcaption>" if caption else ""
        return f"<figure>\n{html}{words}\n</figure>\n"

    # Inline text

    def _inline(self, nodes: Iterable[Node]) -> str:
        return "".join(self._piece(node) for node in nodes)

    def _piece(self, node: Node) -> str:
        match node.kind:
            case "emphasis" | "strong" | "strikethrough":
                tag = _TAGS[node.kind]
                return f"<{tag}>{self._inline(node.children)}</{tag}>"
            case "language":
                tag = escape(node.attrs["lang"])
                return f'<span lang="{tag}">{self._inline(node.children)}</span>'
            case "code":
                return f"<code>{text(node.text)}</code>"
            case "hard_break":
                return "<br>\n"
            case "link":
                return self._link(node)
            case "anchor":
                return f'<span id="{escape(node.attrs["id"])}"></span>'
            case "image":
                return self._image(node).html
            case "task_marker":
                return "☑ " if node.attrs["checked"] else "☐ "
            case "footnote_reference":
                return self._reference(node.attrs["label"])
        return text(node.text)

    def _link(self, node: Node) -> str:
        inner = self._inline(node.children)
        dest, title = node.attrs["dest"], node.attrs["title"]
        scheme = _SCHEME.match(dest)
        if scheme and scheme[1].lower() not in _SCHEMES:
            return inner
        words = f' title="{escape(title)}"' if title else ""
        return f'<a href="{text(dest)}"{words}>{inner}</a>'

    def _image(self, node: Node) -> Picture:
        self.pictures += 1
        data = self.assets[asset_name(node.attrs["dest"])]
        return picture(data, shown_text(node.children), self.pictures, self.palette)

    def _reference(self, label: str) -> str:
        """Return the mark of a note; each place that refers to it can be gone back to."""
        if label not in self.notes:
            return text(f"[^{label}]")
        self.references[label] = time = self.references.get(label, 0) + 1
        number = list(self.references).index(label) + 1
        name = escape(f"{self.labels['note']} {number}")
        return (
            f'<sup><a id="reference:{number}:{time}" href="#note:{number}" role="doc-noteref" '
            f'aria-label="{name}">{number}</a></sup>'
        )


def _is_colophon(node: Node) -> bool:
    return node.kind == "container" and node.attrs["name"] == "colophon"
