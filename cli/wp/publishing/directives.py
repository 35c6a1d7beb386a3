"""Directives of the output templates: HTML comments that become structure.

A template writes `<!-- wp: facts -->` … `<!-- /wp: facts -->` around blocks, or a lone
`<!-- wp: contents depth="2" /-->`. A reader of the Markdown sees nothing of them. Only an output
template can write one: text from documents reaches a template escaped or as a whole tree.
"""

import re
from collections.abc import Mapping

from wp.errors import WpError
from wp.publishing.canonical_inline import anchored
from wp.reading.nodes import Node, transform

_DIRECTIVE = re.compile(
    r"<!-- (?P<close>/?)wp: (?P<name>[a-z-]+)"
    r'(?P<options>(?: [a-z-]+(?:="[^"]*")?)*) (?P<lone>/?)-->'
)
_OPTION = re.compile(r' ([a-z-]+)(?:="([^"]*)")?')
_CONTAINERS = frozenset(
    {"cover", "colophon", "glance", "facts", "notice", "wide", "topic", "lead", "logo"}
)
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)


class DirectiveError(WpError):
    """An output template's directives don't fit together."""


def structure(document: Node) -> Node:
    """Return the tree with its directives turned into the kinds that `Publication` names.

    Raises `DirectiveError` when one is unknown, left open, or closed without being opened.
    """
    root: list[Node] = []
    stack: list[tuple[str, Mapping[str, str], list[Node]]] = [("", {}, root)]
    for node in document.children:
        if node.kind != "html_block":
            stack[-1][2].append(transform(node, _breaks))
            continue
        for match in _directives(node):
            name = match["name"]
            options: Mapping[str, str] = dict(_OPTION.findall(match["options"]))
            if match["lone"]:
                stack[-1][2].append(_lone(name, options, node))
            elif not match["close"]:
                stack.append((name, options, []))
            elif stack[-1][0] != name:
                raise DirectiveError("directive", reason=f"<!-- /wp: {name} --> closes nothing")
            else:
                _, options, children = stack.pop()
                stack[-1][2].append(_container(name, options, tuple(children), node))
    if len(stack) > 1:
        raise DirectiveError("directive", reason=f"<!-- wp: {stack[-1][0]} --> is never closed")
    return document._replace(children=tuple(root))


def _directives(node: Node) -> list[re.Match[str]]:
    """Return the directives in a block of raw HTML, which may hold nothing else."""
    found = list(_DIRECTIVE.finditer(node.text))
    if _DIRECTIVE.sub("", node.text).strip():
        raise DirectiveError(
            "directive", reason=f"raw HTML is not a directive: {node.text.strip()}"
        )
    return found


def _lone(name: str, options: Mapping[str, str], node: Node) -> Node:
    if name == "contents":
        return Node("contents", node.start, node.end, attrs={"depth": int(options["depth"])})
    if name == "page-break":
        return Node("page_break", node.start, node.end)
    if name == "prose":
        return Node("prose", node.start, node.end, attrs={"number": int(options["number"])})
    raise DirectiveError("directive", reason=f"unknown directive {name!r}")


def _container(
    name: str, options: Mapping[str, str], children: tuple[Node, ...], node: Node
) -> Node:
    if name == "table":
        return _table(options, children)
    if name == "figure":
        return _figure(children)
    if name in _CONTAINERS:
        return Node(
            "container", node.start, node.end, children, attrs={"name": name, "options": options}
        )
    raise DirectiveError("directive", reason=f"unknown directive {name!r}")


def _table(options: Mapping[str, str], children: tuple[Node, ...]) -> Node:
    """Fold an optional caption paragraph and a table into one `table` node."""
    *captions, table = children
    if table.kind != "table" or any(item.kind != "paragraph" for item in captions):
        raise DirectiveError("directive", reason="a table directive holds a caption and a table")
    attrs = {
        "caption": captions[0].children if captions else (),
        "widths": tuple(float(part) for part in options.get("widths", "").split()),
        "row_headers": "row-headers" in options,
        "classes": tuple(options.get("class", "").split()),
    }
    return table._replace(attrs={**table.attrs, **attrs})


def _figure(children: tuple[Node, ...]) -> Node:
    """Fold a picture's paragraph and its caption's into one `figure` node."""
    picture, *captions = children
    image = picture.children[0]
    if image.kind != "image":
        raise DirectiveError("directive", reason="a figure directive begins with a picture")
    caption = captions[0].children if captions else ()
    return Node("figure", picture.start, picture.end, (image,), attrs={"caption": caption})


def _breaks(node: Node) -> Node:
    """Turn the raw HTML that a table cell needs into nodes: `<br>`, and `<a id="x"></a>`."""
    if node.kind == "html_inline" and _BREAK.fullmatch(node.text):
        return Node("hard_break", node.start, node.end)
    if not any(child.kind == "html_inline" for child in node.children):
        return node
    return node._replace(children=tuple(anchored(node.children)))
