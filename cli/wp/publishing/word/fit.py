"""Tables and pictures of a Word document, made to fit the page they stand on.

Lengths are in twentieths of a point, Word's own unit, but for pictures, which Word measures in EMU.
"""

from itertools import pairwise

from wp.publishing.word import markup as markup
from wp.publishing.word.dom import (
    Element,
    add_first,
    child,
    element,
    elements,
    every,
    give,
    number,
    properties_of,
    set_property,
    style_of,
    text_of,
    value,
)

# EMU in a twentieth of a point: 914 400 in an inch.
EMU = 635

# How far each level of a list goes in, and how far in pandoc puts a table for each.
LIST_STEP = 400
PANDOC_STEP = 720

# A matrix with more columns than this has its heads on end. A head on end takes so much height for
# each of its letters, and some more for the cell.
UPRIGHT_HEADS = 8
LETTER, CELL, LOWEST, HIGHEST = 88, 200, 900, 3200

# A table of so many rows, its head among them, is not parted; of a longer one, no row stands alone
# at the head or the foot of a page.
SMALL_TABLE = 8

# The flag of `w:tblLook` that says the first column heads the rows (ECMA-376-1, 17.4.55).
FIRST_COLUMN = 0x0080

# A picture takes at most this part of the height, so that its caption stands on the same page.
PART_OF_HEIGHT = 0.9


def fit_table(table: Element, available: int) -> None:
    """Give a table and its columns widths of their own, and say which cells are headings.

    Pandoc gives the columns parts of a width that it assumes; LibreOffice takes them for lengths.
    """
    properties = child(table, "w:tblPr")
    inset = child(properties, "w:tblInd")
    if inset is not None:
        moved = number(inset, "w:w") * LIST_STEP // PANDOC_STEP
        give(inset, "w:w", moved)
        available -= moved
    columns = every(table, "w:gridCol")
    parts = [max(number(column, "w:w"), 1) for column in columns]
    edges = [sum(parts[:place]) * available // sum(parts) for place in range(len(parts) + 1)]
    widths = [right - left for left, right in pairwise(edges)]
    for column, width in zip(columns, widths, strict=True):
        give(column, "w:w", width)
    whole = child(properties, "w:tblW")
    if whole is not None:
        give(whole, "w:w", available)
        give(whole, "w:type", "dxa")
    rows = elements(table, "w:tr")
    for row in rows:
        add_first(properties_of(row, "w:trPr"), "w:cantSplit")
        for cell, width in zip(elements(row, "w:tc"), widths, strict=False):
            own = properties_of(cell, "w:tcPr")
            add_first(own, "w:tcW", w=width, type="dxa")
            for paragraph in elements(cell, "w:p"):
                if not style_of(paragraph):  # pandoc gives none to what is empty
                    named = element("w:pStyle", val=markup.style_id(markup.CELL))
                    set_property(paragraph, named)
    matrix = value(child(properties, "w:tblStyle")) == markup.MATRIX_TABLE
    if matrix and len(widths) > UPRIGHT_HEADS:
        _set_on_end(rows[0])
    _mark_row_heads(table, child(properties, "w:tblLook"))
    _hold_rows(rows)


def _hold_rows(rows: list[Element]) -> None:
    """Keep rows with the next one on its page, which a row is by the paragraphs in it."""
    last = len(rows) - 1
    held = range(last) if len(rows) <= SMALL_TABLE else (0, 1, last - 1)
    for place in held:
        for paragraph in every(rows[place], "w:p"):
            set_property(paragraph, element("w:keepNext"))


def _mark_row_heads(table: Element, look: Element | None) -> None:
    heads = {markup.style_id(markup.ROW_HEAD), markup.style_id(markup.FACT_LABEL)}
    if look is not None and any(style_of(item) in heads for item in every(table, "w:p")):
        flags = int(value(look) or "0", 16) | FIRST_COLUMN
        give(look, "w:val", f"{flags:04X}")
        give(look, "w:firstColumn", "1")


def _set_on_end(row: Element) -> None:
    """Turn the heads of a row but the first, and make the row as high as the longest needs."""
    cells = elements(row, "w:tc")[1:]
    for cell in cells:
        own = properties_of(cell, "w:tcPr")
        own.append(element("w:textDirection", val="btLr"))
        own.append(element("w:vAlign", val="center"))
        for side in every(cell, "w:jc"):
            # On end, the left is below.
            give(side, "w:val", "left")
    longest = max(len(text_of(cell)) for cell in cells)
    height = min(max(longest * LETTER + CELL, LOWEST), HIGHEST)
    made = element("w:trHeight", val=height, hRule="atLeast")
    properties_of(row, "w:trPr").append(made)


def fit_picture(picture: Element, usual: int, width: int, height: int) -> None:
    """Let a picture fit between the margins, and fill the width if pandoc made it do so.

    Pandoc knows one page, `usual` wide between its margins; the picture's own is `width` by
    `height`. Pandoc also leaves a picture's address, here all its bytes, as a second alternative
    text.
    """
    extent = child(picture, "wp:extent")
    own_width, own_height = number(extent, "cx"), number(extent, "cy")
    if own_width > 0 and own_height > 0:
        filling = own_width >= usual * EMU * 0.99
        scale = min(
            width * EMU / own_width,
            height * EMU * PART_OF_HEIGHT / own_height,
            *(() if filling else (1.0,)),
        )
        for size in (extent, *every(picture, "a:ext")):
            if size is not None and value(size, "cx"):
                give(size, "cx", round(own_width * scale))
                give(size, "cy", round(own_height * scale))
    for side in ("distT", "distB", "distL", "distR"):
        # Unsaid, they are 0 to Word, but not to LibreOffice.
        give(picture, side, "0")
    for inner in every(picture, "pic:cNvPr"):
        give(inner, "descr", value(child(picture, "wp:docPr"), "descr"))
