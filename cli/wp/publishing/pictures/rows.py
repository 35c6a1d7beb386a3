"""The rows of the timeline: which activities it shows, under which headings, in which picture."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from wp.programme.model import Chapter, OnePager
from wp.programme.values import day
from wp.publishing.pictures.drawing import fit

WIDTH, EDGE = 1000, 12
PLOT = 400  # where the years begin; before it stand the titles
ROW, LINE = 29, 19  # a row with one line of title, and each line more
LARGE, SIZE = 18.0, 17.0  # the type of focus areas, and of the others

Kind = Literal["area", "topic", "activity"]


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the plan: a focus area, a one-pager, or an activity from its first to last day.

    An activity has its id, the id of its one-pager, and those of the activities that it awaits.
    """

    kind: Kind
    lines: tuple[str, ...]
    start: date
    end: date
    title: str = ""
    ident: str = ""
    topic: str = ""
    awaits: tuple[str, ...] = ()

    @property
    def height(self) -> int:
        """The height that its title takes."""
        return ROW + LINE * (len(self.lines) - 1)


Area = tuple[Row, list[list[Row]]]
"""A focus area's row, and its one-pagers: each a row followed by those of its activities."""


def areas_of(chapters: Sequence[Chapter], nameless: str) -> Iterator[Area]:
    """Yield the focus areas that have an activity with a date."""
    for chapter in chapters:
        topics = [(topic.title, rows) for topic in chapter.one_pagers if (rows := _rows(topic))]
        if topics:
            title = chapter.focus_area.title if chapter.focus_area else nameless
            everything = [row for _, rows in topics for row in rows]
            parts = [[_over("topic", name, rows), *rows] for name, rows in topics]
            yield _over("area", title, everything), parts


def _rows(topic: OnePager) -> list[Row]:
    """Return the rows of a one-pager's activities; one with a single date is drawn as that day."""
    rows = []
    for activity in topic.activities:
        start, end = day(activity.start), day(activity.end)
        first, last = start or end, end or start
        if first is not None and last is not None:
            row = _row("activity", activity.title, first, max(first, last))
            awaits = tuple(ref.id for ref in activity.depends_on)
            rows.append(replace(row, ident=activity.id, topic=topic.id, awaits=awaits))
    return rows


def _over(kind: Kind, title: str, rows: Sequence[Row]) -> Row:
    """Return the row that stands above others, from the first of their days to the last."""
    return _row(kind, title, min(row.start for row in rows), max(row.end for row in rows))


def _row(kind: Kind, title: str, start: date, end: date) -> Row:
    """Return a row with its title broken to fit; only a focus area's has the whole width."""
    match kind:
        case "area":
            lines = fit(title, LARGE, WIDTH - 2 * EDGE, 1, bold=True)
        case "topic":
            lines = fit(title, SIZE, PLOT - 2 * EDGE, 2, bold=True)
        case "activity":
            lines = fit(title, SIZE, PLOT - 3 * EDGE, 2)
    return Row(kind, tuple(lines), start, end, title)


def pictures_of(areas: Sequence[Area], room: int) -> Iterator[list[Row]]:
    """Yield the rows of each picture: whole focus areas, else whole one-pagers, else what fits."""

    def fits(more: Sequence[Row]) -> bool:
        return sum(row.height for row in (*rows, *more)) <= room

    rows: list[Row] = []
    for area, parts in areas:
        if rows and not fits([area, *(row for part in parts for row in part)]):
            yield rows
            rows = []
        rows.append(area)
        for topic, *activities in parts:
            if rows[-1] is not area and not fits([topic, *activities]):
                yield rows
                rows = [area]
            rows.append(topic)
            for activity in activities:
                if rows[-1] is not topic and not fits([activity]):
                    yield rows
                    rows = [area, topic]
                rows.append(activity)
    yield rows
