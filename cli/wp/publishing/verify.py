"""`wp build --verify`: whether `build/` is what this tree gives, and if not, why."""

import os
import tempfile
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from wp.programme.editions import Origin
from wp.publishing.audiences import for_audience
from wp.publishing.build import make, writers_of
from wp.publishing.formats import FORMATS
from wp.publishing.names import AGENDA, BUILD, FINAL, path_of
from wp.publishing.output.files import names_below
from wp.publishing.output.manifest import (
    MANIFEST,
    Manifest,
    Output,
    Purpose,
    Source,
    digest,
    file_digest,
    read_manifest,
)
from wp.publishing.output.reports import is_report
from wp.publishing.output.source import source_of
from wp.publishing.selection import MINUTES
from wp.reading.audience import INTERNAL, Audience
from wp.reading.repository import Repository

Fault = Literal["missing", "edited", "outdated", "extra"]
"""Not there; changed since it was built; built from something else; not of what is built now."""

Change = Literal["changed", "added", "removed", "tool"]


@dataclass(frozen=True)
class Verdict:
    """What came of it.

    `built` is None when there is no manifest to go by, else the number of outputs looked at.
    `faults` are files from the root, `changes` the inputs and tools that explain outdated ones.
    """

    built: int | None
    faults: tuple[tuple[str, Fault], ...] = ()
    changes: tuple[tuple[str, Change], ...] = ()

    @property
    def good(self) -> bool:
        """Whether `build/` is what this tree gives."""
        return self.built is not None and not self.faults


def verify(
    repository: Repository,
    names: Sequence[str],
    formats: Sequence[str] | None,
    step: Callable[[str], None],
    origin: Origin | None = None,
    audience: Audience | None = None,
) -> Verdict:
    """Build once more what `build/manifest.json` names, elsewhere, and compare byte by byte.

    `names` and `formats` leave out the rest. `audience` is whom it should be for, None for whom it
    was built. `build/` isn't touched. Raises `WpError` when it can't
    be built, and `OSError` when there is no room or an output can't be read.
    """
    build = repository.root / BUILD
    known = read_manifest(build)
    if known is None:
        return Verdict(None)
    purposes = {
        purpose
        for output in known.outputs.values()
        for purpose in output.made_for
        if (not names or path_of(purpose[0]) in names)
        and (formats is None or purpose[1] in formats)
        and purpose[1] in FORMATS
    }
    looked_at = {path: out for path, out in known.outputs.items() if out.made_for & purposes}
    intended = known.purposes()
    eyes = {purpose: audience or intended.get(purpose, INTERNAL) for purpose in purposes}
    now = _rebuilt(repository, eyes, step, origin)
    # the same tools as then, in the versions of today
    edition = origin.edition if origin else None
    today = {
        ident: source_of(
            repository, old.tools, edition if old.commit else None, audience or old.audience
        )
        for ident, old in known.sources.items()
    }
    faults = dict(_compared(build, looked_at, now))
    if not names and formats is None:
        beside = [path for path in _beside(build) if path not in now]
        faults |= {path: "extra" for path in beside if not is_report(path, build)}
        if not faults and any(ident != source.id for ident, source in today.items()):
            faults[MANIFEST] = "outdated"
        elif not faults and not _is_as_written(build, known):
            faults[MANIFEST] = "edited"
    changes = {
        change
        for path, fault in faults.items()
        if fault in ("outdated", "extra")
        for ident, source in today.items()
        if path == MANIFEST or (path in known.outputs and known.outputs[path].source == ident)
        for change in _changes(known.sources[ident], source)
    }
    return Verdict(
        len(looked_at),
        tuple(sorted((f"{BUILD}/{path}", fault) for path, fault in faults.items())),
        tuple(sorted(changes)),
    )


def _rebuilt(
    repository: Repository,
    purposes: Mapping[Purpose, Audience],
    step: Callable[[str], None],
    origin: Origin | None,
) -> dict[str, str]:
    """Return the SHA-256 of every output that this tree gives."""
    formats: dict[tuple[Audience, str], set[str]] = defaultdict(set)
    for (document, form), eyes in purposes.items():
        # else its outputs are extra
        if _is_built(document, for_audience(repository, eyes)):
            formats[eyes, document].add(form)
    runs: dict[tuple[Audience, tuple[str, ...]], list[str]] = defaultdict(list)
    for (eyes, document), forms in sorted(formats.items()):
        runs[eyes, tuple(sorted(forms))].append(document)
    now: dict[str, str] = {}
    for (eyes, run), documents in runs.items():
        with tempfile.TemporaryDirectory(prefix="wp-") as name:
            writers = writers_of(run)
            for item in make(repository, documents, writers, step, Path(name), origin, eyes):
                now[item.path] = file_digest(Path(name, item.path))
    return now


def _is_built(name: str, view: Repository) -> bool:
    """Say whether what a manifest says was built is something that a build makes."""
    document = view.by_path.get(path_of(name))
    if document is None or document.template is None or document.template.is_register:
        return False
    edition = name.removeprefix(document.path)
    return edition in ("", FINAL) or (edition == AGENDA and document.template.name == MINUTES)


def _is_as_written(build: Path, known: Manifest) -> bool:
    """Say whether the manifest holds what we wrote: every output as it is, and nothing else.

    One that nobody makes any longer may be gone: whoever built it hasn't built it again.
    """
    there = [output for path, output in known.outputs.items() if os.path.lexists(build / path)]
    return (build / MANIFEST).read_bytes() == known.to_bytes() and all(
        (file := build / output.path).is_file()
        and (file.stat().st_size, file_digest(file)) == (output.size, output.sha256)
        for output in there
    )


def _compared(
    build: Path, known: Mapping[str, Output], now: Mapping[str, str]
) -> Iterator[tuple[str, Fault]]:
    for path in sorted({*known, *now}):
        file = build / path
        found = digest(file.read_bytes()) if file.is_file() else ""
        if found and path not in now:
            yield path, "extra"
        elif not found and path in now:
            yield path, "missing"
        elif path in now and found != now[path]:
            yield path, "edited" if path in known and found != known[path].sha256 else "outdated"


def _beside(build: Path) -> list[str]:
    """Return the files in `build/` that a manifest names, or should; names with a dot are others'.

    The manifest itself isn't one of them.
    """
    names = (path for path in names_below(build) if path != MANIFEST)
    return [path for path in names if not any(part[0] == "." for part in path.split("/"))]


def _changes(old: Source, new: Source) -> Iterator[tuple[str, Change]]:
    """Yield how inputs and tools differ."""
    for path in {*old.inputs, *new.inputs}:
        if old.inputs.get(path) != new.inputs.get(path):
            gone, fresh = path not in new.inputs, path not in old.inputs
            yield path, "removed" if gone else "added" if fresh else "changed"
    before = {"wp": old.wp, **old.tools, "commit": old.commit}
    before |= {"SOURCE_DATE_EPOCH": old.source_date_epoch, "audience": old.audience}
    after = {"wp": new.wp, **new.tools, "commit": new.commit}
    after |= {"SOURCE_DATE_EPOCH": new.source_date_epoch, "audience": new.audience}
    for tool, number in before.items():
        if number != after[tool]:
            yield f"{tool} {number or '–'} → {after[tool] or '–'}", "tool"
