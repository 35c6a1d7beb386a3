"""What the tests of the Word file share: publications to write and ways to read the files."""

import io
import re
import struct
import zlib
from pathlib import Path
from typing import Any

import docx
from docx.document import Document
from docx.oxml.ns import qn

from wp.publishing.directives import structure
from wp.publishing.publication import Publication
from wp.publishing.word.writer import write_word
from wp.reading.markup import parse
from wp.reading.nodes import Node, transform

REFERENCE = Path(__file__).parents[2] / "templates" / "reference.docx"

DRAWING = (
    b'<svg xmlns="http://www.w3.org/2000/svg" width="900" height="200">'
    b'<rect width="900" height="200" fill="#EAF1F3"/></svg>'
)
LABELS = {
    "da": {"contents": "Indhold", "page": "side", "of": "af"},
    "en": {"contents": "Contents", "page": "page", "of": "of"},
}
COVER = """
<!-- wp: cover -->

# Arbejdsprogram 2026

Data til alle

Rådet for natur

Vedtaget 3\\. marts 2026

Forelagt bestyrelsen

<!-- /wp: cover -->
"""

TABLE = """
<!-- wp: table widths="3 1" row-headers -->

Udgifter[^n]

| Emne | Kr. |
| --- | ---: |
| Kort \\| data<br>mere | 1.200 |
| Drift | **850** |

<!-- /wp: table -->

Efter

[^n]: I faste priser
"""
FIGURE = """
<!-- wp: figure -->

![To aktiviteter & <tre>](asset:tegning.svg)

Tidslinje

<!-- /wp: figure -->
"""
EVERYTHING = (
    COVER
    + '\n<!-- wp: contents depth="2" /-->\n\n# Forord\n\n'
    + "<!-- wp: lead -->\n\nLeder *en* vej[^x]\n\n<!-- /wp: lead -->\n\n"
    + "<!-- wp: notice -->\n\n> - [ ] a\n>   1. b\n>\n>      ```\n>      ``` c\n>      ```\n\n"
    + "<!-- /wp: notice -->\n\n- x\n\n  | a |\n  | - |\n  | b[^x] |\n\n  y\n\n"
    + "<!-- wp: facts -->\n\n- **A:** b\n\n<!-- /wp: facts -->\n"
    + TABLE
    + FIGURE
    + "\n---\n\n`kode` ![ord](asset:tegning.svg) [hjem](#forord) <https://example.org>\n\n"
    + '<!-- wp: wide -->\n\n<!-- wp: table class="matrix" -->\n\n'
    + "| a | b |\n| - | - |\n| c | ● |\n\n"
    + "<!-- /wp: table -->\n\n<!-- /wp: wide -->\n\n[^x]: Note\n"
)


def publication(text: str, **fields: Any) -> Publication:
    """Return a publication of Markdown with directives, its headings named by their text."""
    tree = structure(parse(text))
    seen: set[str] = set()

    def name(node: Node) -> Node:
        if node.kind != "heading" or node.attrs["id"]:
            return node
        base = made = re.sub("[^a-z0-9]+", "-", node.plain_text().lower()).strip("-") or "h"
        while made in seen:
            made += "-x"
        seen.add(made)
        assert base
        return node._replace(attrs={**node.attrs, "id": made})

    return of_tree(transform(tree, name), **fields)


def of_tree(body: Node, **fields: Any) -> Publication:
    given: dict[str, Any] = {
        "name": "programme",
        "title": "Arbejdsprogram 2026",
        "subtitle": "Data til alle",
        "author": "Rådet for natur",
        "language": "da",
        "date": "2026-03-03",
        "state": "Udkast",
        "assets": {},
    } | fields
    return Publication(body=body, labels=LABELS[given["language"]], **given)


def written(text: str, **fields: Any) -> Document:
    return opened(write_word(publication(text, **fields), REFERENCE))


def opened(package: bytes) -> Document:
    return docx.Document(io.BytesIO(package))


def part(document: Document, name: str) -> str:
    """Return a part of the package as text; "" when there is none."""
    parts = {str(item.partname): item.blob for item in document.part.package.iter_parts()}
    return parts.get(f"/{name}", b"").decode()


def shown(element: Any) -> str:
    """Return an element's text with Word's own signs for tabs, breaks and soft hyphens."""
    signs = {"tab": "\t", "br": "\n", "softHyphen": "\u00ad", "noBreakHyphen": "\u2011"}
    text = ""
    for item in element.iter():
        name = item.tag.rpartition("}")[2]
        if name == "t":
            text += item.text or ""
        elif name in signs and item.getparent().tag == qn("w:r"):
            text += signs[name]
    return text


def paragraphs(document: Document) -> list[tuple[str, str]]:
    """Return every paragraph of the body, those in tables and contents too: style and text."""
    found = []
    for item in document.element.body.iter(qn("w:p")):
        style = item.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
        found.append((style.get(qn("w:val")) if style is not None else "", shown(item)))
    return found


def styled(document: Document, style: str) -> list[str]:
    return [text for name, text in paragraphs(document) if name == style]


def has(element: Any, path: str) -> bool:
    return element.find("/".join(qn(name) for name in path.split("/"))) is not None


def bookmarks(document: Document) -> list[str]:
    found = document.element.body.iter(qn("w:bookmarkStart"))
    return [item.get(qn("w:name")) for item in found]


def png(width: int, height: int) -> bytes:
    """Return a white picture."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return (
            struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        )

    rows = b"".join(b"\0" + b"\xff" * width for _ in range(height))
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    body = chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + body


def names_of(document: Document) -> list[str]:
    return [str(item.partname) for item in document.part.package.iter_parts()]
