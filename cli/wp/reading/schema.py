"""What a template's JSON Schema says beyond JSON Schema: references, files and collections.

`x-reference` names the collections that a text, or a mapping's keys, must be an id of; `x-file`
marks a path; `x-collection` makes a list of entries with an `id` a collection. They are found once
for a schema, as patterns of pointers in which `*` stands for each item or key.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from wp.reading.document import Pointer

EACH = "*"
MAX_DEPTH = 40  # of a schema; only one that refers to itself is deeper


@dataclass(frozen=True)
class Reference:
    """A place in a schema whose value must be an id (or, with `file`, a path to a file).

    `pattern` is the pointer in the data with `EACH` for items and keys, `schema_path` the place in
    the schema. `keys` means that a mapping's keys are the ids.
    """

    pattern: Pointer
    schema_path: Pointer
    collections: tuple[str, ...]
    keys: bool = False
    acyclic: bool = False
    file: bool = False


def references_of(schema: Mapping[str, Any]) -> Iterator[Reference]:
    """Yield every `x-reference` and `x-file` of a schema."""
    for node, pattern, path in _walk(schema, schema, (), ()):
        keys = bool(path) and path[-1] == "propertyNames"
        if "x-reference" in node:
            named = node["x-reference"]
            collections = (named,) if isinstance(named, str) else tuple(named)
            acyclic = bool(node.get("x-acyclic"))
            yield Reference(pattern, (*path, "x-reference"), collections, keys, acyclic)
        if node.get("x-file"):
            yield Reference(pattern, (*path, "x-file"), (), file=True)


def collections_of(schema: Mapping[str, Any]) -> Iterator[tuple[str, Pointer]]:
    """Yield every `x-collection` of a schema: its name and the pointer of its list."""
    for node, pattern, _ in _walk(schema, schema, (), ()):
        if "x-collection" in node:
            yield node["x-collection"], pattern


def subschemas(schema: Mapping[str, Any]) -> Iterator[tuple[Mapping[str, Any], Pointer]]:
    """Yield every part of a schema that is a schema itself, with its place."""
    for node, _, path in _walk(schema, schema, (), ()):
        yield node, path


def values_at(data: Any, pattern: Pointer, above: Pointer = ()) -> Iterator[tuple[Pointer, Any]]:
    """Yield each value that a pattern meets in the data, with its pointer."""
    if not pattern:
        yield above, data
        return
    head, *rest = pattern
    tail = tuple(rest)
    if head == EACH and isinstance(data, list):
        for number, item in enumerate(data):
            yield from values_at(item, tail, (*above, number))
    elif head == EACH and isinstance(data, dict):
        for key, item in data.items():
            yield from values_at(item, tail, (*above, key))
    elif isinstance(data, dict) and head in data:
        yield from values_at(data[head], tail, (*above, head))


def schema_at(schema: Mapping[str, Any], pointer: Pointer) -> Mapping[str, Any]:
    """Return the part of a schema that describes the value at a pointer, {} where none does."""
    node = resolve(schema, schema)
    for part in pointer:
        node = schema_below(schema, node, part)
    return node if isinstance(node, dict) else {}


class Shape:
    """A part of a schema, and the parts below it, each sought out once."""

    __slots__ = ("_below", "_whole", "schema")

    def __init__(self, whole: Mapping[str, Any], schema: Mapping[str, Any]) -> None:
        self._whole, self.schema = whole, schema
        self._below: dict[str | None, Shape] = {}

    def below(self, part: str | int) -> "Shape":
        """Return the shape of one key or item of what this describes."""
        key = part if isinstance(part, str) else None
        if key not in self._below:
            self._below[key] = Shape(self._whole, schema_below(self._whole, self.schema, part))
        return self._below[key]


def schema_below(
    schema: Mapping[str, Any], node: Mapping[str, Any], part: str | int
) -> Mapping[str, Any]:
    """Return the part of a schema that describes one key or item of what `node` describes."""
    if isinstance(part, int) or (part == EACH and "items" in node):
        inner = node.get("items", {})
    else:
        inner = node.get("properties", {}).get(part, node.get("additionalProperties", {}))
    inner = resolve(schema, inner)
    return inner if isinstance(inner, dict) else {}


def pointer_in(data: Any, path: Sequence[str | int]) -> Pointer:
    """Return a path that jsonschema-rs gives as a pointer into the data.

    It takes any key of digits alone, such as a year, for a number in a list.
    """
    pointer: Pointer = ()
    for part in path:
        step = str(part) if isinstance(data, dict) else part
        pointer = (*pointer, step)
        if isinstance(data, dict):
            data = data.get(str(part))
        elif isinstance(data, list) and isinstance(part, int) and part < len(data):
            data = data[part]
    return pointer


def path_at(schema: Mapping[str, Any], pointer: Pointer) -> Pointer:
    """Return the place in a schema that describes the value at a pointer, or the nearest above."""
    path: Pointer = ()
    node: Any = schema
    for part in pointer:
        if isinstance(part, str) and part in node.get("properties", {}):
            step: Pointer = ("properties", part)
        else:
            step = ("items",) if isinstance(part, int) else ("additionalProperties",)
        inner = node_at(node, step)
        if not isinstance(inner, dict):
            return path
        path, node = (*path, *step), inner
        if isinstance(ref := inner.get("$ref"), str) and ref[:2] == "#/":
            path, node = tuple(ref[2:].split("/")), resolve(schema, inner)
    return path


def node_at(schema: Any, path: Pointer) -> Any:
    """Return the part of a schema at a place in it, `$ref` followed; None where there is none."""
    node = schema
    for part in path:
        if part == "$ref":
            node = resolve(schema, node)
        elif isinstance(node, dict):
            node = node.get(part)
        elif isinstance(node, list) and isinstance(part, int) and part < len(node):
            node = node[part]
        else:
            return None
    return node


def resolve(root: Mapping[str, Any], node: Any) -> Any:
    """Return a schema node with a local `$ref` followed, one step."""
    if isinstance(node, dict) and isinstance(ref := node.get("$ref"), str) and ref[:2] == "#/":
        target: Any = root
        for part in ref[2:].split("/"):
            target = target.get(part, {}) if isinstance(target, dict) else {}
        return target
    return node


def _walk(
    root: Mapping[str, Any], node: Any, pattern: Pointer, path: Pointer
) -> Iterator[tuple[Mapping[str, Any], Pointer, Pointer]]:
    """Yield every subschema with its data pattern and its place; local `$ref`s are followed."""
    if not isinstance(node, dict) or len(path) > MAX_DEPTH:
        return
    target = resolve(root, node)
    if target is not node:
        yield from _walk(root, target, pattern, path)
        return
    yield node, pattern, path
    for name, inner in node.get("properties", {}).items():
        yield from _walk(root, inner, (*pattern, name), (*path, "properties", name))
    for keyword in ("items", "additionalProperties"):
        if keyword in node:
            yield from _walk(root, node[keyword], (*pattern, EACH), (*path, keyword))
    for keyword in ("propertyNames", "then", "else"):
        if keyword in node:
            yield from _walk(root, node[keyword], pattern, (*path, keyword))
    for keyword in ("allOf", "anyOf", "oneOf"):
        for number, inner in enumerate(node.get(keyword, ())):
            yield from _walk(root, inner, pattern, (*path, keyword, number))
