"""The formats that a report can be shown in. A new one is a module beside this and a line here."""

import os
import sys
from importlib import import_module
from pathlib import Path
from types import ModuleType

from wp.errors import WpError
from wp.reporting.report import Report

FORMATS = {
    "text": "wp.reporting.text",
    "concise": "wp.reporting.concise",
    "json": "wp.reporting.json",
    "github": "wp.reporting.github",
    "gitlab": "wp.reporting.gitlab",
    "sarif": "wp.reporting.sarif",
    "junit": "wp.reporting.junit",
}
"""A format's name and the module whose `render(report)` returns it as text.

A module that has `lines(report, width)` too is shown in the colours and width of a terminal.
"""

_COUNTED = ("text", "concise", "json")  # the formats that statistics can be shown in

FOR_PEOPLE = ("text", "concise")
"""The formats that a person reads, so that a sentence may stand below them."""


def prepare(name: str, file: Path | None, root: Path, *, statistics: bool = False) -> None:
    """Make sure that a report can be shown as wanted, before the work that leads to it.

    Raises `WpError` when there is no such format, when it has no form for statistics, or when the
    file can't or mustn't be written.
    """
    if name not in FORMATS:
        raise WpError("unknown-format", name=name, known=", ".join(FORMATS))
    if statistics and name not in _COUNTED:
        raise WpError("no-statistics", name=name, known=", ".join(_COUNTED))
    if file is not None:
        from wp.reporting.output import require_writable

        require_writable(file, root)


def render(report: Report, name: str, *, statistics: bool = False) -> str:
    """Return a report in a format that `prepare` has let pass, as plain text."""
    if not statistics:
        text: str = _module(name).render(report)
        return text
    from wp.reporting import lines
    from wp.reporting import statistics as counts

    return counts.render_json(report) if name == "json" else lines.plain(counts.lines(report))


def show(report: Report, name: str, file: Path | None = None, *, statistics: bool = False) -> None:
    """Write a report to a file, or print it: to a terminal in its colours and width, else plain.

    Raises `WpError` for a file that can't be written; then it is as it was.
    """
    if file is not None:
        from wp.reporting.output import write_whole

        write_whole(file, render(report, name, statistics=statistics))
        return
    module = _module("statistics" if statistics and name != "json" else name)
    if wants_style() and hasattr(module, "lines"):
        from wp.reporting.terminal import print_lines

        print_lines(lambda width: module.lines(report, width))
        return
    text = render(report, name, statistics=statistics)
    # bytes, so that æøå come out whole and line ends are ours on any platform
    sys.stdout.flush()
    sys.stdout.buffer.write(text.encode("utf-8"))
    sys.stdout.buffer.flush()


def wants_style() -> bool:
    """Say whether standard output is a terminal, or one is asked for (FORCE_COLOR)."""
    return sys.stdout.isatty() or bool(os.environ.get("FORCE_COLOR"))


def _module(name: str) -> ModuleType:
    return import_module(FORMATS.get(name, f"wp.reporting.{name}"))
