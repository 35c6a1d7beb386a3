"""Strategic goals: each is served by a topic, and each topic serves one.

## What
Each goal in `programme.md` is named by a topic of the programme; one that is only proposed, parked
or in the catalogue serves nothing yet. Each topic under way names a goal, once there are goals to
name. (Where the form itself requires the field, its absence is reported as missing-field.)

## Why
The board adopts goals. One that nothing serves is a promise without work behind it; work that
serves none is hard to defend when money is short.

## Wrong
```yaml content/programme.md
goals:
  - {id: bedre-data, title: Bedre data}
  - {id: let-adgang, title: Let og lige adgang}
```
```yaml content/one-pagers/datakvalitet.md
goals: [bedre-data]
```
Gives: goal-without-topic

## Right
```yaml content/programme.md
goals:
  - {id: bedre-data, title: Bedre data}
  - {id: let-adgang, title: Let og lige adgang}
```
```yaml content/one-pagers/datakvalitet.md
goals: [bedre-data, let-adgang]
```
"""

from collections.abc import Iterator

from wp.checking.given import (
    all_read,
    at,
    entry_span,
    has_begun,
    has_known_status,
    is_waiting,
    lacks,
    texts,
    title_of,
)
from wp.checking.parameters import Asked
from wp.findings import Finding, Nature, Rule
from wp.reading.document import Document, Pointer
from wp.reading.repository import Repository

GOAL_WITHOUT_TOPIC = Rule("WP644", "goal-without-topic", Nature.ADVICE)
TOPIC_WITHOUT_GOAL = Rule("WP645", "topic-without-goal", Nature.UNFINISHED)

RULES = (GOAL_WITHOUT_TOPIC, TOPIC_WITHOUT_GOAL)

GOALS = Asked("strategic-goals", {"goals": "goals", "collection": "goals"})
ASKED = (GOALS,)


def check_all(repository: Repository) -> Iterator[Finding]:
    """Judge every goal by the topics that name it, and every topic by the goals it names."""
    for template, parameters, documents in GOALS.forms(repository):
        goals = repository.collections.get(parameters["collection"], {})
        field = parameters["goals"]
        if not goals:
            continue
        named: dict[str, list[tuple[Document, Pointer]]] = {}
        certain = all_read(repository, template)
        for document in documents:
            words = dict(texts(document.data, field))
            for pointer, word in words.items():
                named.setdefault(word, []).append((document, pointer))
            if has_begun(document) and document.complete and lacks(document, field):
                yield _without(document, field)
            # a misspelled id, or a text where a list should be, may mean any goal
            certain &= isinstance(document.data.get(field, []), list)
            certain &= all(word in goals for word in words.values())
        for ident, goal in goals.items() if certain else ():
            servants = named.get(ident, [])
            if any(has_begun(d) or not has_known_status(d) for d, _ in servants):
                continue
            related = tuple(
                at(
                    document,
                    pointer,
                    "serves-later" if is_waiting(document) else "serves-aside",
                    title=title_of(document),
                    status=document.status,
                )
                for document, pointer in servants
            )
            params = {"title": goal.title}
            span = entry_span(goal, "title")
            yield Finding(GOAL_WITHOUT_TOPIC, goal.document.path, span, params, related)


def _without(document: Document, field: str) -> Finding:
    span = document.first_span(())
    if field in document.data:
        span = document.key_span((field,))
    return Finding(TOPIC_WITHOUT_GOAL, document.path, span, {"key": field})
