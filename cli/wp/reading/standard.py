"""Fields that any document may have, whatever its form says.

They say something to `wp check` and are no part of what a document tells: no form sees them, and
none is ever published. A form that has a field of the same name keeps it as its own.
"""

from collections.abc import Mapping
from typing import Any

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


def without_standard(
    data: Mapping[str, Any], schema: Mapping[str, Any]
) -> tuple[Mapping[str, Any], Mapping[str, Any]]:
    """Return data without the standard fields, and those by themselves.

    `schema` is the form's; a field that it names among its `properties` isn't a standard one.
    """
    own = schema.get("properties", {})
    aside = {name: data[name] for name in STANDARD_FIELDS if name in data and name not in own}
    if not aside:
        return data, {}
    return {name: value for name, value in data.items() if name not in aside}, aside
