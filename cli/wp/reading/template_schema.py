"""What a template's own front matter must look like."""

from collections.abc import Iterator, Mapping
from typing import Any

from wp.reading.document import Pointer

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


def schema_faults(schema: Mapping[str, Any], data: Any) -> Iterator[tuple[Pointer, str]]:
    """Yield where data breaks a schema, and jsonschema-rs's own sentence for it."""
    import jsonschema_rs

    validator = jsonschema_rs.Draft202012Validator(dict(schema))
    for error in validator.iter_errors(data):
        where = ".".join(str(part) for part in error.instance_path)
        yield tuple(error.instance_path), f"{where}: {error.message}" if where else error.message
