"""Which heading of a form each heading of a document answers, and at which level it counts.

Writers get levels wrong: a title of their own above everything, `#` for `##`, a section one level
too deep. So headings are matched by their words first, and their levels follow from that.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from wp.reading.nodes import Node
from wp.reading.template import SectionForm

_PLACEHOLDER = re.compile(r"\{\w+\}")
# Word writes these for what a form or an agenda has as plain signs.
_PLAIN = str.maketrans("’‘“”–—", "''\"\"--")
# What Word numbers headings with: "1. Mål", "1.2 Mål", "2) Mål", "b) Mål".
_NUMBERED = re.compile(r"(?:\d{1,2}(?:\.\d{1,2})*[.):]?|[^\W\d_][.)])\s+(?=\S)")


@lru_cache(maxsize=4096)
def plain(title: str) -> str:
    """Return a title as it is compared: case, spaces and a colon at its end make no difference."""
    return " ".join(title.translate(_PLAIN).casefold().split()).rstrip(" :.")


def unnumbered(title: str) -> str:
    """Return a title without the number that Word, or a writer, put before it."""
    return _NUMBERED.sub("", title, count=1) if _NUMBERED.match(title) else title


def fits_repeated(form: SectionForm, title: str) -> bool:
    """Say whether a title looks like one of a repeated heading, such as "Pkt. 7 …"."""
    return bool(form.each) and _number(form, title) is not None


@dataclass(slots=True, eq=False)
class Slot:
    """A heading that is wanted: its form, its title, and the heading that was found for it."""

    form: SectionForm
    item: int | None
    title: str
    parent: "Slot | None"
    below: "Level"
    heading: Node | None = None

    @property
    def chain(self) -> list["Slot"]:
        """The slots above this one, and itself."""
        return [*(self.parent.chain if self.parent else ()), self]


class Level:
    """The headings that are wanted below one heading, found by their words or their number."""

    def __init__(
        self, forms: Sequence[SectionForm], data: Mapping[str, Any], parent: Slot | None = None
    ) -> None:
        self.parent = parent
        self.slots: list[Slot] = []
        self.by_title: dict[str, Slot] = {}
        self.by_number: dict[tuple[str, str], Slot] = {}
        self.repeated = [form for form in forms if form.each]
        for form in forms:
            for item, title in _titles(form, data):
                slot = Slot(form, item, title, parent, _NOTHING_BELOW)
                if form.children:
                    slot.below = Level(form.children, data, slot)
                self.slots.append(slot)
                self.by_title.setdefault(plain(title), slot)
                if item is not None and (number := _number(form, title)):
                    self.by_number.setdefault((form.key, number), slot)

    def find(self, title: str) -> Slot | None:
        """Return the slot that a title answers, by all its words or by its number."""
        if slot := self.by_title.get(plain(title)):
            return slot
        for form in self.repeated:
            number = _number(form, title)
            if number and (slot := self.by_number.get((form.key, number))):
                return slot
        return None


_NOTHING_BELOW = Level((), {})


def _titles(form: SectionForm, data: Mapping[str, Any]) -> Iterator[tuple[int | None, str]]:
    """Yield the headings that one form asks for: one, or one for each entry of its list."""
    if not form.each:
        yield None, form.title
        return
    items = data.get(form.each)
    for number, item in enumerate(items if isinstance(items, list) else ()):
        if isinstance(item, dict):
            yield number, form.title_for(item)


def _number(form: SectionForm, title: str) -> str | None:
    """Return what a repeated heading has in place of its first placeholder, such as the number.

    A form whose title has nothing else than one placeholder has no number to go by.
    """
    # a full stop is easily forgotten: "Pkt 3" is as good as "Pkt. 3."
    pattern = plain(form.title).replace(".", "")
    parts = [re.escape(part) for part in _PLACEHOLDER.split(pattern)]
    if not "".join(parts).strip():
        return None
    rest = ".*".join(parts[1:])
    match = re.match(rf"{parts[0]}(\S+?):?(?:{rest}|$)", plain(title).replace(".", ""))
    return match[1] if match else None


def assign(headings: Sequence[Node], root: Level) -> dict[int, Slot]:
    """Give each heading, by its start, the slot that it answers or repeats.

    Headings at the right level come first; only what is still wanted then is sought at others.
    """
    texts = {node.start: " ".join(node.plain_text().split()) for node in headings}
    titles = frozenset(plain(text) for text in texts.values())
    owners: dict[int, Slot] = {}
    for exact in (True, False):
        chain: list[Slot] = []
        for node in headings:
            slot = owners.get(node.start)
            if slot is None:
                slot = _seek(node, texts[node.start], titles, chain, root, exact=exact)
            if slot is not None:
                owners[node.start] = slot
                # what stands below a repetition answers nothing
                chain = slot.chain if slot.heading is node else slot.chain[:-1]
            else:
                level = node.attrs["level"]
                while chain and chain[-1].heading and level <= chain[-1].heading.attrs["level"]:
                    chain.pop()
    return owners


def _seek(
    node: Node,
    title: str,
    titles: frozenset[str],
    chain: Sequence[Slot],
    root: Level,
    *,
    exact: bool,
) -> Slot | None:
    """Return the slot that a heading answers, sought from the innermost open section outwards."""
    for level in (*(slot.below for slot in reversed(chain)), root):
        slot = level.find(title)
        if slot is None:
            continue
        right, written = slot.form.level, node.attrs["level"]
        # a heading known by its number alone gives way to one with the slot's own words
        taken = slot.heading is not None or (
            plain(title) != plain(slot.title) and plain(slot.title) in titles
        )
        if not taken and (written == right or not exact):
            slot.heading = node
            return slot
        # a deeper heading of the same words is one of the writer's own
        if taken and (written == right or (written < right and not exact)):
            return slot
    return None


def levels_of(headings: Sequence[Node], owners: Mapping[int, Slot], root: Level) -> dict[int, int]:
    """Return the level at which each heading counts: its form's, the rest relative to that."""
    highest = min((slot.form.level for slot in root.slots), default=1)
    levels: dict[int, int] = {}
    shift = 0
    for node in headings:
        written = node.attrs["level"]
        if slot := owners.get(node.start):
            levels[node.start] = slot.form.level
            shift = slot.form.level - written
        else:
            levels[node.start] = max(written + shift, highest)
    return levels
