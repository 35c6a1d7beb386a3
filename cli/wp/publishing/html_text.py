"""Small pieces of the HTML of a publication: text, and what stands beside what."""

import re
from collections.abc import Iterable, Sequence

from markupsafe import escape

from wp.reading.nodes import Node

_SPECIAL = re.compile("[&<>\"']")


def escaped(value: str) -> str:
    """Return a text as it stands in an attribute, or between tags; most texts are as they are."""
    return str(escape(value)) if _SPECIAL.search(value) else value


def text(shown: str) -> str:
    """Return text as HTML; a carriage return as a reference, for a page would read a line end."""
    return escaped(shown).replace("\r", "&#13;")


Pair = tuple[tuple[Node, ...], tuple[Node, ...], tuple[Node, ...]]


def pair_of(item: Node) -> Pair | None:
    """Return an item's label, value and further blocks; None when it begins with no label."""
    if not item.children or item.children[0].kind not in ("plain", "paragraph"):
        return None
    first, *rest = item.children
    label, *value = first.children
    if label.kind != "strong":
        return None
    *before, last = label.children
    if last.kind == "text":
        last = last._replace(text=last.text.rstrip(" :"))
    if value and value[0].kind == "text":
        value[0] = value[0]._replace(text=value[0].text.lstrip(" :"))
    return (*before, last), tuple(value), tuple(rest)


def share(width: float, widths: Sequence[float]) -> str:
    """Return a column's part of a table's width as CSS has it."""
    return f"{100 * width / sum(widths):.4g}%"


def shown_text(nodes: Iterable[Node]) -> str:
    """Return the text of inline nodes on one line."""
    return " ".join("".join(node.plain_text() for node in nodes).split())


def ended(html: str, addition: str) -> str:
    """Put links into the last paragraph of a note, so that they stand on its last line."""
    end = "</p>\n"
    return html.removesuffix(end) + addition + end if html.endswith(end) else html + addition
