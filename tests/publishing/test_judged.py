"""The documents of both councils as tools that aren't ours judge them.

outloud judges the PDF by PDF/UA-1, openxml-audit the Word file by the Open XML schemas.
"""

from pathlib import Path

import openxml_audit
import outloud
import pikepdf
import pytest
from tests.publishing.conftest import EXAMPLE, REAL, publish

from wp.publishing.formats import FORMATS

DOCUMENTS = {
    "eksempelraadet": (EXAMPLE,),
    "eksempelraadet-one-pager": (EXAMPLE, "content/one-pagers/naturkortet.md"),
    "eksempelraadet-minutes": (EXAMPLE, "content/minutes/2026-06-11.md"),
    "real": (REAL,),
    "real-one-pager": (REAL, "content/one-pagers/kraeftpakker.md"),
    "real-minutes": (REAL, "content/minutes/2025-06-17.md"),
}


@pytest.mark.parametrize("name", DOCUMENTS)
def test_outloud_finds_no_error_in_the_pdf(name: str, tmp_path: Path) -> None:
    root, *names = DOCUMENTS[name]
    [data] = FORMATS["pdf"](publish(root, *names), root).values()
    path = tmp_path / f"{name}.pdf"
    path.write_bytes(data)
    result = outloud.check(str(path))
    errors = [
        (found.rule, found.message)
        for found in result.findings
        if str(getattr(found.severity, "value", found.severity)).lower() == "error"
    ]
    assert errors == []
    assert result.verdict in ("pass", "review")  # review: warnings that a person judges
    with pikepdf.open(path) as document:
        metadata = str(document.open_metadata())
        assert "<pdfuaid:part>1</pdfuaid:part>" in metadata
        assert "<pdfaid:part>2</pdfaid:part>" in metadata
        assert str(document.Root.Lang) == "da"


@pytest.mark.parametrize("name", DOCUMENTS)
def test_the_word_file_keeps_to_its_schemas(name: str, tmp_path: Path) -> None:
    root, *names = DOCUMENTS[name]
    [data] = FORMATS["docx"](publish(root, *names), root).values()
    path = tmp_path / f"{name}.docx"
    path.write_bytes(data)
    result = openxml_audit.OpenXmlValidator().validate(str(path))
    assert [str(error) for error in result.errors] == []
    assert result.is_valid
