"""Headings go down one level at a time.

## What
A heading is at most one level below the one before it: after `##` comes `###`, not `####`. Headings
that the form asks for have their levels from there and are judged by other rules; this one is about
the writer's own. The levels above the form's highest are taken as given.

## Why
The headings are the programme's bookmarks and contents. A screen reader tells its listener the
level, and one that is left out sounds like a part that is missing (WCAG 2.1, technique G141).

## Wrong
```markdown content/one-pagers/datakvalitet.md#Aktiviteter
Målingen bliver prøvet af ét sted, før den breder sig til resten af landet.
Derefter venter den på emnet om retsgrundlaget.

#### Første år

Metoden bliver aftalt med regionerne.
```
Gives: heading-level-skips

## Right
```markdown content/one-pagers/datakvalitet.md#Aktiviteter
Målingen bliver prøvet af ét sted, før den breder sig til resten af landet.
Derefter venter den på emnet om retsgrundlaget.

### Første år

Metoden bliver aftalt med regionerne.
```
"""

from collections.abc import Iterator

from wp.checking.headings import heading_place
from wp.findings import Finding, Nature, Related, Rule
from wp.reading.document import Document
from wp.reading.nodes import Node
from wp.reading.repository import Repository

LEVEL_SKIPS = Rule("WP924", "heading-level-skips", Nature.ADVICE)

RULES = (LEVEL_SKIPS,)


def check(document: Document, repository: Repository) -> Iterator[Finding]:
    """Judge the levels of one document's own headings."""
    headings = [node for node in document.body.children if node.kind == "heading"]
    if not headings:
        return
    outline = document.outline
    of_the_form = {m.section.start for m in outline.all_matches() if m.section is not None}
    forms = document.template.sections if document.template else ()
    level = min((form.level for form in forms), default=1) - 1
    above: Node | None = None
    for heading in headings:
        written, title = heading.attrs["level"], " ".join(heading.plain_text().split())
        if written > level + 1 and heading.start not in of_the_form and title:
            related: tuple[Related, ...] = ()
            if above is not None:
                related = (Related(document.path, document.node_span(above).line, "heading-above"),)
            params = {"title": title, "written": "#" * written, "wanted": "#" * (level + 1)}
            span = heading_place(document, heading).line
            yield Finding(LEVEL_SKIPS, document.path, span, params, related)
        level, above = written, heading
