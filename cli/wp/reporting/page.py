"""Shows a page of Markdown on standard output: styled on a terminal, else as it is."""

import re
import sys
from typing import ClassVar

from wp.reporting.formats import wants_style

_MARGIN = 4  # columns that code is set in by
_ANCHORED = re.compile(r"\[([^\]]+)\]\(#[^)]+\)")  # a link inside the page: no terminal follows it
# no style of ours has a background, which would be a black box on a light terminal
_STYLES = {
    "markdown.h1": "bold",
    "markdown.h2": "bold cyan",
    "markdown.h3": "bold",
    "markdown.h4": "bold",
    "markdown.code": "cyan",
    "markdown.item.bullet": "bright_black",
}


def show_page(text: str, *, styled: bool) -> None:
    """Print a page; `styled` lets a terminal show headings, lists and code as such."""
    if styled and wants_style():
        _print(_ANCHORED.sub(r"\1", text))
        return
    # bytes, so that æøå come out whole and line ends are ours on any platform
    sys.stdout.flush()
    sys.stdout.buffer.write(text.encode("utf-8"))
    sys.stdout.buffer.flush()


def _print(text: str) -> None:
    from rich.console import Console, ConsoleOptions, RenderResult
    from rich.markdown import CodeBlock, Heading, Markdown, MarkdownElement
    from rich.padding import Padding
    from rich.text import Text
    from rich.theme import Theme

    class LeftHeading(Heading):
        """A heading at the left margin, where rich would centre it."""

        def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
            self.text.justify = "left"
            yield self.text

    class PlainCode(CodeBlock):
        """Code in the terminal's own colours, which can be read on light and on dark."""

        def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
            code = Text(str(self.text).strip("\n"), overflow="fold")
            yield Padding(code, (0, 0, 0, _MARGIN))

    class Page(Markdown):
        """Markdown with our headings and code."""

        elements: ClassVar[dict[str, type[MarkdownElement]]] = {
            **Markdown.elements,
            "heading_open": LeftHeading,
            "fence": PlainCode,
        }

    Console(highlight=False, theme=Theme(_STYLES)).print(Page(text, hyperlinks=False))
