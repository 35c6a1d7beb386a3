"""Short names and initials mean one person or organisation each.

## What
No two entries of the registers have the same short name (the form's `fields`, such as `short` and
`initials`). And in documents whose form asks for it, initials in a text are not those of two
registered people: the first letters of all their names, or of the first and the last. Two letters
are taken for initials in brackets or before a colon, three or four wherever they stand alone. Short
names of organisations, and words of `programme.md`'s `terms`, are no initials.

## Why
"BL: sender udkastet" is a task of nobody's when two members are called BL.

## Wrong
```yaml content/people.yml
people:
  - {id: anna-berg, name: Anna Berg, initials: AB}
  - {id: bo-dahl, name: Bo Dahl}
  - {id: carl-eg, name: Carl Eg}
  - {id: dorte-friis, name: Dorte Friis}
  - {id: asta-bak, name: Asta Bak, initials: AB}
```
Gives: shared-short-name

```yaml content/people.yml
people:
  - {id: anna-berg, name: Anna Berg}
  - {id: bo-dahl, name: Bo Dahl}
  - {id: carl-eg, name: Carl Eg}
  - {id: dorte-friis, name: Dorte Friis}
  - {id: asta-bak, name: Asta Bak}
```
```markdown content/minutes/2027-03-02.md#Pkt. 2 / Referat
AB: sender et udkast til sekretariatet.
```
Gives: ambiguous-initials

## Right
```yaml content/people.yml
people:
  - {id: anna-berg, name: Anna Berg, initials: ABE}
  - {id: bo-dahl, name: Bo Dahl}
  - {id: carl-eg, name: Carl Eg}
  - {id: dorte-friis, name: Dorte Friis}
  - {id: asta-bak, name: Asta Bak, initials: ABA}
```
```markdown content/minutes/2027-03-02.md#Pkt. 2 / Referat
Anna Berg sender et udkast til sekretariatet.
```
"""

import re
from collections.abc import Iterator, Mapping

from wp.checking.given import at, entries, entry_span, text
from wp.checking.lexicon import prose_with
from wp.checking.parameters import Asked
from wp.checking.phrases import fold, words_of
from wp.findings import Finding, Nature, Related, Rule
from wp.reading.document import Document, Pointer
from wp.reading.repository import Entry, Repository

SHARED_SHORT_NAME = Rule("WP906", "shared-short-name", Nature.ADVICE)
AMBIGUOUS_INITIALS = Rule("WP907", "ambiguous-initials", Nature.ADVICE)

RULES = (SHARED_SHORT_NAME, AMBIGUOUS_INITIALS)

SHORT = Asked(
    "short-names",
    {"lists": ("organisations", "bodies", "people"), "fields": ("short", "initials")},
)
INITIALS = Asked("initials", {"fields": ("short", "initials")})
ASKED = (SHORT, INITIALS)

# Two to four capitals in a row, and nothing that would make them a longer word or a name of a thing
_INITIALS = re.compile(r"(?<![\w/&-])[^\W\d_a-zæøå]{2,4}(?![\w/&-])")
_LEAST = 2  # letters of initials
_MARKED = re.compile(r"\s*[:)]")


def check(document: Document, repository: Repository) -> Iterator[Finding]:
    """Judge the short names of one register, or the initials in one document."""
    short = SHORT.of(document.template)
    if short is not None:
        yield from _shared(document, short["lists"], short["fields"])
    initials = INITIALS.of(document.template)
    if initials is not None:
        yield from _ambiguous(document, repository, initials["fields"])


def _shared(document: Document, lists: list[str], fields: list[str]) -> Iterator[Finding]:
    first: dict[str, Pointer] = {}
    for name in lists:
        for entry, data in entries(document.data, name):
            for field in fields:
                short, place = text(data, field), (*entry, field)
                if short and first.setdefault(short.casefold(), place) != place:
                    span = document.value_span(place)
                    related = (at(document, first[short.casefold()], "first"),)
                    yield Finding(SHARED_SHORT_NAME, document.path, span, {"short": short}, related)


def _ambiguous(document: Document, repository: Repository, fields: list[str]) -> Iterator[Finding]:
    shared = _shared_initials(repository)
    told: set[str] = set()
    for prose in prose_with(document, _folded(repository)) if shared else ():
        for match in _INITIALS.finditer(prose.text):
            initials = match.group()
            if initials not in shared or initials in told:
                continue
            # two letters are more often something else, unless they are set as initials are
            if len(initials) == _LEAST and not _MARKED.match(prose.text, match.end()):
                continue
            told.add(initials)
            if initials in _known(repository, fields):
                continue
            span = prose.span(match.start(), match.end())
            params = {"initials": initials, "names": [e.title for e in shared[initials]]}
            related = tuple(
                Related(
                    entry.document.path,
                    entry_span(entry, "name").line,
                    "named",
                    {"name": entry.title},
                )
                for entry in shared[initials]
            )
            yield Finding(AMBIGUOUS_INITIALS, document.path, span, params, related)


def _shared_initials(repository: Repository) -> Mapping[str, list[Entry]]:
    """Return the initials that may mean several people, with those; sought out once."""
    kept = repository.memo
    if "shared_initials" not in kept:
        people = _people_by_initials(repository)
        kept["shared_initials"] = {i: found for i, found in people.items() if len(found) > 1}
    shared: Mapping[str, list[Entry]] = kept["shared_initials"]
    return shared


def _folded(repository: Repository) -> frozenset[str]:
    """Return the initials that may mean several people, folded; once for all documents."""
    kept = repository.memo
    if "shared_initials_folded" not in kept:
        kept["shared_initials_folded"] = frozenset(map(fold, _shared_initials(repository)))
    folded: frozenset[str] = kept["shared_initials_folded"]
    return folded


def _people_by_initials(repository: Repository) -> Mapping[str, list[Entry]]:
    """Return the people whom some initials may mean, by the letters that their names begin with."""
    found: dict[str, list[Entry]] = {}
    for entry in repository.collections.get("people", {}).values():
        letters = "".join(word.text[:1] for word in words_of(text(entry.data, "name"))).upper()
        for initials in {letters, letters[:1] + letters[-1:]}:
            if len(initials) >= _LEAST:
                found.setdefault(initials, []).append(entry)
    return found


def _known(repository: Repository, fields: list[str]) -> set[str]:
    """Return the short names that mean something else than whose initials they may be."""
    known: set[str] = set()
    for name in ("organisations", "bodies", "people"):
        for entry in repository.collections.get(name, {}).values():
            known |= {text(entry.data, field) for field in fields}
    programme = repository.programme
    for _, data in entries(programme.data, "terms") if programme else ():
        known.add(text(data, "term"))
    return known
