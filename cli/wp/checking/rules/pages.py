"""Whether a document keeps to the pages that its form gives it, in the layout of its PDF.

## What
Where the form's `limits` have `pages`, the document fits them when it is laid out as it will look
once approved: panel of facts, sections, tables and pictures. It is said by how many lines it runs
over, and which section is longest against its own limit of words. A document that can't be laid out
at all is an error; as a rule it has a picture that can't be read. A picture file that is broken
(`broken-picture`) is told where it is used, and not once more here.

## Why
A one-pager that is two pages is not read by a board that was promised one. Counting words doesn't
tell: a picture, a table or ten activities take room too.

## Wrong
```svg content/attachments/plan.svg
<svg xmlns="http://www.w3.org/2000/svg" width="600" height="300">
  <rect width="600" height="300" fill="silver"/>
</svg>
```
```markdown content/one-pagers/datakvalitet.md#Tid
![Planen for første halvår](../attachments/plan.svg)

![Planen for andet halvår](../attachments/plan.svg)

![Planen for tredje halvår](../attachments/plan.svg)

![Planen for fjerde halvår](../attachments/plan.svg)

Emnet hører til på mellemlangt sigt, for det venter på et andet.
```
Gives: too-many-pages
```svg content/attachments/plan.svg
<svg xmlns="http://www.w3.org/2000/svg" width="0" height="0"/>
```
```markdown content/one-pagers/datakvalitet.md#Tid
![Planen for alle fire halvår](../attachments/plan.svg)

Emnet hører til på mellemlangt sigt, for det venter på et andet.
```
Gives: not-laid-out

## Right
```svg content/attachments/plan.svg
<svg xmlns="http://www.w3.org/2000/svg" width="600" height="300">
  <rect width="600" height="300" fill="silver"/>
</svg>
```
```markdown content/one-pagers/datakvalitet.md#Tid
![Planen for alle fire halvår](../attachments/plan.svg)

Emnet hører til på mellemlangt sigt, for det venter på et andet.
```
"""

from collections.abc import Iterator

from wp.findings import Finding, Layout, Nature, Related, Rule, Span
from wp.reading.document import Document
from wp.reading.outline import Match, outline_of
from wp.reading.repository import CONTENT, Repository

TOO_MANY_PAGES = Rule("WP940", "too-many-pages", Nature.UNFINISHED)
NOT_LAID_OUT = Rule("WP941", "not-laid-out", Nature.FALSE)

RULES = (TOO_MANY_PAGES, NOT_LAID_OUT)


def check_layout(document: Document, layout: Layout, repository: Repository) -> Iterator[Finding]:
    """Judge the room that one document takes."""
    template = document.template
    if template is None or _is_told(layout, repository):
        return
    span = document.first_span(())
    line = template.document.key_span(("limits", "pages")).line
    if layout.refused:
        params = {"reason": layout.refused}
        yield Finding(NOT_LAID_OUT, document.path, _refused(document, layout), params)
    elif layout.lines_over:
        related = [Related(template.path, line, "template")]
        longest = _longest(document)
        most_filled: dict[str, str | int] = {}
        if longest is not None and longest.section is not None and longest.form.words:
            span = document.node_span(longest.section.heading)
            most_filled = {
                "section": longest.title,
                "words": longest.section.words(),
                "most": longest.form.words[1],
            }
            related.append(Related(template.path, longest.form.line, "word-limit"))
        details = {
            "pages": layout.pages,
            "limit": template.limits["pages"],
            "lines": layout.lines_over,
            "longest": most_filled,
        }
        yield Finding(TOO_MANY_PAGES, document.path, span, details, tuple(related))


def _is_told(layout: Layout, repository: Repository) -> bool:
    """Say whether what is in the way is a file that reading found broken, told where it is used."""
    return any(
        fault.name == "broken-picture"
        and layout.refused.startswith(f"{path.removeprefix(f'{CONTENT}/')}: ")
        for path, fault in repository.stray
    )


def _refused(document: Document, layout: Layout) -> Span:
    """Return the picture that the reason names, else the document's first line."""
    for node in document.body.walk():
        if node.kind == "image":
            name = node.attrs["dest"].rpartition("/")[2]
            if name and f"{name}:" in layout.refused:
                return document.node_span(node)
    return document.first_span(())


def _longest(document: Document) -> Match | None:
    """Return the section that comes nearest to its own limit of words, or is furthest over it."""
    limited = [
        match
        for match in outline_of(document).all_matches()
        if match.section is not None and match.form.words is not None
    ]
    return max(limited, key=_fullness, default=None)


def _fullness(match: Match) -> float:
    assert match.section is not None
    assert match.form.words is not None
    return match.section.words() / max(1, match.form.words[1])
