"""References between documents: every id that is written somewhere stands somewhere.

## What
The form says which fields hold ids and of what (`x-reference: people`). An id must stand among the
entries meant there; one that stands among others, such as a topic where a focus area is meant, is
said to. An id is given to one entry only; if several have it, that is said in each of their files,
for it can't be seen which of them came last. If two collections may be meant in a field and both
have the id, it is said that the reader can't tell which. A whole file that ids are sought in but
that isn't there is reported once, in the programme.

## Why
A reference that leads nowhere is a responsible whom nobody can find, a decision that can't be
traced, a topic that drops out of the programme without a sound.

## Wrong
```yaml content/one-pagers/datakvalitet.md
focus_area: bedre-data
responsible:
  - {who: Anna Berg, role: primary}
```
Gives: dangling-reference, misdirected-reference

```yaml content/people.yml
people:
  - {id: anna-berg, name: Anna Berg}
  - {id: anna-berg, name: Anna Maria Berg}
  - {id: bo-dahl, name: Bo Dahl}
  - {id: carl-eg, name: Carl Eg}
  - {id: dorte-friis, name: Dorte Friis}
organisations:
  - {id: proeve-universitetet, name: Prøveuniversitetet}
  - {id: bo-dahl, name: Bo Dahls Fond}
```
Gives: doubled-id, ambiguous-reference

## Right
```yaml content/one-pagers/datakvalitet.md
focus_area: data
responsible:
  - {who: anna-berg, role: primary}
```
"""

from collections.abc import Iterator, Sequence
from typing import Any

from wp.checking.several import all_known, parts_of
from wp.checking.suggest import Suggestion, name_of, suggest
from wp.findings import Edit, Finding, Nature, Related, Rule, Span
from wp.reading.document import Document, Pointer, value_at
from wp.reading.repository import CONTENT, Entry, Repository
from wp.reading.schema import Reference, schema_at, values_at
from wp.reading.template import Template
from wp.reading.yaml_core import rewritten

DANGLING_REFERENCE = Rule("WP401", "dangling-reference", Nature.FALSE)
MISDIRECTED_REFERENCE = Rule("WP402", "misdirected-reference", Nature.FALSE)
AMBIGUOUS_REFERENCE = Rule("WP403", "ambiguous-reference", Nature.ADVICE)
DOUBLED_ID = Rule("WP404", "doubled-id", Nature.FALSE)
MISSING_REGISTER = Rule("WP405", "missing-register", Nature.FALSE)

RULES = (
    DANGLING_REFERENCE, MISDIRECTED_REFERENCE, AMBIGUOUS_REFERENCE, DOUBLED_ID, MISSING_REGISTER,
)  # fmt: skip

_START = Span(1, 1, 1, 1)


def check(document: Document, repository: Repository) -> Iterator[Finding]:
    """Judge the references of one document."""
    if document.template is None:
        return
    seen: set[Pointer] = set()
    for reference in document.template.references:
        if reference.file:
            continue
        for pointer, word in words_of(document, reference):
            if pointer not in seen:
                seen.add(pointer)
                yield from _judge(document, repository, reference, pointer, word)


def check_all(repository: Repository) -> Iterator[Finding]:
    """Find ids that two entries have, and registers that nobody has made."""
    found: dict[tuple[str, str], list[Entry]] = {}
    for name, entry in repository.entries():
        found.setdefault((name, entry.id), []).append(entry)
    for (name, _), entries in found.items():
        if len(entries) > 1:
            yield from _doubled(repository, name, entries)
    yield from _missing_registers(repository)


def _doubled(repository: Repository, name: str, entries: Sequence[Entry]) -> Iterator[Finding]:
    """Yield a finding in each file that has an id which several entries have, at its last there.

    Nothing in the files says which of them came later, so none of them goes free.
    """
    last = {entry.document.path: entry for entry in entries}
    for entry in last.values():
        others = tuple(_stands(other) for other in entries if other is not entry)
        params = {
            "id": entry.id,
            "collection": title_of(repository, name),
            "count": len(entries),
            "places": [f"{other.path}:{other.line}" for other in others],
        }
        span = entry.document.value_span((*entry.pointer, "id"))
        yield Finding(DOUBLED_ID, entry.document.path, span, params, others)


def words_of(document: Document, reference: Reference) -> Iterator[tuple[Pointer, str]]:
    """Yield the ids that a document has where a reference of its form stands, with their places."""
    for pointer, value in values_at(document.data, reference.pattern):
        if reference.keys:
            if isinstance(value, dict):
                yield from (((*pointer, key), key) for key in value)
        elif isinstance(value, str) and value.strip():
            yield pointer, value


def title_of(repository: Repository, name: str) -> str:
    """Return a collection's title as its form has it, such as "Personer"."""
    for template, pointer in repository.homes.get(name, ()):
        if not pointer:
            return template.title
        if title := schema_at(template.schema, pointer).get("title"):
            return str(title)
    return name


def _judge(
    document: Document, repository: Repository, reference: Reference, pointer: Pointer, word: str
) -> Iterator[Finding]:
    """Judge one reference."""
    names = reference.collections
    found = [name for name in names if word in repository.collections.get(name, {})]
    if len(found) == 1:
        return
    span = document.key_span(pointer) if reference.keys else document.value_span(pointer)
    params: dict[str, Any] = {
        "id": word,
        "collections": [title_of(repository, name) for name in names],
    }
    if len(found) > 1:
        entries = [repository.collections[name][word] for name in found]
        params["collections"] = [title_of(repository, name) for name in found]
        yield Finding(
            AMBIGUOUS_REFERENCE, document.path, span, params, tuple(map(_stands, entries))
        )
    if found or any(_unknowable(repository, name, word) for name in names):
        return
    assert document.template is not None
    meant = _meant(repository, names, word)
    raw = word if reference.keys else document.raw(pointer)
    # the same id twice is no repair: perhaps another was meant
    above = value_at(document.data, pointer[:-1])
    again = isinstance(above, dict if reference.keys else list) and meant.near in above
    parts = parts_of(word)
    several = len(parts) > 1 and all_known(repository, names, parts)
    certain = meant.certain and not again and not several and "\n" not in raw
    fix = Edit(span, rewritten(raw, meant.near)) if certain else None
    template = document.template
    asked = Related(template.path, template.schema_line(reference.schema_path), "template")
    params |= {
        "near": "" if several else meant.near,
        "several": {"ids": parts} if several else {},
        "files": sorted({f for n in names for f in _files(repository, n)}),
    }
    elsewhere = [
        (name, entries[word])
        for name, entries in repository.collections.items()
        if word in entries and name not in names
    ]
    if elsewhere:
        params["elsewhere"] = [title_of(repository, name) for name, _ in elsewhere]
        related = (*(_stands(entry) for _, entry in elsewhere), asked)
        # an id that there is was hardly meant to be another
        yield Finding(MISDIRECTED_REFERENCE, document.path, span, params, related)
    else:
        yield Finding(DANGLING_REFERENCE, document.path, span, params, (asked,), fix)


def _meant(repository: Repository, names: tuple[str, ...], word: str) -> Suggestion:
    """Return the id that was probably meant: by its spelling, or by the name of its entry."""
    known: set[str] = set()
    called: dict[str, str] = {}
    for name in names:
        for entry in repository.collections.get(name, {}).values():
            known.add(entry.id)
            for key in ("title", "name", "short"):
                name_of(called, entry.data.get(key), entry.id)
    return suggest(word, known, called)


def _unknowable(repository: Repository, name: str, word: str) -> bool:
    """Say whether the id may well stand in a file that couldn't be read, or that isn't there."""
    if name in repository.uncertain or word in repository.unread.get(name, ()):
        return True
    homes = repository.homes.get(name, ())
    return bool(homes) and all(
        _is_missing(repository, template) or _is_lost(repository, template, pointer)
        for template, pointer in homes
    )


def _is_missing(repository: Repository, template: Template) -> bool:
    path = f"{CONTENT}/{template.applies_to}"
    return "*" not in path and path not in repository.files


def _is_lost(repository: Repository, template: Template, pointer: Pointer) -> bool:
    """Say whether a register has no such list, and an error there tells why.

    It is empty, or the list stands under a name that the form doesn't have.
    """
    document = repository.by_path.get(f"{CONTENT}/{template.applies_to}")
    if document is None or not pointer or pointer[0] in document.data:
        return False
    if any(fault.name == "register-not-mapping" for fault in document.faults):
        return True
    known = template.schema.get("properties", {})
    return template.schema.get("additionalProperties") is False and bool(
        set(document.data) - set(known)
    )


def _stands(entry: Entry) -> Related:
    line = entry.document.value_span((*entry.pointer, "id")).line if entry.pointer else 1
    return Related(entry.document.path, line, "stands", {"id": entry.id})


def _files(repository: Repository, name: str) -> list[str]:
    """Return where a person looks for the ids of a collection: a file, or a folder of documents."""
    homes = repository.homes.get(name, ())
    return [f"{CONTENT}/{template.applies_to.removesuffix('/*.md')}" for template, _ in homes]


def _missing_registers(repository: Repository) -> Iterator[Finding]:
    """Yield the files that documents refer into and that aren't there, in the programme."""
    programme = repository.programme
    missing = [t for t in repository.templates.values() if _is_missing(repository, t)]
    for template in missing if programme else ():
        assert programme is not None
        fed = {name for name, _ in template.collections}
        if _is_used(repository, fed):
            params = {"path": f"{CONTENT}/{template.applies_to}"}
            yield Finding(MISSING_REGISTER, programme.path, _START, params)


def _is_used(repository: Repository, names: set[str]) -> bool:
    """Say whether any document refers into one of these collections."""
    return any(
        True
        for document in repository.documents
        if document.template
        for reference in document.template.references
        if names.intersection(reference.collections)
        for _ in words_of(document, reference)
    )
