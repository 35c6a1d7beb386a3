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
    open_repository,
)
from wp.language.help import say

if TYPE_CHECKING:
    from wp.findings import Layout
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
    root: Root = None,
    lang: Lang = None,
) -> None:
    """Judge the documents by their templates."""
    from wp.checking.engine import check_repository, only
    from wp.reporting.formats import prepare, show
    from wp.reporting.report import Report

    repository, language = open_repository(root, lang)
    prepare(output, file, repository.root, statistics=statistics)
    named = [name_below(repository, path) for path in paths or ()]
    diagnostics = check_repository(repository, measured(repository) if pages else None)
    judged = tuple(d.path for d in repository.documents)
    if named:
        diagnostics = only(diagnostics, named)
        judged = tuple(path for path in judged if is_under(path, named))
    report = Report(tuple(diagnostics), len(judged), repository, language, judged, strict)
    show(report, output, file, statistics=statistics)
    raise typer.Exit(FOUND if report.failed(strict=strict) else GOOD)


def measured(repository: "Repository") -> "Mapping[str, Layout]":
    """Return how many pages documents fill; the room that measures is entered only here."""
    from wp.publishing.layout import layouts

    return layouts(repository)
