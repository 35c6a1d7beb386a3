"""What was found in a tree, kept for the next run over the same tree."""

import io
import pickle
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal

from wp.caching.place import read_entry, write_entry
from wp.caching.snapshot import Snapshot
from wp.findings import Diagnostic, Finding
from wp.reading.places import is_under

_KIND = "checks"
# What an entry may be made of. Anything else is not ours, and nothing of it is run.
_MADE_OF = {
    ("wp.caching.judged", "Judged"),
    *(
        ("wp.findings", name)
        for name in (
            "Diagnostic",
            "Edit",
            "Finding",
            "Layer",
            "Nature",
            "Related",
            "Rule",
            "Severity",
        )
    ),
    ("wp.findings", "Span"),
    ("wp.findings", "Term"),
    ("datetime", "date"),
}


@dataclass(frozen=True)
class Judged:
    """A judged tree: every diagnostic in order, and what the council makes exceptions from.

    `documents` are the paths of the files judged; `language` is the programme's.
    """

    diagnostics: tuple[Diagnostic, ...]
    suppressed: tuple[Finding, ...]
    documents: tuple[str, ...]
    language: Literal["da", "en"]

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
            write_entry(_KIND, key, pickle.dumps(found, pickle.HIGHEST_PROTOCOL))
    return found


class _Unpickler(pickle.Unpickler):
    def find_class(self, module: str, name: str) -> Any:
        if (module, name) not in _MADE_OF:
            raise pickle.UnpicklingError(f"{module}.{name} is no part of an entry")
        return super().find_class(module, name)


def loaded(content: bytes | None) -> Judged | None:
    """Return what a pickle holds, None for none and for one that is damaged or not ours."""
    if content is None:
        return None
    try:
        found = _Unpickler(io.BytesIO(content)).load()
    except Exception:  # whatever bytes that aren't ours may raise: it is as good as nothing
        return None
    return found if isinstance(found, Judged) else None
