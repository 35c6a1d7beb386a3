"""Blocks in normal form to the lines of a Markdown text: the one way each thing is written."""

import re
import unicodedata
from collections.abc import Iterable, Sequence

from wp.publishing.canonical import tight
from wp.publishing.markdown_inline import escape_info, write_inline
from wp.reading.nodes import Node

_FIRST_ODD = "\u0300"  # the first sign that takes no column, or two

# A table wider than this is not padded: no editor shows its columns under one another anyway.
TABLE_WIDTH = 120
_LAST_NUMBER = 999_999_999  # CommonMark: a list number has nine digits at most.


def block_lines(blocks: Sequence[Node], *, close: bool = False, marker: str = "") -> list[str]:
    """Return the lines of blocks in normal form, without line ends.

    `close` leaves out the blank lines between blocks, as in the items of a tight list; `marker` is
    that of the list item which the first block begins, "" outside of lists.
    """
    lines: list[str] = []
    bullet = ""
    for index, block in enumerate(blocks):
        if index and not close:
            lines.append("")
        if block.kind == "list":
            beside = bullet if index and blocks[index - 1].kind == "list" else ""
            bullet = _bullet(block, {beside, "" if index else marker})
            lines += _list(block, bullet)
        elif block.kind == "rule":
            # `---` under text is a heading, at the top of a file front matter, after `- ` a longer
            # rule, as `***` is after `* `.
            dashes = not close if index else marker == "*"
            lines.append("---" if dashes else "***")
        else:
            lines += _block(block, item=bool(marker) and not index)
    return lines


def _block(block: Node, *, item: bool) -> list[str]:
    match block.kind:
        case "heading":
            return [_heading(block)]
        case "block_quote":
            inner = block_lines(block.children) or [""]
            return [f"> {line}" if line else ">" for line in inner]
        case "code_block":
            return _code_block(block)
        case "table":
            return _table(block)
        case "footnote":
            return _footnote(block)
    return write_inline(block.children, item=item).split("\n")


def _heading(block: Node) -> str:
    attrs = block.attrs
    parts = [f"#{attrs['id']}"] if attrs.get("id") else []
    parts += [f".{name}" for name in attrs.get("classes", ())]
    pairs = attrs.get("attributes", {}).items()
    parts += [f"{name}={value}" if value else name for name, value in pairs]
    text = write_inline(block.children, heading=True)
    line = "#" * attrs["level"] + (f" {text}" if text else "")
    return f"{line} {{{' '.join(parts)}}}" if parts else line


def _code_block(block: Node) -> list[str]:
    info = escape_info(block.attrs["info"])
    mark = "~" if "`" in info else "`"
    longest = max((len(run) for run in re.findall(f"{mark}+", block.text)), default=0)
    fence = mark * max(3, longest + 1)
    gap = " " if info.startswith(mark) else ""
    return [fence + gap + info, *block.text.split("\n")[:-1], fence]


def _footnote(block: Node) -> list[str]:
    mark = f"[^{block.attrs['label']}]:"
    lines = block_lines(block.children)
    if not lines:
        return [mark]
    rest = [f"    {line}" if line else "" for line in lines]
    if block.children[0].kind == "paragraph":
        return [f"{mark} {lines[0]}", *rest[1:]]
    return [mark, *rest]


def _bullet(block: Node, taken: set[str]) -> str:
    """Return the list's bullet, or what follows its numbers: none that is `taken`.

    Two lists in a row with the same bullet would be one, and bullets in a row on one line a rule.
    """
    choice = (".", ")") if block.attrs["ordered"] else ("-", "*", "+")
    return next(bullet for bullet in choice if bullet not in taken)


def _list(block: Node, bullet: str) -> list[str]:
    lines: list[str] = []
    close = tight(block)
    for index, item in enumerate(block.children):
        if index and not close:
            lines.append("")
        marker = bullet
        if block.attrs["ordered"]:
            marker = f"{min(block.attrs['first'] + index, _LAST_NUMBER)}{bullet}"
        inner = block_lines(item.children, close=close, marker=marker)
        indent = " " * (len(marker) + 1)
        lines.append(f"{marker} {inner[0]}" if inner else marker)
        lines += [indent + line if line else "" for line in inner[1:]]
    return lines


def _table(block: Node) -> list[str]:
    alignments = block.attrs["alignments"]
    rows = [
        [write_inline(cell.children, cell=True) for cell in row.children] for row in block.children
    ]
    widths = [max(3, *(_width(row[column]) for row in rows)) for column in range(len(alignments))]
    if sum(widths) + 3 * len(widths) + 1 > TABLE_WIDTH:
        widths = [0] * len(widths)
    head, *body = (_row(row, alignments, widths) for row in rows)
    rule = [_rule(alignment, width) for alignment, width in zip(alignments, widths, strict=True)]
    return [head, f"| {' | '.join(rule)} |", *body]


def _row(cells: Iterable[str], alignments: Sequence[str], widths: Sequence[int]) -> str:
    padded = []
    for cell, alignment, width in zip(cells, alignments, widths, strict=True):
        space = max(0, width - _width(cell))
        left = {"right": space, "center": space // 2}.get(alignment, 0)
        text = " " * left + cell + " " * (space - left)
        padded.append(f" {text} " if text else " ")
    return f"|{'|'.join(padded)}|"


def _rule(alignment: str, width: int) -> str:
    left = ":" if alignment in ("left", "center") else ""
    right = ":" if alignment in ("right", "center") else ""
    return left + "-" * max(3 - len(left + right), width - len(left + right)) + right


def _width(text: str) -> int:
    """Return how many columns a monospaced font takes for a text."""
    odd = [char for char in text if char >= _FIRST_ODD]
    wide = sum(unicodedata.east_asian_width(char) in "WF" for char in odd)
    return len(text) + wide - sum(unicodedata.combining(char) > 0 for char in odd)
