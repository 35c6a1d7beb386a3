"""Places the nodes of a directed graph in columns, so that edges run from left to right.

The method is the usual one for layered drawings (Sugiyama, Tagawa, Toda 1981): layers by the
longest way, a place in each layer for an edge that passes it, an order with few crossings, and
then heights as near to the neighbours as the order allows.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

Edge = tuple[str, str]
Spot = tuple[str, ...]
"""What stands in a column: a node as `(id,)`, or an edge passing by as `(from, to, column)`."""

SWEEPS = 12


@dataclass(frozen=True, slots=True)
class Layers:
    """The columns from left to right, each from above, and the way of each edge through them."""

    columns: tuple[tuple[Spot, ...], ...]
    ways: Mapping[Edge, tuple[Spot, ...]]


def layered(nodes: Sequence[str], edges: Sequence[Edge]) -> Layers | None:
    """Return the columns of a graph; None when an edge leads back, which no layers can show.

    Every end of an edge is in `nodes`, whose order decides where nothing else does.
    """
    depth = _depths(nodes, edges)
    if depth is None:
        return None
    columns: list[list[Spot]] = [[] for _ in range(max(depth.values(), default=-1) + 1)]
    for node in nodes:
        columns[depth[node]].append((node,))
    ways: dict[Edge, tuple[Spot, ...]] = {}
    for start, end in edges:
        passed: list[Spot] = [
            (start, end, str(column)) for column in range(depth[start] + 1, depth[end])
        ]
        for column, spot in enumerate(passed, depth[start] + 1):
            columns[column].append(spot)
        ways[start, end] = ((start,), *passed, (end,))
    return Layers(_untangled(columns, ways), ways)


def heights(layers: Layers, height: Callable[[Spot], float], gap: float) -> dict[Spot, float]:
    """Return the middle of each spot, 0 at the top, so that none covers another.

    `height` tells how high a spot is, `gap` how far apart two stand at least.
    """
    near = _neighbours(layers.ways)
    middle: dict[Spot, float] = {}
    for column in layers.columns:
        y = 0.0
        for spot in column:
            middle[spot] = y + height(spot) / 2
            y += height(spot) + gap
    for sweep in range(SWEEPS):
        ordered = layers.columns if sweep % 2 else layers.columns[::-1]
        for column in ordered:
            wanted = [
                sum(middle[other] for other in near[spot]) / len(near[spot])
                if near.get(spot)
                else middle[spot]
                for spot in column
            ]
            apart = [0.0]
            for above, below in pairwise(column):
                apart.append(apart[-1] + (height(above) + height(below)) / 2 + gap)
            middle.update(zip(column, _nearest(wanted, apart), strict=True))
    top = min((middle[spot] - height(spot) / 2 for spot in middle), default=0)
    return {spot: y - top for spot, y in middle.items()}


def _depths(nodes: Sequence[str], edges: Sequence[Edge]) -> dict[str, int] | None:
    """Return the column of each node: after all it needs, and what needs nothing close by."""
    before: dict[str, list[str]] = {node: [] for node in nodes}
    after: dict[str, list[str]] = {node: [] for node in nodes}
    for start, end in edges:
        before[end].append(start)
        after[start].append(end)
    waiting = {node: len(before[node]) for node in nodes}
    ready = [node for node in nodes if not waiting[node]]
    depth = dict.fromkeys(ready, 0)
    for node in ready:  # grows while it is read
        for other in after[node]:
            depth[other] = max(depth.get(other, 0), depth[node] + 1)
            waiting[other] -= 1
            if not waiting[other]:
                ready.append(other)
    if len(ready) < len(nodes):
        return None
    for node in nodes:
        if not before[node] and after[node]:
            depth[node] = min(depth[other] for other in after[node]) - 1
    return depth


def _neighbours(ways: Mapping[Edge, tuple[Spot, ...]]) -> dict[Spot, list[Spot]]:
    near: dict[Spot, list[Spot]] = {}
    for way in ways.values():
        for left, right in pairwise(way):
            near.setdefault(left, []).append(right)
            near.setdefault(right, []).append(left)
    return near


def _untangled(
    columns: list[list[Spot]], ways: Mapping[Edge, tuple[Spot, ...]]
) -> tuple[tuple[Spot, ...], ...]:
    """Order each column by the middle of its neighbours, and keep the best order seen."""
    near = _neighbours(ways)
    column_of = {spot: place for place, column in enumerate(columns) for spot in column}

    def crossings() -> int:
        rank = {spot: place for column in columns for place, spot in enumerate(column)}
        steps: dict[int, list[tuple[int, int]]] = {}
        for way in ways.values():
            for left, right in pairwise(way):
                steps.setdefault(column_of[left], []).append((rank[left], rank[right]))
        return sum(
            (a - c) * (b - d) < 0
            for found in steps.values()
            for place, (a, b) in enumerate(found)
            for c, d in found[:place]
        )

    best, fewest = [list(column) for column in columns], crossings()
    for sweep in range(2 * SWEEPS):
        rightwards = sweep % 2 == 0
        places = range(1, len(columns)) if rightwards else range(len(columns) - 2, -1, -1)
        for place in places:
            beside = columns[place - 1 if rightwards else place + 1]
            rank = {spot: at for at, spot in enumerate(beside)}
            middles = {}
            for at, spot in enumerate(columns[place]):
                ranks = [rank[other] for other in near.get(spot, ()) if other in rank]
                middles[spot] = sum(ranks) / len(ranks) if ranks else at
            columns[place].sort(key=middles.__getitem__)  # stable: equals keep their order
        count = crossings()
        if count < fewest:
            best, fewest = [list(column) for column in columns], count
    return tuple(map(tuple, best))


def _nearest(wanted: Sequence[float], apart: Sequence[float]) -> list[float]:
    """Return heights as near to the wanted ones as the distances to the first of them allow.

    `apart` is how far below the first each must at least stand. Neighbours that want the same
    place share it (pool adjacent violators, which gives the least squares).
    """
    pools: list[tuple[float, int]] = []  # the mean of a run, and how many are in it
    for want, offset in zip(wanted, apart, strict=True):
        mean, count = want - offset, 1
        while pools and pools[-1][0] > mean:
            before, many = pools.pop()
            mean, count = (before * many + mean * count) / (many + count), many + count
        pools.append((mean, count))
    means = [mean for mean, count in pools for _ in range(count)]
    return [mean + offset for mean, offset in zip(means, apart, strict=True)]
