"""`wp explain`: what a rule finds, why, and what wrong and right look like."""

from typing import Annotated

import typer

from wp.commands.common import Lang, Root, clearly, open_language
from wp.language.help import say


@clearly
def explain(
    rule: Annotated[
        str | None,
        typer.Argument(
            metavar="RULE",
            help=say(
                "Reglens kode eller navn, fx WP711; ellers en liste over alle.",
                "The rule's code or name, such as WP711; else a list of all.",
            ),
            show_default=False,
        ),
    ] = None,
    everything: Annotated[
        bool,
        typer.Option("--all", help=say("Alle reglers sider.", "The pages of all rules.")),
    ] = False,
    output: Annotated[
        str, typer.Option("--format", help="text, md, json.", metavar="FORMAT")
    ] = "text",
    root: Root = None,
    lang: Lang = None,
) -> None:
    """Tell what a rule of `wp check` finds, and why."""
    from wp.errors import WpError
    from wp.explaining.explain import explanation
    from wp.reporting.page import show_page

    if rule is not None and everything:
        raise WpError("rule-or-all")
    folder, language = open_language(root, lang)
    text = explanation(rule, everything=everything, output=output, language=language, root=folder)
    show_page(text, styled=output == "text")
