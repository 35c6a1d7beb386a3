"""A document or a register as it was read: data, body, and where each part stands."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any

from wp.findings import Fault, Span
from wp.reading import markup
from wp.reading.nodes import Node
from wp.reading.section import Section, cut_sections, heading_level
from wp.reading.source import Source
from wp.reading.standard import own_fields
from wp.reading.wrapped import wrapping
from wp.reading.yaml_core import Place, Yaml, read_yaml

if TYPE_CHECKING:
    from wp.reading.outline import Outline
    from wp.reading.template import Template

Pointer = tuple[str | int, ...]
_LOOKED_INTO = "looked-into"  # in a document's memo


def value_at(data: Any, pointer: Pointer) -> Any:
    """Return the value that a pointer leads to, None where it leads to nothing."""
    for part in pointer:
        if isinstance(data, Mapping):
            data = data.get(part)
        elif isinstance(data, list) and isinstance(part, int) and part < len(data):
            data = data[part]
        else:
            return None
    return data


@dataclass(frozen=True)
class Document:
    """One file under `content/`: a document with a body, or a register without one.

    `id` is the file's stem. `data` is the front matter, or the register's whole content. `complete`
    is False when the YAML stopped at a fault, so that what lacks may stand further down, and when
    there are no fields but something else. `memo` holds what readers of the document work out
    once, by a name of their own.
    """

    path: str
    id: str
    source: Source
    template: "Template | None"
    data: Mapping[str, Any]
    yaml: Yaml = field(repr=False, compare=False)
    complete: bool
    body_start: int
    faults: tuple[Fault, ...] = field(default=())
    memo: dict[str, Any] = field(default_factory=dict, init=False, compare=False, repr=False)

    @property
    def place(self) -> Place:
        """Where the front matter and each part of it stand."""
        return self.yaml.place

    @cached_property
    def body(self) -> Node:
        """The body as a Markdown tree, parsed on first use; offsets count from the body's start."""
        return markup.parse(self.source.text[self.body_start :])

    @cached_property
    def sections(self) -> tuple[Section, ...]:
        """The sections at the highest level that the body has."""
        return cut_sections(self.body.children, self.body.end, heading_level)

    @cached_property
    def outline(self) -> "Outline":
        """The sections matched with the headings of the form."""
        from wp.reading.outline import match_document

        return match_document(self)

    @cached_property
    def preamble(self) -> tuple[Node, ...]:
        """The blocks before the first heading."""
        blocks = self.body.children
        first = next((i for i, node in enumerate(blocks) if node.kind == "heading"), len(blocks))
        return blocks[:first]

    @property
    def status(self) -> str:
        """The status that the template's lifecycle field gives, "" where there is none."""
        lifecycle = self.template.lifecycle if self.template else None
        value = self.data.get(lifecycle.field) if lifecycle else None
        return value if isinstance(value, str) else ""

    def forget(self) -> None:
        """Let go of what was worked out from the text; it is worked out again when asked for.

        A thousand trees take a hundred times the room of their texts.
        """
        self.memo.clear()
        for name in ("body", "sections", "outline", "preamble"):
            self.__dict__.pop(name, None)
        self.yaml.forget()
        self.source.forget()

    def node_span(self, node: Node) -> Span:
        """Return where a node of the body stands in the file."""
        text = self.source.data
        start, end = node.start + self._body_byte, node.end + self._body_byte
        while end > start and text[end - 1 : end] in (b"\n", b" "):
            end -= 1
        return self.source.byte_span(start, end)

    def body_span(self, start: int, end: int) -> Span:
        """Return where a range of bytes of the body stands in the file."""
        return self.source.byte_span(start + self._body_byte, end + self._body_byte)

    def body_bytes(self, start: int, end: int) -> bytes:
        """Return a range of bytes of the body as it is written."""
        return self.source.data[start + self._body_byte : end + self._body_byte]

    @cached_property
    def anchors(self) -> frozenset[str]:
        """What a link can name after a `#`: headings' anchors as GitHub makes them, and keys."""
        from wp.reading.slugs import slugs

        headings = [node for node in self.body.walk() if node.kind == "heading"]
        keys = {node.attrs["id"] for node in headings if node.attrs["id"]}
        return frozenset(keys.union(slugs(node.plain_text() for node in headings)))

    def anchors_for(self, reader: "Document") -> frozenset[str]:
        """Return the anchors to a document that links here, which then has looked into this one."""
        if reader is not self:
            reader.memo.setdefault(_LOOKED_INTO, set()).add(self.path)
        return self.anchors

    @property
    def looked_into(self) -> tuple[str, ...]:
        """The paths of other documents whose text this one was judged by, since `forget`."""
        return tuple(sorted(self.memo.get(_LOOKED_INTO, ())))

    def value_span(self, pointer: Pointer) -> Span:
        """Return where a value of the front matter stands, or the nearest one around it."""
        place = self.place_at(pointer)
        return self._one_line(place.start, place.end)

    def key_span(self, pointer: Pointer) -> Span:
        """Return where a key stands; for an item of a list, the item; for (), the whole."""
        if not pointer:
            return self.value_span(())
        *above, last = pointer
        place = self.place_at(tuple(above))
        if isinstance(last, str) and last in place.keys:
            return self.source.span(*place.keys[last])
        return self.value_span(pointer)

    def first_span(self, pointer: Pointer) -> Span:
        """Return the first line of what is at a pointer, where something missing is reported."""
        if pointer:
            return self.value_span(pointer)
        return self.source.line_span(1)

    def raw(self, pointer: Pointer) -> str:
        """Return a scalar as it is written in the file, quotation marks and all."""
        place = self.place_at(pointer)
        return self.source.text[place.start : place.end].strip()

    def place_at(self, pointer: Pointer) -> Place:
        """Return where a value of the front matter stands, or the nearest one around it."""
        place = self.place
        for part in pointer:
            if part not in place.parts:
                break
            place = place.parts[part]
        return place

    def _one_line(self, start: int, end: int) -> Span:
        """A span that runs over several lines is shown by its first: a caret has one line."""
        span = self.source.span(start, end)
        if span.line == span.end_line:
            return span
        return Span(span.line, span.column, span.line, self.source.line_span(span.line).end_column)

    @property
    def head(self) -> bytes:
        """What stands before the body: the front matter with its fences, or a whole register."""
        return self.source.data[: self._body_byte]

    @cached_property
    def _body_byte(self) -> int:
        return len(self.source.text[: self.body_start].encode())


def make_document(
    source: Source, template: "Template | None", faults: tuple[Fault, ...]
) -> Document:
    """Read a source as its template says: front matter and body, or YAML alone for a register."""
    path = PurePosixPath(source.path)
    if path.suffix in (".yml", ".yaml"):
        start, end, found = 0, len(source.text), []
        if around := wrapping(source):
            start, closing = around.inside, around.closing(source, around.inside)
            end = closing[0] if closing else end
            found.append(around.fault(source, start))
        yaml = read_yaml(source, start, end)
        found.extend(yaml.faults)
        if yaml.complete and not isinstance(yaml.value, dict):
            found.append(Fault("register-not-mapping", source.line_span(1)))
        data = yaml.value if isinstance(yaml.value, dict) else {}
        return _document(source, template, data, yaml, len(source.text), (*faults, *found))
    # imported here: a register alone, as an editor checks it, needs no front matter
    from wp.reading.frontmatter import read_front_matter

    data, handler = read_front_matter(source)
    found = handler.faults
    return _document(source, template, data, handler.yaml, handler.body_start, (*faults, *found))


def _document(
    source: Source,
    template: "Template | None",
    data: Mapping[str, Any],
    yaml: Yaml,
    body_start: int,
    faults: tuple[Fault, ...],
) -> Document:
    stem = PurePosixPath(source.path).stem
    # of something that holds no fields nobody can say which of them lack
    complete = yaml.complete and (yaml.value is None or isinstance(yaml.value, dict))
    data = own_fields(data, template.schema) if template else data
    return Document(source.path, stem, source, template, data, yaml, complete, body_start, faults)
