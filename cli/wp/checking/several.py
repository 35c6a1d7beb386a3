"""Several values written as one text: "a, b" where the list [a, b] is wanted, or only one."""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from wp.reading.repository import Repository
from wp.reading.yaml_core import written

_BETWEEN = re.compile(r"\s*[,;]\s*|\s+(?:og|samt|and|&)\s+")


def parts_of(text: str) -> list[str]:
    """Return the values that a text lists, itself alone if it lists none."""
    return [part for part in (part.strip(" -–•") for part in _BETWEEN.split(text)) if part]


def listed(parts: Iterable[str], key: str) -> str:
    """Return values as a list on one line: [a, b], or [{key: a}, {key: b}]."""
    words = map(written, parts)
    return f"[{', '.join(f'{{{key}: {word}}}' if key else word for word in words)}]"


def entry_of(item: Mapping[str, Any]) -> str:
    """Return how an entry with fields is written, by the part of a schema for it: "- {who: …}".

    It is "" where entries have no fields.
    """
    fields = item.get("required") or item.get("properties")
    return f"- {{{', '.join(f'{name}: …' for name in fields)}}}" if fields else ""


def collections_in(node: Mapping[str, Any]) -> tuple[str, ...]:
    """Return the collections that a part of a schema wants an id of, () for none."""
    named = node.get("x-reference", ())
    return (named,) if isinstance(named, str) else tuple(named)


def all_known(repository: Repository, names: Iterable[str], parts: Iterable[str]) -> bool:
    """Say whether each part is an id in one of some collections."""
    known = [repository.collections.get(name, {}) for name in names]
    return all(any(part in entries for entries in known) for part in parts)
