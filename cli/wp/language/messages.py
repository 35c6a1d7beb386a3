"""Renders a finding's sentences in Danish or English. The only place where findings get words."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from wp.findings import Finding, Related, Term
from wp.language.findings import MESSAGES, RELATED, SUGGESTION, TERMS

Language = Literal["da", "en"]


@dataclass(frozen=True, slots=True)
class Rendered:
    """A finding in words: what is wrong, and how to make it right ("" when nothing is added)."""

    message: str
    help: str


def render(finding: Finding, language: Language) -> Rendered:
    """Return a finding's message and help in a language."""
    text = MESSAGES[finding.rule.name][language]
    values = _values(finding.params, language)
    message = text.message.format_map(values)
    if finding.params.get("near"):
        message += " " + SUGGESTION[language].format_map(values)
    return Rendered(message, text.help.format_map(values))


def render_related(related: Related, language: Language) -> str:
    """Return the sentence that says why another place belongs to a finding."""
    return RELATED[related.name][language].format_map(_values(related.params, language))


def _values(params: Mapping[str, Any], language: Language) -> dict[str, str]:
    return {key: _words(value, language) for key, value in params.items()}


def _words(value: Any, language: Language) -> str:
    if isinstance(value, Term):
        return TERMS[value][language]
    if isinstance(value, list | tuple):
        words = [_words(item, language) for item in value]
        return ", ".join(words)
    return str(value)
