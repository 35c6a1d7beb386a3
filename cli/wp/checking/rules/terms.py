"""Titles and terms stand in running text as they are registered, and some words not at all.

## What
The titles of the form's `titles` (such as focus areas and one-pagers) and the `terms` of
`programme.md` are written in one way: with their own capitals, hyphens and spaces. Where a title
stands as a name (a heading, a cell, a link, words in bold or italics), its article and its endings
count as well. A term can list other spellings under `not`, and be marked
with `avoid: true` when it is to stay out altogether, with a `note` that says what to write. In
running text Danish endings are left alone, and so are a title's words without any capital, unless
there is an abbreviation among them.

## Why
A topic with two names is two topics to a board. A word that the council agreed to leave out comes
back with every new writer.

## Wrong
```yaml content/programme.md
terms:
  - {term: one-pager, not: [onepager]}
  - term: game changer
    avoid: true
    note: Skriv, hvad der bliver anderledes.
```
```yaml content/one-pagers/retsgrundlag.md
title: HPC-kapacitet
```
```markdown content/one-pagers/datakvalitet.md#Aktører
Vores onepager om HPC kapacitet er en game changer for eksperterne.
```
Gives: term-variant, title-variant, avoided-word

## Right
```yaml content/programme.md
terms:
  - {term: one-pager, not: [onepager]}
  - term: game changer
    avoid: true
    note: Skriv, hvad der bliver anderledes.
```
```yaml content/one-pagers/retsgrundlag.md
title: HPC-kapacitet
```
```markdown content/one-pagers/datakvalitet.md#Aktører
Vores one-pager om HPC-kapacitet viser, hvad der bliver hurtigere.
```
"""

import re
from collections.abc import Iterator

from wp.checking.lexicon import prose_with
from wp.checking.parameters import Asked
from wp.checking.phrases import shape
from wp.checking.vocabulary import Vocabulary, Word, naming, vocabulary_of
from wp.findings import Edit, Finding, Nature, Related, Rule, Span
from wp.reading.document import Document
from wp.reading.prose import Prose
from wp.reading.repository import Repository

TITLE_VARIANT = Rule("WP903", "title-variant", Nature.ADVICE)
TERM_VARIANT = Rule("WP904", "term-variant", Nature.ADVICE)
AVOIDED_WORD = Rule("WP905", "avoided-word", Nature.ADVICE)

RULES = (TITLE_VARIANT, TERM_VARIANT, AVOIDED_WORD)

TERMS = Asked("terms", {"titles": ("focus_areas", "one-pagers")})
ASKED = (TERMS,)

# What stands in one of these, up to the spaces around it, is spelled as it must be to lead there.
_ADDRESS = re.compile(r"://|@|^\W*www\.|\w\.(?:dk|eu|com|org|net|int)(?![\w-])", re.IGNORECASE)
# A word beside one of these is part of another word, an address or an id.
_JOINED = re.compile(r"[\w@/._#&=:-]$")
_GOES_ON = re.compile(r"[\w@/_#&=-]|[.:]\w")
_LETTERS = re.compile(r"[\s-]")
_ACRONYM = re.compile(r"[^\W\d_a-zæøå]{2}")


def check(document: Document, repository: Repository) -> Iterator[Finding]:
    """Judge the titles and terms in one document."""
    parameters = TERMS.of(document.template)
    if parameters is None:
        return
    vocabulary = vocabulary_of(repository, tuple(parameters["titles"]))
    if not vocabulary:
        return
    for prose in prose_with(document, vocabulary.may_begin):
        if not vocabulary.registers(document, prose.pointer):
            yield from _in_text(prose, vocabulary)
    said: set[Span] = set()  # words in bold may be all that a cell has
    for prose in naming(document):
        title = vocabulary.title_named(prose.text)
        if title is not None:
            finding = _finding(TITLE_VARIANT, prose, 0, len(prose.text), title, title.text)
            if finding.span not in said:
                said.add(finding.span)
                yield finding


def _in_text(prose: Prose, vocabulary: Vocabulary) -> Iterator[Finding]:
    for hit, word in vocabulary.found_in(prose.text):
        written = prose.text[hit.start : hit.end]
        if _ADDRESS.search(_unbroken(prose.text, hit.start, hit.end)):
            continue
        if word.avoid:
            yield _finding(AVOIDED_WORD, prose, hit.start, hit.end + len(hit.ending), word)
        elif _differs(written, word, hit.phrase.text):
            rule = TITLE_VARIANT if word.is_title else TERM_VARIANT
            near = _in_place(word.text, written)
            after = prose.text[hit.end + len(hit.ending) :]
            alone = not _JOINED.search(prose.text[: hit.start]) and not _GOES_ON.match(after)
            certain = not word.is_title and alone and _is_spelling(written, word.text)
            yield _finding(rule, prose, hit.start, hit.end, word, near, certain)


def _unbroken(text: str, start: int, end: int) -> str:
    """Return a range of a text with all that no space parts it from."""
    before, after = text[:start], text[end:]
    first, last = before.split(" ")[-1], after.split(" ")[0]
    return first + text[start:end] + last


def _differs(written: str, word: Word, found_by: str) -> bool:
    """Say whether a word is written otherwise than it is registered, a first capital aside."""
    if shape(found_by) != shape(word.text):
        return True
    here, wanted = shape(written), shape(word.text)
    if word.is_title and here == wanted.lower() and not _ACRONYM.search(wanted):
        return False  # the same words as common nouns: "en national genomdatabase"
    if here[1:] != wanted[1:]:
        return True
    # a title begins with a capital only because it is a title; a name does so everywhere
    return here[0] != wanted[0] and not (word.is_title or wanted[0].islower())


def _is_spelling(written: str, right: str) -> bool:
    """Say whether a term is only spelled otherwise: with other capitals, hyphens or spaces.

    Another word may want another article and another ending beside it. Small letters alone may
    make a common noun of a name, unless there is an abbreviation in it.
    """
    here, wanted = shape(written), shape(right)
    if _LETTERS.sub("", here).casefold() != _LETTERS.sub("", wanted).casefold():
        return False
    return here.casefold() != wanted.casefold() or bool(_ACRONYM.search(wanted))


def _in_place(right: str, written: str) -> str:
    """Return the registered form with the capital that it has to have here."""
    if written[:1].isupper() and right[:1].islower():
        return right[:1].upper() + right[1:]
    return right


def _finding(
    rule: Rule,
    prose: Prose,
    start: int,
    end: int,
    word: Word,
    near: str = "",
    certain: bool = False,
) -> Finding:
    span = prose.span(start, end)
    params = {"written": prose.text[start:end], "near": near, "note": word.note}
    related = (Related(word.path, word.line, "registered"),)
    fix = Edit(span, near) if certain and prose.is_exact(start, end) else None
    return Finding(rule, prose.document.path, span, params, related, fix)
