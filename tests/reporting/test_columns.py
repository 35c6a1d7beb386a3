"""Marks stand under what they mean, whatever a terminal needs for the characters before them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from wp.reporting.columns import columns, flat, width
from wp.reporting.excerpt import LONGEST, excerpt

CHARACTERS = [
    "a", "æ", "e\u0301", "\u00ad", "a\u2060", "漢", "Ａ", "。", "한", "ᄒ\u1161\u11ab", "ｶﾞ", "👍",
    "👍🏽", "👩‍👩‍👧", "❤", "❤\ufe0f", "1\ufe0f\u20e3", "🇩🇰", "กำ", "—", "“", " ",
]  # fmt: skip
TEXTS = st.lists(st.sampled_from([*CHARACTERS, "\t"]), max_size=80).map("".join)


@pytest.mark.parametrize(
    ("text", "as_shown", "columns_taken"),
    [
        ("", "", 0),
        ("æøå", "æøå", 3),
        ("a\tb", "a    b", 6),
        ("漢字", "漢字", 4),
        ("e\u0301", "e\u0301", 1),
        ("\u0301", "\u0301", 0),
        ("ᄒ\u1161\u11ab", "ᄒ\u1161\u11ab", 2),
        ("👍🏽x", "👍x", 3),
        ("👩🏽‍🚀", "👩", 2),
        ("👩‍👩‍👧x", "👩x", 3),
        ("👩‍❤\ufe0f‍👩", "👩", 2),
        ("❤", "❤", 1),
        ("❤\ufe0f", "❤", 1),
        ("1\ufe0f\u20e3", "1\u20e3", 1),
        ("🇩🇰", "🇩🇰", 2),
        ("a\u200db\u00adc\u2060", "abc", 3),
        ("a\u200d👩", "a👩", 3),
        ("\t🏽", "    🏽", 6),
    ],
)
def test_the_columns_of_a_text(text: str, as_shown: str, columns_taken: int) -> None:
    assert (flat(text), width(text)) == (as_shown, columns_taken)


@given(st.lists(st.sampled_from(CHARACTERS), max_size=20).map("".join))
def test_they_are_those_that_lines_are_folded_by(text: str) -> None:
    """rich, which folds prose at the terminal's width, has tables of its own."""
    assert width(text) == cell_len(flat(text))


def test_a_character_drawn_with_another_has_its_columns() -> None:
    assert columns("xe\u0301y") == [(0, 1), (1, 2), (1, 2), (2, 3)]
    assert columns("👍🏽x") == [(0, 2), (0, 2), (2, 3)]
    assert columns("漢x") == [(0, 2), (2, 3)]


def shown(text: str, start: int, end: int, columns: int | None = None) -> list[str]:
    return [line.plain for line in excerpt(text, 7, start, end, "^", "", columns)]


@pytest.mark.parametrize(
    ("text", "part", "expected"),
    [
        ("status: x", "x", ["    7 | status: x", "      |         ^"]),
        ("\t- a\tb", "b", ["    7 |     - a    b", "      |            ^"]),
        ("漢字 e\u0301 her", "her", ["    7 | 漢字 e\u0301 her", "      |        ^^^"]),
        ("漢字 her", "字", ["    7 | 漢字 her", "      |   ^^"]),
        ("e\u0301e\u0301!", "\u0301e", ["    7 | e\u0301e\u0301!", "      | ^^"]),
        ("👩‍👩‍👧 her", "her", ["    7 | 👩 her", "      |    ^^^"]),
    ],
)
def test_marks_stand_under_what_they_mean(text: str, part: str, expected: list[str]) -> None:
    start = text.index(part)
    assert shown(text, start, start + len(part)) == expected


def test_what_has_no_width_and_what_lies_past_the_end_gets_one_mark() -> None:
    assert shown("abc", 1, 1) == ["    7 | abc", "      |  ^"]
    assert shown("abc", 3, 3) == ["    7 | abc", "      |    ^"]
    assert shown("abc", 9, 12) == ["    7 | abc", "      |    ^"]
    assert shown("漢", 1, 1) == ["    7 | 漢", "      |   ^"]


def test_a_long_line_is_shown_around_what_is_marked() -> None:
    text = "".join(f"{number:03} " for number in range(100))
    start = text.index("050")
    line, marks = shown(text, start, start + 3, 40)
    assert line == "    7 | … 047 048 049 050 051 052 053 …"
    assert line.index("050") == marks.index("^^^")
    assert shown(text, 0, 3, 40) == [
        "    7 | 000 001 002 003 004 005 006 …",
        "      | ^^^",
    ]
    line, marks = shown(text, len(text.rstrip()) - 3, len(text.rstrip()), 40)
    assert line == "    7 | … 93 094 095 096 097 098 099"
    assert line.index("099") == marks.index("^^^")


def test_an_endless_line_is_cut_alike_and_at_once() -> None:
    """A million characters with a thousand findings must not take a thousand times a second."""
    text = "漢" * 500_000 + "her" + "漢" * 500_000
    for _ in range(200):
        line, marks = shown(text, 500_000, 500_003, 40)
    half = "漢" * 6
    assert line == f"    7 | … {half}her{half} …"
    assert cell_len(line[: line.index("her")]) == marks.index("^^^")
    assert shown(text, 0, 500_000, 40)[1] == "      | " + "^" * 26


def test_a_line_number_of_any_length_keeps_the_marks_in_place() -> None:
    line, marks = [item.plain for item in excerpt("abc", 1234567, 1, 2, "^", "", None)]
    assert (line, marks) == ("1234567 | abc", "        |  ^")


@given(TEXTS, st.data(), st.sampled_from([None, 10, 30, 40, 80, 200]))
def test_no_line_is_wider_than_the_terminal_and_marks_are_in_place(
    text: str, data: st.DataObject, terminal: int | None
) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    line, marks = (item.plain for item in excerpt(text, 7, start, end, "^", "", terminal))
    room = LONGEST + 9 if terminal is None else max(terminal, 29)
    assert width(line) <= room
    assert width(marks) <= room
    assert set(marks[8:].lstrip()) == {"^"}, "one stretch of marks, and at least one"
    whole = flat(text).rstrip()
    if line == f"    7 | {whole}".rstrip() and start < end:
        places = columns(text)
        assert marks.index("^") - 8 == places[start][0]
        assert len(marks) - 8 == max(places[end - 1][1], places[start][0] + 1)
