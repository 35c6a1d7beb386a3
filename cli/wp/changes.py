"""What a change caused: the findings on lines it touched, and those that weren't there before it.

The files as they were are judged like those of now, by the forms of then, and both answers are
compared. So a person who is taken out of a register shows up where the name is still used.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from pathlib import Path, PurePosixPath
from string import Formatter
from tempfile import TemporaryDirectory
from typing import Any

from wp.checking.engine import rule_modules
from wp.errors import WpError
from wp.findings import Diagnostic, Finding, Severity
from wp.history import Past, open_history
from wp.language.findings import MESSAGES
from wp.reading.document import Document
from wp.reading.files import DOCUMENTS
from wp.reading.repository import CONTENT, TEMPLATES, Repository, read_repository
from wp.reading.tree import Tree, composed

Judge = Callable[[Repository, bool], list[Diagnostic]]
"""Judges a repository; the second argument says whether to measure the pages."""

_ALIKE = 0.5  # git's own measure of when a file was renamed and not written anew (git-diff, -M)
_PAIRS = 10_000  # of files whose text is compared, which takes about a second
_LONG = 2_000  # lines; in longer files, lines that come again and again don't steer the comparison
_BADNESS = list(reversed(Severity))


@dataclass(frozen=True)
class Caused:
    """The findings that a change is answerable for.

    `older` are those that it isn't. `unjudged` says why the files as they were can't
    be judged, which makes every finding a new one; None when they can.
    """

    diagnostics: tuple[Diagnostic, ...]
    older: tuple[Diagnostic, ...]
    unjudged: WpError | None = None


def caused_since(
    revision: str, now: Repository, diagnostics: Sequence[Diagnostic], judge: Judge, *, pages: bool
) -> Caused:
    """Return which findings the change since a revision caused, up to the files as they are read.

    The change is what a pull request into that revision would bring: everything since the last
    commit that both have in common, what isn't committed or not even added included.

    Raises `WpError` when git can't tell.
    """
    history = open_history(now.root)
    past = history.past(history.fork_point(revision), CONTENT, TEMPLATES)
    try:
        before = _read(now.root, past)
        old = judge(before, False)
        new = _new(diagnostics, old, before, now, past)
        if pages and any(item.finding.rule in _of_layout() for item in new):
            # the pages as they were are laid out only if there is something to compare with them
            old = _laid_out(before, past, judge)
            new = _new(diagnostics, old, before, now, past)
    except WpError as error:
        return Caused(tuple(diagnostics), (), error)
    shown = set(map(id, new))
    return Caused(tuple(new), tuple(item for item in diagnostics if id(item) not in shown))


def _read(root: Path, past: Past) -> Repository:
    """Read the repository as it was."""
    tree = Tree(root, past.changed, frozenset(composed(name) for name in past.names))
    if f"{CONTENT}/programme.md" not in past.names:
        raise WpError("no-programme-then")
    return read_repository(root, tree)


def _of_layout() -> set[Any]:
    """Return the rules that judge the pages."""
    modules = (module for module in rule_modules() if hasattr(module, "check_layout"))
    return {rule for module in modules for rule in module.RULES}


def _laid_out(before: Repository, past: Past, judge: Judge) -> list[Diagnostic]:
    """Judge the repository as it was, pages and all.

    Its documents are in memory. What they are laid out with, output templates and pictures, is
    written to a folder that is gone afterwards, for that is where Typst reads it from.
    """
    real = before.root.resolve()
    with TemporaryDirectory(prefix="wp-") as folder:
        for name in past.names:
            if name.startswith(f"{TEMPLATES}/") or PurePosixPath(name).suffix not in DOCUMENTS:
                data = past.changed.get(name)
                source, target = before.root / name, Path(folder) / name
                if data is None and source.is_file() and source.resolve().is_relative_to(real):
                    data = source.read_bytes()
                if data is not None:
                    target.parent.mkdir(parents=True, exist_ok=True)
                    target.write_bytes(data)
        return judge(replace(before, root=Path(folder)), True)


def _new(
    diagnostics: Iterable[Diagnostic],
    old: Iterable[Diagnostic],
    before: Repository,
    now: Repository,
    past: Past,
) -> list[Diagnostic]:
    """Return the diagnostics on touched lines, and those that weren't there, in their order."""
    renamed = renames(before, now)
    touched = {
        path: touched_lines(was.source.text, document.source.text)
        for path, document in now.by_path.items()
        if (was := before.by_path.get(renamed.get(path, path))) is not None
    }
    known = Counter((_identity(d.finding, before, {}), d.severity) for d in old)
    shown = []
    for item in diagnostics:
        found = item.finding
        lines = touched.get(found.path, frozenset())
        span = found.span
        last = span.end_line - (span.end_column == 1 and span.end_line > span.line)
        if not lines.isdisjoint(range(span.line, last + 1)):
            shown.append(item)
        elif found.path not in now.by_path and found.path in past.changed:
            shown.append(item)  # a file that isn't read has no lines: it is touched as a whole
        else:
            identity = _identity(found, now, renamed)
            # what was a warning and is an error now is new; the other way round it is not
            worse = _BADNESS[_BADNESS.index(item.severity) :]
            same = next((s for s in worse if known[identity, s]), None)
            if same is None:
                shown.append(item)
            else:
                known[identity, same] -= 1
    return shown


def _identity(found: Finding, repository: Repository, renamed: Mapping[str, str]) -> object:
    """Return what makes two findings the same though lines have moved: all but the places.

    It is the rule, the file, the text of the line, and the details that the message names.
    Suggestions and what only the help names don't count: they follow what else is there.
    """
    document = repository.by_path.get(found.path)
    line = document.source.line(found.span.line).strip() if document else ""
    message = MESSAGES[found.rule.name]["en"].message
    details = [
        repr(_unplaced(found.params.get(name, "")))
        for _, name, _, _ in Formatter().parse(message)
        if name and not name.endswith(("line", "places"))
    ]
    return (found.rule.code, renamed.get(found.path, found.path), line, *details)


def _unplaced(value: Any) -> Any:
    """Return a detail without the numbers of entries, which change as entries come and go."""
    if isinstance(value, tuple | list):
        return [None if isinstance(part, int) else _unplaced(part) for part in value]
    return value


def touched_lines(before: str, now: str) -> frozenset[int]:
    """Return the numbers of the lines of a text that aren't lines of the text before it."""
    if before == now:
        return frozenset()
    old, new = before.split("\n"), now.split("\n")
    # what is alike at both ends is set aside, so that one line more is never taken for several
    first, most = 0, min(len(old), len(new))
    while first < most and old[first] == new[first]:
        first += 1
    last = 0
    while last < most - first and old[-1 - last] == new[-1 - last]:
        last += 1
    old, new = old[first : len(old) - last], new[first : len(new) - last]
    matcher = SequenceMatcher(None, old, new, autojunk=max(len(old), len(new)) > _LONG)
    kept = {
        line
        for block in matcher.get_matching_blocks()
        for line in range(block.b, block.b + block.size)
    }
    return frozenset(first + line + 1 for line in range(len(new)) if line not in kept)


def renames(before: Repository, now: Repository) -> dict[str, str]:
    """Return the documents that have a new name, each with the old one; likest first.

    Where very many are gone and very many have come, only files with the same text are paired.
    """
    gone = [d for path, d in sorted(before.by_path.items()) if path not in now.by_path]
    come = [d for path, d in sorted(now.by_path.items()) if path not in before.by_path]
    found: dict[str, str] = {}
    same: dict[tuple[str, str], list[str]] = {}
    for old in reversed(gone):
        same.setdefault((_kind(old), old.source.text), []).append(old.path)
    for new in come:
        if new.source.text and (paths := same.get((_kind(new), new.source.text))):
            found[new.path] = paths.pop()
    taken = set(found.values())
    gone = [document for document in gone if document.path not in taken]
    come = [document for document in come if document.path not in found]
    if len(gone) * len(come) > _PAIRS:
        return found
    bags = {document.path: Counter(document.source.text.split("\n")) for document in gone + come}
    pairs = sorted(
        (-alike, new.path, old.path)
        for new in come
        for old in gone
        if _kind(new) == _kind(old)
        and (alike := _likeness(bags[new.path], bags[old.path])) >= _ALIKE
    )
    for _, new_path, old_path in pairs:
        if new_path not in found and old_path not in taken:
            found[new_path] = old_path
            taken.add(old_path)
    return found


def _kind(document: Document) -> str:
    return document.template.name if document.template else ""


def _likeness(one: Counter[str], other: Counter[str]) -> float:
    """Return how much of two files' text is in lines that both have, from 0 to 1."""

    def size(lines: Counter[str]) -> int:
        return sum(len(line) * count for line, count in lines.items())

    whole = max(size(one), size(other))
    return size(one & other) / whole if whole else 0.0
