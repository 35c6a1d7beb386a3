"""`wp check`: judge the documents by their templates."""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from wp.commands.common import (
    FOUND,
    GOOD,
    Lang,
    Root,
    clearly,
    is_under,
    name_below,
    name_from,
    open_repository,
)
from wp.commands.standard_input import standard_input
from wp.language.help import say

if TYPE_CHECKING:
    from wp.findings import Diagnostic, Layout
    from wp.language.messages import Language
    from wp.reading.repository import Repository


@clearly
def check(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(
            help=say("Filer eller mapper; ellers alt.", "Files or folders; else all."),
            show_default=False,
        ),
    ] = None,
    output: Annotated[
        str,
        typer.Option(
            "--format",
            help="text, concise, json, github, gitlab, sarif, junit.",
            metavar="FORMAT",
        ),
    ] = "text",
    file: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            help=say("Skriv rapporten i en fil.", "Write the report to a file."),
            metavar="FILE",
            show_default=False,
        ),
    ] = None,
    statistics: Annotated[
        bool,
        typer.Option("--statistics", help=say("Tæl fundene pr. regel.", "Count by rule.")),
    ] = False,
    strict: Annotated[
        bool,
        typer.Option("--strict", help=say("Advarsler fejler også.", "Warnings fail too.")),
    ] = False,
    pages: Annotated[
        bool,
        typer.Option(
            "--pages/--no-pages",
            help=say("Mål siderne, som de trykkes.", "Measure the pages as printed."),
        ),
    ] = True,
    since: Annotated[
        str | None,
        typer.Option(
            "--since",
            metavar="REV",
            help=say(
                "Kun, hvad ændringer siden REV fører til.",
                "Only what changes since REV cause.",
            ),
            show_default=False,
        ),
    ] = None,
    stdin_filename: Annotated[
        Path | None,
        typer.Option(
            "--stdin-filename",
            metavar="PATH",
            help=say(
                "Teksten fra standard input (-) er denne fil.",
                "The text from standard input (-) is this file.",
            ),
            show_default=False,
        ),
    ] = None,
    root: Root = None,
    lang: Lang = None,
) -> None:
    """Judge the documents by their templates."""
    from wp.checking.engine import only
    from wp.reporting.formats import prepare, show
    from wp.reporting.report import Report

    given = standard_input(paths or [], stdin_filename)
    repository, language = open_repository(root, lang, given.tree if given else None)
    prepare(output, file, repository.root, statistics=statistics)
    if given:
        named = [name_from(repository.root, given.path)]
    else:
        named = [name_below(repository, path) for path in paths or ()]
    diagnostics = judged(repository, pages)
    older = None
    if since is not None:
        diagnostics, set_aside = caused(since, repository, diagnostics, language, pages=pages)
        older = len(only(set_aside, named) if named else set_aside)
    files = tuple(d.path for d in repository.documents)
    if named:
        diagnostics = only(diagnostics, named)
        files = tuple(path for path in files if is_under(path, named))
    report = Report(tuple(diagnostics), len(files), repository, language, files, strict, older)
    show(report, output, file, statistics=statistics)
    raise typer.Exit(FOUND if report.failed(strict=strict) else GOOD)


def judged(repository: "Repository", pages: bool) -> "list[Diagnostic]":
    """Return everything that is found, with the pages measured or not."""
    from wp.checking.engine import check_repository

    return check_repository(repository, measured(repository) if pages else None)


def caused(
    since: str,
    repository: "Repository",
    diagnostics: "list[Diagnostic]",
    language: "Language",
    *,
    pages: bool,
) -> "tuple[list[Diagnostic], list[Diagnostic]]":
    """Part the findings into those that a change caused, and those from before it."""
    from wp.changes import caused_since
    from wp.language.errors import render_error
    from wp.language.words import words_of

    found = caused_since(since, repository, diagnostics, judged, pages=pages)
    if found.unjudged:
        reason = render_error(found.unjudged, language)
        typer.echo(words_of(language)["all-new"].format(reason=reason), err=True)
    return list(found.diagnostics), list(found.older)


def measured(repository: "Repository") -> "Mapping[str, Layout]":
    """Return how many pages documents fill; the room that measures is entered only here."""
    from wp.publishing.layout import layouts

    return layouts(repository)
