"""What stands in a comment that makes an exception: `wp: ignore RULE[, RULE…] reason`."""

import re
from dataclasses import dataclass
from typing import Literal

from wp.checking.ignoring.catalogue import Catalogue
from wp.checking.nearest import nearest

Mistake = Literal["", "spelling", "no-rule", "comma"]

# Enough to look closer at a file. What opens a comment, and "wp" right behind it.
HINT = re.compile(r"(?:<!--|#)[\s#]*wp\b", re.IGNORECASE)
_BEGINNING = re.compile(r"\s*(?P<all>wp(?P<between>[\s:;._-]*)(?P<verb>[^\W\d_]+))", re.IGNORECASE)
_EXACT = re.compile(r"wp: +ignore")
# What other tools call it, and Danish.
_OTHER_WORDS = frozenset({"disable", "suppress", "noqa", "skip", "ignorer", "undtag"})
_RULE = re.compile(r"[ \t\n>]*(?P<name>[^\W_][\w-]*)")
_COMMA = re.compile(r"[ \t]*,")
_CODE = re.compile(r"wp[0-9]+", re.IGNORECASE)
_MOST = 50  # rules of one comment
_SEPARATORS = " \t\n>:–—-,;."


@dataclass(frozen=True, slots=True)
class Parsed:
    """A comment taken apart. Offsets count in its text.

    `verb` is where "wp: ignore" stands, as it is written; `names` are the rules with where each
    begins; `mistake` says what isn't written right, and `at` where; `reason` is the rest.
    """

    verb: tuple[int, int]
    names: tuple[tuple[str, int], ...]
    reason: str
    mistake: Mistake
    at: tuple[int, int]


def parse(text: str, catalogue: Catalogue) -> Parsed | None:
    """Take the text of a comment apart; None for one that has nothing to do with exceptions."""
    match = _BEGINNING.match(text)
    if match is None or not _is_meant(match["between"], match["verb"]):
        return None
    verb = match.span("all")
    if not _EXACT.fullmatch(match["all"]):
        return Parsed(verb, (), "", "spelling", verb)
    names, end = _names(text, match.end(), catalogue)
    if not names:
        return Parsed(verb, (), "", "no-rule", verb)
    reason = " ".join(re.sub(r"\n[ \t>]*", " ", text[end:]).strip(_SEPARATORS).split())
    first = _RULE.match(text, end)
    if first and catalogue.find(first["name"]):
        return Parsed(verb, names, reason, "comma", first.span("name"))
    return Parsed(verb, names, reason, "", verb)


def is_candidate(text: str) -> bool:
    """Say whether the text of a comment begins as one that makes an exception."""
    return _BEGINNING.match(text) is not None


def is_reason(text: str) -> bool:
    """Say whether a text can be a reason: there is a word in it."""
    return re.search(r"[^\W\d_]{2}", text) is not None


def _is_meant(between: str, verb: str) -> bool:
    """Say whether a comment that begins with "wp" was to make an exception."""
    word = verb.casefold()
    if word == "ignore" or word in _OTHER_WORDS:
        return True
    # "wp ignorerer dette" is a sentence, "wp: ignor" a slip
    return ":" in between and nearest(word, ["ignore"]) != ""


def _names(text: str, at: int, catalogue: Catalogue) -> tuple[tuple[tuple[str, int], ...], int]:
    """Return the rules from an offset on, each with its own, and where they end."""
    names: list[tuple[str, int]] = []
    while len(names) < _MOST and (match := _RULE.match(text, at)):
        name = match["name"]
        if names and not _looks_like_rule(name, catalogue):
            break  # a reason after a comma
        names.append((name, match.start("name")))
        at = match.end()
        comma = _COMMA.match(text, at)
        if comma is None:
            break
        at = comma.end()
    return tuple(names), at


def _looks_like_rule(name: str, catalogue: Catalogue) -> bool:
    known = catalogue.find(name) is not None
    return known or "-" in name or _CODE.fullmatch(name) is not None
