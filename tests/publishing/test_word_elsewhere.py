"""The Word file in another program than Word: LibreOffice opens it and makes a tagged PDF of it.

The PDF's headings, tables and alternative texts must be those of the document as it was composed.
"""

import os
import re
import shutil
import subprocess
from pathlib import Path

import pikepdf
import pymupdf
import pytest
from tests.publishing.conftest import EXAMPLE, publish
from tests.publishing.pdf_tags import elements, kids, read_aloud
from tests.publishing.test_judged import DOCUMENTS
from tests.publishing.test_pdf_tags import letters, without_notes
from tests.publishing.word_files import COVER, REFERENCE, publication

from wp.publishing.formats import FORMATS
from wp.publishing.word.writer import write_word

BAND = 132 / 25.4 * 72  # points of colour at the head of the cover
LONG = " ".join(["Et langt navn på et arbejdsprogram, som nogen har skrevet"] * 16)
TITLES = {
    "short": "Natur",
    "two-lines": "Fælles kort til bedre naturpleje i hele landet",
    "four-lines": "Flerårigt strategisk arbejdsprogram for omfattende genetiske analyser",
    "smaller": LONG[:230],
    "long": LONG[:900],
}

# The fullest one-pagers; each is one page in the PDF.
FULL = ("naturkortet", "frivillige-registreringer", "feltregistrering-paa-mobil")

NAMES = ("eksempelraadet", "eksempelraadet-one-pager", "real-minutes")
TAGGED = 'pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"true"}}'


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with each document as LibreOffice's PDF."""
    office = shutil.which("soffice")
    if office is None and os.environ.get("WP_OFFICE") == "required":
        pytest.fail("LibreOffice isn't installed")
    if office is None:
        pytest.skip("LibreOffice isn't installed: apt-get install libreoffice-writer-nogui")
    folder = tmp_path_factory.mktemp("office")
    files = []
    for name in NAMES:
        root, *names = DOCUMENTS[name]
        [data] = FORMATS["docx"](publish(root, *names), root).values()
        files.append(folder / f"{name}.docx")
        files[-1].write_bytes(data)
    for name, title in TITLES.items():
        for state in ("", "Udkast"):
            text = COVER.replace("Arbejdsprogram 2026", title)
            made = publication(f"{text}\n# Forord\n\nTekst", title=title, state=state)
            files.append(folder / f"{name}{state}.docx")
            files[-1].write_bytes(write_word(made, REFERENCE))
    for name in FULL:
        [data] = FORMATS["docx"](
            publish(EXAMPLE, f"content/one-pagers/{name}.md"), EXAMPLE
        ).values()
        files.append(folder / f"{name}.docx")
        files[-1].write_bytes(data)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [office, profile, "--headless", "--convert-to", TAGGED, "--outdir", folder, *files]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    return folder


@pytest.mark.parametrize("name", NAMES)
def test_headings_are_the_same(name: str, folder: Path) -> None:
    root, *names = DOCUMENTS[name]
    published = publish(root, *names)
    covered = any(node.attrs.get("name") == "cover" for node in published.body.children)
    # below a cover the chapters are Heading 1; without one the title is
    expected = [(1, published.title)] * (not covered)
    for node in list(published.headings())[covered:]:
        level = node.attrs["level"] + (0 if covered else 1)
        expected.append((level, without_notes(node)))
    pieces = read_aloud(folder / f"{name}.pdf")
    for level in range(1, 6):
        read = [piece.text for piece in pieces if f"H{level}" in piece.tags]
        assert letters("".join(read)) == letters(
            "".join(text for at, text in expected if at == level)
        )


@pytest.mark.parametrize("name", NAMES)
def test_tables_are_the_same(name: str, folder: Path) -> None:
    root, *names = DOCUMENTS[name]
    tables = [node for node in publish(root, *names).body.walk() if node.kind == "table"]
    assert len(tables) > 0
    with pikepdf.open(folder / f"{name}.pdf") as document:
        found = [[kids(row) for row in kids(it)] for it in elements(document, "Table")]
        # a panel of facts is a table without a head
        headed = [rows for rows in found if all(str(cell.S) == "/TH" for cell in rows[0])]
        assert [(len(rows), len(rows[0])) for rows in headed] == [
            (len(table.children), len(table.children[0].children)) for table in tables
        ]
    pieces = read_aloud(folder / f"{name}.pdf")
    read = letters("".join(piece.text for piece in pieces if {"TH", "TD"} & set(piece.tags)))
    at = 0
    for table in tables:
        for row in table.children:
            for cell in row.children:
                text = letters(without_notes(cell))
                place = read.find(text, at)
                assert place >= 0, (text, read[at : at + 200])
                at = place + len(text)


@pytest.mark.parametrize("name", NAMES)
def test_alternative_texts_language_and_properties_are_the_same(name: str, folder: Path) -> None:
    root, *names = DOCUMENTS[name]
    published = publish(root, *names)
    expected = [node.plain_text() for node in published.body.walk() if node.kind == "image"]
    with pikepdf.open(folder / f"{name}.pdf") as document:
        figures = elements(document, "Figure")
        texts = [str(figure.Alt) for figure in figures if "/Alt" in figure]
        assert texts == expected
        assert str(document.Root.Lang) == "da-DK"
        assert str(document.docinfo.Title) == published.title
        assert str(document.docinfo.Author) == published.author


@pytest.mark.parametrize("state", ["", "Udkast"])
@pytest.mark.parametrize("name", TITLES)
def test_the_title_stands_at_the_foot_of_the_coloured_band(
    name: str, state: str, folder: Path
) -> None:
    """White within the band, its last line near the end of it; the rest is dark and below."""
    with pymupdf.open(folder / f"{name}{state}.pdf") as pdf:
        [band] = [
            drawing["rect"]
            for drawing in pdf[0].get_drawings()
            if drawing["rect"].width > 500 and drawing["fill"]
        ]
        spans = [
            span
            for block in pdf[0].get_text("dict")["blocks"]
            for line in block.get("lines", ())
            for span in line["spans"]
            if span["text"].strip()
        ]
    assert (band.x0, band.y0, band.width, band.y1) == pytest.approx((0, 0, 595, BAND), abs=2)
    white = [span for span in spans if span["color"] == 0xFFFFFF]
    said = "".join(span["text"] for span in white)
    assert letters(said.lower()) == letters((state + TITLES[name]).lower())
    assert min(span["bbox"][1] for span in white) > 30
    assert BAND - 90 < max(span["bbox"][3] for span in white) < BAND - 5
    below = [span["bbox"][1] for span in spans if span["color"] != 0xFFFFFF]
    assert len(below) >= 4
    assert BAND + 10 < min(below) < BAND + 90


@pytest.mark.parametrize("name", FULL)
def test_a_one_pager_is_one_page(name: str, folder: Path) -> None:
    with pymupdf.open(folder / f"{name}.pdf") as pdf:
        assert len(pdf) == 1
        assert pdf[0].get_text().rstrip().endswith("side 1 af 1")


def test_contents_and_topics_of_the_programme_take_a_page_each(folder: Path) -> None:
    with pymupdf.open(folder / "eksempelraadet.pdf") as pdf:
        pages = [page.get_text() for page in pdf]
    heads = [next(line for line in page.split("\n")[1:] if line.strip()) for page in pages]
    contents = heads.index("Indhold")
    assert heads[contents + 1] == "Overblik"
    topics = [place for place, head in enumerate(heads) if re.match(r"2\.\d\.\d ", head)]
    assert len(topics) == 12
    for place in topics:
        assert re.match(r"2\.\d(\.\d)? |3 Aktivitetsplan", heads[place + 1]), heads[place]
