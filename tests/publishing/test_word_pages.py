"""What stays together on a page of the Word file, what begins one, and the face it is set in."""

import io
import uuid
import zipfile
from pathlib import Path
from xml.etree import ElementTree

import docx
import pytest
from docx.document import Document
from docx.oxml.ns import qn
from tests.publishing.conftest import EXAMPLE, REAL, publish
from tests.publishing.word_files import COVER, REFERENCE, has, publication, written

from wp.publishing.formats import FORMATS
from wp.publishing.word.writer import write_word

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
PARAGRAPHS = "Noget om emnet, som fylder en linje eller mere på siden.\n\n"


def table(rows: int) -> str:
    return "| Emne | Kr. |\n| - | - |\n" + "".join(f"| Emne {n} | |\n" for n in range(rows))


def held(text: str) -> list[bool]:
    """Say of each row of the only table whether it is kept with the next one."""
    (made,) = written(text).tables
    rows = [[cell.paragraphs[0] for cell in row.cells] for row in made.rows]
    kept = [{has(item._p, "w:pPr/w:keepNext") for item in row} for row in rows]
    assert all(len(found) == 1 for found in kept)
    return [found == {True} for found in kept]


def test_a_small_table_stays_whole() -> None:
    assert held(table(7)) == [True] * 7 + [False]


def test_no_row_of_a_long_table_stands_alone() -> None:
    assert held(table(12)) == [True, True, *[False] * 9, True, False]


def test_an_empty_cell_is_as_low_as_the_others() -> None:
    (made,) = written(table(2)).tables
    styles = [[cell.paragraphs[0].style.name for cell in row.cells] for row in made.rows]
    assert styles == [["Table Head"] * 2, ["Table Text"] * 2, ["Table Text"] * 2]


def test_a_long_chapter_begins_a_page_and_a_short_one_does_not() -> None:
    long = PARAGRAPHS * 40
    document = written(f"{COVER}\n# Forord\n\nKort.\n\n# Mål\n\nKort.\n\n# Plan\n\n{long}")
    begun = {
        item.text: has(item._p, "w:pPr/w:pageBreakBefore")
        for item in document.paragraphs
        if item.style is not None and item.style.name == "Heading 1"
    }
    assert begun == {"Forord": True, "Mål": False, "Plan": True}


def topic(text: str) -> str:
    return f"<!-- wp: topic -->\n\n### Emne\n\n{text}\n\n<!-- /wp: topic -->\n"


@pytest.mark.parametrize("times, begins", [(1, False), (60, True)])
def test_a_short_topic_stays_with_what_introduces_it(times: int, begins: bool) -> None:
    lead = "# Områder\n\n## Drift\n\nOm drift.\n\n"
    document = written(f"{COVER}\n{lead}{topic(PARAGRAPHS * times)}")
    [heading] = [item for item in document.paragraphs if item.text == "Emne"]
    assert has(heading._p, "w:pPr/w:pageBreakBefore") is begins


@pytest.mark.parametrize("root", [EXAMPLE, REAL], ids=["eksempelraadet", "real"])
def test_the_face_of_the_pdf_comes_along_in_the_file(root: Path) -> None:
    """As a program that knows nothing of us reads it: the key is the GUID turned round."""
    made = FORMATS["docx"](publish(root), root)["programme.docx"]
    with zipfile.ZipFile(io.BytesIO(made)) as package:
        table = ElementTree.fromstring(package.read("word/fontTable.xml"))
        links = ElementTree.fromstring(package.read("word/_rels/fontTable.xml.rels"))
        targets = {link.get("Id"): link.get("Target") for link in links}
        [face] = [font for font in table if font.get(f"{W}name") == "Libertinus Serif"]
        found = []
        for item in face:
            if item.tag.startswith(f"{W}embed"):
                key = uuid.UUID(item.get(f"{W}fontKey")).bytes[::-1] * 2
                data = package.read(f"word/{targets[item.get(f'{R}id')]}")
                plain = bytes(a ^ b for a, b in zip(data[:32], key, strict=True))
                found.append((item.tag.removeprefix(W), plain[:4]))
        theme = package.read("word/theme/theme1.xml").decode()
        settings = package.read("word/settings.xml").decode()
    kinds = ("embedRegular", "embedBold", "embedItalic", "embedBoldItalic")
    assert found == [(kind, b"\0\1\0\0") for kind in kinds]
    assert theme.count('<a:latin typeface="Libertinus Serif"/>') == 2
    assert "<w:embedTrueTypeFonts/>" in settings


def test_text_is_hyphenated_and_headings_are_not() -> None:
    with zipfile.ZipFile(REFERENCE) as package:
        settings = ElementTree.fromstring(package.read("word/settings.xml"))
    assert settings.find(f"{W}autoHyphenation") is not None
    document = written("# Forord\n\nTekst.")
    plain = document.styles.element.find(qn("w:docDefaults"))
    assert plain.find(f".//{W}lang").get(f"{W}val") == "da-DK"
    for level in range(1, 7):
        look = document.styles[f"Heading {level}"].element
        assert has(look, "w:pPr/w:suppressAutoHyphens")
        assert has(look, "w:pPr/w:keepNext")
    assert has(document.styles["Normal"].element, "w:pPr/w:widowControl")


LONG = " ".join(["Et langt navn på et arbejdsprogram, som nogen har skrevet"] * 16)[:900].strip()


def sizes(document: Document) -> dict[str, float]:
    names = ("Title", "Heading 1", "Heading 2", "Heading 3")
    return {name: document.styles[name].font.size.pt for name in names}


@pytest.mark.parametrize("title, size", [("Kort", 34), (LONG[:200], 24), (LONG, 14)])
def test_a_long_title_is_smaller_and_whole(title: str, size: float) -> None:
    cover = COVER.replace("Arbejdsprogram 2026", title)
    document = written(f"{cover}\n# Forord\n\nTekst.", title=title)
    assert sizes(document) == {"Title": size, "Heading 1": 24, "Heading 2": 16, "Heading 3": 13}
    [shown] = [one.text for one in document.paragraphs if one.style.name == "Title"]
    assert shown == title
    heads = document.sections[-1].header._element.iter(qn("w:t"))
    head = next(text.text for text in heads if text.text)
    assert head == title if len(title) < 90 else (title.startswith(head[:-1]) and head[-1] == "…")
    assert len(head) <= 91


def test_a_document_alone_has_small_headings_unless_the_council_chose_others() -> None:
    assert sizes(written("# Mål\n\nTekst.")) == {
        "Title": 34,
        "Heading 1": 20,
        "Heading 2": 12,
        "Heading 3": 10.5,
    }
    with zipfile.ZipFile(REFERENCE) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    own = parts["word/styles.xml"].replace(b'<w:sz w:val="32"/>', b'<w:sz w:val="30"/>')
    parts["word/styles.xml"] = own
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as package:
        for name, data in parts.items():
            package.writestr(name, data)
    data = write_word(publication("# Mål\n\nTekst."), made.getvalue())
    assert sizes(docx.Document(io.BytesIO(data)))["Heading 2"] == 15


def margins(document: Document) -> list[int]:
    section = document.sections[0]
    sides = (section.top_margin, section.bottom_margin, section.left_margin, section.right_margin)
    return [round(side.mm) for side in sides]


def test_a_document_alone_has_the_margins_of_the_pdf_unless_the_council_chose_others() -> None:
    assert margins(written("Tekst.")) == [18, 17, 22, 22]
    assert margins(written(f"{COVER}\n# Forord\n\nTekst.")) == [24, 22, 25, 25]
    reference = docx.Document(str(REFERENCE))
    reference.sections[0].top_margin = docx.shared.Mm(40)
    made = io.BytesIO()
    reference.save(made)
    data = write_word(publication("Tekst."), made.getvalue())
    assert margins(docx.Document(io.BytesIO(data))) == [40, 22, 25, 25]


def test_a_heading_that_begins_a_page_stands_at_its_head() -> None:
    long = PARAGRAPHS * 60
    document = written(f"{COVER}\n# Forord\n\n{long}\n\n# Plan\n\n{long}")
    begun = [item for item in document.paragraphs if has(item._p, "w:pPr/w:pageBreakBefore")]
    assert [item.text for item in begun] == ["Forord", "Plan"]
    assert {item.paragraph_format.space_before for item in begun} == {0}
    assert document.styles["Heading 1"].paragraph_format.space_before.pt == 12
