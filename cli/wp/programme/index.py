"""Finds what documents refer to, and what refers to them. Reads front matter only, no bodies."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from wp.language.collation import sort_key
from wp.programme import labels
from wp.programme.model import Actor, Ref
from wp.programme.values import text, texts, whole
from wp.reading.document import Document, Pointer
from wp.reading.repository import Entry, Repository, items_at
from wp.reading.schema import EACH
from wp.reading.template import Template

ONE_PAGERS = "one-pagers"
MINUTES = "minutes"


@dataclass(frozen=True)
class Index:
    """The collections of a repository by the references of its forms.

    A field is named by its place in the front matter, with `*` for each item of a list or key of
    a mapping, as in `decisions.*.concerns.*`. What it may refer to is what its form says there.
    """

    repository: Repository

    def ref(self, document: Document, place: str, ident: str) -> Ref:
        """Return what an id in a field of a document refers to."""
        for collection in self._collections_at(document.template, place):
            if entry := self.repository.collections.get(collection, {}).get(ident):
                return ref_of(collection, entry)
        return Ref("", ident, ident)

    def refs(self, document: Document, place: str, idents: Iterable[str]) -> tuple[Ref, ...]:
        """Return what the ids of a list refer to, each once, in the order of the list."""
        return tuple(self.ref(document, place, ident) for ident in dict.fromkeys(idents))

    def ref_or_none(self, document: Document, place: str, ident: str) -> Ref | None:
        """Return what an id refers to, None when the field is empty."""
        return self.ref(document, place, ident) if ident else None

    def actor(self, document: Document, place: str, ident: str) -> Actor | None:
        """Return who an id in a field of a document refers to, None when the field is empty."""
        return self.actor_of(self.ref(document, place, ident)) if ident else None

    def actor_of(self, ref: Ref) -> Actor:
        """Return the actor that a reference leads to."""
        entry = self.entry(ref)
        if entry is None:
            return Actor(ref.kind, ref.id, ref.title)
        home = text(entry.data, "organisation") if ref.kind != "organisations" else ""
        return Actor(
            kind=ref.kind,
            id=ref.id,
            name=ref.title,
            short=text(entry.data, "short"),
            title=text(entry.data, "title") if "name" in entry.data else "",
            organisation=self.actor(entry.document, place_of(entry, "organisation"), home),
            data=entry.data,
        )

    def entry(self, ref: Ref) -> Entry | None:
        """Return the entry that a reference leads to, None when it leads nowhere."""
        return self.repository.collections.get(ref.kind, {}).get(ref.id)

    def items(self, collection: str) -> Iterator[Entry]:
        """Yield the items of a collection's lists, in the order of files and of writing.

        One without an id, which a draft may hold, has "" for it.
        """
        for document in self.repository.documents:
            for name, pointer in document.template.collections if document.template else ():
                if name == collection:
                    for where, item in items_at(document.data, pointer):
                        if isinstance(item, dict):
                            yield Entry(text(item, "id"), document, where, item)

    def rank(self, document: Document, pointer: Pointer, value: str) -> int:
        """Return a value's place in its field's `enum`, past the last when it isn't there."""
        values = labels.values_of(document.template, pointer)
        return values.index(value) if value in values else len(values)

    @cached_property
    def minutes(self) -> tuple[Entry, ...]:
        """The minutes by date."""
        found = self.repository.collections.get(MINUTES, {}).values()
        return tuple(sorted(found, key=lambda entry: (text(entry.data, "date"), entry.id)))

    @cached_property
    def topics(self) -> tuple[Entry, ...]:
        """The one-pagers, whatever their status: by focus area, those without one last, and title.

        Focus areas themselves stand by order and title.
        """
        areas = sorted(self.items("focus_areas"), key=area_order)
        places = {entry.id: place for place, entry in reversed(list(enumerate(areas)))}
        return tuple(
            sorted(
                self.repository.collections.get(ONE_PAGERS, {}).values(),
                key=lambda entry: (
                    places.get(text(entry.data, "focus_area"), len(areas)),
                    sort_key(title_of(entry)),
                    entry.id,
                ),
            )
        )

    def topics_naming(self, key: str, ident: str) -> tuple[Entry, ...]:
        """Return the one-pagers that name an id in a field: goals, interfaces, depends_on …"""
        return tuple(self._naming.get((key, ident), ()))

    @cached_property
    def _naming(self) -> Mapping[tuple[str, str], Sequence[Entry]]:
        found: dict[tuple[str, str], list[Entry]] = {}
        for entry in self.topics:
            for key in entry.data:
                for ident in dict.fromkeys((*texts(entry.data, key), text(entry.data, key))):
                    if ident:
                        found.setdefault((key, ident), []).append(entry)
        return found

    def _collections_at(self, template: Template | None, place: str) -> Sequence[str]:
        if template is None:
            return ()
        pattern = tuple(place.split("."))
        return next((r.collections for r in template.references if r.pattern == pattern), ())


def area_order(entry: Entry) -> tuple[bool, int, tuple[str, str]]:
    """Return the key that sorts focus areas: by order, those without one last, and title."""
    order = whole(entry.data, "order")
    return order is None, order or 0, sort_key(title_of(entry))


def ref_of(collection: str, entry: Entry) -> Ref:
    """Return the reference to an entry of a collection."""
    status = "" if entry.pointer else status_of(entry.document)
    language = text(entry.data, "language") if entry.pointer else ""
    return Ref(collection, entry.id, title_of(entry), entry.document.path, status, language)


def title_of(entry: Entry) -> str:
    """Return what a reader knows an entry by; beside a name, a title is a position."""
    found = (text(entry.data, key) for key in ("name", "title", "text"))
    return next(filter(None, found), entry.id)


def place_of(entry: Entry, key: str) -> str:
    """Return the place of a field of an entry, as in `people.*.organisation`."""
    above = (EACH if isinstance(part, int) else part for part in entry.pointer)
    return ".".join((*above, key))


def status_of(document: Document) -> str:
    """Return a document's status: its own, else what its form gives a new one."""
    lifecycle = document.template.lifecycle if document.template else None
    key = lifecycle.field if lifecycle else "status"
    return text(document.data, key) or labels.default_of(document.template, (key,))


def is_approved(document: Document) -> bool:
    """Say whether a document has come to the end of its lifecycle."""
    lifecycle = document.template.lifecycle if document.template else None
    return status_of(document) == (lifecycle.order[-1] if lifecycle else "approved")


def is_included(document: Document) -> bool:
    """Say whether a topic is part of the programme proper.

    It is once it has come as far as its form's `expected_from`; what is only proposed, or is set
    aside, isn't.
    """
    lifecycle = document.template.lifecycle if document.template else None
    status = status_of(document)
    if lifecycle is None or status not in (*lifecycle.order, *lifecycle.aside):
        return True
    expected = lifecycle.order[lifecycle.order.index(lifecycle.expected_from) :]
    return status in expected
