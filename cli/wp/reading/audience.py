"""What of a document is for the council's own eyes: `audience: internal`.

It may be said of a document, of an entry of a list (an agenda item, a decision, an activity …) and,
by an attribute on its heading (`## Drøftelse {audience=internal}`), of a section. What belongs to
an internal agenda item is internal with it: its section, and the decisions, actions and guests that
name its number.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from wp.reading.document import Document, Pointer
from wp.reading.outline import Match, sections_in
from wp.reading.places import CONTENT
from wp.reading.section import Section

Audience = Literal["public", "internal"]

AUDIENCE = "audience"
INTERNAL: Audience = "internal"
PUBLIC: Audience = "public"
ITEM = "item"
"""The field by which an entry of another list names an agenda item's number."""

_WORD = AUDIENCE.encode()
_PLACEHOLDER = re.compile(r"\{(\w+)\}")
_PROGRAMME = f"{CONTENT}/programme.md"


@dataclass(frozen=True)
class InternalSection:
    """A section that is internal, and what in the form its heading answers, if anything.

    `said` is the field of the front matter that makes it internal, None where its heading does.
    """

    section: Section
    match: Match | None
    said: Pointer | None


@dataclass(frozen=True)
class Internal:
    """What of a document is internal.

    `whole` says that all of it is. `entries` are the pointers of what in its front matter is, each
    with the field that says so; `repeated` those among them that sections repeat over, such as
    agenda items. `sections` don't overlap and stand in the order of the text.
    """

    whole: bool = False
    entries: Mapping[Pointer, Pointer] = field(default_factory=dict)
    repeated: frozenset[Pointer] = frozenset()
    sections: tuple[InternalSection, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.whole or self.entries or self.sections)

    def said_of(self, pointer: Pointer) -> Pointer | None:
        """Return the field that makes something in the front matter internal, None if none does."""
        if self.whole:
            return (AUDIENCE,)
        return next(
            (
                said
                for length in range(1, len(pointer) + 1)
                if (said := self.entries.get(pointer[:length])) is not None
            ),
            None,
        )

    def section_at(self, byte: int) -> InternalSection | None:
        """Return the internal section that a byte of the body stands in, None for none."""
        return next((s for s in self.sections if s.section.start <= byte < s.section.end), None)


NOTHING = Internal()


def internal_in(document: Document) -> Internal:
    """Return what of a document is internal, sought once.

    The programme's own `audience` says for whom it is built, not that it is internal.
    """
    # YAML may write a key's letters as escapes; nothing else can hide the word
    if _WORD not in document.source.data and b"\\" not in document.head:
        return NOTHING
    kept = document.memo
    if AUDIENCE not in kept:
        kept[AUDIENCE] = _internal(document)
    found: Internal = kept[AUDIENCE]
    return found


def is_heading_internal(section: Section) -> bool:
    """Say whether a section's own heading says that it is internal."""
    return bool(section.heading.attrs["attributes"].get(AUDIENCE) == INTERNAL)


def _internal(document: Document) -> Internal:
    whole = document.path != _PROGRAMME and document.data.get(AUDIENCE) == INTERNAL
    entries = dict(_marked(document.data, ()))
    entries.pop((), None)
    repeated: set[Pointer] = set()
    for each, number in _repeated(document):
        items = document.data.get(each)
        closed: dict[Any, Pointer] = {}
        for at, item in enumerate(items if isinstance(items, list) else ()):
            if said := entries.get((each, at)):
                repeated.add((each, at))
                if isinstance(item.get(number), int | str):
                    closed.setdefault(item[number], said)
        for pointer, ident in _naming(document.data) if closed else ():
            if ident in closed:
                entries.setdefault(pointer, closed[ident])
    sections = tuple(_sections(document, entries))
    return Internal(whole, entries, frozenset(repeated), sections)


def _marked(data: Any, pointer: Pointer) -> Iterator[tuple[Pointer, Pointer]]:
    """Yield the mappings that say they are internal, each with the field that does."""
    if isinstance(data, dict):
        if data.get(AUDIENCE) == INTERNAL:
            yield pointer, (*pointer, AUDIENCE)
            if pointer:
                return
        for key, value in data.items():
            yield from _marked(value, (*pointer, key))
    elif isinstance(data, list):
        for at, value in enumerate(data):
            yield from _marked(value, (*pointer, at))


def _repeated(document: Document) -> Iterator[tuple[str, str]]:
    """Yield the lists that sections repeat over, each with the field that its entries go by."""
    for form in document.template.forms() if document.template else ():
        name = _PLACEHOLDER.search(form.title)
        if form.each and name:
            yield form.each, name[1]


def _naming(data: Mapping[str, Any]) -> Iterator[tuple[Pointer, Any]]:
    """Yield the entries of lists that name an item, with what they name it by."""
    for key, entries in data.items():
        for at, entry in enumerate(entries if isinstance(entries, list) else ()):
            if isinstance(entry, dict) and isinstance(entry.get(ITEM), int | str):
                yield (key, at), entry[ITEM]


def _sections(document: Document, entries: Mapping[Pointer, Pointer]) -> Iterator[InternalSection]:
    outline = document.outline
    matches = {m.section.start: m for m in outline.all_matches() if m.section is not None}
    # what repeats an internal item's section tells of the same item
    for again, first in outline.doubled:
        if first.start in matches:
            matches.setdefault(again.start, matches[first.start])
    waiting = list(reversed(sections_in(document)))
    while waiting:
        section = waiting.pop()
        match = matches.get(section.start)
        said = None
        if match is not None and match.item is not None:
            said = entries.get((match.form.each, match.item))
        if said is not None or is_heading_internal(section):
            yield InternalSection(section, match, said)
        else:
            waiting.extend(reversed(section.children))
