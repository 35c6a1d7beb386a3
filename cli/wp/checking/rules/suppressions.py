"""Exceptions from rules, in documents and in the programme: each is needed, allowed and explained.

## What
An exception names a rule, by its code or its name, and says why. It is made in one of these ways:

- `<!-- wp: ignore RULE reason -->` on a line of its own in the text counts for the next block: a
  paragraph, a list, a table. Before a heading it counts for the whole section, down to the next
  heading of that level or a higher one. At the end of a line, and in a table inside or behind the
  last cell, it counts for that line.
- `# wp: ignore RULE reason` on a line of its own in the fields counts for the next field, or the
  next item of a list, with all that belongs to it. At the end of a line it counts for that line,
  and for all of a text that begins or ends there.
- `ignore:`, a list of `rule` and `reason` in the fields, counts for the whole file.
- `checks:` in the programme, a list of `rule`, `severity` (error, warning, info or off), `paths`
  and `reason`, says how severe the council wants a rule to be, everywhere or for some files. Of
  several entries for a file the last counts.

The line is the one that `wp check` shows. More rules are parted by commas. Of several exceptions
from a finding the one for the fewest lines is used. A comment in a code block makes none.

No exception can be made from what would make the programme wrong (files and fields that can't be
read, headings, references and links that are false, sums and dates that can't be), from CPR
numbers, and from the rules on this page. An exception that isn't needed is only said to be so when
every file could be read.

## Why
A rule can be wrong about a text, such as a sentence quoted from an act. Without a way to say so
people stop reading what is found. Without a reason nobody knows whether the exception still holds,
and one that is left behind hides the next mistake.

## Wrong
```markdown content/one-pagers/datakvalitet.md#Behov
<!-- wp:ignore email-address En fælles postkasse -->
Spørgsmål om listen sendes til data@example.dk, som bliver læst hver dag.
```
Gives: ignore-malformed

```markdown content/one-pagers/datakvalitet.md#Behov
<!-- wp: ignore email-address -->
Spørgsmål om listen sendes til data@example.dk, som bliver læst hver dag.
```
Gives: ignore-without-reason

```markdown content/one-pagers/datakvalitet.md#Behov
<!-- wp: ignore email-adress En fælles postkasse -->
Spørgsmål om listen sendes til data@example.dk, som bliver læst hver dag.
```
Gives: ignore-unknown-rule

```markdown content/one-pagers/datakvalitet.md#Behov
<!-- wp: ignore missing-file Billedet bliver tegnet senere -->
Listen er vist her: ![En liste over data](../attachments/liste.png)
```
Gives: ignore-not-allowed

```markdown content/one-pagers/datakvalitet.md#Behov
<!-- wp: ignore email-address En fælles postkasse -->
Rådet skal først have en liste over de data, der skal måles.
```
Gives: ignore-unused

```markdown content/one-pagers/datakvalitet.md#Behov
Rådet skal først have en liste over de data, der skal måles.
<!-- wp: ignore email-address En fælles postkasse -->
Spørgsmål om listen sendes til data@example.dk, som bliver læst hver dag.
```
Gives: ignore-misplaced

```yaml content/programme.md
checks:
  - rule: long-sentence
    severity: "off"
    paths: [content/minuts/*.md]
    reason: Referater gengiver, hvad der blev sagt.
```
Gives: pattern-without-files

## Right
```markdown content/one-pagers/datakvalitet.md#Behov
<!-- wp: ignore email-address En fælles postkasse -->
Spørgsmål om listen sendes til data@example.dk, som bliver læst hver dag.
```
```yaml content/programme.md
checks:
  - rule: long-sentence
    severity: "off"
    paths: [content/minutes/*.md]
    reason: Referater gengiver, hvad der blev sagt.
```
"""

from collections.abc import Iterator
from functools import cache

from wp.checking.engine import all_rules
from wp.checking.ignoring import kinds
from wp.checking.ignoring.catalogue import Catalogue
from wp.checking.ignoring.exceptions import exceptions_of
from wp.checking.ignoring.settings import settings_of
from wp.findings import Finding
from wp.reading.document import Document
from wp.reading.repository import Repository

RULES = kinds.RULES


def check(document: Document, repository: Repository) -> Iterator[Finding]:
    """Judge how the exceptions of one document are written."""
    yield from exceptions_of(document, _catalogue()).findings


def check_all(repository: Repository) -> Iterator[Finding]:
    """Judge what the programme says of how severe rules are."""
    yield from settings_of(repository, _catalogue()).findings


@cache
def _catalogue() -> Catalogue:
    return Catalogue(all_rules())
