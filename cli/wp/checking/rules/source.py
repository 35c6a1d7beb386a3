r"""What reading met in a file: its bytes, its place, the lines with ---, and the fields' spelling.

## What
A file must be one that `wp` reads: in its own folder, plain text in UTF-8 of at most a few MB, its
fields between two lines with `---`, each field a name, a colon, a space and a value. Faults that
reading can mend on its way are advice: a byte order mark, line ends from Windows, a control
character that came along from Word, empty lines above the first `---`, a file name with letters in
two parts. A file that can't be read, or can't be read with certainty, is an error: what stands in
it would be missing in the programme. So are shortcuts that lead out of the folder or nowhere,
folders named like documents, invisible characters that turn a text around, and fields that would
take a computer's memory. Each rule's message says what it found and what to do.

## Why
What isn't read is not in the programme, and nobody is told. So nothing is skipped in silence, and
each fault is named by what the writer did, at the line where it was done.

## Wrong
```yaml content/one-pagers/datakvalitet.md
title: Data: deling og adgang
```
Gives: yaml-colon
```yaml content/one-pagers/datakvalitet.md
title: Data⟨U+0007⟩ og ⟨U+202E⟩deling⟨U+000D⟩
```
Gives: control-character, bidi-override, carriage-return
```yaml content/one-pagers/datakvalitet.md
responsible:
⟨U+0009⟩- {who: anna-berg, role: primary}
```
Gives: yaml-tab
```yaml content/one-pagers/data-fra-a⟨U+030A⟩ret-foer.md
title: Data fra året før
```
Gives: name-decomposed
```text content/initiatives.yml
⟨U+FEFF⟩initiatives: []
```
Gives: byte-order-mark
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
```text content/noter.md
Husk at spørge juristen.
```
```text content/noter.txt
Husk at spørge juristen.
```
Gives: unknown-document, unknown-file

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
from pathlib import PurePosixPath

from wp.checking.nearest import nearest
from wp.checking.repairs import without_curly_quotes
from wp.findings import Edit, Fault, Finding, Layer, Nature, Related, Rule, Span
from wp.reading.document import Document
from wp.reading.markup import MAX_HEADINGS
from wp.reading.repository import CONTENT, Repository
from wp.reading.template import Template

_FALSE, _ADVICE = Nature.FALSE, Nature.ADVICE

# One rule for each fault of `wp.reading`, under the fault's name.
RULES = (
    Rule("WP101", "too-large", _FALSE),
    Rule("WP102", "not-utf-8", _FALSE),
    Rule("WP103", "byte-order-mark", _ADVICE),
    Rule("WP104", "carriage-return", _ADVICE),
    Rule("WP105", "control-character", _ADVICE),
    Rule("WP106", "bidi-override", _FALSE),
    Rule("WP107", "unreadable", _FALSE),
    Rule("WP108", "unknown-document", _FALSE),
    Rule("WP109", "unknown-file", _ADVICE),
    Rule("WP110", "folder-as-document", _FALSE),
    Rule("WP111", "link-outside", _FALSE),
    Rule("WP112", "link-unusable", _FALSE),
    Rule("WP113", "not-a-file", _FALSE),
    Rule("WP114", "name-not-utf-8", _FALSE),
    Rule("WP115", "name-decomposed", _ADVICE),
    Rule("WP116", "name-twice", _FALSE),
    Rule("WP120", "front-matter-missing", _FALSE),
    Rule("WP121", "front-matter-not-first", _ADVICE),
    Rule("WP122", "front-matter-open", _FALSE),
    Rule("WP123", "front-matter-unopened", _FALSE),
    Rule("WP124", "front-matter-fence", _FALSE),
    Rule("WP125", "front-matter-not-mapping", _FALSE),
    Rule("WP126", "register-not-mapping", _FALSE),
    Rule("WP127", "doubled-key", _FALSE),
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
    Rule("WP149", "too-many-headings", _FALSE),
)
_BY_NAME = {rule.name: rule for rule in RULES}
_NAME = re.compile(r"\s*(?:- +)*[A-Za-z_][\w-]*")
_VALUE = re.compile(r"(\s*(?:- +)*[^\s:#'\"]+: +)(\S.*?)\s*")


def check(document: Document, repository: Repository) -> Iterator[Finding]:
    """Turn the faults of one document into findings."""
    for fault in document.faults:
        related: tuple[Related, ...] = ()
        if "first_line" in fault.params:
            related = (Related(document.path, fault.params["first_line"], "first"),)
        rule, fix = _BY_NAME[fault.name], _repair(document, fault)
        yield Finding(rule, document.path, fault.span, fault.params, related, fix)
    cut = document.body.attrs.get("cut")
    if cut is not None:
        span = document.source.line_span(document.body_span(cut, cut).line)
        params = {"limit": MAX_HEADINGS}
        yield Finding(_BY_NAME["too-many-headings"], document.path, span, params)


def check_all(repository: Repository) -> Iterator[Finding]:
    """Turn the faults of files that aren't documents into findings."""
    for path, fault in repository.stray:
        if fault.name not in _BY_NAME:
            continue  # of `attachments`
        params = dict(fault.params)
        if fault.name in ("unknown-document", "unknown-file"):
            params |= {"path": path, "near": _better_place(path, repository)}
            params["places"] = sorted(f"{CONTENT}/{t.applies_to}" for t in _templates(repository))
        elif fault.name == "too-large":
            params = {key: round(value / 1_000_000, 1) for key, value in params.items()}
        yield Finding(_BY_NAME[fault.name], path, fault.span, params)


def _repair(document: Document, fault: Fault) -> Edit | None:
    """Return the edit that certainly mends a fault."""
    span = fault.span
    if fault.name == "front-matter-fence":
        return Edit(span, "---")
    if fault.name == "front-matter-not-first":
        return Edit(Span(1, 1, span.line, span.column), "")
    if fault.name == "front-matter-unopened":
        return Edit(Span(span.line, 1, span.line, 1), "---\n")
    if fault.name == "byte-order-mark":
        return Edit(span, "", Layer.MARK)
    if fault.name == "carriage-return":
        return Edit(span, "", Layer.LINE_ENDS)
    line = document.source.line(span.line)
    if fault.name == "yaml-space" and _NAME.fullmatch(line, 0, span.column - 1):
        if line[span.column :].startswith("//"):
            return None  # an address, not a field
        return Edit(Span(span.line, span.column, span.line, span.column + 1), ": ")
    if fault.name == "yaml-colon" and (match := _VALUE.fullmatch(line)):
        value = without_curly_quotes(match[2])
        plain = not any(mark in value for mark in ('"', "\\", " #"))
        if plain and not value.startswith(("'", "[", "{", "&", "*", "!", "|", ">")):
            here = Span(span.line, match.start(2) + 1, span.line, match.end(2) + 1)
            return Edit(here, f'"{value}"')
    return None


def _templates(repository: Repository) -> list[Template]:
    return list(repository.templates.values())


def _better_place(path: str, repository: Repository) -> str:
    """Return where a stray file probably belongs: a folder or a name much like its own, else ""."""
    below = PurePosixPath(path.removeprefix(f"{CONTENT}/"))
    ending = below.suffix.lower()
    for template in _templates(repository):
        pattern = PurePosixPath(template.applies_to)
        folder = str(pattern.parent)
        name = pattern.name.replace("*", below.stem)
        wanted = f"{CONTENT}/{pattern.with_name(name)}"
        if "*" not in pattern.name:
            near = nearest(below.name, [pattern.name]) and str(below.parent) == folder
        else:
            spelled = str(below.parent) == folder or nearest(str(below.parent), [folder])
            near = spelled and ending in ("", ".md", ".markdown", ".mdown", ".txt", ".yml", ".yaml")
        if near and wanted != path and wanted not in repository.files:
            return wanted
    return ""
