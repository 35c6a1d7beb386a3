"""The nearest of some known words to one that isn't known, for "did you mean"."""

import re
from collections.abc import Iterable
from difflib import SequenceMatcher

from wp.checking.phrases import fold

# Below this likeness (difflib's ratio, 0 to 1) two words have too little in common to suggest one.
_LIKENESS = 0.72
_SHORTEST = 3  # letters of a word in which one wrong letter is still a slip
# Danish endings of nouns: "retsgrundlaget" is "retsgrundlag".
_ENDINGS = ("s", "e", "n", "t", "r", "en", "et", "er", "ne", "ene", "erne")
# Letters for one sound, which spellings of one name differ in: "Exempel" and "Eksempel".
_SOUNDS = (("x", "ks"), ("c", "k"), ("q", "k"), ("z", "s"), ("w", "v"), ("ph", "f"), ("th", "t"))
_DOUBLED = re.compile(r"([a-z])\1+")
_DIGITS = re.compile(r"\d+")


def nearest(word: str, known: Iterable[str]) -> str:
    """Return the known word most like `word`, "" when none is near or two are equally near."""
    scored = _scored(word, known)
    if not scored or (len(scored) > 1 and scored[0][0] == scored[1][0]):
        return ""
    return scored[0][1]


def only_near(word: str, known: Iterable[str]) -> str:
    """Return the one known word that is like `word`, "" when there is none or more than one."""
    scored = _scored(word, known)
    return scored[0][1] if len(scored) == 1 else ""


def is_slip(word: str, meant: str) -> bool:
    """Say whether a word differs from the one that was meant as a slip of the pen does.

    That is by one letter too many, too few, wrong or changed about, by a Danish ending, or by
    letters for the same sound. Numbers that differ are no slip: "plan-2" is another plan.
    """
    if _DIGITS.findall(word) != _DIGITS.findall(meant):
        return False
    one, other = sorted((_heard(word), _heard(meant)), key=len)
    if other.startswith(one) and other[len(one) :] in ("", *_ENDINGS):
        return bool(one)
    one, other = sorted((fold(word), fold(meant)), key=len)
    if len(one) < _SHORTEST - 1 or len(other) < _SHORTEST:
        return False
    at = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), len(one))
    if len(one) != len(other):
        return one[at:] == other[at + 1 :]
    changed_about = (
        one[at : at + 2] == other[at : at + 2][::-1] and one[at + 2 :] == other[at + 2 :]
    )
    return one[at + 1 :] == other[at + 1 :] or changed_about


def _heard(word: str) -> str:
    """Return a word as it sounds, roughly: without accents and doubled letters."""
    heard = fold(word)
    for letters, sound in _SOUNDS:
        heard = heard.replace(letters, sound)
    return _DOUBLED.sub(r"\1", heard)


def _scored(word: str, known: Iterable[str]) -> list[tuple[float, str]]:
    """Return the known words that are near, each with its likeness, the nearest first."""
    # the matcher keeps what it has found out about its second word
    matcher = SequenceMatcher(None, "", word.casefold(), autojunk=False)
    scored: list[tuple[float, str]] = []
    for other in set(known):
        matcher.set_seq1(other.casefold())
        if matcher.real_quick_ratio() >= _LIKENESS and matcher.quick_ratio() >= _LIKENESS:
            ratio = matcher.ratio()
            if ratio >= _LIKENESS:
                scored.append((ratio, other))
    return sorted(scored, reverse=True)
