"""Numbers of chapters, annexes, tables and figures: the same in every format."""

import io
import re
import zipfile
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree

import pikepdf
import pytest
from tests.publishing.conftest import EXAMPLE, REAL, publish

from wp.publishing.directives import structure
from wp.publishing.formats import FORMATS
from wp.publishing.numbering import caption_of, numbered
from wp.publishing.publication import Publication
from wp.reading.markup import parse

WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
ROOTS = {"eksempelraadet": EXAMPLE, "real": REAL}
Edit = Callable[[str, str, str], None]


def headings(source: str) -> list[str]:
    tree = numbered(structure(parse(source)), {"annex": "Bilag"})
    return [node.plain_text() for node in tree.walk() if node.kind == "heading"]


def test_chapters_are_numbered_three_levels_down_and_annexes_by_themselves() -> None:
    source = (
        "# Forord {#f}\n\n## Tak {#t}\n\n# Mål {#m .numbered}\n\n## A {#a}\n\n### AA {#aa}\n\n"
        "#### AAA {#aaa}\n\n### AB {#ab}\n\n## B {#b}\n\n### BA {#ba}\n\n# Plan {#p .numbered}\n\n"
        "<!-- wp: wide -->\n\n## C {#c}\n\n<!-- /wp: wide -->\n\n"
        "# Bilag {#x .annexes}\n\n## D {#d}\n\n### DA {#da}\n\n"
        "## E {#e}\n\n# Efter {#z}\n\n## F {#y}\n"
    )
    assert headings(source) == [
        "Forord", "Tak", "1 Mål", "1.1 A", "1.1.1 AA", "AAA", "1.1.2 AB", "1.2 B", "1.2.1 BA",
        "2 Plan", "2.1 C", "Bilag", "Bilag 1: D", "DA", "Bilag 2: E", "Efter", "F",
    ]  # fmt: skip


def test_a_level_that_is_skipped_counts_from_nothing() -> None:
    assert headings("# A {#a .numbered}\n\n### B {#b}\n\n## C {#c}\n\n### D {#d}\n") == [
        "1 A", "1.0.1 B", "1.1 C", "1.1.1 D",
    ]  # fmt: skip


def test_a_document_that_asks_for_no_numbers_has_none() -> None:
    tree = structure(
        parse("# A {#a}\n\n<!-- wp: table -->\n\nT\n\n| a |\n|---|\n\n<!-- /wp: table -->")
    )
    assert numbered(tree, {"annex": "Bilag"}) is tree
    publication = publish(EXAMPLE, "content/one-pagers/naturkortet.md")
    assert not any("number" in node.attrs for node in publication.body.walk())


@pytest.fixture(scope="module", params=ROOTS)
def made(request: pytest.FixtureRequest) -> tuple[Publication, Path]:
    root = ROOTS[request.param]
    return publish(root), root


def written(made: tuple[Publication, Path], form: str) -> bytes:
    publication, root = made
    return FORMATS[form](publication, root)[f"programme.{form}"]


def captions(publication: Publication) -> list[str]:
    """Return the numbered captions in the order of the document."""
    found = (node for node in publication.body.walk() if "number" in node.attrs)
    return [
        " ".join("".join(n.plain_text() for n in caption_of(node, publication.labels)).split())
        for node in found
        if node.kind != "heading"
    ]


def test_captions_run_from_one_and_no_two_are_alike(made: tuple[Publication, Path]) -> None:
    publication, _ = made
    nodes = [node for node in publication.body.walk() if node.kind in ("table", "figure")]
    for kind in ("table", "figure"):
        told = [node for node in nodes if node.kind == kind and node.attrs.get("caption")]
        assert [node.attrs["number"] for node in told] == list(range(1, len(told) + 1))
    words = [re.sub(r"^\w+ \d+\. ", "", caption) for caption in captions(publication)]
    assert len(words) == len(set(words)) > 10
    pictures = [node.plain_text() for node in publication.body.walk() if node.kind == "image"]
    assert len(pictures) == len(set(pictures))


def test_every_format_has_the_same_numbers(made: tuple[Publication, Path]) -> None:
    publication, _ = made
    wanted = captions(publication)
    titles = [n.plain_text() for n in publication.headings() if "number" in n.attrs]
    flat = [" ".join(title.split()) for title in titles]
    markdown = " ".join(written(made, "md").decode("utf-8").replace("\\", "").split())
    for title in flat:
        assert f"</a>{title}" in markdown
    html = written(made, "html").decode("utf-8").replace("&amp;", "&")
    told = re.findall(r"<(?:caption><span|figcaption)>(.*?)</", html, re.DOTALL)
    numbered_ones = [" ".join(text.split()) for text in told if re.match(r"(Tabel|Figur) \d", text)]
    # a page on the web has its colophon, with the versions, last
    assert sorted(numbered_ones) == sorted(wanted)
    with zipfile.ZipFile(io.BytesIO(written(made, "docx"))) as archive:
        root = ElementTree.fromstring(archive.read("word/document.xml"))
        styles = ElementTree.fromstring(archive.read("word/styles.xml"))
    paragraphs = [
        (style.get(f"{WORD}val"), node)
        for node in root.iter(f"{WORD}p")
        if (style := node.find(f"{WORD}pPr/{WORD}pStyle")) is not None
    ]
    shown = [
        " ".join("".join(text.text or "" for text in node.iter(f"{WORD}t")).split())
        for style, node in paragraphs
        if style in ("TableCaption", "ImageCaption")
    ]
    assert shown == wanted
    for style, node in paragraphs:
        if style in ("TableCaption", "ImageCaption"):
            fields = [code.text or "" for code in node.iter(f"{WORD}instrText")]
            assert re.fullmatch(r" SEQ (Tabel|Figur) \\\* ARABIC ", fields[0])
    # both styles are Word's own for captions, with their own distances
    based = {
        style.get(f"{WORD}styleId"): parent.get(f"{WORD}val")
        for style in styles.iter(f"{WORD}style")
        if (parent := style.find(f"{WORD}basedOn")) is not None
    }
    assert based["TableCaption"] == based["ImageCaption"] == "Caption"
    with pikepdf.open(io.BytesIO(written(made, "pdf"))) as document:
        outline: list[str] = []

        def gather(items: list[pikepdf.OutlineItem]) -> None:
            for item in items:
                outline.append(" ".join(item.title.split()))
                gather(item.children)

        with document.open_outline() as tree:
            gather(list(tree.root))
        kinds = [str(tag.get("/S")) for tag in _tags(document.Root.StructTreeRoot)]
    assert [title for title in outline if title in set(flat)] == flat
    assert kinds.count("/Caption") == len(wanted)


def _tags(element: pikepdf.Object) -> list[pikepdf.Object]:
    found: list[pikepdf.Object] = []
    waiting = [element]
    while waiting:
        one = waiting.pop()
        if isinstance(one, pikepdf.Array):
            waiting.extend(one)
        elif isinstance(one, pikepdf.Dictionary):
            found.append(one)
            if "/K" in one:
                waiting.append(one.K)
    return found


def test_anchors_know_no_numbers(council: Path, edit: Edit) -> None:
    """A focus area put first moves every number and no anchor."""
    before = publish(council)
    edit(
        "content/programme.md",
        "focus_areas:\n  - id: faelles-grundlag",
        "focus_areas:\n  - id: en-ny-begyndelse\n    title: En ny begyndelse\n    order: 0\n"
        "  - id: faelles-grundlag",
    )
    after = publish(council)
    ids = {node.attrs["id"]: node.plain_text() for node in before.headings()}
    moved = {node.attrs["id"]: node.plain_text() for node in after.headings()}
    assert moved.keys() - ids.keys() == {"area-en-ny-begyndelse"}
    assert ids.keys() <= moved.keys()
    assert ids["naturkortet"].startswith("2.3.2 ")
    assert moved["naturkortet"].startswith("2.4.2 ")
    texts = [FORMATS["md"](one, council)["programme.md"].decode("utf-8") for one in (before, after)]
    first, second = (set(re.findall(r'<a id="([^"]+)"></a>', text)) for text in texts)
    assert second - first == {"area-en-ny-begyndelse"}
    assert first <= second


def test_a_heading_whose_text_is_an_anchor_of_another_has_its_own(
    council: Path, edit: Edit
) -> None:
    edit(
        "content/one-pagers/naturkortet.md",
        "## Tid\n",
        "### Kvalitetsmaerkning\n\nOrd.\n\n## Tid\n",
    )
    text = FORMATS["md"](publish(council), council)["programme.md"].decode("utf-8")
    assert text.count('<a id="kvalitetsmaerkning"></a>') == 1
    assert '<a id="naturkortet-kvalitetsmaerkning"></a>Kvalitetsmaerkning\n' in text
