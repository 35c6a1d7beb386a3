"""Markdown that isn't what it seems: raw HTML, links and notes that nothing defines.

## What
Tags in HTML are shown as they are written, since the programme is made in formats that know none.
A link of the form `[text][label]` needs a line `[label]: address`, a note `[^1]` one that begins
with `[^1]:`; without them the brackets themselves are shown. Comments in HTML are left alone: no
reader sees them, and so are references to literature, `[1][2]`.

## Why
Text copied from a web page brings tags along, and a reader of the printed programme meets `<b>`.

## Wrong
```markdown content/one-pagers/datakvalitet.md#Aktører
Det er <b>vigtigt</b>, se noten[^1] og [vejledningen][vejl].
```
Gives: raw-html, undefined-footnote, undefined-link

## Right
```markdown content/one-pagers/datakvalitet.md#Aktører
Det er **vigtigt**, se noten[^1] og [vejledningen][vejl].

[^1]: Her står selve noten.

[vejl]: https://example.org/vejledning
```
"""

import re
from collections.abc import Iterator

from wp.findings import Finding, Nature, Rule
from wp.reading.document import Document
from wp.reading.markup import undefined
from wp.reading.repository import Repository

RAW_HTML = Rule("WP430", "raw-html", Nature.ADVICE)
UNDEFINED_LINK = Rule("WP431", "undefined-link", Nature.ADVICE)
UNDEFINED_FOOTNOTE = Rule("WP432", "undefined-footnote", Nature.FALSE)

RULES = (RAW_HTML, UNDEFINED_LINK, UNDEFINED_FOOTNOTE)

_TAG = re.compile(r"<(?P<name>[a-zA-Z][\w-]*)[^<>]*>")


def check(document: Document, repository: Repository) -> Iterator[Finding]:
    """Judge the body of one document."""
    text = document.source.text[document.body_start :]
    if "<" in text:
        yield from _raw_html(document)
    for kind, label, start, end in undefined(text, document.body) if "[" in text else ():
        span, params = document.body_span(start, end), {"label": label}
        if kind == "footnote":
            yield Finding(UNDEFINED_FOOTNOTE, document.path, span, params)
        elif not label.isdecimal() and not _in_a_word(document, start):
            yield Finding(UNDEFINED_LINK, document.path, span, params)


def _in_a_word(document: Document, start: int) -> bool:
    """Say whether brackets follow right on a letter, as in `a[i][j]`, which is no link."""
    before = document.body_bytes(max(start - 4, 0), start).decode("utf-8", "ignore")
    return before[-1:].isalnum()


def _raw_html(document: Document) -> Iterator[Finding]:
    """Yield each opening tag of inline HTML, and the first of each block of it."""
    for node in document.body.walk():
        if node.kind == "html_inline" and (tag := _TAG.match(node.text)):
            params = {"tag": tag.group(), "name": tag["name"]}
            yield Finding(RAW_HTML, document.path, document.node_span(node), params)
        elif node.kind == "html_block" and (tag := _TAG.search(node.text)):
            if node.text.lstrip().startswith("<!--"):
                continue
            raw = document.body_bytes(node.start, node.end)
            at = node.start + max(raw.find(tag.group().encode()), 0)
            span = document.body_span(at, at + len(tag.group().encode()))
            params = {"tag": tag.group(), "name": tag["name"]}
            yield Finding(RAW_HTML, document.path, span, params)
