"""The form of a finding's sentences."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Text:
    """`message` says what is wrong; `help` what would make it right. Both may hold `{params}`."""

    message: str
    help: str = ""


Texts = dict[str, Text]
"""A finding's text by language, "da" and "en"."""
