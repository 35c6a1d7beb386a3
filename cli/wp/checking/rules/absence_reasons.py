"""Why somebody was absent is nobody's business.

## What
Beside somebody who is listed as absent, the form's `words` for reasons ("syg", "barsel", "ferie")
don't stand: not in the entry or behind it in a comment, and not in a sentence with the person's
name. While one stands in public text, `wp build` builds nothing for the public.

## Why
That somebody was ill is information about health, which may be processed only for a purpose of its
own (GDPR, article 9). Minutes need to say that somebody was absent, not why.

## Wrong
```yaml content/minutes/2027-03-02.md
absent:
  - {who: carl-eg}   # syg
```
Gives: absence-reason

## Right
```yaml content/minutes/2027-03-02.md
absent:
  - {who: carl-eg}
```
"""

import re
from collections.abc import Iterator

from wp.checking.lexicon import prose_with
from wp.checking.meetings import PEOPLE, attendees, name_of
from wp.checking.names import names_of
from wp.checking.parameters import Asked
from wp.checking.patterns import any_word
from wp.checking.phrases import words_of
from wp.checking.sentences import sentences
from wp.findings import Finding, Nature, Rule, Span
from wp.reading.document import Document
from wp.reading.repository import Repository

ABSENCE_REASON = Rule("WP913", "absence-reason", Nature.ADVICE)

RULES = (ABSENCE_REASON,)

REASONS = Asked("absence-reasons", {**PEOPLE, "words": ()})
ASKED = (REASONS,)


def check(document: Document, repository: Repository) -> Iterator[Finding]:
    """Judge what one meeting's minutes say of those who were absent."""
    parameters = REASONS.of(document.template)
    if parameters is None:
        return
    away = {found.who: found for found in attendees(document, parameters, "absent")}
    reasons = any_word(parameters["words"])
    has_some = reasons.search(document.source.text, 0, document.body_start) if away else None
    for who, found in away.items() if has_some else ():
        for span, word in _in_entry(document, found.place, reasons):
            yield _finding(document, span, word, name_of(who, repository))
    names = names_of(repository)
    first = frozenset(words[0].folded for word in parameters["words"] if (words := words_of(word)))
    for prose in prose_with(document, first) if away else ():
        if prose.pointer[:1] == (parameters["absent"],):
            continue
        for start, end in sentences(prose.text):
            match = reasons.search(prose.text, start, end)
            if match is None:
                continue
            named = [f for f in names.found_in(prose.text[start:end]) if f.person.id in away]
            if named:
                span = prose.span(match.start(), match.end())
                yield _finding(document, span, match.group(), named[0].person.title)


def _in_entry(
    document: Document, place: tuple[str | int, ...], reasons: re.Pattern[str]
) -> Iterator[tuple[Span, str]]:
    """Yield the reasons in an entry as it is written, comments behind it among them."""
    found = document.place
    for part in place:
        if part not in found.parts:
            return
        found = found.parts[part]
    written = document.source.text
    until = written.find("\n", found.end)
    for match in reasons.finditer(written, found.start, until if until >= 0 else len(written)):
        yield document.source.span(match.start(), match.end()), match.group()


def _finding(document: Document, span: Span, word: str, name: str) -> Finding:
    return Finding(ABSENCE_REASON, document.path, span, {"word": word, "name": name})
