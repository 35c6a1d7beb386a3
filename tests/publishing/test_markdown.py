"""The Markdown writer: laws over generated trees and texts, and what a publication becomes."""

from collections.abc import Sequence
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from wp.publishing.canonical import canonical
from wp.publishing.markdown import write_blocks
from wp.reading.markup import Node, parse

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
TEXT = st.one_of(
    st.text(CHARS, min_size=1, max_size=12),
    st.sampled_from(
        [
            "17. juni",
            "kl. 12.05",
            "Et_ord",
            "5 * 3",
            "- ",
            "# ",
            "1)",
            "[ ] ",
            "[a]: b",
            "***",
            "---",
        ]
        + [
            "&amp;",
            "&#35;",
            "<br>",
            "<b>",
            "https://x.dk/a_b",
            "a@b.dk",
            "{#id}",
            "~~",
            "| a |",
            "--",
        ]
    ),
    st.text(min_size=1, max_size=6),
)
DESTS = st.one_of(
    st.sampled_from(
        ["#maal", "https://x.dk/a_b?c=1&d=2", "mailto:a@b.dk", "a b.pdf", "a(b)c", "", "a|b"]
    ),
    st.text(CHARS, max_size=6),
)
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


@settings(max_examples=400, deadline=None)
@given(trees)
def test_a_written_tree_reads_back_as_itself(tree: list[Node]) -> None:
    whole = [*tree, *NOTES]
    assert shapes(parse(write_blocks(whole)).children) == shapes(canonical(whole))


@settings(max_examples=300, deadline=None)
@given(trees)
def test_the_normal_form_is_its_own(tree: list[Node]) -> None:
    once = canonical(tree)
    assert shapes(canonical(once)) == shapes(once)


PIECES = st.sampled_from(
    [
        "a",
        "b ",
        " ",
        "\n",
        "\n\n",
        "\n    ",
        "\n  ",
        "*",
        "**",
        "_",
        "__",
        "~",
        "~~",
        "`",
        "``",
        "```\n",
        "[",
        "]",
    ]
    + [
        "(",
        ")",
        "](x)",
        "![",
        "<",
        ">",
        "> ",
        "- ",
        "\n- ",
        "* ",
        "1. ",
        "\n2. ",
        "7) ",
        "# ",
        "## ",
        "\n# ",
        "---",
    ]
    + [
        "\n===\n",
        "|",
        "\n| a | b |\n|---|:-:|\n",
        " | ",
        "\\",
        "\\\n",
        "  \n",
        "&amp;",
        "&#32;",
        "&nbsp;",
        "!",
        "&",
    ]
    + [
        "<b>",
        "<br>",
        "<div>\n",
        "<!-- c -->",
        "<https://x.dk>",
        "<a@b.dk>",
        "[^1]",
        "\n[^1]: ",
        "[x]: y\n",
        "[x]",
    ]
    + [
        "[ ] ",
        "[x] ",
        "- [ ] ",
        "{#id}",
        " {.c k=v}",
        "\t",
        "***\n",
        "+ ",
        "=",
        ":",
        "é",
        "«",
        "\u3000",
        "\r\n",
        "#",
    ]
)
SOURCES = st.one_of(st.lists(PIECES, max_size=14).map("".join), st.text(CHARS, max_size=40))


@settings(max_examples=600, deadline=None)
@given(SOURCES)
def test_a_text_written_anew_says_the_same_and_stays(source: str) -> None:
    tree = canonical(parse(source).children)
    written = write_blocks(tree)
    again = parse(written).children
    assert shapes(again) == shapes(tree)
    assert write_blocks(again) == written
