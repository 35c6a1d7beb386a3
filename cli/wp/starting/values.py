"""The values that a new document starts with, from its template's schema alone."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from wp.reading.schema import MAX_DEPTH, resolve
from wp.reading.template import SectionForm, Template

# A requirement under one of these holds because of what else the document says.
_CONDITIONS = frozenset({"then", "else", "dependentRequired", "dependentSchemas"})
_DEEPEST = 8  # required mappings in each other; only a schema that refers to itself has more
_PLACEHOLDER = re.compile(r"\{(\w+)\}")


def starting_values(template: Template, answers: Mapping[str, Any]) -> dict[str, Any]:
    """Return the fields that a new document starts with; None is one that is left to fill in.

    They are the required ones and those with a default, and one entry of each list that headings
    are repeated over. What its own schema would call wrong, rather than missing, is left empty.
    """
    schema = template.schema
    values = {**(blank(schema, schema) or {}), **answers}
    for form in _repeated(template.sections):
        values[form.each] = _entries(schema, form, values.get(form.each))
    if template.lifecycle:
        values[template.lifecycle.field] = _first_status(template, values)
    fields = [name for name in schema.get("properties", {}) if name in values]
    values = {name: values[name] for name in (*fields, *values)}
    return _agreeing(template, values, answers)


def _repeated(forms: Iterable[SectionForm]) -> Iterator[SectionForm]:
    for form in forms:
        if not form.optional:
            if form.each:
                yield form
            yield from _repeated(form.children)


def _entries(schema: Mapping[str, Any], form: SectionForm, entries: Any) -> Any:
    """Return a repeated heading's entries, with a value for all that its title is made of."""
    field = node_of(schema, schema["properties"][form.each])
    items = node_of(schema, field.get("items"))
    known = entries or blank(schema, {"items": items}) or ()
    made = [dict(entry) for entry in known if isinstance(entry, dict)]
    for number, entry in enumerate(made):
        for name in _PLACEHOLDER.findall(form.title):
            node = node_of(schema, items.get("properties", {}).get(name))
            value = entry.get(name)
            if value is None:
                value = node.get("enum", [None])[0]
            if value is None and node.get("type") == "integer":
                value = node.get("minimum", 1)
            if value is None and "pattern" not in node and "format" not in node:
                value = node.get("title", name)
            entry[name] = value + number if isinstance(value, int) else value
    return made or None


def _first_status(template: Template, values: Mapping[str, Any]) -> str | None:
    """Return the status to begin with: the schema's default, else the first; none that is final."""
    lifecycle = template.lifecycle
    assert lifecycle is not None
    status = values.get(lifecycle.field) or lifecycle.order[0]
    final = lifecycle.order[lifecycle.order.index(lifecycle.complete_from) :]
    return None if status in final else status


def _agreeing(
    template: Template, values: dict[str, Any], answers: Mapping[str, Any]
) -> dict[str, Any]:
    """Give up the values that the schema forbids, or that make it demand what isn't there yet."""
    for name, value in tuple(values.items()):
        if name in answers or not _wrongs(template, values):
            continue
        allowed = node_of(template.schema, template.schema["properties"].get(name))
        choices = [value, None, *allowed.get("enum", ())]
        tried = [{**values, name: choice} for choice in choices]
        values = min(tried, key=lambda each: _wrongs(template, each))
    for error in template.validator.iter_errors(_filled(values)):
        if error.kind.name == "required" and not error.instance_path:
            values.setdefault(error.kind.property, None)  # demanded either way: shown, to be filled
    return values


def _wrongs(template: Template, values: Mapping[str, Any]) -> int:
    """Count what a schema finds in the values, apart from fields that are still to be filled in."""
    return sum(
        error.kind.name != "required" or bool(_CONDITIONS.intersection(error.schema_path))
        for error in template.validator.iter_errors(_filled(values))
    )


def _filled(value: Any) -> Any:
    """Leave out what is empty, as the check does."""
    if isinstance(value, dict):
        return {key: _filled(item) for key, item in value.items() if item is not None}
    if isinstance(value, list):
        return [_filled(item) for item in value]
    return value


def blank(root: Mapping[str, Any], node: Any, depth: int = 0) -> Any:
    """Return a value with only what its schema has itself: defaults, and the places to fill in.

    `root` is the whole schema, for its `$ref`s. None stands where something is to be filled in.
    """
    node = node_of(root, node)
    if "default" in node or "const" in node:
        return node.get("default", node.get("const"))
    if fields := node.get("properties"):
        required = node.get("required", ())
        names = [*(n for n in fields if n in required or _has_default(root, fields[n])), *required]
        # one that repeats itself has no end; a list's entry needs a field to begin with
        names = list(dict.fromkeys(names)) or list(fields)[:1]
        if depth == _DEEPEST:
            return dict.fromkeys(names)
        return {name: blank(root, fields.get(name), depth + 1) for name in names}
    entries = node_of(root, node.get("items"))
    if entries.get("properties"):
        return [blank(root, entries, depth + 1) for _ in range(max(1, node.get("minItems", 1)))]
    return None


def _has_default(root: Mapping[str, Any], node: Any) -> bool:
    return "default" in node_of(root, node)


def node_of(root: Mapping[str, Any], node: Any) -> Mapping[str, Any]:
    """Return a part of a schema with its `$ref`s followed and what stands beside them kept.

    What says nothing about fields, such as `true`, is {}.
    """
    for _ in range(MAX_DEPTH):
        target = resolve(root, node)
        if target is node or not isinstance(target, dict):
            break
        node = {**target, **{key: value for key, value in node.items() if key != "$ref"}}
    return node if isinstance(node, dict) else {}
