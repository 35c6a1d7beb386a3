"""What every report format is fed: the diagnostics of one run, and the files they point into."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from wp.findings import Diagnostic, Severity
from wp.language.messages import Language, Rendered, render, render_related
from wp.reading.repository import Repository


@dataclass(frozen=True)
class Report:
    """One run of `wp check`: sorted diagnostics, the number of files judged, and the language.

    `suppressed` is the number of findings that the council makes exceptions from.
    """

    diagnostics: tuple[Diagnostic, ...]
    checked: int
    repository: Repository
    language: Language
    suppressed: int = 0

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
        document = self.repository.by_path.get(path)
        return document.source.line(number) if document else ""

    def failed(self, *, strict: bool) -> bool:
        """Say whether the run fails: on errors, with `strict` on warnings too."""
        counts = self.summary
        return bool(counts["error"] or (strict and counts["warning"]))
