"""A document's status and what the meetings decided about it.

## What
Where the form says that a status takes a decision (approved, parked), a decision in the minutes
gives it: one that concerns the document and sets that status, or one among the document's own
`decisions` whose outcome is of a kind that the form accepts. And when a decision has set a status,
the document doesn't lag behind it or contradict it: the latest such decision counts, unless another
supersedes it. A document may go further by itself, from draft to submitted, but not to a status
that takes a decision.

## Why
What stands in the programme as approved is what a meeting approved, and anyone can look up which.
A parked topic that nobody parked is one that somebody forgot.

## Wrong
```yaml content/one-pagers/datakvalitet.md
status: approved
```
```yaml content/one-pagers/retsgrundlag.md
status: parked
awaiting: Den nye lov, som ventes vedtaget i juni 2027
```
Gives: approved-undecided, parked-undecided

```yaml content/minutes/2027-03-02.md
decisions:
  - id: 2027-03-02-1
    item: 2
    text: Rådet parkerede emnet.
    verb: parks
    concerns: [retsgrundlag]
    sets: parked
```
```yaml content/one-pagers/retsgrundlag.md
status: draft
```
Gives: status-differs

## Right
```yaml content/minutes/2027-03-02.md
decisions:
  - id: 2027-03-02-1
    item: 2
    text: Rådet parkerede emnet.
    verb: parks
    concerns: [retsgrundlag]
    sets: parked
```
```yaml content/one-pagers/retsgrundlag.md
status: parked
awaiting: Den nye lov, som ventes vedtaget i juni 2027
```
"""

from collections.abc import Iterator, Sequence

from wp.checking.decisions import BEFORE, Decision, Log
from wp.checking.given import at, has_known_status, is_aside, texts
from wp.checking.parameters import Asked, Parameters
from wp.findings import Finding, Nature, Rule
from wp.reading.document import Document
from wp.reading.repository import Repository

# Parking happens at a meeting whose minutes may not be written yet; approval waits for them.
PARKED_UNDECIDED = Rule("WP601", "parked-undecided", Nature.ADVICE)
APPROVED_UNDECIDED = Rule("WP602", "approved-undecided", Nature.UNFINISHED)
STATUS_DIFFERS = Rule("WP603", "status-differs", Nature.FALSE)

RULES = (PARKED_UNDECIDED, APPROVED_UNDECIDED, STATUS_DIFFERS)

# `takes` are the statuses that a decision gives, each with the outcomes that may give it unsaid.
DECIDED = Asked("decided-status", {"decisions": "decisions", "takes": {"approved": ["approves"]}})
ASKED = (DECIDED,)


def check_all(repository: Repository) -> Iterator[Finding]:
    """Judge every status that decisions bear on."""
    log = Log(repository)
    for document, parameters in DECIDED.documents(repository):
        lifecycle = document.template.lifecycle if document.template else None
        if lifecycle is None or not document.status or not has_known_status(document):
            continue
        latest = log.latest_setting(document.id)
        if document.status in parameters["takes"]:
            yield from _taken(document, log, latest, parameters, lifecycle.field)
        elif latest is not None and _differs(document, latest, lifecycle.order):
            yield _contradiction(document, latest, lifecycle.field)


def _differs(document: Document, decision: Decision, order: tuple[str, ...]) -> bool:
    """Say whether a document's status is neither the one decided nor a later one."""
    status, decided = document.status, decision.sets
    if status in order and decided in order:
        return order.index(status) < order.index(decided)
    return status != decided


def _taken(
    document: Document, log: Log, latest: Decision | None, parameters: Parameters, field: str
) -> Iterator[Finding]:
    """Judge a status that takes a decision: one gives it, and none since gives another."""
    status = document.status
    outcomes: Sequence[str] = parameters["takes"][status]
    named = [word for _, word in texts(document.data, parameters["decisions"])]
    own = [log.by_id[word] for word in named if word in log.by_id and word not in log.superseded]
    giving = [
        decision.time
        for decision in (*log.about(document.id), *own)
        if decision.sets == status or (not decision.sets and decision.verb in outcomes)
    ]
    misspelled = any(word not in log.by_id for word in named)
    if not giving and (misspelled or not log.complete or not document.complete):
        return  # the decision may well be there
    if latest is not None and latest.sets != status and latest.time > max(giving, default=BEFORE):
        yield _contradiction(document, latest, field)
    elif not giving:
        rule = PARKED_UNDECIDED if is_aside(document) else APPROVED_UNDECIDED
        params = {"status": status, "key": parameters["decisions"]}
        yield Finding(rule, document.path, document.value_span((field,)), params)


def _contradiction(document: Document, decision: Decision, field: str) -> Finding:
    params = {
        "status": document.status,
        "decision": decision.id,
        "date": decision.date,
        "near": decision.sets,
    }
    related = at(decision.entry.document, decision.place("sets"), "decided")
    span = document.value_span((field,))
    return Finding(STATUS_DIFFERS, document.path, span, params, (related,))
