"""References that go round in a ring where the form says that they may not.

## What
Where a form says `x-acyclic` beside `x-reference`, following the references from entry to entry
never leads back to where one began. Each ring is one finding, with the whole chain and the line of
each link in it.

## Why
If each of two topics must be in place before the other, neither can begin; if each of two
initiatives is a part of the other, nobody can say which is the whole.

## Wrong
```yaml content/one-pagers/datakvalitet.md
depends_on: [retsgrundlag]
```
```yaml content/one-pagers/retsgrundlag.md
depends_on: [datakvalitet]
```
Gives: circular-reference

## Right
```yaml content/one-pagers/datakvalitet.md
depends_on: [retsgrundlag]
```
```yaml content/one-pagers/retsgrundlag.md
depends_on: []
```
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from wp.checking.rules.references import words_of
from wp.findings import Finding, Nature, Related, Rule, Span
from wp.reading.document import Document, Pointer, value_at
from wp.reading.repository import Repository

CIRCULAR_REFERENCE = Rule("WP406", "circular-reference", Nature.FALSE)

RULES = (CIRCULAR_REFERENCE,)

Node = tuple[str, str]
"""A collection's name and an id in it."""


@dataclass(frozen=True, slots=True)
class _Edge:
    """One reference: from which entry, to which, and where it is written."""

    source: Node
    target: Node
    document: Document
    pointer: Pointer

    @property
    def path(self) -> str:
        return self.document.path

    @property
    def span(self) -> Span:
        return self.document.value_span(self.pointer)

    @property
    def key(self) -> str:
        """The field that the reference stands in."""
        return next(str(part) for part in reversed(self.pointer) if isinstance(part, str))


def check_all(repository: Repository) -> Iterator[Finding]:
    """Find the rings among all references that may not go round."""
    graph: dict[Node, list[_Edge]] = {}
    for edge in _edges(repository):
        graph.setdefault(edge.source, []).append(edge)
    for ring in sorted(_rings(graph), key=_order):
        first, *others = ring
        chain = [edge.source[1] for edge in ring]
        params = {"chain": " → ".join([*chain, chain[0]]), "key": first.key, "count": len(ring)}
        related = tuple(
            Related(
                edge.path, edge.span.line, "leads", {"id": edge.source[1], "to": edge.target[1]}
            )
            for edge in others
        )
        yield Finding(CIRCULAR_REFERENCE, first.path, first.span, params, related)


def _order(ring: Sequence[_Edge]) -> tuple[str, Span]:
    return ring[0].path, ring[0].span


def _edges(repository: Repository) -> Iterator[_Edge]:
    for document in repository.documents:
        template = document.template
        for reference in template.references if template else ():
            if not reference.acyclic:
                continue
            for pointer, word in words_of(document, reference):
                source = _holder(document, pointer)
                name = next(
                    (n for n in reference.collections if word in repository.collections.get(n, {})),
                    None,
                )
                if source is not None and name is not None:
                    yield _Edge(source, (name, word), document, pointer)


def _holder(document: Document, pointer: Pointer) -> Node | None:
    """Return the entry that a reference stands in: an item of a list, else the whole document."""
    template = document.template
    assert template is not None
    best: Node | None = (template.collection, document.id) if template.collection else None
    deepest = 0
    for name, pattern in template.collections:
        size = len(pattern) + 1
        if deepest < size <= len(pointer) and _meets(pattern, pointer):
            item = value_at(document.data, pointer[:size])
            if isinstance(item, dict) and isinstance(item.get("id"), str):
                best, deepest = (name, item["id"]), size
    return best


def _meets(pattern: Pointer, pointer: Pointer) -> bool:
    return all(want in ("*", part) for want, part in zip(pattern, pointer, strict=False))


def _rings(graph: Mapping[Node, list[_Edge]]) -> Iterator[list[_Edge]]:
    """Yield a ring for each reference that closes one in a walk through the graph.

    Without these references no ring is left. Each ring begins at its least id.
    """
    done: set[Node] = set()
    for start in sorted(graph):
        path: list[_Edge] = []
        on_path = {start: 0}
        waiting = [iter(graph[start])] if start not in done else []
        while waiting:
            edge = next(waiting[-1], None)
            if edge is None:
                waiting.pop()
                left = path.pop().target if path else start
                on_path.pop(left, None)
                done.add(left)
            elif edge.target in on_path:
                ring = [*path[on_path[edge.target] :], edge]
                least = min(range(len(ring)), key=lambda at: ring[at].source)
                yield [*ring[least:], *ring[:least]]
            elif edge.target in graph and edge.target not in done:
                path.append(edge)
                on_path[edge.target] = len(path)
                waiting.append(iter(graph[edge.target]))
