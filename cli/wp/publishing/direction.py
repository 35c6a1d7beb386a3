"""Signs that turn the direction of the text after them, so that it reads as something else.

Reading takes those that stand in a file as such. An escape in YAML ("\\u202e") or a reference in
Markdown (`&#x202e;`) makes one later; none reaches a reader. See Unicode Technical Report 36, 2.6.
"""

import re

from wp.reading.nodes import Node, transform

_OVERRIDES = re.compile("[\u202a-\u202e\u2066-\u2069]")


def straight(text: str) -> str:
    """Return a text without the signs that embed, override or isolate a direction."""
    return _OVERRIDES.sub("", text)


def straight_tree(tree: Node) -> Node:
    """Return a tree without them, in its texts and in what its nodes say of themselves."""

    def change(node: Node) -> Node:
        if not node.attrs and not _OVERRIDES.search(node.text):
            return node
        attrs = {k: straight(v) if isinstance(v, str) else v for k, v in node.attrs.items()}
        if attrs == node.attrs and not _OVERRIDES.search(node.text):
            return node
        return node._replace(text=straight(node.text), attrs=attrs)

    return transform(tree, change)
