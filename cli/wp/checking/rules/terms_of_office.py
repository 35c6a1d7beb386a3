"""Responsibles whose term has ended before their work begins.

## What
A person who is responsible for an activity belongs, on the day it starts, to a body in the register
of people, if the register gives that person's terms (`from`, `to`) at all. The same holds for an
action of a meeting on the day it is due, and for a topic's own responsibles on the day of the
latest decision about it. Someone with no body, with a term that has no end, or with a new term is
left alone.

## Why
A member who has left is still named in last year's text. Nobody notices until the work ought to
have been done.

## Wrong
```yaml content/people.yml
bodies:
  - id: raadet
    name: Prøverådet
    kind: council
    members:
      - {who: anna-berg, role: chair}
      - {who: bo-dahl, role: member}
      - {who: carl-eg, role: member, from: 2026-09-01, to: 2028-01-31}
  - {id: bestyrelsen, name: Prøvebestyrelsen, kind: board}
  - {id: sekretariatet, name: Sekretariatet, kind: secretariat}
```
```yaml content/one-pagers/datakvalitet.md
activities:
  - title: Kortlægge behovet
    start: 2028-02-01
    end: 2028-10-31
    responsible: carl-eg
```
Gives: term-ended

## Right
```yaml content/people.yml
bodies:
  - id: raadet
    name: Prøverådet
    kind: council
    members:
      - {who: anna-berg, role: chair}
      - {who: bo-dahl, role: member}
      - {who: carl-eg, role: member, from: 2026-09-01, to: 2028-01-31}
  - {id: bestyrelsen, name: Prøvebestyrelsen, kind: board}
  - {id: sekretariatet, name: Sekretariatet, kind: secretariat}
```
```yaml content/one-pagers/datakvalitet.md
activities:
  - title: Kortlægge behovet
    start: 2028-02-01
    end: 2028-10-31
    responsible: anna-berg
```
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from wp.checking.activities import FIELDS, activities_of
from wp.checking.decisions import Log
from wp.checking.given import at, day, entries, text, texts
from wp.checking.parameters import Asked, Parameters
from wp.findings import Finding, Nature, Rule, Term
from wp.reading.document import Document, Pointer
from wp.reading.repository import Entry, Repository

TERM_ENDED = Rule("WP721", "term-ended", Nature.ADVICE)

RULES = (TERM_ENDED,)

TERMS = Asked(
    "terms-of-office",
    {
        **FIELDS,
        "event": "start",
        "responsible": "responsible",
        "responsibles": "responsible",
        "who": "who",
        "decisions": "decisions",
        "collection": "bodies",
    },
)
ASKED = (TERMS,)


@dataclass(frozen=True, slots=True)
class _Term:
    """Where and when someone's last term in any body ended."""

    body: Entry
    pointer: Pointer
    end: date


def check_all(repository: Repository) -> Iterator[Finding]:
    """Judge every responsible of a topic or an activity by the register's terms."""
    log = Log(repository)
    for template, parameters, documents in TERMS.forms(repository):
        ended = _ended(repository.collections.get(parameters["collection"], {}))
        people = repository.collections.get("people", {})
        if not ended or template.is_register:
            continue
        for document in documents:
            for pointer, who, when, event in _responsibles(document, parameters, log):
                term = ended.get(who)
                if term is None or who not in people or term.end >= when:
                    continue
                params = {
                    "name": people[who].title,
                    "body": term.body.title,
                    "to": term.end,
                    "event": Term(event),
                    "date": when,
                }
                related = at(term.body.document, (*term.pointer, "to"), "term-ends")
                span = document.value_span(pointer)
                yield Finding(TERM_ENDED, document.path, span, params, (related,))


def _responsibles(
    document: Document, parameters: Parameters, log: Log
) -> Iterator[tuple[Pointer, str, date, str]]:
    """Yield who is responsible for what: place, id, the day that counts, and what happens then."""
    for activity in activities_of(document, parameters):
        if activity.start:
            key = parameters["responsible"]
            event = "event.due" if parameters["event"] == "due" else "event.start"
            yield activity.place(key), text(activity.data, key), activity.start, event
            for pointer, who in texts(activity.data, key):
                yield (*activity.pointer, *pointer), who, activity.start, event
    own = [log.by_id.get(word) for _, word in texts(document.data, parameters["decisions"])]
    decided = [d.date for d in (*own, *log.about(document.id)) if d and d.date]
    if decided:
        for pointer, item in entries(document.data, parameters["responsibles"]):
            place = (*pointer, parameters["who"])
            yield place, text(item, parameters["who"]), max(decided), "event.decision"


def _ended(bodies: Mapping[str, Entry]) -> Mapping[str, _Term]:
    """Return the last day in office of everyone whose terms have all ended, by person."""
    last: dict[str, _Term | None] = {}
    for body in bodies.values():
        for pointer, member in entries(body.data, "members"):
            who, end = text(member, "who"), day(member.get("to"))
            term = _Term(body, (*body.pointer, *pointer), end) if end else None
            known = last.get(who, term)
            if term is None or known is None:
                last[who] = None  # still there, or until nobody knows when
            elif term.end >= known.end:
                last[who] = term
    return {who: term for who, term in last.items() if term is not None}
