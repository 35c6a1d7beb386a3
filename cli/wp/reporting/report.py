"""What every report format is fed: the diagnostics of one run, and the files they point into."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from wp.findings import Diagnostic, Severity, Span
from wp.language.messages import Language, Rendered, render, render_related
from wp.reading.source import Source


class Files(Protocol):
    """The files that findings point into."""

    @property
    def root(self) -> Path:
        """The council's folder."""

    def source(self, path: str) -> Source | None:
        """Return a file as it was read, None for one that wasn't."""


@dataclass(frozen=True)
class Report:
    """One run of `wp check`: sorted diagnostics, the number of files judged, and the language.

    `judged` are the paths of the files judged, as far as they are known; `strict` says that
    warnings fail the run.
    `older` is how many findings were there before the change that was asked about and so aren't
    among the diagnostics; None when nobody asked about a change.
    `suppressed` is the number of findings that the council makes exceptions from.
    `above` leads from the top of what a service shows to the council's folder, "" or with a "/" at
    its end.
    """

    diagnostics: tuple[Diagnostic, ...]
    checked: int
    files: Files
    language: Language
    judged: tuple[str, ...] = ()
    strict: bool = False
    older: int | None = None
    suppressed: int = 0
    above: str = ""

    @property
    def summary(self) -> Mapping[str, int]:
        """The number of diagnostics by severity; every severity is there."""
        counts = Counter(item.severity for item in self.diagnostics)
        return {severity.value: counts[severity] for severity in Severity}

    def words(self, diagnostic: Diagnostic) -> Rendered:
        """Return a diagnostic's message and help."""
        return render(diagnostic.finding, self.language)

    def related(self, diagnostic: Diagnostic) -> list[tuple[str, int, str]]:
        """Return the other places of a diagnostic: path, line and sentence."""
        return [
            (item.path, item.line, render_related(item, self.language))
            for item in diagnostic.finding.related
        ]

    def source_line(self, path: str, number: int) -> str:
        """Return a line of a file that was read, "" for one that wasn't."""
        source = self.files.source(path)
        return source.line(number) if source else ""

    def source_text(self, path: str, span: Span) -> str:
        """Return the text that a span covers, "" in a file that wasn't read."""
        numbers = range(span.line, span.end_line + 1)
        rows = [self.source_line(path, number) for number in numbers]
        rows[-1] = rows[-1][: span.end_column - 1]
        rows[0] = rows[0][span.column - 1 :]
        return "\n".join(rows)

    def failed(self, *, strict: bool) -> bool:
        """Say whether the run fails: on errors, with `strict` on warnings too."""
        counts = self.summary
        return bool(counts["error"] or (strict and counts["warning"]))
