"""The repository as the public may see it: what is internal, and what is private, is gone.

It is made at one place, before anything is assembled, so that no number, picture, list or writer
can know of what isn't there. In place of what a reader would miss stand words that say so: an
internal agenda item keeps its number and time, a section that the form asks for keeps its heading.
"""

import json
import posixpath
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import unquote

from wp.programme.masking import Mask, masked, masking
from wp.reading.audience import AUDIENCE, PUBLIC, Internal, InternalSection, internal_in
from wp.reading.document import Document, Pointer, value_at
from wp.reading.private import leads_to_private
from wp.reading.repository import Repository, items_at
from wp.reading.source import Source
from wp.reading.yaml_core import read_yaml

# What the programme says to `wp check` alone; it may name files and quote reasons.
_FOR_CHECK = ("checks",)
# What is kept of an internal agenda item, so that the others keep their numbers and times.
_KEPT = ("number", "start", "end")
_FENCES = "---\n---\n"
_ESCAPED = {ord(mark): f"\\{mark}" for mark in "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"}


@dataclass(frozen=True)
class Words:
    """What stands in place of what is left out.

    `item` is the title of an internal agenda item and `item_text` its text, `section` the text of
    an internal section, `email` and `phone` stand for an address and a number.
    """

    item: str
    item_text: str
    section: str
    email: str
    phone: str


def public_view(
    repository: Repository, words: Words, beside: Repository | None = None
) -> Repository:
    """Return a repository with only what the public may see, itself if that is all of it.

    `beside` is the repository of today, for one of an earlier version: what is internal today
    wasn't meant to be public then.
    """
    mask = masking(words.email, words.phone)
    documents = []
    for document in repository.documents:
        internal = internal_in(document)
        if beside is not None:
            internal = _as_today(document, internal, beside)
        if not internal.whole:
            documents.append(masked(_public(document, internal, words), mask))
    kept = {document.path for document in documents}
    gone = {document.path for document in repository.documents} - kept
    return replace(
        repository,
        documents=tuple(documents),
        stray=(),
        files=frozenset(repository.files - gone),
        audience=PUBLIC,
    )


def inputs_of(view: Repository, whole: Repository) -> Mapping[str, str | None]:
    """Return the files that a public repository comes from, by path from the root.

    The value is what the public sees of a file that holds more than that, as text, None for a file
    that is public as it is. Where anything is internal, a file that isn't a document, such as an
    attachment, counts only if something public names it; one whose name is an address never does.
    """
    closed = any(internal_in(document) for document in whole.documents)
    inputs: dict[str, str | None] = {}
    for document in view.documents:
        before = whole.by_path[document.path]
        same = document is before or _written(document) == _written(before)
        inputs[document.path] = None if same else _written(document)
    public = view.documents if closed else ()
    named = frozenset(path for document in public for path in _named(document))
    for path in view.files - inputs.keys():
        if (not closed or path in named) and not leads_to_private(path):
            inputs[path] = None
    return inputs


def _named(document: Document) -> Iterator[str]:
    """Yield the paths from the root that a document's links, pictures and fields may lead to."""
    dests = [n.attrs["dest"] for n in document.body.walk() if n.kind in ("link", "image")]
    ways = [unquote(dest.partition("#")[0].partition("?")[0]) for dest in dests]
    folder = posixpath.dirname(document.path)
    for way in (*ways, *_texts(document.data)):
        yield unicodedata.normalize("NFC", posixpath.normpath(posixpath.join(folder, way)))


def _texts(data: Any) -> Iterator[str]:
    if isinstance(data, str):
        yield data
    elif isinstance(data, Mapping | list):
        for value in data.values() if isinstance(data, Mapping) else data:
            yield from _texts(value)


def _written(document: Document) -> str:
    """Return all of a document as one text."""
    fields = json.dumps(document.data, ensure_ascii=False, sort_keys=True)
    mask: Mask = getattr(document, "mask", str)
    return f"{fields}\n{mask(document.source.text[document.body_start :])}"


def _public(document: Document, internal: Internal, words: Words) -> Document:
    """Return what the public may see of a document that isn't internal as a whole."""
    data = _fields(document.data, (), internal, words)
    for away in _absent(document):
        data = {**data, **away}
    body = document.source.text[document.body_start :]
    cut = _cut(document, internal.sections, words) if internal.sections else body
    if data == document.data and cut == body:
        return document
    source = Source(document.path, _FENCES + cut)
    # nothing of what was read stays within reach, not even for a template that goes looking for it
    yaml, start = read_yaml(source, 0, 0), len(_FENCES)
    return replace(document, source=source, data=data, yaml=yaml, body_start=start, faults=())


def _fields(data: Any, pointer: Pointer, internal: Internal, words: Words) -> Any:
    """Return a part of the front matter without what is internal in it."""
    if isinstance(data, Mapping):
        return {
            key: _fields(value, (*pointer, key), internal, words)
            for key, value in data.items()
            if key != AUDIENCE and (*pointer, key) not in internal.entries
            if pointer or key not in _FOR_CHECK
        }
    if not isinstance(data, list):
        return data
    kept = []
    for at, item in enumerate(data):
        here = (*pointer, at)
        if here in internal.repeated:
            kept.append(_closed(item, words))
        elif here not in internal.entries:
            kept.append(_fields(item, here, internal, words))
    return kept


def absences_of(document: Document) -> Mapping[str, str]:
    """Return the lists of those who were absent, each with the field that says who."""
    asked = document.template.rules.get("absence-reasons") if document.template else None
    return {} if asked is None else {asked.get("absent", "absent"): asked.get("who", "who")}


def _absent(document: Document) -> Iterator[Mapping[str, Any]]:
    """Yield the lists of those who were absent, with who they were and nothing else."""
    for name, who in absences_of(document).items():
        away = document.data.get(name)
        if isinstance(away, list):
            named = [item for item in away if isinstance(item, Mapping) and who in item]
            yield {name: [{who: item[who]} for item in named]}


def _cut(document: Document, sections: Iterable[InternalSection], words: Words) -> str:
    """Return a document's body with words in place of its internal sections."""
    parts: list[bytes] = []
    at = 0
    for one in sections:
        parts += [document.body_bytes(at, one.section.start), b"\n\n"]
        parts.append(_instead(document, one, words).encode())
        at = one.section.end
    parts.append(document.body_bytes(at, document.body.end))
    return b"".join(parts).decode()


def _closed(item: Mapping[str, Any], words: Words) -> dict[str, Any]:
    """Return what the public sees of an internal agenda item."""
    return {**{key: item[key] for key in _KEPT if key in item}, "title": words.item}


def _instead(document: Document, one: InternalSection, words: Words) -> str:
    """Return what stands in place of an internal section: nothing if it may be left out."""
    match = one.match
    if match is None or match.form.optional:
        return ""
    title, text = match.title, words.section
    if one.said is not None:
        item = value_at(document.data, (match.form.each, match.item or 0))
        title, text = match.form.title_for(_closed(item, words)), words.item_text
    heading = f"{'#' * one.section.level} {title.translate(_ESCAPED)}"
    return f"{heading}\n\n{text.translate(_ESCAPED)}\n\n"


def _as_today(document: Document, internal: Internal, today: Repository) -> Internal:
    """Return what of an earlier document is internal, if only because it is so today."""
    now = today.by_path.get(document.path)
    if now is None:
        # it may lie elsewhere by now, and be known by its title still
        moved = _names(document.data, ()) & _closed_titles(today)
        return replace(internal, whole=True) if moved else internal
    marked = internal_in(now)
    entries = dict(internal.entries)
    for pointer in marked.entries:
        above = pointer[:-1]
        names = _names(now.data, pointer)
        for where, item in items_at(document.data, above):
            if isinstance(item, dict) and names & _names(document.data, where):
                entries.setdefault(where, (*where, AUDIENCE))
    return replace(internal, whole=internal.whole or marked.whole, entries=entries)


def _closed_titles(today: Repository) -> frozenset[str]:
    """Return what documents that are internal as a whole are known by."""
    closed = [document for document in today.documents if internal_in(document).whole]
    return frozenset(name for document in closed for name in _names(document.data, ()))


def _names(data: Any, pointer: Pointer) -> frozenset[str]:
    """Return what an entry of a list is known by: its id and its words."""
    item: Any = data
    for part in pointer:
        item = item[part]
    given = (item.get(key) for key in ("id", "title", "text")) if isinstance(item, dict) else ()
    return frozenset(value for value in given if isinstance(value, str) and value)
