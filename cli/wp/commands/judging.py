"""One judgement of a council's folder: what was kept from the last run, or made anew."""

from collections.abc import Mapping
from contextlib import nullcontext
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from wp.caching.judged import Judged, kept, kept_or_judged
from wp.caching.snapshot import Snapshot
from wp.processes import begun

if TYPE_CHECKING:
    from wp.findings import Diagnostic, Layout
    from wp.reading.repository import Repository
    from wp.reading.source import Source


class Judging:
    """What is found in a folder, and the files it is found in. Rooms are entered when needed.

    `instead` are the bytes that stand in for files on disk, by name. With `pages`, documents are
    laid out to see how many they fill; with `cache`, an answer that is known is taken as it is.
    """

    def __init__(
        self, root: Path, instead: Mapping[str, bytes], *, pages: bool, cache: bool
    ) -> None:
        self.root = root
        self._snapshot = Snapshot(root, instead)
        self._pages, self._cache = pages, cache

    @cached_property
    def found(self) -> Judged:
        """Everything that is found, whatever is to be shown of it."""
        if not self._cache:
            return self._judged()
        return kept_or_judged(self._snapshot, self._judged, pages=self._pages)

    @cached_property
    def enough(self) -> Judged:
        """All that a build hangs on: where no pages are asked for, what is known with them does.

        Only what an exception from a rule about pages is worth can be told apart then.
        """
        more = self._cache and not self._pages
        known = kept(self._snapshot, pages=True) if more else None
        return known.without_pages() if known else self.found

    def key(self) -> str:
        """Return a key of all that is read, as it is now; "" when something can't be read."""
        try:
            return Snapshot(self.root, self._snapshot.instead).key(pages=True)
        except OSError:
            return ""

    @cached_property
    def repository(self) -> "Repository":
        """All of it, read."""
        from wp.reading.repository import read_repository

        return read_repository(self.root, self._snapshot)

    def source(self, path: str) -> "Source | None":
        """Return a file as it was read, None for one that wasn't."""
        if "repository" in self.__dict__:
            return self.repository.source(path)
        return self._snapshot.source(path) if path in self._documents else None

    @cached_property
    def _documents(self) -> frozenset[str]:
        return frozenset(self.found.documents)

    def _form_key(self) -> str:
        """Return a key of the forms, "" when there is one that can't be read."""
        try:
            return self._snapshot.form_key()
        except OSError:
            return ""

    def judge_other(self, repository: "Repository", pages: bool) -> "list[Diagnostic]":
        """Return what is found in another repository, such as this one as it was."""
        from wp.checking.engine import check_repository

        return check_repository(repository, measured(repository) if pages and self._pages else None)

    def _judged(self) -> Judged:
        from wp.caching.known import KnownFindings
        from wp.checking.engine import codes_of_pages, judge

        forms = self._form_key() if self._cache and "repository" not in self.__dict__ else ""
        repository = self.repository
        known = KnownFindings(repository, forms) if forms else None
        with begun(partial(measured, repository)) if self._pages else nullcontext() as layouts:
            found = judge(repository, layouts, known)
        # a form that was changed meanwhile may have been read before or after
        if known is not None and forms == self._form_key():
            known.save()
        documents = tuple(document.path for document in repository.documents)
        diagnostics, language = tuple(found.diagnostics), repository.language
        pages = tuple(sorted(codes_of_pages()))
        return Judged(diagnostics, found.suppressed, documents, language, pages)


def measured(repository: "Repository") -> "Mapping[str, Layout]":
    """Return how many pages documents fill; the room that measures is entered only here."""
    from wp.publishing.layout import layouts

    return layouts(repository)
