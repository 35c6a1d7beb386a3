"""The fields of one form in a file that belongs to another.

## What
Where all fields of a document are those of another form, and several of them unknown to its own,
that is said once, in place of a finding for each field. Either the file lies in the wrong folder,
or its fields were copied from a document of another kind.

## Why
A dozen findings about unknown and missing fields hide the one mistake behind them.

## Wrong
```text content/one-pagers/datakvalitet.md
---
body: faellesraadet
date: 2027-03-02
start: "10:00"
end: "12:00"
status: draft
---
```
Gives: other-form

## Right
```text content/one-pagers/datakvalitet.md
---
title: Datakvalitet
status: draft
---
```
"""

from collections.abc import Iterator

from wp.checking.forms import form_of_fields
from wp.findings import Finding, Nature, Related, Rule
from wp.reading.document import Document
from wp.reading.places import CONTENT
from wp.reading.repository import Repository

OTHER_FORM = Rule("WP219", "other-form", Nature.FALSE)

RULES = (OTHER_FORM,)


def check(document: Document, repository: Repository) -> Iterator[Finding]:
    """Judge whether one document's fields are those of its own form."""
    other, form = form_of_fields(document, repository), document.template
    if other is None or form is None:
        return
    known = form.schema["properties"]
    first = next(key for key in document.data if key not in known)
    place = f"{CONTENT}/{other.applies_to}"
    params = {
        "form": form.title,
        "other": other.title,
        "place": place.rpartition("/")[0] if "*" in place else place,
        "known": list(known),
    }
    related = (Related(form.path, form.schema_line(("properties",)), "template"),)
    yield Finding(OTHER_FORM, document.path, document.key_span((first,)), params, related)
