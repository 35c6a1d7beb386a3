"""The fields of a document stand in their form's order.

## What
The fields at the top of a document come in the order in which its form has them. Fields that the
form doesn't have stay behind the one that they stand behind. It is only a note: the order changes
nothing in the programme. The rule runs for the forms that ask for it (`key-order` under `rules`).

## Why
Who reads many one-pagers finds the status in the same place in each. A change of one field is one
line in git when nobody moves the others about.

## Wrong
```markdown content/one-pagers/datakvalitet.md
---
status: draft
title: Datakvalitet
---
```
Gives: key-order

## Right
```markdown content/one-pagers/datakvalitet.md
---
title: Datakvalitet
status: draft
---
```
"""

from collections.abc import Iterator, Sequence

from wp.checking.moving import fields_in_order
from wp.checking.parameters import Asked
from wp.findings import Finding, Nature, Related, Rule
from wp.reading.document import Document
from wp.reading.repository import Repository

KEY_ORDER = Rule("WP218", "key-order", Nature.NOTE)

RULES = (KEY_ORDER,)

ORDERED = Asked("key-order", {})
ASKED = (ORDERED,)


def check(document: Document, repository: Repository) -> Iterator[Finding]:
    """Judge the order of one document's fields."""
    template = document.template
    if template is None or ORDERED.of(template) is None or not document.complete:
        return
    known = list(template.schema.get("properties", {}))
    keys = list(document.data)
    wanted = _ordered(keys, known)
    if wanted == keys:
        return
    ranks = [known.index(key) for key in keys if key in known]
    written = [key for key in keys if key in known]
    # the first field that one above it should follow
    at = next(i for i, rank in enumerate(ranks) if i and rank < max(ranks[:i]))
    key = written[at]
    before = next(other for other in written[:at] if known.index(other) > ranks[at])
    path = ("schema", "properties", key)
    here = Related(document.path, document.key_span((before,)).line, "precedes")
    asked = Related(template.path, template.line_of(path), "template")
    params = {"key": key, "before": before}
    fix = fields_in_order(document, wanted)
    span = document.key_span((key,))
    yield Finding(KEY_ORDER, document.path, span, params, (here, asked), fix)


def _ordered(keys: Sequence[str], known: Sequence[str]) -> list[str]:
    """Return the keys in the form's order, unknown ones behind what they stand behind."""
    groups: list[list[str]] = [[]]
    for key in keys:
        if key in known:
            groups.append([])
        groups[-1].append(key)
    first, *rest = groups
    rest.sort(key=lambda group: known.index(group[0]))
    return [*first, *(key for group in rest for key in group)]
