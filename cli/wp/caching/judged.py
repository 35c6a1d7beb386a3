"""What was found in a tree, kept for the next run over the same tree."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from wp.caching.entries import packed, unpacked
from wp.caching.place import read_entry, write_entry
from wp.caching.snapshot import Snapshot
from wp.findings import Diagnostic, Finding
from wp.reading.places import is_under

_KIND = "checks"


@dataclass(frozen=True)
class Judged:
    """A judged tree: every diagnostic in order, and what the council makes exceptions from.

    `documents` are the paths of the files judged; `language` is the programme's. `of_pages` are the
    codes of the rules that are about printed pages.
    """

    diagnostics: tuple[Diagnostic, ...]
    suppressed: tuple[Finding, ...]
    documents: tuple[str, ...]
    language: Literal["da", "en"]
    of_pages: tuple[str, ...] = ()

    def without_pages(self) -> "Judged":
        """Return what is found without what is about printed pages."""
        kept = (item for item in self.diagnostics if item.finding.rule.code not in self.of_pages)
        return replace(self, diagnostics=tuple(kept))

    def below(self, names: Sequence[str]) -> "Judged":
        """Return what is found in the files named, and in those below the folders named."""
        return replace(
            self,
            diagnostics=tuple(
                item for item in self.diagnostics if is_under(item.finding.path, names)
            ),
            suppressed=tuple(
                finding for finding in self.suppressed if is_under(finding.path, names)
            ),
            documents=tuple(path for path in self.documents if is_under(path, names)),
        )


def kept_or_judged(snapshot: Snapshot, judge: Callable[[], Judged], *, pages: bool) -> Judged:
    """Return what was found in this very tree before, or judge it now and keep that.

    `judge` reads the snapshot, and nothing else of the tree.

    Raises what `judge` raises; that isn't kept.
    """
    try:
        key, before = snapshot.key(pages=pages), snapshot.surroundings(pages=pages)
    except OSError:
        return judge()  # which says what can't be read
    found = loaded(read_entry(_KIND, key))
    if found is None:
        found = judge()
        # a form that was changed meanwhile may have been read before or after
        if snapshot.surroundings(pages=pages) == before:
            write_entry(_KIND, key, packed(found))
    return found


def kept(snapshot: Snapshot, *, pages: bool) -> Judged | None:
    """Return what was found in this very tree before, None when nobody has judged it."""
    try:
        return loaded(read_entry(_KIND, snapshot.key(pages=pages)))
    except OSError:
        return None


def loaded(content: bytes | None) -> Judged | None:
    """Return the judged tree that some bytes hold, None where they hold none of ours."""
    found = unpacked(content)
    return found if isinstance(found, Judged) else None
