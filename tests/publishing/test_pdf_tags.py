"""What a screen reader gets of the PDF: everything, in order, with its tables' headers."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from io import BytesIO
from itertools import groupby
from pathlib import Path

import pikepdf
import pytest
from tests.publishing.conftest import publish
from tests.publishing.pdf_tags import elements, kids, painted, read_aloud
from tests.publishing.test_judged import DOCUMENTS

from wp.publishing.formats import FORMATS
from wp.publishing.numbering import caption_of
from wp.publishing.pdf import finish as finishing
from wp.publishing.pdf.blocks import WrittenTable
from wp.reading.nodes import Node

Built = Callable[[str], Path]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    folder = tmp_path_factory.mktemp("pdf")

    def build(name: str) -> Path:
        path = folder / f"{name}.pdf"
        if not path.exists():
            root, *names = DOCUMENTS[name]
            [data] = FORMATS["pdf"](publish(root, *names), root).values()
            path.write_bytes(data)
        return path

    return build


def letters(text: str) -> str:
    """Return a text without what line breaks and hyphenation change."""
    return "".join(sign for sign in text.casefold() if sign.isalnum())


def without_notes(node: Node) -> str:
    if node.kind == "footnote_reference":
        return ""
    return "".join(map(without_notes, node.children)) if node.children else node.plain_text()


def texts(node: Node, labels: Mapping[str, str]) -> Iterator[str]:
    """Yield the text of each block in the order of the document; a table's caption first."""
    for child in node.children:
        if child.kind in ("paragraph", "plain", "heading", "table_cell"):
            if any(inner.kind == "image" for inner in child.children):
                continue  # its text stands in the tag, and a test of pictures holds it
            yield without_notes(child)
        elif child.kind == "code_block":
            yield child.text
        elif child.kind not in ("footnote", "contents"):
            yield "".join(inner.plain_text() for inner in caption_of(child, labels))
            yield from texts(child, labels)


@pytest.mark.parametrize("name", DOCUMENTS)
def test_all_is_read_in_the_order_of_the_markdown(name: str, built: Built) -> None:
    root, *names = DOCUMENTS[name]
    publication = publish(root, *names)
    read = letters(
        "".join(
            piece.text
            for piece in read_aloud(built(name))
            if not {"TOC", "Figure", "Note"} & set(piece.tags)
            and piece.tags[-4:] != ("P", "Lbl", "Link", "Span")  # a note's number
        )
    )
    at, between = 0, []
    for block in map(letters, texts(publication.body, publication.labels)):
        place = read.find(block, at)
        assert place >= 0, f"not read after {read[max(0, at - 60) : at]!r}: {block!r}"
        between.append(read[at:place])
        at = place + len(block)
    between.append(read[at:])
    # Besides, a document says its state, a title that no heading gives it, and its contents' title;
    # and it counts in numbered lists.
    body = list(publication.body.walk())
    covered = any(node.attrs.get("name") == "cover" for node in body if node.kind == "container")
    besides = publication.state + ("" if covered else publication.title)
    if any(node.kind == "contents" for node in body):
        besides += publication.labels["contents"]
    numbers = [
        str(node.attrs["first"] + place)
        for node in body
        if node.kind == "list" and node.attrs["ordered"]
        for place in range(len(node.children))
    ]
    assert sorted("".join(between)) == sorted(letters(besides) + "".join(numbers))


@pytest.mark.parametrize("name", DOCUMENTS)
def test_each_page_is_painted_in_the_order_it_is_read(name: str, built: Built) -> None:
    """But for notes, which are read where they are referred to and stand at the foot.

    So it is also for what counts an element's own words before those of the elements within, as
    outloud does: words behind an element have one of their own, "see [a link] [and more]".
    """
    pieces = read_aloud(built(name))
    notes = {(piece.page, piece.number) for piece in pieces if "Note" in piece.tags}
    order = sorted((piece for piece in pieces if "Note" not in piece.tags), key=lambda it: it.page)
    read = {page: [it.number for it in its] for page, its in groupby(order, lambda it: it.page)}
    seen = {
        page: [number for number in numbers if (page, number) not in notes]
        for page, numbers in enumerate(painted(built(name)))
    }
    assert {page: numbers for page, numbers in seen.items() if numbers} == read


@pytest.mark.parametrize("name", DOCUMENTS)
def test_all_that_is_tagged_leads_back_to_its_element(name: str, built: Built) -> None:
    with pikepdf.open(built(name)) as document:
        owners = dict(pikepdf.NumberTree(document.Root.StructTreeRoot.ParentTree).items())
        pieces = [
            (element, kid)
            for kind in ("P", "Span", "LBody", "Strong", "TD", "TH")
            for element in elements(document, kind)
            for kid in kids(element)
            if not isinstance(kid, pikepdf.Dictionary)
        ]
        assert len(pieces) > 10
        for element, number in pieces:
            assert owners[int(element.Pg.StructParents)][int(number)].objgen == element.objgen


def row_heads(document: pikepdf.Pdf) -> list[tuple[int, int, int]]:
    """Return each table's rows, columns, and rows with a header; every cell names its headers."""
    names = pikepdf.NameTree(document.Root.StructTreeRoot.IDTree)
    tables = []
    for table in elements(document, "Table"):
        rows = [
            kids(row)
            for part in kids(table)
            if str(part.S) in ("/THead", "/TBody")
            for row in kids(part)
        ]
        headed = 0
        for row in rows[1:]:
            [own] = [one for one in row[0].A if str(one.O) == "/Table"]
            if str(row[0].S) == "/TH":
                headed += 1
                assert str(own.Scope) == "/Row"
                assert names[str(row[0].ID)].objgen == row[0].objgen
            expected = [str(row[0].ID)] if str(row[0].S) == "/TH" else []
            for column, cell in enumerate(row):
                assert str(cell.S) == "/TD" or not column
                [own] = [one for one in cell.A if str(one.O) == "/Table"]
                heads = [str(name) for name in own.Headers]
                assert heads == [str(rows[0][column].ID), *(expected if column else [])]
        tables.append((len(rows), len(rows[0]), headed))
    return tables


@pytest.mark.parametrize("name", ["eksempelraadet", "real", "real-minutes"])
def test_rows_have_headers_where_the_markdown_says_so(name: str, built: Built) -> None:
    root, *names = DOCUMENTS[name]
    expected = []
    for node in publish(root, *names).body.walk():
        if node.kind == "table":
            rows, columns = len(node.children), len(node.children[0].children)
            headers, data = columns + rows - 1, (rows - 1) * (columns - 1)
            heads = node.attrs.get("row_headers") and headers <= data
            expected.append((rows, columns, rows - 1 if heads else 0))
    with pikepdf.open(built(name)) as document:
        assert row_heads(document) == expected
    if name != "real-minutes":
        assert sum(1 for table in expected if table[2]) > 4


@pytest.mark.parametrize(
    ("name", "most"),
    [
        ("eksempelraadet", 0.5),
        ("real", 0.5),
        ("eksempelraadet-minutes", 0.7),
        ("real-one-pager", 0.9),
    ],
)
def test_the_file_is_packed_and_loses_nothing(
    name: str, most: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    root, *names = DOCUMENTS[name]
    before: list[bytes] = []
    finish = finishing.finish

    def spy(
        pdf: bytes, tables: Sequence[WrittenTable], titles: Mapping[str, str], page: str
    ) -> bytes:
        before.append(pdf)
        return finish(pdf, tables, titles, page)

    monkeypatch.setattr(finishing, "finish", spy)
    [data] = FORMATS["pdf"](publish(root, *names), root).values()
    assert len(data) <= most * len(before[0])
    old, new = (pikepdf.open(BytesIO(file)) for file in (before[0], data))
    for kind in ("H1", "H2", "P", "Figure", "Table", "TR", "LI", "Note"):
        assert len(elements(old, kind)) == len(elements(new, kind))
    notes = [note for page in old.pages for note in page.get("/Annots", ())]
    marks = [note for note in notes if str(note.get("/A", {}).get("/URI", "")).startswith("#=")]
    assert len(elements(old, "Link")) - len(marks) == len(elements(new, "Link"))
    assert len(elements(old, "TH")) + len(elements(old, "TD")) == len(elements(new, "TH")) + len(
        elements(new, "TD")
    )
    assert dict(old.docinfo) == dict(new.docinfo)
    assert old.Root.Metadata.read_bytes() == new.Root.Metadata.read_bytes()
    assert "/Filter" not in new.Root.Metadata  # plain to every program that looks for it


@pytest.mark.parametrize("name", ["eksempelraadet", "eksempelraadet-minutes"])
def test_every_link_within_leads_to_its_heading_and_says_so(name: str, built: Built) -> None:
    """Nothing is left of the address that Typst was given; the page said is the one it is on."""
    root, *names = DOCUMENTS[name]
    publication = publish(root, *names)
    titles = {}
    for node in publication.body.walk():
        if node.kind == "heading":
            titles[node.attrs["id"]] = above = node.plain_text()
        elif node.kind == "anchor":  # a row of the decision log: what stands above it says where
            titles[node.attrs["id"]] = above
    expected = sorted(
        dest[1:]
        for node in publication.body.walk()
        if node.kind == "link" and (dest := node.attrs["dest"]).startswith("#")
    )
    found = []
    with pikepdf.open(built(name)) as document:
        places = dict(pikepdf.NameTree(document.Root.Names.Dests).items())
        pages = [page.obj.objgen for page in document.pages]
        for page in document.pages:
            for link in page.get("/Annots", ()):
                assert not str(link.get("/A", {}).get("/URI", "")).startswith("#")
                assert link.get("/Dest") is not None or "/A" in link, "every link leads somewhere"
                if isinstance(link.get("/Dest"), pikepdf.String):
                    target = str(link.Dest)
                    number = pages.index(places[target][0].objgen) + 1
                    if str(link.Contents) == f"{titles[target]}, side {number}":
                        found.append(target)
    # a link that is broken over two lines is two
    assert sorted(set(found)) == sorted(set(expected))
