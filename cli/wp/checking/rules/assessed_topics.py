"""Topics that the council has assessed and then left: neither given to anyone nor put aside.

## What
A one-pager that stands in the programme's list of `assessments` has a status beyond proposed: it
was allocated, parked, or put in the catalogue. (A focus area that was assessed and then left is
found by the rule important-unallocated.)

## Why
A topic that members proposed and the council assessed deserves an answer, also when that is no.

## Wrong
```yaml content/programme.md
assessments:
  - {topic: evaluering, importance: relevant, date: 2027-04-10}
```
```yaml content/one-pagers/evaluering.md
title: Evaluering
status: proposed
```
Gives: assessed-unsettled

## Right
```yaml content/programme.md
assessments:
  - {topic: evaluering, importance: relevant, date: 2027-04-10}
```
```yaml content/one-pagers/evaluering.md
title: Evaluering
status: catalogue
```
"""

from collections.abc import Iterator

from wp.checking.given import at, entries, is_waiting, text, title_of
from wp.checking.parameters import Asked
from wp.findings import Finding, Nature, Rule
from wp.reading.repository import Repository

ASSESSED_UNSETTLED = Rule("WP654", "assessed-unsettled", Nature.ADVICE)

RULES = (ASSESSED_UNSETTLED,)

ASSESSED = Asked(
    "assessed-topics", {"list": "assessments", "topic": "topic", "collection": "one-pagers"}
)
ASKED = (ASSESSED,)


def check_all(repository: Repository) -> Iterator[Finding]:
    """Judge what became of every topic that was assessed."""
    for programme, parameters in ASSESSED.documents(repository):
        known = repository.collections.get(parameters["collection"], {})
        seen: set[str] = set()
        for pointer, item in entries(programme.data, parameters["list"]):
            topic = known.get(text(item, parameters["topic"]))
            if topic is None or topic.id in seen or not is_waiting(topic.document):
                continue
            seen.add(topic.id)
            document = topic.document
            assert document.template is not None and document.template.lifecycle is not None
            params = {"title": title_of(document), "status": document.status}
            related = at(programme, (*pointer, parameters["topic"]), "assessed")
            span = document.value_span((document.template.lifecycle.field,))
            yield Finding(ASSESSED_UNSETTLED, document.path, span, params, (related,))
