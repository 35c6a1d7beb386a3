"""What holds of every Word file, over generated text."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.publishing.word_files import (
    DRAWING,
    REFERENCE,
    of_tree,
    opened,
    paragraphs,
    part,
    shown,
)

from wp.publishing.word.writer import write_word
from wp.reading.markup import parse
from wp.reading.nodes import Node, transform

UNWRITABLE = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
NEW_LINE = re.compile("[\r\n\x0b\x0c\x85\u2028\u2029]+")


def as_text(characters: str) -> str:
    """Return what Word can hold of a text: a line of it, without what XML has no sign for."""
    return UNWRITABLE.sub("", NEW_LINE.sub(" ", characters))


def without_hyphens(texts: list[str]) -> list[str]:
    """Return texts without soft hyphens: one at an end of a text says nothing, and is lost."""
    return [text.replace("\u00ad", "") for text in texts]


HOSTILE = [
    "<w:p/>",
    "]]>",
    "&lt;w:t&gt;",
    "<!-- wp: cover -->",
    "☐ ",
    "{{ state }}",
    "\\fldChar",
    " TOC \\o",
    "[title]",
    "æøå ÆØÅ é",
    "a\u00adb\u2011c\u00a0d",
    "\x00\x0b\ufffe\uffff\U0001f600",
    "  to  mellemrum  ",
    "\t",
]


@settings(max_examples=12, deadline=None)
@given(st.lists(st.text(max_size=40) | st.sampled_from(HOSTILE), min_size=1, max_size=30))
def test_any_text_comes_out_as_that_text(texts: list[str]) -> None:
    def node(kind: str, *children: Node, text: str = "", **attrs: Any) -> Node:
        return Node(kind, 0, 0, children, text, attrs)

    def line(kind: str, text: str, **attrs: Any) -> Node:
        return node(kind, node("text", text=text), **attrs)

    def cell(text: str) -> Node:
        return line("table_cell", text)

    # A letter before each keeps it apart from the others, and from being empty.
    parts: Iterator[tuple[int, str]] = enumerate(texts)
    blocks: list[Node] = []
    for number, text in parts:
        heading: Mapping[str, Any] = {
            "level": 1,
            "id": f"h{number}",
            "classes": (),
            "attributes": {},
        }
        blocks += [
            line("heading", f"h{text}", **heading),
            line("paragraph", f"p{text}"),
            node("code_block", text=f"c{as_text(text)}", info=""),
            node("paragraph", node("code", text=f"i{text}")),
            node("list", node("item", line("plain", f"l{text}")), ordered=False, first=1),
            node(
                "table",
                node("table_head", cell(f"t{text}")),
                node("table_row", cell(f"r{text}")),
                alignments=("none",),
            ),
            node("paragraph", node("footnote_reference", label=str(number))),
            node("footnote", line("paragraph", f"n{text}"), label=str(number)),
        ]
    body = node("document", *blocks)
    package = write_word(of_tree(body, title=f"T{texts[0]}", subtitle=""), REFERENCE)
    document = opened(package)
    expected = [as_text(f"T{texts[0]}")]
    for text in texts:
        expected += [as_text(f"{letter}{text}") for letter in "hpciltr"] + [""]
    found = [text for style, text in paragraphs(document) if style != ""]
    assert without_hyphens(found) == without_hyphens(expected)
    notes = docx.oxml.parse_xml(part(document, "word/footnotes.xml").encode())
    shown_notes = [shown(item) for item in notes.iter(qn("w:p")) if shown(item)]
    expected = [" " + as_text(f"n{text}") for text in texts]
    assert without_hyphens(shown_notes) == without_hyphens(expected)
    assert document.core_properties.title == UNWRITABLE.sub("", f"T{texts[0]}").replace("\r", "\n")


@settings(max_examples=15, deadline=None)
@given(st.text(alphabet="ab *_`~[]()#->|!\n1.<&:^\\", max_size=300))
def test_any_markdown_makes_a_file_that_opens(text: str) -> None:
    tree = transform(parse(text), lambda node: node)
    images = (node.attrs["dest"] for node in tree.walk() if node.kind == "image")
    assets = {dest.removeprefix("asset:"): DRAWING for dest in images}
    document = opened(write_word(of_tree(tree, assets=assets), REFERENCE))
    assert len(document.sections) == 1


@pytest.mark.parametrize(
    "text",
    [
        "> " * 300 + "dybt",
        "".join("  " * level + "- a\n" for level in range(60)) + "  " * 60 + "dybt",
        "*a **b " * 200 + "dybt" + "** c*" * 200,
        "[" * 50 + "dybt" + "](https://example.org)" * 50,
    ],
)
def test_what_is_nested_too_deep_is_written_all_the_same(text: str) -> None:
    document = opened(write_word(of_tree(parse(text)), REFERENCE))
    assert "dybt" in "".join(text for _, text in paragraphs(document))
    levels = {int(item.get(qn("w:val"))) for item in document.element.iter(qn("w:ilvl"))}
    assert max(levels, default=0) <= 8
