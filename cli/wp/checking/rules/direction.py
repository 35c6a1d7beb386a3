r"""Signs that turn the direction of a text: written as an escape, or in a file's name.

## What
Nine invisible signs (U+202A to U+202E, U+2066 to U+2069) let a text be shown in another order than
the one it is written in. No file may hold one as such (`bidi-override`), nor written as YAML
(`"\u202E"`) or HTML (`&#x202E;`, `&#8238;`) lets it be written, nor in its name. In code, where
nothing is replaced, the letters of an escape are just letters.

## Why
Such a sign makes two readers see two texts: the one who approves a change sees "50 mio. kr. til
drift", the program reads something else, and `bilag⟨U+202E⟩cod.exe` is shown as `bilagexe.doc`
(Unicode Technical Report 36, 2.6; CVE-2021-42574, "Trojan Source"). What is built never holds them.
Text from right to left, Arabic or Hebrew, needs none of them: letters know their direction.

## Wrong
```yaml content/one-pagers/datakvalitet.md
title: "Data\u202Eteltivk"
```
Gives: bidi-escape
```markdown content/one-pagers/datakvalitet.md#Aktører
Rådet bevilger &#x202E;05 mio. kr.&#8236; til arbejdet.
```
Gives: bidi-escape
```text content/attachments/bilag⟨U+202E⟩txt.exe.csv
a;b
```
Gives: bidi-name

## Right
```yaml content/one-pagers/datakvalitet.md
title: Datakvalitet
```
```markdown content/one-pagers/datakvalitet.md#Aktører
Rådet bevilger 50 mio. kr. til arbejdet.
```
"""

import re
from collections.abc import Iterator

from wp.findings import Finding, Nature, Rule, Span
from wp.reading.document import Document
from wp.reading.repository import Repository

BIDI_ESCAPE = Rule("WP117", "bidi-escape", Nature.FALSE)
BIDI_NAME = Rule("WP118", "bidi-name", Nature.FALSE)

RULES = (BIDI_ESCAPE, BIDI_NAME)

_OVERRIDE = re.compile("[\u202a-\u202e\u2066-\u2069]")
# YAML 1.2, 5.7; an even number of backslashes before it are signs of their own
_YAML = re.compile(r"(?<!\\)(?:\\\\)*(\\(?:u|U0000)(20(?:2[a-eA-E]|6[6-9])))", re.ASCII)
# HTML, 4.8; no such sign has a name
_HTML = re.compile(r"&#(?:[xX]0*(20(?:2[a-eA-E]|6[6-9]))|0*(823[4-8]|829[4-7]));", re.ASCII)
_CODE = ("code", "code_block")


def check(document: Document, repository: Repository) -> Iterator[Finding]:
    """Find escapes of the signs in one document's fields and body."""
    text = document.source.text
    if "\\u20" not in text and "\\U0000" not in text and "&#" not in text:
        return
    start = document.body_start
    for match in _YAML.finditer(text, 0, start):
        span = document.source.span(match.start(1), match.end(1))
        yield _found(document, span, match[1], int(match[2], 16))
    found = list(_HTML.finditer(text))
    code = _code(document) if any(match.start() >= start for match in found) else []
    for match in found:
        if not any(first <= match.start() < last for first, last in code):
            number = int(match[1], 16) if match[1] else int(match[2])
            span = document.source.span(match.start(), match.end())
            yield _found(document, span, match[0], number)


def check_all(repository: Repository) -> Iterator[Finding]:
    """Find the signs in names of files and folders."""
    for path in sorted(repository.files):
        if match := _OVERRIDE.search(path):
            # the name in the order that it is stored in, the sign in words
            name = next(part for part in path.split("/") if match[0] in part)
            name = _OVERRIDE.sub(lambda sign: f"⟨U+{ord(sign[0]):04X}⟩", name)
            params = {"name": name, "character": f"U+{ord(match[0]):04X}"}
            yield Finding(BIDI_NAME, path, Span(1, 1, 1, 1), params)


def _found(document: Document, span: Span, written: str, number: int) -> Finding:
    params = {"written": written, "character": f"U+{number:04X}"}
    return Finding(BIDI_ESCAPE, document.path, span, params)


def _code(document: Document) -> list[tuple[int, int]]:
    """Return where the body's code stands, in characters of the file."""
    data = document.source.text[document.body_start :].encode()
    ranges = []
    for node in document.body.walk():
        if node.kind in _CODE:
            first = document.body_start + len(data[: node.start].decode())
            ranges.append((first, first + len(data[node.start : node.end].decode())))
    return ranges
