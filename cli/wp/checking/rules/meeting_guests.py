"""Somebody who spoke at a meeting stands among those who were there.

## What
A person of `people.yml` whom an item's minutes name in full, in a sentence with one of the form's
`speaks` ("fortalte", "gennemgik"), is present, a guest, in the secretariat, or at least among the
absent. One finding is given for a person and item. Without `speaks`, being named is enough.

## Why
A guest who gave a talk and stands in no list has, on paper, not been there. Guests come from
authorities whose part in a decision has to be known.

## Wrong
```markdown content/minutes/2027-03-02.md#Pkt. 2 / Referat
Gæsten Eva Opdigt fortalte om visionen.
```
```yaml content/people.yml
people:
  - {id: anna-berg, name: Anna Berg}
  - {id: bo-dahl, name: Bo Dahl}
  - {id: carl-eg, name: Carl Eg}
  - {id: dorte-friis, name: Dorte Friis}
  - {id: eva-opdigt, name: Eva Opdigt}
```
```yaml content/minutes/2027-03-02.md
guests: []
```
Gives: guest-unlisted

## Right
```markdown content/minutes/2027-03-02.md#Pkt. 2 / Referat
Gæsten Eva Opdigt fortalte om visionen.
```
```yaml content/people.yml
people:
  - {id: anna-berg, name: Anna Berg}
  - {id: bo-dahl, name: Bo Dahl}
  - {id: carl-eg, name: Carl Eg}
  - {id: dorte-friis, name: Dorte Friis}
  - {id: eva-opdigt, name: Eva Opdigt}
```
```yaml content/minutes/2027-03-02.md
guests:
  - {who: eva-opdigt, item: 2}
```
"""

from collections.abc import Iterator

from wp.checking.given import at
from wp.checking.meetings import (
    AGENDA,
    PEOPLE,
    all_named,
    attendees,
    section_below,
    sections_of,
)
from wp.checking.names import names_of
from wp.checking.parameters import Asked
from wp.checking.patterns import any_word
from wp.checking.sentences import sentences
from wp.findings import Finding, Nature, Rule
from wp.reading.document import Document
from wp.reading.prose import body_prose
from wp.reading.repository import Repository

GUEST_UNLISTED = Rule("WP820", "guest-unlisted", Nature.ADVICE)

RULES = (GUEST_UNLISTED,)

GUESTS = Asked("meeting-guests", {**AGENDA, **PEOPLE, "minutes": "minutes", "speaks": ()})
ASKED = (GUESTS,)


def check(document: Document, repository: Repository) -> Iterator[Finding]:
    """Judge the people whom one meeting's minutes name."""
    parameters = GUESTS.of(document.template)
    if parameters is None or not document.complete:
        return
    lists = ("present", "absent", "guests", "secretariat")
    if not all_named(document, parameters, *lists):
        return
    names = names_of(repository)
    listed = {found.who for found in attendees(document, parameters, *lists)}
    listed |= {
        str(found.data.get(parameters["substitute"]))
        for found in attendees(document, parameters, "present")
    }
    speaks = any_word(parameters["speaks"])
    for number, match, _ in sections_of(document, parameters["agenda"]):
        section = section_below(match, parameters["minutes"])
        if section is None:
            continue
        told: set[str] = set()
        for prose in body_prose(document):
            if not section.start <= prose.start < section.end:
                continue
            for start, end in sentences(prose.text):
                if parameters["speaks"] and not speaks.search(prose.text, start, end):
                    continue
                for found in names.found_in(prose.text[start:end]):
                    person = found.person
                    if found.kind != "full" or person.id in listed | told:
                        continue
                    told.add(person.id)
                    place = (parameters["agenda"], number, parameters["number"])
                    span = prose.span(start + found.start, start + found.end)
                    params = {"name": person.title, "id": person.id, "key": parameters["guests"]}
                    related = (at(document, place, "entry"),)
                    yield Finding(GUEST_UNLISTED, document.path, span, params, related)
