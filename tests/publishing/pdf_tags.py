"""A tagged PDF as assistive technology reads it: by its structure tree, from top to bottom."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pikepdf
from outloud.model import Document


class Piece(NamedTuple):
    """A piece of marked content: the tags around it, its page (from 0), its number, its text."""

    tags: tuple[str, ...]
    page: int
    number: int
    text: str


def kids(element: pikepdf.Object) -> list[pikepdf.Object]:
    """Return what stands right below an element, in reading order."""
    found = element.get("/K", pikepdf.Array())
    return list(found) if isinstance(found, pikepdf.Array) else [found]


def elements(document: pikepdf.Pdf, kind: str) -> list[pikepdf.Object]:
    """Return every element of a kind, in reading order."""

    def walk(element: pikepdf.Object) -> Iterator[pikepdf.Object]:
        for kid in kids(element):
            if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
                if str(kid.S) == f"/{kind}":
                    yield kid
                yield from walk(kid)

    return list(walk(document.Root.StructTreeRoot))


def read_aloud(path: Path) -> list[Piece]:
    """Return all that is tagged, in the order of the tree."""
    document = Document(str(path))
    pages = {page.objgen: page.index for page in document.pages}

    def walk(element: pikepdf.Object, tags: tuple[str, ...], page: int) -> Iterator[Piece]:
        if "/Pg" in element:
            page = pages[element.Pg.objgen]
        if "/S" in element:
            tags = (*tags, str(element.S)[1:])
        for kid in kids(element):
            if not isinstance(kid, pikepdf.Dictionary):
                yield piece(tags, page, int(kid))
            elif "/S" in kid:
                yield from walk(kid, tags, page)
            elif "/MCID" in kid:
                yield piece(tags, pages[kid.Pg.objgen] if "/Pg" in kid else page, int(kid.MCID))

    def piece(tags: tuple[str, ...], page: int, number: int) -> Piece:
        text = document.content(page).mcid_text.get((None, number), "")
        return Piece(tags, page, number, text)

    return list(walk(document.pdf.Root.StructTreeRoot, (), 0))


def painted(path: Path) -> list[list[int]]:
    """Return the numbers of the marked content of each page in the order that it is painted."""
    document = Document(str(path))
    return [[number for _, number in document.content(page.index).paint_order]
            for page in document.pages]  # fmt: skip
