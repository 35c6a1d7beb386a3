"""Two of a kind under one title.

## What
No two entries of a collection whose titles the form's `terms` lists, such as one-pagers, have the
same title; capitals and spaces make no difference. A focus area and its one topic may share one.

## Why
A topic that was begun as a copy of another keeps its title when nobody thinks of it, and in the
programme the two can't be told apart.

## Wrong
```yaml content/one-pagers/datakvalitet.md
title: Retsgrundlaget
```
```yaml content/one-pagers/retsgrundlag.md
title: retsgrundlaget
```
Gives: same-title

## Right
```yaml content/one-pagers/datakvalitet.md
title: Datakvalitet
```
"""

from collections.abc import Iterator

from wp.checking.given import line_at, text
from wp.checking.phrases import shape
from wp.checking.rules.terms import TERMS
from wp.findings import Finding, Nature, Related, Rule
from wp.reading.repository import Entry, Repository

SAME_TITLE = Rule("WP908", "same-title", Nature.ADVICE)

RULES = (SAME_TITLE,)


def check_all(repository: Repository) -> Iterator[Finding]:
    """Judge the titles of each collection that a form names."""
    names = {name for _, parameters, _ in TERMS.forms(repository) for name in parameters["titles"]}
    for name in sorted(names):
        first: dict[str, Entry] = {}
        for entry in repository.collections.get(name, {}).values():
            title = text(entry.data, "title")
            other = first.setdefault(shape(title).casefold(), entry) if title else entry
            if other is not entry:
                yield _finding(entry, other, title)


def _finding(entry: Entry, other: Entry, title: str) -> Finding:
    span = entry.document.value_span((*entry.pointer, "title"))
    line = line_at(other.document, (*other.pointer, "title"))
    related = (Related(other.document.path, line, "first"),)
    return Finding(SAME_TITLE, entry.document.path, span, {"title": title}, related)
