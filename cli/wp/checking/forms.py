"""Forms that can be read and that no document could ever satisfy, or that say nothing.

A slip in a form would else be blamed on whoever fills it in: a field that is demanded and unknown,
a reference to a collection that isn't there, two headings of the same words. A misspelled keyword
of JSON Schema would quietly judge nothing.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from wp.checking.nearest import is_slip, nearest
from wp.reading.document import Pointer
from wp.reading.headings import plain
from wp.reading.repository import Repository
from wp.reading.schema import subschemas
from wp.reading.template import SectionForm, Template, TemplateError

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
