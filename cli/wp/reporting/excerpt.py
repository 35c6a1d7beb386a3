"""A source line with marks under a part of it, cut around that part where it is too long."""

from collections.abc import Iterator

from wp.reporting.columns import columns, flat
from wp.reporting.lines import FAINT, Line, line

LONGEST = 160  # columns of a source line that are shown where no terminal says how many fit
_LEAST = 20  # columns that are shown however narrow the terminal is
_DIGITS = 5
_NEAR = 2000  # characters on either side that may be shown
_BEFORE, _AFTER = "… ", " …"


def excerpt(
    text: str, number: int, start: int, end: int, mark: str, style: str, width: int | None = None
) -> Iterator[Line]:
    """Yield a source line under its number, and marks below its characters `start` to `end`.

    Offsets count characters from 0, the end exclusive; at least one mark is shown.
    `width` is that of the terminal in columns, None where there is none.
    """
    gutter = f"{number:>{_DIGITS}} | "
    room = LONGEST if width is None else min(LONGEST, max(_LEAST, width - len(gutter) - 1))
    start = min(start, len(text))
    end = max(min(end, len(text)), start)
    # of an endless line only what lies near is measured
    skipped, more = max(0, start - _NEAR), len(text) > start + _NEAR
    text = text[skipped : start + _NEAR]
    start, end = start - skipped, min(end - skipped, len(text))
    places = columns(text)
    total = places[-1][1] if places else 0
    left = places[start][0] if start < len(text) else total
    right = max(places[end - 1][1] if end > start else left, left + 1)
    low, high = _window(left, right, total, room)
    shown = [index for index, (at, to) in enumerate(places) if at >= low and to <= high]
    first, last = (shown[0], shown[-1] + 1) if shown else (0, 0)
    offset = places[first][0] if shown else 0
    before = _BEFORE if first or skipped else ""
    after = _AFTER if last < len(text) or more else ""
    yield line((gutter, FAINT), (before + flat(text[first:last]).rstrip() + after, ""), folds=False)
    right = max(left + 1, min(right, places[last - 1][1] if shown else 0))
    space = " " * (len(before) + left - offset)
    under = " " * (len(gutter) - 2) + "| "
    yield line((under, FAINT), (space, ""), (mark * (right - left), style), folds=False)


def _window(left: int, right: int, total: int, room: int) -> tuple[int, int]:
    """Return the columns that are shown: all, or as many as there is room for around the mark."""
    if total <= room:
        return 0, total
    inner = room - len(_BEFORE) - len(_AFTER)
    before = max((inner - (right - left)) // 2, inner // 4)
    low = max(0, min(left - before, total - inner))
    return low, low + inner
