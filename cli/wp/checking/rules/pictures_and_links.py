"""What a picture shows and where a link leads, in words.

## What
A picture has a text in its brackets that says what it shows. A link's text says where it leads: not
"her" or "læs mere", not the address itself, and not nothing.

## Why
Public bodies' documents must be accessible by law (EN 301 549, that is WCAG 2.1, criteria 1.1.1 and
2.4.4). A screen reader reads out the text of a picture, and lists a page's links
without what stands around them: "her, her, læs mere". On paper an address can't be clicked anyway.
A missing text is unfinished, so the document's status says how bad it is.

## Wrong
```svg content/attachments/kort.svg
<svg xmlns="http://www.w3.org/2000/svg" width="60" height="30"/>
```
```markdown content/one-pagers/datakvalitet.md#Aktører
![](../attachments/kort.svg)

Læs mere om visionen [her](https://example.org/vision), på
<https://example.org/plan> eller i planen [](https://example.org/plan).
```
Gives: image-without-text, vague-link-text, bare-address, link-without-text

## Right
```svg content/attachments/kort.svg
<svg xmlns="http://www.w3.org/2000/svg" width="60" height="30"/>
```
```markdown content/one-pagers/datakvalitet.md#Aktører
![Kort over regionerne og antallet af prøver](../attachments/kort.svg)

Læs mere i [Vision for bedre brug af data](https://example.org/vision).
```
"""

import re
from collections.abc import Iterator

from wp.findings import Finding, Nature, Rule
from wp.reading.document import Document
from wp.reading.nodes import Node
from wp.reading.repository import Repository

IMAGE_WITHOUT_TEXT = Rule("WP920", "image-without-text", Nature.UNFINISHED)
VAGUE_LINK = Rule("WP921", "vague-link-text", Nature.ADVICE)
BARE_ADDRESS = Rule("WP922", "bare-address", Nature.ADVICE)
LINK_WITHOUT_TEXT = Rule("WP923", "link-without-text", Nature.ADVICE)

RULES = (IMAGE_WITHOUT_TEXT, VAGUE_LINK, BARE_ADDRESS, LINK_WITHOUT_TEXT)

# The whole text of a link, in lower case and without what stands around its words.
_VAGUE = frozenset(
    {"her", "læs mere", "læs mere her", "klik her", "se her", "se mere", "se mere her", "link"}
    | {
        "dette link",
        "linket",
        "klik",
        "mere",
        "hent",
        "hent her",
        "download",
        "følg linket",
        "dette",
    }
    | {
        "denne side",
        "side",
        "siden",
        "her og her",
        "se link",
        "link her",
        "læs her",
        "find den her",
    }
    | {"here", "read more", "read more here", "click here", "see here", "more", "this", "this link"}
    | {"this page", "page", "see more", "more here", "learn more", "download here", "details"}
)
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|[\w-]+(?:\.[\w-]+)*\.(?:dk|eu|com|org|net)(?:/\S*)?")
_AROUND = " .,:;!?()[]»«“”\"'’→>…"


def check(document: Document, repository: Repository) -> Iterator[Finding]:
    """Judge the pictures and links of one document."""
    if not any(sign in document.source.text for sign in ("](", "]:", "<")):
        return
    for node in document.body.walk():
        if node.kind == "image" and not node.plain_text().strip():
            params = {"file": node.attrs["dest"]}
            yield Finding(IMAGE_WITHOUT_TEXT, document.path, document.node_span(node), params)
        elif node.kind == "link":
            yield from _link(document, node)


def _link(document: Document, node: Node) -> Iterator[Finding]:
    dest: str = node.attrs["dest"]
    words = " ".join(node.plain_text().split()).strip(_AROUND)
    pictures = [inner for inner in node.walk() if inner.kind == "image"]
    span, path = document.node_span(node), document.path
    if not words:
        if not pictures:  # a picture in a link is its text, and lacks its own if it is empty
            yield Finding(LINK_WITHOUT_TEXT, path, span, {"address": dest})
    elif words.casefold() in _VAGUE:
        yield Finding(VAGUE_LINK, path, span, {"words": words, "address": dest})
    elif _ADDRESS.fullmatch(words) and not dest.startswith("mailto:"):
        yield Finding(BARE_ADDRESS, path, span, {"address": words})
