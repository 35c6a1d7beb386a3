"""Links that say more than the parser's own events do."""

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
