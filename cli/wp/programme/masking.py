"""A document without what leads to private persons: its fields and its text as a tree.

The tree is changed and not the Markdown, so that an address is found as a reader sees it, however
it is written (`anna&#64;example.org`, `anna\\@example.org`), and nothing else changes its meaning.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from functools import cached_property, partial
from typing import Any

from wp.reading import markup
from wp.reading.document import Document
from wp.reading.nodes import TEXT_BLOCKS, Node, transform, unwrapped
from wp.reading.private import leads_to_private, may_hold_address, without_private

Mask = Callable[[str], str]


@dataclass(frozen=True)
class MaskedDocument(Document):
    """A document whose body is masked as soon as it is parsed."""

    mask: Mask = str

    @cached_property
    def body(self) -> Node:
        """The body as a Markdown tree without what leads to private persons."""
        tree = markup.parse(self.source.text[self.body_start :])
        return transform(transform(tree, partial(_masked, mask=self.mask)), self._whole)

    def _whole(self, node: Node) -> Node:
        """Mask what emphasis cuts in two; the words of that block lose their emphasis."""
        if node.kind not in TEXT_BLOCKS:
            return node
        shown = node.plain_text()
        hidden = self.mask(shown)
        if hidden == shown:
            return node
        return node._replace(children=(Node("text", node.start, node.end, text=hidden),))


def masking(email: str, phone: str) -> Mask:
    """Return what puts words in place of e-mail addresses and telephone numbers."""
    return partial(without_private, email=email, phone=phone)


def masked(document: Document, mask: Mask) -> Document:
    """Return a document without what leads to private persons; the same if nothing does."""
    data = masked_value(document.data, mask)
    text = document.source.text[document.body_start :]
    if data == document.data and not _suspicious(text, mask):
        return document
    given = {f.name: getattr(document, f.name) for f in fields(Document) if f.init}
    return MaskedDocument(**{**given, "data": data}, mask=mask)


def masked_value(value: Any, mask: Mask) -> Any:
    """Return a value of the front matter with its texts masked, keys among them."""
    if isinstance(value, str):
        return mask(value)
    if isinstance(value, Mapping):
        return {masked_value(k, mask): _masked_field(k, v, mask) for k, v in value.items()}
    if isinstance(value, list):
        return [masked_value(item, mask) for item in value]
    return value


def _masked_field(name: Any, value: Any, mask: Mask) -> Any:
    """Return a field's value masked; what the field's name calls a number may be mere digits."""
    if _NUMBERED.search(str(name)) and isinstance(value, str | int):
        hidden = mask(f"tel {value}")
        return hidden if hidden != f"tel {value}" else masked_value(value, mask)
    return masked_value(value, mask)


def _suspicious(text: str, mask: Mask) -> bool:
    """Say whether the tree of a text may hold what its letters don't show, or do."""
    if may_hold_address(text) or "&" in text or "tel:" in text.lower():
        return True
    # emphasis and breaks of lines may stand between the digits of a number
    return mask(text.translate(_BETWEEN)) != text.translate(_BETWEEN)


_NUMBERED = re.compile(r"phone|telefon|tlf|mobil", re.IGNORECASE)
_BETWEEN = str.maketrans({"\n": " ", "*": None, "_": None, "\\": None, "`": None})


def _masked(node: Node, mask: Mask) -> Node:
    """Return one node masked; of a link to a private person it keeps the words alone.

    So it does of a link to a file that is named by an address, and of such a picture.
    """
    node = unwrapped(node, _is_private)
    text = mask(node.text) if node.text else node.text
    attrs = {k: mask(v) if isinstance(v, str) and k != "dest" else v for k, v in node.attrs.items()}
    if text == node.text and attrs == node.attrs:
        return node
    return node._replace(text=text, attrs=attrs)


def _is_private(node: Node) -> bool:
    return node.kind in ("link", "image") and leads_to_private(node.attrs["dest"])
