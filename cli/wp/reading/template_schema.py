"""What a template's own front matter must look like."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from wp.errors import Misfit
from wp.reading.document import Pointer

_LONGEST = 60  # characters of a value that are shown
_NAME = {"type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$"}
_STATUSES = {"type": "array", "items": {"type": "string"}, "uniqueItems": True}

TEMPLATE_SCHEMA: Mapping[str, Any] = {
    "type": "object",
    "required": ["template", "version", "applies_to", "schema"],
    "additionalProperties": False,
    "properties": {
        "template": _NAME,
        "version": {"type": "integer", "minimum": 1},
        "name": {"type": "string"},
        "applies_to": {"type": "string", "pattern": r"^[^/].*\.(md|yml|yaml)$"},
        "collection": _NAME,
        "id_from": {"type": "string"},
        "lifecycle": {
            "type": "object",
            "required": ["field", "order", "complete_from"],
            "additionalProperties": False,
            "properties": {
                "field": {"type": "string"},
                "order": {**_STATUSES, "minItems": 1},
                "aside": _STATUSES,
                "expected_from": {"type": "string"},
                "complete_from": {"type": "string"},
            },
        },
        "rules": {"type": "object", "additionalProperties": {"type": "object"}},
        "limits": {
            "type": "object",
            "additionalProperties": False,
            "properties": {
                "pages": {"type": "integer", "minimum": 1},
                "lix": {"type": "integer", "minimum": 1},
                "sentence_words": {"type": "integer", "minimum": 1},
            },
        },
        "schema": {"type": "object", "properties": {"type": {"const": "object"}}},
    },
}


def schema_faults(schema: Mapping[str, Any], data: Any) -> Iterator[tuple[Pointer, Misfit]]:
    """Yield where data breaks a schema, and how."""
    import jsonschema_rs

    validator = jsonschema_rs.Draft202012Validator(dict(schema))
    for error in validator.iter_errors(data):
        yield misfit(error)


def misfit(error: Any) -> tuple[Pointer, Misfit]:
    """Return the place and the kind of one of jsonschema-rs's errors."""
    pointer: Pointer = tuple(error.instance_path)
    if error.kind.name == "additionalProperties":
        field = str(error.kind.unexpected[0])
        return (*pointer, field), Misfit("unknown", field, "")
    if error.kind.name == "required":
        return pointer, Misfit("missing", str(error.kind.property), "")
    field = next((part for part in reversed(pointer) if isinstance(part, str)), "")
    value = json.dumps(error.instance, ensure_ascii=False, default=str)
    shown = value if len(value) <= _LONGEST else value[: _LONGEST - 1] + "…"
    return pointer, Misfit("value", field, shown)
