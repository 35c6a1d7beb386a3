"""A form: the template that documents are written from and judged against.

Its front matter names the documents it applies to and holds their JSON Schema (2020-12); its body
holds the headings in order, with attributes, and the guidance for the writer as quotations. What
stands in it is all that `wp` knows of a kind of document.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fnmatch import fnmatchcase
from functools import cached_property
from typing import Any

from wp.errors import WpError
from wp.findings import Span
from wp.reading.document import Document, Pointer
from wp.reading.schema import Reference, Shape, collections_of, references_of, resolve
from wp.reading.section import Section

_PLACEHOLDER = re.compile(r"\{(\w+)\}")
# What reading mends on its way, such as the line ends that git writes on Windows.
_HARMLESS = frozenset({"byte-order-mark", "carriage-return", "control-character"})


class TemplateError(WpError):
    """A template can't be used. `params` name its `path` and `line`."""


@dataclass(frozen=True)
class Lifecycle:
    """How a document's status bears on what may still be missing in it.

    `order` runs from the first status to the last, `aside` holds those outside that ladder. What is
    missing is no fault before `expected_from`, a warning from there, an error from `complete_from`.
    """

    field: str
    order: tuple[str, ...]
    aside: tuple[str, ...]
    expected_from: str
    complete_from: str


@dataclass(frozen=True)
class SectionForm:
    """A heading of a form: what a document must or may have there.

    `title` may hold `{number}`-like names, filled from each entry of the front matter's list
    `each`. `words` are the least and most words, None where there is no limit. `guidance` is the
    text under the heading, for the writer. `line` is the heading's in the template.
    """

    key: str
    title: str
    level: int
    line: int
    words: tuple[int, int] | None
    optional: bool
    each: str
    guidance: str
    children: tuple["SectionForm", ...]

    def title_for(self, item: Mapping[str, Any]) -> str:
        """Return the heading's text for one entry of the list that it repeats over.

        A name that the entry has no value for stays as it is, in its brackets.
        """

        def fill(name: re.Match[str]) -> str:
            value = item.get(name[1])
            # "2." reads as 2.0, and a heading has the number that was meant
            value = int(value) if isinstance(value, float) and value.is_integer() else value
            return str(value) if isinstance(value, str | int | float) else name[0]

        return " ".join(_PLACEHOLDER.sub(fill, self.title).split())


@dataclass(frozen=True)
class Template:
    """One form, complete and checked.

    `path` is how messages name it. `applies_to` is a pattern of paths below `content/`.
    `collection` is the name under which its documents are referred to, "" for none. `rules` name
    the rules that go beyond the schema, each with its parameters, such as the fields it reads.
    """

    name: str
    title: str
    version: int
    path: str
    applies_to: str
    collection: str
    id_from: str
    lifecycle: Lifecycle | None
    limits: Mapping[str, Any]
    rules: Mapping[str, Mapping[str, Any]]
    schema: Mapping[str, Any]
    sections: tuple[SectionForm, ...]
    document: Document

    @property
    def is_register(self) -> bool:
        """Whether its documents are YAML alone, without a body."""
        return self.applies_to.endswith((".yml", ".yaml"))

    def matches(self, path: str) -> bool:
        """Say whether a path below `content/` is this template's."""
        pattern, parts = self.applies_to.split("/"), path.split("/")
        return len(pattern) == len(parts) and all(map(fnmatchcase, parts, pattern))

    @cached_property
    def validator(self) -> Any:
        """The compiled schema."""
        import jsonschema_rs

        return jsonschema_rs.Draft202012Validator(dict(self.schema), validate_formats=True)

    @cached_property
    def shape(self) -> Shape:
        """The schema, part by part as documents ask for it."""
        return Shape(self.schema, resolve(self.schema, self.schema))

    @cached_property
    def references(self) -> tuple[Reference, ...]:
        """Where the schema says `x-reference` or `x-file`."""
        return tuple(references_of(self.schema))

    @cached_property
    def collections(self) -> tuple[tuple[str, Pointer], ...]:
        """The collections that lists of its documents form, each with where the list stands."""
        return tuple(collections_of(self.schema))

    def schema_line(self, schema_path: Pointer) -> int:
        """Return the template's line that holds a part of the schema, or the nearest above it."""
        return self.line_of(("schema", *schema_path))

    def line_of(self, pointer: Pointer) -> int:
        """Return the line of a part of the template's own front matter, or the nearest above it."""
        span: Span = self.document.key_span(pointer)
        return span.line

    def forms(self) -> Iterator[SectionForm]:
        """Yield every heading of the form in order."""
        stack = list(reversed(self.sections))
        while stack:
            form = stack.pop()
            yield form
            stack.extend(reversed(form.children))


def make_template(document: Document) -> Template:
    """Build a template from its file.

    Raises `TemplateError`, with file and line, for anything that a document couldn't be judged by.
    """
    from wp.reading.template_schema import TEMPLATE_SCHEMA, schema_faults

    for fault in document.faults:
        if fault.name in _HARMLESS:
            continue
        raise _error(document, fault.span.line, "template-unreadable", fault=fault.name)
    for pointer, reason in schema_faults(TEMPLATE_SCHEMA, document.data):
        raise _error(document, document.key_span(pointer).line, "template-invalid", reason=reason)
    data = document.data
    template = Template(
        name=data["template"],
        title=data.get("name", data["template"]),
        version=data["version"],
        path=document.path,
        applies_to=data["applies_to"],
        collection=data.get("collection", ""),
        id_from=data.get("id_from", ""),
        lifecycle=_lifecycle(document),
        limits=data.get("limits", {}),
        rules=data.get("rules", {}),
        schema=data["schema"],
        sections=tuple(_form(document, section) for section in document.sections),
        document=document,
    )
    _check_schema(template)
    _check_forms(template)
    return template


def _error(document: Document, line: int, name: str, **params: Any) -> TemplateError:
    return TemplateError(name, path=document.path, line=line, **params)


def _lifecycle(document: Document) -> Lifecycle | None:
    data = document.data.get("lifecycle")
    if data is None:
        return None
    order = tuple(data["order"])
    for key in ("expected_from", "complete_from"):
        if data.get(key, order[-1]) not in order:
            line = document.key_span(("lifecycle", key)).line
            raise _error(document, line, "template-status", key=key)
    return Lifecycle(
        data["field"],
        order,
        tuple(data.get("aside", ())),
        data.get("expected_from", order[0]),
        data["complete_from"],
    )


def _form(document: Document, section: Section) -> SectionForm:
    attrs = section.heading.attrs
    line = document.node_span(section.heading).line
    if not attrs["id"]:
        raise _error(document, line, "template-heading-key", title=section.title)
    unknown = set(attrs["attributes"]) - {"words", "each"} | set(attrs["classes"]) - {"optional"}
    if unknown:
        raise _error(document, line, "template-heading-attribute", attribute=min(unknown))
    quotes = [block.plain_text() for block in section.blocks if block.kind == "block_quote"]
    return SectionForm(
        key=attrs["id"],
        title=section.title,
        level=section.level,
        line=line,
        words=_words(document, line, attrs["attributes"].get("words", "")),
        optional="optional" in attrs["classes"],
        each=attrs["attributes"].get("each", ""),
        guidance="\n\n".join(quotes),
        children=tuple(_form(document, child) for child in section.children),
    )


def _words(document: Document, line: int, text: str) -> tuple[int, int] | None:
    if not text:
        return None
    least, dots, most = text.partition("..")
    if not dots or not least.isdecimal() or not most.isdecimal() or int(least) > int(most):
        raise _error(document, line, "template-heading-words", text=text)
    return int(least), int(most)


def _check_schema(template: Template) -> None:
    """A schema that jsonschema-rs can't compile is the template's fault, not the document's."""
    try:
        _ = template.validator
    except ValueError as error:
        from wp.reading.template_schema import misfit

        pointer: Pointer = ()
        reason: Any = str(error).splitlines()[0]
        # a `$ref` that leads nowhere has no place
        if getattr(error, "instance_path", None):
            pointer, reason = misfit(error)
        line = template.schema_line(pointer)
        raise _error(template.document, line, "template-schema", reason=reason) from error


def _check_forms(template: Template) -> None:
    seen: set[str] = set()
    for form in template.forms():
        if form.key in seen:
            raise _error(template.document, form.line, "template-heading-twice", key=form.key)
        seen.add(form.key)
        if form.each and form.each not in template.schema.get("properties", {}):
            raise _error(template.document, form.line, "template-heading-each", each=form.each)
