"""The HTML writer: any text comes out as that text, and the page can be read by everybody."""

import base64
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.publishing.conftest import EXAMPLE, REAL, publish

from wp.publishing.directives import structure
from wp.publishing.environment import frame_environment, load
from wp.publishing.html import write_html
from wp.publishing.prose import anchor
from wp.publishing.publication import Publication
from wp.reading.markup import parse
from wp.reading.nodes import Node, transform

VOID = {"meta", "link", "br", "hr", "img", "col"}
LABELS = {
    "contents": "Indhold",
    "page": "side",
    "of": "af",
    "skip": "Gå til indholdet",
    "notes": "Noter",
    "note": "Note",
    "back": "Tilbage til teksten",
    "table": "Tabel",
    "figure": "Figur",
}
PNG = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg=="
)


@dataclass
class Element:
    """An element of a page as a browser sees it; text is a str among the children."""

    tag: str
    attrs: dict[str, str] = field(default_factory=dict)
    children: list["Element | str"] = field(default_factory=list)

    def all(self, tag: str = "", **attrs: str) -> list["Element"]:
        return [
            one
            for one in self.walk()
            if (not tag or one.tag == tag)
            and all(one.attrs.get(name.replace("_", "-")) == value for name, value in attrs.items())
        ]

    def one(self, tag: str = "", **attrs: str) -> "Element":
        [found] = self.all(tag, **attrs)
        return found

    def walk(self) -> Iterator["Element"]:
        yield self
        for child in self.children:
            if isinstance(child, Element):
                yield from child.walk()

    def text(self) -> str:
        return "".join(child if isinstance(child, str) else child.text() for child in self.children)


class Reader(HTMLParser):
    """Builds elements and insists that every one is closed in its turn."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.stack = [Element("")]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = [name for name, _ in attrs]
        assert len(names) == len(set(names)), f"<{tag}> has an attribute twice"
        element = Element(tag, {name: value or "" for name, value in attrs})
        self.stack[-1].children.append(element)
        if tag not in VOID:
            self.stack.append(element)

    def handle_endtag(self, tag: str) -> None:
        assert self.stack.pop().tag == tag

    def handle_data(self, data: str) -> None:
        self.stack[-1].children.append(data)


def read(page: str) -> Element:
    reader = Reader()
    reader.feed(page)
    reader.close()
    assert len(reader.stack) == 1
    return reader.stack[0]


FRAME = load(frame_environment(REAL), "frame.html.j2")


def tree(source: str) -> Node:
    """Make a tree as `Composer` does: structured, each heading with an id."""

    def named(node: Node) -> Node:
        if node.kind != "heading" or node.attrs["id"]:
            return node
        attrs = {**node.attrs, "id": anchor(node.plain_text())}
        return Node(node.kind, node.start, node.end, node.children, "", attrs)

    return transform(structure(parse(source)), named)


def written(source: str | Node, **fields: Any) -> str:
    usual: dict[str, Any] = {
        "name": "one-pagers/jura",
        "title": "Jura",
        "subtitle": "",
        "author": "Rådet",
        "language": "da",
        "date": "2026-03-12",
        "state": "",
        "labels": LABELS,
        "assets": {},
    }
    body = tree(source) if isinstance(source, str) else source
    return write_html(Publication(**{**usual, **fields}, body=body), FRAME)


def page(source: str | Node, **fields: Any) -> Element:
    return read(written(source, **fields))


def main(source: str | Node, **fields: Any) -> Element:
    return page(source, **fields).one("main")


ANY_TEXT = st.one_of(
    st.text(min_size=1, max_size=30),
    st.sampled_from(
        ["</style>", "<script>alert(1)</script>", "&lt;", "&#60;", "{{ 7 * 7 }}", "-->"]
    ),
).map(lambda text: text.replace("\0", "\ufffd"))


@settings(max_examples=150, deadline=None, derandomize=True)
@given(ANY_TEXT)
def test_any_text_comes_out_as_that_text(text: str) -> None:
    words = Node("text", 0, 0, (), text)
    cell = Node("table_cell", 0, 0, (words,))
    blocks = (
        Node("paragraph", 0, 0, (words,)),
        Node("heading", 0, 0, (words,), "", {"level": 1, "id": "a"}),
        Node("code_block", 0, 0, (), text, {"info": text}),
        Node("table", 0, 0, (Node("table_head", 0, 0, (cell,)),), "", {"alignments": ("none",)}),
    )
    shown = page(Node("document", 0, 0, blocks), title=text, subtitle=text, author=text, state=text)
    assert shown.one("main").one("p").text() == text
    assert shown.one("main").one("h2").text() == text
    assert shown.one("main").one("th").text() == text
    assert shown.one("h1").text() == text
    code = text.replace("\r\n", "\n").replace("\r", "\n")
    assert shown.one("main").one("code").text().removesuffix("\n") == code.removesuffix("\n")
    assert shown.all("script") == []
    known = "main p h2 pre code div table thead tbody tr th"
    assert {one.tag for one in shown.one("main").walk()} <= set(known.split())


@settings(max_examples=100, deadline=None, derandomize=True)
@given(st.text("ab*_`[]()!<>|#-\\\n &;~^:{}.1", max_size=40))
def test_any_markdown_makes_a_whole_page(source: str) -> None:
    document = transform(
        parse(source),
        lambda node: Node("text", 0, 0, (), "") if node.kind == "image" else node,
    )
    shown = page(document)
    assert shown.all("script") == []
    for link in shown.one("main").all("a"):
        assert not link.attrs["href"].lower().startswith(("javascript:", "data:"))


def test_the_page_needs_nothing_from_outside() -> None:
    text = write_html(publish(EXAMPLE), FRAME)
    shown = read(text)
    assert not re.search(r"<script|\son[a-z]+=|@import|url\((?!#|data:font/woff2;base64,)", text)
    for element in shown.walk():
        for name in ("src", "srcset", "poster", "data", "action"):
            assert element.attrs.get(name, "data:").startswith("data:")
        if element.tag == "link":
            assert element.attrs["href"] == "data:,"
    policy = shown.one("meta", http_equiv="Content-Security-Policy").attrs["content"]
    assert policy == "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:"


@pytest.mark.parametrize(
    "names", [(), ("content/one-pagers/naturkortet.md",), ("content/minutes/2026-03-12.md",)]
)
def test_what_accessibility_asks_of_the_structure(names: tuple[str, ...]) -> None:
    shown = read(write_html(publish(EXAMPLE, *names), FRAME))
    assert shown.one("html").attrs["lang"] == "da"
    assert shown.one("head").one("title").text()
    assert len(shown.all("h1")) == len(shown.all("main")) == len(shown.all("nav")) == 1
    skip = shown.one("a", **{"class": "skip"})
    assert skip.attrs["href"] == "#" + shown.one("main").attrs["id"]
    ids = [one.attrs["id"] for one in shown.walk() if "id" in one.attrs]
    assert len(ids) == len(set(ids))
    for link in shown.all("a"):
        if link.attrs["href"].startswith("#"):
            assert link.attrs["href"][1:] in ids
        assert link.text().strip() or link.attrs.get("aria-label")
    levels = [int(one.tag[1]) for one in shown.walk() if re.fullmatch("h[1-6]", one.tag)]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    regions = [one.attrs["aria-label"] for one in shown.all(role="region")]
    assert len(regions) == len(set(regions))
    assert all(one.attrs["tabindex"] == "0" for one in shown.all(role="region"))
    for one in shown.walk():
        assert one.tag != "img" or one.attrs["alt"]
        assert one.tag != "svg" or (one.attrs["role"] == "img" and one.attrs["aria-label"])
        assert one.tag != "th" or (one.attrs["scope"] in ("col", "row") and one.text().strip())


def test_the_head_says_what_the_page_is() -> None:
    shown = page("Tekst", title="Jura & ret", subtitle="Et emne", state="Udkast")
    assert shown.one("title").text() == "Jura & ret – Udkast"
    metas = {
        one.attrs["name"]: one.attrs["content"] for one in shown.all("meta") if "name" in one.attrs
    }
    assert metas["description"] == "Et emne"
    assert metas["generator"] == "wp"
    assert metas["author"] == "Rådet"
    assert metas["dcterms.date"] == "2026-03-12"
    assert shown.one("p", **{"class": "state"}).text() == "Udkast"


def test_a_cover_is_the_head_of_the_page() -> None:
    source = "<!-- wp: cover -->\n\n# Et *program*\n\nRådet\n\n<!-- /wp: cover -->\n\n# Mål\n"
    shown = page(source)
    header = shown.one("header")
    assert header.one("h1").text() == "Et program"
    assert header.one("h1").attrs["id"] == "et-program"
    assert header.one("p").text() == "Rådet"
    assert [one.text() for one in shown.one("main").all("h2")] == ["Mål"]
    assert [one.text() for one in shown.one("nav").all("a")] == ["Mål", "Mål"]


def test_contents_go_as_deep_as_asked_and_have_one_title() -> None:
    source = '# Indhold\n\n<!-- wp: contents depth="2" /-->\n\n# A\n\n## B\n\n### C\n\n# D\n'
    shown = page(source)
    folded = shown.one("nav").one("details")
    assert folded.one("summary").text() == "Indhold"
    assert [one.attrs["href"] for one in folded.all("a")] == ["#a", "#b", "#d"]
    assert [one.text() for one in folded.all("li")[0].all("li")[1:]] == ["B"]
    assert [one.text() for one in shown.one("main").all("h2")] == ["A", "D"]


def test_a_page_without_headings_has_no_navigation() -> None:
    assert page("Tekst").all("nav") == []


def test_facts_are_terms_and_descriptions() -> None:
    source = (
        "<!-- wp: facts -->\n\n- **Ansvarlig:** *Åse*\n\n- **Status**: Godkendt\n\n"
        "- **Flere:**\n  - en\n\n<!-- /wp: facts -->\n"
    )
    panel = main(source).one("dl")
    assert [one.text() for one in panel.all("dt")] == ["Ansvarlig", "Status", "Flere"]
    assert [one.text().strip() for one in panel.all("dd")] == ["Åse", "Godkendt", "en"]


def test_facts_without_labels_stay_a_list() -> None:
    shown = main("<!-- wp: facts -->\n\n- **A:** b\n- c\n\n<!-- /wp: facts -->\n")
    assert shown.all("dl") == []
    assert [one.text() for one in shown.all("li")] == ["A: b", "c"]


TABLE = """
<!-- wp: table row-headers class="sums plan" widths="2 1 1" -->

Beløb i *mio. kr.*

| | 2027 | Sum |
|---|---:|:-:|
| Drift | 1,5 | 2<br>3 |
| | 1 | 2 |

<!-- /wp: table -->
"""


def test_a_table_has_heads_widths_and_a_region_that_scrolls() -> None:
    shown = main(TABLE + TABLE)
    regions = [one.attrs["aria-label"] for one in shown.all("div", role="region")]
    assert regions == ["Beløb i mio. kr.", "Beløb i mio. kr. (tabel 2)"]
    table = shown.all("table")[0]
    assert table.attrs["class"] == "sums plan"
    assert table.one("caption").text() == "Beløb i mio. kr."
    assert [one.attrs["style"] for one in table.all("col")] == [
        "width:50%",
        "width:25%",
        "width:25%",
    ]
    assert [(one.text(), one.attrs["scope"]) for one in table.all("th")] == [
        ("2027", "col"),
        ("Sum", "col"),
        ("Drift", "row"),
    ]
    assert [one.attrs.get("class") for one in table.all("tr")[1].all("td")] == ["right", "center"]


def test_a_narrow_table_scrolls_nowhere() -> None:
    shown = main("| a | b |\n|---|---|\n| c | d |\n")
    assert shown.all(role="region") == []
    assert [one.text() for one in shown.all("td")] == ["c", "d"]


def test_notes_can_be_followed_there_and_back() -> None:
    source = (
        "a[^x] b[^y] c[^x]\n\n| d[^z] |\n|---|\n\n"
        "[^x]: Et\n\n    to[^w]\n\n[^y]: - y\n\n[^z]: z\n\n[^w]: w\n\n[^v]: aldrig\n"
    )
    shown = main(source)
    assert [one.text() for one in shown.all(role="doc-noteref")] == ["1", "2", "1", "3", "4"]
    notes = shown.one("section", role="doc-endnotes")
    assert notes.one("h2").text() == "Noter"
    items = notes.one("ol").all("li")
    assert [one.attrs["id"] for one in items if "id" in one.attrs] == [
        "note:1",
        "note:2",
        "note:3",
        "note:4",
    ]
    back = items[0].all("a", role="doc-backlink")
    assert [one.attrs["aria-label"] for one in back] == [
        "Tilbage til teksten (1.1)",
        "Tilbage til teksten (1.2)",
    ]
    assert [one.attrs["href"] for one in back] == ["#reference:1:1", "#reference:1:2"]
    assert "aldrig" not in shown.text()


def test_lists_tasks_quotes_and_frames() -> None:
    source = (
        "3. a\n4. b\n\n- [x] gjort\n- [ ] ikke\n\n> citat\n\n<!-- wp: notice -->\n\nVigtigt\n\n"
        "<!-- /wp: notice -->\n\n<!-- wp: topic -->\n\n# Emne\n\n<!-- /wp: topic -->\n\n"
        "<!-- wp: page-break /-->\n"
    )
    shown = main(source)
    assert shown.one("ol").attrs["start"] == "3"
    assert [one.text() for one in shown.one("ul").all("li")] == ["☑ gjort", "☐ ikke"]
    assert shown.one("blockquote").text().strip() == "citat"
    assert shown.one(role="note").text().strip() == "Vigtigt"
    assert shown.one("article").one("h2").text() == "Emne"
    assert len(shown.all(**{"class": "page-break"})) == 1


@pytest.mark.parametrize(
    ("dest", "kept"),
    [
        ("#maal", True),
        ("https://x.dk/?a=1&b=2", True),
        ("mailto:a@b.dk", True),
        ("attachments/æ b.pdf", True),
        ("javascript:alert(1)", False),
        (" JavaScript:alert(1)", False),
        ("java\nscript:alert(1)", False),
        ("data:text/html,x", False),
        ("vbscript:x", False),
    ],
)
def test_only_harmless_links_lead_anywhere(dest: str, kept: bool) -> None:
    link = Node("link", 0, 0, (Node("text", 0, 0, (), "ord"),), "", {"dest": dest, "title": ""})
    shown = main(Node("document", 0, 0, (Node("paragraph", 0, 0, (link,)),)))
    assert shown.text().strip() == "ord"
    assert [one.attrs["href"] for one in shown.all("a")] == ([dest] if kept else [])


def figure(data: bytes, name: str = "a.svg") -> Element:
    source = (
        f"<!-- wp: figure -->\n\n![En <kurve>](asset:{name})\n\nTekst\n\n<!-- /wp: figure -->\n"
    )
    return main(source, assets={name: data}).one("figure")


def test_a_drawing_becomes_part_of_the_page() -> None:
    data = (
        b'<?xml version="1.0"?>\n<!-- note --><svg xmlns="http://www.w3.org/2000/svg" '
        b'xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:e="urn:e" role="presentation" '
        b'width="900" height="10" e:x="1"><title>x</title><e:y/><metadata>m</metadata>'
        b'<defs><clipPath id="c"><rect width="1"/></clipPath></defs>'
        b'<use xlink:href="#c" clip-path="url(#c)" fill="#1F4E5F"/><text>A &lt; B</text></svg>'
    )
    made = figure(data)
    drawing = made.one("svg")
    assert drawing.attrs["role"] == "img"
    assert drawing.attrs["aria-label"] == "En <kurve>"
    assert drawing.attrs["class"] == "themed"
    assert drawing.attrs["viewbox"] == "0 0 900 10"
    assert [one.text() for one in drawing.all("title")] == ["En <kurve>"]
    assert drawing.one("text").text() == "A < B"
    assert drawing.one("clippath").attrs["id"] == "drawing:1:c"
    assert drawing.one("use").attrs["href"] == "#drawing:1:c"
    assert drawing.one("use").attrs["clip-path"] == "url(#drawing:1:c)"
    assert drawing.all("metadata") == []
    assert made.one("div", role="region").attrs["aria-label"] == "Tekst"
    assert made.one("figcaption").text() == "Tekst"


def test_two_drawings_share_no_id() -> None:
    data = b'<svg xmlns="http://www.w3.org/2000/svg"><g id="a" fill="red"/></svg>'
    shown = main("![a](asset:a.svg) ![b](asset:a.svg)", assets={"a.svg": data})
    assert [one.attrs["id"] for one in shown.all("g")] == ["drawing:1:a", "drawing:2:a"]
    assert [one.attrs.get("class") for one in shown.all("svg")] == [None, None]


@pytest.mark.parametrize(
    "inner",
    [
        b"<script>alert(1)</script>",
        b"<style>@import url(https://x.dk)</style>",
        b'<rect onclick="alert(1)"/>',
        b'<image href="https://x.dk/a.png"/>',
        b'<use href="https://x.dk/a.svg#b"/>',
        b'<rect fill="url(https://x.dk)"/>',
        b"<foreignObject><p xmlns='http://www.w3.org/1999/xhtml'>x</p></foreignObject>",
        b"<a href='javascript:alert(1)'><text>x</text></a>",
        b"<g>" * 2000 + b"</g>" * 2000,
    ],
)
def test_a_drawing_that_could_do_something_is_only_shown(inner: bytes) -> None:
    data = b'<svg xmlns="http://www.w3.org/2000/svg">' + inner + b"</svg>"
    image = figure(data).one("img")
    assert image.attrs["src"] == "data:image/svg+xml;base64," + base64.b64encode(data).decode()
    assert image.attrs["alt"] == "En <kurve>"


def test_a_drawing_with_a_document_type_is_not_read() -> None:
    data = b'<!DOCTYPE svg [<!ENTITY a "b">]><svg xmlns="http://www.w3.org/2000/svg">&a;</svg>'
    assert figure(data).one("img").attrs["src"].startswith("data:image/svg+xml;base64,")


def test_photographs_are_data_and_rubbish_is_its_text() -> None:
    assert figure(PNG, "a.jpg").one("img").attrs["src"].startswith("data:image/png;base64,iVBOR")
    assert figure(b"rubbish", "a.png").one("span").text() == "En <kurve>"


def test_the_same_publication_gives_the_same_page() -> None:
    assert write_html(publish(EXAMPLE), FRAME) == write_html(publish(EXAMPLE), FRAME)


def contrast(first: str, second: str) -> float:
    """Return the contrast of two colours, by WCAG 2.1's definition of relative luminance."""

    def luminance(colour: str) -> float:
        parts = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
        red, green, blue = (
            part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
        )
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    dark, light = sorted((luminance(first), luminance(second)))
    return (light + 0.05) / (dark + 0.05)


def test_colours_have_contrast_in_light_and_dark() -> None:
    style = page("a").one("style").text()
    blocks = re.findall(r":root \{([^}]*--paper[^}]*)\}", style)
    assert len(blocks) == 2
    for block in blocks:
        colours = dict(re.findall(r"--([a-z-]+): (#[0-9A-F]{6})", block))
        for ink in ("ink", "muted", "accent"):
            for ground in ("paper", "tint"):
                assert contrast(colours[ink], colours[ground]) >= 4.5, (ink, ground)
        assert contrast(colours["on-cover"], colours["cover"]) >= 4.5


def test_the_page_brings_its_type_along() -> None:
    """The cuts are those of the file beside the templates, and the page names no other address."""
    folder = Path(__file__).parents[2] / "templates" / "fonts"
    cuts = re.findall(
        r'@font-face \{ font-family: "Libertinus Serif"; font-weight: (\d+); font-style: (\w+); '
        r"src: url\(data:font/woff2;base64,([A-Za-z0-9+/=]+)\) format\(\"woff2\"\); \}",
        written("Tekst"),
    )
    assert [(weight, style) for weight, style, _ in cuts] == [
        ("400", "normal"),
        ("600", "normal"),
        ("400", "italic"),
    ]
    files = [(folder / f"{name}.woff2").read_bytes() for name in ("regular", "semibold", "italic")]
    assert [base64.b64decode(data) for *_, data in cuts] == files
    assert sum(map(len, files)) < 50_000
    assert "Open Font License" in (folder / "OFL.txt").read_text(encoding="utf-8")


def test_what_begins_a_page_in_print_is_marked() -> None:
    cover = "<!-- wp: cover -->\n\n# Titel\n\n<!-- /wp: cover -->\n\n"
    topic = "<!-- wp: topic -->\n\n### Emne {#e}\n\nTekst.\n\n<!-- /wp: topic -->\n\n"
    long = "Noget om planen, som fylder en linje. " * 40
    shown = main(f"{cover}# Kort\n\nTekst.\n\n# Lang\n\n{long}\n\n## Del\n\n{topic}{topic}")
    assert [one.attrs.get("class") for one in shown.all("h2")] == [None, "chapter"]
    assert [one.attrs["class"] for one in shown.all("article")] == ["topic shared", "topic"]
