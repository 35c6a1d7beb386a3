"""The command line: arguments in, one call, print, exit code. Heavy imports stand inside."""

import functools
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, ParamSpec

import typer

from wp import __version__
from wp.errors import WpError

if TYPE_CHECKING:
    from wp.language.messages import Language
    from wp.reading.repository import Repository

GOOD, FOUND, CANNOT = 0, 1, 2
P = ParamSpec("P")

app = typer.Typer(
    name="wp",
    help="Rådets arbejdsprogram som Markdown i git: gennemgå det, byg det. "
    "— A council's work programme as Markdown in git: check it, build it.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
)

Root = Annotated[
    Path | None,
    typer.Option("--root", help="Rådets mappe. — The council's folder.", show_default=False),
]
Lang = Annotated[
    str | None,
    typer.Option("--lang", envvar="WP_LANG", help="Sprog — Language: da, en.", show_default=False),
]


def main() -> None:
    """Run the command line."""
    app()


def clearly(command: Callable[P, None]) -> Callable[P, None]:
    """Let a command that can't go on say why in the user's language and exit with code 2."""

    @functools.wraps(command)
    def run(*args: P.args, **kwargs: P.kwargs) -> None:
        try:
            command(*args, **kwargs)
        except WpError as error:
            from wp.language.errors import render_error
            from wp.language.words import words_of

            lang, root = kwargs.get("lang"), kwargs.get("root")
            language: Language = "en" if lang == "en" else "da"
            if lang is None:
                language = _programme_language(root if isinstance(root, Path) else None)
            sentence = f"{words_of(language)['stop']}: {render_error(error, language)}"
            typer.echo(sentence, err=True)
            raise typer.Exit(CANNOT) from None

    return run


def _programme_language(root: Path | None) -> "Language":
    """Return the programme's language where there is a programme, for a run that can't read it."""
    from wp.reading.repository import find_root, peek_language

    try:
        return peek_language(root or find_root(Path.cwd()))
    except WpError:
        return "da"


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


@app.command()
@clearly
def check(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(
            help="Filer eller mapper; ellers alt. — Files or folders; else all.",
            show_default=False,
        ),
    ] = None,
    output: Annotated[
        str, typer.Option("--format", help="text, json, github.", metavar="FORMAT")
    ] = "text",
    strict: Annotated[
        bool,
        typer.Option("--strict", help="Advarsler fejler også. — Warnings fail too."),
    ] = False,
    root: Root = None,
    lang: Lang = None,
) -> None:
    """Gennemgå dokumenterne efter deres skabeloner. — Judge the documents by their templates."""
    from wp.checking.engine import check_repository, only
    from wp.reporting.formats import show
    from wp.reporting.report import Report

    repository, language = _open(root, lang)
    diagnostics = check_repository(repository)
    checked = len(repository.documents)
    if paths:
        named = [_name(repository, path) for path in paths]
        diagnostics = only(diagnostics, named)
        checked = len([d for d in repository.documents if _under(d.path, named)])
    report = Report(tuple(diagnostics), checked, repository, language)
    show(report, output)
    raise typer.Exit(FOUND if report.failed(strict=strict) else GOOD)


@app.command()
@clearly
def build(
    documents: Annotated[
        list[Path] | None,
        typer.Argument(
            help="Dokumenter; ellers arbejdsprogrammet. — Documents; else the programme.",
            show_default=False,
        ),
    ] = None,
    formats: Annotated[
        str, typer.Option("--format", help="md, html, docx, pdf.", metavar="FORMATS")
    ] = "md,html,docx,pdf",
    root: Root = None,
    lang: Lang = None,
) -> None:
    """Byg arbejdsprogrammet eller enkelte dokumenter. — Build the programme or documents."""
    from wp.checking.engine import check_repository
    from wp.findings import Severity
    from wp.language.words import words_of
    from wp.publishing.build import build_documents
    from wp.reporting.formats import show
    from wp.reporting.progress import progress, show_outputs
    from wp.reporting.report import Report

    repository, language = _open(root, lang)
    named = [_name(repository, path) for path in documents or ()]
    errors = [d for d in check_repository(repository) if d.severity is Severity.ERROR]
    if errors:
        show(Report(tuple(errors), len(repository.documents), repository, language), "text")
        typer.echo(words_of(language)["not-built"], err=True)
        raise typer.Exit(FOUND)
    with progress(language) as step:
        outputs = build_documents(repository, named, formats.split(","), step)
    show_outputs(outputs, language)


@app.command()
@clearly
def new(
    kind: Annotated[
        str,
        typer.Argument(help="one-pager, minutes … : en skabelons navn. — A template's name."),
    ],
    title: Annotated[
        str, typer.Argument(help="Titel eller mødedato. — Title, or the meeting's date.")
    ],
    root: Root = None,
    lang: Lang = None,
) -> None:
    """Begynd et dokument ud fra dets skabelon. — Start a document from its template."""
    from wp.language.words import words_of
    from wp.starting import start_document

    repository, language = _open(root, lang)
    path = start_document(repository, kind, title, language)
    typer.echo(words_of(language)["created"].format(path=path))


def _open(root: Path | None, lang: str | None) -> "tuple[Repository, Language]":
    """Read the repository and settle the language: the option's, else the programme's."""
    from wp.reading.repository import find_root, read_repository

    if lang not in (None, "da", "en"):
        raise WpError("unknown-language", name=lang)
    start = (root or Path.cwd()).absolute()
    if root is not None and not (start / "content" / "programme.md").is_file():
        raise WpError("no-root", start=start)
    repository = read_repository(start if root is not None else find_root(start))
    language: Language = "en" if (lang or repository.language) == "en" else "da"
    return repository, language


def _name(repository: "Repository", path: Path) -> str:
    """Return a path given on the command line as it is named from the root."""
    import os
    import unicodedata

    if not path.exists():
        raise WpError("no-such-path", path=path)
    # not resolved: a symbolic link is named by where it stands
    absolute = Path(os.path.normpath(path.absolute()))
    content = repository.root / "content"
    if not absolute.is_relative_to(content):
        raise WpError("not-a-document", path=path)
    return unicodedata.normalize("NFC", absolute.relative_to(repository.root).as_posix())


def _under(path: str, names: list[str]) -> bool:
    return any(path == name or path.startswith(f"{name}/") for name in names)


if __name__ == "__main__":
    sys.exit(app())
