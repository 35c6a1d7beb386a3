"""What may stand in a field: the values of its form, or the ids of a collection, with names."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any

from wp.language.messages import Language, shown
from wp.reading.repository import CONTENT, Entry, Repository


@dataclass(frozen=True, slots=True)
class Choices:
    """The values that a field takes, each with its name ("" where it has none).

    `files` are where they stand when they are ids, () when they stand in the form.
    """

    names: Mapping[Any, str]
    files: tuple[str, ...] = ()

    def labels(self) -> Iterator[tuple[Any, str]]:
        """Yield each value with the text that a list of choices shows for it."""
        for value, name in self.names.items():
            yield value, f"{value} · {name}" if name and name != value else str(value)


def choices_of(
    node: Mapping[str, Any], repository: Repository, language: Language
) -> Choices | None:
    """Return the choices of a part of a form's schema.

    None where anything goes, or where it can't be known: of ids, when there are none yet or when
    a document that they stand in couldn't be read whole.
    """
    if collections := collections_of(node):
        return _ids(collections, repository)
    values = node.get("enum")
    if not isinstance(values, list) or "x-labels" not in node:
        return None
    return Choices({value: _label(node, value, language) for value in values})


def collections_of(node: Any) -> Sequence[str]:
    """Return the collections whose ids a part of a schema takes, () for none."""
    named = node.get("x-reference", ()) if isinstance(node, Mapping) else ()
    return (named,) if isinstance(named, str) else named


def is_empty(collections: Sequence[str], repository: Repository) -> bool:
    """Say whether a field wants ids of which none have been given out yet."""
    return bool(collections) and not any(repository.collections.get(name) for name in collections)


def name_of(entry: Entry) -> str:
    """Return what a reader knows an entry by, on one line; "" when it has nothing but its id."""
    data = entry.data
    found = next((data[key] for key in ("name", "title", "text") if data.get(key)), "")
    return shown(str(found))


def _ids(collections: Sequence[str], repository: Repository) -> Choices | None:
    known = {name: repository.collections.get(name, {}) for name in collections}
    if repository.uncertain.intersection(collections) or not any(known.values()):
        return None
    names = {entry.id: name_of(entry) for entries in known.values() for entry in entries.values()}
    for name in collections:
        for unread in sorted(repository.unread.get(name, ())):
            names.setdefault(unread, "")
    homes = (home for name in collections for home in repository.homes.get(name, ()))
    paths = (PurePosixPath(CONTENT, template.applies_to) for template, _ in homes)
    files = (f"{path.parent}/" if "*" in path.name else str(path) for path in paths)
    return Choices(names, tuple(dict.fromkeys(files)))


def _label(node: Mapping[str, Any], value: Any, language: Language) -> str:
    labels = node.get("x-labels")
    names = labels.get(str(value)) if isinstance(labels, Mapping) else None
    name = names.get(language) if isinstance(names, Mapping) else names
    return shown(str(name or ""))
