"""Files keep their names in what is built, whatever letters and signs they have."""

import shutil
import unicodedata
from pathlib import Path

import pytest
from tests.publishing.conftest import publish

from wp.publishing.build import build_documents
from wp.publishing.formats import FORMATS
from wp.reading.repository import read_repository
from wp.reporting.progress import show_outputs

PAGE = "content/minutes/2026-10-08.md"


def test_a_picture_that_macos_has_decomposed_is_shown(council: Path) -> None:
    """Linked in the letters of the text, kept by git in those of the Mac."""
    attachments = council / "content/attachments"
    name = "kortlag på å.png"
    shutil.copy(
        attachments / "kortlag-efter-placering.png",
        attachments / unicodedata.normalize("NFD", name),
    )
    (attachments / unicodedata.normalize("NFD", "mål.csv")).write_text("a;b\n", encoding="utf-8")
    page = council / PAGE
    more = (
        "\n![Kortlag ved åen](<../attachments/kortlag på å.png>)\n\n[Mål](../attachments/mål.csv)\n"
    )
    page.write_text(page.read_text("utf-8") + more, encoding="utf-8")
    text = FORMATS["md"](publish(council, PAGE), council)["minutes/2026-10-08.md"].decode("utf-8")
    assert "![Kortlag ved åen](2026-10-08-assets/attachments/" in text
    build_documents(read_repository(council), [PAGE], ["md"], lambda name: None)
    assert (council / "build/attachments/mål.csv").read_text("utf-8") == "a;b\n"
    assert (council / f"build/minutes/2026-10-08-assets/attachments/{name}").is_file()


def test_a_name_is_no_markup_for_the_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    show_outputs([(Path("build/[/b].png"), 5), (Path("build/[red]x.md"), 2000)], [], "da")
    rows = [line.split("  ")[0] for line in capsys.readouterr().out.splitlines()]
    assert rows == ["Fil", "build/[/b].png", "build/[red]x.md"]
