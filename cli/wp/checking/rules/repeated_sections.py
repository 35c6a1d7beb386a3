"""Sections that repeat over a list of the front matter: one for each entry, under its own name.

## What
Where a form says `each=agenda` of a heading such as `## Pkt. {number} {title}`, the document has
one such section for each entry of that list. A section that no entry asks for is an error. One that
is known by its number but has other words than its entry is shown with both, as advice: the minutes
may be right, or the agenda.

## Why
The decisions are found by the items' numbers. A reader who looks up an item of the agenda must find
it in the minutes.

## Wrong
```yaml content/minutes/2027-03-02.md
agenda:
  - {number: 1, title: Kræftplan V, start: 10:00, end: 12:00}
```
```markdown content/minutes/2027-03-02.md
## Pkt. 1 Videre drøftelse af Kræftplan V

### Referat

Rådet drøftede planen.

## Pkt. 2 Eventuelt

### Referat

Der var intet.
```
Gives: renamed-section, section-without-entry

## Right
```yaml content/minutes/2027-03-02.md
agenda:
  - {number: 1, title: Kræftplan V, start: 10:00, end: 11:50}
  - {number: 2, title: Eventuelt, start: 11:50, end: 12:00}
```
```markdown content/minutes/2027-03-02.md
## Pkt. 1 Kræftplan V

### Referat

Rådet drøftede planen.

## Pkt. 2 Eventuelt

### Referat

Der var intet.
```
"""

from collections.abc import Iterator

from wp.checking.headings import heading_place
from wp.findings import Finding, Nature, Related, Rule
from wp.reading.document import Document
from wp.reading.headings import fits_repeated
from wp.reading.outline import Match, Outline
from wp.reading.repository import Repository
from wp.reading.section import Section

SECTION_WITHOUT_ENTRY = Rule("WP320", "section-without-entry", Nature.FALSE)
RENAMED_SECTION = Rule("WP321", "renamed-section", Nature.ADVICE)

RULES = (SECTION_WITHOUT_ENTRY, RENAMED_SECTION)


def check(document: Document, repository: Repository) -> Iterator[Finding]:
    """Judge the repeated sections of one document."""
    if document.template is not None and document.complete:
        yield from _level(document, document.outline)


def _level(document: Document, outline: Outline) -> Iterator[Finding]:
    for section in outline.unknown:
        match = next((m for m in outline.matches if fits_repeated(m.form, section.title)), None)
        # an entry without its number or title may be the one that is meant
        if match is not None and all("{" not in m.title for m in outline.matches):
            yield _without_entry(document, section, match)
    for match in outline.matches:
        if match.section is not None:
            if match.item is not None and match.renamed and "{" not in match.title:
                yield _renamed(document, match.section, match)
            yield from _level(document, match.children)


def _without_entry(document: Document, section: Section, match: Match) -> Finding:
    span = heading_place(document, section.heading).line
    line = document.key_span((match.form.each,)).line
    params = {"title": section.title, "key": match.form.each}
    related = (Related(document.path, line, "list"),)
    return Finding(SECTION_WITHOUT_ENTRY, document.path, span, params, related)


def _renamed(document: Document, section: Section, match: Match) -> Finding:
    span = heading_place(document, section.heading).line
    entry = document.value_span((match.form.each, match.item or 0, "title"))
    params = {"title": section.title, "wanted": match.title, "key": match.form.each}
    related = (Related(document.path, entry.line, "entry"),)
    return Finding(RENAMED_SECTION, document.path, span, params, related)
