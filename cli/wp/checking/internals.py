"""What is internal in a repository, gathered once for the rules about it."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from wp.checking.given import text
from wp.reading.audience import AUDIENCE, NOTHING, Internal, internal_in
from wp.reading.document import Document, Pointer, value_at
from wp.reading.repository import Entry, Repository

_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_WORD = re.compile(r"[^\W_]+")
_LETTERS = 8  # of a title that is looked for in running text; a shorter one is mere words


@dataclass(frozen=True, slots=True)
class Place:
    """Where it is said that something is internal."""

    document: Document
    said: Pointer


class Internals:
    """What is internal, by document, and the words by which running text could name it."""

    def __init__(self, repository: Repository) -> None:
        found = {document.path: internal_in(document) for document in repository.documents}
        self._by_path = {path: internal for path, internal in found.items() if internal}
        self.named: Mapping[str, Place] = dict(self._names(repository)) if self else {}
        """Titles and ids in small letters, each with the place that makes it internal."""
        longest = sorted(self.named, key=lambda name: (-len(name), name))
        words = "|".join(r"\s+".join(map(re.escape, name.split())) for name in longest)
        self.pattern = re.compile(rf"(?<![\w-])(?:{words})(?![\w-])") if words else None

    def __bool__(self) -> bool:
        return bool(self._by_path)

    def of(self, document: Document) -> Internal:
        """Return what of a document is internal."""
        return self._by_path.get(document.path, NOTHING)

    def place_of(self, entry: Entry) -> Place | None:
        """Return where it is said that something with an id is internal, None if it isn't."""
        said = self.of(entry.document).said_of(entry.pointer)
        return None if said is None else Place(entry.document, said)

    def place_of_file(self, document: Document) -> Place | None:
        """Return where it is said that a whole document is internal, None if it isn't."""
        return Place(document, (AUDIENCE,)) if self.of(document).whole else None

    def _names(self, repository: Repository) -> Iterator[tuple[str, Place]]:
        """Yield what names something internal and nothing public."""
        public: set[str] = set()
        found: list[tuple[str, Place]] = []
        for _, entry in repository.entries():
            names = {entry.id.casefold(), *_titles(entry.data)}
            if place := self.place_of(entry):
                found += [(name, place) for name in names]
            else:
                public |= names
        for document in repository.documents:
            internal = self.of(document)
            for pointer, item in _items(document.data):
                names = set(_titles(item))
                if said := internal.said_of(pointer):
                    found += [(name, Place(document, said)) for name in names]
                else:
                    public |= names
        yield from ((n, place) for n, place in reversed(found) if n not in public and _telling(n))


def internals_of(repository: Repository) -> Internals:
    """Return what is internal in a repository, gathered once."""
    kept = repository.memo
    if "internals" not in kept:
        kept["internals"] = Internals(repository)
    found: Internals = kept["internals"]
    return found


def _titles(data: Mapping[str, Any]) -> Iterator[str]:
    if title := text(data, "name") or text(data, "title"):
        yield title.casefold()


def _items(data: Mapping[str, Any]) -> Iterator[tuple[Pointer, Mapping[str, Any]]]:
    """Yield the entries of a document's lists, those with an id and those without."""
    for key, value in data.items():
        for at, _ in enumerate(value if isinstance(value, list) else ()):
            item = value_at(data, (key, at))
            if isinstance(item, dict):
                yield (key, at), item


def _telling(name: str) -> bool:
    """Say whether a name can mean nothing else where it stands in running text."""
    if _DATE.fullmatch(name):
        return False  # the id of minutes, and of every other mention of the day
    if " " not in name:
        return len(_WORD.findall(name)) > 1
    return sum(map(str.isalpha, name)) >= _LETTERS
