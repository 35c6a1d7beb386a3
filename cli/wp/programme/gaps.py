"""What the programme still lacks. The forms say which fields and sections there must be."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from wp.programme.front_matter import included
from wp.programme.index import Index, is_approved, ref_of, title_of
from wp.programme.model import Activity, Gap, OnePager, Ref, SectionText
from wp.programme.topics import activity_id
from wp.programme.values import text
from wp.reading.document import Document
from wp.reading.repository import Entry
from wp.reading.schema import resolve

PRIMARY = "primary"
ACTIVITIES = "activities"
_EMPTY: tuple[object, ...] = (None, "", [], {})
_Names = tuple[tuple[str, str], ...]  # of the fields around one: key and title


def programme_gaps(
    index: Index, document: Document, where: Ref, sections: Iterable[SectionText]
) -> Iterator[Gap]:
    """Yield what the programme's own document lacks; `where` refers to it."""
    yield from _fields(document, where)
    yield from _sections(sections, where)
    for area in index.items("focus_areas"):
        if not included(index.topics_naming("focus_area", area.id)):
            yield Gap("topics", ref_of("focus_areas", area))
    for goal in index.items("goals"):
        if not included(index.topics_naming("goals", goal.id)):
            yield Gap("support", ref_of("goals", goal))
    if not is_approved(document):
        yield Gap("approval", where)


def one_pager_gaps(topic: OnePager, document: Document) -> Iterator[Gap]:
    """Yield what a one-pager of the programme lacks, and its activities."""
    where = topic.ref
    yield from _fields(document, where)
    yield from _sections(topic.sections, where)
    if topic.responsible and all(item.role != PRIMARY for item in topic.responsible):
        yield Gap("primary", where)
    if not topic.activities:
        yield Gap("activities", where)
    for activity in topic.activities:
        if not activity.estimated:
            yield _cost(activity, topic.path)
    for item in topic.cross_cutting:
        if not item.text:
            yield Gap("theme", where, item.theme.id, item.theme.title)
    if not is_approved(document):
        yield Gap("approval", where)


def _cost(activity: Activity, path: str) -> Gap:
    """Name the years that lack an amount when others have one."""
    years = ", ".join(map(str, activity.open_years)) if activity.cost else ""
    return Gap("cost", Ref(ACTIVITIES, activity.id, activity.title, path), years, years)


def _sections(sections: Iterable[SectionText], where: Ref) -> Iterator[Gap]:
    for section in sections:
        if section.key and section.empty:
            yield Gap("section", where, section.key, section.title)


def _fields(document: Document, where: Ref) -> Iterator[Gap]:
    """Yield the fields that the schema requires and that have nothing in them."""
    if document.template is not None:
        yield from _missing(document, document.template.schema, document.data, where, ())


def _missing(
    document: Document, node: Any, data: Mapping[str, Any], where: Ref, above: _Names
) -> Iterator[Gap]:
    """Walk one mapping along its part of the schema; `above` are the fields that it stands in."""
    properties = node.get("properties", {})
    for key in node.get("required", ()):
        if data.get(key) in _EMPTY:
            names = (*above, (key, _follow(document, properties.get(key)).get("title", key)))
            keys, titles = zip(*names, strict=True)
            yield Gap("field", where, ".".join(keys), ": ".join(titles))
    for key, value in data.items():
        inner = _follow(document, properties.get(key))
        names = (*above, (key, inner.get("title", key)))
        if isinstance(value, dict):
            yield from _missing(document, inner, value, where, names)
        elif isinstance(value, list):
            item_node = _follow(document, inner.get("items"))
            items = [item for item in value if isinstance(item, dict)]
            for number, item in enumerate(items, 1):
                if collection := inner.get("x-collection"):
                    there = _entry(document, collection, number, item)
                    yield from _missing(document, item_node, item, there, ())
                else:
                    numbered = (*names, (str(number), str(number)))
                    yield from _missing(document, item_node, item, where, numbered)


def _follow(document: Document, node: Any) -> Mapping[str, Any]:
    schema = document.template.schema if document.template else {}
    found = resolve(schema, node)
    return found if isinstance(found, dict) else {}


def _entry(document: Document, collection: str, number: int, data: Mapping[str, Any]) -> Ref:
    ident = text(data, "id")
    if collection == ACTIVITIES:
        ident = activity_id(document, number, data)
    return Ref(collection, ident, title_of(Entry(ident, document, (), data)), document.path)
