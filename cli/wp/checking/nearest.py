"""The nearest of some known words to one that isn't known, for "did you mean"."""

from collections.abc import Iterable
from difflib import SequenceMatcher

# Below this likeness (difflib's ratio, 0 to 1) two words have too little in common to suggest one.
_LIKENESS = 0.72


def nearest(word: str, known: Iterable[str]) -> str:
    """Return the known word most like `word`, "" when none is near or two are equally near."""
    scored = sorted(((_likeness(word, other), other) for other in set(known)), reverse=True)
    if not scored or scored[0][0] < _LIKENESS:
        return ""
    if len(scored) > 1 and scored[0][0] == scored[1][0]:
        return ""
    return scored[0][1]


def _likeness(word: str, other: str) -> float:
    matcher = SequenceMatcher(None, word.casefold(), other.casefold(), autojunk=False)
    if matcher.real_quick_ratio() < _LIKENESS or matcher.quick_ratio() < _LIKENESS:
        return 0.0
    return matcher.ratio()
