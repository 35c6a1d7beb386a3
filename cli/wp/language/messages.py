"""Renders a finding's sentences in Danish or English. The only place where findings get words.

A finding carries plain values; a sentence says how each is shown, by what stands after the colon:

- `{count:ord|ord}`: the first word for one, the second for any other number; of three, the first
  is for none. A list counts as its length. A number may stand in them: `intet|ét|hele {count}`
- `{known:or}`, `{known:and}`: a list, each in quotation marks, the last joined by that word
- `{at:place}`: a pointer into the front matter, as a person would name the place
- `{at:inside}`: the same as the end of a sentence, " i punkt 2 under …", "" for the whole document
- `{because:when}`: fields and values that make something so, ", når der står …", or ""
- `{after:position}`: the title of the section that another should follow, or first of all for ""
- `{hint:after}`: a sentence of its own that may be missing, with the space before it
- `{longest:and-longest}`: the sentence “sentence.longest” of ours, filled from a mapping; "" for {}
- `{reason:system}`: what the operating system says
- `{value:quoted}`: in quotation marks, unless it is a word of ours
- `{start:date}`: a day in words, "17. juni 2025"; `{sum:money}`: an amount with its currency

What comes from a document is shown on one line, shortened, without characters that could mislead.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from string import Formatter
from typing import Any, Literal

from wp.findings import Finding, Related, Rule, Term
from wp.language import wording
from wp.language.findings import MESSAGES, RELATED, SUGGESTION, TERMS
from wp.language.system import reason

Language = Literal["da", "en"]

_LONGEST = 100  # characters of a document's own text that a message repeats
_BLANK = "…"
_SENTENCE = "sentence"
_JOINED = {"or": {"da": "eller", "en": "or"}, "and": {"da": "og", "en": "and"}}


@dataclass(frozen=True, slots=True)
class Rendered:
    """A finding in words: what is wrong, and how to make it right ("" when nothing is added)."""

    message: str
    help: str


def render(finding: Finding, language: Language) -> Rendered:
    """Return a finding's message and help in a language."""
    text = MESSAGES[finding.rule.name][language]
    words = _Words(language)
    message = words.vformat(text.message, (), finding.params)
    if finding.params.get("near"):
        message += " " + words.vformat(SUGGESTION[language], (), finding.params)
    return Rendered(message, words.vformat(text.help, (), finding.params).strip())


def describe(rule: Rule, language: Language) -> Rendered:
    """Return what a rule's findings say, with … for the details that each fills in.

    A help that is nothing but a detail is "".
    """
    text, outline = MESSAGES[rule.name][language], _Outline(language)
    message, help_ = (
        re.sub(rf"{_BLANK}\.$", _BLANK, " ".join(outline.vformat(part, (), {}).split()))
        for part in (text.message, text.help)
    )
    # a sentence that is nothing but a detail says nothing
    message = re.sub(rf"(?<=\.) {_BLANK}$", "", message)
    return Rendered(message, "" if help_ == _BLANK else help_)


def render_related(related: Related, language: Language) -> str:
    """Return the sentence that says why another place belongs to a finding."""
    return _Words(language).vformat(RELATED[related.name][language], (), related.params)


class _Words(Formatter):
    """Fills the placeholders of a sentence in one language."""

    def __init__(self, language: Language) -> None:
        self.language = language

    def get_value(self, key: int | str, args: Sequence[Any], kwargs: Mapping[str, Any]) -> Any:
        return kwargs[str(key)]

    def format_field(self, value: Any, format_spec: str) -> str:
        if "|" in format_spec:
            return counted(value, format_spec)
        if format_spec.startswith("and-"):
            return self._sentence(value, f"{_SENTENCE}.{format_spec.removeprefix('and-')}")
        if format_spec in _JOINED:
            return self._listed(value, _JOINED[format_spec][self.language])
        if format_spec == "system":
            return reason(value, self.language)
        if format_spec == "place":
            return place(value, self.language)
        if format_spec == "inside":
            return self._inside(value)
        if format_spec == "when":
            said = {"da": ", når der står", "en": " when there is"}[self.language]
            return f"{said} {self._listed(value, _JOINED['and'][self.language])}" if value else ""
        if format_spec == "position":
            first, after = {"da": ("først", "efter"), "en": ("first", "after")}[self.language]
            return f"{after} “{self._word(value)}”" if value else first
        if format_spec == "after":
            return f" {self._word(value)}" if value else ""
        if format_spec == "quoted":
            return self._listed([value], "")
        if format_spec == "date":
            return wording.date(str(value), self.language).replace(wording.NBSP, " ")
        if format_spec == "money":
            amount, currency = value
            return wording.money(amount, currency, self.language).replace(wording.NBSP, " ")
        return self._word(value)

    def _word(self, value: Any) -> str:
        if isinstance(value, Term):
            return self.vformat(TERMS[value][self.language], (), {})
        if isinstance(value, Mapping):  # the names of a value in its form, by language
            return self._word(value.get(self.language, ""))
        if isinstance(value, list | tuple):
            return ", ".join(self._word(item) for item in value)
        if isinstance(value, float):
            return f"{value:g}".replace(".", "," if self.language == "da" else ".")
        return shown(str(value))

    def _listed(self, values: Sequence[Any], word: str) -> str:
        *rest, last = list(map(self._quoted, values)) or [""]
        return f"{', '.join(rest)} {word} {last}" if rest else last

    def _quoted(self, value: Any) -> str:
        """Return a word in quotation marks; of a choice and its names also what people call it."""
        if isinstance(value, Term):
            return self._word(value)
        if not isinstance(value, tuple):
            return f"“{self._word(value)}”"
        choice, names = value
        written, name = f"“{self._word(choice)}”", self._word(names)
        return written if name.casefold() in ("", str(choice).casefold()) else f"{written} ({name})"

    def _sentence(self, params: Mapping[str, Any], name: str) -> str:
        return f" {self.vformat(TERMS[name][self.language], (), params)}" if params else ""

    def _inside(self, pointer: Sequence[str | int]) -> str:
        if not pointer:
            return ""
        word = {"da": "under", "en": "under"}[self.language]
        if isinstance(pointer[-1], int):
            word = {"da": "i", "en": "in"}[self.language]
        return f" {word} {place(pointer, self.language)}"


class _Outline(_Words):
    """Shows the placeholders of a sentence as what a reader can pass over."""

    def get_value(self, key: int | str, args: Sequence[Any], kwargs: Mapping[str, Any]) -> Any:
        return _BLANK

    def format_field(self, value: Any, format_spec: str) -> str:
        if "|" in format_spec:
            return format_spec.split("|")[-1]
        if format_spec in _JOINED:
            return self._listed([_BLANK, _BLANK], _JOINED[format_spec][self.language])
        if (
            format_spec in ("inside", "when", "after") or "and-" in format_spec
        ):  # a part that may be missing
            return ""
        if format_spec in ("place", "quoted"):
            return f"“{_BLANK}”"
        return super().format_field(value, format_spec if format_spec == "position" else "")


def counted(value: Any, forms: str) -> str:
    """Return the form that a number, or the length of a list, takes: of "none|one|more" or
    "one|more".
    """
    number = len(value) if isinstance(value, list | tuple) else value
    *none, one, more = forms.split("|")
    if none and number == 0:
        return none[0]
    return one if number == 1 else more


def place(pointer: Sequence[str | int], language: Language) -> str:
    """Return a place in the front matter as a person would name it.

    `("responsible", 1, "who")` is “who” i punkt 2 under “responsible”.
    """
    entry = {"da": "punkt", "en": "entry"}[language]
    inside = {"da": "i", "en": "in"}[language]
    words: list[str] = []
    for at, part in reversed(list(enumerate(pointer))):
        words.append(f"{entry} {part + 1}" if isinstance(part, int) else f"“{shown(part)}”")
        if at:
            words.append(inside if isinstance(pointer[at - 1], int) else "under")
    return " ".join(words)


def shown(text: str) -> str:
    """Return a document's own text as a message may repeat it: one line, not too long."""
    if not text.isprintable():
        text = " ".join("".join(c if c.isprintable() else " " for c in text).split())
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1].rstrip()}…"
