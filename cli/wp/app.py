"""The command line as a whole: the commands by name, and what stands before a name."""

import gc
import io
import signal
import sys
from typing import Annotated

import typer

from wp import __version__
from wp.commands.build import build
from wp.commands.check import check
from wp.commands.common import GOOD
from wp.commands.explain import explain
from wp.commands.new import new
from wp.commands.schema import schema
from wp.commands.status import status
from wp.commands.stopping import SIGNALLED, stop
from wp.language.help import say

app = typer.Typer(
    name="wp",
    help=say(
        "Rådets arbejdsprogram som Markdown i git: skriv det, gennemgå det, byg det.",
        "A council's work programme as Markdown in git: write it, check it, build it.",
    ),
    no_args_is_help=True,
    pretty_exceptions_enable=False,
)

app.command(
    help=say(
        "Gennemgå dokumenterne efter deres skabeloner.", "Judge the documents by their templates."
    )
)(check)
app.command(
    help=say(
        "Byg arbejdsprogrammet eller enkelte dokumenter.",
        "Build the work programme, or single documents.",
    )
)(build)
app.command(
    help=say(
        "Sig, hvad der er over fristen, på vej, ufærdigt og besluttet.",
        "Say what is late, coming, unfinished and decided.",
    )
)(status)
app.command(
    help=say("Begynd et dokument ud fra dets skabelon.", "Start a document from its template.")
)(new)
app.command(
    help=say(
        "Giv VS Code og andre editorer formularernes felter og valg.",
        "Give VS Code and other editors the forms' fields and choices.",
    )
)(schema)
app.command(help=say("Forklar en regel, eller vis dem alle.", "Explain a rule, or list them all."))(
    explain
)


def main() -> None:
    """Run the command line."""
    # what is half made is taken away, as after Ctrl-C; without this nothing is
    signal.signal(signal.SIGTERM, _terminated)
    for stream in (sys.stdout, sys.stderr):
        # a terminal that lacks a letter shows a question mark; it never stops a command
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
    # a run is short and makes little rubbish; looking for it often costs a third of the time
    gc.set_threshold(100_000, 50, 100)
    try:
        app()
    except Exception as error:  # what a command couldn't say itself: --version to a full disk
        sys.exit(stop(error))


def _terminated(number: int, _frame: object) -> None:
    raise SystemExit(SIGNALLED + number)


def _show_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"wp {__version__}")
        raise typer.Exit(GOOD)


@app.callback()
def options(
    version: Annotated[
        bool,
        typer.Option("--version", callback=_show_version, is_eager=True, help="Version."),
    ] = False,
) -> None:
    """Hold the options that stand before a command's name."""


if __name__ == "__main__":
    main()
