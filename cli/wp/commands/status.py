"""`wp status`: what is late, what is coming, what is unfinished, what was decided."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from wp.commands.common import Lang, Root, clearly, council_folder
from wp.language.help import say

if TYPE_CHECKING:
    from wp.commands.judging import Judging
    from wp.language.messages import Language
    from wp.programme.model import Actor, Programme
    from wp.programme.standing import Found, Standing
    from wp.reading.audience import Audience
    from wp.reading.repository import Repository

DAYS = 60


@clearly
def status(
    who: Annotated[
        str | None,
        typer.Argument(
            metavar="WHO",
            help=say(
                "En persons eller organisations id; ellers alt.",
                "The id of a person or organisation; else everything.",
            ),
            show_default=False,
        ),
    ] = None,
    on: Annotated[
        str | None,
        typer.Option(
            "--on",
            metavar="DATE",
            help=say("Dagen, det ses fra; ellers i dag.", "The day it is seen from; else today."),
            show_default=False,
        ),
    ] = None,
    days: Annotated[
        int,
        typer.Option(
            min=0, max=3660, help=say("Hvor mange dage frem.", "How many days to look ahead.")
        ),
    ] = DAYS,
    output: Annotated[
        str, typer.Option("--format", help="text, md, html, json.", metavar="FORMAT")
    ] = "text",
    file: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            help=say("Skriv siden i en fil.", "Write the page to a file."),
            metavar="FILE",
            show_default=False,
        ),
    ] = None,
    audience: Annotated[
        str | None,
        typer.Option(
            "--audience",
            help=say(
                "Hvem siden er til: public eller internal; text viser alt, andet som programmet "
                "siger.",
                "Whom the page is for: public or internal; text shows all, others as the programme "
                "says.",
            ),
            metavar="AUDIENCE",
            show_default=False,
        ),
    ] = None,
    root: Root = None,
    lang: Lang = None,
) -> None:
    """Say what is late, coming, unfinished and decided."""
    from wp.commands.judging import Judging
    from wp.errors import WpError
    from wp.language.words import words_of
    from wp.programme.assemble import assemble
    from wp.programme.standing import standing_of
    from wp.publishing.audiences import audience_of, for_audience, holds_internal
    from wp.reading.audience import INTERNAL
    from wp.reporting.output import require_writable, write_whole
    from wp.reporting.page import show_page

    if output not in FORMATS:
        raise WpError("unknown-format", name=output, known=", ".join(FORMATS))
    folder = council_folder(root, lang)
    if file is not None:
        require_writable(file, folder)
    day = _day(on)
    eyes = audience_of(audience) if audience is not None else None
    judging = Judging(folder, {}, pages=False, cache=True)
    whole = judging.repository
    eyes = eyes or _usual(whole, output, file)
    closed = holds_internal(whole)
    seen = for_audience(whole, eyes)
    programme = assemble(seen)
    actor = _actor(programme, who) if who is not None else None
    standing = standing_of(programme, _found(judging, eyes), day, days, actor)
    language: Language = "en" if (lang or whole.language) == "en" else "da"
    # what the terminal shows is marked where there is something to mark, an edition always
    marked = eyes == INTERNAL and (closed or output != "text")
    text = _written(seen, programme, standing, output, language, marked=marked)
    if closed and eyes != INTERNAL:
        typer.echo(words_of(language)["internal-left-out"], err=True)
    if file is not None:
        write_whole(file, text)
    else:
        show_page(text, styled=output == "text")


FORMATS = ("text", "md", "html", "json")


def _day(given: str | None) -> date:
    """Return the day given, else today's: the only place where `wp` looks at the calendar.

    Raises `WpError` for what is no date.
    """
    from wp.errors import WpError

    if given is None:
        return date.today()
    try:
        return date.fromisoformat(given)
    except ValueError as error:
        raise WpError("not-a-date", name=given) from error


def _actor(programme: "Programme", who: str) -> "Actor":
    """Return a person or organisation by its id. Raises `WpError` when there is none."""
    from wp.errors import WpError

    known = {actor.id: actor for actor in (*programme.organisations, *programme.people)}
    if who not in known:
        raise WpError("unknown-actor", name=who)
    return known[who]


def _usual(repository: "Repository", output: str, file: Path | None) -> "Audience":
    """Return whom a page is for when nobody says.

    Who reads it in the terminal has the files and sees all of them. What can be handed on is for
    whom `wp build` makes that format: the public, unless the programme says otherwise.
    """
    from wp.publishing.audiences import audiences_of
    from wp.reading.audience import INTERNAL

    if output == "text" and file is None:
        return INTERNAL
    form = "md" if output == "text" else output
    return audiences_of(repository, [form])[form]


def _found(judging: "Judging", eyes: "Audience") -> "dict[str, Found]":
    """Return how much is found in each document, in what an audience sees of it."""
    from wp.findings import Severity
    from wp.programme.standing import Found
    from wp.publishing.audiences import is_hidden
    from wp.reading.audience import INTERNAL

    found: dict[str, Found] = {}
    for item in judging.found.diagnostics:
        path = item.finding.path
        document = judging.repository.by_path.get(path)
        if eyes != INTERNAL and document and is_hidden(document, item.finding.span):
            continue
        here = found.get(path, Found())
        if item.severity is Severity.ERROR:
            found[path] = Found(here.errors + 1, here.warnings)
        elif item.severity is Severity.WARNING:
            found[path] = Found(here.errors, here.warnings + 1)
    return found


def _written(
    repository: "Repository",
    programme: "Programme",
    standing: "Standing",
    output: str,
    language: "Language",
    *,
    marked: bool,
) -> str:
    from wp.publishing.formats import FORMATS as WRITERS
    from wp.publishing.standing import NAME, standing_data, standing_page

    if output == "json":
        return standing_data(standing, programme.audience)
    page = standing_page(repository, programme, standing, language, internal=marked)
    form = "html" if output == "html" else "md"
    return WRITERS[form](page, repository.root)[f"{NAME}.{form}"].decode("utf-8")
