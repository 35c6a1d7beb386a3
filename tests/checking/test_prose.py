"""Text as a reader sees it leads back to its place in the file, whatever stands between."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wp.checking.sentences import sentences
from wp.findings import Span
from wp.reading.document import Document, make_document
from wp.reading.prose import HIDDEN, all_prose, body_prose, field_prose
from wp.reading.repository import packaged_templates, read_templates
from wp.reading.source import Source

TEMPLATES = read_templates(packaged_templates())


def read(body: str, front: str = "title: Jura") -> Document:
    text = f"---\n{front}\n---\n{body}"
    return make_document(Source("content/one-pagers/x.md", text), TEMPLATES["one-pager"], ())


def under(document: Document, span: Span) -> str:
    """Return what stands in a file under a span."""
    rows = [document.source.line(number) for number in range(span.line, span.end_line + 1)]
    rows[-1] = rows[-1][: span.end_column - 1]
    rows[0] = rows[0][span.column - 1 :]
    return "\n".join(rows)


@pytest.mark.parametrize(
    ("body", "wanted", "written"),
    [
        ("Lene\nHolm kom.", "Lene Holm", "Lene\nHolm"),
        ("*Lene* **Holm** kom.", "Lene Holm", "Lene* **Holm"),
        ("Et [Lene Holm](x.md) kom.", "Lene Holm", "Lene Holm"),
        ("ÆØÅ & æøå: Lene Holm", "Lene Holm", "Lene Holm"),
        (r"\#løvfrø Lene \* Holm", "Lene * Holm", r"Lene \* Holm"),
        ("Fisk &amp; Lene &lt; Holm", "Lene < Holm", "Lene &lt; Holm"),
        ("| a | b |\n| - | - |\n| 1 | Lene Holm |", "Lene Holm", "Lene Holm"),
        ("- æ\n- Lene Holm\n  kom", "Holm kom", "Holm\n  kom"),
        ("> Lene\n> Holm", "Lene Holm", "Lene\n> Holm"),
        ("Note[^1]\n\n[^1]: Lene Holm", "Lene Holm", "Lene Holm"),
        ("### Lene Holm", "Lene Holm", "Lene Holm"),
    ],
)
def test_a_place_in_the_text_is_a_place_in_the_file(body: str, wanted: str, written: str) -> None:
    document = read(body)
    prose = next(prose for prose in body_prose(document) if wanted in prose.text)
    start = prose.text.index(wanted)
    assert under(document, prose.span(start, start + len(wanted))) == written


@pytest.mark.parametrize(
    ("front", "wanted", "written"),
    [
        ("title: Lene Holm", "Lene Holm", "Lene Holm"),
        ('title: "Om \\"Lene Holm\\""', "Lene Holm", "Lene Holm"),
        ("title: 'Lene''s Holm'", "Lene's Holm", "Lene''s Holm"),
        ("title: >-\n  Om Lene\n  Holm her", "Lene Holm", "Lene\n  Holm"),
        ("title: Om Lene\n  Holm her", "Lene Holm", "Lene\n  Holm"),
        ("awaiting: æøå Lene Holm", "Lene Holm", "Lene Holm"),
    ],
)
def test_a_place_in_a_field_is_a_place_in_the_file(front: str, wanted: str, written: str) -> None:
    document = read("", front)
    (prose,) = field_prose(document)
    start = prose.text.index(wanted)
    assert under(document, prose.span(start, start + len(wanted))) == written


def test_what_is_no_text_of_the_writers_is_not_read() -> None:
    document = read(
        "Se `Lene Holm` og ![Lene Holm](a.png) <b>her</b>.\n\n```\nLene\n```\n\n<!-- Lene -->\n",
        "title: Jura\nstatus: draft\nfocus_area: lene\nresponsible: [{who: lene, role: primary}]",
    )
    assert [prose.text for prose in all_prose(document)] == [
        "Jura",
        f"Se {HIDDEN} og {HIDDEN} her.",
    ]


@given(st.text(alphabet="aå *_[]()\\`&;<>#|-\n\t1.:!æ\"'", max_size=60))
def test_every_character_has_a_place(body: str) -> None:
    document = read(body)
    for prose in body_prose(document):
        for at, char in enumerate(prose.text):
            found = under(document, prose.span(at, at + 1))
            assert found, (body, prose.text, at)
            if prose.is_exact(at, at + 1):
                assert found == char
        prose.span(0, len(prose.text))


@given(st.text(alphabet="Aaåb .!?…\n()“”1,:", max_size=80))
def test_sentences_are_the_whole_text_in_order(text: str) -> None:
    parts = list(sentences(text))
    assert all(text[start:end].strip() == text[start:end] != "" for start, end in parts)
    assert all(one[1] <= two[0] for one, two in pairwise(parts))
    assert "".join("".join(text[s:e].split()) for s, e in parts) == "".join(text.split())


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Det er godt. Det er skidt! Er det? Ja.", 4),
        ("Rådet mødes den 4. maj kl. 10.00, jf. Dahls notat, i lokale 3.", 1),
        ("Rammen er 21,0 mio. kr. Beslutningen erstatter den foregående.", 2),
        ("Det sker i 2027. Rådet følger med.", 2),
        ("Fx Bo Dahl, evt. Anna Berg og dr. Holm.", 1),
        ("A. Berg og B. Dahl skriver.", 1),
        ("1. Kravene skrives. 2. Kravene læses.", 2),
        ("Han sagde: “Nej.” Hun gik.", 2),
        ("Uden punktum", 1),
        ("", 0),
    ],
)
def test_where_a_sentence_ends(text: str, parts: int) -> None:
    assert len(list(sentences(text))) == parts
