"""Edits carried out on a file's bytes as they are.

A span counts in the text that was read, which is without a byte order mark and has LF alone at its
line ends. Neither moves a line or a column, so a span names the same place in the file, whatever
its line ends are; they are kept, and text that is put in gets those of the lines around it.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import accumulate

from wp.findings import Edit, Layer, Span
from wp.reading.source import Source

MARK = "\ufeff"
_ENDS = re.compile("(\r\n|\r|\n)")


def edited(data: bytes, edits: Sequence[Edit]) -> bytes:
    """Return a file's bytes, which must be UTF-8, after edits that don't overlap."""
    text = data.decode("utf-8")
    mark = MARK if text.startswith(MARK) else ""
    pieces = _ENDS.split(text.removeprefix(MARK))
    starts = [0, *accumulate(map(len, pieces))]
    text = "".join(pieces)

    def offset(line: int, column: int) -> int:
        return min(starts[2 * (line - 1)] + column - 1, len(text))

    parts: list[str] = []
    at = 0
    for edit in sorted(edits, key=lambda edit: edit.span):
        if edit.layer is not Layer.TEXT:
            continue
        span = edit.span
        parts += [text[at : offset(span.line, span.column)], _ended(edit.text, pieces, span.line)]
        at = offset(span.end_line, span.end_column)
    text = "".join([*parts, text[at:]])
    layers = {edit.layer for edit in edits}
    if Layer.LINE_ENDS in layers:
        text = _ENDS.sub("\n", text)
    return (("" if Layer.MARK in layers else mark) + text).encode("utf-8")


def _ended(text: str, pieces: Sequence[str], line: int) -> str:
    """Return a text with the line ends of the line that it is put into, or of the one above."""
    if "\n" not in text:
        return text
    ends = pieces[1 : 2 * line : 2]
    return text.replace("\n", ends[-1] if ends else "\n")


def apart(edits: Iterable[Edit]) -> list[Edit]:
    """Return those of some edits, the first ones first, that can be carried out together.

    Two can't that touch the same text or begin at the same place.
    """
    taken: list[Edit] = []
    places: list[tuple[tuple[int, int], tuple[int, int]]] = []
    for edit in edits:
        if edit.layer is Layer.TEXT:
            place = begin(edit.span), end(edit.span)
            at = bisect_left(places, place)
            after_one = at == 0 or _follows(places[at - 1], place)
            before_one = at == len(places) or _follows(place, places[at])
            if not (after_one and before_one):
                continue
            places.insert(at, place)
        taken.append(edit)
    return taken


def _follows(
    one: tuple[tuple[int, int], tuple[int, int]], other: tuple[tuple[int, int], tuple[int, int]]
) -> bool:
    return one[0] != other[0] and one[1] <= other[0]


def begin(span: Span) -> tuple[int, int]:
    """Return where a span begins: line and column."""
    return span.line, span.column


def end(span: Span) -> tuple[int, int]:
    """Return where a span ends: line and column."""
    return span.end_line, span.end_column


def is_as_read(data: bytes, source: Source, span: Span) -> bool:
    """Say whether a stretch of a file stands in it as it was read.

    Reading puts a space for a character that a text can't hold; an edit that moves text about would
    lose it.
    """
    lines = _lines(data)
    for number in range(span.line, span.end_line + 1):
        first = span.column - 1 if number == span.line else 0
        last = span.end_column - 1 if number == span.end_line else None
        if lines[number - 1][first:last] != source.line(number)[first:last]:
            return False
    return True


@lru_cache(maxsize=4)
def _lines(data: bytes) -> list[str]:
    """Return a file's lines without their ends, as they are; asked for once for each edit."""
    return _ENDS.split(data.decode("utf-8").removeprefix(MARK))[::2]
