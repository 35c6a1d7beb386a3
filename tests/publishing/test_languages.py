"""Words in another language carry their language into every format that knows one."""

import io
import re
import zipfile
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree

import pikepdf
from tests.publishing.conftest import publish
from tests.publishing.pdf_tags import elements

from wp.publishing.formats import FORMATS

PAGE = "content/one-pagers/aabne-snitflader.md"
WORDS = "application programming interface"
WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MARKED = """
Som [Open [Rivers](https://example.org/rivers) *for all*]{lang=en-GB} siger.

### Das Moor {lang=de}

Alles hier ist Deutsch, außer [det her]{lang=da}.

| Torf |
| --- |
| Moos |

### Og dansk igen

Dansk og [ondt]{lang=x"onclick=alert(1)}.
"""


def built(root: Path, form: str) -> bytes:
    publication = publish(root, PAGE)
    return FORMATS[form](publication, root)[f"{publication.name}.{form}"]


def marked(root: Path) -> Path:
    path = root / PAGE
    text = path.read_text(encoding="utf-8")
    path.write_text(text + MARKED, encoding="utf-8")
    return root


def test_a_page_says_the_language_of_its_words(council: Path) -> None:
    page = built(marked(council), "html").decode("utf-8")
    assert f'Snitfladen (<span lang="en">{WORDS}</span>) skal kunne' in page
    rivers = (
        'Som <span lang="en-GB">Open <a href="https://example.org/rivers">Rivers</a> '
        "<em>for all</em></span> siger."
    )
    assert rivers in page
    assert '<span lang="de">Das Moor</span></h' in page
    german = 'Alles hier ist Deutsch, außer <span lang="da">det her</span>.'
    assert f'<p><span lang="de">{german}</span></p>' in page
    assert '<td><span lang="de">Moos</span></td>' in page
    assert "<p>Dansk og ondt.</p>" in page  # what names no language marks nothing


def test_markdown_shows_the_words_and_no_marks(council: Path) -> None:
    text = built(marked(council), "md").decode("utf-8")
    assert f"Snitfladen ({WORDS}) skal kunne" in text
    assert "Som Open [Rivers](https://example.org/rivers) *for all* siger." in text
    assert "lang=" not in text


def test_word_knows_the_language_of_each_run(council: Path) -> None:
    with zipfile.ZipFile(io.BytesIO(built(marked(council), "docx"))) as archive:
        body = ElementTree.fromstring(archive.read("word/document.xml"))
    runs = {
        "".join(part.text or "" for part in run.iter(f"{WORD}t")): language.get(f"{WORD}val")
        for run in body.iter(f"{WORD}r")
        if (language := run.find(f"{WORD}rPr/{WORD}lang")) is not None
    }
    assert runs[WORDS] == "en"
    assert (runs["Rivers"], runs["for all"]) == ("en-GB", "en-GB")
    assert (runs["Das Moor"], runs["det her"], runs["Moos"]) == ("de", "da", "de")
    assert not any("Dansk" in text for text in runs)


def test_the_pdf_says_the_language_of_what_is_read(council: Path) -> None:
    with pikepdf.open(io.BytesIO(built(marked(council), "pdf"))) as document:
        assert str(document.Root.Lang) == "da"
        # the language of marked content within a line, and of elements that are in one as a whole
        spoken: set[str] = set()
        for page in document.pages:
            for operands, operator in pikepdf.parse_content_stream(page):
                if str(operator) == "BDC" and "/Lang" in operands[1]:
                    spoken.add(str(operands[1].Lang))
        whole = {
            kind: [str(found.get("/Lang", "")) for found in elements(document, kind)].count("de")
            for kind in ("H3", "P", "Table")
        }
    # "det her" is Danish in a paragraph that is German
    assert spoken == {"en", "en-GB", "da"}
    assert whole == {"H3": 1, "P": 1, "Table": 1}


def test_an_english_name_in_a_danish_register(
    council: Path, edit: Callable[[str, str, str], None]
) -> None:
    edit(
        "content/initiatives.yml",
        "    title: Én indgang til naturdata\n",
        "    title: One door to [nature] data\n    language: en-GB\n",
    )
    publication = publish(council)
    page = FORMATS["html"](publication, council)["programme.html"].decode("utf-8")
    name = '<span lang="en-GB">One door to [nature] data</span>'
    assert page.count("One door to [nature] data") == page.count(name)
    # in the table of the initiatives, and as a link in the panel of a topic
    assert f"<td>{name}</td>" in page
    assert re.search(rf'<a href="#chapter-interplay">{re.escape(name)}</a>', page)
    text = FORMATS["md"](publication, council)["programme.md"].decode("utf-8")
    assert r"One door to [nature] data" in text
    assert "lang=" not in text
