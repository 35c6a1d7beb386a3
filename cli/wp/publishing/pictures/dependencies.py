"""How the topics depend on one another, drawn as boxes and arrows: what comes first stands left.

The picture repeats a table. Where it would be no help, too wide or too tall to read on a page, or
with topics that await each other in a ring, there is none.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from wp.programme.model import Dependency
from wp.publishing.pictures.drawing import ACCENT, INK, MUTED, TINT, Drawing, fit
from wp.publishing.pictures.layers import Edge, Layers, Spot, heights, layered
from wp.publishing.pictures.rows import WIDTH
from wp.publishing.pictures.timeline import HIGHEST

SIZE, LINE, LINES = 17.0, 20, 4  # the type of the boxes
INSET, BORDER, RADIUS = 12, 1.5, 4
WIDEST, NARROWEST = 240, 150  # a box
GAP, LEAST_GAP = 150, 56  # between columns
BETWEEN, PASSING = 20, 8  # between boxes, and the height of an edge that passes a column
PORT = 16  # between arrows at one side of a box
ARROW = 9
LEGEND, NOTE = 34, 16.0
MOST = 60  # edges; nobody follows more
DASH = "7 5"


@dataclass(frozen=True, slots=True)
class _Frame:
    """The columns: how wide a box is, how far apart they begin, and where the first one does."""

    box: float
    step: float
    left: float

    @classmethod
    def of(cls, columns: int) -> "_Frame":
        box = min(WIDEST, (WIDTH - 2 - LEAST_GAP * (columns - 1)) / columns)
        gap = min(GAP, (WIDTH - 2 - box * columns) / max(1, columns - 1))
        used = box * columns + gap * (columns - 1)
        return cls(box, box + gap, (WIDTH - used) / 2)


def dependency_picture(
    dependencies: Sequence[Dependency], labels: Mapping[str, str]
) -> bytes | None:
    """Return the picture, None when there is nothing to show or it couldn't be read.

    Of `labels` it uses `dependencies`, `dependency_whole` and `dependency_part`.
    """
    if not dependencies or len(dependencies) > MOST:
        return None
    titles = {ref.id: ref.title for one in dependencies for ref in (one.on, one.topic)}
    edges = {(one.on.id, one.topic.id): one.whole for one in dependencies}
    layers = layered(list(titles), list(edges))
    if layers is None:
        return None
    frame = _Frame.of(len(layers.columns))
    texts = {
        (ident,): fit(title, SIZE, frame.box - 2 * INSET, LINES) for ident, title in titles.items()
    }

    def height(spot: Spot) -> float:
        return LINE * len(texts[spot]) + 2 * INSET if spot in texts else PASSING

    middles = heights(layers, height, BETWEEN)
    bottom = max(middles[spot] + height(spot) / 2 for spot in middles) + 2
    kinds = [whole for whole in (True, False) if whole in edges.values()]
    total = bottom + LEGEND * len(kinds) + 8
    if frame.box < NARROWEST or total > HIGHEST:
        return None
    drawing = Drawing(WIDTH)
    _draw_edges(drawing, layers, frame, middles, edges)
    for column, spots in enumerate(layers.columns):
        for spot in spots:
            if spot in texts:
                x = frame.left + column * frame.step
                _draw_box(drawing, x, middles[spot], frame.box, texts[spot])
    for number, whole in enumerate(kinds):
        y = bottom + LEGEND * (number + 0.5) + 8
        _draw_arrow(drawing, [(frame.left, y), (frame.left + 60, y)], whole)
        words = labels["dependency_whole" if whole else "dependency_part"]
        drawing.text(frame.left + 74, y, words, NOTE, fill=MUTED)
    return drawing.svg(labels["dependencies"], total)


def _draw_box(drawing: Drawing, x: float, middle: float, width: float, text: list[str]) -> None:
    height = LINE * len(text) + 2 * INSET
    y = middle - height / 2 + 1
    drawing.rectangle(x, y, width, height, ACCENT, RADIUS)
    inner = width - 2 * BORDER, height - 2 * BORDER
    drawing.rectangle(x + BORDER, y + BORDER, *inner, TINT, RADIUS - BORDER)
    for number, line in enumerate(text):
        at = middle + 1 + (number - (len(text) - 1) / 2) * LINE
        drawing.text(x + INSET, at, line, SIZE)


def _draw_edges(
    drawing: Drawing,
    layers: Layers,
    frame: _Frame,
    middles: Mapping[Spot, float],
    edges: Mapping[Edge, bool],
) -> None:
    """Draw each edge from the right side of its first box to the left side of its last."""
    leaving = _ports([(way[0], way[1], edge) for edge, way in layers.ways.items()], middles)
    arriving = _ports([(way[-1], way[-2], edge) for edge, way in layers.ways.items()], middles)
    columns = {spot: at for at, column in enumerate(layers.columns) for spot in column}
    for edge, way in layers.ways.items():
        points = []
        for spot in way:
            x = frame.left + columns[spot] * frame.step
            y = middles[spot] + 1
            if spot == way[0]:
                points.append((x + frame.box, y + leaving[edge]))
            elif spot == way[-1]:
                points.append((x, y + arriving[edge]))
            else:
                points += [(x, y), (x + frame.box, y)]
        _draw_arrow(drawing, points, edges[edge])


def _ports(
    ends: Sequence[tuple[Spot, Spot, Edge]], middles: Mapping[Spot, float]
) -> dict[Edge, float]:
    """Return how far from the middle of its box each edge begins or ends, so that none cross."""
    by_box: dict[Spot, list[tuple[float, Edge]]] = {}
    for box, other, edge in ends:
        by_box.setdefault(box, []).append((middles[other], edge))
    return {
        edge: (place - (len(found) - 1) / 2) * min(PORT, 2 * LINE / len(found))
        for found in by_box.values()
        for place, (_, edge) in enumerate(sorted(found))
    }


def _draw_arrow(drawing: Drawing, points: Sequence[tuple[float, float]], whole: bool) -> None:
    """Draw a line that bends between its points, whole or dashed, with a head at its end."""
    *before, (x, y) = points
    drawing.curve([*before, (x - ARROW, y)], INK, 1.5, "" if whole else DASH)
    drawing.triangle((x, y), (x - ARROW - 2, y - ARROW / 2), (x - ARROW - 2, y + ARROW / 2), INK)
