"""What a meeting was asked, against what came of it: every recommendation has its outcome.

## What
An item with a recommendation has a decision or an action, and a recommendation of several limbs has
one for each. The limbs are the entries of its list, or the repetitions of `subject` ("at rådet") in
its text. A decision answers the limbs that ask for its `verb`, by the form's `answers`, or that its
own words answer; a limb that only asks for a discussion (`discussed`) is answered by minutes that
tell of one. Verbs in `weak`, such as `remarks`, record what was said and settle no limb of several.
What can't be told apart is counted: as many outcomes as limbs will do.

## Why
A council is asked for two things, talks about the first, and goes home. Half a year later nobody
can say whether the other was agreed to.

## Wrong
```markdown content/minutes/2027-03-02.md#Pkt. 2 / Indstilling
Det indstilles,

- at rådet tager orienteringen til efterretning, og
- at rådet godkender tidsplanen.
```
```yaml content/minutes/2027-03-02.md
actions: []
decisions:
  - id: 2027-03-02-1
    item: 2
    text: Rådet tog orienteringen til efterretning.
    verb: notes
```
Gives: limb-unanswered

```markdown content/minutes/2027-03-02.md#Pkt. 2 / Indstilling
Det indstilles, at rådet godkender tidsplanen.
```
```yaml content/minutes/2027-03-02.md
actions: []
decisions: []
```
Gives: recommendation-unanswered

## Right
```markdown content/minutes/2027-03-02.md#Pkt. 2 / Indstilling
Det indstilles,

- at rådet tager orienteringen til efterretning, og
- at rådet godkender tidsplanen.
```
```yaml content/minutes/2027-03-02.md
decisions:
  - id: 2027-03-02-1
    item: 2
    text: Rådet tog orienteringen til efterretning.
    verb: notes
  - id: 2027-03-02-2
    item: 2
    text: Rådet godkendte tidsplanen.
    verb: approves
```
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from wp.checking.given import at, entries, text
from wp.checking.headings import heading_place
from wp.checking.meetings import AGENDA, Item, items_of, section_below, sections_of, whole
from wp.checking.parameters import Asked, Parameters
from wp.checking.patterns import NEVER, pattern_of
from wp.findings import Finding, Nature, Related, Rule, Span, Term
from wp.reading.document import Document, Pointer
from wp.reading.nodes import Node
from wp.reading.prose import prose_of
from wp.reading.repository import Repository
from wp.reading.section import Section
from wp.reading.template import Template

UNANSWERED = Rule("WP830", "recommendation-unanswered", Nature.UNFINISHED)
LIMB_UNANSWERED = Rule("WP831", "limb-unanswered", Nature.ADVICE)

RULES = (UNANSWERED, LIMB_UNANSWERED)

OUTCOMES = Asked(
    "meeting-outcomes",
    {**AGENDA, "item": "item", "decisions": "decisions", "actions": "actions", "verb": "verb"}
    | {"text": "text", "recommendation": "recommendation", "minutes": "minutes"}
    | {"lead": "", "limb": "", "subject": "", "discussed": "", "answers": {}, "weak": ()},
)
ASKED = (OUTCOMES,)


@dataclass(frozen=True, slots=True)
class _Limb:
    """One thing that the council is asked for, and where."""

    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class _Outcome:
    """A decision, or an action, which has no verb."""

    verb: str
    text: str
    place: Pointer


def check(document: Document, repository: Repository) -> Iterator[Finding]:
    """Judge the recommendations of one meeting."""
    parameters = OUTCOMES.of(document.template)
    if parameters is None or not document.complete:
        return
    items = {item.place[1]: item for item in items_of(document, parameters)}
    outcomes = _outcomes(document, parameters)
    for number, match, _ in sections_of(document, parameters["agenda"]):
        asked = section_below(match, parameters["recommendation"])
        item = items.get(number)
        if asked is None or item is None or item.number is None or not asked.words():
            continue
        found = outcomes.get(item.number, [])
        if not found:
            yield _unanswered(document, parameters, item, asked)
            continue
        limbs = _limbs(document, parameters, asked)
        said = section_below(match, parameters["minutes"])
        if len(limbs) > 1:
            yield from _judge(document, parameters, item, limbs, found, said)


def _outcomes(document: Document, parameters: Parameters) -> Mapping[int, list[_Outcome]]:
    """Return the decisions and actions of each item."""
    found: dict[int, list[_Outcome]] = {}
    for name in (parameters["decisions"], parameters["actions"]):
        for place, data in entries(document.data, name):
            number = whole(data.get(parameters["item"]))
            if number is not None:
                verb = text(data, parameters["verb"]) if name == parameters["decisions"] else ""
                outcome = _Outcome(verb, text(data, parameters["text"]), place)
                found.setdefault(number, []).append(outcome)
    return found


def _unanswered(document: Document, parameters: Parameters, item: Item, asked: Section) -> Finding:
    params = {
        "number": item.number,
        "decisions": parameters["decisions"],
        "actions": parameters["actions"],
    }
    span = heading_place(document, asked.heading).line
    related = (at(document, (*item.place, parameters["number"]), "entry"),)
    return Finding(UNANSWERED, document.path, span, params, related)


def _limbs(document: Document, parameters: Parameters, asked: Section) -> list[_Limb]:
    """Return what the council is asked for, as far as the form's patterns leave no doubt."""

    def pattern(key: str) -> re.Pattern[str]:
        return _pattern(document.template, key, parameters[key])

    limbs: list[_Limb] = []
    before = ""
    for block in asked.blocks:
        if block.kind == "list":
            entries_of = [_limb(document, item) for item in block.children]
            # a list below "drøfter følgende emner:" holds topics, not limbs
            led = pattern("lead").search(before.strip())
            if led or all(pattern("limb").match(limb.text) for limb in entries_of):
                limbs.extend(entries_of)
            before = ""
        else:
            prose = prose_of(document, block)
            before = prose.text
            starts = [found.start() for found in pattern("subject").finditer(before)]
            for start, end in pairwise([*starts, len(before)]):
                if pattern("lead").search(before[:end].strip()) is None:
                    limbs.append(_Limb(before[start:end], prose.span(start, end)))
    return limbs


def _limb(document: Document, item: Node) -> _Limb:
    """Return an entry of the list as a limb; a list inside it only says more of the same."""
    blocks = [block for block in item.children if block.kind != "list"] or [item]
    words = " ".join(prose_of(document, block).text for block in blocks).strip()
    return _Limb(words, document.node_span(blocks[0]))


def _judge(
    document: Document,
    parameters: Parameters,
    item: Item,
    limbs: list[_Limb],
    found: list[_Outcome],
    said: Section | None,
) -> Iterator[Finding]:
    """Find the limbs that nothing answers, if there are too few outcomes for all of them."""
    clear = [outcome for outcome in found if outcome.verb not in parameters["weak"]]
    if len(clear) >= len(limbs):
        return
    spare, open_limbs = list(clear), []
    told = _told(said)
    for limb in limbs:
        answers = [o for o in clear if _answers(document, parameters, limb, o)]
        if answers:
            spare = [outcome for outcome in spare if outcome is not answers[0]]
        elif not _discussed(document, parameters, limb, told):
            open_limbs.append(limb)
    if len(open_limbs) <= len(spare):
        return
    params: dict[str, Any] = {"number": item.number, "limbs": len(limbs), "outcomes": len(clear)}
    weak = [outcome for outcome in found if outcome.verb in parameters["weak"]]
    related: tuple[Related, ...] = tuple(at(document, o.place, "only-remarked") for o in weak[:1])
    # with an outcome to spare, it can't be said which of the limbs is left
    which = Term("limb.one-of-these" if spare else "limb.this")
    for limb in open_limbs[:1] if spare else open_limbs:
        told_of = {**params, "which": which}
        yield Finding(LIMB_UNANSWERED, document.path, limb.span, told_of, related)


def _answers(document: Document, parameters: Parameters, limb: _Limb, outcome: _Outcome) -> bool:
    """Say whether a decision is what a limb asks for, by its verb or by its own words."""
    return any(
        verb == outcome.verb or pattern.search(outcome.text)
        for verb, pattern in _asked_for(document, parameters, limb)
    )


def _asked_for(
    document: Document, parameters: Parameters, limb: _Limb
) -> Iterator[tuple[str, re.Pattern[str]]]:
    """Yield the verbs that a limb asks a decision of, each with its pattern."""
    for verb, asks in parameters["answers"].items():
        pattern = _pattern(document.template, f"answers.{verb}", asks)
        if pattern.search(limb.text):
            yield verb, pattern


def _discussed(document: Document, parameters: Parameters, limb: _Limb, told: str) -> bool:
    """Say whether a limb asks for nothing but a discussion, and the minutes tell of one."""
    if next(_asked_for(document, parameters, limb), None):
        return False
    pattern = _pattern(document.template, "discussed", parameters["discussed"])
    return bool(pattern.search(limb.text) and pattern.search(told))


def _pattern(template: Template | None, key: str, words: str) -> re.Pattern[str]:
    return pattern_of(template, OUTCOMES.name, key, words) if template else NEVER


def _told(said: Section | None) -> str:
    """Return the text of an item's minutes."""
    return " ".join(block.plain_text() for block in said.all_blocks()) if said else ""
