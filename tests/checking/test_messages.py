"""How the details of a finding are put into words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wp.findings import Finding, Nature, Rule, Span, Term
from wp.language.messages import Language, place, render, shown


def words(name: str, language: Language, **params: object) -> str:
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
    assert words("dangling-reference", "da", id="x", collections=known, files=["y"]) == (
        f"“x” findes ikke under {danish}."
    )


def test_our_own_words_have_no_quotation_marks() -> None:
    params = {"at": ("a",), "wanted": [Term("type.array")], "actual": Term("actual.object")}
    said = words("wrong-type", "da", value=Term("value.it"), how=Term("how.array"), **params)
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
