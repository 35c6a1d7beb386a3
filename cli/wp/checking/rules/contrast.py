"""A colour of the council's own is one that text can be read in.

## What
A colour that `programme.md` gives for headings, links and fields of colour (`look: colour`) has a
contrast of at least 4.5 to 1 with white, the paper that it is printed on. The rest of the palette,
the one of a dark screen included, is made from it and follows.

## Why
Public bodies' documents must be readable by everybody by law (EN 301 549, that is WCAG 2.1,
criterion 1.4.3). A heading in a light colour is lost on a bad projector, and to whoever sees little
of colours.

## Wrong
```yaml content/programme.md
look:
  colour: "#3FA9C8"
```
Gives: low-contrast

## Right
```yaml content/programme.md
look:
  colour: "#1B6F88"
```
"""

from collections.abc import Iterator
from math import floor
from typing import Any

from wp.checking.parameters import Asked
from wp.colours import LEAST_CONTRAST, WHITE, contrast, is_colour
from wp.findings import Finding, Nature, Rule
from wp.reading.document import Document
from wp.reading.repository import Repository

LOW_CONTRAST = Rule("WP927", "low-contrast", Nature.FALSE)

RULES = (LOW_CONTRAST,)

CONTRAST = Asked("contrast", {"colours": ()})
ASKED = (CONTRAST,)


def check(document: Document, repository: Repository) -> Iterator[Finding]:
    """Judge the colours that a document gives; `look.colour` is the field in the field `look`."""
    parameters = CONTRAST.of(document.template)
    for name in parameters["colours"] if parameters else ():
        pointer = tuple(name.split("."))
        value: Any = document.data
        for key in pointer:
            value = value.get(key) if isinstance(value, dict) else None
        if not isinstance(value, str) or not is_colour(value):
            continue  # what is no colour at all, the form tells
        found = contrast(value, WHITE)
        if found < LEAST_CONTRAST:
            params = {"colour": value, "found": floor(found * 10) / 10, "least": LEAST_CONTRAST}
            yield Finding(LOW_CONTRAST, document.path, document.value_span(pointer), params)
