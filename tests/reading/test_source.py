"""Bytes to text, with the positions of the file."""

import pytest

from wp.findings import Span
from wp.reading.source import MAX_BYTES, Source, decode

DANISH = "Rødgrød på æblegrød – “åh”\n"


@pytest.mark.parametrize(
    ("codec", "name"),
    [("cp1252", "Windows-1252"), ("mac_roman", "Mac OS Roman"), ("utf-16", "UTF-16")]
    + [("utf-16-le", "UTF-16"), ("utf-16-be", "UTF-16")],
)
def test_the_likeliest_encoding_is_guessed(codec: str, name: str) -> None:
    source, faults = decode("x.md", (DANISH * 3).encode(codec))
    assert ("not-utf-8", name) in [(f.name, f.params.get("encoding")) for f in faults]
    assert source.text == DANISH * 3


@pytest.mark.parametrize(
    ("data", "span"),
    [
        (b"a\nb\xe6c\n", Span(2, 2, 2, 3)),
        (b"a\r\nb\r\n\xe6", Span(3, 1, 3, 2)),
        (b"a\rb\xe6", Span(2, 2, 2, 3)),
        (b"\xef\xbb\xbfa\xe6", Span(1, 2, 1, 3)),
        ("æø".encode() + b"\xe6", Span(1, 3, 1, 4)),
    ],
)
def test_the_first_wrong_byte_is_pointed_at(data: bytes, span: Span) -> None:
    fault = next(f for f in decode("x.md", data)[1] if f.name == "not-utf-8")
    assert fault.span == span


def test_marks_and_line_ends_move_nothing() -> None:
    plain, none = decode("x.md", b"en\nto\ntre")
    for data in (b"\xef\xbb\xbfen\nto\ntre", b"en\r\nto\r\ntre", b"en\rto\rtre", b"en\r\nto\rtre"):
        source, faults = decode("x.md", data)
        assert source.text == plain.text
        assert faults and not none
    assert decode("x.md", b"en\nto\r\ntre")[1][0].span == Span(2, 3, 2, 3)


def test_invisible_characters_become_spaces_of_the_same_length() -> None:
    text = "a\x00b\x0bc\x85d\u2028e\u202ef\ufeffg\u200bh"
    source, faults = decode("x.md", text.encode())
    assert source.text == "a b c d e f g h"
    assert [(f.name, f.span.column, f.params["character"]) for f in faults] == [
        ("control-character", 2, "U+0000"),
        ("bidi-override", 10, "U+202E"),
    ]


def test_a_file_too_large_is_not_decoded() -> None:
    source, faults = decode("x.md", b"x" * (MAX_BYTES + 1))
    assert (source.text, [f.name for f in faults]) == ("", ["too-large"])
    assert decode("x.md", b"x" * MAX_BYTES)[1] == ()


def test_spans_count_characters_in_either_kind_of_offset() -> None:
    source = Source("x.md", "æ😀\nbø\n")
    assert source.span(1, 2) == Span(1, 2, 1, 3)
    assert source.byte_span(2, 6) == Span(1, 2, 1, 3)
    assert source.span(3, 5) == source.byte_span(7, 10) == Span(2, 1, 2, 3)
    assert [source.line(n) for n in range(5)] == ["", "æ😀", "bø", "", ""]
    assert Source("x.md", "  ab  ").line_span(1) == Span(1, 3, 1, 5)
    assert Source("x.md", "   ").line_span(1) == Span(1, 4, 1, 4)
