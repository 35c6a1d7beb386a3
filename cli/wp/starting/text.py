"""The text of a new document, made from its template alone: fields with comments, and headings.

What must be filled in stands ready and empty; what may be filled in stands as a comment that
becomes a field when the `# ` before it is taken away. Nothing is guessed: a value is there only if
the template has it (`default`, `const`) or the writer gave it. `wp.starting.values` chooses them.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import PurePosixPath
from typing import Any

import frontmatter
import jsonschema_rs
from frontmatter.default_handlers import YAMLHandler

from wp.language.messages import Language
from wp.language.words import words_of
from wp.reading.repository import CONTENT, Repository
from wp.reading.section import Section
from wp.reading.template import SectionForm, Template
from wp.starting.lines import (
    INDENT,
    WIDTH,
    comment,
    commented,
    dashed,
    indented,
    key_line,
    one_line,
    scalar,
)
from wp.starting.values import blank, node_of

_MOST_LISTED = 15  # ids in a comment; more are a list that nobody reads
# An example is the first of these that the schema allows.
_EXAMPLES = ("id", "10:00", "2027", "2027-03-02", "ID-1", 1, 2027, True)
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_MARKUP = re.compile(r"([\\`*_\[\]<>{}#&~!|])")


def starter(
    template: Template, repository: Repository, values: Mapping[str, Any], language: Language
) -> str:
    """Return the text of a new document whose fields have `values`; None is one left empty."""
    handler = _Handler(template, repository, language)
    if template.is_register:
        return handler.export(dict(values)) + "\n"
    post = frontmatter.Post(_body(template, values), handler)
    post.metadata = dict(values)
    return frontmatter.dumps(post, handler=handler) + "\n"


class _Handler(YAMLHandler):
    """Writes front matter from a template's schema, in its order, each field explained."""

    def __init__(self, template: Template, repository: Repository, language: Language) -> None:
        super().__init__()
        self.template, self.schema = template, template.schema
        self.repository, self.language, self.words = repository, language, words_of(language)

    def export(self, metadata: dict[str, object], **kwargs: object) -> str:
        """Return the fields, and after them the headings that the form leaves to the writer."""
        fields = list(self._fields(self.schema, metadata, 0))
        parts = [comment(self.words["start-optional"]), fields, list(self._optional_headings())]
        if set(self.schema.get("properties", {})) <= set(metadata):
            del parts[0]
        return "\n\n".join("\n".join(part) for part in parts if part)

    def _fields(self, node: Any, values: Mapping[str, Any], depth: int) -> Iterator[str]:
        """Yield a mapping's lines: fields with a value live, the others as comments."""
        fields = node_of(self.schema, node).get("properties", {})
        names = [*fields, *(name for name in values if name not in fields)]
        if depth:  # a list's entry begins with its dash, which must stand at a live field
            names.sort(key=lambda name: name not in values)
        for number, name in enumerate(names):
            inner = node_of(self.schema, fields.get(name, {}))
            if not depth and number:
                yield ""
            yield from self._about(inner, depth)
            if name in values:
                yield from self._field(name, inner, values[name], depth)
            else:
                shape = self._field(name, inner, blank(self.schema, inner), depth, live=False)
                yield from commented(shape)

    def _field(
        self, name: str, node: Mapping[str, Any], value: Any, depth: int, *, live: bool = True
    ) -> Iterator[str]:
        entries = node_of(self.schema, node.get("items"))
        if isinstance(value, dict) and node.get("properties"):
            yield key_line(name)
            yield from indented(self._fields(node, value, depth + 1))
        elif isinstance(value, list) and value and entries.get("properties"):
            yield key_line(name)
            for entry in value:
                yield from indented(dashed(list(self._fields(entries, entry, depth + 2))))
        elif value is None:
            yield key_line(name)
            shape = self._shape(node, depth)
            yield from indented(commented(shape) if live else shape)
        else:
            yield key_line(name, value)

    def _shape(self, node: Mapping[str, Any], depth: int) -> Iterator[str]:
        """Yield how an empty list or mapping is filled in; nothing for a single value."""
        entries = node_of(self.schema, node.get("items"))
        if node.get("properties"):
            yield from self._fields(node, blank(self.schema, node), depth + 1)
        elif entries.get("properties"):
            values = blank(self.schema, entries)
            yield from dashed(list(self._fields(entries, values, depth + 2)))
        elif "items" in node:
            for example in self._examples(entries, max(1, node.get("minItems", 1))):
                yield f"- {scalar(example)}"
        elif isinstance(node.get("additionalProperties"), dict):
            for example in self._examples(node.get("propertyNames", {}), 1):
                yield key_line(str(example))

    def _examples(self, node: Any, number: int) -> list[Any]:
        node = node_of(self.schema, node)
        known: list[Any] = list(node.get("enum", ()))
        if "x-reference" in node:
            known += ["id", *(f"id-{count}" for count in range(2, number + 1))]
        elif "pattern" not in node:
            known.append(self.words["start-text"])
        valid = jsonschema_rs.Draft202012Validator(
            {"$defs": self.schema.get("$defs", {}), **node}, validate_formats=True
        ).is_valid
        fitting = [example for example in (*known, *_EXAMPLES) if valid(example)] or ["…"]
        return (fitting * number)[:number]

    def _about(self, node: Mapping[str, Any], depth: int) -> list[str]:
        """Return the comment over a field: what it is, and what may stand there."""
        title, description = node.get("title", ""), node.get("description", "")
        sentence = ": ".join(part for part in (title, description) if part)
        lines = comment(sentence, depth)
        inside = (node.get(key) for key in ("items", "propertyNames"))
        inner = [node, *(node_of(self.schema, part) for part in inside)]
        for part in inner:
            lines += self._choices(part, depth)
        if any(part.get("format") == "date" for part in inner) and not _DATE.search(description):
            lines += comment(self.words["start-date"], depth)
        elif "pattern" in node and not description:
            example = self._examples(node, 1)[0]
            lines += comment(self.words["start-example"].format(example=example), depth)
        return lines

    def _choices(self, node: Mapping[str, Any], depth: int) -> list[str]:
        """Return the comment that says which values a field may have, none where any will do."""
        if "enum" in node:
            labels = {str(value): self._label(node, str(value)) for value in node["enum"]}
            return self._choose(labels, depth)
        if "x-reference" not in node:
            return []
        ids = self._ids(node)
        if 0 < len(ids) <= _MOST_LISTED:
            return self._choose(ids, depth)
        files = self.words.listing(list(dict.fromkeys(self._files(node))) or ["?"])
        key = "start-choose-file" if ids else "start-none-yet"
        return comment(self.words[key].format(count=len(ids), files=files), depth)

    def _choose(self, names: Mapping[str, str], depth: int) -> list[str]:
        """List the choices on one line if there is room, else each on its own."""
        listed = [f"{key} ({name})" if name and name != key else key for key, name in names.items()]
        line = self.words["start-choose"].format(values=", ".join(listed))
        if len(line) + 2 <= WIDTH - depth * len(INDENT):
            return [f"# {line}"]
        return [f"# {self.words['start-choose'].format(values='').rstrip()}"] + [
            line for choice in listed for line in comment(f"  {choice}", depth, hanging=True)
        ]

    def _label(self, node: Mapping[str, Any], value: str) -> str:
        labels = node.get("x-labels")
        names = labels.get(value) if isinstance(labels, dict) else None
        label = names.get(self.language) if isinstance(names, dict) else names
        return one_line(str(label or ""))

    def _ids(self, node: Mapping[str, Any]) -> dict[str, str]:
        """Return the ids that a reference may have, each with its name."""
        collections = self.repository.collections
        return {
            one_line(entry.id): one_line(str(entry.data.get("name") or entry.title))
            for name in _collections(node)
            for entry in collections.get(name, {}).values()
        }

    def _files(self, node: Mapping[str, Any]) -> Iterator[str]:
        """Yield where the entries of a reference's collections stand: a file, or a folder."""
        for name in _collections(node):
            for template in self.repository.templates.values():
                if name == template.collection or name in dict(template.collections):
                    path = PurePosixPath(CONTENT, template.applies_to)
                    yield f"{path.parent}/" if "*" in template.applies_to else str(path)

    def _optional_headings(self) -> Iterator[str]:
        """Yield, as comments, the headings that stand in the form but not in the starter."""
        found = list(_optional(self.template.sections))
        if found:
            yield from comment(self.words["start-headings"])
        for form, before, after in found:
            where = ""
            if before or after:
                key = "start-after" if before else "start-before"
                where = " " + self.words[key].format(title=before or after)
            guidance = one_line(form.guidance)
            text = f"{'#' * form.level} {form.title}{where}{': ' if guidance else ''}{guidance}"
            yield from comment(text, hanging=True)


def _collections(node: Mapping[str, Any]) -> Sequence[str]:
    named = node.get("x-reference", ())
    return (named,) if isinstance(named, str) else named


def _optional(
    forms: Sequence[SectionForm],
) -> Iterator[tuple[SectionForm, str, str]]:
    """Yield the optional headings, each with the title before it and, failing that, after it."""
    titles = ["", *(form.title for form in forms), ""]
    for number, form in enumerate(forms):
        if form.optional:
            yield form, titles[number], titles[number + 2]
        else:
            yield from _optional(form.children)


def _body(template: Template, values: Mapping[str, Any]) -> str:
    """Return the headings that a document must have, each with the form's guidance as it stands."""
    text = template.document.source.data
    offset = len(text) - template.document.body.end
    guidance: dict[str, list[str]] = {}
    stack: list[Section] = list(template.document.sections)
    while stack:
        section = stack.pop()
        guidance[section.heading.attrs["id"]] = [
            text[offset + block.start : offset + block.end].decode().strip()
            for block in section.blocks
            if block.kind == "block_quote"
        ]
        stack.extend(section.children)
    return "\n\n".join(_headings(template.sections, values, guidance))


def _headings(
    forms: Iterable[SectionForm],
    values: Mapping[str, Any],
    guidance: Mapping[str, Sequence[str]],
) -> Iterator[str]:
    for form in forms:
        if form.optional:
            continue
        entries: Sequence[Mapping[str, Any]] = (values.get(form.each) or ()) if form.each else ({},)
        for entry in entries:
            title = _MARKUP.sub(r"\\\1", form.title_for(entry) if form.each else form.title)
            yield f"{'#' * form.level} {title}"
            yield from guidance[form.key]
            yield from _headings(form.children, values, guidance)
