"""The sections of a body: headings, what stands under each, and how many words that is."""

import re
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from wp.reading.nodes import TEXT_BLOCKS, Node


@dataclass(frozen=True)
class Section:
    """A heading and what stands under it, down to the next heading of its level or higher.

    `blocks` are those before the first deeper heading; `children` are the deeper headings. `start`
    and `end` are byte offsets in the body, from the heading to the end of the section.
    """

    title: str
    level: int
    heading: Node
    start: int
    end: int
    blocks: tuple[Node, ...]
    children: tuple["Section", ...]

    def all_blocks(self) -> Iterator[Node]:
        """Yield the blocks of this section and, with their headings, of those below it."""
        yield from self.blocks
        for child in self.children:
            yield child.heading
            yield from child.all_blocks()

    def words(self) -> int:
        """Count the words that a reader sees, tables, lists and notes among them."""
        return sum(count_words(block) for block in self.all_blocks())


def count_words(node: Node) -> int:
    """Count the words of a node: runs of characters with a letter or a digit among them.

    Emphasis inside a word doesn't cut it; comments in HTML are no words of the text.
    """
    total, stack = 0, [node]
    while stack:
        node = stack.pop()
        if node.kind in ("code_block", "html_block"):
            comment = node.text.lstrip().startswith("<!--")
            total += 0 if comment else len(_WORD.findall(node.text))
        elif node.kind in TEXT_BLOCKS:
            total += len(_WORD.findall(node.plain_text()))
        else:
            stack.extend(node.children)
    return total


# A mark inside a word doesn't end it: "EU's", "HPC-kapacitet", "1,5".
_WORD = re.compile(r"[^\W_]+(?:[-'’.,/_]+[^\W_]+)*")


def heading_level(heading: Node) -> int:
    """Return a heading's level as it is written."""
    level: int = heading.attrs["level"]
    return level


def cut_sections(
    blocks: tuple[Node, ...], end: int, level_of: Callable[[Node], int]
) -> tuple[Section, ...]:
    """Cut a run of blocks into sections at its highest heading level, as `level_of` gives it."""
    # A deeper heading before the first of the highest level is a section of its own.
    cuts: list[int] = []
    highest = sys.maxsize
    for i, node in enumerate(blocks):
        if node.kind == "heading" and (level := level_of(node)) <= highest:
            cuts.append(i)
            highest = level
    if not cuts:
        return ()
    sections = []
    for at, following in zip(cuts, [*cuts[1:], len(blocks)], strict=True):
        heading, inner = blocks[at], blocks[at + 1 : following]
        until = blocks[following].start if following < len(blocks) else end
        first = next((i for i, n in enumerate(inner) if n.kind == "heading"), len(inner))
        sections.append(
            Section(
                title=" ".join(heading.plain_text().split()),
                level=heading.attrs["level"],
                heading=heading,
                start=heading.start,
                end=until,
                blocks=inner[:first],
                children=cut_sections(inner[first:], until, level_of),
            )
        )
    return tuple(sections)
