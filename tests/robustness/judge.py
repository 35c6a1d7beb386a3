"""Whether a repository with any file in it is judged soundly: what must hold whatever is in it.

- Nothing is raised, and a file takes at most `LIMIT` seconds.
- Every finding stands on a line that is there, between 1 and the file's last.
- Every finding, and each place that it points to, has words in both languages, on one line.
- Every report format shows the findings.
- No file is opened for writing, made, renamed or removed.
"""

import dataclasses
import faulthandler
import json
import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, get_args

from wp.checking.engine import check_repository
from wp.findings import Diagnostic, Finding
from wp.language.messages import Language, render, render_related
from wp.reading.document import make_document
from wp.reading.repository import Repository, template_for
from wp.reading.source import decode
from wp.reporting.formats import FORMATS
from wp.reporting.formats import render as report_as
from wp.reporting.report import Report

LIMIT = 10.0
LANGUAGES: tuple[Language, ...] = get_args(Language)
_CHANGES = ("os.mkdir", "os.remove", "os.rename", "os.rmdir", "os.link", "os.symlink")
_written: list[str] = []
_watching = False


class TooSlowError(Exception):
    """Raised when a file takes longer than `LIMIT`."""


def repository_with(base: Repository, path: str, data: bytes) -> Repository:
    """Return a repository with one file's bytes put in, or put in place of its own."""
    source, faults = decode(path, data)
    document = make_document(source, template_for(base.templates, path), faults)
    others = [other for other in base.documents if other.path != path]
    documents = sorted([*others, document], key=lambda each: each.path)
    return dataclasses.replace(base, documents=tuple(documents), files=base.files | {path})


def judged(base: Repository, path: str, data: bytes) -> int:
    """Judge a repository with one file's bytes put in; return how many findings that gave.

    Raises `AssertionError` for what doesn't hold, `TooSlowError`, and whatever `wp` raises.
    """
    with _bounded(), _watched():
        repository = repository_with(base, path, data)
        diagnostics = check_repository(repository)
        for item in diagnostics:
            _placed(repository, item.finding)
            for language in LANGUAGES:
                _worded(item.finding, language)
        _reported(repository, diagnostics)
    return len(diagnostics)


def _placed(repository: Repository, found: Finding) -> None:
    span = found.span
    assert (span.line, span.column) <= (span.end_line, span.end_column), found
    document = repository.by_path.get(found.path)
    if document is None:  # a file that couldn't be read has one place
        assert (span.line, span.column) == (1, 1), found
        return
    lines = document.source.text.split("\n")
    assert 1 <= span.line <= span.end_line <= len(lines), found
    assert 1 <= span.column <= len(lines[span.line - 1]) + 1, found
    assert 1 <= span.end_column <= len(lines[span.end_line - 1]) + 1, found


def _worded(found: Finding, language: Language) -> None:
    words = render(found, language)
    assert words.message, found
    assert words.message.isprintable(), words
    assert words.help.isprintable(), words
    for related in found.related:
        sentence = render_related(related, language)
        assert sentence.isprintable() and sentence, related
        assert related.line >= 1, related


def _reported(repository: Repository, diagnostics: list[Diagnostic]) -> None:
    for language in LANGUAGES:
        report = Report(tuple(diagnostics), len(repository.documents), repository, language)
        for name in FORMATS:
            shown = report_as(report, name)
            shown.encode("utf-8")
            if name == "json":
                assert len(json.loads(shown)["diagnostics"]) == len(diagnostics)


@contextmanager
def _bounded() -> Iterator[None]:
    """Raise `TooSlowError` after `LIMIT`; where not even that is heard, end the process."""

    def late(*_: Any) -> None:
        raise TooSlowError(f"more than {LIMIT} s")

    previous = signal.signal(signal.SIGALRM, late)
    signal.setitimer(signal.ITIMER_REAL, LIMIT)
    faulthandler.dump_traceback_later(3 * LIMIT, exit=True)
    try:
        yield
    finally:
        faulthandler.cancel_dump_traceback_later()
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, previous)


@contextmanager
def _watched() -> Iterator[None]:
    """Let nothing be written meanwhile."""
    global _watching
    if not _hooked:
        sys.addaudithook(_audit)
        _hooked.append(True)
    _written.clear()
    _watching = True
    try:
        yield
    finally:
        _watching = False
    assert _written == []


_hooked: list[bool] = []


def _audit(event: str, arguments: tuple[Any, ...]) -> None:
    if not _watching:
        return
    if event == "open":
        path, _, flags = arguments
        # Python keeps what it has compiled beside its modules
        compiled = "__pycache__" in str(path)
        if not compiled and int(flags or 0) & (os.O_WRONLY | os.O_RDWR | os.O_CREAT):
            _written.append(f"open {path}")
    elif event in _CHANGES and "__pycache__" not in str(arguments):
        _written.append(f"{event} {arguments}")
