"""Pages and sections of a Word document, which pandoc knows nothing of.

Lengths are in twentieths of a point, Word's own unit.
"""

from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass
from itertools import pairwise

from wp.publishing.word import markup as markup
from wp.publishing.word.bars import align_bars
from wp.publishing.word.dom import (
    BLOCKS,
    Element,
    child,
    element,
    elements,
    every,
    give,
    is_a,
    number,
    remove,
    set_property,
    style_of,
    value,
)
from wp.publishing.word.fit import fit_picture, fit_table
from wp.publishing.word.scale import narrow_margins

SPACE_AFTER_TABLE = 160
# A picture in a text, as high as in the PDF, 48 mm or 31 mm in a document alone, and the part that
# `fit_picture` leaves free.
HIGHEST_IN_TEXT, HIGHEST_ALONE = 3024, 1953
# Between two tables Word needs a paragraph, pandoc's empty one; it need not be a whole line high.
BETWEEN_TABLES = 180

_SECTION_MARKS = (markup.WIDE_BEGINS, markup.WIDE_ENDS)


@dataclass(frozen=True, slots=True)
class Page:
    """What a section's page leaves for text between its margins."""

    width: int
    height: int

    @classmethod
    def of(cls, section: Element) -> "Page":
        """Read the page of a `w:sectPr`; A4 with Word's usual margins where it says nothing."""
        size, margins = child(section, "w:pgSz"), child(section, "w:pgMar")
        sides = number(margins, "w:left", 1440) + number(margins, "w:right", 1440)
        ends = number(margins, "w:top", 1440) + number(margins, "w:bottom", 1440)
        return cls(number(size, "w:w", 11906) - sides, number(size, "w:h", 16838) - ends)


def lay_out(document: Element, styles: Element, has_cover: bool) -> None:
    """Turn marks into breaks and sections, and fit tables, pictures and bars to their page."""
    body = every(document, "w:body")[0]
    (section,) = elements(body, "w:sectPr")
    usual = Page.of(section)
    if not has_cover:
        _drop_title_page(section)
        narrow_margins(section)
    highest = HIGHEST_IN_TEXT if has_cover else HIGHEST_ALONE
    _break_pages(body)
    for blocks, own in _sections(body, section):
        page = Page.of(own)
        for block in blocks:
            for picture in every(block, "wp:inline"):
                captioned = style_of(block) == markup.style_id(markup.CAPTIONED)
                height = page.height if captioned else min(page.height, highest)
                fit_picture(picture, usual.width, page.width, height)
            if is_a(block, "w:tbl"):
                fit_table(block, page.width)
    _space_after_tables(body)
    align_bars(body, styles)


def _drop_title_page(section: Element) -> None:
    for own in elements(section, "w:titlePg"):
        remove(own)


def _break_pages(body: Element) -> None:
    """Let the block after a mark of a page break begin a page. A mark with no text before it on its
    page, or with none after it, makes no empty page.
    """
    begun = pending = False
    for block in elements(body, *BLOCKS):
        style = style_of(block)
        if style == markup.PAGE_BREAK:
            remove(block)
            pending = begun
        elif style in _SECTION_MARKS:
            # A section begins a page in any case.
            begun = pending = False
        else:
            if pending:
                _begin_page(block)
            begun, pending = True, False


def _begin_page(block: Element) -> None:
    first = block if is_a(block, "w:p") else child(block, "w:sdtContent", "w:p")
    if first is None:
        # A table can't begin a page by itself.
        first = element("w:p")
        block.addprevious(first)
    set_property(first, element("w:pageBreakBefore"))
    if style_of(first).startswith(("Heading", "TOCHeading")):
        # at the head of its page, as in the PDF; Word would keep the space above it
        set_property(first, element("w:spacing", before=0))


def _sections(body: Element, last: Element) -> Iterator[tuple[list[Element], Element]]:
    """Part the body at the marks. Yield each section's blocks with its `w:sectPr`."""
    parts: list[tuple[list[Element], bool]] = [([], False)]
    for block in elements(body, *BLOCKS):
        style = style_of(block)
        if style in _SECTION_MARKS:
            remove(block)
            parts.append(([], style == markup.WIDE_BEGINS))
        else:
            parts[-1][0].append(block)
    parts = [part for part in parts if part[0]] or parts[:1]
    for place, (blocks, wide) in enumerate(parts):
        section = deepcopy(last)
        if place:
            _drop_title_page(section)
        if wide:
            _turn(section)
        if place < len(parts) - 1:
            _end_section(blocks[-1], section)
        else:
            body.replace(last, section)
        yield blocks, section


def _turn(section: Element) -> None:
    """Lay a section's page on its side, with the same margins left, right, above and below."""
    size = child(section, "w:pgSz")
    if size is not None:
        width, height = value(size, "w:w"), value(size, "w:h")
        give(size, "w:w", height)
        give(size, "w:h", width)
        give(size, "w:orient", "landscape")


def _end_section(last: Element, section: Element) -> None:
    """End a section in its last paragraph, or in a new one where a table stands last."""
    if not is_a(last, "w:p"):
        made = element("w:p")
        last.addnext(made)
        # Next to no height, so that a table which fills its page leaves no empty one behind it.
        height = element("w:spacing", before=0, after=0, line=20, lineRule="exact")
        set_property(made, height)
        last = made
    set_property(last, section)


def _space_after_tables(body: Element) -> None:
    """Keep what follows a table off it, but for headings and captions, which keep off by style."""
    blocks = elements(body, *BLOCKS)
    for table, block in pairwise(blocks):
        if not is_a(table, "w:tbl") or not is_a(block, "w:p"):
            continue
        if not len(block):
            made = element("w:spacing", before=0, after=0, line=BETWEEN_TABLES, lineRule="exact")
            set_property(block, made)
        elif (
            not style_of(block).startswith(("Heading", "TableCaption"))
            and child(block, "w:pPr", "w:spacing") is None
        ):
            made = element("w:spacing", before=SPACE_AFTER_TABLE)
            set_property(block, made)
