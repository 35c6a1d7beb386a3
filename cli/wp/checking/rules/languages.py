r"""Passages in another language: each is marked with a language there is, and each mark marks one.

## What
Words in another language can be marked: `[Genome UK]{lang=en}`, a link `[text](address){lang=en}`,
or a heading with all that stands under it, `## Genome UK {lang=en}`. The mark gives a language tag
(BCP 47): two or three letters, perhaps with a country, such as `en`, `en-GB` or `nb`. A country's
code alone is none: Danish is `da`, not `dk`. A mark stands right behind the brackets, without a
space, in running text; fields know no marks.

## Why
A screen reader speaks the words with the voice of their own language, as public bodies' documents
must let it (EN 301 549, that is WCAG 2.1, criterion 3.1.2), and words are parted by its rules. A
tag that no program knows does nothing, and a mark that marks nothing is shown to every reader.

## Wrong
```markdown content/one-pagers/datakvalitet.md#Aktører
Planen bygger på [The State of Nature]{lang=english} og på
[Open Rivers] {lang=en}.
```
Gives: language-tag, language-mark

## Right
```markdown content/one-pagers/datakvalitet.md#Aktører
Planen bygger på [The State of Nature]{lang=en-GB} og på
[Open Rivers]{lang=en}.
```
"""

import re
from collections.abc import Iterator

from wp.findings import Finding, Nature, Rule, Span
from wp.reading.document import Document
from wp.reading.languages import is_language
from wp.reading.prose import field_prose
from wp.reading.repository import Repository

LANGUAGE_TAG = Rule("WP433", "language-tag", Nature.FALSE)
LANGUAGE_MARK = Rule("WP434", "language-mark", Nature.FALSE)

RULES = (LANGUAGE_TAG, LANGUAGE_MARK)

_MARK = re.compile(r"\{\s*lang\b[^{}\n]*\}")
_TAG = re.compile(rb"lang=[\"']?([^{}\"'\s]*)")
# What is written for a language, most often: a country's code or a language's name.
_MEANT = {
    **{"dk": "da", "dansk": "da", "danish": "da", "gb": "en-GB", "us": "en-US", "engelsk": "en"},
    **{"english": "en", "tysk": "de", "german": "de", "svensk": "sv", "swedish": "sv"},
    **{"norsk": "nb", "norwegian": "nb", "fransk": "fr", "french": "fr", "jp": "ja", "cn": "zh"},
}


def check(document: Document, repository: Repository) -> Iterator[Finding]:
    """Judge the marks of one document."""
    text = document.source.text
    if "lang" not in text or "{" not in text:
        return
    if "lang=" in text or _MARK.search(text, document.body_start):
        yield from _body(document)
    if _MARK.search(text, 0, document.body_start):
        for prose in field_prose(document):
            for match in _MARK.finditer(prose.text):
                span = prose.span(match.start(), match.end())
                yield Finding(LANGUAGE_MARK, document.path, span, {"mark": match[0]})


def _body(document: Document) -> Iterator[Finding]:
    told: set[tuple[int, int]] = set()  # a heading's mark counts for all the text below it
    for node in document.body.walk():
        if node.kind == "text" and "{" in node.text:
            raw = document.body_bytes(node.start, node.end)
            at = 0
            for match in _MARK.finditer(node.text):
                mark = match[0].encode()
                at = max(raw.find(mark, at), at)
                span = document.body_span(node.start + at, node.start + at + len(mark))
                yield Finding(LANGUAGE_MARK, document.path, span, {"mark": match[0]})
                at += len(mark)
        elif node.kind == "language" and (node.start, node.end) not in told:
            told.add((node.start, node.end))
            if not is_language(tag := node.attrs["lang"]):
                params = {"tag": tag, "near": _near(tag)}
                yield Finding(
                    LANGUAGE_TAG, document.path, _tag_span(document, node.start, node.end), params
                )


def _tag_span(document: Document, start: int, end: int) -> Span:
    """Return where the tag of the mark that ends a range of bytes stands; the mark, if empty."""
    raw = document.body_bytes(start, end)
    at = max(raw.rfind(b"{"), 0)
    match = _TAG.search(raw, at)
    if match is None or not match[1]:
        return document.body_span(start + at, end)
    return document.body_span(start + match.start(1), start + match.end(1))


def _near(tag: str) -> str:
    """Return the tag that was probably meant, "" when nobody can say."""
    plain = tag.strip().replace("_", "-")
    if meant := _MEANT.get(plain.lower()):
        return meant
    return plain if plain != tag and is_language(plain) else ""
