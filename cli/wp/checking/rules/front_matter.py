"""Front matter against the schema of its form: which fields there are, and what each may hold.

## What
The form's JSON Schema (2020-12) says which fields a document has, which of them it must have, and
what each may hold: text, a number or a list, which choices, a date or a time, how long, how many,
between which bounds. Every way in which a document departs from it is one finding, at the key or
the value, with the form's line beside it. A field with nothing behind its colon is empty: as good
as not there. What is missing or empty is unfinished, so the document's status says how bad it is;
what is there and can't be right is an error at any status. A field that another one demands (such
as `awaiting` in a parked topic) is an error when it is missing. A field that wants ids of which
none exist yet (goals, before the programme has any) is not asked for.

## Why
The programme is put together from these fields. One that is misspelled is one that isn't there,
and a date in another form is no date to a program that sorts by it.

## Wrong
```yaml content/one-pagers/datakvalitet.md
titel: Datakvalitet
status: indsendt
horizon:
goals: bedre-data
interfaces: [sundhedsplanen, sundhedsplanen]
activities:
  - {id: A 1, title: Må, start: 15. januar 2028, cost: {i alt: 5, 2028: -1}}
```
Gives: unknown-field, unknown-value, empty-field, wrong-type, repeated-value, wrong-form, too-short,
no-date, wrong-key, out-of-range, missing-field

```yaml content/programme.md
horizons: {short: [0], medium: [1, 2, 3], long: [2, 3]}
```
```yaml content/one-pagers/datakvalitet.md
status: parked
```
```yaml content/minutes/2027-03-02.md
start: 25:00
```
```yaml content/one-pagers/retsgrundlag.md
title: Retsgrundlag for at dele data om patienter mellem sygehuse, praksis,
  kommuner og forskere i hele landet
```
Gives: too-few, too-many, demanded-field, no-time, too-long

## Right
```yaml content/one-pagers/datakvalitet.md
title: Datakvalitet
status: parked
awaiting: Emnet om retsgrundlaget
goals: [bedre-data]
activities:
  - {title: Måle, start: 2028-01-15, end: 2028-06-30, responsible: bo-dahl}
```
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from wp.checking import values
from wp.checking.forms import form_of_fields
from wp.checking.suggest import name_of, suggest
from wp.findings import Edit, Finding, Nature, Related, Rule, Span
from wp.reading.document import Document, Pointer, value_at
from wp.reading.repository import Repository
from wp.reading.schema import EACH, node_at, path_at, pointer_in, schema_at
from wp.reading.standard import STANDARD_FIELDS, standard_fields
from wp.reading.template import Template

MISSING_FIELD = Rule("WP201", "missing-field", Nature.UNFINISHED)
EMPTY_FIELD = Rule("WP202", "empty-field", Nature.UNFINISHED)
DEMANDED_FIELD = Rule("WP203", "demanded-field", Nature.FALSE)
UNKNOWN_FIELD = Rule("WP204", "unknown-field", Nature.FALSE)
WRONG_KEY = Rule("WP217", "wrong-key", Nature.FALSE)

RULES = (MISSING_FIELD, EMPTY_FIELD, DEMANDED_FIELD, UNKNOWN_FIELD, *values.RULES, WRONG_KEY)

# A requirement under one of these holds because of what else the document says.
_CONDITIONS = ("then", "else", "dependentRequired", "dependentSchemas")


def check(document: Document, repository: Repository) -> Iterator[Finding]:
    """Judge one document's front matter, or one register, by its template's schema."""
    template = document.template
    if template is None or not document.complete:
        return  # what lacks may stand below the fault that stopped the reading
    if form_of_fields(document, repository):
        return  # which `other-form` says once
    empty: set[Pointer] = set()
    floats: list[tuple[Pointer, float]] = []
    data = _filled(document.data, (), template, empty, floats)
    errors = list(template.validator.iter_errors(data))
    meant: set[Pointer] = set()
    for error in errors:
        if error.kind.name in ("additionalProperties", "unevaluatedProperties"):
            pointer = pointer_in(data, error.instance_path)
            for finding in _unknown(document, template, error.kind.unexpected, pointer):
                meant.add((*pointer, finding.params["near"]))
                yield finding
    for error in errors:
        pointer = pointer_in(data, error.instance_path)
        path = pointer_in(template.schema, error.schema_path)
        kind, related = error.kind, _asked(template, path)
        if kind.name == "required":
            here = (*pointer, kind.property)
            condition = _condition(document, template, error, pointer)
            if condition is not None:
                empty.discard(here)
                yield _demanded(document, kind.property, pointer, condition, related)
            elif here not in empty | meant and not _nothing_to_choose(repository, template, here):
                yield _missing(document, template, kind.property, pointer, path)
        elif kind.name == "propertyNames":
            yield _wrong_key(document, template, kind.error, pointer, related)
        elif error.instance in ([], {}) and kind.name in ("minItems", "minProperties"):
            empty.add(pointer)
        elif error.instance is None or kind.name.endswith("evaluatedProperties"):
            pass  # an empty item of a list is reported as such
        elif kind.name != "additionalProperties":
            yield from values.judge(document, repository, error, pointer, related)
    for pointer in sorted(empty, key=str):
        path = path_at(template.schema, pointer)
        params = {"at": pointer}
        yield Finding(
            EMPTY_FIELD, document.path, document.key_span(pointer), params, _asked(template, path)
        )
    for pointer, number in floats:
        if found := values.misread_number(document, template, pointer, number):
            yield found


def _filled(
    value: Any,
    pointer: Pointer,
    template: Template,
    empty: set[Pointer],
    floats: list[tuple[Pointer, float]],
) -> Any:
    """Return the data without the keys that have nothing behind them, which go into `empty`.

    A whole number written with a decimal point goes into `floats`: to JSON Schema 3.0 is 3.
    """
    if isinstance(value, dict):
        filled = {}
        for key, item in value.items():
            here = (*pointer, key)
            if _is_empty(item) and _takes(template, pointer, key):
                empty.add(here)
            else:
                filled[key] = _filled(item, here, template, empty, floats)
        return filled
    if isinstance(value, list):
        for number, item in enumerate(value):
            if _is_empty(item):
                empty.add((*pointer, number))
        return [
            None if _is_empty(item) else _filled(item, (*pointer, number), template, empty, floats)
            for number, item in enumerate(value)
        ]
    if isinstance(value, float) and value.is_integer():
        floats.append((pointer, value))
    return value


def _is_empty(value: Any) -> bool:
    return value is None or (isinstance(value, str) and not value.strip())


def _takes(template: Template, pointer: Pointer, key: str) -> bool:
    """Say whether an empty field is one of the form's that should have been filled in."""
    node = schema_at(template.schema, pointer)
    known = node.get("properties", {})
    if key not in known and node.get("additionalProperties", True) is False:
        return False
    types = schema_at(template.schema, (*pointer, key)).get("type", ())
    return "null" not in ([types] if isinstance(types, str) else types)


def _asked(template: Template, path: Pointer) -> tuple[Related, ...]:
    return (Related(template.path, template.schema_line(path), "template"),)


def _missing(
    document: Document, template: Template, key: str, pointer: Pointer, path: Pointer
) -> Finding:
    """A field that isn't there. The template's line is that of its name among the required."""
    required = node_at(template.schema, path)
    if isinstance(required, list) and key in required:
        path = (*path, required.index(key))
    params = {"key": key, "inside": pointer}
    span = _around(document, pointer)
    return Finding(MISSING_FIELD, document.path, span, params, _asked(template, path))


def _nothing_to_choose(repository: Repository, template: Template, pointer: Pointer) -> bool:
    """Say whether a field wants ids of which none have been given out yet.

    That is for the programme or the register to mend, where it is reported once.
    """
    pattern = tuple(EACH if isinstance(part, int) else part for part in pointer)
    wanted = [
        name
        for reference in template.references
        if reference.pattern in (pattern, (*pattern, EACH))
        for name in reference.collections
    ]
    return bool(wanted) and not any(repository.collections.get(name) for name in wanted)


def _around(document: Document, pointer: Pointer) -> Span:
    """Return where a missing field is reported: at the name of what it belongs to."""
    if pointer and isinstance(pointer[-1], str):
        return document.key_span(pointer)
    return document.first_span(pointer)


def _demanded(
    document: Document,
    key: str,
    pointer: Pointer,
    condition: list[str],
    related: tuple[Related, ...],
) -> Finding:
    """A field that must be there because of another field's value."""
    span = _around(document, pointer)
    if key in _mapping(document.data, pointer):
        span = document.key_span((*pointer, key))
    params = {"key": key, "inside": pointer, "because": condition}
    return Finding(DEMANDED_FIELD, document.path, span, params, related)


def _condition(
    document: Document, template: Template, error: Any, pointer: Pointer
) -> list[str] | None:
    """Return what makes a requirement hold, as `field: value`; None if it holds always."""
    path = tuple(error.evaluation_path)
    at = next((i for i, part in enumerate(path) if part in _CONDITIONS), None)
    if at is None:
        return None
    if path[at] == "dependentSchemas":
        return [f"{path[at + 1]}:"]
    if path[at] == "dependentRequired":
        demands = node_at(template.schema, path[: at + 1]) or {}
        given = _mapping(document.data, pointer)
        return [
            f"{k}:" for k, keys in demands.items() if error.kind.property in keys and k in given
        ]
    if path[at] == "else":
        return []
    asked = node_at(template.schema, (*path[:at], "if", "properties")) or {}
    return [f"{name}: {node['const']}" for name, node in asked.items() if "const" in node]


def _unknown(
    document: Document, template: Template, keys: Sequence[str], pointer: Pointer
) -> Iterator[Finding]:
    """Fields that the schema doesn't have, each with the one that was probably meant."""
    node = schema_at(template.schema, pointer)
    known = node.get("properties", {})
    called: dict[str, str] = {}
    for name in known:
        name_of(called, schema_at(template.schema, (*pointer, name)).get("title"), name)
    taken = set(_mapping(document.data, pointer))
    taken.update(() if pointer else standard_fields(document))
    related = _asked(template, (*path_at(template.schema, pointer), "properties"))
    for key in keys:
        span = document.key_span((*pointer, key))
        choices = known if pointer else {**known, **STANDARD_FIELDS}
        meant = suggest(key, (name for name in choices if name not in taken), called)
        near = "" if meant.near in taken else meant.near
        fix = Edit(span, near) if near and meant.certain else None
        taken.add(near)
        params = {"key": key, "inside": pointer, "near": near, "known": list(known)}
        yield Finding(UNKNOWN_FIELD, document.path, span, params, related, fix)


def _wrong_key(
    document: Document,
    template: Template,
    error: Any,
    pointer: Pointer,
    related: tuple[Related, ...],
) -> Finding:
    """A name that the writer chose, such as a year, and that the form doesn't take."""
    key = error.instance
    known = error.kind.options if error.kind.name == "enum" else []
    near = suggest(key, [str(option) for option in known]).near if known else ""
    hint = schema_at(template.schema, pointer).get("description", "")
    params = {"key": key, "inside": pointer, "near": near, "hint": hint}
    return Finding(WRONG_KEY, document.path, document.key_span((*pointer, key)), params, related)


def _mapping(data: Mapping[str, Any], pointer: Pointer) -> Mapping[str, Any]:
    """Return the mapping at a pointer, {} where there is none."""
    value = value_at(data, pointer)
    return value if isinstance(value, dict) else {}
