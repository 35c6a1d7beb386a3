"""What a document gives, read without tripping: what isn't of its type is as good as not there.

That a value is of the wrong type is the finding of other rules. Here only what can be relied on is
passed on.
"""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from wp.findings import Related, Span
from wp.reading.document import Document, Pointer
from wp.reading.repository import Entry, Repository
from wp.reading.schema import schema_at
from wp.reading.template import Template

_ISO = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_YEAR = re.compile("[0-9]{4}")


def text(data: Any, *keys: str) -> str:
    """Return the text under some keys, one inside the other; "" for none."""
    for key in keys:
        data = data.get(key) if isinstance(data, Mapping) else None
    return " ".join(data.split()) if isinstance(data, str) else ""


def day(value: Any) -> date | None:
    """Return the day of an ISO date such as 2027-03-02, None for anything else."""
    if not isinstance(value, str) or not _ISO.fullmatch(value):
        return None
    try:
        return date.fromisoformat(value)
    except ValueError:
        return None


def entries(data: Any, key: str) -> Iterator[tuple[Pointer, Mapping[str, Any]]]:
    """Yield the mappings of a list, each with its place."""
    items = data.get(key) if isinstance(data, Mapping) else None
    for number, item in enumerate(items if isinstance(items, list) else ()):
        if isinstance(item, dict):
            yield (key, number), item


def texts(data: Any, key: str) -> Iterator[tuple[Pointer, str]]:
    """Yield the texts of a list, each with its place."""
    items = data.get(key) if isinstance(data, Mapping) else None
    for number, item in enumerate(items if isinstance(items, list) else ()):
        if isinstance(item, str) and item.strip():
            yield (key, number), item


def amounts(data: Any, key: str) -> Iterator[tuple[str, int]]:
    """Yield the whole amounts of a mapping from years, each with its year as it is written."""
    given = data.get(key) if isinstance(data, Mapping) else None
    for year, amount in given.items() if isinstance(given, Mapping) else ():
        whole = isinstance(amount, int) and not isinstance(amount, bool)
        if isinstance(year, str) and _YEAR.fullmatch(year) and whole:
            yield year, amount


def title_of(document: Document) -> str:
    """Return a document's title, else its id."""
    return text(document.data, "title") or document.id


def entry_span(entry: Entry, key: str = "id") -> Span:
    """Return where an entry is named: at a key's value, else where the entry begins."""
    if not entry.pointer:
        return entry.document.first_span(())
    shown = key if key in entry.data else "id"
    return entry.document.value_span((*entry.pointer, shown))


def line_at(document: Document, pointer: Pointer) -> int:
    """Return the line of a value."""
    return document.value_span(pointer).line


def at(document: Document, pointer: Pointer, name: str, /, **params: Any) -> Related:
    """Return a value's place as one that belongs to a finding; `name` picks its sentence."""
    return Related(document.path, line_at(document, pointer), name, params)


def has_begun(document: Document) -> bool:
    """Say whether work on a document is under way: its status counts, and it isn't set aside.

    Such one-pagers make up the programme. A document without statuses always counts.
    """
    lifecycle = document.template.lifecycle if document.template else None
    if lifecycle is None:
        return True
    order = lifecycle.order
    return document.status in order[order.index(lifecycle.expected_from) :]


def is_waiting(document: Document) -> bool:
    """Say whether nothing has been settled about a document yet: it is only proposed."""
    lifecycle = document.template.lifecycle if document.template else None
    if lifecycle is None:
        return False
    order = lifecycle.order
    return document.status in order[: order.index(lifecycle.expected_from)]


def is_aside(document: Document) -> bool:
    """Say whether a document has been set aside, such as parked."""
    lifecycle = document.template.lifecycle if document.template else None
    return lifecycle is not None and document.status in lifecycle.aside


def is_finished(document: Document) -> bool:
    """Say whether a document's status says that nothing is missing in it any more."""
    lifecycle = document.template.lifecycle if document.template else None
    if lifecycle is None:
        return False
    order = lifecycle.order
    return document.status in order[order.index(lifecycle.complete_from) :]


def all_read(repository: Repository, template: Template) -> bool:
    """Say whether every document of a form could be read, so that what none says is missing."""
    if repository.unread.get(template.collection):
        return False
    return all(document.complete for document in repository.of(template.name))


def has_known_status(document: Document) -> bool:
    """Say whether a document has a status that its form knows, or none to have."""
    lifecycle = document.template.lifecycle if document.template else None
    return lifecycle is None or document.status in (*lifecycle.order, *lifecycle.aside)


def lacks(document: Document, field: str) -> bool:
    """Say whether a field isn't there, or an empty list, and the form's schema has no objection.

    What the schema requires is reported as missing or empty already.
    """
    template = document.template
    if template is None or document.data.get(field, []) != []:
        return False
    if field in document.data:
        return not schema_at(template.schema, (field,)).get("minItems")
    required = template.schema.get("required")
    return not (isinstance(required, list) and field in required)
