"""Patterns of words that a form gives its rules, since no two councils write in the same language.

They are regular expressions of Python's `re`, and upper and lower case are the same to them.
"""

import re
from collections.abc import Iterable
from functools import cache

from wp.reading.template import Template, TemplateError

NEVER = re.compile(r"(?!)")
"""Matches nothing: a pattern that the form leaves out."""


def pattern_of(template: Template, rule: str, key: str, text: str) -> re.Pattern[str]:
    """Return a parameter of a rule as a pattern; without text it matches nothing.

    Raises `TemplateError` for what is no regular expression.
    """
    if not text:
        return NEVER
    try:
        return _compiled(text)
    except re.error as error:
        line = template.line_of(("rules", rule, *key.split(".")))
        raise TemplateError(
            "template-rule-parameter", path=template.path, line=line, name=rule, reason=str(error)
        ) from error


def any_word(words: Iterable[str]) -> re.Pattern[str]:
    """Return a pattern of whole words, of which an entry may hold several; case doesn't matter."""
    listed = sorted({" ".join(word.split()) for word in words if word.strip()}, key=len)
    if not listed:
        return NEVER
    either = "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in reversed(listed))
    return _compiled(rf"(?<!\w)(?:{either})(?!\w)")


@cache
def _compiled(text: str) -> re.Pattern[str]:
    return re.compile(text, re.IGNORECASE)
