"""Styled lines on a terminal, through rich: its colours, its width, NO_COLOR and TERM obeyed."""

from collections.abc import Callable, Iterable

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from wp.reporting.lines import Line


def print_lines(make: Callable[[int], Iterable[Line]]) -> None:
    """Print the lines that `make` gives for the terminal's width; prose is folded under itself."""
    console = Console(highlight=False)
    for item in make(console.width):
        text = Text.assemble(*item.pieces)
        if item.folds:
            indent = len(text.plain) - len(text.plain.lstrip())
            console.print(Padding(text[indent:], (0, 0, 0, indent)))
        else:
            console.print(text, soft_wrap=True)
