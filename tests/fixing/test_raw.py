"""Edits on a file's bytes: the same places, whatever its line ends and its first bytes are."""

import pytest

from wp.findings import Edit, Layer, Span
from wp.fixing.raw import apart, edited, is_as_read
from wp.reading.source import decode


def at(line: int, column: int, end_line: int, end_column: int, text: str) -> Edit:
    return Edit(Span(line, column, end_line, end_column), text)


MARK = Edit(Span(1, 1, 1, 1), "", Layer.MARK)
LINE_ENDS = Edit(Span(1, 1, 1, 1), "", Layer.LINE_ENDS)


@pytest.mark.parametrize(
    ("before", "edits", "after"),
    [
        ("ab\ncd\n", [at(2, 1, 2, 2, "x")], "ab\nxd\n"),
        ("ab\ncd\n", [at(2, 2, 2, 2, "x"), at(1, 1, 1, 2, "")], "b\ncxd\n"),
        ("ab\r\ncd\r\n", [at(2, 1, 2, 2, "x")], "ab\r\nxd\r\n"),
        ("ab\r\ncd\r\n", [at(2, 1, 2, 1, "x\n")], "ab\r\nx\r\ncd\r\n"),
        ("ab\r\ncd\nef", [at(3, 3, 3, 3, "\n")], "ab\r\ncd\nef\n"),
        ("ab\rcd\r", [at(1, 1, 1, 1, "x\n")], "x\rab\rcd\r"),
        ("ab", [at(1, 3, 1, 3, "\n")], "ab\n"),
        ("ab\ncd\n", [at(1, 2, 2, 2, "")], "ad\n"),
        ("ab\ncd\n", [at(3, 1, 3, 1, "ef\n")], "ab\ncd\nef\n"),
        ("\ufeffab\r\n", [at(1, 1, 1, 2, "x")], "\ufeffxb\r\n"),
        ("\ufeffab\r\n", [MARK], "ab\r\n"),
        ("\ufeffab\r\nc\rd", [LINE_ENDS], "\ufeffab\nc\nd"),
        ("\ufeffab\r\ncd", [LINE_ENDS, MARK, at(2, 1, 2, 3, "æøå\n")], "ab\næøå\n"),
        ("a\x0bb\x0cæ\u2028\n", [at(1, 5, 1, 6, "ø")], "a\x0bb\x0cø\u2028\n"),
        ("", [at(1, 1, 1, 1, "x\n")], "x\n"),
    ],
)
def test_edited(before: str, edits: list[Edit], after: str) -> None:
    assert edited(before.encode(), edits).decode() == after


def test_edits_that_can_be_made_together() -> None:
    first, second = at(1, 1, 1, 3, "x"), at(1, 3, 2, 1, "y")
    assert apart([second, first]) == [second, first]
    assert apart([first, at(1, 2, 1, 4, ""), second]) == [first, second]
    assert apart([at(1, 2, 1, 2, "x"), at(1, 2, 1, 2, "y")]) == [at(1, 2, 1, 2, "x")]
    assert apart([at(1, 1, 9, 1, ""), at(3, 1, 3, 1, "x")]) == [at(1, 1, 9, 1, "")]
    assert apart([first, MARK, LINE_ENDS]) == [first, MARK, LINE_ENDS]


def test_what_reading_put_a_space_for_is_not_as_read() -> None:
    data = "\ufeffab\x0b\r\ncd\n".encode()
    source, _ = decode("content/x.md", data)
    assert is_as_read(data, source, Span(1, 1, 1, 3))
    assert is_as_read(data, source, Span(2, 1, 2, 3))
    assert not is_as_read(data, source, Span(1, 2, 2, 1))
