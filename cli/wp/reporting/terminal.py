"""Styled lines on a terminal, through rich: its colours, its width, NO_COLOR obeyed."""

from collections.abc import Iterable

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from wp.reporting.text import Piece

_GUTTER = " | "


def print_lines(lines: Iterable[list[Piece]]) -> None:
    """Print lines of styled pieces; prose is folded under its own indent, source lines are cut."""
    console = Console(highlight=False)
    for pieces in lines:
        text = Text.assemble(*pieces)
        indent = len(text.plain) - len(text.plain.lstrip())
        if _GUTTER in text.plain[:9]:
            text.truncate(console.width, overflow="ellipsis")
            console.print(text, no_wrap=True)
        else:
            console.print(Padding(text[indent:], (0, 0, 0, indent)))
