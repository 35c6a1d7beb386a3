"""The Word file's tables, pictures, pages and bars, as python-docx reads them."""

import pytest
from docx.document import Document
from docx.oxml.ns import qn
from tests.publishing.word_files import (
    COVER,
    DRAWING,
    FIGURE,
    TABLE,
    has,
    names_of,
    part,
    png,
    shown,
    styled,
    written,
)

from wp.errors import WpError

# Tables and panels.


def test_a_table_has_heads_widths_and_a_caption() -> None:
    document = written(TABLE)
    (table,) = document.tables
    assert table.style is not None
    assert table.style.name == "Table"
    head, *rows = (row._tr for row in table.rows)
    assert has(head, "w:trPr/w:tblHeader")
    assert not any(has(row, "w:trPr/w:tblHeader") for row in rows)
    assert all(has(row, "w:trPr/w:cantSplit") for row in (head, *rows))
    styles = [[cell.paragraphs[0].style.name for cell in row.cells] for row in table.rows]
    assert styles == [["Table Head"] * 2, *[["Table Row Head", "Table Text"]] * 2]
    assert table.cell(1, 0).text == "Kort | data\nmere"
    assert [str(cell.paragraphs[0].alignment) for cell in table.rows[1].cells][1] == "RIGHT (2)"
    assert styled(document, "TableCaption") == ["Udgifter"]
    look = table._tbl.tblPr.find(qn("w:tblLook"))
    assert (look.get(qn("w:firstRow")), look.get(qn("w:firstColumn"))) == ("1", "1")
    assert int(look.get(qn("w:val")), 16) == 0x00A0


def test_a_tables_columns_share_the_width_of_the_text() -> None:
    document = written(TABLE)
    section = document.sections[0]
    available = section.page_width - section.left_margin - section.right_margin
    (table,) = document.tables
    widths = [int(column.get(qn("w:w"))) * 635 for column in table._tbl.iter(qn("w:gridCol"))]
    assert abs(sum(widths) - available) < 635 * 2
    assert abs(widths[0] / widths[1] - 3) < 0.01
    assert [
        abs(cell.width - width) < 2 for cell, width in zip(table.rows[0].cells, widths, strict=True)
    ]


def test_a_column_has_room_for_its_longest_word() -> None:
    document = written(
        '<!-- wp: table widths="9 9 1" -->\n\n| a | b | c |\n| - | - | - |\n'
        "| x | y | september\u00a02027 |\n\n<!-- /wp: table -->"
    )
    widths = [
        int(column.get(qn("w:w"))) for column in document.tables[0]._tbl.iter(qn("w:gridCol"))
    ]
    assert widths[2] > 1300


def test_a_table_without_a_directive_is_a_table_too() -> None:
    long = "en længere tekst, som må fylde mere end den korte ved siden af"
    document = written(f"| a | b |\n| - | - |\n| kort | {long} |\n| | |\n")
    (table,) = document.tables
    widths = [int(column.get(qn("w:w"))) for column in table._tbl.iter(qn("w:gridCol"))]
    assert widths[0] < widths[1]
    assert [cell.text for cell in table.rows[2].cells] == ["", ""]
    assert not has(table._tbl, "w:tblPr/w:tblLook[@firstColumn='1']")


def test_a_wide_matrix_stands_its_heads_on_end() -> None:
    heads = [f"Initiativ {number}" for number in range(9)]
    rows = ["Emne", *heads], ["-"] * 10, ["Kort", *["●"] * 9]
    lines = "\n".join("|" + "|".join(row) + "|" for row in rows)
    document = written(f'<!-- wp: table class="matrix" -->\n\n{lines}\n\n<!-- /wp: table -->')
    (table,) = document.tables
    assert table.style is not None
    assert table.style.name == "Table Matrix"
    directions = [has(cell._tc, "w:tcPr/w:textDirection") for cell in table.rows[0].cells]
    assert directions == [False, *[True] * 9]
    assert has(table.rows[0]._tr, "w:trPr/w:trHeight")
    assert [str(cell.paragraphs[0].alignment) for cell in table.rows[1].cells][1] == "CENTER (1)"


def test_facts_are_a_table_whose_first_column_heads_the_rows() -> None:
    document = written(
        "<!-- wp: facts -->\n\n- **Ansvarlig:** Anna *Berg*\n- **Mål** : et; to\n- Uden navn\n"
        "- **Liste:**\n  - a\n  - b\n\n<!-- /wp: facts -->\n\nEfter"
    )
    (table,) = document.tables
    assert table.style is not None
    assert table.style.name == "Facts"
    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["Ansvarlig:", "Anna Berg"],
        ["Mål", "et; to"],
        ["", "Uden navn"],
        ["Liste:", "a\nb"],
    ]
    labels = {row.cells[0].paragraphs[0].style.name for row in table.rows if row.cells[0].text}
    assert labels == {"Fact Label"}
    look = table._tbl.tblPr.find(qn("w:tblLook"))
    assert (look.get(qn("w:firstRow")), look.get(qn("w:firstColumn"))) == ("0", "1")


# Pictures.


def test_a_drawing_becomes_a_sharp_picture_with_its_text() -> None:
    document = written(FIGURE, assets={"tegning.svg": DRAWING})
    (picture,) = document.inline_shapes
    properties = picture._inline.docPr
    assert properties.get("descr") == "To aktiviteter & <tre>"
    assert "base64" not in part(document, "word/document.xml")
    section = document.sections[0]
    available = section.page_width - section.left_margin - section.right_margin
    assert abs(picture.width - available) < 10_000
    assert picture.width / picture.height == pytest.approx(4.5, rel=0.01)
    (name,) = [item for item in names_of(document) if "media" in item]
    assert name.endswith(".png")
    assert styled(document, "ImageCaption") == ["Tidslinje"]
    assert len(styled(document, "CaptionedFigure")) == 1


def test_a_photograph_stays_as_it_is_and_fits_the_page() -> None:
    data = png(300, 3000)
    document = written("Tekst ![Et tårn](asset:a/b.png) mere", assets={"a/b.png": data})
    (picture,) = document.inline_shapes
    section = document.sections[0]
    height = section.page_height - section.top_margin - section.bottom_margin
    assert picture.height <= height
    assert picture.width / picture.height == pytest.approx(0.1, rel=0.01)
    blobs = [
        item.blob for item in document.part.package.iter_parts() if "media" in str(item.partname)
    ]
    assert blobs == [data]


def test_a_picture_without_a_text_has_its_name() -> None:
    document = written("![](asset:a/kort.png)", assets={"a/kort.png": png(9, 9)})
    assert document.inline_shapes[0]._inline.docPr.get("descr") == "kort"


def test_a_broken_picture_stops_the_document_and_is_named() -> None:
    with pytest.raises(WpError) as stopped:
        written("![x](asset:tegning.svg)", assets={"tegning.svg": b"<svg"})
    assert stopped.value.name == "tool-failed"
    assert "tegning.svg" in stopped.value.params["reason"]


def test_a_broken_photograph_stops_the_document() -> None:
    with pytest.raises(WpError) as stopped:
        written("![x](asset:a.png)", assets={"a.png": b"\x89PNG\r\n\x1a\nnothing"})
    assert "a.png" in stopped.value.params["reason"]


# Pages.


def orientations(document: Document) -> list[str]:
    return [str(section.orientation).partition(" ")[0] for section in document.sections]


def test_what_is_wide_has_a_page_on_its_side() -> None:
    wide = "<!-- wp: wide -->\n\n# Bred\n\n| a |\n| - |\n| b |\n\n<!-- /wp: wide -->\n\n"
    document = written(COVER + f"\nFør\n\n{wide}Efter")
    assert orientations(document) == ["PORTRAIT", "LANDSCAPE", "PORTRAIT"]
    first, second, third = document.sections
    assert (second.page_width, second.page_height) == (first.page_height, first.page_width)
    titled = [section.different_first_page_header_footer for section in document.sections]
    assert titled == [True, False, False]
    assert shown(third.header._element) == shown(first.header._element)
    (table,) = document.tables
    width = int(table._tbl.tblPr.find(qn("w:tblW")).get(qn("w:w"))) * 635
    assert abs(width - (second.page_width - second.left_margin - second.right_margin)) < 1000


def test_a_picture_on_a_wide_page_is_as_wide_as_its_text() -> None:
    wide = f"<!-- wp: wide -->\n{FIGURE}\n<!-- /wp: wide -->"
    document = written(wide, assets={"tegning.svg": DRAWING}, subtitle="")
    section = document.sections[-1]
    available = section.page_width - section.left_margin - section.right_margin
    assert abs(document.inline_shapes[0].width - available) < 10_000


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A\n\n[W]", ["PORTRAIT", "LANDSCAPE"]),
        ("[W]\n\n[W]", ["PORTRAIT", "LANDSCAPE", "LANDSCAPE"]),
        ("[B]\n\n[W]\n\n[B]\n\nA\n\n[B]", ["PORTRAIT", "LANDSCAPE", "PORTRAIT"]),
    ],
)
def test_sections_without_text_are_none(text: str, expected: list[str]) -> None:
    text = text.replace("[W]", "<!-- wp: wide -->\n\nbred\n\n<!-- /wp: wide -->")
    document = written(text.replace("[B]", "<!-- wp: page-break /-->"))
    assert orientations(document) == expected
    assert not list(document.element.iter(qn("w:pageBreakBefore")))


def test_page_breaks_fall_together_and_leave_no_mark() -> None:
    break_ = "<!-- wp: page-break /-->\n\n"
    topic = "<!-- wp: topic -->\n\n## Emne\n\nTekst\n\n<!-- /wp: topic -->\n\n"
    document = written(
        COVER + f"\n{break_}{break_}# Et\n\n{topic}{topic}{break_}| a |\n| - |\n\n{break_}"
    )
    begun = [item.text for item in document.paragraphs if item.paragraph_format.page_break_before]
    assert begun == ["Et", "Emne", ""]
    assert "wp-" not in part(document, "word/document.xml")


# Bars beside lists.


def test_the_bar_of_a_notice_stays_straight_beside_its_list() -> None:
    document = written("<!-- wp: notice -->\n\nA\n\n- b\n  - c\n\nD\n\n<!-- /wp: notice -->")
    places = []
    for item in document.paragraphs:
        if item.style is None or item.style.name != "Notice":
            continue
        properties = item._p.pPr
        indent, bar = properties.find(qn("w:ind")), properties.find(f".//{qn('w:left')}")
        left = 0 if indent is None else int(indent.get(qn("w:left"))) - 400
        places.append((left, None if bar is None else int(bar.get(qn("w:space")))))
    # Each level of a list is 400 further in, which is 20 points.
    assert places == [(0, None), (260, 10), (660, 30), (0, None)]
