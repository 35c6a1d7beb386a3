"""A document's sections matched with the headings of its form, for checking and for publishing."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from wp.reading.document import Document, Section
from wp.reading.template import SectionForm

_PLACEHOLDER = re.compile(r"\\\{(\w+)\\\}")


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
        return self.section is not None and _plain(self.section.title) != _plain(self.title)


@dataclass(frozen=True)
class Outline:
    """One level of headings. `matches` are in the form's order, the rest in the document's.

    `unknown` are sections that the form doesn't have, `doubled` those that repeat an earlier one
    (each with that one), `misplaced` those that would have to move, each with the match that it
    should follow.
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
    """Match all sections of a document with its form; without a form there is nothing to match."""
    if document.template is None:
        return Outline()
    return _match(document.template.sections, document.sections, document.data)


def _match(
    forms: Sequence[SectionForm], sections: Sequence[Section], data: Mapping[str, Any]
) -> Outline:
    """Match one level. Each section goes to one heading at most, the first that it fits."""
    wanted = [(form, number, title) for form in forms for number, title in _titles(form, data)]
    found: dict[int, Section] = {}
    unknown: list[Section] = []
    doubled: list[tuple[Section, Section]] = []
    for section in sections:
        at = _place(section, wanted, found)
        if at is None:
            unknown.append(section)
        elif at in found:
            doubled.append((section, found[at]))
        else:
            found[at] = section
    matches = tuple(
        Match(
            form,
            title,
            number,
            found.get(at),
            _match(form.children, found[at].children if at in found else (), data),
        )
        for at, (form, number, title) in enumerate(wanted)
    )
    return Outline(matches, tuple(unknown), tuple(doubled), tuple(_misplaced(matches)))


def _titles(form: SectionForm, data: Mapping[str, Any]) -> Iterator[tuple[int | None, str]]:
    """Yield the headings that one form asks for: one, or one for each entry of its list."""
    if not form.each:
        yield None, form.title
        return
    items = data.get(form.each)
    for number, item in enumerate(items if isinstance(items, list) else ()):
        if isinstance(item, dict):
            yield number, form.title_for(item)


def _place(
    section: Section,
    wanted: Sequence[tuple[SectionForm, int | None, str]],
    found: Mapping[int, Section],
) -> int | None:
    """Return which wanted heading a section answers: by its whole title, else by its number."""
    title = _plain(section.title)
    for at, (_, _, expected) in enumerate(wanted):
        if title == _plain(expected):
            return at
    for at, (form, number, expected) in enumerate(wanted):
        if number is not None and at not in found:
            start = _numbered(form, expected)
            if start is not None and start == _numbered(form, section.title):
                return at
    return None


def _numbered(form: SectionForm, title: str) -> str | None:
    """Return what a repeated heading has in place of its first placeholder, such as the number."""
    pattern = _PLACEHOLDER.sub("(.+)", re.escape(_plain(form.title)), count=1)
    first = _PLACEHOLDER.sub(".*", pattern).replace("(.+)", r"(\S+)", 1)
    match = re.match(first, _plain(title))
    return match[1].rstrip(".:") if match else None


def _misplaced(matches: Sequence[Match]) -> Iterator[tuple[Match, Match]]:
    """Yield the fewest sections that must move for the order to be right."""
    present = [match for match in matches if match.section is not None]
    positions = [match.section.start for match in present if match.section is not None]
    kept = _longest_rising(positions)
    for at, match in enumerate(present):
        if at not in kept and at > 0:
            yield match, present[at - 1]
        elif at not in kept:
            yield match, match


def _longest_rising(values: Sequence[int]) -> set[int]:
    """Return the indexes of a longest rising subsequence."""
    best: list[list[int]] = []
    for at, value in enumerate(values):
        run = _longest([run for run in best if values[run[-1]] < value])
        best.append([*run, at])
    return set(_longest(best))


def _longest(runs: list[list[int]]) -> list[int]:
    return max(runs, key=lambda run: len(run), default=[])


def _plain(title: str) -> str:
    """Return a title as it is compared: case, spaces and a colon at its end make no difference."""
    return " ".join(title.casefold().split()).rstrip(" :.")
