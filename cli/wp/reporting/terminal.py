"""Styled lines on a terminal, through rich: its colours, its width, NO_COLOR and TERM obeyed."""

from collections.abc import Callable, Iterable

from rich.console import Console
from rich.text import Text

from wp.reporting.lines import Line


def print_lines(make: Callable[[int], Iterable[Line]]) -> None:
    """Print the lines that `make` gives for the terminal's width; prose is folded under itself."""
    console = Console(highlight=False)
    for item in make(console.width):
        text = Text.assemble(*item.pieces)
        rows = [text]
        indent = len(text.plain) - len(text.plain.lstrip())
        if item.folds and text.plain:
            rows = list(text[indent:].wrap(console, max(console.width - indent, 1)))
        for row in rows:
            row.rstrip()
            margin = " " * indent if item.folds else ""
            # no space is added to the right, which would be copied along
            console.print(Text.assemble(margin, row), soft_wrap=True)
