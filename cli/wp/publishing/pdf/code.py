"""Typst's own notation: strings, truth values, arrays, and what stands beside what."""

import re
from collections.abc import Iterable, Sequence

_SPACING = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
# PDF/A-2a forbids these three kinds in text: control characters, private use (a font's own signs)
# and code points that will never be characters.
_UNWRITABLE = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ue000-\uf8ff\ufdd0-\ufdef\ufffe\uffff"
    "\U000f0000-\U0010ffff]"
)

# A byte-order mark gone astray, and a soft hyphen with nothing to hyphenate, which at the end of a
# link makes Typst 0.15 stop.
_STRAY = re.compile("\ufeff|\u00ad+(?!\\w)")
# White space and what Unicode lets a renderer leave out (Default_Ignorable_Code_Point).
_INVISIBLE = re.compile(
    "[\\s\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e"
    "\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufff8\U0001bca0-\U0001bca3"
    "\U0001d173-\U0001d17a\U000e0000-\U000e0fff]+"
)


def quoted(text: str) -> str:
    """Return `text` as a Typst string literal.

    Characters that PDF/A-2a can't hold become U+FFFD, the sign for a lost character; other signs
    of a new line become a space; what is invisible and astray goes.
    """
    text = _STRAY.sub("", _UNWRITABLE.sub("\ufffd", _SPACING.sub(" ", text)))
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def joined(expressions: Sequence[str], separator: str = "; ") -> str:
    """Join expressions to one content, `[]` when there is none."""
    if len(expressions) == 1:
        return expressions[0]
    return "{" + separator.join(expressions) + "}" if expressions else "[]"


def boolean(value: bool) -> str:
    """Return a truth value as Typst writes it."""
    return "true" if value else "false"


def filled(content: str) -> str:
    """Return content, or a space: a label and what it labels are never empty (PDF/UA-1, 7.6)."""
    return quoted("\u00a0") if content == "[]" else content


def visible(text: str) -> bool:
    """Tell whether a reader sees anything of a text."""
    return bool(_INVISIBLE.sub("", text))


def arguments(expressions: Iterable[str]) -> str:
    """Return the arguments of a call."""
    return ", ".join(expressions)


def array(expressions: Iterable[str]) -> str:
    """Return an array, also one of a single element or none."""
    return "(" + "".join(f"{expression}, " for expression in expressions).rstrip() + ")"
