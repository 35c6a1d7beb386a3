"""Texts cut into words that can be compared: without case, accents, hyphens and spaces.

What somebody writes for a name or a term differs from the registered form in just these. So texts
are matched word by word, folded, and then compared with the registered form as it is written.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

WORD = re.compile(r"[^\W_]+")
"""A run of letters and digits."""
# What may stand between two words of one phrase.
_JOINT = re.compile(r"[ \t\n\u00a0\u202f]*[-‐‑–—/][ \t\n\u00a0\u202f]*|[ \t\n\u00a0\u202f]+")
_APART = re.compile(r"[–—/]|\s-|-\s")
# Pairs for `str.replace`, which takes a twentieth of the time of `str.translate`.
_SPELLED = (("æ", "a"), ("ø", "o"), ("å", "a"), ("ð", "d"), ("þ", "th"))
_DIGRAPHS = (("ae", "a"), ("oe", "o"), ("aa", "a"), ("ue", "u"))


class Word(NamedTuple):
    """A run of letters and digits: where it stands, as written and folded.

    `joined` says that only a space, a dash, a stroke or the full stop of an initial parts it from
    the word before, `bound` that it is none but a space, a hyphen or that full stop.
    """

    start: int
    end: int
    text: str
    folded: str
    joined: bool
    bound: bool


def fold_text(text: str) -> str:
    """Return a text with its words as they are compared.

    "Sørensen", "Soerensen" and "sorensen" are all one.
    """
    bare = text.casefold()
    if not bare.isascii():
        for letter, spelled in _SPELLED:
            bare = bare.replace(letter, spelled)
    if not bare.isascii():
        bare = unicodedata.normalize("NFKD", bare)
        for accent in filter(unicodedata.combining, set(bare)):
            bare = bare.replace(accent, "")
    for two, one in _DIGRAPHS:
        bare = bare.replace(two, one)
    return bare


fold = lru_cache(maxsize=16384)(fold_text)
"""Return a word as it is compared, remembered: a language has few words."""


@lru_cache(maxsize=1024)
def words_of(text: str) -> tuple[Word, ...]:
    """Return the words of a text in order."""
    words: list[Word] = []
    end = -1
    for match in WORD.finditer(text):
        start, word = match.start(), match.group()
        gap = text[end:start] if end >= 0 else ""
        joined = bound = gap == " "
        if gap and not joined:
            initial = len(words[-1].text) == 1 and gap.strip() == "."
            joined = initial or _JOINT.fullmatch(gap) is not None
            bound = joined and _APART.search(gap) is None
        end = match.end()
        words.append(Word(start, end, word, fold(word), joined, bound))
    return tuple(words)


def shape(text: str) -> str:
    """Return a text as it is compared when case and hyphens count: spaces and dashes made one."""
    text = unicodedata.normalize("NFC", text).replace("‐", "-").replace("‑", "-")
    return " ".join(text.split())


@dataclass(frozen=True, slots=True)
class Phrase:
    """Something to look for: its words folded, as it is registered, and what it stands for."""

    words: tuple[str, ...]
    text: str
    owner: int


@dataclass(frozen=True, slots=True)
class Hit:
    """A phrase met in a text. `end` is without an ending such as a genitive; `ending` is that."""

    phrase: Phrase
    start: int
    end: int
    ending: str


class Phrases:
    """Phrases to look for, all at once.

    `endings` are those that a phrase's last word may have more than it is registered with, ""
    among them. However many phrases there are, a word of a text costs the same.
    """

    def __init__(self, phrases: Iterable[tuple[str, int]], endings: Iterable[str] = ("",)) -> None:
        self._endings = sorted(endings, key=len)
        self._by_words: dict[tuple[str, ...], Phrase] = {}
        lengths: dict[str, set[int]] = {}
        for text, owner in phrases:
            words = tuple(word.folded for word in words_of(text))
            if words:
                self._by_words.setdefault(words, Phrase(words, text, owner))
            if len(words) > 1:
                lengths.setdefault(words[0], set()).add(len(words))
        self._lengths = {word: sorted(found, reverse=True) for word, found in lengths.items()}
        self._judged: dict[str, bool] = {}

    def may_begin(self, word: str) -> bool:
        """Say whether a phrase may begin at a folded word."""
        if word not in self._judged:
            self._judged[word] = word in self._lengths or self._phrase((), word) is not None
        return self._judged[word]

    def __bool__(self) -> bool:
        return bool(self._by_words)

    def found_in(self, text: str) -> Iterator[Hit]:
        """Yield the longest phrase at each place of a text, without overlap."""
        if not self._by_words:
            return
        words = words_of(text)
        at = 0
        while at < len(words):
            hit = self._hit(words, at) if self.may_begin(words[at].folded) else None
            if hit is None:
                at += 1
            else:
                yield hit
                at += len(hit.phrase.words)

    def _hit(self, words: Sequence[Word], at: int) -> Hit | None:
        for length in (*self._lengths.get(words[at].folded, ()), 1):
            run = words[at : at + length]
            if len(run) < length or not all(word.joined for word in run[1:]):
                continue
            last = run[-1]
            phrase = self._phrase(tuple(word.folded for word in run[:-1]), last.folded)
            if phrase is not None:
                known = len(phrase.words[-1])
                ending = last.text[len(last.text) - len(last.folded) + known :]
                return Hit(phrase, run[0].start, last.end - len(ending), ending)
        return None

    def _phrase(self, head: tuple[str, ...], last: str) -> Phrase | None:
        """Return the phrase of some words, of which the last may have an ending."""
        for ending in self._endings:
            if last.endswith(ending):
                phrase = self._by_words.get((*head, last[: len(last) - len(ending)]))
                if phrase is not None:
                    return phrase
        return None
