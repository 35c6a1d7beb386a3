r"""How the fields are written: the lines with --- around them, and each field's spelling.

## What
The fields stand between two lines with `---`, from the file's first line on, each with a name, a
colon, a space and a value. What reading can put right on its way is advice, such as empty lines
above the first `---`. What it can't read, or not with certainty, is an error, named by what the
writer did: a colon too many, a tab, a line that Word made a dash of, a document pasted together
with the code fences of the guide it was copied from. A text with `#` in it is told of, for what
stands from there on isn't read. So are fields that would take a computer's
memory. Each rule's message says what it found and what to do.

## Why
Of fields that can't be read nothing is in the programme, and nobody is told. What YAML itself says
of a mistake, such as "could not find expected ':'", helps nobody who doesn't know it.

## Wrong
```yaml content/one-pagers/datakvalitet.md
title: Data: deling og adgang
```
Gives: yaml-colon
```yaml content/one-pagers/datakvalitet.md
responsible:
⟨U+0009⟩- {who: anna-berg, role: primary}
```
Gives: yaml-tab
```yaml content/one-pagers/datakvalitet.md
status:draft
```
Gives: yaml-space
```yaml content/one-pagers/datakvalitet.md
status draft
```
Gives: yaml-missing-colon
```yaml content/one-pagers/datakvalitet.md
responsible:
  - who: anna-berg
     role: primary
```
Gives: yaml-indent
```yaml content/one-pagers/datakvalitet.md
title: "Data
```
Gives: yaml-quote
```yaml content/one-pagers/datakvalitet.md
title: "Data\Deling"
```
Gives: yaml-escape
```yaml content/one-pagers/datakvalitet.md
goals: [bedre-data
```
Gives: yaml-bracket
```yaml content/one-pagers/datakvalitet.md
title: @data
```
Gives: yaml-character
```yaml content/one-pagers/datakvalitet.md
title: **Data**
```
Gives: yaml-alias
```yaml content/one-pagers/datakvalitet.md
title: !vigtigt Data
```
Gives: yaml-tag
```yaml content/one-pagers/datakvalitet.md
[title]: Data
```
Gives: yaml-key
```yaml content/one-pagers/datakvalitet.md
goals: - bedre-data
```
Gives: yaml-dash
```yaml content/one-pagers/datakvalitet.md
title: Data
title: Deling af data
```
Gives: doubled-key
```text content/initiatives.yml
initiatives: []
---
initiatives: []
```
Gives: yaml-document
```text content/one-pagers/datakvalitet.md
## Mål
```
Gives: front-matter-missing
```text content/one-pagers/datakvalitet.md

---
title: Data
---
```
Gives: front-matter-not-first
```text content/one-pagers/datakvalitet.md
---
title: Data

## Mål
```
Gives: front-matter-open
```text content/one-pagers/datakvalitet.md
title: Data
---

## Mål
```
Gives: front-matter-unopened
```text content/one-pagers/datakvalitet.md
—
title: Data
—
```
Gives: front-matter-fence
```text content/one-pagers/datakvalitet.md
---
Data og deling
---
```
Gives: front-matter-not-mapping
```text content/initiatives.yml
Sundhedsplanen
```
Gives: register-not-mapping
```text content/one-pagers/datakvalitet.md
~~~yaml
---
title: Data
---

## Mål
~~~
```
Gives: wrapped-in-code
```yaml content/one-pagers/datakvalitet.md
title: Datakvalitet #1
```
Gives: lost-after-hash
```yaml content/one-pagers/datakvalitet.md
%title: Data
```
Gives: yaml-syntax
```yaml content/one-pagers/datakvalitet.md
goals: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]
```
Gives: yaml-too-deep
```yaml content/one-pagers/datakvalitet.md
a: &a [x, x, x, x, x, x, x, x, x, x]
b: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a, *a]
c: &c [*b, *b, *b, *b, *b, *b, *b, *b, *b, *b]
d: &d [*c, *c, *c, *c, *c, *c, *c, *c, *c, *c]
e: &e [*d, *d, *d, *d, *d, *d, *d, *d, *d, *d]
```
Gives: yaml-too-many

## Right
```markdown content/one-pagers/datakvalitet.md
---
title: "Data: deling og adgang"
status: draft
responsible:
  - who: anna-berg
    role: primary
goals: [bedre-data]
---

## Mål
```
"""

import re
from collections.abc import Iterator

from wp.checking.repairs import without_curly_quotes
from wp.findings import Edit, Fault, Finding, Nature, Related, Rule, Span
from wp.reading.document import Document
from wp.reading.repository import Repository

_FALSE, _ADVICE = Nature.FALSE, Nature.ADVICE

# One rule for each fault of the fields, under the fault's name.
RULES = (
    Rule("WP120", "front-matter-missing", _FALSE),
    Rule("WP121", "front-matter-not-first", _ADVICE),
    Rule("WP122", "front-matter-open", _FALSE),
    Rule("WP123", "front-matter-unopened", _FALSE),
    Rule("WP124", "front-matter-fence", _FALSE),
    Rule("WP125", "front-matter-not-mapping", _FALSE),
    Rule("WP126", "register-not-mapping", _FALSE),
    Rule("WP127", "doubled-key", _FALSE),
    Rule("WP128", "wrapped-in-code", _FALSE),
    Rule("WP129", "lost-after-hash", _ADVICE),
    Rule("WP130", "yaml-syntax", _FALSE),
    Rule("WP131", "yaml-colon", _FALSE),
    Rule("WP132", "yaml-space", _FALSE),
    Rule("WP133", "yaml-missing-colon", _FALSE),
    Rule("WP134", "yaml-indent", _FALSE),
    Rule("WP135", "yaml-tab", _FALSE),
    Rule("WP136", "yaml-dash", _FALSE),
    Rule("WP137", "yaml-quote", _FALSE),
    Rule("WP138", "yaml-escape", _FALSE),
    Rule("WP139", "yaml-bracket", _FALSE),
    Rule("WP140", "yaml-character", _FALSE),
    Rule("WP141", "yaml-alias", _FALSE),
    Rule("WP142", "yaml-tag", _FALSE),
    Rule("WP143", "yaml-key", _FALSE),
    Rule("WP144", "yaml-document", _FALSE),
    Rule("WP145", "yaml-too-deep", _FALSE),
    Rule("WP146", "yaml-too-many", _FALSE),
)
_BY_NAME = {rule.name: rule for rule in RULES}
_NAME = re.compile(r"\s*(?:- +)*[A-Za-z_][\w-]*")
_VALUE = re.compile(r"(\s*(?:- +)*[^\s:#'\"]+: +)(\S.*?)\s*")
_HASH = re.compile(
    r"^\s*(?:- +)*[^\s:#'\"]+: +[^\s'\"\[{#|>&*!][^#\n]* (#[^\s#][^\n]*?)[ \t]*$", re.MULTILINE
)
# Another line that belongs to a fault, by what its parameters call it.
_RELATED = {"first_line": "first", "last_line": "block-ends"}


def check(document: Document, repository: Repository) -> Iterator[Finding]:
    """Turn the faults of one document's fields into findings."""
    for fault in document.faults:
        if fault.name in _BY_NAME:
            related = tuple(
                Related(document.path, fault.params[name], said)
                for name, said in _RELATED.items()
                if name in fault.params
            )
            rule, fix = _BY_NAME[fault.name], _repair(document, fault)
            yield Finding(rule, document.path, fault.span, fault.params, related, fix)
    if b" #" in document.head and document.complete:
        yield from _lost(document)


def _lost(document: Document) -> Iterator[Finding]:
    """Yield what was written as text and is read as a comment: "#1" behind a value.

    A comment that is meant as one has a space after its sign.
    """
    said = repr(document.data)
    for match in _HASH.finditer(document.head.decode()):
        if repr(match[1])[1:-1] not in said:  # else it stands in a text of several lines
            span = document.source.span(match.start(1), match.end(1))
            yield Finding(_BY_NAME["lost-after-hash"], document.path, span, {"lost": match[1]})


def _repair(document: Document, fault: Fault) -> Edit | None:
    """Return the edit that certainly mends a fault."""
    span = fault.span
    if fault.name == "front-matter-fence":
        return Edit(span, "---")
    if fault.name == "front-matter-not-first":
        return Edit(Span(1, 1, span.line, span.column), "")
    if fault.name == "front-matter-unopened":
        return Edit(Span(span.line, 1, span.line, 1), "---\n")
    if fault.name == "wrapped-in-code":
        return _unwrapped(document, fault)
    line = document.source.line(span.line)
    if fault.name == "yaml-space" and _NAME.fullmatch(line, 0, span.column - 1):
        if line[span.column :].startswith("//"):
            return None  # an address, not a field
        return Edit(Span(span.line, span.column, span.line, span.column + 1), ": ")
    if fault.name in ("yaml-colon", "yaml-character") and (match := _VALUE.fullmatch(line)):
        value = without_curly_quotes(match[2])
        plain = not any(mark in value for mark in ('"', "\\", " #"))
        # what begins otherwise may be meant as more than a text
        more = "'[{&*!" if fault.name == "yaml-character" else "'[{&*!|>"
        if plain and value[0] not in more:
            here = Span(span.line, match.start(2) + 1, span.line, match.end(2) + 1)
            return Edit(here, f'"{value}"')
    return None


def _unwrapped(document: Document, fault: Fault) -> Edit | None:
    """Return the edit that leaves of a code block what stands in it; None if its end is unclear."""
    if "unclear" in fault.params:
        return None
    source, first = document.source, fault.span.line
    last = fault.params.get("last_line")
    if last is None:
        return Edit(Span(1, 1, first + 1, 1), "")
    inside = [source.line(number) for number in range(first + 1, last)]
    text = "\n".join(inside).strip("\n")
    return Edit(Span(1, 1, last, len(source.line(last)) + 1), text)
