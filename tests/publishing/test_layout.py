"""How many pages a one-pager fills: measured in Typst's layout, kept by content."""

import hashlib
import json
import re
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.publishing.conftest import publish

from wp.checking.engine import check_repository
from wp.findings import Diagnostic
from wp.language.messages import render
from wp.publishing import layout
from wp.publishing.formats import FORMATS
from wp.reading.repository import read_repository

Edit = Callable[[str, str, str], None]
SEAL = 32  # bytes of a hash before what is kept
NAME = "content/one-pagers/droner-og-laserscanning.md"


@pytest.fixture(autouse=True)
def fresh_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path / "cache" / "wp" / "layouts" / "layouts"


def findings(root: Path) -> list[Diagnostic]:
    repository = read_repository(root)
    found = check_repository(repository, layout.layouts(repository))
    return [d for d in found if d.finding.rule.code.startswith("WP94")]


def undecodable() -> bytes:
    """Return a PNG whose chunks are whole, with something else in them than a picture's data."""

    def chunk(name: bytes, data: bytes) -> bytes:
        total = zlib.crc32(name + data).to_bytes(4, "big")
        return len(data).to_bytes(4, "big") + name + data + total

    size = (1).to_bytes(4, "big") * 2 + bytes([8, 6, 0, 0, 0])
    parts = (chunk(b"IHDR", size), chunk(b"IDAT", b"not deflated"), chunk(b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


def pages_of_pdf(root: Path, name: str) -> int:
    import pikepdf

    publication = publish(root, name)
    [data] = FORMATS["pdf"](publication, root).values()
    file = root / "measured.pdf"
    file.write_bytes(data)
    with pikepdf.open(file) as pdf:
        return len(pdf.pages)


def lengthen(edit: Edit, lines: int) -> None:
    edit(NAME, "## Tid\n\n", "## Tid\n\n" + "Linje.\n\n" * lines)


def test_eksempelraadet_keeps_to_its_pages(council: Path) -> None:
    assert findings(council) == []
    repository = read_repository(council)
    for path, found in layout.layouts(repository).items():
        assert (found.pages, found.lines_over, found.refused) == (1, 0, ""), path


def test_a_page_that_runs_over_is_said_with_the_section_to_shorten(
    council: Path, edit: Edit
) -> None:
    lengthen(edit, 30)
    [diagnostic] = findings(council)
    assert diagnostic.severity == "error"  # it is approved, so it should be finished
    found = diagnostic.finding
    assert (found.path, found.rule.name) == (NAME, "too-many-pages")
    message = render(found, "da").message
    assert re.fullmatch(
        r"Dokumentet fylder 2 sider, men må fylde 1\. Det er \d+ linjer for langt\. "
        r"“\w+( og \w+)?” er længst i forhold til sin egen grænse: \d+ ord af højst \d+\.",
        message,
    ), message
    assert pages_of_pdf(council, NAME) == 2


def test_lines_over_are_those_that_must_go(council: Path, edit: Edit) -> None:
    """What just fits is no finding; one paragraph more is; and the PDF agrees with both."""
    low, high = 0, 40
    original = (council / NAME).read_text(encoding="utf-8")
    while high - low > 1:
        middle = (low + high) // 2
        (council / NAME).write_text(original, encoding="utf-8")
        lengthen(edit, middle)
        low, high = (middle, high) if not findings(council) else (low, middle)
    (council / NAME).write_text(original, encoding="utf-8")
    lengthen(edit, low)
    assert findings(council) == []
    assert pages_of_pdf(council, NAME) == 1
    (council / NAME).write_text(original, encoding="utf-8")
    lengthen(edit, high)
    assert [d.finding.rule.name for d in findings(council)] == ["too-many-pages"]
    assert pages_of_pdf(council, NAME) == 2


def test_a_picture_that_cannot_be_read_is_a_finding_of_its_document(council: Path) -> None:
    (council / "content/attachments/kortlag-efter-placering.png").write_bytes(undecodable())
    [diagnostic] = findings(council)
    assert diagnostic.finding.path == "content/one-pagers/naturkortet.md"
    assert diagnostic.finding.rule.name == "not-laid-out"
    assert diagnostic.severity == "error"


def test_a_picture_that_is_broken_is_told_once(council: Path) -> None:
    (council / "content/attachments/kortlag-efter-placering.png").write_bytes(b"no picture")
    repository = read_repository(council)
    laid_out = layout.layouts(repository)
    assert laid_out["content/one-pagers/naturkortet.md"].refused
    [error] = [d for d in check_repository(repository, laid_out) if d.severity == "error"]
    assert error.finding.rule.name == "broken-picture"
    assert error.finding.path == "content/one-pagers/naturkortet.md"


def test_nothing_is_laid_out_twice(
    council: Path, edit: Edit, monkeypatch: pytest.MonkeyPatch
) -> None:
    laid: list[int] = []
    real = layout._one_run

    def counting(frame: object, publications: list[object], limits: list[int]) -> object:
        laid.append(len(publications))
        return real(frame, publications, limits)  # type: ignore[arg-type]

    def here(work: Callable[[int], object], parts: int, *, apart: bool) -> list[object]:
        return [work(part) for part in range(parts)]  # where it can be counted

    monkeypatch.setattr(layout, "_one_run", counting)
    monkeypatch.setattr(layout, "spread", here)
    first = layout.layouts(read_repository(council))
    assert layout.layouts(read_repository(council)) == first
    assert laid == [14]
    edit(NAME, "## Tid\n\n", "## Tid\n\nEn linje til.\n\n")
    layout.layouts(read_repository(council))
    assert laid == [14, 1]


@pytest.mark.parametrize("damage", ["", "{", "[]", '{"x": {"y": {"path": 1}}}', "null", "\x00"])
def test_a_damaged_cache_is_made_anew(council: Path, fresh_cache: Path, damage: str) -> None:
    first = layout.layouts(read_repository(council))
    sealed = fresh_cache.read_bytes()
    assert json.loads(sealed[SEAL:])
    for content in (damage.encode(), hashlib.sha256(damage.encode()).digest() + damage.encode()):
        fresh_cache.write_bytes(content)
        assert layout.layouts(read_repository(council)) == first
    fresh_cache.write_bytes(sealed[:-1])
    assert layout.layouts(read_repository(council)) == first


def test_a_change_of_the_look_is_seen(council: Path) -> None:
    assert findings(council) == []
    packaged = Path(layout.packaged_templates()) / "output" / "frame.typ.j2"
    own = council / "templates" / "output" / "frame.typ.j2"
    own.parent.mkdir(parents=True)
    large = packaged.read_text(encoding="utf-8").replace("else { 10pt }", "else { 16pt }")
    own.write_text(large, encoding="utf-8")
    assert len(findings(council)) > 5
