"""The text of documents, section by section, found by the keys of their form."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from wp.programme.model import SectionText
from wp.reading.audience import is_heading_internal
from wp.reading.document import Document
from wp.reading.nodes import Node, transform
from wp.reading.outline import Match, Outline, outline_of
from wp.reading.section import Section


def sections_of(document: Document) -> tuple[SectionText, ...]:
    """Return all text of a document: what its form asks for, in order, and then what it doesn't.

    A section that the form requires is there even when the document lacks it. Text above the
    first heading comes first.
    """
    texts = Texts(document)
    return tuple(texts.preamble()) + texts.level(outline_of(document))


@dataclass(frozen=True)
class Texts:
    """Cuts a document into `SectionText`s, each with the notes that it refers to."""

    document: Document

    @cached_property
    def _notes(self) -> Mapping[str, Node]:
        notes: dict[str, Node] = {}
        for node in self.document.body.walk():
            if node.kind == "footnote":
                notes.setdefault(node.attrs["label"], node)
        return notes

    def preamble(self) -> Iterator[SectionText]:
        """Yield the text above the first heading, if there is any."""
        text = self._text("", "", 0, self.document.preamble)
        if not text.empty:
            yield text

    def level(self, outline: Outline) -> tuple[SectionText, ...]:
        """Return the sections of one level of headings: the form's, then the others."""
        asked = (text for match in outline.matches for text in self.of(match))
        others = (*outline.unknown, *(again for again, _ in outline.doubled))
        ordered = sorted(others, key=lambda section: section.start)
        return (*asked, *(self._section("", section.title, section) for section in ordered))

    def of(self, match: Match) -> Iterator[SectionText]:
        """Yield the section that answers a heading of the form, unless it may be left out."""
        if match.section is not None:
            title = match.section.title if match.renamed else match.title
            yield self._section(match.form.key, title, match.section)
        elif not match.form.optional:
            yield self._text(match.form.key, match.title, match.form.level, ())

    def opening(self, section: Section) -> Iterator[SectionText]:
        """Yield the text between a section's heading and the first heading below it."""
        text = self._text("", "", section.level, section.blocks)
        if not text.empty:
            yield text

    def _section(self, key: str, title: str, section: Section) -> SectionText:
        text = self._text(key, title, section.level, section.all_blocks())
        return replace(text, internal=is_heading_internal(section))

    def _text(self, key: str, title: str, level: int, blocks: Iterable[Node]) -> SectionText:
        kept = _without_notes(blocks) if self._notes else tuple(blocks)
        return SectionText(key, title, level, kept, self._referred(kept), self.document)

    def _referred(self, blocks: tuple[Node, ...]) -> tuple[Node, ...]:
        """Return the notes that blocks refer to, and those that these refer to, by first use."""
        found: dict[str, Node] = {}
        waiting = list(blocks) if self._notes else []
        while waiting:
            for node in waiting.pop(0).walk():
                label = node.attrs.get("label", "")
                if node.kind == "footnote_reference" and label in self._notes:
                    if label not in found:
                        waiting.append(self._notes[label])
                    found.setdefault(label, self._notes[label])
        return tuple(found.values())


def _without_notes(blocks: Iterable[Node]) -> tuple[Node, ...]:
    """Leave out the definitions of notes, which may stand inside lists and quotations too."""
    whole = Node("document", 0, 0, tuple(blocks))
    return transform(whole, _drop_notes).children


def _drop_notes(node: Node) -> Node:
    kept = tuple(child for child in node.children if child.kind != "footnote")
    return node if len(kept) == len(node.children) else node._replace(children=kept)
