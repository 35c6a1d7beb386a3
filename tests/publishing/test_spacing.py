"""What belongs together stays on one line, and no word changes."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wp.publishing.compose import Composer, Cover
from wp.publishing.formats import FORMATS
from wp.publishing.selection import publications
from wp.publishing.spacing import held, held_tree
from wp.reading.markup import parse
from wp.reading.repository import read_repository

EXAMPLE = Path(__file__).parents[1] / "eksempelraadet"

# "~" stands for a space that holds.
DANISH = [
    "Det koster 1,5~mio.~kr., jf.~§~5, stk.~2, nr.~7.",
    "Den 3.~marts 2027 kl.~12 brugte vi 12~000~kr. og 1~234~567~kr.",
    "Ca.~30~% af 4~TB, 50 × 50~m, 5~pct. og 20~°C i uge~12",
    "Se punkt~4, side~3, figur~2, Tabel~10, bilag~A, kap.~7, s.~12 og version~1.0.",
    "Efter H.~C.~Andersen, H.C.~Andersen og C.~Skabelon",
    "I 2.~kvartal 2028 holdes 3. møde for 5 medlemmer, og i 2027 112 kortlag.",
    "Bilag~A. Det næste; budget i mio.~kr.; fra 2027 og frem; kl.12; et nr. mere",
    "§§~5 og 6, §~42~a og §~5 i loven",
    "DKK~200 og 3~EUR; A B C; O.~Eksempel skrev afsnit~2",
]
ENGLISH = [
    "On 5~March 2027 it cost DKK~1.5~million, see page~3, Annex~A, item~4 and no.~4.",
    "J.~P.~Smith wrote 30~% on p.~5; it may take 3 weeks, and may 5 others follow.",
    "Den 3. marts, kl. 12, jf. bilag B i pkt. 4, cf.~there",
]


@pytest.mark.parametrize("text", DANISH)
def test_danish(text: str) -> None:
    assert held(text.replace("~", " "), "da") == text.replace("~", "\u00a0")


@pytest.mark.parametrize("text", ENGLISH)
def test_english(text: str) -> None:
    assert held(text.replace("~", " "), "en-GB") == text.replace("~", "\u00a0")


def test_an_unknown_language_is_left_alone() -> None:
    assert held("Den 3. marts kl. 12", "de") == "Den 3. marts kl. 12"


PIECES = st.sampled_from(
    ["3", "12", "000", "kr.", "mio.", "§", "jf.", "bilag", "A", "A.", "marts", "%", "kl.", "ord"]
    + [" ", " ", "  ", "\n", ",", "\u00a0"]
)


@given(st.lists(PIECES, max_size=30).map("".join), st.sampled_from(["da", "en"]))
def test_no_word_changes_and_twice_is_once(text: str, language: str) -> None:
    made = held(text, language)
    assert made.replace("\u00a0", " ") == text.replace("\u00a0", " ")
    assert held(made, language) == made


def test_a_line_end_in_the_source_holds_and_code_and_addresses_do_not() -> None:
    tree = parse("Den 3.\nmarts *kl. 12* `kl. 12` [jf. side 3](side%203 'side 3') ![side 3](x)\n")
    [paragraph] = held_tree(tree, "da").children
    assert [(node.kind, node.plain_text()) for node in paragraph.children] == [
        ("text", "Den 3.\u00a0marts "),
        ("emphasis", "kl.\u00a012"),
        ("text", " "),
        ("code", "kl. 12"),
        ("text", " "),
        ("link", "jf.\u00a0side\u00a03"),
        ("text", " "),
        ("image", "side 3"),
    ]
    link = paragraph.children[5]
    assert dict(link.attrs) == {"dest": "side%203", "title": "side 3"}


def test_captions_and_cells_hold_and_markdown_keeps_what_was_written(tmp_path: Path) -> None:
    folder = tmp_path / "templates" / "output"
    folder.mkdir(parents=True)
    (folder / "labels.yml").write_bytes(
        (EXAMPLE.parents[1] / "templates" / "output" / "labels.yml").read_bytes()
    )
    (folder / "own.md.j2").write_text(
        "<!-- wp: table -->\n\nUdgift i 2 mio. kr.\n\n| Tid    |\n| ------ |\n| kl. 12 |\n\n"
        "<!-- /wp: table -->\n",
        encoding="utf-8",
    )
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "programme.md").write_text("---\nlanguage: da\n---\n", encoding="utf-8")
    composer = Composer(read_repository(tmp_path), "da")
    made, _ = composer.compose(Cover(name="own", title="Prøve"), ("own.md.j2",), {})
    page = FORMATS["html"](made, tmp_path)["own.html"].decode("utf-8")
    assert "<caption><span>Udgift i 2\u00a0mio.\u00a0kr.</span></caption>" in page
    assert "<td>kl.\u00a012</td>" in page
    text = FORMATS["md"](made, tmp_path)["own.md"].decode("utf-8")
    assert text == "# Prøve\n\n*Udgift i 2 mio. kr.*\n\n| Tid    |\n| ------ |\n| kl. 12 |\n"


def test_the_example_says_the_same_words_in_every_format() -> None:
    [(made, _)] = publications(read_repository(EXAMPLE), [])
    assert made.plain is not None
    assert made.body.plain_text() != made.plain.plain_text()
    words = [tree.plain_text().split() for tree in (made.body, made.plain)]
    assert words[0] == words[1]
