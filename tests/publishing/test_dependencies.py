"""The picture of how the topics depend on one another: what it shows, and that it can be read."""

import re
from dataclasses import replace
from itertools import pairwise
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.publishing.conftest import EXAMPLE, REAL, publish

from wp.programme.assemble import assemble
from wp.programme.model import Dependency, Programme, Ref
from wp.publishing.pictures.dependencies import dependency_picture
from wp.publishing.pictures.layers import Spot, heights, layered
from wp.reading.repository import read_repository

SVG = "{http://www.w3.org/2000/svg}"
LABELS = {"dependencies": "Afhængigheder", "dependency_whole": "Helt", "dependency_part": "Delvist"}
Box = tuple[float, float, float, float]


@pytest.fixture(scope="module")
def programme() -> Programme:
    return assemble(read_repository(EXAMPLE))


def needs(*pairs: tuple[str, str], whole: bool = True) -> tuple[Dependency, ...]:
    """Return dependencies; each pair is a topic and what it needs."""
    refs = {name: Ref("one-pagers", name, name.title()) for pair in pairs for name in pair}
    return tuple(Dependency(refs[topic], refs[on], whole, ()) for topic, on in pairs)


def drawn(dependencies: tuple[Dependency, ...]) -> ElementTree.Element:
    picture = dependency_picture(dependencies, LABELS)
    assert picture is not None
    return ElementTree.fromstring(picture)


def boxes(svg: ElementTree.Element) -> dict[str, Box]:
    """Return the boxes by the text in them, as left, top, right and bottom."""
    frames: list[Box] = []
    for rect in list(svg.iter(f"{SVG}rect"))[1::2]:  # after the ground, each border has its filling
        x, y, width, height = (float(rect.get(key, "0")) for key in ("x", "y", "width", "height"))
        frames.append((x, y, x + width, y + height))
    found: dict[str, Box] = {}
    for left, top, right, bottom in frames:
        lines = [
            text.text or ""
            for text in svg.iter(f"{SVG}text")
            if left < float(text.get("x", "0")) < right and top < float(text.get("y", "0")) < bottom
        ]
        found[" ".join(lines)] = (left, top, right, bottom)
    return found


def arrows(svg: ElementTree.Element) -> list[tuple[tuple[float, float], tuple[float, float], bool]]:
    """Return each arrow's first point, its tip, and whether it is whole; not the legend's."""
    found = []
    heads = [node.get("points", "").split()[0] for node in svg.iter(f"{SVG}polygon")]
    for path, head in zip(svg.iter(f"{SVG}path"), heads, strict=True):
        start = re.match(r"M(\S+) (\S+?)C", path.get("d", ""))
        assert start
        x, y = head.split(",")
        found.append(
            (
                (float(start[1]), float(start[2])),
                (float(x), float(y)),
                path.get("stroke-dasharray") is None,
            )
        )
    bottom = max(box[3] for box in boxes(svg).values())
    return [arrow for arrow in found if arrow[0][1] < bottom]


def test_every_dependency_is_an_arrow_from_what_comes_first(programme: Programme) -> None:
    svg = drawn(programme.dependencies)
    placed = boxes(svg)
    titles = {ref.title for one in programme.dependencies for ref in (one.topic, one.on)}
    assert placed.keys() == titles

    def at(point: tuple[float, float], side: int) -> str:
        [name] = [
            name
            for name, box in placed.items()
            if abs(box[side] - point[0]) < 0.2 and box[1] < point[1] < box[3]
        ]
        return name

    shown = {(at(tip, 0), at(start, 2), whole) for start, tip, whole in arrows(svg)}
    assert shown == {(one.topic.title, one.on.title, one.whole) for one in programme.dependencies}
    assert all(placed[on][2] < placed[topic][0] for topic, on, _ in shown)


def test_boxes_lie_apart_within_the_picture(programme: Programme) -> None:
    svg = drawn(programme.dependencies)
    width, height = float(svg.get("width", "0")), float(svg.get("height", "0"))
    placed = list(boxes(svg).values())
    for left, top, right, bottom in placed:
        assert 0 <= left < right <= width
        assert 0 <= top < bottom <= height
    for a, b in ((a, b) for i, a in enumerate(placed) for b in placed[:i]):
        assert a[2] < b[0] or b[2] < a[0] or a[3] < b[1] or b[3] < a[1]


def test_no_arrow_crosses_a_box_or_goes_where_it_needs_not(programme: Programme) -> None:
    """Where an arrow passes a column it runs level, and between the boxes of that column."""
    svg = drawn(programme.dependencies)
    placed = boxes(svg)
    for path in list(svg.iter(f"{SVG}path")):
        points = [
            (float(x), float(y))
            for x, y in re.findall(r"(?:M|C\S+ \S+ \S+ \S+ )(\S+) ([\d.]+)", path.get("d", ""))
        ]
        for (x1, y1), (x2, y2) in pairwise(points):
            if y1 == y2:
                for left, top, right, bottom in placed.values():
                    inside = x1 < right - 1 and x2 > left + 1 and top < y1 < bottom
                    assert not inside


def test_both_kinds_of_arrow_are_explained_only_where_they_are(programme: Programme) -> None:
    def words(svg: ElementTree.Element) -> set[str]:
        return {text.text or "" for text in svg.iter(f"{SVG}text")} & {"Helt", "Delvist"}

    assert words(drawn(programme.dependencies)) == {"Helt", "Delvist"}
    assert words(drawn(needs(("b", "a")))) == {"Helt"}
    assert words(drawn(needs(("b", "a"), whole=False))) == {"Delvist"}


def test_where_it_would_be_no_help_there_is_no_picture() -> None:
    assert dependency_picture((), LABELS) is None
    ring = needs(("a", "b"), ("b", "c"), ("c", "a"))
    assert dependency_picture(ring, LABELS) is None
    long = needs(*pairwise([f"t{n}" for n in range(12)]))
    assert dependency_picture(long, LABELS) is None
    tall = needs(*((f"t{n}", "a") for n in range(40)))
    assert dependency_picture(tall, LABELS) is None


def test_a_programme_without_dependencies_says_nothing_of_them() -> None:
    publication = publish(REAL)
    assert "dependencies.svg" not in publication.assets
    assert "plan-dependencies" not in {node.attrs["id"] for node in publication.headings()}
    assert "plan-dependencies" in {node.attrs["id"] for node in publish(EXAMPLE).headings()}


def test_titles_are_text_and_never_markup() -> None:
    [one] = needs(("b", "a"))
    title = '<b>&"\x07</b> ]]>'
    svg = drawn((replace(one, topic=replace(one.topic, title=title)),))
    assert '<b>&" </b> ]]>' in boxes(svg)


def test_the_same_programme_gives_the_same_bytes(programme: Programme) -> None:
    first = dependency_picture(programme.dependencies, LABELS)
    assert first == dependency_picture(programme.dependencies, LABELS)


NODES = [f"n{number}" for number in range(9)]
EDGES = st.lists(
    st.tuples(st.integers(0, 8), st.integers(0, 8)).filter(lambda pair: pair[0] < pair[1]),
    max_size=20,
    unique=True,
)


@given(EDGES, st.permutations(NODES))
def test_any_graph_without_rings_has_its_layers(
    pairs: list[tuple[int, int]], nodes: list[str]
) -> None:
    edges = [(NODES[a], NODES[b]) for a, b in pairs]
    layers = layered(nodes, edges)
    assert layers is not None
    column = {spot: place for place, spots in enumerate(layers.columns) for spot in spots}
    assert {spot[0] for spot in column if len(spot) == 1} == set(NODES)
    assert list(layers.ways) == edges
    for (start, end), way in layers.ways.items():
        assert (way[0], way[-1]) == ((start,), (end,))
        assert [column[spot] for spot in way] == list(range(column[way[0]], column[way[-1]] + 1))

    def height(spot: Spot) -> float:
        return 30 if len(spot) == 1 else 8

    middles = heights(layers, height, 10)
    assert min((middles[spot] - height(spot) / 2 for spot in middles), default=0) == pytest.approx(
        0
    )
    for spots in layers.columns:
        for above, below in pairwise(spots):
            gap = middles[below] - height(below) / 2 - middles[above] - height(above) / 2
            assert gap > 10 - 1e-6


def test_edges_that_need_not_cross_do_not() -> None:
    layers = layered(["a", "b", "c", "d"], [("a", "d"), ("b", "c")])
    assert layers is not None
    first, second = layers.columns
    assert [first.index((n,)) for n in "ab"] == [second.index((n,)) for n in "dc"]
