"""A document of any kind by its form alone: fields in the schema's order, and sections."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from wp.programme.index import Index, status_of, title_of
from wp.programme.model import Field, Page, Value
from wp.programme.sections import sections_of
from wp.reading.document import Document, Pointer
from wp.reading.repository import Entry
from wp.reading.schema import EACH, Reference, resolve


def page_of(index: Index, document: Document) -> Page:
    """Return a document as a page."""
    template = document.template
    reader = _Reader(index, document)
    schema = template.schema if template else {}
    return Page(
        id=document.id,
        title=title_of(Entry(document.id, document, (), document.data)),
        kind=template.name if template else "",
        kind_title=template.title if template else "",
        status=status_of(document),
        fields=tuple(f for f in reader.fields(schema, (), document.data) if f.key != "title"),
        sections=sections_of(document),
        data=document.data,
        path=document.path,
    )


@dataclass(frozen=True)
class _Reader:
    """Reads front matter along its schema.

    `node` is the part of the schema that describes a value, `place` where the value stands, with
    `*` for each item of a list and each key that the schema doesn't name.
    """

    index: Index
    document: Document

    def fields(
        self, node: Mapping[str, Any], place: Pointer, data: Mapping[str, Any]
    ) -> Iterator[Field]:
        """Yield the fields of a mapping: those of the schema in its order, then any others."""
        properties = node.get("properties", {})
        ids = self._reference(place, keys=True)
        for key in dict.fromkeys((*(key for key in properties if key in data), *data)):
            if data[key] is None:
                continue
            if key in properties:
                inner, there = self._follow(properties[key]), (*place, key)
                title = inner.get("title", key)
            else:
                inner, there = self._follow(node.get("additionalProperties")), (*place, EACH)
                title = self.index.ref(self.document, _name(place), key).title if ids else key
            yield Field(key, title, self.value(inner, there, data[key]))

    def value(self, node: Mapping[str, Any], place: Pointer, data: Any) -> Value:
        """Return a value as what its schema says it is."""
        if isinstance(data, dict):
            return Value("record", fields=tuple(self.fields(node, place, data)))
        if isinstance(data, list):
            inner, there = self._follow(node.get("items")), (*place, EACH)
            items = (self.value(inner, there, item) for item in data if item is not None)
            return Value("list", values=tuple(items))
        if isinstance(data, bool):
            return Value("boolean", number=int(data))
        if isinstance(data, int | float):
            return Value("number", number=data)
        return self._text(node, place, str(data))

    def _text(self, node: Mapping[str, Any], place: Pointer, text: str) -> Value:
        reference = self._reference(place)
        if reference is not None and reference.file:
            return Value("file", text)
        if reference is not None:
            return Value("ref", text, ref=self.index.ref(self.document, _name(place), text))
        if "enum" in node:
            return Value("choice", text, labels=node.get("x-labels", {}).get(text, {}))
        return Value("date" if node.get("format") == "date" else "text", text)

    def _reference(self, place: Pointer, keys: bool = False) -> Reference | None:
        template = self.document.template
        found = template.references if template else ()
        return next((r for r in found if r.pattern == place and r.keys == keys), None)

    def _follow(self, node: Any) -> Mapping[str, Any]:
        template = self.document.template
        found = resolve(template.schema, node) if template else {}
        return found if isinstance(found, dict) else {}


def _name(place: Pointer) -> str:
    return ".".join(map(str, place))
