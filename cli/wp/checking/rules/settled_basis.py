"""What is approved rests on what is settled.

## What
A document with a status that counts as settled (approved) doesn't depend on one that isn't part of
the programme: one that is only proposed, parked, or in the catalogue. The form says which statuses
are meant on either side.

## Why
A topic that is approved is to be carried out. If it needs another that may never come, the board
has approved something that can't be kept.

## Wrong
```yaml content/one-pagers/datakvalitet.md
status: approved
depends_on: [retsgrundlag]
```
```yaml content/one-pagers/retsgrundlag.md
status: proposed
```
Gives: unsettled-basis

## Right
```yaml content/one-pagers/datakvalitet.md
status: approved
depends_on: [retsgrundlag]
```
```yaml content/one-pagers/retsgrundlag.md
status: approved
```
"""

from collections.abc import Iterator

from wp.checking.given import at, texts, title_of
from wp.checking.parameters import Asked
from wp.findings import Finding, Nature, Rule
from wp.reading.repository import Repository

UNSETTLED_BASIS = Rule("WP611", "unsettled-basis", Nature.FALSE)

RULES = (UNSETTLED_BASIS,)

BASIS = Asked(
    "settled-basis",
    {
        "depends_on": "depends_on",
        "settled": ("approved",),
        "unsettled": ("proposed", "parked", "catalogue"),
    },
)
ASKED = (BASIS,)


def check_all(repository: Repository) -> Iterator[Finding]:
    """Judge what each settled document depends on."""
    for template, parameters, documents in BASIS.forms(repository):
        by_id = {document.id: document for document in documents}
        for document in documents:
            if document.status not in parameters["settled"]:
                continue
            for pointer, word in texts(document.data, parameters["depends_on"]):
                other = by_id.get(word)
                if other is None or other.status not in parameters["unsettled"]:
                    continue
                assert template.lifecycle is not None  # its documents have a status
                params = {
                    "own": document.status,
                    "other": title_of(other),
                    "status": other.status,
                }
                related = at(other, (template.lifecycle.field,), "its-status")
                span = document.value_span(pointer)
                yield Finding(UNSETTLED_BASIS, document.path, span, params, (related,))
