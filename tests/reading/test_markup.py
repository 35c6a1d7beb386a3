"""Links that say more than the parser's own events do."""

from typing import Any

import pytest

from wp.reading.languages import is_language
from wp.reading.markup import parse, undefined


def missing(text: str) -> list[tuple[str, str, str]]:
    data = text.encode()
    return [
        (kind, label, data[start:end].decode())
        for kind, label, start, end in undefined(text, parse(text))
    ]


def test_references_that_nothing_defines() -> None:
    text = "Æ [a][x] ![b][y] [c][] [d][z] [e] [[f]]\n\n| [g][q] | h |\n| - | - |\n\n[z]: her.md\n"
    assert missing(text) == [
        ("link", "x", "[a][x]"),
        ("image", "y", "![b][y]"),
        ("link", "c", "[c]"),
        ("link", "q", "[g][q]"),
    ]


def test_footnotes_that_nothing_defines() -> None:
    text = "Å[^1] og[^to] og \\[^c] og `[^d]`.\n\n    [^e]\n\n[^1]: Se[^tre].\n"
    assert missing(text) == [("footnote", "to", "[^to]"), ("footnote", "tre", "[^tre]")]


def test_an_address_in_pointed_brackets_is_a_mail_link() -> None:
    (link,) = (node for node in parse("<a@b.dk>").walk() if node.kind == "link")
    assert link.attrs["dest"] == "mailto:a@b.dk"


def marked(text: str) -> list[tuple[str, str]]:
    """Return the passages that a text marks: each one's language and words."""
    return [(n.attrs["lang"], n.plain_text()) for n in parse(text).walk() if n.kind == "language"]


@pytest.mark.parametrize(
    ("text", "found", "shown"),
    [
        ("Om [Genome *UK*]{lang=en}.", [("en", "Genome UK")], "Om Genome UK."),
        ("[a\nb]{lang=en-GB}", [("en-GB", "a b")], "a b"),
        ("[a](b){lang=\"de\"} [c]{lang='fr'}", [("de", "a"), ("fr", "c")], "a c"),
        ("[a [b]{lang=fr}]{lang=en}", [("en", "a b"), ("fr", "b")], "a b"),
        ("## Om [Genome UK]{lang=en}", [("en", "Genome UK")], "Om Genome UK"),
        ("## a {lang=en}\nb\n### c\n## d\ne", [("en", "a"), ("en", "b"), ("en", "c")], "abcde"),
        ("> ## a {lang=en}\n> b\n\nc", [("en", "a"), ("en", "b")], "abc"),
        (r"\[a]{lang=en} [a\]{lang=en}", [], "[a]{lang=en} [a]{lang=en}"),
        (r"\\[a]{lang=en}", [("en", "a")], "\\a"),
        ("&#91;a]{lang=en} [a&#93;{lang=en}", [], "[a]{lang=en} [a]{lang=en}"),
        ("`[a]{lang=en}` [a] {lang=en} {lang=en}", [], "[a]{lang=en} [a] {lang=en} {lang=en}"),
        ("*[a*]{lang=en}", [], "[a]{lang=en}"),
        ("[a]{lang=}", [("", "a")], "a"),
        ("[" * 6 + "a" + "]{lang=en}" * 6, [("en", "a")] * 4, "[[a]{lang=en}]{lang=en}"),
    ],
)
def test_passages_in_another_language(text: str, found: list[Any], shown: str) -> None:
    assert marked(text) == found
    assert parse(text).plain_text() == shown


def test_a_note_below_a_heading_in_another_language_keeps_its_own() -> None:
    assert marked("a[^1]\n\n# b {lang=en}\n\n[^1]: c") == [("en", "b")]


@pytest.mark.parametrize("tag", ["en", "en-GB", "DE", "zh-Hant-TW", "es-419", "sl-rozaj", "gsw"])
def test_a_tag_that_names_a_language(tag: str) -> None:
    assert is_language(tag)


@pytest.mark.parametrize(
    "tag", ["", "dk", "gb", "e", "english", "en_GB", "en-", "en GB", "en-GB-", "<en>", "en" * 20]
)
def test_a_tag_that_names_none(tag: str) -> None:
    assert not is_language(tag)
