"""The columns that characters take in a terminal, so that marks stand under what they mean.

Wide characters (Unicode Standard Annex 11) take two columns and combining ones none. What a
terminal draws as one picture counts as one: an emoji with its skin colour, or several joined by
U+200D; a sign followed by U+FE0F is drawn as an emoji, two columns wide (Unicode Technical
Standard 51). A tab is shown as four spaces.
"""

import unicodedata

TAB = 4
_JOINER = "\u200d"
_AS_EMOJI = "\ufe0f"
_SKIN = range(0x1F3FB, 0x1F400)
# Vowels and final consonants of a Korean syllable, which stand in the square of its first one.
_JAMO = (range(0x1160, 0x1200), range(0xD7B0, 0xD800))
# Of category Cf, but drawn: the soft hyphen and Arabic signs that stand before a number.
_DRAWN = {0xAD, *range(0x600, 0x606), 0x6DD, 0x70F, 0x890, 0x891, 0x8E2}


def columns(text: str) -> list[tuple[int, int]]:
    """Return each character's first column and the one after its last, counted from 0.

    A character that takes no column of its own has those of the character it is drawn with.
    """
    places: list[tuple[int, int]] = []
    begun = 0  # where the characters that are drawn as one begin
    for index, char in enumerate(text):
        first, end = places[-1] if places else (0, 0)
        own = _own(char)
        if index and (own == 0 or _joins(char, text[index - 1], end - first)):
            if char == _AS_EMOJI and end - first == 1 and not text[begun].isalpha():
                end += 1
                places[begun:] = [(first, end)] * (index - begun)
        else:
            first, end, begun = end, end + own, index
        places.append((first, end))
    return places


def width(text: str) -> int:
    """Return the columns that a text takes."""
    places = columns(text)
    return places[-1][1] if places else 0


def flat(text: str) -> str:
    """Return a text as it is shown: each tab as spaces."""
    return text.replace("\t", " " * TAB)


def _own(char: str) -> int:
    if char == "\t":
        return TAB
    if char.isascii():
        return 1
    code = ord(char)
    if code in _DRAWN:
        return 1
    if unicodedata.category(char) in ("Mn", "Me", "Mc", "Cf") or any(
        code in jamo for jamo in _JAMO
    ):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def _joins(char: str, before: str, taken: int) -> bool:
    """Say whether a character is drawn in the two columns of an emoji before it."""
    return taken > 1 and before != "\t" and (before == _JOINER or ord(char) in _SKIN)
