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
        str, typer.Option("--format", help="text, json, github.", metavar="FORMAT")
    ] = "text",
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
    select: Annotated[
        list[str] | None,
        typer.Option(
            help=say("Vis kun disse regler.", "Show these rules only."),
            metavar=say("REGEL,…", "RULE,…"),
            show_default=False,
        ),
    ] = None,
    ignore: Annotated[
        list[str] | None,
        typer.Option(
            help=say("Vis ikke disse regler.", "Leave out these rules."),
            metavar=say("REGEL,…", "RULE,…"),
            show_default=False,
        ),
    ] = None,
    root: Root = None,
    lang: Lang = None,
) -> None:
    """Judge the documents by their templates."""
    from wp.checking.engine import all_rules, judge, only
    from wp.checking.ignoring.selection import chosen, narrowed
    from wp.reporting.formats import show
    from wp.reporting.report import Report

    repository, language = open_repository(root, lang)
    named = [name_below(repository, path) for path in paths or ()]
    is_shown = chosen(all_rules(), select or (), ignore or ())
    found = narrowed(judge(repository, measured(repository) if pages else None), is_shown)
    diagnostics, suppressed = found.diagnostics, found.suppressed
    checked = len(repository.documents)
    if named:
        diagnostics = only(diagnostics, named)
        suppressed = tuple(one for one in suppressed if is_under(one.path, named))
        checked = len([d for d in repository.documents if is_under(d.path, named)])
    report = Report(tuple(diagnostics), checked, repository, language, len(suppressed))
    show(report, output)
    raise typer.Exit(FOUND if report.failed(strict=strict) else GOOD)


def measured(repository: "Repository") -> "Mapping[str, Layout]":
    """Return how many pages documents fill; the room that measures is entered only here."""
    from wp.publishing.layout import layouts

    return layouts(repository)
