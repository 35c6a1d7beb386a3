"""Cross-cutting themes: addressed by every topic, and a topic of their own nowhere.

## What
Every topic under way says under `cross_cutting` how it takes account of each theme that
`programme.md` lists there. No topic and no focus area has the title of a theme; what is parked or
in the catalogue may.

## Why
A theme that everyone is to think of is one that nobody thinks of, unless each topic must say how.
And once a theme has a topic of its own, the others leave it to that.

## Wrong
```yaml content/programme.md
cross_cutting:
  - {id: ny-teknologi, title: Ny teknologi}
```
```yaml content/one-pagers/datakvalitet.md
cross_cutting: {}
```
Gives: theme-unaddressed

```yaml content/programme.md
cross_cutting:
  - {id: ny-teknologi, title: Ny teknologi}
```
```yaml content/one-pagers/ny-teknologi.md
title: Ny teknologi
```
Gives: theme-as-topic

## Right
```yaml content/programme.md
cross_cutting:
  - {id: ny-teknologi, title: Ny teknologi}
```
```yaml content/one-pagers/datakvalitet.md
cross_cutting:
  ny-teknologi: Målingen prøver nye metoder, før de tages i brug.
```
"""

from collections.abc import Iterator, Mapping

from wp.checking.given import at, entry_span, has_begun, is_aside, lacks, text
from wp.checking.parameters import Asked
from wp.findings import Finding, Nature, Related, Rule, Span
from wp.reading.document import Document
from wp.reading.repository import Entry, Repository
from wp.reading.slugs import make_id

THEME_UNADDRESSED = Rule("WP661", "theme-unaddressed", Nature.UNFINISHED)
THEME_AS_TOPIC = Rule("WP662", "theme-as-topic", Nature.ADVICE)

RULES = (THEME_UNADDRESSED, THEME_AS_TOPIC)

THEMES = Asked(
    "cross-cutting-themes",
    {"field": "cross_cutting", "collection": "cross_cutting", "focus_areas": "focus_areas"},
)
ASKED = (THEMES,)


def check_all(repository: Repository) -> Iterator[Finding]:
    """Judge every topic by the themes, and every theme by the topics' titles."""
    for _, parameters, documents in THEMES.forms(repository):
        themes = repository.collections.get(parameters["collection"], {})
        by_title = {make_id(theme.title): theme for theme in themes.values()}
        for document in documents:
            if found := _unaddressed(document, parameters["field"], themes):
                yield found
            title = make_id(text(document.data, "title"))
            theme = by_title.get(title) if title else None
            if theme is not None and not is_aside(document):
                yield _own_topic(document, document.value_span(("title",)), theme)
        for area in repository.collections.get(parameters["focus_areas"], {}).values():
            theme = by_title.get(make_id(area.title))
            if theme is not None:
                yield _own_topic(area.document, entry_span(area, "title"), theme)


def _unaddressed(document: Document, field: str, themes: Mapping[str, Entry]) -> Finding | None:
    """Return what is wrong with a topic that leaves themes out."""
    if not has_begun(document) or not document.complete:
        return None
    given = document.data.get(field, {})
    if not isinstance(given, dict) or (field not in document.data and not lacks(document, field)):
        return None  # a wrong value, and a field that the form requires, are other rules' findings
    if any(ident not in themes for ident in given):
        return None  # a misspelled id may mean any of them
    missing = [theme for ident, theme in themes.items() if ident not in given]
    if not missing:
        return None
    span = document.key_span((field,)) if field in document.data else document.first_span(())
    params = {
        "titles": [theme.title for theme in missing],
        "key": field,
        "example": missing[0].id,
    }
    return Finding(THEME_UNADDRESSED, document.path, span, params, (_theme(missing[0]),))


def _own_topic(document: Document, span: Span, theme: Entry) -> Finding:
    params = {"title": theme.title, "id": theme.id}
    return Finding(THEME_AS_TOPIC, document.path, span, params, (_theme(theme),))


def _theme(theme: Entry) -> Related:
    return at(theme.document, (*theme.pointer, "id"), "theme", title=theme.title)
