"""Forms that can be read and that no document could ever satisfy, or that say nothing.

A slip in a form would else be blamed on whoever fills it in: a field that is demanded and unknown,
a reference to a collection that isn't there, two headings of the same words. A misspelled keyword
of JSON Schema would quietly judge nothing.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from wp.checking.nearest import is_slip, nearest
from wp.reading.document import Document, Pointer
from wp.reading.headings import plain
from wp.reading.repository import Repository
from wp.reading.schema import subschemas
from wp.reading.standard import standard_fields
from wp.reading.template import SectionForm, Template, TemplateError

_SEVERAL = 3  # fields that are no coincidence
# JSON Schema 2020-12 (core, applicator, unevaluated, validation, meta-data, format, content) and
# what forms say beyond it. Other words are notes of the form's writer, as the standard has it.
_KEYWORDS = frozenset(
    (
        "$id", "$schema", "$ref", "$anchor", "$dynamicRef", "$dynamicAnchor", "$vocabulary",
        "$comment", "$defs", "allOf", "anyOf", "oneOf", "not", "if", "then", "else",
        "dependentSchemas", "prefixItems", "items", "contains", "properties", "patternProperties",
        "additionalProperties", "propertyNames", "unevaluatedItems", "unevaluatedProperties",
        "type", "const", "enum", "multipleOf", "maximum", "exclusiveMaximum", "minimum",
        "exclusiveMinimum", "maxLength", "minLength", "pattern", "maxItems", "minItems",
        "uniqueItems", "maxContains", "minContains", "maxProperties", "minProperties", "required",
        "dependentRequired", "title", "description", "default", "deprecated", "readOnly",
        "writeOnly", "examples", "format", "contentEncoding", "contentMediaType", "contentSchema",
        "x-acyclic", "x-collection", "x-file", "x-labels", "x-reference",
    )
)  # fmt: skip


def check_forms(repository: Repository) -> None:
    """See that documents can satisfy each form. Raises `TemplateError` for one that they can't."""
    forms = repository.templates.values()
    collections = {form.collection for form in forms} | {n for f in forms for n, _ in f.collections}
    for form in forms:
        for node, path in subschemas(form.schema):
            _check_keywords(form, node, path)
            _check_required(form, node, path)
        for reference in form.references:
            for name in reference.collections:
                if name not in collections:
                    raise _misnamed(form, reference.schema_path, "collection", name, collections)
        _check_headings(form, form.sections)


def form_of_fields(document: Document, repository: Repository) -> Template | None:
    """Return the other form that all fields of a document are of; None if they are of its own.

    A document may have fields by its own form's choice, and two forms may share some.
    """
    own = document.template
    if own is None or own.schema.get("additionalProperties") is not False:
        return None
    fields = set(document.data) - set(standard_fields(document))
    if len(fields - own.schema.get("properties", {}).keys()) < _SEVERAL:
        return None
    others = (form for form in repository.templates.values() if form is not own)
    fitting = [form for form in others if fields <= form.schema.get("properties", {}).keys()]
    return fitting[0] if len(fitting) == 1 else None


def _check_keywords(form: Template, node: Mapping[str, Any], path: Pointer) -> None:
    for name in node:
        near = "" if name in _KEYWORDS else nearest(name, _KEYWORDS)
        if near and is_slip(name, near):
            raise _misnamed(form, (*path, name), "keyword", name, _KEYWORDS)


def _check_required(form: Template, node: Mapping[str, Any], path: Pointer) -> None:
    fields = node.get("properties", {})
    if node.get("additionalProperties") is not False or "patternProperties" in node:
        return
    for name in node.get("required", ()):
        if name not in fields:
            raise _misnamed(form, (*path, "required"), "required", name, fields)


def _check_headings(form: Template, headings: Iterable[SectionForm]) -> None:
    seen: set[str] = set()
    for heading in headings:
        words = plain(heading.title)
        if words in seen:
            raise TemplateError(
                "template-heading-alike", path=form.path, line=heading.line, title=heading.title
            )
        seen.add(words)
        _check_headings(form, heading.children)


def _misnamed(
    form: Template, place: Pointer, kind: str, name: str, known: Iterable[str]
) -> TemplateError:
    names = sorted(filter(None, known))
    near = nearest(name, names)
    return TemplateError(
        f"template-{kind}-misspelled" if near else f"template-{kind}-unknown",
        path=form.path,
        line=form.schema_line(place),
        name=name,
        near=near,
        known=", ".join(names),
    )
