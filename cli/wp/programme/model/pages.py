"""A document of a kind that has nothing but a form: its fields by the schema, and its sections."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from wp.programme.model.basis import Ref, Sectioned, SectionText

ValueKind = Literal["text", "number", "boolean", "date", "choice", "file", "ref", "list", "record"]


@dataclass(frozen=True, slots=True)
class Value:
    """A value of front matter, with what its schema says of it.

    `kind` tells which of the others hold it: `text` for `text`, `date` (ISO) and `file` (as
    written); `number` (a bool's is 0 or 1); `text` with its `labels` by language for `choice`;
    `ref`; `values` for a `list`; `fields` for a `record`.
    """

    kind: ValueKind
    text: str = ""
    number: int | float = 0
    labels: Mapping[str, str] = field(default_factory=dict)
    ref: Ref | None = None
    values: tuple["Value", ...] = ()
    fields: tuple["Field", ...] = ()


@dataclass(frozen=True, slots=True)
class Field:
    """A field: its key, the title that the schema gives it (else the key), its value."""

    key: str
    title: str
    value: Value


@dataclass(frozen=True, slots=True)
class Page(Sectioned):
    """A whole document by its form alone.

    `kind` is the template's name, `kind_title` what the template calls it. `fields` are in the
    schema's order, those that are filled in, the title left out.
    """

    id: str
    title: str
    kind: str
    kind_title: str
    status: str
    fields: tuple[Field, ...]
    sections: tuple[SectionText, ...]
    data: Mapping[str, Any]
    path: str
