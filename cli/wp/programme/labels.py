"""What a template's schema says of the values of a field: their order, names and default."""

from collections.abc import Mapping, Sequence
from typing import Any

from wp.reading.document import Pointer
from wp.reading.schema import schema_at
from wp.reading.template import Template


def labels_of(template: Template | None, pointer: Pointer) -> Mapping[str, Mapping[str, str]]:
    """Return the names of a field's values: value to language to name, from its `x-labels`.

    `pointer` leads to the field in a document; any number stands for the items of a list, as in
    `("responsible", 0, "role")`. Without a template nothing is known.
    """
    labels = _schema(template, pointer).get("x-labels")
    return labels if isinstance(labels, dict) else {}


def values_of(template: Template | None, pointer: Pointer) -> Sequence[str]:
    """Return the values that a field may have, in the order of its `enum`."""
    values = _schema(template, pointer).get("enum")
    return [value for value in values if isinstance(value, str)] if values else ()


def default_of(template: Template | None, pointer: Pointer) -> str:
    """Return the value that a field has when it isn't filled in, "" for none."""
    default = _schema(template, pointer).get("default")
    return default if isinstance(default, str) else ""


def _schema(template: Template | None, pointer: Pointer) -> Mapping[str, Any]:
    return schema_at(template.schema, pointer) if template else {}
