"""What awaits what in the timeline: a fine arrow from one bar to the next, or a mark at the bar.

Every row holds one bar, so the right of it is free: an arrow leaves along its own row and drops at
the beginning of what awaits it. That never tangles within a one-pager, whose activities stand by
their beginnings. Into another one-pager it would cross that one's own line, and perhaps half the
picture; such a bar gets a ring before it instead, and so does one whose arrow would pass through a
bar between. The tables name them all.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from wp.publishing.pictures.drawing import INK, MUTED, WHITE, Drawing
from wp.publishing.pictures.rows import EDGE, Row

BAR = 13  # the height of a bar
LEGEND = 26  # that of the line which says what the signs mean
_INSET, _HEAD, _WIDTH = 4, 6, 1.2  # where an arrow drops, its head, its line
_RING, _HOLE, _OFF = 4.5, 3.0, 8.0  # a ring, the hole in it, its place before the bar
_CLEAR = 3  # between an arrow and a bar that it passes
_WORDS, _SIZE, _SECOND = 48, 16.0, 500  # the words of the legend, and where its second half begins


@dataclass(frozen=True, slots=True)
class Bar:
    """An activity as it is drawn: from `left` to `right`, with its middle at `y`."""

    row: Row
    left: float
    right: float
    y: float


@dataclass(frozen=True, slots=True)
class Signs:
    """What is drawn for the waiting: arrows between two bars, and the bars with a ring."""

    arrows: tuple[tuple[Bar, Bar], ...]
    rings: tuple[Bar, ...]


def awaits(rows: Sequence[Row]) -> bool:
    """Say whether any of the activities awaits another."""
    return any(row.awaits for row in rows)


def signs_of(bars: Sequence[Bar]) -> Signs:
    """Return the arrows that can be drawn clear of other bars, and the bars that need a ring.

    `bars` are those of one picture, from above.
    """
    places = {bar.row.ident: place for place, bar in enumerate(bars)}
    arrows, rings = [], []
    for place, bar in enumerate(bars):
        drawn = [
            (bars[first], bar)
            for ident in bar.row.awaits
            if (first := places.get(ident)) is not None and _clear(bars[first : place + 1])
        ]
        arrows += drawn
        if len(drawn) < len(bar.row.awaits):
            rings.append(bar)
    return Signs(tuple(arrows), tuple(rings))


def _clear(bars: Sequence[Bar]) -> bool:
    """Say whether an arrow from the first of these bars to the last passes through none between."""
    if not bars[1:]:  # it stands above what it awaits
        return False
    first, *between, last = bars
    x = _drop(last)
    return (
        first.row.topic == last.row.topic
        and first.right <= last.left + _CLEAR
        and not any(bar.left - _CLEAR < x < bar.right + _CLEAR for bar in between)
    )


def draw_signs(drawing: Drawing, bars: Sequence[Bar]) -> None:
    """Draw the arrows and rings of one picture."""
    signs = signs_of(bars)
    for first, last in signs.arrows:
        x, end = _drop(last), last.y - BAR / 2
        drawing.line(first.right, first.y, x, first.y, INK, _WIDTH)
        drawing.line(x, first.y, x, end - _HEAD, INK, _WIDTH)
        _head(drawing, x, end)
    for bar in signs.rings:
        _ring(drawing, bar.left - _OFF, bar.y)


def draw_legend(drawing: Drawing, top: float, labels: Mapping[str, str]) -> None:
    """Say what the signs mean. Of `labels` it uses `timeline_arrow` and `timeline_ring`."""
    y = top + LEGEND / 2
    drawing.line(EDGE, y - 6, EDGE + 20, y - 6, INK, _WIDTH)
    drawing.line(EDGE + 20, y - 6, EDGE + 20, y, INK, _WIDTH)
    _head(drawing, EDGE + 20, y + _HEAD)
    drawing.text(_WORDS, y, labels["timeline_arrow"], _SIZE, fill=MUTED)
    _ring(drawing, _SECOND + EDGE + 9, y)
    drawing.text(_SECOND + 1.5 * EDGE + 21, y, labels["timeline_ring"], _SIZE, fill=MUTED)


def bars_of(rows: Sequence[Row], places: Sequence[tuple[float, float, float]]) -> list[Bar]:
    """Return the bars of the activities; `places` holds left, right and middle of every row."""
    return [
        Bar(row, left, right, y)
        for row, (left, right, y) in zip(rows, places, strict=True)
        if row.kind == "activity"
    ]


def _drop(bar: Bar) -> float:
    return bar.left + min(_INSET, (bar.right - bar.left) / 2)


def _head(drawing: Drawing, x: float, y: float) -> None:
    drawing.triangle((x, y), (x - _HEAD / 2, y - _HEAD), (x + _HEAD / 2, y - _HEAD), INK)


def _ring(drawing: Drawing, x: float, y: float) -> None:
    for radius, fill in ((_RING, INK), (_HOLE, WHITE)):
        drawing.rectangle(x - radius, y - radius, 2 * radius, 2 * radius, fill, radius)
