"""What Typst's PDF lacks, added afterwards: row headers, links within, a size fit for e-mail.

The one door to pikepdf.
"""

from collections.abc import Iterator, Mapping, Sequence
from io import BytesIO

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, ObjectStreamMode, String

from wp.publishing.pdf.blocks import WrittenTable
from wp.publishing.pdf.inline import PLACE


def finish(
    pdf: bytes, tables: Sequence[WrittenTable], titles: Mapping[str, str], page: str
) -> bytes:
    """Return Typst's PDF with row headers tagged, links that lead, and its objects packed.

    Typst 0.15 tags the first cell of a row as data (TD), though it says what the row is about.
    In `tables`, all that were written, in reading order, that cell becomes a header (TH) with the
    scope of its row, and the row's other cells name it (PDF/UA-1, 7.5; WCAG 1.3.1); not where the
    headers would then outnumber the data.

    A link to a heading is written as one to the address `#id`, for where Typst itself looks up
    where a link leads, it sets every page with one again: twice the time and the memory. Here it
    gets the place that Typst has given the heading, and says where it leads: the heading's text in
    `titles`, and its page with the word `page` before it (PDF/UA-1, 7.18.5). A place that is no
    heading is written as a link, too, for so the file tells where it is; nothing is left of that.

    Words behind a link or emphasis get an element of their own, as the link has: what reads the
    tags element by element, and not by their content, then reads them in their order, too.

    Typst writes every tag as plain text of its own. Packed in object streams, which PDF/A-2 allows
    and PDF/A-1 didn't, the file is less than half the size. Dates and metadata stay as they are,
    and the file's identifier comes from its content, so the same bytes in are the same bytes out.
    """
    packed = BytesIO()
    with pikepdf.open(BytesIO(pdf)) as document:
        _head_rows(document, tables)
        _name_places(document)
        _lead(document, titles, page)
        _part_words(document)
        document.save(
            packed,
            object_stream_mode=ObjectStreamMode.generate,
            compress_streams=True,
            deterministic_id=True,
            fix_metadata_version=False,  # it is right, and stays as Typst wrote it
        )
    return packed.getvalue()


def _name_places(document: pikepdf.Pdf) -> None:
    """Name the places that are marked by a link to `PLACE` and the name; take the links away."""
    found: dict[str, Array] = {}
    for item in document.pages:
        kept = []
        for link in item.get("/Annots", ()):
            address = str(link.A.URI) if "/A" in link and "/URI" in link.A else ""
            if address.startswith(PLACE):
                left, _, _, top = link.Rect
                found[address.removeprefix(PLACE)] = Array([item.obj, Name.XYZ, left, top, 0])
                _untag(document, link)
            else:
                kept.append(link)
        if "/Annots" in item:
            item.Annots = Array(kept)
    if found:
        if "/Names" not in document.Root:
            document.Root.Names = Dictionary()
        names = document.Root.Names
        if "/Dests" not in names:
            names.Dests = pikepdf.NameTree.new(document).obj
        tree = pikepdf.NameTree(names.Dests)
        for name, place in found.items():
            tree[name] = place


def _untag(document: pikepdf.Pdf, link: Object) -> None:
    """Take the element of a link without a text out of the tree of tags."""
    tree = pikepdf.NumberTree(document.Root.StructTreeRoot.ParentTree)
    number = int(link.StructParent)
    element = tree[number]
    above = element.P
    above.K = Array([kid for kid in _list(above.K) if not _is_same(kid, element)])
    del tree[number]


def _list(kids: Object) -> list[Object]:
    return list(kids) if isinstance(kids, Array) else [kids]


def _is_same(one: Object, other: Object) -> bool:
    return isinstance(one, Dictionary) and one.objgen == other.objgen


def _lead(document: pikepdf.Pdf, titles: Mapping[str, str], page: str) -> None:
    """Let the links to `#id` lead to what has the name; where nothing has, nowhere."""
    names = document.Root.get("/Names", Dictionary()).get("/Dests")
    places = dict(pikepdf.NameTree(names).items()) if names is not None else {}
    numbers = {item.obj.objgen: place for place, item in enumerate(document.pages)}
    said: dict[str, String] = {}
    for item in document.pages:
        for link in item.get("/Annots", ()):
            address = str(link.A.URI) if "/A" in link and "/URI" in link.A else ""
            if not address.startswith("#"):
                continue
            name = address[1:]
            if name not in said:
                title = titles.get(name, name)
                if name in places:
                    number = numbers[places[name][0].objgen]
                    title = f"{title}, {page} {document.pages[number].label}"
                said[name] = String(title)
            del link["/A"]
            link.Contents = said[name]
            if name in places:
                link.Dest = String(name)


def _part_words(document: pikepdf.Pdf) -> None:
    """Give what stands behind an element, right in the one that holds both, an element too."""
    parents = pikepdf.NumberTree(document.Root.StructTreeRoot.ParentTree)
    owners: dict[int, Object] = {}
    waiting = [document.Root.StructTreeRoot]
    while waiting:
        element = waiting.pop()
        kids, parted, behind = _list(element.get("/K", Array())), False, False
        for at, kid in enumerate(kids):
            if isinstance(kid, Dictionary):
                if "/S" in kid:
                    waiting.append(kid)
                    behind = True
            elif behind:
                page, number = element.Pg, int(kid)
                key = int(page.StructParents)
                if key not in owners:
                    owners[key] = parents[key]
                words = Dictionary(Type=Name.StructElem, S=Name.Span, P=element, Pg=page, K=number)
                owners[key][number] = kids[at] = document.make_indirect(words)
                parted = True
        if parted:
            element.K = Array(kids)


def _head_rows(document: pikepdf.Pdf, tables: Sequence[WrittenTable]) -> None:
    """Tag the row headers. A table of the frame's own, which nobody wrote, is passed by."""
    if not any(table.row_headers for table in tables):
        return
    root = document.Root.StructTreeRoot
    # A head row in any of the tables has given the document its tree of ids.
    names = pikepdf.NameTree(root.IDTree)
    coming = iter(tables)
    table = next(coming, None)
    for number, element in enumerate(_elements(root, "/Table"), 1):
        rows = [list(_children(row)) for row in _rows(element)]
        if table is None or (len(rows), len(rows[0]) if rows else 0) != table[:2]:
            continue
        if table.row_headers and _worth_heading(table):
            for line, (header, *cells) in enumerate(rows):
                if header.S == Name.TD:
                    name = f"R{number}y{line}"
                    header.S, header.ID = Name.TH, String(name)
                    _set_attribute(header, Name.Scope, Name.Row)
                    names[name] = header
                    for cell in cells:
                        above = _attribute(cell, Name.Headers)
                        heads = [*(above if above is not None else ()), String(name)]
                        _set_attribute(cell, Name.Headers, Array(heads))
        table = next(coming, None)


def _worth_heading(table: WrittenTable) -> bool:
    """Tell whether a table's rows need headers: not where the headers would outnumber the data.

    That is a table of one row, or of two columns, where what is said stands right beside what it
    is said of. Checkers take so many headers for a heading that was torn to pieces.
    """
    lines, data = table.rows - 1, table.columns - 1
    return table.columns + lines <= lines * data


def _children(element: Object) -> Iterator[Object]:
    """Yield the elements right below one, in reading order; not the content itself."""
    kids = element.get("/K", Array())
    for kid in kids if isinstance(kids, Array) else (kids,):
        if isinstance(kid, Dictionary) and "/S" in kid:
            yield kid


def _elements(root: Object, kind: str) -> Iterator[Object]:
    """Yield every element of a kind below one, in reading order, however deep."""
    stack = [_children(root)]
    while stack:
        element = next(stack[-1], None)
        if element is None:
            stack.pop()
            continue
        if kind == element.S:
            yield element
        stack.append(_children(element))


def _rows(table: Object) -> Iterator[Object]:
    """Yield a table's rows, those of its head first."""
    for part in _children(table):
        if part.S == Name.TR:
            yield part
        elif part.S in (Name.THead, Name.TBody, Name.TFoot):
            yield from (row for row in _children(part) if row.S == Name.TR)


def _attributes(element: Object) -> list[Object]:
    """Return an element's attribute dictionaries, one for each owner."""
    found = element.get("/A", Array())
    return list(found) if isinstance(found, Array) else [found]


def _attribute(element: Object, key: Name) -> Object | None:
    """Return what an element says of itself as a part of a table."""
    tabular = (one for one in _attributes(element) if Name.Table == one.O)
    return next((one[key] for one in tabular if key in one), None)


def _set_attribute(element: Object, key: Name, value: Object) -> None:
    """Say something of an element as a part of a table; nothing shared is changed."""
    old = _attributes(element)
    tabular = Dictionary(O=Name.Table)
    for one in old:
        if Name.Table == one.O:
            tabular.update(one)
    tabular[key] = value
    element.A = Array([tabular, *(one for one in old if Name.Table != one.O)])
