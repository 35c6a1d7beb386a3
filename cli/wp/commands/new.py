"""`wp new`: start a document from its template."""

from typing import Annotated

import typer

from wp.commands.common import Lang, Root, clearly, open_repository
from wp.language.help import say


@clearly
def new(
    kind: Annotated[
        str,
        typer.Argument(
            help=say("one-pager, minutes … : en skabelons navn.", "A template's name."),
            show_default=False,
        ),
    ] = "",
    title: Annotated[
        list[str] | None,
        typer.Argument(help=say("Titel eller mødedato.", "Title, or the meeting's date.")),
    ] = None,
    root: Root = None,
    lang: Lang = None,
) -> None:
    """Start a document from its template."""
    from wp.language.words import words_of
    from wp.starting.document import start_document

    repository, language = open_repository(root, lang)
    # a title of several words needs no quotation marks
    path = start_document(repository, kind, " ".join(title) if title else None, language)
    typer.echo(words_of(language)["created"].format(path=path))
