"""The Word file as python-docx reads it: properties, styles, text, and the same bytes."""

import io
import os
import re
import subprocess
import sys
import time
import zipfile
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import docx
import pytest
from docx.oxml.ns import qn
from tests.publishing.word_files import (
    COVER,
    DRAWING,
    EVERYTHING,
    REFERENCE,
    TABLE,
    bookmarks,
    of_tree,
    opened,
    paragraphs,
    part,
    publication,
    shown,
    styled,
    written,
)

from wp.errors import WpError
from wp.publishing.word.writer import write_word
from wp.reading.markup import parse
from wp.reading.nodes import Node

# The document as a whole.


def test_the_properties_say_what_the_publication_is() -> None:
    properties = written("Tekst", title="Plan & <mål>").core_properties
    assert properties.title == "Plan & <mål>"
    assert properties.subject == "Data til alle"
    assert properties.author == "Rådet for natur"
    assert properties.language == "da-DK"
    assert properties.content_status == "Udkast"
    assert properties.created is not None
    assert properties.created.replace(tzinfo=None) == datetime(2026, 3, 3)
    assert properties.modified == properties.created


def test_an_undated_document_has_no_date() -> None:
    package = write_word(publication("Tekst", date=""), REFERENCE)
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        assert b"dcterms" not in archive.read("docProps/core.xml").partition(b"xsi=")[2]


@pytest.mark.parametrize(
    ("language", "tag"), [("da", "da-DK"), ("en", "en-GB"), ("de-AT", "de-AT")]
)
def test_styles_and_settings_name_the_language(language: str, tag: str) -> None:
    tree = parse("Text")
    made = replace(of_tree(tree), language=language)
    document = opened(write_word(made, REFERENCE))
    default = document.styles.element.find(f".//{qn('w:rPrDefault')}//{qn('w:lang')}")
    assert default.get(qn("w:val")) == tag
    theme = document.settings.element.find(qn("w:themeFontLang"))
    assert theme.get(qn("w:val")) == tag
    mode = document.settings.element.find(f".//{qn('w:compatSetting')}[@{qn('w:val')}='15']")
    assert mode is not None


def test_the_cover_has_the_styles_of_a_title_page() -> None:
    document = written(COVER + "\n# Forord\n\nTekst")
    assert paragraphs(document)[:7] == [
        ("CoverState", "Udkast"),
        ("Title", "Arbejdsprogram 2026"),
        ("Subtitle", "Data til alle"),
        ("Author", "Rådet for natur"),
        ("Date", "Vedtaget 3. marts 2026"),
        ("CoverText", "Forelagt bestyrelsen"),
        ("Heading1", "Forord"),
    ]
    assert document.paragraphs[6].paragraph_format.page_break_before
    final = written(COVER + "\n# Forord\n\nTekst", state="")
    assert paragraphs(final)[0] == ("Title", "Arbejdsprogram 2026")


def test_chapters_below_a_cover_begin_at_level_1_and_no_level_is_skipped() -> None:
    document = written(COVER + "\n## Kapitel\n\n#### Afsnit\n\n## Næste")
    headings = [pair for pair in paragraphs(document) if pair[0].startswith("Heading")]
    assert headings == [("Heading1", "Kapitel"), ("Heading2", "Afsnit"), ("Heading1", "Næste")]


def test_without_a_cover_the_title_is_the_first_heading() -> None:
    document = written("# Mål\n\n## Delmål")
    assert paragraphs(document) == [
        ("Heading1", "Arbejdsprogram 2026"),
        ("Lead", "Data til alle"),
        ("Heading2", "Mål"),
        ("Heading3", "Delmål"),
    ]


def test_contents_are_a_field_filled_with_links_to_the_headings() -> None:
    document = written(
        COVER
        + '\n<!-- wp: contents depth="2" /-->\n\n# Et & to\n\n## Under\n\n### Dybt\n\n# <w:p/>'
    )
    contents = document.element.body.find(qn("w:sdt"))
    gallery = contents.find(f".//{qn('w:docPartGallery')}")
    assert gallery.get(qn("w:val")) == "Table of Contents"
    instructions = [item.text for item in contents.iter(qn("w:instrText"))]
    assert instructions[0] == ' TOC \\o "1-2" \\h \\z '
    assert [text.rstrip("\t") for text in styled(document, "TOC1")] == ["Et & to", "<w:p/>"]
    assert [text.rstrip("\t") for text in styled(document, "TOC2")] == ["Under"]
    assert styled(document, "TOCHeading") == ["Indhold"]
    anchors = [item.get(qn("w:anchor")) for item in contents.iter(qn("w:hyperlink"))]
    assert instructions[1:] == [f" PAGEREF {anchor} \\h " for anchor in anchors]
    assert set(anchors) <= set(bookmarks(document))
    kinds = [item.get(qn("w:fldCharType")) for item in contents.iter(qn("w:fldChar"))]
    assert kinds.count("begin") == kinds.count("separate") == kinds.count("end") == 4


def test_a_heading_above_the_contents_is_their_title() -> None:
    document = written(COVER + '\n# Oversigt\n\n<!-- wp: contents depth="1" /-->\n\n# Forord')
    assert styled(document, "TOCHeading") == ["Oversigt"]
    assert styled(document, "TOC1") == ["Forord\t"]
    assert styled(document, "Heading1") == ["Forord"]


def test_contents_of_a_document_without_headings_are_an_empty_field() -> None:
    document = written('<!-- wp: contents depth="2" /-->\n\nTekst')
    kinds = [item.get(qn("w:fldCharType")) for item in document.element.body.iter(qn("w:fldChar"))]
    assert kinds == ["begin", "separate", "end"]


def test_the_title_stands_in_the_header_and_page_numbers_in_the_footer() -> None:
    section = written(COVER + "\nTekst").sections[0]
    assert section.different_first_page_header_footer
    assert shown(section.header._element) == "Arbejdsprogram 2026Udkast"
    footer = section.footer._element
    assert re.sub(r"\d+", "0", shown(footer)) == "Rådet for naturside 0 af 0"
    fields = [item.get(qn("w:instr")).strip() for item in footer.iter(qn("w:fldSimple"))]
    assert fields == ["PAGE", "NUMPAGES"]
    assert not shown(section.first_page_header._element).strip(), "the cover says it itself"
    assert not list(section.header._element.iter(qn("w:sdt")))


def test_a_final_document_has_no_mark_of_a_draft() -> None:
    document = written(COVER + "\nTekst", state="")
    section = document.sections[0]
    assert shown(section.header._element) == "Arbejdsprogram 2026"
    assert not shown(section.first_page_header._element).strip()
    assert document.core_properties.content_status == ""


def test_a_document_without_a_cover_has_its_header_from_the_first_page() -> None:
    section = written("Tekst").sections[0]
    assert not section.different_first_page_header_footer
    assert "Arbejdsprogram 2026" in shown(section.header._element)


def test_words_of_the_frame_are_text_and_no_markup() -> None:
    title = "<w:t>&amp; [state] \x0b\\"
    section = written("Tekst", title=title, language="en").sections[0]
    assert shown(section.header._element) == "<w:t>&amp; [state] \\Udkast"
    assert " of " in shown(section.footer._element)


# Text.


def test_blocks_have_the_styles_of_the_reference_file() -> None:
    document = written(
        "<!-- wp: lead -->\n\nIndledning\n\n<!-- /wp: lead -->\n\n"
        "<!-- wp: notice -->\n\nPas på\n\n- ét\n- to\n\n<!-- /wp: notice -->\n\n"
        "Et afsnit\n\nEt til\n\n> citat\n>\n> - punkt\n\n```\nkode\n  mere\n```\n\n---\n\n"
        "- tæt\n\nslut",
        subtitle="",
    )
    assert paragraphs(document)[1:] == [
        ("Lead", "Indledning"),
        ("Notice", "Pas på"),
        ("Notice", "ét"),
        ("Notice", "to"),
        ("FirstParagraph", "Et afsnit"),
        ("BodyText", "Et til"),
        ("BlockText", "citat"),
        ("BlockText", "punkt"),
        ("SourceCode", "kode\n  mere"),
        ("Rule", ""),
        ("Compact", "tæt"),
        ("FirstParagraph", "slut"),
    ]


def test_every_style_used_is_in_the_reference_file() -> None:
    names = {style.style_id for style in docx.Document(str(REFERENCE)).styles}
    document = written(EVERYTHING, assets={"tegning.svg": DRAWING})
    kinds = ("w:pStyle", "w:rStyle", "w:tblStyle")
    used = {item.get(qn("w:val")) for kind in kinds for item in document.element.iter(qn(kind))}
    assert used <= names
    assert {"Title", "Notice", "TableMatrix", "Facts", "ImageCaption", "Hyperlink"} <= used


def test_inline_text_keeps_its_emphasis() -> None:
    document = written("*a* **b** ~~c~~ `d` [e](https://example.org/?x=1&y=2)", subtitle="")
    runs = {shown(run._element): run for run in document.paragraphs[1].runs}
    assert runs["a"].italic
    assert runs["b"].bold
    assert runs["c"].font.strike
    assert runs["d"].style.name == "Verbatim Char"
    (link,) = document.paragraphs[1].hyperlinks
    assert link.url == "https://example.org/?x=1&y=2"
    assert [run.style.name for run in link.runs] == ["Hyperlink"]


def test_links_lead_to_bookmarks_of_headings() -> None:
    long = "a-" * 40 + "b"
    document = written(
        f"# Et {{#{long}}}\n\n# To {{#{long}c}}\n\n[et](#{long}) [to](#{long}c) [x](#y)"
    )
    anchors = [item.get(qn("w:anchor")) for item in document.element.iter(qn("w:hyperlink"))]
    assert len(set(anchors)) == 2
    assert set(anchors) <= set(bookmarks(document))
    assert all(re.fullmatch("[a-z][a-z0-9_]{0,39}", name) for name in bookmarks(document))
    assert "et to x" in [text for _, text in paragraphs(document)]


@pytest.mark.parametrize("dest", ["javascript:alert(1)", "FILE:///etc/passwd", "data:text/html,x"])
def test_an_address_that_leads_nowhere_good_is_text_alone(dest: str) -> None:
    document = written(f"[tekst](<{dest}>)", subtitle="")
    assert document.paragraphs[1].text == "tekst"
    assert not document.paragraphs[1].hyperlinks


def test_a_relative_link_stays_relative() -> None:
    document = written("[bilag](attachments/kort%20over.pdf)", subtitle="")
    assert document.paragraphs[1].hyperlinks[0].address == "attachments/kort%20over.pdf"


def test_lists_keep_their_numbers_levels_and_boxes() -> None:
    document = written("7. syv\n   - under\n8. otte")
    numbering = document.part.numbering_part.element
    starts = [item.get(qn("w:val")) for item in numbering.iter(qn("w:startOverride"))]
    assert "7" in starts
    levels = [item.get(qn("w:val")) for item in document.element.iter(qn("w:ilvl"))]
    assert levels == ["0", "1", "0"]
    tasks = written("- [ ] ikke\n- [x] gjort")
    texts = [
        item.get(qn("w:val")) for item in tasks.part.numbering_part.element.iter(qn("w:lvlText"))
    ]
    assert {"☐", "☒"} <= set(texts)
    assert [text for style, text in paragraphs(tasks) if style == "Compact"] == ["ikke", "gjort"]


def test_boxes_in_a_numbered_list_are_text() -> None:
    document = written("1. [ ] ikke\n2. [x] gjort")
    assert styled(document, "Compact") == ["☐ ikke", "☒ gjort"]


def test_footnotes_are_footnotes_and_a_second_reference_is_the_same_number() -> None:
    document = written(
        "En[^a] og igen[^a] og to[^b] og ukendt[^z]\n\n"
        "[^a]: Første *note*\n\n    Mere\n\n[^b]: Anden\n"
    )
    body = document.element.body
    assert len(list(body.iter(qn("w:footnoteReference")))) == 2
    notes = part(document, "word/footnotes.xml")
    assert "Første" in notes
    assert "Mere" in notes
    assert "Anden" in notes
    (instruction,) = [item.text.split() for item in body.iter(qn("w:instrText"))]
    assert instruction[0] == "NOTEREF"
    assert instruction[1] in bookmarks(document)
    assert "En og igen1 og to og ukendt[^z]" in [text for _, text in paragraphs(document)]


def test_a_note_in_a_note_stands_in_brackets_and_a_circle_ends() -> None:
    document = written("Tekst[^a]\n\n[^a]: Ydre[^b]\n\n[^b]: Indre[^a]\n")
    assert len(list(document.element.iter(qn("w:footnoteReference")))) == 1
    notes = "".join(re.findall(r"<w:t[ >][^<]*</w:t>", part(document, "word/footnotes.xml")))
    assert re.sub("<[^>]*>", "", notes).strip() == "Ydre [Indre[^a]]"


def test_soft_hyphens_and_spaces_that_hold_are_kept() -> None:
    document = written("data\u00adbehandler\u00a0og\u2011så", subtitle="")
    assert paragraphs(document)[1][1] == "data\u00adbehandler\u00a0og\u2011så"


def test_raw_html_is_shown_as_text() -> None:
    nodes = (
        Node("paragraph", 0, 0, (Node("html_inline", 0, 0, text="<b onclick='x'>"),)),
        Node("html_block", 0, 0, text="<script>\nalert(1)\n</script>\n"),
    )
    document = opened(write_word(of_tree(Node("document", 0, 0, nodes), subtitle=""), REFERENCE))
    texts = [text for _, text in paragraphs(document)]
    assert texts[1:] == ["<b onclick='x'>", "<script> alert(1) </script>"]


# The same for everyone.


def test_the_same_publication_gives_the_same_bytes_in_every_time_zone(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    made = publication(EVERYTHING, assets={"tegning.svg": DRAWING})
    packages = []
    for zone in ("Pacific/Kiritimati", "America/Los_Angeles"):
        monkeypatch.setenv("TZ", zone)
        time.tzset()
        packages.append(write_word(made, REFERENCE))
    monkeypatch.undo()
    time.tzset()
    assert packages[0] == packages[1]
    with zipfile.ZipFile(io.BytesIO(packages[0])) as archive:
        assert archive.namelist()[0] == "[Content_Types].xml"
        assert {item.date_time for item in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_the_reference_may_be_bytes() -> None:
    made = publication("Tekst")
    assert write_word(made, REFERENCE.read_bytes()) == write_word(made, REFERENCE)


def test_the_reference_decides_the_page() -> None:
    reference = docx.Document(str(REFERENCE))
    reference.sections[0].page_width = docx.shared.Mm(148)
    saved = io.BytesIO()
    reference.save(saved)
    document = opened(write_word(publication(TABLE), saved.getvalue()))
    width = int(document.tables[0]._tbl.tblPr.find(qn("w:tblW")).get(qn("w:w")))
    assert width == pytest.approx(98 / 25.4 * 1440, abs=5)


def test_a_reference_without_our_controls_and_styles_still_works() -> None:
    bare = io.BytesIO()
    docx.Document().save(bare)
    made = publication(EVERYTHING, assets={"tegning.svg": DRAWING})
    document = opened(write_word(made, bare.getvalue()))
    assert "Forord" in [text for _, text in paragraphs(document)]


@pytest.mark.parametrize("reference", [b"", b"no package at all"])
def test_a_reference_that_is_no_word_file_stops_the_document(reference: bytes) -> None:
    with pytest.raises(WpError) as stopped:
        write_word(publication("Tekst"), reference)
    assert (stopped.value.name, stopped.value.params["name"]) == ("tool-failed", "programme")


def test_a_missing_reference_stops_the_document(tmp_path: Path) -> None:
    with pytest.raises(WpError) as stopped:
        write_word(publication("Tekst"), tmp_path / "reference.docx")
    assert stopped.value.name == "cannot-read"


def test_importing_the_writer_loads_no_tool() -> None:
    heavy = ("pypandoc", "typst", "lxml", "zipfile")
    code = f"import sys, wp.publishing.word.writer; print([n for n in {heavy} if n in sys.modules])"
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    )
    assert done.stdout.strip() == "[]"
