"""The registered people, found in running text under their own names and under others.

A text may have a name as it is registered, the same name spelled otherwise, a part of it ("Inge
Søkilde" for Inge Søkilde Pedersen), or the first name alone. Whom a part means is only said when
one registered person can be meant, and a longer name of somebody else is left alone.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

from wp.checking.phrases import Word, fold, shape, words_of
from wp.reading.repository import Entry, Repository

Kind = Literal["full", "variant", "part", "first"]

_LONGEST = 8  # words of a name
_LIKE = 0.84  # how like two spellings of one name are (difflib's ratio, 0 to 1)
_APART = 2  # letters that they may differ by in length
_SHORTEST = 4  # letters of a first name that can stand for a person: "Bo" and "Per" are words too
# Given names that are Danish or English words as well, or begin other names.
_WORDS_AND_NAMES = (
    "hans bent vibe rose stig storm liv ask dagny maj april august juni fred mark bjorn svend sten "
    "dan june grace hope mark will bill art faith joy frank pat sankt lund eden nord syd ost vest "
    "else dane norman"
)
_WORDS_TOO = frozenset(_WORDS_AND_NAMES.split())
_FIRST_AND_LAST = 2  # words of a name without what stands between
_GENITIVES = ("", "s", "es")


@dataclass(frozen=True, slots=True)
class Found:
    """A person met in a text, from `start` to `end` without a genitive.

    `kind` is "full" for the name as registered, "variant" for another spelling of all of it,
    "part" for some of its words, "first" for the first name alone. `certain` says that the
    registered name can be put in its place without asking.
    """

    person: Entry
    kind: Kind
    start: int
    end: int
    certain: bool


@dataclass(frozen=True, slots=True)
class _Person:
    entry: Entry
    name: str
    words: tuple[str, ...]


class Names:
    """The people of a repository, by their first and last names."""

    def __init__(self, people: Sequence[Entry]) -> None:
        self._by_first: dict[str, list[_Person]] = {}
        self._by_last: dict[str, list[_Person]] = {}
        for entry in people:
            name = entry.data.get("name")
            words = tuple(word.folded for word in words_of(name)) if isinstance(name, str) else ()
            if len(words) > 1 and isinstance(name, str):
                person = _Person(entry, shape(name), words)
                self._by_first.setdefault(words[0], []).append(person)
                self._by_last.setdefault(words[-1], []).append(person)

        given = {name + ending for name in self._by_first for ending in _GENITIVES}
        self.words = frozenset(given.union(n + e for n in self._by_last for e in _GENITIVES))
        """Folded words of which a text has one, if it names anybody."""

    def __bool__(self) -> bool:
        return bool(self._by_first)

    def found_in(self, text: str) -> Iterator[Found]:
        """Yield the people that a text names, in its order."""
        if not self._by_first:
            return
        words = words_of(text)
        at = 0
        while at < len(words):
            if not self._may_begin(words, at):
                at += 1
                continue
            run = _run(words, at)
            found = self._found(text, words, at, run)
            if found is None:
                at += 1
                continue
            if found[0] is not None:
                yield found[0]
            at += found[1]

    def _may_begin(self, words: Sequence[Word], at: int) -> bool:
        """Say whether a name may begin at a word: most words need no closer look."""
        word = words[at]
        if word.folded in self._by_first or word.folded.removesuffix("s") in self._by_first:
            return True
        following = words[at + 1] if at + 1 < len(words) else None
        return bool(
            following and following.bound and word.text[0].isupper() and following.text[0].isupper()
        )

    def _found(
        self, text: str, words: Sequence[Word], at: int, run: Sequence[Word]
    ) -> tuple[Found | None, int] | None:
        """Return whom the words from `at` name, and how many of them; None to try the next."""
        candidates = self._by_first.get(run[0].folded, ())
        whole = [p for p in candidates if _fits(run[: len(p.words)], p.words)]
        if whole:
            person = max(whole, key=lambda p: len(p.words))
            used = run[: len(person.words)]
            end = _end(used[-1], person.words[-1])
            kind: Kind = "full" if shape(text[used[0].start : end]) == person.name else "variant"
            return Found(person.entry, kind, used[0].start, end, True), len(used)
        named = list(_capitalised(run))
        if len(named) > 1:
            return self._part(named, candidates)
        return self._first(text, words, at)

    def _part(
        self, named: Sequence[Word], candidates: Sequence[_Person]
    ) -> tuple[Found | None, int] | None:
        """Return whom some of the words of a name mean, such as first and last alone."""
        people = [p for p in candidates if _subsequence(named, p.words) == len(named)]
        if people:
            if len(people) > 1:
                return None, len(named)
            end = _end(named[-1], *people[0].words[1:])
            # somebody who isn't registered may have just this name
            return Found(people[0].entry, "part", named[0].start, end, False), len(named)
        misspelled = self._misspelled(named, candidates)
        # a longer name that is nobody's here is somebody else's
        return misspelled or ((None, len(named)) if candidates else None)

    def _misspelled(
        self, named: Sequence[Word], candidates: Sequence[_Person]
    ) -> tuple[Found | None, int] | None:
        """Return whom a name with a slip in its first or its last word means."""
        first, last = named[0].folded, named[-1].folded
        near = [p for p in candidates if _like(last.removesuffix("s"), p.words[-1])]
        for ending in dict.fromkeys((last, last.removesuffix("s"))):
            near += [p for p in self._by_last.get(ending, ()) if _like(first, p.words[0])]
        people = {id(p): p for p in near if len(named) in (_FIRST_AND_LAST, len(p.words))}
        if len(people) != 1:
            return None
        person = next(iter(people.values()))
        end = _end(named[-1], person.words[-1])
        return Found(person.entry, "variant", named[0].start, end, False), len(named)

    def _first(self, text: str, words: Sequence[Word], at: int) -> tuple[Found | None, int] | None:
        """Return whom a first name alone means, if only one person has it."""
        word = words[at]
        for first in dict.fromkeys((word.folded, word.folded.removesuffix("s"))):
            people = self._by_first.get(first, ())
            if len(people) != 1 or len(first) < _SHORTEST or first in _WORDS_TOO:
                continue
            if not word.text[:1].isupper() or not word.text[1:].islower():
                continue
            following = words[at + 1] if at + 1 < len(words) else None
            before = words[at - 1] if at else None
            # "Anna-Maria", "Sankt Maria" and "Maria hospital" mean others
            if (
                following
                and following.bound
                and (following.text[:1].isupper() or text[word.end : following.start] == "-")
            ):
                return None
            if (
                before
                and word.bound
                and (before.text[:1].isupper() or text[before.end : word.start].strip())
            ):
                return None
            end = word.end - (len(word.folded) - len(first))
            return Found(people[0].entry, "first", word.start, end, False), 1
        return None


def names_of(repository: Repository) -> Names:
    """Return the names of a repository's people, put in order once."""
    kept = repository.memo
    if "names" not in kept:
        kept["names"] = Names(list(repository.collections.get("people", {}).values()))
    found: Names = kept["names"]
    return found


def _run(words: Sequence[Word], at: int) -> Sequence[Word]:
    """Return the words from one on that may be one name."""
    end = at + 1
    while end < min(len(words), at + _LONGEST) and words[end].bound:
        end += 1
    return words[at:end]


def _capitalised(run: Sequence[Word]) -> Iterator[Word]:
    for word in run:
        if not word.text[:1].isupper():
            return
        yield word


def _fits(run: Sequence[Word], words: Sequence[str]) -> bool:
    """Say whether a run of words is a whole name, perhaps in the genitive."""
    if len(run) < len(words):
        return False
    same = all(w.folded == n for w, n in zip(run[:-1], words[:-1], strict=True))
    return same and _with_ending(run[-1].folded, words[-1])


def _with_ending(word: str, name: str) -> bool:
    return any(word == name + ending for ending in _GENITIVES)


def _subsequence(named: Sequence[Word], words: Sequence[str]) -> int:
    """Return how many of the words, from the first on, stand in a name in its order."""
    at, length = 1, 1
    for word in named[1:]:
        initial = len(word.folded) == 1
        found = next(
            (
                i
                for i in range(at, len(words))
                if _with_ending(word.folded, words[i])
                or (initial and words[i].startswith(word.folded))
            ),
            None,
        )
        if found is None:
            break
        at, length = found + 1, length + 1
    return length


def _end(word: Word, *names: str) -> int:
    """Return where a word ends without the genitive of one of some names."""
    for name in names:
        for ending in _GENITIVES[1:]:
            if word.folded == name + ending:
                return word.end - len(ending)
    return word.end


def _like(word: str, name: str) -> bool:
    if abs(len(word) - len(name)) > _APART or fold(word)[:1] != name[:1]:
        return False
    return SequenceMatcher(None, word, name, autojunk=False).ratio() >= _LIKE
