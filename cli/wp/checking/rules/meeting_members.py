"""Those at a meeting against the body's members on that day, as `people.yml` lists them.

## What
Everyone who is a member on the day of the meeting is present, substituted or absent. Whoever is
present or absent in his or her own right is a member that day; a substitute takes a member's place.
The chair is present, or somebody is marked with `role: chair`. A member isn't listed as a guest.
Members without `from` and `to` have always been members; substitutes are not counted.

## Why
A member whom nobody mentions is the one whose consent is asked for afterwards. And a body that has
new members needs its register brought up to date before the programme prints the old ones.

## Wrong
```yaml content/minutes/2027-03-02.md
present:
  - {who: bo-dahl, role: member}
  - {who: dorte-friis, role: member}
absent:
  - {who: anna-berg}
guests:
  - {who: carl-eg, item: 2}        # medlem af rådet
secretariat: []
```
Gives: not-a-member, guest-is-member, nobody-chairs

```yaml content/minutes/2027-03-02.md
present:
  - {who: anna-berg, role: chair}
absent:
  - {who: carl-eg}
```
Gives: member-unaccounted

## Right
```yaml content/minutes/2027-03-02.md
present:
  - {who: anna-berg, role: chair}
  - {who: bo-dahl, role: member}
  - {who: carl-eg, role: member}
absent: []
```
"""

from collections.abc import Iterator, Mapping
from datetime import date

from wp.checking.given import at, day, text
from wp.checking.meetings import (
    PEOPLE,
    Attendee,
    Member,
    all_named,
    attendees,
    body_of,
    members_of,
    name_of,
)
from wp.checking.parameters import Asked, Parameters
from wp.findings import Finding, Nature, Related, Rule
from wp.reading.document import Document
from wp.reading.repository import Entry, Repository

UNACCOUNTED = Rule("WP816", "member-unaccounted", Nature.UNFINISHED)
NOT_A_MEMBER = Rule("WP817", "not-a-member", Nature.ADVICE)
NOBODY_CHAIRS = Rule("WP818", "nobody-chairs", Nature.UNFINISHED)
GUEST_IS_MEMBER = Rule("WP819", "guest-is-member", Nature.ADVICE)

RULES = (UNACCOUNTED, NOT_A_MEMBER, NOBODY_CHAIRS, GUEST_IS_MEMBER)

MEMBERS = Asked(
    "meeting-members",
    {**PEOPLE, "body": "body", "date": "date", "role": "role", "chair": "chair"}
    | {"not_counted": ("substitute",)},
)
ASKED = (MEMBERS,)


def check(document: Document, repository: Repository) -> Iterator[Finding]:
    """Judge one meeting's lists of people by the members of its body."""
    parameters = MEMBERS.of(document.template)
    if parameters is None or not document.complete:
        return
    body = body_of(document, repository, parameters["body"])
    held = day(document.data.get(parameters["date"]))
    if body is None or held is None:
        return
    listed = [m for m in members_of(body) if m.role not in parameters["not_counted"]]
    if not listed:
        return  # a register without members can't be compared with
    members = {member.who: member for member in listed if member.on(held)}
    former = {member.who: member for member in listed if member.who not in members}
    present = list(attendees(document, parameters, "present"))
    absent = list(attendees(document, parameters, "absent"))
    if all_named(document, parameters, "present", "absent"):
        yield from _unaccounted(document, parameters, repository, body, members, present + absent)
    for found in present + absent:
        if found.who not in members and not text(found.data, parameters["substitute"]):
            yield _not_a_member(document, parameters, repository, body, held, former, found)
    if present:
        yield from _chair(document, parameters, repository, body, members, present)
    for found in attendees(document, parameters, "guests"):
        if found.who in members:
            place = (*body.pointer, *members[found.who].place, "who")
            params = {"name": name_of(found.who, repository), "body": body.title}
            span = document.value_span((*found.place, parameters["who"]))
            related = (at(body.document, place, "member-listed"),)
            yield Finding(GUEST_IS_MEMBER, document.path, span, params, related)


def _unaccounted(
    document: Document,
    parameters: Parameters,
    repository: Repository,
    body: Entry,
    members: Mapping[str, Member],
    listed: list[Attendee],
) -> Iterator[Finding]:
    seen = {found.who for found in listed}
    seen |= {text(found.data, parameters["substitute"]) for found in listed}
    seen |= {found.who for found in attendees(document, parameters, "guests")}  # said as that
    lacking = [member for who, member in members.items() if who not in seen]
    if lacking:
        names = [name_of(member.who, repository) for member in lacking]
        key = next((k for k in ("absent", "present") if parameters[k] in document.data), "present")
        span = document.first_span(())
        if parameters[key] in document.data:
            span = document.key_span((parameters[key],))
        params = {"names": names, "count": len(names), "body": body.title}
        place = (*body.pointer, *lacking[0].place, "who")
        related = (at(body.document, place, "member-listed"),)
        yield Finding(UNACCOUNTED, document.path, span, params, related)


def _not_a_member(
    document: Document,
    parameters: Parameters,
    repository: Repository,
    body: Entry,
    held: date,
    former: Mapping[str, Member],
    found: Attendee,
) -> Finding:
    params = {"name": name_of(found.who, repository), "body": body.title, "date": held}
    related: Related
    if member := former.get(found.who):
        over = member.end is not None and member.end < held
        edge, when = ("to", member.end) if over else ("from", member.start)
        place = (*body.pointer, *member.place, edge)
        related = at(body.document, place, f"term-{edge}", date=when)
    else:
        related = at(body.document, (*body.pointer, "members"), "members-listed")
    span = document.value_span((*found.place, parameters["who"]))
    return Finding(NOT_A_MEMBER, document.path, span, params, (related,))


def _chair(
    document: Document,
    parameters: Parameters,
    repository: Repository,
    body: Entry,
    members: Mapping[str, Member],
    present: list[Attendee],
) -> Iterator[Finding]:
    chair = parameters["chair"]
    chairs = [member for member in members.values() if member.role == chair]
    there = {found.who for found in present}
    marked = any(text(found.data, parameters["role"]) == chair for found in present)
    if marked or not chairs or any(member.who in there for member in chairs):
        return
    params = {"name": name_of(chairs[0].who, repository), "role": chair}
    related = (at(body.document, (*body.pointer, *chairs[0].place, "who"), "chair-listed"),)
    span = document.key_span((parameters["present"],))
    yield Finding(NOBODY_CHAIRS, document.path, span, params, related)
