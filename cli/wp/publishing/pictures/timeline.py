"""The activity plan drawn as a timeline: SVG that prints, also in black and white.

The pictures repeat what the tables say; nothing is told by colour alone. Text stays text, so that
it can be searched, selected and read aloud. Lengths are units of a picture 1000 wide; set as wide
as the text of a page, about 160 mm, a unit is 0.45 point.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from math import ceil

from wp.language import wording
from wp.language.wording import Language
from wp.programme.model import Programme
from wp.programme.values import day, years_between
from wp.publishing.pictures import awaiting
from wp.publishing.pictures.awaiting import BAR, LEGEND
from wp.publishing.pictures.drawing import ACCENT, INK, MUTED, RULE, TINT, WHITE, Drawing, fit
from wp.publishing.pictures.rows import (
    EDGE,
    LARGE,
    LINE,
    PLOT,
    ROW,
    SIZE,
    WIDTH,
    Row,
    areas_of,
    pictures_of,
)

MOST_OPEN_YEARS = 15  # a longer period is drawn only as far as there are activities

HIGHEST = 1290  # with a heading and a caption, the most that a page holds
HEAD, LANE = 54, 24  # the years and quarters, a lane of marks
_LEAST_ROOM = 12 * ROW  # for rows
_NOTE, _SMALL = 16.0, 14.5
_QUARTERS, _YEAR = 80, 45  # the least width of a year with its quarters, and with its number
MARK = 9  # the radius of a milestone's mark
_NOTES, _GAP, _COLUMN = 42, 6, WIDTH // 2  # the list of milestones: heading, space, column


@dataclass(frozen=True, slots=True)
class Timeline:
    """One picture: the drawing, and the titles of the focus areas that it shows.

    `part` counts the pictures that show the same focus areas, from 1; 0 when there is one. `awaits`
    says that it shows what awaits what.
    """

    svg: bytes
    areas: tuple[str, ...]
    part: int = 0
    awaits: bool = False


def timeline(programme: Programme, labels: Mapping[str, str]) -> list[bytes]:
    """Return the drawings of `timelines`."""
    return [picture.svg for picture in timelines(programme, labels)]


def timelines(programme: Programme, labels: Mapping[str, str]) -> list[Timeline]:
    """Return the pictures of the plan in order, each for a page; none when no activity has a date.

    A focus area stays in one picture where it fits. Every picture shows the same years and the
    milestones in them. Of `labels` it uses `timeline`, `milestones`, `no_focus_area`,
    `timeline_arrow` and `timeline_ring`.
    """
    areas = list(areas_of(programme.chapters, labels["no_focus_area"]))
    if not areas:
        return []
    waiting = any(awaiting.awaits(rows) for _, parts in areas for rows in parts)
    frame = _frame(programme, axis_of(programme, [area for area, _ in areas]), waiting)
    if frame.room < _LEAST_ROOM:  # more milestones than a page holds stand in their table alone
        frame = _Frame(frame.axis, (), waiting)
    pages = list(pictures_of(areas, frame.room))
    shown = [tuple(row.title for row in rows if row.kind == "area") for rows in pages]
    return [
        Timeline(
            _draw(rows, frame, labels),
            names,
            shown[: place + 1].count(names) if shown.count(names) > 1 else 0,
            awaiting.awaits(rows),
        )
        for place, (rows, names) in enumerate(zip(pages, shown, strict=True))
    ]


# Years


@dataclass(frozen=True, slots=True)
class Axis:
    """The years from `first` to `last`, drawn from the titles to the edge."""

    first: int
    last: int

    @property
    def year(self) -> float:
        """The width of a year."""
        return (WIDTH - EDGE - PLOT) / (self.last - self.first + 1)

    def at(self, when: date) -> float:
        """Return where a day begins."""
        elapsed = (when - date(when.year, 1, 1)).days
        length = (date(when.year, 12, 31) - date(when.year, 1, 1)).days + 1
        return PLOT + (when.year - self.first + elapsed / length) * self.year

    def after(self, when: date) -> float:
        """Return where a day ends."""
        if when == date(when.year, 12, 31):
            return PLOT + (when.year - self.first + 1) * self.year
        return self.at(when + timedelta(days=1))

    def holds(self, when: date) -> bool:
        """Say whether a day lies in these years."""
        return self.first <= when.year <= self.last


def axis_of(programme: Programme, rows: Sequence[Row]) -> Axis:
    """Return the years of the activities and, unless it is very long, of the whole period."""
    years = {year for row in rows for year in (row.start.year, row.end.year)}
    period = years_between(programme.period.start, programme.period.end)
    if len(period) <= MOST_OPEN_YEARS:
        years.update(period)
    return Axis(min(years), max(years))


# What all pictures share


@dataclass(frozen=True, slots=True)
class _Mark:
    """A milestone: where it is, in which lane of marks, and the lines that say what it is."""

    x: float
    lane: int
    lines: tuple[str, ...]

    @property
    def height(self) -> int:
        """The height that its lines take."""
        return LINE * len(self.lines) + _GAP


@dataclass(frozen=True, slots=True)
class _Frame:
    """What stands around the rows: the years and the marks above, the list of marks below."""

    axis: Axis
    marks: tuple[_Mark, ...]
    awaits: bool

    @property
    def top(self) -> int:
        """The height above the rows."""
        return HEAD + LANE * max((mark.lane + 1 for mark in self.marks), default=0)

    @property
    def columns(self) -> tuple[tuple[_Mark, ...], tuple[_Mark, ...]]:
        """The list of marks in two columns."""
        half = ceil(len(self.marks) / 2)
        return self.marks[:half], self.marks[half:]

    @property
    def foot(self) -> int:
        """The height below the rows."""
        heights = [sum(mark.height for mark in column) for column in self.columns]
        legend = LEGEND if self.awaits else 0
        return legend + (_NOTES + max(heights) if self.marks else 2)

    @property
    def room(self) -> int:
        """The height left for rows."""
        return HIGHEST - self.top - self.foot


def _frame(programme: Programme, axis: Axis, waiting: bool) -> _Frame:
    """Return the frame with the milestones in the years, each mark clear of the others."""
    language: Language = "en" if programme.language == "en" else "da"
    ends: list[float] = []  # the last mark of each lane
    marks = []
    for milestone in programme.milestones:
        when = day(milestone.date)
        if when is None or not axis.holds(when):
            continue
        x = axis.at(when)
        lane = free_lane(ends, x)
        words = f"{wording.date(milestone.date, language)}: {milestone.title}"
        lines = fit(words, _NOTE, _COLUMN - 4 * EDGE - MARK, 2)
        marks.append(_Mark(x, lane, tuple(lines)))
    return _Frame(axis, tuple(marks), waiting)


def free_lane(ends: list[float], x: float) -> int:
    """Return the first lane where a mark at `x` is clear of the last one, and put it there.

    `ends` are where the last mark of each lane is.
    """
    free = (lane for lane, end in enumerate(ends) if x - end > 2 * MARK + 2)
    lane = next(free, len(ends))
    ends[lane : lane + 1] = [x]
    return lane


# Drawing


def _draw(rows: Sequence[Row], frame: _Frame, labels: Mapping[str, str]) -> bytes:
    """Draw one picture."""
    drawing = Drawing(WIDTH)
    bottom = frame.top + sum(row.height for row in rows)
    draw_years(drawing, frame.axis, bottom)
    for mark in frame.marks:
        y = HEAD + LANE * (mark.lane + 0.5)
        drawing.line(mark.x, y, mark.x, bottom, INK, 1, dash="3 4")
    top = frame.top
    places = []
    for row in rows:
        places.append((*_draw_row(drawing, frame.axis, row, top), top + row.height / 2))
        top += row.height
    drawing.line(0, bottom, WIDTH, bottom, RULE, 1)
    for number, mark in enumerate(frame.marks, 1):
        draw_mark(drawing, number, mark.x, HEAD + LANE * (mark.lane + 0.5))
    awaiting.draw_signs(drawing, awaiting.bars_of(rows, places))
    if frame.awaits:
        awaiting.draw_legend(drawing, bottom, labels)
    if frame.marks:
        notes = bottom + (LEGEND if frame.awaits else 0)
        _draw_notes(drawing, frame, notes, labels["milestones"])
    return drawing.svg(labels["timeline"], bottom + frame.foot)


def draw_years(drawing: Drawing, axis: Axis, bottom: float) -> None:
    """Draw the years' names and lines, and the quarters' where there is room for them."""
    step = ceil(_YEAR / axis.year)
    quarters = axis.year >= _QUARTERS
    for year in range(axis.first, axis.last + 1, step):
        x = axis.at(date(year, 1, 1))
        middle = x + min(axis.year * step, WIDTH - EDGE - x) / 2
        drawing.text(middle, 18, str(year), LARGE, bold=True, middle=True)
        for quarter in range(4 if quarters else 0):
            left = x + axis.year * quarter / 4
            if quarter:
                drawing.line(left, HEAD - 14, left, bottom, RULE, 0.5)
            drawing.text(
                left + axis.year / 8, 40, str(quarter + 1), _SMALL, fill=MUTED, middle=True
            )
        drawing.line(x, 6, x, bottom, RULE, 1.5)
    drawing.line(WIDTH - EDGE, 6, WIDTH - EDGE, bottom, RULE, 1.5)


def _draw_row(drawing: Drawing, axis: Axis, row: Row, y: float) -> tuple[float, float]:
    """Draw a row's title and its time: a band, a thin line or a bar. Return where that is."""
    centre = y + row.height / 2
    left, right = axis.at(row.start), axis.after(row.end)
    indent, size, fill = EDGE, SIZE, INK
    match row.kind:
        case "area":
            drawing.rectangle(0, y, WIDTH, row.height, TINT)
            size, fill = LARGE, ACCENT
        case "topic":
            drawing.line(0, y, WIDTH, y, RULE, 1)
            drawing.line(left, centre, right, centre, ACCENT, 2.5)
        case "activity":
            right = max(right, left + 4)
            drawing.rectangle(left, centre - BAR / 2, right - left, BAR, ACCENT, radius=2)
            indent = 2 * EDGE
    for number, line in enumerate(row.lines):
        at = centre + (number - (len(row.lines) - 1) / 2) * LINE
        drawing.text(indent, at, line, size, fill=fill, bold=row.kind != "activity")
    return left, right


def draw_mark(drawing: Drawing, number: int, x: float, y: float) -> None:
    """Draw a milestone's mark, which its number links to the list at the foot."""
    drawing.circle(x, y, MARK, INK)
    drawing.text(x, y, str(number), 12, fill=WHITE, bold=True, middle=True)


def _draw_notes(drawing: Drawing, frame: _Frame, top: float, title: str) -> None:
    """List the milestones in two columns below the rows."""
    drawing.text(EDGE, top + 22, title, SIZE, fill=ACCENT, bold=True)
    number = 0
    for place, column in enumerate(frame.columns):
        left, y = place * _COLUMN + EDGE + MARK, top + _NOTES + LINE / 2
        for mark in column:
            number += 1
            draw_mark(drawing, number, left, y)
            for line, text in enumerate(mark.lines):
                drawing.text(left + 1.5 * EDGE, y + line * LINE, text, _NOTE)
            y += mark.height
