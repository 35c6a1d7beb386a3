"""Spaces among the fields that aren't spaces.

## What
A no-break space looks like a space and is another character. Word puts it in, and so does a Mac
when Alt is still held down. Before a field, after its colon and at the end of its line it is read
as a space, and noted, all of a file's in one finding. Inside a text it may stand.

## Why
Other programs that read the fields take it for a letter, and then a line that looks right isn't.

## Wrong
```yaml content/one-pagers/datakvalitet.md
horizon:⟨U+00A0⟩medium
```
Gives: no-break-space

## Right
```yaml content/one-pagers/datakvalitet.md
horizon: medium
```
"""

from collections.abc import Iterator

from wp.findings import Edit, Finding, Nature, Rule
from wp.reading.document import Document
from wp.reading.repository import Repository
from wp.reading.spaces import odd_spaces, with_plain_spaces

NO_BREAK_SPACE = Rule("WP119", "no-break-space", Nature.ADVICE)

RULES = (NO_BREAK_SPACE,)


def check(document: Document, repository: Repository) -> Iterator[Finding]:
    """Judge the spaces among one document's fields."""
    source = document.source
    places = odd_spaces(source.text, document.yaml.start, document.yaml.end)
    if not places:
        return
    first, last = places[0], places[-1] + 1
    lines = {source.span(at, at).line for at in places}
    plain = with_plain_spaces(source, document.yaml.start, document.yaml.end)
    fix = Edit(source.span(first, last), plain.text[first:last])
    span = source.span(first, first + 1)
    yield Finding(NO_BREAK_SPACE, document.path, span, {"count": len(lines)}, fix=fix)
