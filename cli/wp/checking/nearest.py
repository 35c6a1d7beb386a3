"""The nearest of some known words to one that isn't known, for "did you mean"."""

from collections.abc import Iterable
from difflib import SequenceMatcher

# Below this likeness (difflib's ratio, 0 to 1) two words have too little in common to suggest one.
_LIKENESS = 0.72


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
