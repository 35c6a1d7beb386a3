"""What was found in single documents, kept so that after an edit only what changed is judged."""

import hashlib
from collections.abc import Iterator, Sequence
from functools import cached_property

from wp.caching.entries import packed, unpacked
from wp.caching.place import digest, read_entry, write_entry
from wp.findings import Finding
from wp.reading.document import Document
from wp.reading.repository import Repository

_KIND = "documents"
# A document's findings, and the other documents whose text they depend on, each with its key.
_Kept = tuple[tuple[Finding, ...], tuple[tuple[str, bytes], ...]]


class KnownFindings:
    """The findings that each document has for itself, by all that they come from.

    That is the document, the forms, what any document can see of the others (their fields, and
    which files there are), and the texts of those that it was seen to look into. `forms` is a key
    of the forms and of this `wp`.
    """

    def __init__(self, repository: Repository, forms: str) -> None:
        self._entry = digest([forms.encode(), *_seen_by_all(repository)])
        self._keys = {document.path: _key(document) for document in repository.documents}
        self._now: dict[bytes, _Kept] = {}
        self._is_more = False

    @cached_property
    def _before(self) -> dict[bytes, _Kept]:
        found = unpacked(read_entry(_KIND, self._entry))
        is_ours = isinstance(found, dict) and all(map(_is_kept, found.values()))
        return found if is_ours else {}

    def of(self, document: Document) -> tuple[Finding, ...] | None:
        """Return what was found in a document, None when nobody has judged it as it is."""
        key = self._keys[document.path]
        kept = self._before.get(key)
        if kept is None or any(self._keys.get(path) != text for path, text in kept[1]):
            return None
        self._now[key] = kept
        return kept[0]

    def keep(
        self, document: Document, findings: tuple[Finding, ...], looked_into: Sequence[str]
    ) -> None:
        """Remember what is found in a document, and by the texts of which others."""
        texts = tuple((path, self._keys[path]) for path in looked_into)
        self._now[self._keys[document.path]] = findings, texts
        self._is_more = True

    def save(self) -> None:
        """Keep what is known for the next run, if that is more than before."""
        if self._is_more:
            write_entry(_KIND, self._entry, packed(self._now))


def _is_kept(value: object) -> bool:
    return isinstance(value, tuple) and [type(part) for part in value] == [tuple, tuple]


def _key(document: Document) -> bytes:
    about = f"{document.path}\0{document.faults!r}\0".encode()
    return hashlib.sha256(about + document.source.data).digest()


def _seen_by_all(repository: Repository) -> Iterator[bytes]:
    """Yield what the judgement of a document may see of the others, positions included."""
    yield repr((sorted(repository.files), repository.stray)).encode("utf-8", "surrogateescape")
    for document in repository.documents:
        yield f"{document.path} {document.complete}".encode()
        yield document.head
        document.forget()
