"""The Markdown writer: laws over generated trees and texts, and what a publication becomes."""

from collections.abc import Sequence
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from tests.publishing.conftest import EXAMPLE, publish

from wp.publishing.canonical import canonical
from wp.publishing.directives import structure
from wp.publishing.markdown import asset_files, asset_paths, write_blocks, write_markdown
from wp.publishing.prose import anchor
from wp.publishing.publication import Publication
from wp.reading.markup import parse
from wp.reading.nodes import Node, transform

Shape = tuple[Any, ...]


def shape(node: Node) -> Shape:
    """Return what a node says, without where it stood in a text."""
    if node.kind == "html_inline" and node.text == "<br>":
        return ("hard_break", "", (), ())
    attrs = dict(node.attrs)
    if node.kind == "heading":
        attrs = {"id": None, "classes": (), "attributes": {}} | attrs
    known = tuple(sorted((key, str(value)) for key, value in attrs.items()))
    return (node.kind, node.text, known, tuple(shape(child) for child in node.children))


def shapes(nodes: Sequence[Node]) -> list[Shape]:
    return [shape(node) for node in nodes]


def node(kind: str, children: Sequence[Node] = (), text: str = "", **attrs: Any) -> Node:
    return Node(kind, 0, 0, tuple(children), text, attrs)


# Marks that mean something stand beside letters, digits and spaces of several kinds.
CHARS = st.sampled_from(list("ab1 .*_~`[]()<>!|\\&#-+=:;^{}\"'@/\n\t\0\x85\xa0æØ«»…½é\u0301漢$%x"))
PHRASES = (
    "17. juni¦kl. 12.05¦Et_ord¦5 * 3¦- ¦# ¦1)¦[ ] ¦[a]: b¦***¦---¦&amp;¦&#35;¦<br>¦<b>¦{#id}¦~~¦--"
    "¦{lang=en}¦[a]{lang=en}¦https://x.dk/a_b¦a@b.dk¦| a |"
)
TEXT = st.one_of(
    st.text(CHARS, min_size=1, max_size=12),
    st.sampled_from(PHRASES.split("¦")),
    st.text(min_size=1, max_size=6),
)
DESTS = st.one_of(
    st.sampled_from(
        ["#maal", "https://x.dk/a_b?c=1&d=2", "mailto:a@b.dk", "a b.pdf", "a(b)c", "", "a|b"]
    ),
    st.text(CHARS, max_size=6),
)
TAGS = st.sampled_from(["en", "de-AT"])
LABELS = st.sampled_from(["1", "jura-1", "æ b", "x_y", "*"])

words = st.builds(lambda text: node("text", text=text), TEXT)
leaves = st.one_of(
    words,
    words,
    st.builds(lambda text: node("code", text=text), TEXT),
    st.just(node("hard_break")),
    st.just(node("soft_break")),
    st.builds(lambda label: node("footnote_reference", label=label), LABELS),
    st.builds(
        lambda text: node("html_inline", text=text), st.sampled_from(["<b>", "<br/>", "<!-- -->"])
    ),
)


def spans(inner: st.SearchStrategy[Node]) -> st.SearchStrategy[Node]:
    several = st.lists(inner, min_size=1, max_size=3)
    return st.one_of(
        st.builds(lambda c: node("strong", c), several),
        st.builds(lambda c: node("emphasis", c), several),
        st.builds(lambda c: node("strikethrough", c), several),
        st.builds(
            lambda c, dest, title: node("link", c, dest=dest, title=title), several, DESTS, DESTS
        ),
        st.builds(lambda c, dest: node("image", c, dest=dest, title=""), several, DESTS),
        st.builds(lambda c, tag: node("language", c, lang=tag), several, TAGS),
        st.builds(
            lambda dest: node("link", [node("text", text=dest or "x")], dest=dest, title=""), DESTS
        ),
    )


inline = st.recursive(leaves, spans, max_leaves=5)
line = st.lists(inline, max_size=4)


@st.composite
def tables(draw: st.DrawFn) -> Node:
    alignments = draw(
        st.lists(st.sampled_from(["none", "left", "right", "center"]), min_size=1, max_size=3)
    )
    cells = st.lists(
        st.builds(lambda c: node("table_cell", c), line),
        min_size=len(alignments),
        max_size=len(alignments),
    )
    head = node("table_head", draw(cells))
    rows = draw(st.lists(st.builds(lambda c: node("table_row", c), cells), max_size=2))
    return node("table", [head, *rows], alignments=tuple(alignments))


simple = st.one_of(
    st.builds(lambda c: node("paragraph", c), line),
    st.builds(lambda c, n: node("heading", c, level=n), line, st.integers(1, 6)),
    st.builds(
        lambda text, info: node("code_block", text=text, info=info),
        TEXT,
        st.one_of(st.just(""), TEXT),
    ),
    st.builds(
        lambda text: node("html_block", text=text),
        st.sampled_from(["<div>\nx\n</div>\n", "<!-- -->"]),
    ),
    st.just(node("rule")),
    tables(),
)


def holders(inner: st.SearchStrategy[Node]) -> st.SearchStrategy[Node]:
    blocks = st.lists(inner, max_size=3)
    plain = st.builds(lambda c: node("plain", c), line)
    task = st.builds(
        lambda checked, c: node("plain", [node("task_marker", checked=checked), *c]),
        st.booleans(),
        line,
    )
    item = st.one_of(
        st.builds(lambda c: node("item", c), blocks),
        st.builds(lambda first, c: node("item", [first, *c]), st.one_of(plain, task), blocks),
    )
    return st.one_of(
        st.builds(lambda c: node("block_quote", c), blocks),
        st.builds(lambda c: node("list", c, ordered=False, first=1), st.lists(item, max_size=3)),
        st.builds(
            lambda c, first: node("list", c, ordered=True, first=first),
            st.lists(item, max_size=3),
            st.integers(0, 999_999_999),
        ),
    )


trees = st.lists(st.recursive(simple, holders, max_leaves=6), max_size=4)
NOTES = [
    node("footnote", [node("paragraph", [node("text", text="n")])], label=label)
    for label in ("1", "jura-1", "æ b", "x_y", "*")
]


@settings(max_examples=120, deadline=None, derandomize=True)
@given(trees)
def test_a_written_tree_reads_back_as_itself(tree: list[Node]) -> None:
    whole = [*tree, *NOTES]
    assert shapes(parse(write_blocks(whole)).children) == shapes(canonical(whole))


@settings(max_examples=100, deadline=None, derandomize=True)
@given(trees)
def test_the_normal_form_is_its_own(tree: list[Node]) -> None:
    once = canonical(tree)
    assert shapes(canonical(once)) == shapes(once)


PIECES = (
    "a¦b ¦ ¦\n¦\n\n¦\n    ¦\n  ¦*¦**¦_¦__¦~¦~~¦`¦``¦```\n¦[¦]¦(¦)¦](x)¦![¦<¦>¦> ¦- ¦\n- ¦* ¦1. "
    "¦\n2. ¦7) ¦# ¦## ¦\n# ¦---¦\n===\n¦|¦\n| a | b |\n|---|:-:|\n¦ | ¦\\¦\\\n¦  \n¦&amp;¦&#32;"
    "¦&nbsp;¦!¦&¦<b>¦<br>¦<div>\n¦<!-- c -->¦<https://x.dk>¦<a@b.dk>¦[^1]¦\n[^1]: ¦[x]: y\n¦[x]"
    "¦[ ] ¦[x] ¦- [ ] ¦{#id}¦]{lang=en}¦{lang=en}¦ {lang=de}\n¦ {.c k=v}¦\t¦***\n¦+ ¦=¦:¦é¦«¦\u3000"
    "¦\r\n¦#"
)
SOURCES = st.one_of(
    st.lists(st.sampled_from(PIECES.split("¦")), max_size=14).map("".join),
    st.text(CHARS, max_size=40),
)


@settings(max_examples=400, deadline=None, derandomize=True)
@given(SOURCES)
@example("> " * 60 + "- " * 30 + "*" * 70 + "a" + "*" * 70)
def test_a_text_written_anew_says_the_same_and_stays(source: str) -> None:
    tree = canonical(parse(source).children)
    written = write_blocks(tree)
    again = parse(written).children
    assert shapes(again) == shapes(tree)
    assert write_blocks(again) == written


def anew(source: str) -> str:
    return write_blocks(parse(source).children)


PLAIN = (
    "Mødet den 17. juni kl. 12.05 koster 5 * 3 kr. (se Et_ord, C:\\mappe & [bilag]): 2 < 3 > 1!",
    'Pris: 1,5 mio. kr. – 2 - 3 + 4 = 5 | 6; #7, 50 % ~ halvdelen – »og« "sådan" @rådet {x}',
)


@pytest.mark.parametrize("text", PLAIN)
def test_ordinary_text_is_not_escaped_at_all(text: str) -> None:
    assert write_blocks([node("paragraph", [node("text", text=text)])]) == f"{text}\n"


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("17. juni", "17\\. juni"),
        ("Den 17. juni", "Den 17. juni"),
        ("kl. 12.05", "kl. 12.05"),
        ("Et_ord og to_ord", "Et_ord og to_ord"),
        ("_ord_", "\\_ord\\_"),
        ("5 * 3 * 2", "5 * 3 * 2"),
        ("*", "\\*"),
        ("- nej", "\\- nej"),
        ("-5 grader", "-5 grader"),
        ("# nej", "\\# nej"),
        ("#hash", "#hash"),
        ("<b>", "\\<b>"),
        ("2 < 3 > 1", "2 < 3 > 1"),
        ("A & B &amp; C", "A & B \\&amp; C"),
        ("[a](b)", "[a\\](b)"),
        ("[a]: b", "\\[a]: b"),
        ("se [bilag]", "se [bilag]"),
        ("C:\\mappe\\*", "C:\\mappe\\\\\\*"),
        ("a | b", "a | b"),
        ("===", "==="),
        ("  to  ", "&#32; to &#32;"),
    ],
)
def test_what_is_escaped_and_what_is_not(text: str, written: str) -> None:
    assert write_blocks([node("paragraph", [node("text", text=text)])]) == f"{written}\n"


@pytest.mark.parametrize(
    ("source", "written"),
    [
        ("Titel\n=====\n", "# Titel\n"),
        ("* a\n* b\n\n\n+ c\n", "- a\n- b\n\n* c\n"),
        ("3) a\n9) b\n", "3. a\n4. b\n"),
        ("- a\n\n- b\n", "- a\n\n- b\n"),
        ("- [X]   gjort\n", "- [x] gjort\n"),
        ("1. a\n\n       kode\n", "1. a\n\n   ```\n   kode\n   ```\n"),
        ("~~~md\n```\n~~~\n", "````md\n```\n````\n"),
        ("a\nb  \nc\n", "a b\\\nc\n"),
        ("__a _b___ og *c __d__*\n", "**a _b_** og *c __d__*\n"),
        ("> a\nb\n>\n> - c\n", "> a b\n>\n> - c\n"),
        ("<https://x.dk> [a](<b c> 't')\n", '<https://x.dk> [a](<b c> "t")\n'),
        ("a|b\n-|-:\n*x*|1\n", "| a   |   b |\n| --- | --: |\n| *x* |   1 |\n"),
        ("a|b\n-|-\nx<br>y|\\|\n", "| a      | b   |\n| ------ | --- |\n| x<br>y | \\|  |\n"),
        ("* * *\n\na\n\n***\n", "***\n\na\n\n---\n"),
        ("x[^1]\n\n[^1]: Note\n\n    mere\n\ny\n", "x[^1]\n\ny\n\n[^1]: Note\n\n    mere\n"),
        ("# a {#b .c}\n", "# a {#b .c}\n"),
    ],
)
def test_each_thing_is_written_in_one_way(source: str, written: str) -> None:
    assert anew(source) == written


def test_a_wide_table_is_not_padded() -> None:
    long = "ord " * 40
    assert anew(f"| a | b |\n|---|---|\n| {long} | |\n") == (
        f"| a | b |\n| --- | --- |\n| {long.strip()} | |\n"
    )


def publication(source: str, **fields: Any) -> Publication:
    """Make a publication of an output template's Markdown."""

    def named(node: Node) -> Node:
        if node.kind != "heading" or node.attrs["id"]:
            return node
        attrs = {**node.attrs, "id": anchor(node.plain_text())}
        return Node(node.kind, node.start, node.end, node.children, "", attrs)

    usual: dict[str, Any] = {
        "name": "one-pagers/jura",
        "title": "Jura",
        "subtitle": "",
        "author": "",
        "language": "da",
        "date": "",
        "state": "",
        "labels": {"contents": "Indhold"},
        "assets": {},
    }
    body = transform(structure(parse(source)), named)
    return Publication(**{**usual, **fields}, body=body)


def test_a_document_without_a_cover_gets_its_title() -> None:
    made = publication(
        "# Mål\n\nSe [tid](#tid).\n\n###### Tid\n", state="Udkast", subtitle="Et emne"
    )
    assert write_markdown(made) == (
        "# Jura\n\nEt emne · Udkast\n\n## Mål\n\nSe [tid](#tid).\n\n###### Tid\n"
    )


def test_a_cover_holds_the_title() -> None:
    source = "<!-- wp: cover -->\n\n# Et program\n\nRådet\n\n<!-- /wp: cover -->\n\n# Mål\n"
    assert write_markdown(publication(source)) == "# Et program\n\nRådet\n\n## Mål\n"
    draft = publication(source, state="Udkast")
    assert write_markdown(draft) == "# Et program\n\nUdkast\n\nRådet\n\n## Mål\n"


def test_links_lead_to_the_anchors_that_github_makes() -> None:
    source = (
        "# Økonomi & drift {#a}\n\n# Mål {#b}\n\n# Mål {#c}\n\n# Jura {#d}\n\n"
        "[a](#a) [b](#b) [c](#c) [d](#d) [e](https://x.dk/#a) [f](#borte)\n"
    )
    assert write_markdown(publication(source)).splitlines()[-1] == (
        "[a](#økonomi--drift) [b](#mål) [c](#mål-1) [d](#jura-1) [e](https://x.dk/#a) [f](#borte)"
    )


def test_contents_are_nested_links() -> None:
    source = (
        '<!-- wp: contents depth="2" /-->\n\n'
        "# A *b*[^1] {#x}\n\n## C {#y}\n\n### D {#z}\n\n# E {#w}\n\n[^1]: Note\n"
    )
    assert write_markdown(publication(source)).startswith(
        "# Jura\n\n**Indhold**\n\n- [A b](#a-b)\n  - [C](#c)\n- [E](#e)\n\n## A *b*[^1]\n\n### C\n"
    )


def test_contents_under_a_heading_have_no_other_title() -> None:
    source = '# Indhold\n\n<!-- wp: contents depth="1" /-->\n\n# A\n'
    assert write_markdown(publication(source)) == ("# Jura\n\n## Indhold\n\n- [A](#a)\n\n## A\n")


def test_frames_of_the_template_become_markdown() -> None:
    source = """\
<!-- wp: facts -->

- **Ansvarlig:** Åse

- **Status:** Godkendt

<!-- /wp: facts -->

<!-- wp: notice -->

Et *udkast*.

<!-- /wp: notice -->

<!-- wp: table row-headers widths="2 1" -->

Beløb i *mio. kr.*

| År | Sum |
|---|---:|
| 2027 | 1,5 |

<!-- /wp: table -->

<!-- wp: page-break /-->

<!-- wp: figure -->

![En kurve](<asset:attachments/en kurve.png>)

Kurven

<!-- /wp: figure -->
"""
    made = publication(source, assets={"attachments/en kurve.png": b"x", "other.svg": b"y"})
    assert (
        write_markdown(made)
        == """\
# Jura

- **Ansvarlig:** Åse
- **Status:** Godkendt

> Et *udkast*.

*Beløb i mio. kr.*

| År   | Sum |
| ---- | --: |
| 2027 | 1,5 |

![En kurve](jura-assets/attachments/en%20kurve.png)

*Kurven*
"""
    )
    assert asset_paths(made) == {"attachments/en kurve.png": "jura-assets/attachments/en kurve.png"}
    assert asset_files(made) == {"one-pagers/jura-assets/attachments/en kurve.png": b"x"}


@pytest.mark.parametrize("names", [(), ("content/one-pagers/naturkortet.md",)])
def test_a_publication_is_written_canonically(names: tuple[str, ...]) -> None:
    written = write_markdown(publish(EXAMPLE, *names))
    assert anew(written) == written
    assert all(line == line.rstrip() for line in written.splitlines())
