"""How much room text takes, roughly: what a writer must know before anything is set."""

from collections.abc import Collection, Sequence

from wp.reading.nodes import Node

# A chapter begins a page of its own when it has this many characters, a third of a page.
CHAPTER_LENGTH = 1000

# A topic stays on the page of what introduces it when both together take this many lines of the
# page's 55.
SHARED_LINES = 46
SMALL_HEADING = 3

# How many characters a picture counts for among a table's columns, and stand on a line of text.
PICTURE_LENGTH = 60
LINE_LENGTH = 100

_ENDS_PAGE = frozenset({"topic", "wide", "cover", "colophon", "glance"})


def long_chapters(blocks: Sequence[Node]) -> set[int]:
    """Return the headings at the top level that begin something long, by the `id()` of the node."""
    long: set[int] = set()
    chapter, length = None, 0
    for block in blocks:
        if any(node.kind == "heading" and node.attrs["level"] == 1 for node in block.walk()):
            chapter, length = (block if block.kind == "heading" else None), 0
            continue
        length += CHAPTER_LENGTH if block.kind == "figure" else len(block.plain_text())
        if chapter is not None and length >= CHAPTER_LENGTH:
            long.add(id(chapter))
    return long


def shares_page(topic: Node, before: Sequence[Node], chapters: Collection[int]) -> bool:
    """Tell whether a topic stays on the page of the heading and the words that introduce it.

    `before` holds the blocks that come before the topic, `chapters` the headings that begin a page.
    A heading just above always keeps the topic; one that follows another topic begins a page.
    """
    if before and before[-1].kind == "heading":
        return True
    headed, lines = False, _lines(topic)
    for block in reversed(before):
        if block.kind == "page_break" or block.attrs.get("name") in _ENDS_PAGE:
            break
        headed = headed or block.kind == "heading"
        lines += _lines(block)
        if lines > SHARED_LINES:
            return False
        if id(block) in chapters:
            break
    return headed


def cell_length(cell: Node) -> int:
    """Return the characters of a cell's text; a picture in it counts as a line of text."""
    picture = any(node.kind == "image" for node in cell.walk())
    return max(PICTURE_LENGTH if picture else 0, len(cell.plain_text()))


def _lines(node: Node) -> float:
    """Return about how many lines a block takes, the space around it counted."""
    if node.kind == "heading":
        return 3 if node.attrs["level"] < SMALL_HEADING else 2
    if node.kind in ("paragraph", "plain", "code_block"):
        return 1.3 + len(node.plain_text()) // LINE_LENGTH + node.text.count("\n")
    if node.kind in ("table_head", "table_row"):
        # the longest cell has about a third of the line
        longest = max((cell_length(cell) for cell in node.children), default=0)
        return 1.6 + longest // (LINE_LENGTH // 3)
    if node.kind == "figure":
        return SHARED_LINES
    return (1 if node.kind in ("container", "table") else 0) + sum(map(_lines, node.children))
