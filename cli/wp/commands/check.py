"""`wp check`: judge the documents by their templates."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from wp.commands.common import (
    FOUND,
    GOOD,
    Lang,
    Root,
    clearly,
    council_folder,
    name_below,
    name_from,
)
from wp.commands.standard_input import standard_input
from wp.interrupts import heed
from wp.language.help import say

if TYPE_CHECKING:
    from wp.caching.judged import Judged
    from wp.commands.judging import Judging
    from wp.findings import Diagnostic
    from wp.language.messages import Language


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
    cache: Annotated[
        bool,
        typer.Option(
            "--cache/--no-cache",
            help=say("Husk svaret til næste gang.", "Keep the answer for the next run."),
        ),
    ] = True,
    fix: Annotated[
        bool,
        typer.Option("--fix", help=say("Ret det, der er sikkert.", "Mend what is certain.")),
    ] = False,
    diff: Annotated[
        bool,
        typer.Option(
            "--diff",
            help=say("Vis, hvad --fix ville ændre.", "Show what --fix would change."),
        ),
    ] = False,
    root: Root = None,
    lang: Lang = None,
) -> None:
    """Judge the documents by their templates."""
    from wp.commands.judging import Judging
    from wp.reading.places import is_under
    from wp.reporting.formats import FOR_PEOPLE, prepare, show
    from wp.reporting.report import Report

    folder = council_folder(root, lang)
    given = standard_input(paths or [], stdin_filename)
    prepare(output, file, folder, statistics=statistics)
    if given:
        named = [name_from(folder, given.path)]
    else:
        named = [name_below(folder, path) for path in paths or ()]
    judging = Judging(folder, given.instead(folder) if given else {}, pages=pages, cache=cache)
    mended = ""
    if fix or diff:
        from wp.commands.mending import mend_files, say_what_remains, show_diff, what_to_mend

        wanted = what_to_mend(named, select, ignore, since=since, given=given is not None)
        if not diff:
            mended = mend_files(judging.repository, wanted, lang)
            judging = Judging(folder, {}, pages=pages, cache=cache)
        elif show_diff(judging.repository, wanted, lang):
            raise typer.Exit(FOUND)
    found = judging.found
    if select or ignore:
        found = narrowed(found, select or [], ignore or [])
    language: Language = "en" if (lang or found.language) == "en" else "da"
    older = None
    if since is not None:
        found, set_aside = caused(since, judging, found, language, pages=pages)
        older = sum(not named or is_under(item.finding.path, named) for item in set_aside)
    if named:
        found = found.below(named)
    report = Report(
        found.diagnostics, len(found.documents), judging, language, found.documents, strict,
        older, len(found.suppressed), shown_above(folder),
    )  # fmt: skip
    heed()
    if diff:
        say_what_remains(report)
    else:
        show(report, output, file, statistics=statistics)
        if file is not None:
            from wp.publishing.output.reports import remember_report

            remember_report(file, folder / "build")
    if mended:
        # a program that reads the report gets nothing else on standard output
        typer.echo(mended, err=output not in FOR_PEOPLE)
    raise typer.Exit(FOUND if report.failed(strict=strict) else GOOD)


def shown_above(folder: Path) -> str:
    """Return the way to the council's folder from the top of the repository that CI checked out.

    GitHub and GitLab name that top, and count the paths of a report from there.
    """
    import os

    for name in ("GITHUB_WORKSPACE", "CI_PROJECT_DIR"):
        top = os.environ.get(name)
        if top and folder.resolve().is_relative_to(Path(top).resolve()):
            way = folder.resolve().relative_to(Path(top).resolve()).as_posix()
            return "" if way == "." else f"{way}/"
    return ""


def narrowed(found: "Judged", select: "list[str]", ignore: "list[str]") -> "Judged":
    """Keep what is found by the rules chosen.

    Raises `WpError` for a choice that names no rule.
    """
    from dataclasses import replace

    from wp.checking.engine import all_rules
    from wp.checking.ignoring.selection import chosen

    is_shown = chosen(all_rules(), select, ignore)
    return replace(
        found,
        diagnostics=tuple(item for item in found.diagnostics if is_shown(item.finding)),
        suppressed=tuple(finding for finding in found.suppressed if is_shown(finding)),
    )


def caused(
    since: str, judging: "Judging", found: "Judged", language: "Language", *, pages: bool
) -> "tuple[Judged, tuple[Diagnostic, ...]]":
    """Part the findings into those that a change caused, and those from before it."""
    from dataclasses import replace

    from wp.changes import caused_since
    from wp.language.errors import render_error
    from wp.language.words import words_of

    caused = caused_since(
        since, judging.repository, found.diagnostics, judging.judge_other, pages=pages
    )
    if caused.unjudged:
        reason = render_error(caused.unjudged, language)
        typer.echo(words_of(language)["all-new"].format(reason=reason), err=True)
    return replace(found, diagnostics=caused.diagnostics), caused.older
