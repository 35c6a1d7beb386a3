"""Eksempelrådet taken apart: texts in pieces that can be put together again, varied.

A text becomes a list of parts. A part that is a `str` stands as it is; the others are places where
something else may come: an id (`Ref`), a name (`Who`), a number (`Figure`), or a run of sentences
whose order may change (`Sentences`).
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Any

import yaml

CONTENT = Path(__file__).parents[1] / "eksempelraadet" / "content"

# Fields of a one-pager whose values are ids, each on a line of its own or in braces.
_ID_LINE = re.compile(
    r"(?m)^ *(?:- )?(?:id|focus_area|goals|responsible|depends_on|interfaces|decisions): \S.*$"
    r"|\{who: [^,}]+"
)
_ID = re.compile(r"(?<=[\s\[])[a-z0-9]+(?:-[a-z0-9]+)*(?=[\s,\]}]|$)")
_LINK = re.compile(r"(?<=\]\()(\.\./one-pagers/)?([a-z0-9-]+)(?=\.md[)#])")
# The page with the picture is full, and copies have longer titles: this paragraph makes room.
_LEFT_OUT = re.compile(r"(?s)Når et plejeteam skal bruge.*?\n\n")
# Numbers of things ("60 målepunkter"), not of days, months, sums of money or years.
_FIGURE = re.compile(
    r"(?<![\d.,:/#\w-])[1-9]\d{1,2}(?= (?!juli|sep|pct|ad)[a-zæøå]{6,}(?!\w*ber\b))"
)
_SENTENCE_END = re.compile(r"(?<=[a-zæøå]{2}[.!?]) (?=[A-ZÆØÅ])")
_PLAIN = re.compile(r"[A-ZÆØÅ*].*[.!?]", re.DOTALL)


@dataclass(frozen=True)
class Ref:
    """A place for an id; `id` is the original's."""

    id: str


@dataclass(frozen=True)
class Who:
    """A place for the name of the one who is responsible."""


@dataclass(frozen=True)
class Figure:
    """A place for a number near the original's."""

    number: int


@dataclass(frozen=True)
class Sentences:
    """Sentences of one paragraph, whose order may change; each a list of parts."""

    texts: tuple["Parts", ...]


Part = str | Ref | Who | Figure | Sentences
Parts = Sequence[Part]


@dataclass(frozen=True)
class Page:
    """A one-pager in pieces. `primary` is the id of the one who is responsible for it."""

    id: str
    title: str
    status: str
    area: str
    primary: str
    front: Parts
    body: Parts


@dataclass(frozen=True)
class Item:
    """An item of minutes: its fields as YAML has them, and its sections below the heading."""

    title: str
    kind: str
    minutes: int
    attachments: tuple[dict[str, str], ...]
    decisions: tuple[dict[str, Any], ...]
    actions: tuple[dict[str, Any], ...]
    guests: tuple[str, ...]
    body: Parts


class Originals:
    """All of Eksempelrådet, read once."""

    @cached_property
    def registers(self) -> dict[str, Any]:
        """The people, organisations, bodies and roles, every value as text."""
        return _yaml((CONTENT / "people.yml").read_text(encoding="utf-8"))

    @cached_property
    def names(self) -> dict[str, str]:
        """The people's names by id."""
        return {person["id"]: person["name"] for person in self.registers["people"]}

    def pages(self) -> list[Page]:
        """Return the one-pagers, each after those that it depends on."""
        read = {path.stem: self._page(path) for path in (CONTENT / "one-pagers").glob("*.md")}
        ordered: dict[str, Page] = {}

        def take(stem: str) -> None:
            page, needs = read[stem]
            for other in needs:
                take(other)
            ordered.setdefault(stem, page)

        for stem in sorted(read):
            take(stem)
        return list(ordered.values())

    def _page(self, path: Path) -> tuple[Page, list[str]]:
        front, body = _split(path)
        data = _yaml(front)
        primary = next(one["who"] for one in data["responsible"] if one["role"] == "primary")
        page = Page(
            path.stem,
            data["title"],
            data["status"],
            data["focus_area"],
            primary,
            front_parts(front),
            body_parts(_LEFT_OUT.sub("", body), self.names.get(primary, "")),
        )
        homes = activity_homes()
        acts = [home for a in data.get("activities", []) for home in a.get("depends_on", [])]
        needs = {*data.get("depends_on", []), *(homes[act] for act in acts)} - {path.stem}
        return page, sorted(needs)

    def items(self) -> dict[str, list[Item]]:
        """Return the items of the minutes by their meeting's date."""
        paths = sorted((CONTENT / "minutes").glob("*.md"))
        return {path.stem: _items(path) for path in paths}


def front_parts(front: str) -> Parts:
    """Return front matter in pieces: its ids are places for others."""
    found: list[Part] = []
    at = 0
    for line in _ID_LINE.finditer(front):
        for match in _ID.finditer(front, *line.span()):
            found += [front[at : match.start()], Ref(match.group())]
            at = match.end()
    return [*found, front[at:]]


def body_parts(body: str, name: str) -> Parts:
    """Return a body in pieces; plain paragraphs are sentences whose order may change."""
    found: list[Part] = []
    for block in re.split(r"(\n{2,})", body):
        flat = " ".join(block.split("\n"))
        sentences = _SENTENCE_END.split(flat) if _PLAIN.fullmatch(flat) else []
        if len(sentences) > 1 and "![" not in flat and "**" not in flat[:2]:
            found.append(Sentences(tuple(_inline(sentence, name) for sentence in sentences)))
        else:
            found += _inline(block, name)
    return found


def _inline(text: str, name: str) -> Parts:
    """Return a text with places for links, figures and one person's name."""
    patterns = [_LINK.pattern, _FIGURE.pattern]
    if name:
        patterns.append(re.escape(name).replace(r"\ ", r"\s"))
    found: list[Part] = []
    at = 0
    for match in re.finditer("|".join(patterns), text):
        part: list[Part]
        if match[2]:
            part = [match[1] or "", Ref(match[2])]
        else:
            part = [Figure(int(match[0]))] if match[0].isdigit() else [Who()]
        found += [text[at : match.start()], *part]
        at = match.end()
    return [*found, text[at:]]


def _items(path: Path) -> list[Item]:
    front, body = _split(path)
    data = _yaml(front)
    sections = re.split(r"(?m)^## Pkt\. \d+ .*\n+", body)[1:]
    found = []
    for entry, section in zip(data["agenda"], sections, strict=True):
        number = entry["number"]
        found.append(
            Item(
                entry["title"],
                entry["kind"],
                _minutes(entry["end"]) - _minutes(entry["start"]),
                tuple(entry.get("attachments", ())),
                tuple(d for d in data.get("decisions", ()) if d["item"] == number),
                tuple(a for a in data.get("actions", ()) if a["item"] == number),
                tuple(g["who"] for g in data.get("guests", ()) if g["item"] == number),
                body_parts(section.strip(), ""),
            )
        )
    return found


def _minutes(time: str) -> int:
    hours, minutes = time.split(":")
    return int(hours) * 60 + int(minutes)


@cache
def activity_homes() -> dict[str, str]:
    """Return the one-pager of each activity that has an id."""
    return {
        activity["id"]: path.stem
        for path in (CONTENT / "one-pagers").glob("*.md")
        for activity in _yaml(_split(path)[0]).get("activities", [])
        if "id" in activity
    }


@cache
def regional_entries() -> dict[str, list[dict[str, Any]]]:
    """Return what every region of the corpus has its own of: goals, focus areas, initiatives."""
    programme = _yaml(_split(CONTENT / "programme.md")[0])
    initiatives = _yaml((CONTENT / "initiatives.yml").read_text(encoding="utf-8"))
    return {**{key: programme[key] for key in ("goals", "focus_areas")}, **initiatives}


@cache
def regional_ids() -> frozenset[str]:
    """Return the ids of what every region has its own of."""
    return frozenset(entry["id"] for entries in regional_entries().values() for entry in entries)


def _split(path: Path) -> tuple[str, str]:
    _, front, body = path.read_text(encoding="utf-8").split("---\n", 2)
    return front, body


def _yaml(text: str) -> Any:
    return yaml.load(text, Loader=yaml.BaseLoader)
