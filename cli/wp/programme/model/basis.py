"""What every part of the programme is made of: references, actors, sections of text."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from wp.reading.document import Document
from wp.reading.nodes import Node


@dataclass(frozen=True, slots=True)
class Ref:
    """A reference to something with an id, told by its title.

    `kind` is the name of its collection (`one-pagers`, `goals`, `decisions` …), or `programme` for
    the programme itself; `path` is the file that it stands in. `status` is a document's, ""
    where there is none. An id that nothing answers to has neither kind nor path and is its own
    title, so that it is seen and not lost. `language` is that of the title, a tag of BCP 47, where
    it isn't the programme's.
    """

    kind: str
    id: str
    title: str
    path: str = ""
    status: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True)
class Actor:
    """Whoever can be responsible: a person, an organisation, a body or a role without a name.

    `kind` is the collection (`people`, `organisations`, `bodies`, `roles`). `title` is a person's
    position. `organisation` is where a person or role belongs.
    """

    kind: str
    id: str
    name: str
    short: str = ""
    title: str = ""
    organisation: "Actor | None" = None
    data: Mapping[str, Any] = field(default_factory=dict, compare=False, repr=False)

    @property
    def brief(self) -> str:
        """The short name where there is one, else the name."""
        return self.short or self.name


@dataclass(frozen=True, slots=True)
class SectionText:
    """One section of a document, ready to be set.

    `key` is the form's (`goals`); it is "" for text that the form has no heading for. `title` is
    the heading as it should stand, "" for text above the first one. `level` is that of the heading
    in its document. `blocks` hold the whole section, deeper headings among them, without
    definitions of notes; those that it refers to are `notes` (a note that two sections share is in
    both). `document` is what links are relative to. `internal` says that its own heading is marked
    so, which only an internal edition shows.
    """

    key: str
    title: str
    level: int
    blocks: tuple[Node, ...]
    notes: tuple[Node, ...]
    document: Document = field(repr=False)
    internal: bool = False

    @property
    def empty(self) -> bool:
        """Whether nothing stands under the heading."""
        return not self.blocks


class Sectioned:
    """Something with `sections`, which are found by the form's keys."""

    __slots__ = ()
    sections: tuple[SectionText, ...]

    def section(self, key: str) -> SectionText | None:
        """Return the section with a key, None when the form has no such heading."""
        return next((section for section in self.sections if section.key == key), None)
