"""People in running text stand under the name that they are registered with.

## What
A person of `people.yml` named in a text or in a field written for readers stands there with the
registered name: not in other letters or hyphens, not without a middle or a last name, and not with
the first name alone. Whose name is meant is only said when one person can be.

## Why
The programme is read by people who know none of those it names. "Lilian" is two persons to them,
and a name spelled in two ways is two members of the council. Names are also how a reader finds a
person in the text.

## Wrong
```markdown content/one-pagers/datakvalitet.md#Aktører
Anna Bergh lægger et udkast frem, og Carl skriver om lovgivningen.
```
Gives: name-variant, first-name-alone

## Right
```markdown content/one-pagers/datakvalitet.md#Aktører
Anna Berg lægger et udkast frem, og Carl Eg skriver om lovgivningen.
```
"""

from collections.abc import Iterator

from wp.checking.given import entry_span
from wp.checking.lexicon import prose_with
from wp.checking.names import names_of
from wp.checking.parameters import Asked
from wp.findings import Edit, Finding, Nature, Related, Rule
from wp.reading.document import Document
from wp.reading.repository import Repository

NAME_VARIANT = Rule("WP901", "name-variant", Nature.ADVICE)
FIRST_NAME_ALONE = Rule("WP902", "first-name-alone", Nature.ADVICE)

RULES = (NAME_VARIANT, FIRST_NAME_ALONE)

NAMED = Asked("people-named", {})
ASKED = (NAMED,)


def check(document: Document, repository: Repository) -> Iterator[Finding]:
    """Judge the names of people in one document."""
    names = names_of(repository)
    if NAMED.of(document.template) is None or not names:
        return
    for prose in prose_with(document, names.words):
        for found in names.found_in(prose.text):
            written = prose.text[found.start : found.end]
            if found.kind == "full" or written == found.person.id:
                continue
            rule = FIRST_NAME_ALONE if found.kind == "first" else NAME_VARIANT
            span = prose.span(found.start, found.end)
            entry = found.person
            params = {"written": written, "near": entry.title}
            line = entry_span(entry, "name").line
            related = (Related(entry.document.path, line, "registered"),)
            mends = found.certain and prose.is_exact(found.start, found.end)
            fix = Edit(span, entry.title) if mends else None
            yield Finding(rule, document.path, span, params, related, fix)
