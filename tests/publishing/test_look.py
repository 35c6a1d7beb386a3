"""The council's own colour and logo, in every format; and that a colour is said in one place."""

import io
import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
import pikepdf
import pymupdf
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.publishing.conftest import publish

from wp.colours import USUAL, contrast, palette_of
from wp.publishing.formats import FORMATS
from wp.publishing.word.paint import painted
from wp.reading.repository import packaged_templates

ROOT = Path(__file__).parents[2]
WINE = "#7A0019"
LOGO = """<svg xmlns="http://www.w3.org/2000/svg" width="80" height="20" viewBox="0 0 80 20">
<rect width="80" height="20" fill="#7A0019"/></svg>"""
LOOK = f"""status: approved
look:
  colour: "{WINE}"
  logo: {{file: attachments/logo.svg, text: Styrelsens logo}}
"""
MINUTES = "content/minutes/2026-03-12.md"


@pytest.fixture
def dressed(council: Path, edit: Callable[[str, str, str], None]) -> Path:
    """Eksempelrådet with a colour and a logo of its own."""
    (council / "content/attachments/logo.svg").write_text(LOGO, encoding="utf-8")
    edit("content/programme.md", "status: approved\n", LOOK)
    return council


def build(root: Path, form: str, *names: str) -> bytes:
    """Return one document in one format."""
    publication = publish(root, *names)
    return FORMATS[form](publication, root)[f"{publication.name}.{form}"]


@given(st.from_regex(r"\A#[0-9A-F]{6}\Z"))
def test_a_colour_read_on_white_gives_a_palette_that_is_read(colour: str) -> None:
    palette = palette_of(colour)
    assert contrast(palette.muted, palette.tint) >= 4.5
    assert contrast(palette.dark_accent, palette.dark_tint) >= 7
    assert contrast(palette.dark_accent, palette.dark_paper) >= 7
    assert contrast(palette.dark_muted, palette.dark_tint) >= 7
    assert contrast(palette.dark_ink, palette.dark_paper) >= 7
    assert contrast(palette.dark_cover, "#FFFFFF") >= 7
    if contrast(colour, "#FFFFFF") >= 4.5:
        assert contrast(colour, palette.tint) >= 4.5


def test_contrast_is_that_of_the_standard() -> None:
    # the two greys either side of the limit that every checker of WCAG names
    assert round(contrast("#767676", "#FFFFFF"), 2) == 4.54
    assert round(contrast("#777777", "#FFFFFF"), 2) == 4.48
    assert contrast("#000000", "#FFFFFF") == 21


def test_the_colours_stand_in_one_place() -> None:
    colours = [colour[1:] for colour in USUAL.as_dict().values() if colour != "#FFFFFF"]
    wanted = re.compile("|".join(colours), re.IGNORECASE)
    files = [*(ROOT / "cli").rglob("*.py"), *(ROOT / "templates/output").iterdir()]
    found = {path.name for path in files if wanted.search(path.read_text(encoding="utf-8"))}
    assert found == {"colours.py"}
    # and the shipped Word styles have the same
    reference = packaged_templates() / "reference.docx"
    with zipfile.ZipFile(reference) as package:
        styles = package.read("word/styles.xml").decode("utf-8")
    assert {USUAL.accent[1:], USUAL.tint[1:]} <= set(re.findall(r'"([0-9A-F]{6})"', styles))


def test_a_page_is_in_the_colour_light_and_dark(dressed: Path) -> None:
    page = build(dressed, "html").decode("utf-8")
    palette = palette_of(WINE)
    assert f"--accent: {WINE};" in page
    assert f"--accent: {palette.dark_accent};" in page
    assert USUAL.accent not in page
    assert f'fill="{WINE}"' in page[page.index('class="themed"') :]  # the timeline


def test_a_pdf_is_in_the_colour(dressed: Path) -> None:
    with pymupdf.open(stream=build(dressed, "pdf", MINUTES)) as document:
        spans = [
            span
            for block in document[0].get_text("dict")["blocks"]
            for line in block.get("lines", ())
            for span in line["spans"]
        ]
    headings = {span["color"] for span in spans if span["text"].startswith("Referat af")}
    assert headings == {0x7A0019}


def test_a_word_file_is_in_the_colour(dressed: Path) -> None:
    with zipfile.ZipFile(io.BytesIO(build(dressed, "docx"))) as package:
        whole = "".join(
            package.read(name).decode("utf-8")
            for name in package.namelist()
            if name.endswith(".xml")
        )
    assert WINE[1:] in whole
    assert not re.search(rf'"({USUAL.accent[1:]}|{USUAL.tint[1:]}|{USUAL.rule[1:]})"', whole)


def test_a_word_file_of_ones_own_keeps_its_colours() -> None:
    reference = (packaged_templates() / "reference.docx").read_bytes()
    own = painted(reference, palette_of("#005500"))
    assert painted(own, palette_of(WINE)) == own != reference


@pytest.mark.parametrize("names", [(), (MINUTES,)], ids=["cover", "no cover"])
def test_the_logo_is_shown_and_told_in_every_format(dressed: Path, names: tuple[str, ...]) -> None:
    assert "![Styrelsens logo](" in build(dressed, "md", *names).decode("utf-8")
    page = build(dressed, "html", *names).decode("utf-8")
    assert re.search(r'<header>\s*<div class="logo">\s*<p><svg[^>]*aria-label="Styrelsens', page)
    word = docx.Document(io.BytesIO(build(dressed, "docx", *names)))
    pictures = word.element.body.iter("{*}docPr")
    assert [found.get("descr") for found in pictures][:1] == ["Styrelsens logo"]
    extent = next(word.element.body.iter("{*}extent"))
    assert int(extent.get("cx")) / int(extent.get("cy")) == pytest.approx(80 / 20, rel=0.01)
    with pikepdf.open(io.BytesIO(build(dressed, "pdf", *names))) as pdf:
        told = [str(found["/Alt"]) for found in pdf.objects if _has_alt(found)]
    assert told.count("Styrelsens logo") == 1


@pytest.mark.parametrize(
    ("names", "space", "height"), [((), (24, 10), 18), ((MINUTES,), (0, 2), 9)]
)
def test_the_logo_takes_little_room_in_word_but_on_a_cover(
    dressed: Path, names: tuple[str, ...], space: tuple[int, int], height: int
) -> None:
    word = docx.Document(io.BytesIO(build(dressed, "docx", *names)))
    look = word.styles["Logo"].paragraph_format
    assert (look.space_before.pt, look.space_after.pt) == space
    extent = next(word.element.body.iter("{*}extent"))
    assert int(extent.get("cy")) / 36000 == pytest.approx(height, abs=0.1)


def _has_alt(found: pikepdf.Object) -> bool:
    return isinstance(found, pikepdf.Dictionary) and "/Alt" in found


def test_the_logo_takes_no_room_in_a_pdf(dressed: Path) -> None:
    def first_lines(root: Path) -> list[tuple[str, float]]:
        with pymupdf.open(stream=build(root, "pdf", MINUTES)) as document:
            return [(block[4], round(block[1], 2)) for block in document[0].get_text("blocks")]

    with_logo = first_lines(dressed)
    text = (dressed / "content/programme.md").read_text(encoding="utf-8")
    plain = text.replace("  logo: {file: attachments/logo.svg, text: Styrelsens logo}\n", "")
    (dressed / "content/programme.md").write_text(plain, encoding="utf-8")
    assert first_lines(dressed) == with_logo


def test_a_logo_from_elsewhere_is_not_read(council: Path, edit: Callable[..., None]) -> None:
    (council / "secret.svg").write_text(LOGO, encoding="utf-8")
    elsewhere = LOOK.replace("attachments/logo.svg", "../secret.svg")
    edit("content/programme.md", "status: approved\n", elsewhere)
    assert "logo.svg" not in publish(council).assets
