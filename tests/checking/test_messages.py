"""How the details of a finding are put into words."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wp.errors import WpError
from wp.findings import Finding, Nature, Rule, Span, Term
from wp.language.errors import ERRORS, render_error
from wp.language.findings import MESSAGES, TERMS
from wp.language.messages import Language, _Words, counted, place, render, shown


def words(name: str, language: Language, /, **params: object) -> str:
    rule = Rule("WP999", name, Nature.FALSE)
    return render(Finding(rule, "x.md", Span(1, 1, 1, 1), params), language).message


@pytest.mark.parametrize(
    ("pointer", "danish", "english"),
    [
        (("title",), "“title”", "“title”"),
        (("goals", 0), "punkt 1 under “goals”", "entry 1 under “goals”"),
        (("period", "end"), "“end” under “period”", "“end” under “period”"),
        (
            ("activities", 1, "cost", "2027"),
            "“2027” under “cost” i punkt 2 under “activities”",
            "“2027” under “cost” in entry 2 under “activities”",
        ),
        ((), "", ""),
    ],
)
def test_places_are_named_as_a_person_would(
    pointer: tuple[str | int, ...], danish: str, english: str
) -> None:
    assert (place(pointer, "da"), place(pointer, "en")) == (danish, english)


def test_where_something_is_missing() -> None:
    said = [words("missing-field", "da", key="who", inside=at) for at in ((), ("a",), ("a", 1))]
    assert said == [
        "Feltet “who” mangler.",
        "Feltet “who” mangler under “a”.",
        "Feltet “who” mangler i punkt 2 under “a”.",
    ]


def test_one_and_many() -> None:
    params = {"title": "Mål", "limit": 20}
    assert words("too-few-words", "en", count=1, **params).startswith(
        "The section “Mål” has 1 word;"
    )
    assert words("too-few-words", "en", count=0, **params).startswith(
        "The section “Mål” has 0 words;"
    )
    assert words("too-few-words", "da", count=1, **params).startswith(
        "Afsnittet “Mål” er på 1 ord;"
    )


@pytest.mark.parametrize(
    ("known", "danish"),
    [(["a"], "“a”"), (["a", "b"], "“a” eller “b”"), (list("abc"), "“a”, “b” eller “c”")],
)
def test_lists_are_joined_by_a_word(known: list[str], danish: str) -> None:
    params = {"id": "x", "collections": known, "files": ["y"], "several": {}}
    assert words("dangling-reference", "da", **params) == f"“x” findes ikke under {danish}."


def test_our_own_words_have_no_quotation_marks() -> None:
    params = {"at": ("a",), "wanted": [Term("type.array")], "actual": Term("actual.object")}
    said = words(
        "wrong-type", "da", value=Term("value.it"), how=Term("how.array"), entry={}, **params
    )
    assert said == "Ved “a” skal der stå en liste, men det er felter med navn og værdi."


def test_a_suggestion_is_added_when_there_is_one() -> None:
    params = {"dest": "a", "path": "b"}
    assert words("missing-file", "en", near="c", **params).endswith(" Did you mean “c”?")
    assert not words("missing-file", "en", near="", **params).endswith("?")


def test_decimals_are_written_as_in_the_language() -> None:
    params = {"bytes": 2.4, "limit": 2.0}
    assert "2,4 MB" in words("too-large", "da", **params)
    assert "2.4 MB" in words("too-large", "en", **params)
    assert "2 MB" in words("too-large", "en", **params)


@given(st.text())
def test_what_a_document_says_is_shown_on_one_line(text: str) -> None:
    said = shown(text)
    assert said.isprintable() and len(said) <= 100


def test_braces_in_a_document_are_only_braces() -> None:
    assert "“{near} {0} {x:or}”" in words("raw-html", "da", tag="{near} {0} {x:or}")


# Numbers


# How many of something a sentence tells of; its other details are names, dates and places.
COUNTS = {"count", "length", "limit", "least", "lines", "minutes", "outcomes", "pages"}
# These are never one: limits of ours, and the words of a sentence beyond a limit of at least one.
NEVER_ONE = {"too-many-headings", "yaml-too-deep", "yaml-too-many", "long-sentence"}


class _Ones(_Words):
    """Fills every count of a sentence with 1, everything else with x."""

    def get_value(self, key: object, args: object, kwargs: object) -> object:
        return 1 if key in COUNTS else "x"

    def format_field(self, value: object, format_spec: str) -> str:
        return counted(value, format_spec) if "|" in format_spec else str(value)


# A noun in the plural, or a verb, right behind the number 1.
MANY = {
    "en": re.compile(r"(?<![\w=–-])1 (?!is\b|was\b|has\b)\w+s\b|(?<![\w=–-])1 are\b"),
    "da": re.compile(r"(?<![\w=–-])1 (?!er\b|eller\b)\w+er\b"),
}
SENTENCES = [
    pytest.param(text, language, id=f"{name}-{language}-{number}")
    for language in ("da", "en")
    for name, texts in (
        *((name, (t[language].message, t[language].help)) for name, t in MESSAGES.items()),
        *((name, (t[language],)) for name, t in {**ERRORS, **TERMS}.items()),
    )
    for number, text in enumerate(texts)
    if name not in NEVER_ONE
]


@pytest.mark.parametrize(("text", "language"), SENTENCES)
def test_one_is_never_followed_by_the_word_for_many(text: str, language: Language) -> None:
    said = _Ones(language).vformat(text, (), {})
    assert not MANY[language].search(said), said


@pytest.mark.parametrize(
    ("name", "params", "danish", "english"),
    [
        (
            "too-long",
            {"at": ("title",), "length": 2, "limit": 1},
            "Teksten ved “title” er på 2 tegn; der må højst være 1.",
            "The text at “title” has 2 characters; it may have at most 1.",
        ),
        (
            "too-short",
            {"at": ("title",), "length": 1, "limit": 3},
            "Teksten ved “title” er på 1 tegn; der skal være mindst 3.",
            "The text at “title” has 1 character; it needs at least 3.",
        ),
        (
            "too-many-words",
            {"title": "Mål", "count": 2, "limit": 1},
            "Afsnittet “Mål” er på 2 ord; der må højst være 1.",
            "The section “Mål” has 2 words; it may have at most 1.",
        ),
        (
            "unknown-field",
            {"key": "x", "inside": (), "known": ["who"]},
            "Skabelonen har ikke noget felt “x”.",
            "The template has no field “x”.",
        ),
        (
            "too-many-topics",
            {"name": "Anna Berg", "count": 1, "limit": 0},
            "Anna Berg er ansvarlig for 1 emne. Programmet regner med højst 0.",
            "Anna Berg is responsible for 1 topic. The programme allows at most 0.",
        ),
        (
            "too-many-pages",
            {"pages": 2, "limit": 1, "lines": 1, "longest": {}},
            "Dokumentet fylder 2 sider, men må fylde 1. Det er 1 linje for langt.",
            "The document fills 2 pages but may fill 1. It is 1 line too long.",
        ),
        (
            "too-many-pages",
            {
                "pages": 2,
                "limit": 1,
                "lines": 3,
                "longest": {"section": "a|b {c}", "words": 1, "most": 2},
            },
            "Dokumentet fylder 2 sider, men må fylde 1. Det er 3 linjer for langt. “a|b {c}” er "
            "længst i forhold til sin egen grænse: 1 ord af højst 2.",
            "The document fills 2 pages but may fill 1. It is 3 lines too long. “a|b {c}” is "
            "longest against its own limit: 1 word of at most 2.",
        ),
        *(
            (
                "limb-unanswered",
                {"number": 3, "limbs": 3, "outcomes": outcomes, "which": ""},
                f"Indstillingen til punkt 3 har 3 led, men referatet giver {danish} svar. ",
                f"The recommendation of item 3 has 3 limbs, but the minutes give {english}. ",
            )
            for outcomes, danish, english in (
                (0, "intet klart", "no clear answer"),
                (1, "kun ét klart", "only one clear answer"),
                (2, "kun 2 klare", "only 2 clear answers"),
            )
        ),
    ],
)
def test_none_one_and_two(name: str, params: dict[str, object], danish: str, english: str) -> None:
    assert (words(name, "da", **params), words(name, "en", **params)) == (danish, english)


@pytest.mark.parametrize(
    ("length", "danish", "english"),
    [
        (0, "har 0 tegn", "has 0 characters"),
        (1, "har 1 tegn", "has 1 character."),
        (2, "har 2 tegn", "has 2 characters."),
    ],
)
def test_an_error_counts_too(length: int, danish: str, english: str) -> None:
    error = WpError("title-length", title="ab", field="title", least=3, most=90, length=length)
    assert danish in render_error(error, "da")
    assert english in render_error(error, "en")
