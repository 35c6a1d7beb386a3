"""Focus areas: each has a topic, and what was seen as important was given to somebody.

## What
Each focus area in `programme.md` has a one-pager. One that the council has assessed (`importance`)
has a one-pager that is more than proposed: under way, parked, or in the catalogue. And where some
focus areas are assessed, one with topics under way but without an assessment is mentioned.

## Why
Importance is settled at one meeting and responsibility at another. What falls between the two is
missed by everyone, since nobody is late with it.

## Wrong
```yaml content/programme.md
focus_areas:
  - {id: data, title: Data, order: 1, importance: most-important}
  - {id: ret, title: Ret, order: 2}
  - {id: etik, title: Etik, order: 3}
```
```yaml content/one-pagers/datakvalitet.md
focus_area: data
status: proposed
```
```yaml content/one-pagers/retsgrundlag.md
focus_area: ret
status: draft
```
Gives: important-unallocated, allocated-unassessed, area-without-topic

## Right
```yaml content/programme.md
focus_areas:
  - {id: data, title: Data, order: 1, importance: most-important}
  - {id: ret, title: Ret, order: 2, importance: relevant}
```
```yaml content/one-pagers/datakvalitet.md
focus_area: data
status: draft
```
```yaml content/one-pagers/retsgrundlag.md
focus_area: ret
status: draft
```
"""

from collections.abc import Iterator, Mapping

from wp.checking.given import all_read, at, entry_span, has_begun, is_waiting, text, title_of
from wp.checking.parameters import Asked
from wp.findings import Finding, Nature, Related, Rule
from wp.reading.document import Document
from wp.reading.repository import Entry, Repository
from wp.reading.schema import schema_at

AREA_WITHOUT_TOPIC = Rule("WP641", "area-without-topic", Nature.ADVICE)
IMPORTANT_UNALLOCATED = Rule("WP642", "important-unallocated", Nature.ADVICE)
ALLOCATED_UNASSESSED = Rule("WP643", "allocated-unassessed", Nature.NOTE)

RULES = (AREA_WITHOUT_TOPIC, IMPORTANT_UNALLOCATED, ALLOCATED_UNASSESSED)

AREAS = Asked(
    "focus-areas",
    {"focus_area": "focus_area", "collection": "focus_areas", "importance": "importance"},
)
ASKED = (AREAS,)


def check_all(repository: Repository) -> Iterator[Finding]:
    """Judge every focus area by the topics that name it."""
    for template, parameters, documents in AREAS.forms(repository):
        topics: dict[str, list[Document]] = {}
        areas = repository.collections.get(parameters["collection"], {})
        certain = all_read(repository, template)
        for document in documents:
            ident = text(document.data, parameters["focus_area"])
            topics.setdefault(ident, []).append(document)
            # a misspelled id may mean any of them; so may a topic that doesn't say yet
            certain &= ident in areas or (not ident and not has_begun(document))
        if not certain:
            continue
        importance = parameters["importance"]
        some_assessed = any(text(area.data, importance) for area in areas.values())
        for ident, area in areas.items():
            found = topics.get(ident, [])
            assessed = text(area.data, importance)
            params = {"title": area.title, "importance": _named(area, importance)}
            path = area.document.path
            if not found:
                span = entry_span(area, "title")
                yield Finding(AREA_WITHOUT_TOPIC, path, span, params)
            elif assessed and all(map(is_waiting, found)):
                span = entry_span(area, importance)
                related = tuple(map(_only_proposed, found))
                yield Finding(IMPORTANT_UNALLOCATED, path, span, params, related)
            elif some_assessed and importance not in area.data and any(map(has_begun, found)):
                span = entry_span(area, "title")
                yield Finding(ALLOCATED_UNASSESSED, path, span, params)


def _named(area: Entry, key: str) -> Mapping[str, str]:
    """Return what the form calls a value of an entry, by language; the value itself if nothing."""
    value = text(area.data, key)
    template = area.document.template
    labels = schema_at(template.schema, (*area.pointer, key)).get("x-labels") if template else None
    named = labels.get(value) if isinstance(labels, dict) else None
    return named if isinstance(named, dict) else {"da": value, "en": value}


def _only_proposed(document: Document) -> Related:
    lifecycle = document.template.lifecycle if document.template else None
    assert lifecycle is not None  # what waits has a status
    return at(document, (lifecycle.field,), "only-proposed", title=title_of(document))
