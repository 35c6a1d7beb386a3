"""The words of a document, and the texts that a word stands in: where a search has to look.

Most documents name few of the people and terms that rules look for, and most texts none. A word is
folded as in `phrases`, so that whatever a rule would find by folded words is found here.
"""

import unicodedata
from collections.abc import Callable, Container, Iterator
from functools import cached_property

from wp.checking.phrases import WORD, fold_text
from wp.reading.document import Document
from wp.reading.prose import Prose, all_prose

_PARTED = "\x1e"  # between two texts; reading leaves no control character in one


class Lexicon:
    """The folded words of a document's texts."""

    def __init__(self, document: Document) -> None:
        self._texts = tuple(all_prose(document))
        folded = fold_text(_apart(_PARTED.join(prose.text for prose in self._texts)))
        self._folded = folded.split(_PARTED)
        self._words = frozenset(WORD.findall(folded))

    @cached_property
    def _words_of_texts(self) -> list[frozenset[str]]:
        return [frozenset(WORD.findall(text)) for text in self._folded]

    def texts_with(self, is_wanted: Callable[[str], bool]) -> Iterator[Prose]:
        """Yield the texts that may have one of the wanted words, in the document's order."""
        wanted = frozenset(filter(is_wanted, self._words))
        if wanted:
            for prose, words in zip(self._texts, self._words_of_texts, strict=True):
                if not wanted.isdisjoint(words):
                    yield prose


def prose_with(
    document: Document, wanted: Container[str] | Callable[[str], bool]
) -> Iterator[Prose]:
    """Yield the texts of a document that have one of some folded words, and perhaps others."""
    kept = document.memo
    if "lexicon" not in kept:
        kept["lexicon"] = Lexicon(document)
    lexicon: Lexicon = kept["lexicon"]
    yield from lexicon.texts_with(wanted if callable(wanted) else wanted.__contains__)


def _apart(text: str) -> str:
    """Return a text with a space for each accent that stands alone, which parts a word in two."""
    for accent in () if text.isascii() else filter(unicodedata.combining, set(text)):
        text = text.replace(accent, " ")
    return text
