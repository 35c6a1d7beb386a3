"""The documents of both councils as tools that aren't ours judge them.

outloud and pdfua judge the PDF by PDF/UA-1, openxml-audit the Word file by the Open XML schemas.
"""

from pathlib import Path

import openxml_audit
import outloud
import pdfua
import pikepdf
import pytest
from tests.publishing.conftest import EXAMPLE, REAL, publish
from tests.publishing.pdf_tags import elements, kids

from wp.publishing.formats import FORMATS

DOCUMENTS = {
    "eksempelraadet": (EXAMPLE,),
    "eksempelraadet-one-pager": (EXAMPLE, "content/one-pagers/naturkortet.md"),
    "eksempelraadet-minutes": (EXAMPLE, "content/minutes/2026-06-11.md"),
    "real": (REAL,),
    "real-one-pager": (REAL, "content/one-pagers/kraeftpakker.md"),
    "real-minutes": (REAL, "content/minutes/2025-06-17.md"),
}


def unfounded(found: outloud.findings.Finding, path: Path, text: str) -> bool:
    """Tell whether a warning is of a kind that outloud can't judge, and wrong here, as measured."""
    match found.rule:
        case "TBL-014":  # a grid of lines that no table covers: a picture's, with its text
            with pikepdf.open(path) as document:
                page = document.pages[found.page - 1].obj.objgen
                figures = [it for it in elements(document, "Figure") if it.Pg.objgen == page]
                return bool(figures) and all(str(it.Alt) for it in figures)
        case "PAG-001":  # one line at the foot of several pages: the document itself repeats it
            return text.count(found.evidence) > 2
    return False


@pytest.mark.parametrize("name", DOCUMENTS)
def test_outloud_finds_nothing_wrong_in_the_pdf(name: str, tmp_path: Path) -> None:
    root, *names = DOCUMENTS[name]
    publication = publish(root, *names)
    [data] = FORMATS["pdf"](publication, root).values()
    path = tmp_path / f"{name}.pdf"
    path.write_bytes(data)
    result = outloud.check(str(path))
    text = publication.body.plain_text()
    findings = [
        (found.rule, found.page, found.message)
        for found in result.findings
        if not unfounded(found, path, text)
    ]
    assert findings == []
    assert result.errors == 0
    assert result.verdict in ("pass", "review")  # review: the unfounded warnings
    with pikepdf.open(path) as document:
        metadata = str(document.open_metadata())
        assert "<pdfuaid:part>1</pdfuaid:part>" in metadata
        assert "<pdfaid:part>2</pdfaid:part>" in metadata
        assert "<pdfaid:conformance>A</pdfaid:conformance>" in metadata
        assert str(document.Root.Lang) == "da"
        assert document.Root.MarkInfo.Marked
        assert document.Root.ViewerPreferences.DisplayDocTitle
        assert str(document.docinfo.Title) == publication.title


@pytest.mark.parametrize("name", DOCUMENTS)
def test_pdfua_finds_nothing_in_the_pdf(name: str, tmp_path: Path) -> None:
    root, *names = DOCUMENTS[name]
    [data] = FORMATS["pdf"](publish(root, *names), root).values()
    path = tmp_path / f"{name}.pdf"
    path.write_bytes(data)
    report = pdfua.validate(str(path))
    assert [found.message for found in report.findings] == []
    # With pikepdf 10, pdfua 0.1.3 fails to read the numbers of an element's content for the rule
    # that no heading is empty; so that is judged here.
    assert {rule.rule_id for rule in report.skipped} <= {"UA-14-001"}
    with pikepdf.open(path) as document:
        headings = [it for level in range(1, 7) for it in elements(document, f"H{level}")]
        assert len(headings) > 4
        assert [it for it in headings if not kids(it)] == []


@pytest.mark.parametrize("name", DOCUMENTS)
def test_the_word_file_keeps_to_its_schemas(name: str, tmp_path: Path) -> None:
    root, *names = DOCUMENTS[name]
    [data] = FORMATS["docx"](publish(root, *names), root).values()
    path = tmp_path / f"{name}.docx"
    path.write_bytes(data)
    result = openxml_audit.OpenXmlValidator().validate(str(path))
    assert [str(error) for error in result.errors] == []
    assert result.is_valid
