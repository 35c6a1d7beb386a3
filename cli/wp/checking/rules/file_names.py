"""File names: a document's id is its file name, so the name must be one.

## What
The name of a document, without its ending, is written in lower case letters a–z, digits and
hyphens: æ becomes ae, ø becomes oe, å becomes aa. Where the form says that the name is a field's
value (`id_from: date` for minutes), the two are the same. No two files have names that differ only
in upper and lower case.

## Why
Other documents refer to this one by its name. A name with spaces, capitals or æøå is written in
several ways, means different files on a Mac, on Windows and on the web, and is soon misspelled.

## Wrong
```yaml content/one-pagers/Værdi for patienter.md
title: Værdi for patienter
```
```yaml content/minutes/referat.md
date: 2027-06-15
```
Gives: bad-file-name, file-name-differs

```yaml content/one-pagers/jura.md
title: Jura
```
```yaml content/one-pagers/Jura.md
title: Jura og etik
```
Gives: bad-file-name, same-file-name

## Right
```yaml content/one-pagers/vaerdi-for-patienter.md
title: Værdi for patienter
```
```yaml content/minutes/2027-06-15.md
date: 2027-06-15
```
"""

from collections.abc import Iterator
from pathlib import PurePosixPath

from wp.findings import Finding, Nature, Related, Rule, Span
from wp.reading.document import Document
from wp.reading.repository import Repository
from wp.reading.slugs import make_id

BAD_FILE_NAME = Rule("WP150", "bad-file-name", Nature.FALSE)
FILE_NAME_DIFFERS = Rule("WP151", "file-name-differs", Nature.FALSE)
SAME_FILE_NAME = Rule("WP152", "same-file-name", Nature.FALSE)

RULES = (BAD_FILE_NAME, FILE_NAME_DIFFERS, SAME_FILE_NAME)

_START = Span(1, 1, 1, 1)
_UNKNOWN_CHARACTER = "\ufffd"


def check(document: Document, repository: Repository) -> Iterator[Finding]:
    """Judge one document's file name."""
    template = document.template
    if template is None or "*" not in template.applies_to or _UNKNOWN_CHARACTER in document.id:
        return
    path = PurePosixPath(document.path)
    wanted = _wanted(document)
    if wanted and wanted != document.id:
        span = document.value_span((template.id_from,))
        params = {"name": path.name, "key": template.id_from, "wanted": f"{wanted}{path.suffix}"}
        related = (Related(template.path, template.line_of(("id_from",)), "template"),)
        yield Finding(FILE_NAME_DIFFERS, document.path, span, params, related)
    elif make_id(document.id) != document.id:
        name = make_id(document.id)
        taken = str(path.with_name(f"{name}{path.suffix}")) in repository.files
        near = f"{name}{path.suffix}" if name and not taken else ""
        yield Finding(BAD_FILE_NAME, document.path, _START, {"name": path.name, "near": near})


def check_all(repository: Repository) -> Iterator[Finding]:
    """Find names that only some systems tell apart."""
    first: dict[str, str] = {}
    for path in sorted(repository.files):
        other = first.setdefault(path.casefold(), path)
        if other != path:
            params = {"name": PurePosixPath(path).name, "other": other}
            yield Finding(SAME_FILE_NAME, path, _START, params, (Related(other, 1, "first"),))


def _wanted(document: Document) -> str:
    """Return the id that a field of the document gives it, "" when none does."""
    field = document.template.id_from if document.template else ""
    value = document.data.get(field) if field else None
    text = str(value) if isinstance(value, str | int) else ""
    # a value that is wrong in itself is no name to ask for
    return text if make_id(text) == text else ""
