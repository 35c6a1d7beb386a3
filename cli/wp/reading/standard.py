"""Fields that any document may have, whatever its form says.

They say something to `wp check` and are no part of what a document tells: no form sees them, and
none is ever published. A form that has a field of the same name keeps it as its own.
"""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from wp.reading.document import Document

IGNORE = "ignore"

STANDARD_FIELDS: Mapping[str, Mapping[str, Any]] = {
    IGNORE: {
        "type": "array",
        "title": "Undtagelser",
        "description": "Regler, som ikke skal gælde for denne fil, hver med en begrundelse.",
        "items": {
            "type": "object",
            "additionalProperties": False,
            "required": ["rule", "reason"],
            "properties": {
                "rule": {
                    "type": "string",
                    "minLength": 2,
                    "title": "Regel",
                    "description": "Reglens kode eller navn, som wp check viser det.",
                },
                "reason": {"type": "string", "minLength": 3, "title": "Begrundelse"},
            },
        },
    },
}
"""Each standard field's JSON Schema, as an editor needs it beside the form's own."""


def own_fields(data: Mapping[str, Any], schema: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return a document's fields without the standard ones that its form has no field for."""
    aside = _aside(data, schema)
    return {name: data[name] for name in data if name not in aside} if aside else data


def standard_fields(document: "Document") -> Mapping[str, Any]:
    """Return a document's standard fields as they were read."""
    value, template = document.yaml.value, document.template
    if not isinstance(value, dict) or template is None:
        return {}
    return {name: value[name] for name in _aside(value, template.schema)}


def _aside(data: Mapping[str, Any], schema: Mapping[str, Any]) -> list[str]:
    own = schema.get("properties", {})
    return [name for name in STANDARD_FIELDS if name in data and name not in own]
