"""Front matter against the schema of its template.

The template's JSON Schema (2020-12) says which fields a document has, which of them it must have,
and what each may hold. Every way in which a document departs from it is one finding, at the key or
the value, with the template's line beside it.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from wp.checking.nearest import nearest
from wp.findings import Edit, Finding, Nature, Related, Rule, Term
from wp.reading.document import Document, Pointer
from wp.reading.repository import Repository
from wp.reading.schema import schema_at
from wp.reading.template import Template

MISSING_FIELD = Rule("WP201", "missing-field", Nature.UNFINISHED)
EMPTY_FIELD = Rule("WP202", "empty-field", Nature.UNFINISHED)
DEMANDED_FIELD = Rule("WP203", "demanded-field", Nature.FALSE)
UNKNOWN_FIELD = Rule("WP204", "unknown-field", Nature.FALSE)
WRONG_TYPE = Rule("WP205", "wrong-type", Nature.FALSE)
UNKNOWN_VALUE = Rule("WP206", "unknown-value", Nature.FALSE)
WRONG_PATTERN = Rule("WP207", "wrong-pattern", Nature.FALSE)
NO_DATE = Rule("WP208", "no-date", Nature.FALSE)
TOO_SHORT = Rule("WP209", "too-short", Nature.FALSE)
TOO_LONG = Rule("WP210", "too-long", Nature.FALSE)
OUT_OF_RANGE = Rule("WP211", "out-of-range", Nature.FALSE)
REPEATED_VALUE = Rule("WP212", "repeated-value", Nature.FALSE)
SCHEMA = Rule("WP213", "schema", Nature.FALSE)

RULES = (
    MISSING_FIELD, EMPTY_FIELD, DEMANDED_FIELD, UNKNOWN_FIELD, WRONG_TYPE, UNKNOWN_VALUE,
    WRONG_PATTERN, NO_DATE, TOO_SHORT, TOO_LONG, OUT_OF_RANGE, REPEATED_VALUE, SCHEMA,
)  # fmt: skip

# A requirement under one of these holds because of what else the document says.
_CONDITIONS = frozenset({"then", "else", "dependentRequired", "dependentSchemas"})
_LENGTHS = {
    "minLength": TOO_SHORT,
    "maxLength": TOO_LONG,
    "minItems": TOO_SHORT,
    "maxItems": TOO_LONG,
}
_RANGES = frozenset({"minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"})


def check(document: Document, repository: Repository) -> Iterator[Finding]:
    """Judge one document's front matter, or one register, by its template's schema."""
    template = document.template
    if template is None or not document.complete:
        return  # what lacks may stand below the fault that stopped the reading
    for error in template.validator.iter_errors(_without_empty(document.data)):
        pointer, path = tuple(error.instance_path), tuple(error.schema_path)
        related = (Related(template.path, template.schema_line(path), "template"),)
        if error.kind.name == "required":
            yield _required(document, error.kind.property, pointer, path, related)
        elif error.kind.name in ("additionalProperties", "unevaluatedProperties"):
            yield from _unknown(document, template, error.kind.unexpected, pointer, related)
        else:
            yield _value(document, template, error.kind, pointer, related)


def _required(
    document: Document, key: str, pointer: Pointer, path: Pointer, related: tuple[Related, ...]
) -> Finding:
    """A field that must be there: demanded by another field, left empty, or not there at all."""
    rule, span = MISSING_FIELD, document.first_span(pointer)
    if key in _mapping(document.data, pointer):
        rule, span = EMPTY_FIELD, document.key_span((*pointer, key))
    params: dict[str, Any] = {"key": key, "inside": _name(pointer)}
    if _CONDITIONS.intersection(path):
        rule = DEMANDED_FIELD
    return Finding(rule, document.path, span, params, related)


def _unknown(
    document: Document,
    template: Template,
    keys: Sequence[str],
    pointer: Pointer,
    related: tuple[Related, ...],
) -> Iterator[Finding]:
    """Fields that the schema doesn't have, each with the one that was probably meant."""
    known = list(schema_at(template.schema, pointer).get("properties", {}))
    for key in keys:
        span = document.key_span((*pointer, key))
        near = nearest(key, known)
        free = near and near not in _mapping(document.data, pointer)
        params = {"key": key, "inside": _name(pointer), "near": near, "known": known}
        yield Finding(
            UNKNOWN_FIELD, document.path, span, params, related, Edit(span, near) if free else None
        )


def _value(
    document: Document,
    template: Template,
    kind: Any,
    pointer: Pointer,
    related: tuple[Related, ...],
) -> Finding:
    """A value that isn't of the type, form, length or choice that the schema asks for."""
    span, fix = document.value_span(pointer), None
    raw = document.raw(pointer)
    params: dict[str, Any] = {"key": _name(pointer), "value": raw}
    if kind.name == "type":
        rule, params["wanted"] = WRONG_TYPE, [Term(f"type.{name}") for name in sorted(kind.types)]
    elif kind.name in ("enum", "const"):
        known = kind.options if kind.name == "enum" else [kind.expected_value]
        rule, params["known"] = UNKNOWN_VALUE, [str(value) for value in known]
        params["near"] = near = nearest(raw, params["known"])
        fix = Edit(span, near) if near else None
    elif kind.name == "pattern":
        rule, params["pattern"] = WRONG_PATTERN, kind.pattern
        params["hint"] = schema_at(template.schema, pointer).get("description", "")
    elif kind.name == "propertyNames":
        rule, params["pattern"] = WRONG_PATTERN, ""
    elif kind.name == "format":
        rule = NO_DATE if kind.format == "date" else WRONG_PATTERN
        params |= {"pattern": kind.format, "hint": ""}
    elif kind.name in _LENGTHS:
        rule, params["limit"] = _LENGTHS[kind.name], kind.limit
        params["unit"] = Term("unit.items" if kind.name.endswith("Items") else "unit.characters")
    elif kind.name in _RANGES:
        rule = OUT_OF_RANGE
        params |= {"limit": getattr(kind, "limit", ""), "bound": Term(f"bound.{kind.name}")}
    elif kind.name == "uniqueItems":
        rule = REPEATED_VALUE
    else:
        rule, params["keyword"] = SCHEMA, kind.name
    return Finding(rule, document.path, span, params, related, fix)


def _without_empty(value: Any) -> Any:
    """Leave out keys with nothing behind them: an empty field is one not filled in."""
    if isinstance(value, dict):
        return {key: _without_empty(item) for key, item in value.items() if item is not None}
    if isinstance(value, list):
        return [_without_empty(item) for item in value]
    return value


def _mapping(data: Mapping[str, Any], pointer: Pointer) -> Mapping[str, Any]:
    """Return the mapping at a pointer, {} where there is none."""
    value: Any = data
    for part in pointer:
        value = value[part]
    return value if isinstance(value, dict) else {}


def _name(pointer: Pointer) -> str:
    """Return a place in the front matter as a person would name it: `responsible[2].who`."""
    name = ""
    for part in pointer:
        name += f"[{part + 1}]" if isinstance(part, int) else f".{part}" if name else part
    return name
