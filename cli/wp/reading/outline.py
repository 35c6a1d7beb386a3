"""A document's sections matched with the headings of its form, for checking and for publishing.

Headings are first matched by their words, and only then cut into sections, each at the level where
its form has it. What stands under a wrong level is thus still found.
"""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from wp.reading.document import Document
from wp.reading.headings import Level, Slot, assign, levels_of, plain
from wp.reading.nodes import Node
from wp.reading.section import Section, cut_sections
from wp.reading.template import SectionForm

_TEXT = 99  # the level of a heading that counts as text of the section that it stands in


@dataclass(frozen=True)
class Match:
    """One heading that the form asks for, and the section that answers it, if any.

    `title` is the heading's text as it should stand. `item` is the number, from 0, of the entry
    that a repeated heading belongs to, None for the others. `children` are the headings below.
    """

    form: SectionForm
    title: str
    item: int | None
    section: Section | None
    children: "Outline"

    @property
    def renamed(self) -> bool:
        """Whether the section was found, by its number, under another title."""
        return self.section is not None and plain(self.section.title) != plain(self.title)

    @property
    def relevelled(self) -> bool:
        """Whether the section's heading stands at another level than the form's."""
        return self.section is not None and self.section.level != self.form.level


@dataclass(frozen=True)
class Outline:
    """One level of headings. `matches` are in the form's order, the rest in the document's.

    `unknown` are sections that the form doesn't have, `doubled` those that repeat an earlier one
    (each with that one), `misplaced` those that would have to move, each with the match that it
    should follow (itself, if it should come first). Below a heading that has none below it in the
    form, any headings may stand, and nothing is matched.
    """

    matches: tuple[Match, ...] = ()
    unknown: tuple[Section, ...] = ()
    doubled: tuple[tuple[Section, Section], ...] = ()
    misplaced: tuple[tuple[Match, Match], ...] = ()

    def all_matches(self) -> Iterator[Match]:
        """Yield the matches of this level, each followed by those below it."""
        for match in self.matches:
            yield match
            yield from match.children.all_matches()

    def get(self, key: str) -> Match | None:
        """Return the match of a form's key on this level."""
        return next((match for match in self.matches if match.form.key == key), None)


def outline_of(document: Document) -> Outline:
    """Return a document's sections matched with its form, matched once."""
    return document.outline


def match_document(document: Document) -> Outline:
    """Match all sections of a document with its form; without a form there is nothing to match."""
    if document.template is None or not document.template.sections:
        return Outline()
    sections, root, owners = _cut(document, document.template.sections)
    return _outline(root, sections, owners)


def sections_in(document: Document) -> tuple[Section, ...]:
    """Return all sections of a document, cut at the levels at which its headings count."""
    if document.template is None or not document.template.sections:
        return document.sections
    return _cut(document, document.template.sections)[0]


def _cut(
    document: Document, forms: Sequence[SectionForm]
) -> tuple[tuple[Section, ...], Level, dict[int, Slot]]:
    """Cut a document into sections by its form; return what is wanted, and who answers it, too."""
    root = Level(forms, document.data)
    headings = [node for node in document.body.children if node.kind == "heading"]
    owners = assign(headings, root)
    levels = levels_of(headings, owners, root)
    for node in headings:
        # a line of hyphens made a heading of the text above it, which is hardly ever meant
        if node.start not in owners and is_underlined(document, node):
            levels[node.start] = _TEXT
    blocks = document.body.children
    sections = cut_sections(blocks, document.body.end, lambda heading: levels[heading.start])
    return sections, root, owners


def is_underlined(document: Document, heading: Node) -> bool:
    """Say whether a heading is one because of a line of `---` or `===` below its words."""
    return document.body_bytes(heading.start, heading.end).lstrip(b" ")[:1] != b"#"


def _outline(level: Level, sections: Sequence[Section], owners: Mapping[int, Slot]) -> Outline:
    """Put one level's sections beside what is wanted there."""
    if not level.slots and not level.repeated:
        return Outline()
    found: dict[int, Section] = {}
    unknown: list[Section] = []
    again: list[tuple[Section, Slot]] = []
    for section in sections:
        slot = owners.get(section.start)
        if slot is None or slot.parent is not level.parent:
            unknown.append(section)
        elif slot.heading is not None and slot.heading.start == section.start:
            found[id(slot)] = section
        else:
            again.append((section, slot))
    matches = tuple(
        Match(
            slot.form,
            slot.title,
            slot.item,
            found.get(id(slot)),
            _outline(slot.below, found[id(slot)].children if id(slot) in found else (), owners),
        )
        for slot in level.slots
    )
    pairs = [(section, found[id(slot)]) for section, slot in again if id(slot) in found]
    doubled = tuple((a, b) if b.start < a.start else (b, a) for a, b in pairs)
    return Outline(matches, tuple(unknown), doubled, tuple(_misplaced(matches)))


def _misplaced(matches: Sequence[Match]) -> Iterator[tuple[Match, Match]]:
    """Yield the fewest sections that must move for the order to be right."""
    present = [match for match in matches if match.section is not None]
    positions = [match.section.start for match in present if match.section is not None]
    kept = _longest_rising(positions)
    for at, match in enumerate(present):
        if at not in kept:
            yield match, present[max(at - 1, 0)]


def _longest_rising(values: Sequence[int]) -> set[int]:
    """Return the indexes of a longest rising subsequence of distinct values."""
    ends: list[int] = []  # the least value that a run of each length ends with
    at_end: list[int] = []  # the index of that value
    before: list[int] = []
    for at, value in enumerate(values):
        length = bisect_left(ends, value)
        before.append(at_end[length - 1] if length else -1)
        if length == len(ends):
            ends.append(value)
            at_end.append(at)
        else:
            ends[length], at_end[length] = value, at
    kept: set[int] = set()
    at = at_end[-1] if at_end else -1
    while at >= 0:
        kept.add(at)
        at = before[at]
    return kept
