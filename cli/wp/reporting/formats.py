"""The formats that a report can be shown in. A new one is a module beside this and a line here."""

import os
import sys
from importlib import import_module

from wp.errors import WpError
from wp.reporting.report import Report

FORMATS = {
    "text": "wp.reporting.text",
    "json": "wp.reporting.json",
    "github": "wp.reporting.github",
}
"""A format's name and the module whose `render(report)` returns it as text."""


def render(report: Report, name: str) -> str:
    """Return a report in a format.

    Raises `WpError` when there is no such format.
    """
    if name not in FORMATS:
        raise WpError("unknown-format", name=name, known=", ".join(FORMATS))
    rendered: str = import_module(FORMATS[name]).render(report)
    return rendered


def show(report: Report, name: str) -> None:
    """Print a report on standard output: to a terminal in its colours and width, else plain."""
    if name == "text" and wants_style():
        from wp.reporting.terminal import print_lines
        from wp.reporting.text import lines

        print_lines(lines(report))
        return
    text = render(report, name)
    # bytes, so that æøå come out whole and line ends are ours on any platform
    sys.stdout.flush()
    sys.stdout.buffer.write(text.encode("utf-8"))
    sys.stdout.buffer.flush()


def wants_style() -> bool:
    """Say whether standard output is a terminal, or one is asked for (FORCE_COLOR)."""
    return sys.stdout.isatty() or bool(os.environ.get("FORCE_COLOR"))
