"""`wp build`: build the work programme, or single documents."""

import os
from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from wp.commands.common import FOUND, GOOD, Lang, Root, clearly, council_folder, name_below
from wp.errors import WpError
from wp.interrupts import heed
from wp.language.help import say

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from wp.commands.judging import Judging
    from wp.findings import Diagnostic
    from wp.language.messages import Language
    from wp.past import Found
    from wp.reading.audience import Audience
    from wp.reading.repository import Repository


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
        str | None,
        typer.Option("--format", help="md, html, docx, pdf, json.", metavar="FORMATS"),
    ] = None,
    agenda: Annotated[
        bool,
        typer.Option(
            "--agenda",
            help=say(
                "Byg dagsordenen ud fra et mødes referat.",
                "Build the agenda from a meeting's minutes.",
            ),
        ),
    ] = False,
    final: Annotated[
        bool,
        typer.Option("--final", help=say("Byg den endelige udgave.", "Build the final edition.")),
    ] = False,
    audience: Annotated[
        str | None,
        typer.Option(
            "--audience",
            help=say(
                "Hvem der bygges til: public eller internal; ellers som programmet siger.",
                "Whom to build for: public or internal; else as the programme says.",
            ),
            metavar="AUDIENCE",
            show_default=False,
        ),
    ] = None,
    verify: Annotated[
        bool,
        typer.Option(
            "--verify",
            help=say(
                "Sig, om build/ er det, indholdet giver. Intet skrives.",
                "Say whether build/ is what the content gives. Nothing is written.",
            ),
        ),
    ] = False,
    cache: Annotated[
        bool,
        typer.Option(
            "--cache/--no-cache",
            help=say("Brug det, der blev lavet sidst.", "Use what was made before."),
        ),
    ] = True,
    root: Root = None,
    lang: Lang = None,
) -> None:
    """Build the work programme, or single documents."""
    from wp.caching.made import nothing_kept
    from wp.commands.judging import Judging
    from wp.publishing.names import AGENDA, FINAL, PAGED, PROGRAMME

    folder = council_folder(root, lang)
    eyes = None
    if audience is not None:
        from wp.publishing.audiences import audience_of

        eyes = audience_of(audience)
    named = [name_below(folder, path) for path in documents or ()]
    if agenda and (final or not named):
        raise WpError("agenda-final" if final else "agenda-of-what")
    wanted = [name.strip() for name in formats.split(",")] if formats is not None else None
    # whether something is one page can't matter to files that have none
    pages = final or wanted is None or not PAGED.isdisjoint(wanted)
    judging = Judging(folder, {}, pages=pages, cache=cache)
    if agenda:
        building = [f"{name}{AGENDA}" for name in named]
    elif final:
        building = [f"{name}{FINAL}" for name in named or [PROGRAMME]]
    else:
        building = named

    def key() -> str:
        return _key(judging, building, wanted, eyes) if cache and not verify else ""

    # what is verified is made anew, or it would be compared with itself
    with nothing_kept() if verify or not cache else nullcontext():
        if verify or not _built_again(folder, key(), lang):
            _build(judging, named, building, wanted, lang, eyes, key, verify=verify, final=final)


def _build(
    judging: "Judging",
    named: list[str],
    building: list[str],
    wanted: list[str] | None,
    lang: str | None,
    eyes: "Audience | None",
    key: "Callable[[], str]",
    *,
    verify: bool,
    final: bool,
) -> None:
    """Judge everything, and build the documents of `building`, or verify those of `named`."""
    from wp.findings import Severity
    from wp.language.words import words_of
    from wp.publishing.build import build_documents
    from wp.reporting.formats import show
    from wp.reporting.progress import progress, show_outputs, show_verdict
    from wp.reporting.report import Report

    diagnostics, repository = judging.enough.diagnostics, judging.repository
    language = _language(lang, repository.language)
    errors = tuple(d for d in diagnostics if d.severity is Severity.ERROR)
    if errors:
        show(Report(errors, len(repository.documents), repository, language), "text")
        typer.echo(words_of(language)["not-built"], err=True)
        raise typer.Exit(FOUND)
    origin = _origin(repository, named, language)
    if verify:
        from wp.publishing.verify import verify as judge

        with progress(language) as step:
            found = origin.origin if origin else None
            verdict = judge(repository, named, wanted, step, found, eyes)
        show_verdict(verdict.built, verdict.faults, verdict.changes, language)
        raise typer.Exit(GOOD if verdict.good else FOUND)
    require_harmless(repository, named, diagnostics, wanted, eyes, language)
    if final:
        require_final(repository, named, diagnostics, wanted, eyes, language)
    with progress(language) as show_step:

        def step(name: str) -> None:
            heed()
            show_step(name)

        # what couldn't be told today may be told tomorrow, though nothing here has changed
        lasting = key if not origin or not origin.lacking else str
        found = origin.origin if origin else None
        put = build_documents(repository, building, wanted, step, found, eyes, lasting)
    show_outputs(put.files, put.kept, language)
    warn_of_internal(repository.root, language)


def _built_again(folder: Path, key: str, lang: str | None) -> bool:
    """Put back what was built before from the very same; say whether there was such a build."""
    from wp.publishing.output.again import put_again
    from wp.reading.places import peek_language
    from wp.reporting.progress import show_outputs

    if not key:
        return False
    heed()
    put = put_again(folder, key)
    if put is None:
        return False
    language = _language(lang, peek_language(folder))
    show_outputs(put.files, put.kept, language)
    warn_of_internal(folder, language)
    return True


def _key(
    judging: "Judging", building: list[str], wanted: list[str] | None, eyes: "Audience | None"
) -> str:
    """Return a key of all that a build is made from, "" when there is something without one."""
    from wp.caching.made import key_of
    from wp.past import past_key
    from wp.publishing.moment import VARIABLE
    from wp.publishing.word.pandoc import pandoc_key

    read, past = judging.key(), past_key(judging.root)
    asked = [repr(building), repr(wanted), repr(eyes), os.environ.get(VARIABLE, ""), pandoc_key()]
    return key_of(*(part.encode() for part in (read, past, *asked))) if read and past else ""


def _language(lang: str | None, programmes: "Language") -> "Language":
    return "en" if (lang or programmes) == "en" else "da"


def _origin(repository: "Repository", named: list[str], language: "Language") -> "Found | None":
    """Return where the files come from, for the one document that says so: the programme.

    When what has changed since the last version can't be told, say why.
    """
    from wp.language.errors import render_error
    from wp.language.words import words_of
    from wp.past import origin_of
    from wp.publishing.moment import given_moment
    from wp.publishing.output.source import known_tools

    if named and (repository.programme is None or repository.programme.path not in named):
        return None
    found = origin_of(repository, given_moment(), known_tools())
    if found.lacking is not None:
        reason = render_error(found.lacking, language)
        typer.echo(words_of(language)["no-changes"].format(reason=reason), err=True)
    return found


def warn_of_internal(root: Path, language: "Language") -> None:
    """Say which files of `build/` are internal, if others there are public."""
    from wp.language.words import words_of
    from wp.publishing.names import BUILD
    from wp.publishing.output.manifest import read_manifest
    from wp.reading.audience import INTERNAL, PUBLIC

    manifest = read_manifest(root / BUILD)
    eyes = manifest.audiences() if manifest else {}
    if PUBLIC in eyes.values():
        for path in sorted(path for path, audience in eyes.items() if audience == INTERNAL):
            typer.echo(
                words_of(language)["internal-beside"].format(path=f"{BUILD}/{path}"), err=True
            )


def require_harmless(
    repository: "Repository",
    named: "Sequence[str]",
    diagnostics: "Sequence[Diagnostic]",
    formats: "Sequence[str] | None",
    audience: "Audience | None",
    language: "Language",
) -> None:
    """Exit with code 1 if the public would read why somebody was absent, and show where."""
    from wp.language.words import words_of
    from wp.publishing.audiences import audiences_of, harmful
    from wp.publishing.build import PROGRAMME_FORMATS
    from wp.reading.audience import PUBLIC
    from wp.reporting.formats import show
    from wp.reporting.report import Report

    if PUBLIC not in audiences_of(repository, formats or PROGRAMME_FORMATS, audience).values():
        return
    found = harmful(repository, named, diagnostics)
    if found:
        show(Report(found, len(repository.documents), repository, language), "text")
        typer.echo(words_of(language)["not-public"], err=True)
        raise typer.Exit(FOUND)


def require_final(
    repository: "Repository",
    named: "Sequence[str]",
    diagnostics: "Sequence[Diagnostic]",
    formats: "Sequence[str] | None",
    audience: "Audience | None",
    language: "Language",
) -> None:
    """Say why the documents can't be final and exit with code 1, unless they can."""
    from wp.language.words import words_of
    from wp.publishing.audiences import audiences_of
    from wp.publishing.build import PROGRAMME_FORMATS
    from wp.publishing.final import refusal, status_word
    from wp.reading.audience import INTERNAL, PUBLIC
    from wp.reporting.formats import show
    from wp.reporting.report import Report

    eyes = audiences_of(repository, formats or PROGRAMME_FORMATS, audience).values()
    seen = INTERNAL if INTERNAL in eyes else PUBLIC
    refused = refusal(repository, named, diagnostics, seen)
    if not refused:
        return
    words = words_of(language)
    if refused.diagnostics:
        show(Report(refused.diagnostics, len(repository.documents), repository, language), "text")
        typer.echo(words[f"final-{refused.blocked_by.value}"], err=True)
    for document in refused.unapproved:
        status = status_word(repository, document, language)
        typer.echo(words["final-status"].format(path=document.path, status=status), err=True)
    typer.echo(words["not-final"], err=True)
    raise typer.Exit(FOUND)
