"""What the reports for people are made of: lines of styled pieces, and the styles' meaning.

A terminal gets the styles through rich; anything else gets the same lines plain. Colours are those
that can be read on a light background as well as on a dark one: yellow, cyan and the palette's grey
vanish on the one, blue on the other.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from wp.findings import Severity

Piece = tuple[str, str]
"""A text and the name of its rich style, "" for none."""

STYLES = {Severity.ERROR: "bold red", Severity.WARNING: "bold magenta", Severity.INFO: "bold"}
FAINT = "dim"
GOOD = "bold green"


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a report; `folds` says that a terminal may fold it under its own indent."""

    pieces: tuple[Piece, ...] = ()
    folds: bool = True

    @property
    def plain(self) -> str:
        """The text without styles."""
        return "".join(text for text, _ in self.pieces).rstrip()


def line(*pieces: Piece, folds: bool = True) -> Line:
    """Return a line of pieces."""
    return Line(pieces, folds)


def plain(lines: Iterable[Line]) -> str:
    """Return lines as plain text, each with its line end."""
    return "".join(f"{item.plain}\n" for item in lines)
