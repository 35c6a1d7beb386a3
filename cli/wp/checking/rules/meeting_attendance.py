"""Who was at a meeting: nobody in two places, nobody twice, one substitute for one absentee.

## What
Nobody is both among those present and among those absent, or twice in the lists of those who took
part; a guest may come for several items. A substitute (`substitute_for`) stands in for a member who
is listed as absent, for that one alone, and no absentee has two. That the absentee isn't listed is
unfinished; the rest can't be.

## Why
Whether the council could decide depends on who was there. The programme lists who took part, and a
person in two lists is counted twice.

## Wrong
```yaml content/minutes/2027-03-02.md
present:
  - {who: anna-berg, role: chair}
  - {who: bo-dahl}
  - {who: bo-dahl}
absent:
  - {who: anna-berg}
```
Gives: present-and-absent, listed-twice

```yaml content/minutes/2027-03-02.md
present:
  - {who: anna-berg, role: chair}
  - {who: bo-dahl, substitute_for: anna-berg}
absent: []
secretariat: []
```
Gives: substitute-for-present

```yaml content/minutes/2027-03-02.md
present:
  - {who: anna-berg, role: chair}
  - {who: dorte-friis, substitute_for: carl-eg}
  - {who: per-opdigt, substitute_for: carl-eg}
  - {who: per-opdigt, substitute_for: bo-dahl}
absent:
  - {who: carl-eg}
secretariat: []
```
Gives: two-substitutes, substitute-for-two, substituted-not-absent

## Right
```yaml content/minutes/2027-03-02.md
present:
  - {who: anna-berg, role: chair}
  - {who: bo-dahl, role: member}
  - {who: dorte-friis, substitute_for: carl-eg}
absent:
  - {who: carl-eg}
secretariat: []
```
"""

from collections.abc import Iterator

from wp.checking.given import at, text
from wp.checking.meetings import PEOPLE, Attendee, all_named, attendees, name_of
from wp.checking.parameters import Asked, Parameters
from wp.findings import Finding, Nature, Related, Rule
from wp.reading.document import Document, Pointer
from wp.reading.repository import Repository

PRESENT_AND_ABSENT = Rule("WP810", "present-and-absent", Nature.FALSE)
LISTED_TWICE = Rule("WP811", "listed-twice", Nature.FALSE)
SUBSTITUTE_FOR_PRESENT = Rule("WP812", "substitute-for-present", Nature.FALSE)
SUBSTITUTED_UNLISTED = Rule("WP813", "substituted-not-absent", Nature.UNFINISHED)
TWO_SUBSTITUTES = Rule("WP814", "two-substitutes", Nature.FALSE)
SUBSTITUTE_FOR_TWO = Rule("WP815", "substitute-for-two", Nature.FALSE)

RULES = (
    PRESENT_AND_ABSENT, LISTED_TWICE, SUBSTITUTE_FOR_PRESENT, SUBSTITUTED_UNLISTED, TWO_SUBSTITUTES,
    SUBSTITUTE_FOR_TWO,
)  # fmt: skip

ATTENDANCE = Asked("meeting-attendance", {**PEOPLE, "item": "item"})
ASKED = (ATTENDANCE,)


def check(document: Document, repository: Repository) -> Iterator[Finding]:
    """Judge the lists of people of one meeting."""
    parameters = ATTENDANCE.of(document.template)
    if parameters is None:
        return
    there: dict[str, Attendee] = {}
    for found in attendees(document, parameters, "present", "guests", "secretariat"):
        first = there.setdefault(found.who, found)
        if first is not found and not _again(first, found, parameters):
            yield _twice(document, parameters, repository, first, found)
    away: dict[str, Attendee] = {}
    for found in attendees(document, parameters, "absent"):
        first = away.setdefault(found.who, found)
        if first is not found:
            yield _twice(document, parameters, repository, first, found)
        elif other := there.get(found.who):
            here, place = (*found.place, parameters["who"]), (*other.place, parameters["who"])
            params = {"name": name_of(found.who, repository)}
            related = at(document, place, "listed-here", list=parameters[other.list])
            span = document.value_span(here)
            yield Finding(PRESENT_AND_ABSENT, document.path, span, params, (related,))
    yield from _substitutes(document, parameters, repository, there, away)


def _again(first: Attendee, found: Attendee, parameters: Parameters) -> bool:
    """Say whether a second entry is right: a guest at another item, or a case of its own."""
    if first.list == found.list == "guests":
        return first.data.get(parameters["item"]) != found.data.get(parameters["item"])
    # one substitute for two is said as that
    stands = parameters["substitute"]
    return bool(text(first.data, stands) and text(found.data, stands))


def _twice(
    document: Document,
    parameters: Parameters,
    repository: Repository,
    first: Attendee,
    found: Attendee,
) -> Finding:
    params = {"name": name_of(found.who, repository), "list": parameters[found.list]}
    place = (*first.place, parameters["who"])
    related = at(document, place, "listed-here", list=parameters[first.list])
    span = document.value_span((*found.place, parameters["who"]))
    return Finding(LISTED_TWICE, document.path, span, params, (related,))


def _substitutes(
    document: Document,
    parameters: Parameters,
    repository: Repository,
    there: dict[str, Attendee],
    away: dict[str, Attendee],
) -> Iterator[Finding]:
    """Judge the substitutes against those they stand in for, in the order of writing."""
    stood_in_for: dict[str, Pointer] = {}
    standing: dict[str, Pointer] = {}
    for found in attendees(document, parameters, "present"):
        absentee = text(found.data, parameters["substitute"])
        if not absentee:
            continue
        place = (*found.place, parameters["substitute"])
        span = document.value_span(place)
        names = {
            "substitute": name_of(found.who, repository),
            "name": name_of(absentee, repository),
        }
        related: tuple[Related, ...] = ()
        if absentee in there:
            where = (*there[absentee].place, parameters["who"])
            related = (at(document, where, "is-there", name=names["name"]),)
            yield Finding(SUBSTITUTE_FOR_PRESENT, document.path, span, names, related)
        elif absentee not in away and all_named(document, parameters, "absent"):
            names["list"] = parameters["absent"]
            yield Finding(SUBSTITUTED_UNLISTED, document.path, span, names)
        if found.who in standing:
            related = (at(document, standing[found.who], "stands-in-already"),)
            yield Finding(SUBSTITUTE_FOR_TWO, document.path, span, names, related)
        elif absentee in stood_in_for:
            related = (at(document, stood_in_for[absentee], "stood-in-for-already"),)
            yield Finding(TWO_SUBSTITUTES, document.path, span, names, related)
        standing.setdefault(found.who, place)
        stood_in_for.setdefault(absentee, place)
