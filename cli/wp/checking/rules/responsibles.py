"""Who is responsible: somebody, one of them first, and nobody for too much.

## What
A topic under way has a responsible (where the form itself requires the field, its absence is
reported as missing-field), and one of them is primary. When `programme.md` says how many topics one
person may be responsible for (`limits: {responsible_for: 3}`), a person with more of them is
mentioned; contributors, organisations and roles without a name don't count.

## Why
Of two who are equally responsible, each believes that the other writes. And three topics beside a
clinic and a chair are more than most people can carry through a summer.

## Wrong
```yaml content/one-pagers/datakvalitet.md
responsible:
  - {who: anna-berg, role: secondary}
  - {who: proeve-universitetet, role: contributor}
```
Gives: nobody-primary

```yaml content/programme.md
limits: {responsible_for: 1}
```
```yaml content/one-pagers/datakvalitet.md
responsible:
  - {who: bo-dahl, role: primary}
```
```yaml content/one-pagers/retsgrundlag.md
responsible:
  - {who: bo-dahl, role: primary}
```
Gives: too-many-topics

## Right
```yaml content/one-pagers/datakvalitet.md
responsible:
  - {who: anna-berg, role: primary}
  - {who: proeve-universitetet, role: contributor}
```
"""

from collections.abc import Iterator

from wp.checking.given import at, entries, entry_span, has_begun, lacks, text, title_of
from wp.checking.parameters import Asked, Parameters
from wp.findings import Finding, Nature, Related, Rule
from wp.reading.document import Document
from wp.reading.repository import Repository
from wp.reading.schema import schema_at

NOBODY_RESPONSIBLE = Rule("WP651", "nobody-responsible", Nature.UNFINISHED)
NOBODY_PRIMARY = Rule("WP652", "nobody-primary", Nature.UNFINISHED)
TOO_MANY_TOPICS = Rule("WP653", "too-many-topics", Nature.NOTE)

RULES = (NOBODY_RESPONSIBLE, NOBODY_PRIMARY, TOO_MANY_TOPICS)

RESPONSIBLES = Asked(
    "responsibles",
    {
        "list": "responsible",
        "who": "who",
        "role": "role",
        "primary": "primary",
        "counted": ("primary", "secondary"),
    },
)
ASKED = (RESPONSIBLES,)

_PEOPLE = "people"


def check(document: Document, repository: Repository) -> Iterator[Finding]:
    """Judge who is responsible for one document."""
    parameters = RESPONSIBLES.of(document.template)
    if parameters is None or document.template is None:
        return
    if not document.complete or not has_begun(document):
        return
    key = parameters["list"]
    if lacks(document, key):
        span = document.key_span((key,)) if key in document.data else document.first_span(())
        yield Finding(NOBODY_RESPONSIBLE, document.path, span, {"key": key})
    roles = [text(item, parameters["role"]) for _, item in entries(document.data, key)]
    known = schema_at(document.template.schema, (key, 0, parameters["role"])).get("enum", roles)
    # a misspelled role may be the one that is missing
    if roles and all(role in known for role in roles) and parameters["primary"] not in roles:
        params = {"key": key, "role": parameters["primary"]}
        yield Finding(NOBODY_PRIMARY, document.path, document.key_span((key,)), params)


def check_all(repository: Repository) -> Iterator[Finding]:
    """Find people who are responsible for more topics than the programme allows."""
    programme = repository.programme
    limits = programme.data.get("limits") if programme else None
    limit = limits.get("responsible_for") if isinstance(limits, dict) else None
    if programme is None or not isinstance(limit, int) or isinstance(limit, bool):
        return
    people = repository.collections.get(_PEOPLE, {})
    topics: dict[str, dict[str, Related]] = {}
    for document, parameters in RESPONSIBLES.documents(repository):
        for who, place in _counted(document, parameters) if has_begun(document) else ():
            if who in people:
                topics.setdefault(who, {}).setdefault(document.path, place)
    for who, places in topics.items():
        if len(places) <= limit:
            continue
        person = people[who]
        params = {"name": person.title, "count": len(places), "limit": limit}
        related = (at(programme, ("limits", "responsible_for"), "limit"), *places.values())
        span = entry_span(person, "name")
        yield Finding(TOO_MANY_TOPICS, person.document.path, span, params, related)


def _counted(document: Document, parameters: Parameters) -> Iterator[tuple[str, Related]]:
    """Yield those whose responsibility for a document counts, each with its place."""
    for pointer, item in entries(document.data, parameters["list"]):
        if text(item, parameters["role"]) in parameters["counted"]:
            here = (*pointer, parameters["who"])
            title = title_of(document)
            yield text(item, parameters["who"]), at(document, here, "responsible-for", title=title)
