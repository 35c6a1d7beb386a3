"""What `wp explain` prints: one rule, a list of all, or the whole reference, in a format."""

from pathlib import Path

from wp.errors import WpError
from wp.explaining.data import as_json
from wp.explaining.markdown import listing, reference, rule_page
from wp.explaining.rules import explained_rules, find_rule
from wp.language.messages import Language

FORMATS = ("text", "md", "json")
"""Text is the same Markdown as md, for a terminal to style."""


def explanation(
    name: str | None, *, everything: bool, output: str, language: Language, root: Path | None
) -> str:
    """Return the page of the rule with a code or a name; without one the list of all, or all pages.

    `root` is the council's folder, None outside one. Raises `WpError` for a rule or a format that
    isn't there.
    """
    if output not in FORMATS:
        raise WpError("unknown-format", name=output, known=", ".join(FORMATS))
    rules = explained_rules(language, root)
    if name is not None:
        found = find_rule(name, rules)
        return as_json([found], language) if output == "json" else rule_page(found, language)
    if output == "json":
        return as_json(rules, language)
    return reference(rules, language) if everything else listing(rules, language)
