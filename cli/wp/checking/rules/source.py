r"""What reading met in a file: its bytes, its name and its place.

## What
A file must be one that `wp` reads: in its own folder, plain text in UTF-8 of at most a few MB,
under a name that every computer can show. Faults that reading can mend on its way are advice: a
byte order mark, line ends from Windows, a control character that came along from Word, a file name
with letters in two parts. Line ends from Windows are told once, in the programme, when most files
have them; they come from git's settings then and not from a writer. A file that can't be read, or
can't be read with certainty, is an error: what stands in it would be missing in the programme. So
are shortcuts that lead out of the folder or nowhere, folders named like documents, and invisible
characters that turn a text around. Each rule's message says what it found and what to do.

## Why
What isn't read is not in the programme, and nobody is told. So nothing is skipped in silence, and
each fault is named by what the writer did, at the line where it was done.

## Wrong
```yaml content/one-pagers/datakvalitet.md
title: Data⟨U+0007⟩ og ⟨U+202E⟩deling⟨U+000D⟩
```
Gives: control-character, bidi-override, carriage-return
```yaml content/one-pagers/datakvalitet.md
title: Data i sundhedsv⟨E6⟩senet
```
Gives: not-utf-8
```text content/initiatives.yml
⟨U+FEFF⟩initiatives: []
```
Gives: byte-order-mark
```yaml content/one-pagers/data-fra-a⟨U+030A⟩ret-foer.md
title: Data fra året før
```
Gives: name-decomposed
```yaml content/one-pagers/data-fra-året-før.md
title: Data fra året før
```
```yaml content/one-pagers/data-fra-a⟨U+030A⟩ret-før.md
title: Data fra året før
```
Gives: name-decomposed, name-twice
```yaml content/one-pagers/data-i-sundhedsv⟨E6⟩senet.md
title: Data i sundhedsvæsenet
```
Gives: name-not-utf-8
```text content/noter.md
Husk at spørge juristen.
```
```text content/noter.txt
Husk at spørge juristen.
```
Gives: unknown-document, unknown-file
```text content/one-pagers/data-til-klinikken.md/noter.txt
Husk at spørge juristen.
```
Gives: folder-as-document
```link content/one-pagers/data-til-klinikken.md
/
```
```link content/one-pagers/data-til-forskning.md
data-til-forskningen.md
```
Gives: link-outside, link-unusable

## Right
```yaml content/one-pagers/datakvalitet.md
title: Data og deling i sundhedsvæsenet
```
```yaml content/one-pagers/data-fra-aaret-foer.md
title: Data fra året før
```
"""

from collections.abc import Iterator
from pathlib import PurePosixPath

from wp.checking.nearest import nearest
from wp.findings import Edit, Finding, Layer, Nature, Rule
from wp.reading.document import Document
from wp.reading.markup import MAX_HEADINGS
from wp.reading.repository import CONTENT, Repository
from wp.reading.template import Template

_FALSE, _ADVICE = Nature.FALSE, Nature.ADVICE

# One rule for each fault of `wp.reading` but those of the fields, under the fault's name.
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
    Rule("WP149", "too-many-headings", _FALSE),
)
_BY_NAME = {rule.name: rule for rule in RULES}
_LINE_ENDS = "carriage-return"
_SOME = 3  # files; as many as a person may have saved in another editor


def check(document: Document, repository: Repository) -> Iterator[Finding]:
    """Turn the faults of one document into findings."""
    for fault in document.faults:
        if fault.name in _BY_NAME and fault.name != _LINE_ENDS:
            fix = Edit(fault.span, "", Layer.MARK) if fault.name == "byte-order-mark" else None
            rule = _BY_NAME[fault.name]
            yield Finding(rule, document.path, fault.span, fault.params, fix=fix)
    cut = document.body.attrs.get("cut")
    if cut is not None:
        span = document.source.line_span(document.body_span(cut, cut).line)
        params = {"limit": MAX_HEADINGS}
        yield Finding(_BY_NAME["too-many-headings"], document.path, span, params)


def check_all(repository: Repository) -> Iterator[Finding]:
    """Turn the faults of files that aren't documents into findings."""
    yield from _line_ends(repository)
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


def _line_ends(repository: Repository) -> Iterator[Finding]:
    """Yield the files whose lines end as on Windows; one finding for all when most of them do.

    That many come from git's own setting (core.autocrlf) and are nobody's doing.
    """
    found = {
        document.path: fault.span
        for document in repository.documents
        for fault in document.faults
        if fault.name == _LINE_ENDS
    }
    if len(found) <= _SOME or 2 * len(found) <= len(repository.documents):
        for path, span in found.items():
            fix = Edit(span, "", Layer.LINE_ENDS)
            yield Finding(_BY_NAME[_LINE_ENDS], path, span, {"most": {}}, fix=fix)
        return
    programme = f"{CONTENT}/programme.md"
    path = programme if programme in found else next(iter(found))
    span = found.pop(path)
    most = {"count": len(found) + 1, "all": len(repository.documents)}
    fix = Edit(span, "", Layer.LINE_ENDS)
    yield Finding(_BY_NAME[_LINE_ENDS], path, span, {"most": most}, fix=fix, also=tuple(found))


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
