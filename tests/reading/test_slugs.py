"""Anchors as GitHub makes them, and ids as this project writes them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wp.reading.slugs import make_id, slug, slugs


@pytest.mark.parametrize(
    ("title", "anchor"),
    [
        ("Mål", "mål"),
        ("Baggrund og motivation", "baggrund-og-motivation"),
        ("Pkt. 5 Videre drøftelse – ÆØÅ", "pkt-5-videre-drøftelse--æøå"),
        ("v/formanden (kort)", "vformanden-kort"),
        ("under_streg-og  to", "under_streg-og--to"),
        ("  omgivet  ", "omgivet"),
        ("a\u030a", "å"),  # decomposed, as macOS writes it
        ("½ og ²", "-og-"),
        ("!", ""),
    ],
)
def test_slug(title: str, anchor: str) -> None:
    assert slug(title) == anchor


def test_repeated_headings_get_numbers_that_are_free() -> None:
    titles = ["Foo", "Foo", "Foo 1", "Foo", "foo"]
    assert list(slugs(titles)) == ["foo", "foo-1", "foo-1-1", "foo-2", "foo-3"]


@given(st.lists(st.text(max_size=6)))
def test_no_two_anchors_are_the_same(titles: list[str]) -> None:
    found = list(slugs(titles))
    assert len(set(found)) == len(found) == len(titles)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Værdi for patienter & Lighed", "vaerdi-for-patienter-lighed"),
        ("Søren Åbo-Ærø", "soeren-aabo-aeroe"),
        ("NGC's jurist", "ngcs-jurist"),
        ("José Müller", "jose-mueller"),
        ("a\u030a", "aa"),
        ("  --  ", ""),
        ("2025-06-17", "2025-06-17"),
    ],
)
def test_make_id(text: str, name: str) -> None:
    assert make_id(text) == name


@given(st.text())
def test_an_id_is_its_own_id(text: str) -> None:
    assert make_id(make_id(text)) == make_id(text)
