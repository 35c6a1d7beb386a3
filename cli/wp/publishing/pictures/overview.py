"""The timeline in small: a row for each focus area, for the page that shows everything at once."""

from collections.abc import Mapping

from wp.programme.model import Programme
from wp.programme.values import day
from wp.publishing.pictures.drawing import ACCENT, INK, RULE, TINT, Drawing, fit
from wp.publishing.pictures.rows import EDGE, LINE, PLOT, ROW, SIZE, WIDTH, Row, areas_of
from wp.publishing.pictures.timeline import (
    HEAD,
    LANE,
    Axis,
    axis_of,
    draw_mark,
    draw_years,
    free_lane,
)

_BAND, _BAR = 19, 11  # the height of the stretch from first to last, and of an activity
_FAINT = 2.5  # the line through the time in which a focus area does nothing


def overview(programme: Programme, labels: Mapping[str, str]) -> bytes | None:
    """Return the picture; None when no activity has a date.

    A row shows when a focus area's activities run, a thin line what lies between them. A milestone
    has the number that it has among all the programme's, from 1; those outside of the years shown
    are not in the picture. Of `labels` it uses `timeline` and `no_focus_area`.
    """
    areas = list(areas_of(programme.chapters, labels["no_focus_area"]))
    if not areas:
        return None
    axis = axis_of(programme, [area for area, _ in areas])
    marks, lanes = _marks(programme, axis)
    top = HEAD + LANE * lanes
    titles = [fit(_title(area), SIZE, PLOT - 2 * EDGE, 2, bold=True) for area, _ in areas]
    heights = [ROW + LINE * (len(lines) - 1) for lines in titles]
    bottom = top + sum(heights)
    drawing = Drawing(WIDTH)
    draw_years(drawing, axis, bottom)
    for x, lane, _ in marks:
        drawing.line(x, HEAD + LANE * (lane + 0.5), x, bottom, INK, 1, dash="3 4")
    y: float = top
    for (area, parts), lines, height in zip(areas, titles, heights, strict=True):
        bars = [row for part in parts for row in part if row.kind == "activity"]
        _draw_area(drawing, axis, lines, area, bars, y, height)
        y += height
    drawing.line(0, bottom, WIDTH, bottom, RULE, 1)
    for x, lane, number in marks:
        draw_mark(drawing, number, x, HEAD + LANE * (lane + 0.5))
    return drawing.svg(labels["timeline"], bottom + 2)


def _marks(programme: Programme, axis: Axis) -> tuple[list[tuple[float, int, int]], int]:
    """Return where each milestone is, its lane and its number; and how many lanes there are."""
    ends: list[float] = []
    marks = []
    for number, milestone in enumerate(programme.milestones, 1):
        when = day(milestone.date)
        if when is not None and axis.holds(when):
            x = axis.at(when)
            marks.append((x, free_lane(ends, x), number))
    return marks, len(ends)


def _title(area: Row) -> str:
    return " ".join(area.lines)


def _draw_area(
    drawing: Drawing,
    axis: Axis,
    lines: list[str],
    area: Row,
    bars: list[Row],
    y: float,
    height: float,
) -> None:
    """Draw a focus area's title and when its activities run."""
    centre = y + height / 2
    drawing.line(0, y, WIDTH, y, RULE, 1)
    for number, line in enumerate(lines):
        drawing.text(EDGE, centre + (number - (len(lines) - 1) / 2) * LINE, line, SIZE, bold=True)
    left, right = axis.at(area.start), axis.after(area.end)
    drawing.rectangle(left, centre - _BAND / 2, right - left, _BAND, TINT)
    drawing.line(left, centre, right, centre, ACCENT, _FAINT)
    for bar in bars:
        start, end = axis.at(bar.start), axis.after(bar.end)
        drawing.rectangle(start, centre - _BAR / 2, max(end - start, 4), _BAR, ACCENT, radius=2)
