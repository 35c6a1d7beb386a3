"""`wp schema`: give an editor what it needs to complete and check front matter."""

from pathlib import Path
from typing import Annotated

import typer

from wp.commands.common import FOUND, Lang, Root, clearly, open_repository
from wp.language.help import say


@clearly
def schema(
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            metavar="FOLDER",
            help=say(
                "Kun skemaerne, i denne mappe; ellers .vscode/ med indstillinger.",
                "The schemas alone, in this folder; else .vscode/ with settings.",
            ),
            show_default=False,
        ),
    ] = None,
    check: Annotated[
        bool,
        typer.Option(
            "--check",
            help=say(
                "Skriv intet; sig, om alt er ajour (1, hvis ikke).",
                "Write nothing; say whether all is up to date (1 if not).",
            ),
        ),
    ] = False,
    root: Root = None,
    lang: Lang = None,
) -> None:
    """Give an editor what it needs to complete and check front matter."""
    from wp.editing.files import carry_out, plan
    from wp.language.words import words_of

    repository, language = open_repository(root, lang)
    words = words_of(language)
    folder = output.absolute() if output is not None else None
    files = plan(repository, language, folder)
    due = [file for file in files if file.state != "same"]
    if not check:
        carry_out(files)
    for file in due:
        key = "schema-stale" if check else f"schema-{file.state}"
        typer.echo(words[key].format(path=file.name))
    if not due:
        typer.echo(words["schema-same"].format(files=words.count("file", len(files))))
    elif check:
        typer.echo(words["schema-run"])
        raise typer.Exit(FOUND)
