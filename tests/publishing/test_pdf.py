"""The PDF writer: the text comes out as it was, tagged, reproducible, and passed by a checker."""

import json
import os
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from io import BytesIO
from pathlib import Path
from typing import Any

import jinja2
import outloud
import pikepdf
import pymupdf
import pytest
import typst
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from wp.errors import WpError
from wp.publishing.directives import DirectiveError, structure
from wp.publishing.environment import frame_environment, load
from wp.publishing.pdf.code import quoted
from wp.publishing.pdf.writer import write_pdf
from wp.publishing.publication import Publication
from wp.reading.markup import parse
from wp.reading.nodes import Node, transform

ROOT = Path(__file__).parents[2]
FRAME = load(frame_environment(ROOT), "frame.typ.j2")
LABELS = {"page": "side", "of": "af", "contents": "Indhold"}
TIMELINE = (
    b'<svg xmlns="http://www.w3.org/2000/svg" width="700" height="60" viewBox="0 0 700 60">'
    b'<rect x="80" y="30" width="300" height="20" fill="#1F4E5F"/>'
    b'<text x="80" y="20" font-family="sans-serif" font-size="14">Samtykke 2026</text></svg>'
)
# A PNG of one dark dot.
DOT = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c49444154789c63"
    "90f78b0700015c00cd11c712840000000049454e44ae426082"
)

RICH = """\
<!-- wp: cover -->

# Arbejdsprogram 2026–2029

<!-- wp: lead -->

For drift og udvikling

<!-- /wp: lead -->

**Eksempelrådet**, marts 2026

<!-- /wp: cover -->

<!-- wp: contents depth="2" /-->

<!-- wp: page-break /-->

# Forord

<!-- wp: notice -->

Ét emne mangler økonomi.

<!-- /wp: notice -->

Rådet arbejder for *ens* svartider og **bedre** data, se [jura](#jura), [emnet](#findes-ikke) og
[styrelsen](https://sundhedsdatastyrelsen.dk/da).[^kilde]

> Et citat
>
> - med en liste

3. Tredje
4. Fjerde
   - Underpunkt

- [x] Udført opgave
- [ ] Åben opgave

```
if x: return "`#panic()`"
```

---

<!-- wp: figure -->

![Tidslinje over emnerne](asset:timeline.svg)

Emnerne over tid

<!-- /wp: figure -->

# Indsatsområder

<!-- wp: topic -->

## Jura og samtykke {#jura}

<!-- wp: facts -->

- **Ansvarlig:** Anna Berg
- **Tidshorisont:** Kort sigt

<!-- /wp: facts -->

### Aktiviteter

<!-- wp: table row-headers widths="3 1 2" -->

Aktiviteter i emnet

| Aktivitet | Start | Ansvarlig |
| --- | --: | --- |
| Kortlægning[^celle] | 2026 | Anna Berg |
| Vejledning med ![prik](asset:billeder/prik.png) | 2027 | Rådet |

<!-- /wp: table -->

<!-- /wp: topic -->

<!-- wp: wide -->

## Samspil

<!-- wp: table row-headers class="matrix" -->

| Emne | A | B | C | D | E | F | G | H | I |
| --- | - | - | - | - | - | - | - | - | - |
| Jura | ● | – | ● | – | ● | – | – | – | ● |

<!-- /wp: table -->

<!-- /wp: wide -->

# Bilag

~~Udgået~~ og `kode` og en hård\\
linje.[^kilde]

| Beslutning | Dato |
| --- | --- |
""" + "\n".join(f"| Punkt {number} i beslutningsloggen | {number} |" for number in range(60))
RICH += "\n\n[^kilde]: Referatet.\n[^celle]: Note i en celle.\n"


def publication(body: Node | str, **fields: Any) -> Publication:
    """Return a publication of Markdown or of a tree, each heading with an id."""
    tree = structure(parse(body)) if isinstance(body, str) else body
    numbers = iter(range(10_000))

    def identified(node: Node) -> Node:
        if node.kind != "heading":
            return node
        name = node.attrs.get("id") or f"h-{next(numbers)}"
        return node._replace(attrs={**node.attrs, "id": name})

    given_fields = {
        "name": "programme",
        "title": "Arbejdsprogram",
        "subtitle": "For drift og udvikling",
        "author": "Eksempelrådet",
        "language": "da",
        "date": "2026-03-12",
        "state": "Udkast",
        "body": transform(tree, identified),
        "labels": LABELS,
        "assets": {"timeline.svg": TIMELINE, "billeder/prik.png": DOT},
    }
    return Publication(**{**given_fields, **fields})


def pdf(body: Node | str, **fields: Any) -> bytes:
    return write_pdf(publication(body, **fields), FRAME)


def pages(data: bytes) -> list[str]:
    """Return the text of each page without white space."""
    with pymupdf.open(stream=data) as document:
        return ["".join(page.get_text().split()) for page in document]


def node(kind: str, *children: Node, text: str = "", **attrs: Any) -> Node:
    return Node(kind, 0, 0, children, text, attrs)


def tags(document: pikepdf.Pdf) -> list[tuple[str, Any]]:
    """Return every element of the tag tree in reading order: its type and the element."""

    def below(element: Any) -> Iterator[tuple[str, Any]]:
        for child in element if isinstance(element, pikepdf.Array) else (element,):
            if isinstance(child, pikepdf.Dictionary):
                if "/S" in child:
                    yield str(child.S), child
                if "/K" in child:
                    yield from below(child.K)

    return list(below(document.Root.StructTreeRoot))


def addresses(data: bytes) -> list[str]:
    with pymupdf.open(stream=data) as document:
        return [link["uri"] for page in document for link in page.get_links() if "uri" in link]


@pytest.fixture(scope="module")
def rich() -> bytes:
    return pdf(RICH)


# --- Text stays text --------------------------------------------------------------------------

PRINTABLE = st.characters(exclude_categories=["Cc", "Cs", "Co", "Cn", "Zl", "Zp"]).filter(
    lambda sign: sign not in "\ufeff\xad"
)
TYPED = st.text(st.characters(min_codepoint=33, max_codepoint=126) | st.sampled_from("æøåÆØÅé–»«"))

HOSTILE = (
    "#panic()",
    '#read("/etc/passwd")',
    "\\u{41}",
    "]",
    "[",
    '"',
    '";panic();"',
    "$x^2$",
    "@ref",
    "<label>",
    "//slash",
    "/*stjerne*/",
    "}})#",
    "{{title}}",
    "{%if%}",
    "\\",
    "`rå`",
    "*fed*_kursiv_",
    "=Overskrift",
    "--",
    "...",
    "~",
    "#let x=1",
    "#import",
)


@settings(max_examples=60, deadline=None)
@given(st.text(PRINTABLE, max_size=40))
@example('\\"#{}[]$')
def test_a_string_reads_back_as_the_same_text(text: str) -> None:
    source = f"#metadata({quoted(text)})<text>".encode()
    assert json.loads(typst.query(source, "<text>", field="value", one=True)) == text


@settings(max_examples=15, deadline=None)
@given(st.lists(TYPED.filter(lambda text: 0 < len(text) <= 12), min_size=1, max_size=12))
@example(list(HOSTILE))
def test_any_text_comes_out_as_that_text_wherever_it_stands(texts: Sequence[str]) -> None:
    words = [node("text", text=text) for text in texts]
    cells = (node("table_cell", word) for word in words)

    def item(word: Node) -> Node:
        return node("item", node("plain", word))

    blocks = [
        *(node("heading", word, level=1) for word in words),
        *(node("paragraph", node("strong", word)) for word in words),
        *(node("paragraph", node("code", text=text)) for text in texts),
        *(node("code_block", text=text, info="") for text in texts),
        *(node("html_block", text=text) for text in texts),
        *(node("paragraph", node("link", word, dest="https://x.dk", title="")) for word in words),
        node(
            "list", *(node("item", node("plain", word)) for word in words), ordered=False, first=1
        ),
        node(
            "table",
            node("table_head", node("table_cell", node("text", text="Hoved"))),
            *(node("table_row", cell) for cell in cells),
            alignments=("left",),
        ),
    ]
    found = "".join(pages(pdf(node("document", *blocks), author="", state="")))
    for text, count in Counter("".join(text.split()) for text in texts).items():
        assert found.count(text) >= 8 * count


@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(st.text(st.characters(exclude_categories=["Cs"]), min_size=1), min_size=1))
@example(["🧬"])
@example(["0\u0e31", "\xad", "\x00", "\ue000", "\u200d", "\ufffe"])
def test_no_text_stops_the_build(texts: Sequence[str]) -> None:
    words = [node("text", text=text) for text in texts]
    blocks = [
        *(node("heading", word, level=1) for word in words),
        *(node("paragraph", word) for word in words),
        *(node("paragraph", node("link", word, dest=word.text, title="")) for word in words),
    ]
    assert pdf(node("document", *blocks), title=texts[0], author=texts[-1], state=texts[0])


def test_a_sign_without_a_glyph_is_written_as_its_name() -> None:
    found = "".join(pages(pdf("# DNA\n\nFest 🎉 og å\u0e31, 0️⃣")))
    assert "[partypopper]" in found
    assert "å[thaicharactermaihan-akat]" in found
    assert quoted("a\x07\ue000") == '"a\ufffd\ufffd"'


def test_a_link_is_an_address_and_neither_code_nor_script() -> None:
    body = (
        "# T\n\n[a](https://x.dk/%22\\)#panic\\(\\)) [b](javascript:alert) [c](data:text,x) [](https://y.dk)"
        " [d](bilag/årsplan.pdf) [e](http://[::1) [f](mailto:post@eksempel.dk)"
    )
    data = pdf(body)
    with pikepdf.open(BytesIO(data)) as document:
        links = [note.A for page in document.pages for note in page.get("/Annots", ())]
        assert "bilag/%C3%A5rsplan.pdf" in [str(link.URI) for link in links if "/URI" in link]
    assert addresses(data) == [
        "https://x.dk/%22)#panic()",
        "https://y.dk",
        "mailto:post@eksempel.dk",
    ]
    assert "".join(pages(data)).count("https://y.dk") == 1


# --- Every Markdown makes a document ----------------------------------------------------------

PIECES = st.sampled_from(
    [
        *(
            "# ",
            "## ",
            "#### ",
            "\n",
            "\n\n",
            "- ",
            "  - ",
            "7. ",
            "> ",
            "*",
            "**",
            "~~",
            "`",
            "ord",
        ),
        *("- [x] t\n", "- [ ] ", "---\n", "```\n", "    ", "<b>", "&amp;", "\\\n", "<br>", "|"),
        *(
            "[x](#h-0)",
            "[y](https://z.dk)",
            "[^1]",
            "\n\n[^1]: note [^2]\n\n",
            "\n\n[^2]: [^1]\n\n",
        ),
        *("![p](asset:timeline.svg)", "\n| a[^1] | b |\n|---|--:|\n| ~~[c](#h-0)~~ | d |\n"),
        *("\n\n<!-- wp: facts -->\n\n- **L:** v\n\n<!-- /wp: facts -->\n\n",),
        *(f"\n\n<!-- {end}wp: {name} -->\n\n" for name in ("topic", "wide") for end in ("", "/")),
        *(f"\n\n<!-- {end}wp: {name} -->\n\n" for name in ("lead", "notice") for end in ("", "/")),
        '\n\n<!-- wp: contents depth="2" /-->\n\n',
        "\n\n<!-- wp: page-break /-->\n\n",
    ]
)


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(PIECES, max_size=30).map("".join))
@example("> - 1. " * 9 + "**a *b ~~c **d *e [f **g**](https://x.dk) h* i** j~~ k* l**")
@example("# ![p](asset:timeline.svg)\n\n#### Fire\n\n[^1]\n\n[^1]: " + "> - " * 9 + "dybt [^1]")
def test_every_markdown_makes_a_document(body: str) -> None:
    try:
        made = publication(body)
    except (DirectiveError, IndexError, ValueError):
        return
    assert write_pdf(made, FRAME)


def test_what_is_nested_too_deep_to_indent_is_still_written() -> None:
    body = "# Dybt\n\n" + "\n".join("  " * depth + f"- lag{depth};" for depth in range(40))
    found = "".join(pages(pdf(body)))
    assert all(f"lag{depth};" in found for depth in range(40))


# --- Accessible -------------------------------------------------------------------------------


@pytest.mark.parametrize("body", [RICH, RICH.split("# Indsatsområder\n")[0], "# Kort\n\nTekst."])
def test_an_independent_checker_finds_nothing(body: str, tmp_path: Path) -> None:
    path = tmp_path / "programme.pdf"
    path.write_bytes(pdf(body))
    result = outloud.check(str(path))
    assert [(found.rule, found.message) for found in result.findings] == []
    assert result.verdict == "pass"


def test_both_standards_are_declared_with_title_and_language(rich: bytes) -> None:
    document = pikepdf.open(BytesIO(rich))
    metadata = str(document.open_metadata())
    assert "<pdfuaid:part>1</pdfuaid:part>" in metadata
    assert "<pdfaid:part>2</pdfaid:part>" in metadata
    assert "<pdfaid:conformance>A</pdfaid:conformance>" in metadata
    assert str(document.Root.Lang) == "da"
    assert bool(document.Root.ViewerPreferences.DisplayDocTitle)
    assert str(document.docinfo["/Title"]) == "Arbejdsprogram"
    assert str(document.docinfo["/Author"]) == "Eksempelrådet"


def test_the_tags_say_what_everything_is(rich: bytes) -> None:
    document = pikepdf.open(BytesIO(rich))
    found = tags(document)
    count = Counter(name for name, _ in found)
    assert [str(element.T) for name, element in found if name == "/H1"] == [
        "Arbejdsprogram 2026–2029",
        "Indhold",
        "Forord",
        "Indsatsområder",
        "Bilag",
    ]
    assert [str(element.T) for name, element in found if name in ("/H2", "/H3")] == [
        "Jura og samtykke",
        "Aktiviteter",
        "Samspil",
    ]
    assert count["/TOC"] >= 1
    assert count["/Table"] == 3
    assert count["/TH"] == 3 + 10 + 2
    assert count["/TR"] == 3 + 2 + 61
    assert count["/Caption"] == 2
    assert count["/Note"] == 2
    assert count["/BlockQuote"] == 1
    alternatives = [str(element.Alt) for name, element in found if name == "/Figure"]
    assert alternatives == ["Tidslinje over emnerne", "prik"]
    # two numbers, a point below, one in the quotation, two tasks, two facts
    assert count["/LI"] == 8
    # their labels, those of the two notes, and the three signs that refer to these
    assert count["/Lbl"] == 8 + 2 + 3


def test_a_table_head_stands_on_every_page_and_once_in_the_tags() -> None:
    rows = "\n".join(f"| {number} | Rådet tiltrådte |" for number in range(120))
    data = pdf(f"# Log\n\n| Nr. | Beslutningen |\n| --: | --- |\n{rows}\n")
    found = pages(data)
    assert len(found) > 2
    assert all("Beslutningen" in page for page in found)
    with pikepdf.open(BytesIO(data)) as document:
        assert Counter(name for name, _ in tags(document))["/TH"] == 2


def test_links_go_to_headings_and_addresses(rich: bytes) -> None:
    assert addresses(rich) == ["https://sundhedsdatastyrelsen.dk/da"]
    document = pikepdf.open(BytesIO(rich))
    dests = [
        annotation
        for page in document.pages
        for annotation in page.get("/Annots", [])
        if "/Dest" in annotation or str(annotation.get("/A", {}).get("/S", "")) == "/GoTo"
    ]
    # six lines of contents, [jura], and two ways between each of three note signs and its note
    assert len(dests) >= 7
    with document.open_outline() as outline:
        assert [item.title for item in outline.root][-1] == "Bilag"


# --- Pages ------------------------------------------------------------------------------------


def test_every_page_says_its_number_and_the_state(rich: bytes) -> None:
    cover, *rest = pages(rich)
    assert "UDKAST" in cover
    assert "side" not in cover
    for number, page in enumerate(rest, 2):
        assert page.count(f"side{number}af{len(rest) + 1}") == 1
        assert "Udkast" in page
    assert "Udkast" not in "".join(pages(pdf("# Slut", state="")))


def test_without_a_cover_the_title_heads_the_document() -> None:
    with pikepdf.open(BytesIO(pdf("# Baggrund\n\nTekst.\n\n## Mål\n\nTekst."))) as document:
        headings = [(name, str(element.T)) for name, element in tags(document) if "/T" in element]
    assert headings == [("/H1", "Arbejdsprogram"), ("/H2", "Baggrund"), ("/H3", "Mål")]
    (page,) = pages(pdf("# Baggrund\n\nTekst."))
    assert page.startswith("UDKASTArbejdsprogramFordriftogudviklingBaggrund")


def test_a_long_chapter_and_a_topic_begin_a_page_and_leave_none_empty() -> None:
    long = "Et ord. " * 200

    def part(name: str, level: int, title: str, text: str) -> str:
        return f"<!-- wp: {name} -->\n\n{'#' * level} {title}\n\n{text}\n\n<!-- /wp: {name} -->"

    body = "\n\n".join(
        [
            part("cover", 1, "Titel", ""),
            f"# Kort\n\nKort.\n\n# Lang\n\n{long}\n\n# Efter\n\nKort.\n\n# Emner",
            part("topic", 2, "Alfa", "Kort."),
            part("topic", 2, "Beta", "Kort."),
            "# Flere\n\nKort.",
            part("topic", 2, "Gamma", "Kort."),
            "# Flest\n\nKort.",
            part("topic", 2, "Delta", long * 3),
            part("wide", 1, "Bred", long),
            part("wide", 1, "Bredere", long),
            f"# Slut\n\n{long}",
        ]
    )
    found = [page.removeprefix("ArbejdsprogramUdkast")[:6] for page in pages(pdf(body))]
    assert " ".join(found) == (
        "UDKAST KortKo LangEt BetaKo FlereK FlestK DeltaE BredEt Breder SlutEt"
    )


def test_what_is_wide_lies_on_its_side(rich: bytes) -> None:
    with pymupdf.open(stream=rich) as document:
        wide = [page.get_text() for page in document if page.rect.width > page.rect.height]
        assert {round(min(page.rect.width, page.rect.height)) for page in document} == {595}
    assert len(wide) == 1
    assert "Samspil" in wide[0]


def test_lists_keep_their_numbers_and_boxes(rich: bytes) -> None:
    found = "".join(pages(rich))
    assert "3.Tredje4.Fjerde•Underpunkt" in found
    assert "☑Udførtopgave☐Åbenopgave" in found
    assert "Ansvarlig:AnnaBergTidshorisont:Kortsigt" in found


def test_no_heading_is_left_alone_at_the_foot_of_a_page() -> None:
    table = "| Hoved |\n|---|\n" + "| række |\n" * 30
    for lines in range(24, 34):
        body = "# T\n\n" + "linje\n\n" * lines + "## Alene\n\n" + table
        page = next(page for page in pages(pdf(body)) if "Alene" in page)
        assert "række" in page


# --- The same every time ----------------------------------------------------------------------

PROGRAM = """
import hashlib, sys
sys.path.insert(0, sys.argv[1])
import test_pdf
print(hashlib.sha256(test_pdf.pdf(test_pdf.RICH, date=sys.argv[2])).hexdigest())
"""


@pytest.mark.parametrize("date", ["2026-03-12", ""])
def test_same_bytes_in_every_time_zone(date: str) -> None:
    found = {
        subprocess.run(
            [sys.executable, "-c", PROGRAM, str(Path(__file__).parent), date],
            env={**os.environ, "TZ": zone},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for zone in ("Pacific/Kiritimati", "America/Los_Angeles")
    }
    assert len(found) == 1


def test_typst_is_imported_only_to_write() -> None:
    program = "import sys, wp.publishing.pdf.writer; print('typst' in sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert done.stdout == "False\n"


# --- What can't be made is said ---------------------------------------------------------------


def frame(change: str = "", to: str = "", end: str = "") -> jinja2.Template:
    """Return the shipped frame with one change, or with something at its end."""
    text = (ROOT / "templates/output/frame.typ.j2").read_text(encoding="utf-8")
    assert change in text
    loader = jinja2.DictLoader({"frame.typ.j2": text.replace(change, to, 1) + end})
    return jinja2.Environment(loader=loader, autoescape=True).get_template("frame.typ.j2")


def fault(made: Publication, template: jinja2.Template) -> tuple[str, dict[str, Any]]:
    with pytest.raises(WpError) as caught:
        write_pdf(made, template)
    return caught.value.name, caught.value.params


def test_the_shipped_frame_gives_no_warning(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[Any] = []
    compiler = typst.compile_with_warnings

    def spy(*arguments: Any, **options: Any) -> Any:
        data, warnings = compiler(*arguments, **options)
        seen.extend(str(warning.message) for warning in warnings)
        return data, warnings

    monkeypatch.setattr(typst, "compile_with_warnings", spy)
    assert pdf(RICH)
    assert seen == []


def test_a_fault_in_the_frame_is_told_with_its_line() -> None:
    name, params = fault(publication("# T"), frame("rgb({{ palette.rule }})", "rgb(hairlin)"))
    assert (name, params["path"]) == ("output-template", "templates/output/frame.typ.j2")
    assert params["reason"] == "unknown variable: hairlin"
    text = (ROOT / "templates/output/frame.typ.j2").read_text(encoding="utf-8")
    assert "palette.rule" in text.splitlines()[params["line"] - 1]


def test_the_frame_sees_no_file_and_no_network(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("hemmeligt", encoding="utf-8")
    _, params = fault(publication("# T"), frame(end=f'\n#read("{secret}")\n'))
    assert "file not found" in params["reason"]
    _, params = fault(publication("# T"), frame(end='\n#read("../secret.txt")\n'))
    assert "escape" in params["reason"]
    name, params = fault(publication("# T"), frame(end='\n#import "@preview/cetz:0.3.0"\n'))
    assert name == "output-template"
    assert "@preview/cetz:0.3.0" in params["reason"]
    assert pdf('# T\n\n#import "@preview/cetz:0.3.0"', title='import "@preview/x:1.0.0"')


def test_a_missing_label_is_told() -> None:
    name, _ = fault(publication("# T", labels={"of": "af"}), FRAME)
    assert name == "output-template"


@pytest.mark.parametrize(
    ("file", "data"),
    [("bilag/graf.png", b"no"), ("graf.bmp", b"BM"), ("graf.svg", b"<svg"), ("graf", b"")],
)
def test_a_picture_that_cannot_be_read_is_named(file: str, data: bytes) -> None:
    made = publication(f"# T\n\n![graf](asset:{file})", assets={"a.svg": TIMELINE, file: data})
    name, params = fault(made, FRAME)
    assert name == "tool-failed"
    assert params["name"] == "programme.pdf"
    assert params["reason"].startswith(f"{file}: ")
