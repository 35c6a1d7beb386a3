"""The normal form of a Markdown tree: what remains when the ways of writing it are forgotten.

Two trees that a reader can't tell apart have one normal form, and every normal form can be written
as Markdown and read back unchanged. `wp.publishing.markdown` writes nothing else.
"""

import re
from collections.abc import Iterable, Sequence

from wp.publishing.canonical_inline import (
    DEEPEST,
    box_text,
    holding,
    inlines,
    leaves,
    legible,
    trimmed,
)
from wp.reading.nodes import Node

_LINE_END = re.compile(r"\r\n?|\n")
_TEXT_BLOCKS = ("paragraph", "plain")
_CLOSED = ("heading", "code_block", "rule")
_LEAVES = (*_TEXT_BLOCKS, *_CLOSED, "html_block", "table", "figure", "footnote")


def canonical(nodes: Iterable[Node]) -> tuple[Node, ...]:
    """Return blocks in normal form: the same document, each thing said in the one way.

    The kinds that only a publication has keep their place, their contents in normal form.

    - A soft break is a space; what holds nothing is gone.
    - Texts side by side are one, and so are code, emphasis and the like; emphasis within emphasis
      of the same kind is gone.
    - `<br>` is a hard break, and the empty `<a id="x"></a>` that a publication's numbered heading
      has is an `anchor`; any other raw HTML is text. Hard breaks that begin or end a block
      break nothing and are gone, as are the spaces beside a hard break.
    - A link holds no link and no footnote mark: the inner link is unwrapped, the mark follows.
    - Footnotes stand at the end, whatever they were written in.
    - A list is tight where its items can be read without blank lines between them, and loose
      where they can't; one item with one block is tight.
    """
    notes: list[Node] = []
    blocks = _blocks(nodes, notes)
    # `notes` grows while it is read: a footnote may hold another.
    finished: list[Node] = []
    while notes:
        note = notes.pop(0)
        label = " ".join(note.attrs["label"].split())
        children = _as_paragraphs(_blocks(note.children, notes))
        finished.append(holding(note, children, {"label": label}))
    return (*_as_paragraphs(blocks), *finished)


def canonical_body(body: Node) -> tuple[Node, ...]:
    """Return a publication's blocks in normal form, found once for all formats of it."""
    if not _last or _last[0] is not body:
        _last[:] = [body, *canonical(body.children)]
    return tuple(_last[1:])


_last: list[Node] = []
"""A publication's body and, behind it, its blocks in normal form."""


def tight(node: Node) -> bool:
    """Tell whether a list in normal form is written without blank lines between its blocks."""
    inner = [block for item in node.children for block in item.children if not _is_task(block)]
    if any(block.kind == "paragraph" for block in inner):
        return False
    return any(block.kind == "plain" for block in inner) or _can_be_tight(node.children)


def _blocks(
    nodes: Iterable[Node], notes: list[Node], depth: int = 0, item: bool = False
) -> list[Node]:
    """Return blocks in normal form, those of a list item when `item` is true.

    Footnotes found on the way are added to `notes` as they are.
    """
    blocks: list[Node] = []
    for node in nodes if depth < DEEPEST else leaves(nodes, _LEAVES):
        match node.kind:
            case "footnote":
                notes.append(node)
            case "paragraph" | "plain" | "html_block":
                blocks.extend(_text_block(node, boxed=item and not blocks))
            case "heading":
                blocks.append(holding(node, _line(node.children)))
            case "block_quote" | "container":
                inner = _as_paragraphs(_blocks(node.children, notes, depth + 1))
                blocks.extend([holding(node, inner)] if inner or node.kind == "container" else [])
            case "list":
                blocks.extend(_list(node, notes, depth))
            case "table":
                blocks.append(_table(node))
            case "code_block":
                blocks.append(_code_block(node))
            case "figure":
                caption = tuple(_line(node.attrs["caption"]))
                children = inlines(node.children)
                blocks.append(holding(node, children, {**node.attrs, "caption": caption}))
            case _:
                blocks.append(node)
    return blocks


def _text_block(node: Node, boxed: bool) -> list[Node]:
    """Return a paragraph, or the raw HTML that becomes one, in normal form; nothing when empty.

    `boxed` where it begins a list item and so may begin with a task's box.
    """
    if node.kind == "html_block":
        node = node._replace(
            kind="paragraph", children=(Node("text", 0, 0, (), node.text.strip()),)
        )
    children = trimmed(inlines(node.children)) if boxed else _line(node.children)
    return [node._replace(children=tuple(children), text="")] if children else []


def _line(nodes: Sequence[Node]) -> list[Node]:
    """Return what a block says that can't begin with a task's box."""
    return trimmed(inlines(nodes, ("block",)))


def _as_paragraphs(blocks: Iterable[Node]) -> list[Node]:
    """Outside a list item there is no tight text: `plain` is a paragraph."""
    return [
        block._replace(kind="paragraph") if block.kind == "plain" else block for block in blocks
    ]


def _code_block(node: Node) -> Node:
    text = legible(_LINE_END.sub("\n", node.text))
    if text and not text.endswith("\n"):
        text += "\n"
    return node._replace(text=text, attrs={"info": legible(" ".join(node.attrs["info"].split()))})


def _table(node: Node) -> Node:
    rows = [
        holding(row, [holding(cell, _line(cell.children)) for cell in row.children])
        for row in node.children
    ]
    caption = node.attrs.get("caption")
    attrs = {} if caption is None else {"caption": tuple(_line(caption))}
    return holding(node, rows, {**node.attrs, **attrs})


def _list(node: Node, notes: list[Node], depth: int) -> list[Node]:
    """Return a list in normal form, or nothing; an empty item stays where others are counted."""
    items = [
        holding(item, _unboxed(_blocks(item.children, notes, depth + 1, item=True)))
        for item in node.children
    ]
    while items and not items[-1].children:
        items.pop()
    texts = [block for item in items for block in item.children if block.kind in _TEXT_BLOCKS]
    loose = any(block.kind == "paragraph" and not _is_task(block) for block in texts)
    if loose and len(items) == 1 and len(items[0].children) == 1:
        loose = False
    if not loose and not _can_be_tight(items):
        loose = True
    items = [holding(item, _in_item(item.children, loose)) for item in items]
    return [holding(node, items)] if items else []


def _unboxed(blocks: list[Node]) -> list[Node]:
    """Give a task's box that stands alone above more blocks a line with text to stand on."""
    match blocks:
        case [first, second, *rest] if _is_task(first) and second.kind in _TEXT_BLOCKS:
            return [holding(second, (*first.children, *second.children)), *rest]
        case [first, _, *_] if _is_task(first):
            return [holding(first, [box_text(first.children[0])]), *blocks[1:]]
    return blocks


def _in_item(blocks: Iterable[Node], loose: bool) -> list[Node]:
    """Return an item's blocks with text as `paragraph` or `plain`, as the parser would name it."""
    return [
        block._replace(kind="paragraph" if loose and not _is_task(block) else "plain")
        if block.kind in _TEXT_BLOCKS
        else block
        for block in blocks
    ]


def _is_task(block: Node) -> bool:
    """Tell whether a block is a task's box alone, which the parser wraps in no paragraph."""
    return block.kind in _TEXT_BLOCKS and [child.kind for child in block.children] == [
        "task_marker"
    ]


def _can_be_tight(items: Iterable[Node]) -> bool:
    """Tell whether the blocks of each item can follow one another without a blank line."""
    return all(
        _may_follow(first, second)
        for item in items
        for first, second in zip(item.children, item.children[1:], strict=False)
    )


def _may_follow(first: Node, second: Node) -> bool:
    if second.kind in _CLOSED:
        return True
    tail = _tail(first)
    if second.kind == "block_quote":
        return first.kind != "block_quote"
    if second.kind == "list":
        # CommonMark: only a list that starts with 1 and with content may interrupt a paragraph.
        starts = second.attrs["first"] == 1 or not second.attrs["ordered"]
        return tail not in _TEXT_BLOCKS or (starts and bool(second.children[0].children))
    return tail in _CLOSED


def _tail(node: Node) -> str:
    """Return the kind of the block that a following line could still belong to."""
    while node.kind in ("list", "item", "block_quote"):
        if not node.children:
            return "plain"
        node = node.children[-1]
    return node.kind
