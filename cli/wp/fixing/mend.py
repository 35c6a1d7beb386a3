"""Findings mended in memory: edits made together, judged anew, and taken back where they harm.

All edits of a round that don't overlap are made at once and the whole repository is judged again.
An edit whose finding is still there, or that brings an error, is taken back; which one it is, is
found by halving. Rounds go on until there is nothing left to mend, so mending twice is mending
once.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from pathlib import Path

from wp.checking.engine import check_repository, mendable
from wp.findings import Diagnostic, Edit, Finding, Layer, Severity
from wp.fixing.locate import Left, locate
from wp.fixing.raw import apart, edited, is_as_read
from wp.reading.document import Document, make_document
from wp.reading.repository import Repository
from wp.reading.source import decode

MOST_ROUNDS = 50
MOST_TRIALS = 200  # of a round, to find which of its edits do harm; then the rest are given up

# These make readable what wasn't read: a field under a name that nobody knew, a section, a date.
# What it says was never judged, so an error in it is found by the repair, not brought by it.
_UNCOVERING = frozenset(
    {"front-matter-fence", "front-matter-not-first", "front-matter-unopened", "yaml-space"}
    | {"yaml-colon", "unknown-field", "unknown-section", "lost-heading"}
    | {"no-date", "no-time", "wrong-type", "wrapped-in-code", "yaml-character"}
)


@dataclass(frozen=True, slots=True)
class Repair:
    """One edit of one file and the findings that it mends."""

    path: str
    edit: Edit
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class MendedFile:
    """A file before and after: its path from the root, where it is, and how many findings went."""

    path: str
    file: Path
    before: bytes
    after: bytes
    mended: int


@dataclass(frozen=True, slots=True)
class Mended:
    """What mending comes to, before anything is written.

    `refused` are the findings whose repair was taken back, as they stand at the end; `left` the
    files that aren't touched, each with the reason.
    """

    files: tuple[MendedFile, ...]
    refused: tuple[Finding, ...]
    left: tuple[Left, ...]


def mend(repository: Repository, wanted: Callable[[Finding], bool]) -> Mended:
    """Mend in memory every wanted finding that has a certain repair.

    Raises `TemplateError` as judging does.
    """
    return _Work(repository, wanted).run()


def with_files(repository: Repository, contents: Mapping[str, bytes]) -> Repository:
    """Return the repository as it would be with other bytes in some of its documents."""
    documents = tuple(
        _again(document, contents[document.path]) if document.path in contents else document
        for document in repository.documents
    )
    return replace(repository, documents=documents)


def _again(document: Document, data: bytes) -> Document:
    source, faults = decode(document.path, data)
    return make_document(source, document.template, faults)


@dataclass(frozen=True)
class _State:
    """The repository at one moment and all that is found in it."""

    repository: Repository
    diagnostics: Sequence[Diagnostic]
    contents: Mapping[str, bytes]


class _Work:
    """One run: the files as they were, the state now, and what has been refused."""

    def __init__(self, repository: Repository, wanted: Callable[[Finding], bool]) -> None:
        self.wanted = wanted
        self.files: dict[str, tuple[Path, bytes]] = {}
        self.left: dict[str, Left] = {}
        self.refused: set[tuple[str, str, str, str]] = set()
        self.mended: Counter[str] = Counter()
        self.trials = 0
        self.state = _State(repository, check_repository(repository), {})

    def run(self) -> Mended:
        """Go on in rounds until nothing more can be mended."""
        for _ in range(MOST_ROUNDS):
            repairs = self._chosen()
            if not repairs:
                break
            self.trials = 0
            self.state, taken = self._settle(self.state, repairs)
            for repair in taken:
                self.mended[repair.path] += len(repair.findings)
        files = tuple(
            MendedFile(path, *self.files[path], data, self.mended[path])
            for path, data in sorted(self.state.contents.items())
            if data != self.files[path][1]
        )
        refused = (
            d.finding for d in self.state.diagnostics if self._key(d.finding) in self.refused
        )
        return Mended(files, tuple(refused), tuple(self.left[path] for path in sorted(self.left)))

    def _chosen(self) -> list[Repair]:
        """Return this round's repairs: the smallest first, none that overlaps another."""
        found: dict[tuple[str, Edit], list[Finding]] = {}
        for finding in self._each():
            if finding.fix and self.wanted(finding) and self._is_open(finding, finding.fix):
                found.setdefault((finding.path, finding.fix), []).append(finding)
        repairs = [Repair(path, edit, tuple(items)) for (path, edit), items in found.items()]
        # whatever brings no error of its own comes first, so that the rest is held to that
        repairs = [repair for repair in repairs if _uncovers(repair)] or repairs
        repairs.sort(key=lambda repair: (repair.path, _size(repair.edit), repair.edit.span))
        chosen: list[Repair] = []
        for _, of_file in groupby(repairs, key=lambda repair: repair.path):
            by_edit = {repair.edit: repair for repair in of_file}
            chosen += [by_edit[edit] for edit in apart(by_edit)]
        return chosen

    def _each(self) -> Iterator[Finding]:
        """Yield the findings, one that is said of several files as one of each."""
        for item in self.state.diagnostics:
            yield item.finding
            for path in item.finding.also:
                one = replace(item.finding, path=path, also=())
                yield mendable(one, self.state.repository)

    def _is_open(self, finding: Finding, edit: Edit) -> bool:
        """Say whether an edit can be tried: not refused before, in a file that can be changed."""
        path = finding.path
        if path in self.left or self._key(finding) in self.refused:
            return False
        document = self.state.repository.by_path[path]
        if path not in self.files:
            place = locate(self.state.repository.root, document)
            if isinstance(place, Left):
                self.left[path] = place
                return False
            self.files[path] = place
        if edit.layer is not Layer.TEXT or is_as_read(
            self._bytes(path), document.source, edit.span
        ):
            return True
        self.refused.add(self._key(finding))
        return False

    def _bytes(self, path: str) -> bytes:
        return self.state.contents.get(path, self.files[path][1])

    def _key(self, finding: Finding) -> tuple[str, str, str, str]:
        """Return what a refused repair is known by when its place has moved."""
        edit = finding.fix
        if edit is None:
            return (finding.path, finding.rule.name, "", "")
        source = self.state.repository.by_path[finding.path].source
        replaced = source.line(edit.span.line)
        return (finding.path, finding.rule.name, replaced, edit.text)

    def _settle(
        self, base: _State, repairs: Sequence[Repair], given: Sequence[Repair] = ()
    ) -> tuple[_State, list[Repair]]:
        """Make as many repairs as do no harm; `given` are those that are already found good.

        All edits refer to the text at the round's beginning, which `base` is.
        """
        state = self._tried(base, [*given, *repairs])
        if _is_good(base, state, [*given, *repairs]):
            return state, [*given, *repairs]
        if len(repairs) == 1 or self.trials > MOST_TRIALS:
            self.refused.update(self._key(f) for repair in repairs for f in repair.findings)
            return self._tried(base, given), list(given)
        middle = len(repairs) // 2
        _, good = self._settle(base, repairs[:middle], given)
        return self._settle(base, repairs[middle:], good)

    def _tried(self, base: _State, repairs: Sequence[Repair]) -> _State:
        """Return the state after some repairs."""
        self.trials += 1
        if not repairs:
            return base
        edits: dict[str, list[Edit]] = {}
        for repair in repairs:
            edits.setdefault(repair.path, []).append(repair.edit)
        changed = {path: edited(self._bytes(path), made) for path, made in edits.items()}
        repository = with_files(base.repository, changed)
        return _State(repository, check_repository(repository), {**base.contents, **changed})


def _size(edit: Edit) -> tuple[int, int]:
    span = edit.span
    return span.end_line - span.line, span.end_column - span.column


def _is_good(before: _State, after: _State, repairs: Sequence[Repair]) -> bool:
    """Say whether repairs did what they should: their findings gone, and no error brought."""
    if _persisting(after, repairs):
        return False
    if all(map(_uncovers, repairs)):
        return True
    # what was a warning, and is an error now that the status can be read, isn't new
    found = Counter(_kind(item) for item in before.diagnostics)
    errors = Counter(_kind(i) for i in after.diagnostics if i.severity is Severity.ERROR)
    return not errors - found


def _uncovers(repair: Repair) -> bool:
    return any(finding.rule.name in _UNCOVERING for finding in repair.findings)


def _kind(item: Diagnostic) -> tuple[str, str]:
    return item.finding.path, item.finding.rule.name


def _persisting(after: _State, repairs: Sequence[Repair]) -> bool:
    """Say whether any finding is still there, in the lines that its repair has written."""
    there: dict[tuple[str, str], dict[str, list[int]]] = {}
    for item in after.diagnostics:
        lines = there.setdefault(_kind(item), {}).setdefault(repr(item.finding.params), [])
        lines.append(item.finding.span.line)
    for repair, first, last in _lines_after(repairs):
        document = after.repository.by_path[repair.path]
        for finding in repair.findings:
            same = there.get((repair.path, finding.rule.name), {})
            if repair.edit.layer is not Layer.TEXT and same:
                return True
            if any(first <= line <= last for line in same.get(repr(finding.params), ())):
                return True
            if finding.rule.name.startswith("yaml-") and not document.complete:
                stops = (f.span.line for f in document.faults if f.name.startswith("yaml-"))
                if any(line <= last for line in stops):
                    return True  # what stops the reading has only got another name
    return False


def _lines_after(repairs: Sequence[Repair]) -> Iterator[tuple[Repair, int, int]]:
    """Yield each repair with the first and the last line that it has written, after all."""
    ordered = sorted(repairs, key=lambda repair: (repair.path, repair.edit.span))
    for _, of_file in groupby(ordered, key=lambda repair: repair.path):
        added = 0
        for repair in of_file:
            span, lines = repair.edit.span, repair.edit.text.count("\n")
            yield repair, span.line + added, span.line + added + lines
            added += lines - (span.end_line - span.line)
