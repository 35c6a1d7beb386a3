"""The command line: arguments in, one call, print, exit code. Heavy imports stand inside."""

import functools
import io
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, ParamSpec

import typer

from wp import __version__
from wp.errors import WpError
from wp.language.help import say

if TYPE_CHECKING:
    from wp.findings import Layout
    from wp.language.messages import Language
    from wp.reading.repository import Repository

GOOD, FOUND, CANNOT = 0, 1, 2
P = ParamSpec("P")

app = typer.Typer(
    name="wp",
    help=say(
        "Rådets arbejdsprogram som Markdown i git: skriv det, gennemgå det, byg det.",
        "A council's work programme as Markdown in git: write it, check it, build it.",
    ),
    no_args_is_help=True,
    pretty_exceptions_enable=False,
)

Root = Annotated[
    Path | None,
    typer.Option("--root", help=say("Rådets mappe.", "The council's folder."), show_default=False),
]
Lang = Annotated[
    str | None,
    typer.Option(
        "--lang",
        envvar="WP_LANG",
        help=say("Sprog: da eller en.", "Language: da or en."),
        show_default=False,
    ),
]


def main() -> None:
    """Run the command line."""
    for stream in (sys.stdout, sys.stderr):
        # a terminal that lacks a letter shows a question mark; it never stops a command
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
    app()


def clearly(command: Callable[P, None]) -> Callable[P, None]:
    """Let a command that can't go on say why in the user's language and exit with code 2."""

    @functools.wraps(command)
    def run(*args: P.args, **kwargs: P.kwargs) -> None:
        try:
            command(*args, **kwargs)
        except BrokenPipeError:
            raise  # the reader of our output has had enough, which typer ends quietly
        except OSError as error:
            reason, path = error.strerror or str(error), error.filename or "."
            stop = WpError("cannot-read", path=path, reason=reason)
            raise _stopped(stop, kwargs.get("lang"), kwargs.get("root")) from None
        except WpError as error:
            raise _stopped(error, kwargs.get("lang"), kwargs.get("root")) from None

    return run


def _stopped(error: WpError, lang: object, root: object) -> typer.Exit:
    """Say why a command can't go on, and return the exit for it."""
    from wp.language.errors import render_error
    from wp.language.words import words_of

    language: Language = "en" if lang == "en" else "da"
    if lang not in ("da", "en"):
        language = _programme_language(root if isinstance(root, Path) else None)
    typer.echo(f"{words_of(language)['stop']}: {render_error(error, language)}", err=True)
    return typer.Exit(CANNOT)


def _programme_language(root: Path | None) -> "Language":
    """Return the programme's language where there is a programme, for a run that can't read it."""
    from wp.reading.repository import find_root, peek_language

    try:
        return peek_language(root or find_root(Path.cwd()))
    except (WpError, OSError):
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


@app.command(
    help=say(
        "Gennemgå dokumenterne efter deres skabeloner.", "Judge the documents by their templates."
    )
)
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
    root: Root = None,
    lang: Lang = None,
) -> None:
    """Judge the documents by their templates."""
    from wp.checking.engine import check_repository, only
    from wp.reporting.formats import show
    from wp.reporting.report import Report

    repository, language = _open(root, lang)
    named = [_name(repository, path) for path in paths or ()]
    diagnostics = check_repository(repository, _measured(repository) if pages else None)
    checked = len(repository.documents)
    if named:
        diagnostics = only(diagnostics, named)
        checked = len([d for d in repository.documents if _under(d.path, named)])
    report = Report(tuple(diagnostics), checked, repository, language)
    show(report, output)
    raise typer.Exit(FOUND if report.failed(strict=strict) else GOOD)


@app.command(
    help=say(
        "Byg arbejdsprogrammet eller enkelte dokumenter.",
        "Build the work programme, or single documents.",
    )
)
@clearly
def build(
    documents: Annotated[
        list[Path] | None,
        typer.Argument(
            help=say("Dokumenter; ellers arbejdsprogrammet.", "Documents; else the programme."),
            show_default=False,
        ),
    ] = None,
    formats: Annotated[
        str, typer.Option("--format", help="md, html, docx, pdf.", metavar="FORMATS")
    ] = "md,html,docx,pdf",
    root: Root = None,
    lang: Lang = None,
) -> None:
    """Build the work programme, or single documents."""
    from wp.checking.engine import check_repository
    from wp.findings import Severity
    from wp.language.words import words_of
    from wp.publishing.build import build_documents
    from wp.publishing.layout import layouts
    from wp.reporting.formats import show
    from wp.reporting.progress import progress, show_outputs
    from wp.reporting.report import Report

    repository, language = _open(root, lang)
    named = [_name(repository, path) for path in documents or ()]
    diagnostics = check_repository(repository, layouts(repository))
    errors = [d for d in diagnostics if d.severity is Severity.ERROR]
    if errors:
        show(Report(tuple(errors), len(repository.documents), repository, language), "text")
        typer.echo(words_of(language)["not-built"], err=True)
        raise typer.Exit(FOUND)
    with progress(language) as step:
        outputs = build_documents(
            repository, named, [name.strip() for name in formats.split(",")], step
        )
    show_outputs(outputs, language)


@app.command(
    help=say("Begynd et dokument ud fra dets skabelon.", "Start a document from its template.")
)
@clearly
def new(
    kind: Annotated[
        str,
        typer.Argument(help=say("one-pager, minutes … : en skabelons navn.", "A template's name.")),
    ],
    title: Annotated[
        str, typer.Argument(help=say("Titel eller mødedato.", "Title, or the meeting's date."))
    ],
    root: Root = None,
    lang: Lang = None,
) -> None:
    """Start a document from its template."""
    from wp.language.words import words_of
    from wp.starting.document import start_document

    repository, language = _open(root, lang)
    path = start_document(repository, kind, title, language)
    typer.echo(words_of(language)["created"].format(path=path))


def _measured(repository: "Repository") -> "Mapping[str, Layout]":
    """Return how many pages documents fill; the room that measures is entered only here."""
    from wp.publishing.layout import layouts

    return layouts(repository)


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
    # a symbolic link below content/ is named by where it stands; one on the way there is followed
    absolute = Path(os.path.normpath(path.absolute()))
    for root, given in (
        (repository.root, absolute),
        (repository.root.resolve(), absolute.parent.resolve() / absolute.name),
    ):
        if given == root:
            return "content"
        if given.is_relative_to(root / "content"):
            return unicodedata.normalize("NFC", given.relative_to(root).as_posix())
    raise WpError("not-a-document", path=path)


def _under(path: str, names: list[str]) -> bool:
    return any(path == name or path.startswith(f"{name}/") for name in names)


if __name__ == "__main__":
    main()
