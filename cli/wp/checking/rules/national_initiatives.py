"""National initiatives that no topic has an interface with.

## What
Each initiative in the register is named by a one-pager, itself or by a part of it. One that none
names is mentioned; it is no fault.

## Why
The register is what the council saw as bearing on its work. An initiative that no topic names was
perhaps forgotten when the topics were written.

## Wrong
```yaml content/initiatives.yml
initiatives:
  - {id: sundhedsplanen, title: Sundhedsplanen}
```
```yaml content/one-pagers/datakvalitet.md
interfaces: []
```
Gives: initiative-unnamed

## Right
```yaml content/initiatives.yml
initiatives:
  - {id: sundhedsplanen, title: Sundhedsplanen}
```
```yaml content/one-pagers/datakvalitet.md
interfaces: [sundhedsplanen]
```
"""

from collections.abc import Iterator

from wp.checking.given import all_read, entry_span, text, texts
from wp.checking.parameters import Asked
from wp.findings import Finding, Nature, Rule
from wp.reading.repository import Repository

INITIATIVE_UNNAMED = Rule("WP671", "initiative-unnamed", Nature.NOTE)

RULES = (INITIATIVE_UNNAMED,)

INITIATIVES = Asked(
    "national-initiatives",
    {"interfaces": "interfaces", "collection": "initiatives", "part_of": "part_of"},
)
ASKED = (INITIATIVES,)


def check_all(repository: Repository) -> Iterator[Finding]:
    """Find the initiatives that no topic names."""
    for template, parameters, documents in INITIATIVES.forms(repository):
        known = repository.collections.get(parameters["collection"], {})
        named: set[str] = set()
        certain = all_read(repository, template)
        for document in documents:
            certain &= isinstance(document.data.get(parameters["interfaces"], []), list)
            for _, word in texts(document.data, parameters["interfaces"]):
                certain &= word in known  # a misspelled id may mean any of them
                # whoever names a part has the whole in mind; parts may go round in a ring
                while word in known and word not in named:
                    named.add(word)
                    word = text(known[word].data, parameters["part_of"])
        for ident, initiative in known.items() if certain else ():
            if ident not in named:
                params = {"title": initiative.title, "key": parameters["interfaces"]}
                span = entry_span(initiative, "title")
                yield Finding(INITIATIVE_UNNAMED, initiative.document.path, span, params)
