"""The Danish alphabet."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wp.language.collation import sort_key


@pytest.mark.parametrize(
    "ordered",
    [
        ["Andersen", "Zola", "Ærø", "Østerbro", "Århus"],
        ["zebra", "Æble", "økse", "ål"],
        ["Aborg", "Zeeberg", "Aabenraa", "Åkirke"],
        ["Mylius", "Müller", "Mynte", "Møller"],
        ["Öberg", "Østergaard"],
        ["Cafe", "Café", "Cafeteria"],
        ["Deling af data", "Deling-test", "Delingen"],
        ["2 spor", "Anden sag"],
        ["Best practice", "Forskning", "Værdi for patienter", "Åbne data"],
    ],
)
def test_order(ordered):
    turned = ordered[::-1]
    assert sorted(turned, key=sort_key) == ordered


def test_letters_written_in_two_parts_sort_as_one():
    assert sort_key("A\u030arhus")[0] == sort_key("Århus")[0] == sort_key("Aarhus")[0]


@given(st.text())
def test_any_text_has_a_key(text):
    assert sort_key(text) == sort_key(text)
    assert sort_key(text)[1] == text
