"""The columns that characters take in a terminal, so that marks stand under what they mean.

Wide characters (Unicode Standard Annex 11) take two columns and combining ones none. Terminals
disagree on what follows an emoji to change how it is drawn (Unicode Technical Standard 51): its
skin colour, more emoji joined to it by U+200D, the sign for emoji style. A source line is shown
without these and without other invisible characters, and a tab as four spaces, so that it has the
same columns everywhere.
"""

import unicodedata
from collections.abc import Iterator

TAB = 4
_JOINER = "\u200d"
_STYLES = "\ufe0e\ufe0f"
_SKIN = range(0x1F3FB, 0x1F400)
# Vowels and final consonants of a Korean syllable, which stand in the square of its first one.
_JAMO = (range(0x1160, 0x1200), range(0xD7B0, 0xD800))
# Of category Cf, but drawn: Arabic signs that stand before a number.
_DRAWN = {*range(0x600, 0x606), 0x6DD, 0x70F, 0x890, 0x891, 0x8E2}


def columns(text: str) -> list[tuple[int, int]]:
    """Return each character's first column and the one after its last, counted from 0.

    A character that takes no column of its own has those of the character before it.
    """
    places: list[tuple[int, int]] = []
    for _, own in _parts(text):
        first, end = places[-1] if places else (0, 0)
        places.append((end, end + own) if own else (first, end))
    return places


def width(text: str) -> int:
    """Return the columns that a text takes."""
    return sum(own for _, own in _parts(text))


def flat(text: str) -> str:
    """Return a text as it is shown."""
    return "".join(part for part, _ in _parts(text))


def _parts(text: str) -> Iterator[tuple[str, int]]:
    """Yield what is shown for each character, and the columns that it takes."""
    emoji = joined = False
    for char in text:
        if char == "\t":
            emoji = joined = False
            yield " " * TAB, TAB
        elif char.isascii():
            emoji = joined = False
            yield char, 1
        elif char in _STYLES or (joined and _is_sign(char)) or (emoji and ord(char) in _SKIN):
            joined = False
            yield "", 0
        elif unicodedata.category(char) == "Cf" and ord(char) not in _DRAWN:
            joined = emoji and char == _JOINER
            yield "", 0
        else:
            own = _own(char)
            emoji, joined = _is_sign(char) or (emoji and not own), False
            yield char, own


def _is_sign(char: str) -> bool:
    return unicodedata.category(char) == "So"


def _own(char: str) -> int:
    if unicodedata.category(char) in ("Mn", "Me", "Mc") or any(ord(char) in j for j in _JAMO):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1
