"""What a writer probably meant: the known word that a wrong one stands for, and how sure that is.

People write a name for an id (`Maria Rossing`), the form's Danish word for its English value
(`indsendt`), or the right word with a slip in it. The first two leave no doubt. A slip leaves none
when only one known word is near and the two differ by a letter, an ending or a spelling of one
sound; "regional-database" is near "national-database", but hardly ever a slip for it.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from wp.checking.nearest import is_slip, nearest, only_near
from wp.reading.slugs import make_id


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A likely correction, "" for none; `certain` says that it can be made without asking."""

    near: str
    certain: bool


def suggest(word: str, known: Iterable[str], called: Mapping[str, str] | None = None) -> Suggestion:
    """Return what `word` most likely stands for among the known words.

    `called` maps other names of the known words, in lower case, to the words themselves; a name
    that several words share belongs in it with the value "".
    """
    words = set(known)
    if named := (called or {}).get(" ".join(word.casefold().split())):
        return Suggestion(named, certain=True)
    spelled = make_id(word)
    same = [other for other in words if make_id(other) == spelled] if spelled else []
    if len(same) == 1:
        return Suggestion(same[0], certain=True)
    near = nearest(word, words)
    certain = bool(near) and only_near(word, words) == near and is_slip(word, near)
    return Suggestion(near, certain)


def name_of(called: dict[str, str], name: object, word: str) -> None:
    """Add another name of a known word; one that two words share names neither."""
    if isinstance(name, str) and name.strip():
        key = " ".join(name.casefold().split())
        called[key] = word if called.get(key, word) == word else ""
