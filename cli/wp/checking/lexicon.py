"""The words of a document, each with the texts that it stands in: where a search has to look.

Most documents name few of the people and terms that rules look for, and most texts none. A word is
folded as in `phrases`, so that whatever a rule would find by folded words is found here.
"""

import unicodedata
from collections.abc import Callable, Container, Iterator, Mapping

from wp.checking.phrases import WORD, fold_text
from wp.reading.document import Document
from wp.reading.prose import Prose, all_prose

Lexicon = Mapping[str, set[int]]


def lexicon_of(document: Document) -> Lexicon:
    """Return a document's folded words, each with the numbers of its texts in `all_prose`."""
    kept = document.memo
    if "lexicon" not in kept:
        kept["lexicon"] = _lexicon(document)
    lexicon: Lexicon = kept["lexicon"]
    return lexicon


def prose_with(
    document: Document, wanted: Container[str] | Callable[[str], bool]
) -> Iterator[Prose]:
    """Yield the texts that have one of some folded words, in the document's order."""
    is_wanted = wanted if callable(wanted) else wanted.__contains__
    lexicon = lexicon_of(document)
    numbers: set[int] = set()
    for word in filter(is_wanted, lexicon):
        numbers |= lexicon[word]
    if numbers:
        yield from (prose for at, prose in enumerate(all_prose(document)) if at in numbers)


def _lexicon(document: Document) -> Lexicon:
    found: dict[str, set[int]] = {}
    for at, prose in enumerate(all_prose(document)):
        for word in WORD.findall(fold_text(_apart(prose.text))):
            if word in found:
                found[word].add(at)
            else:
                found[word] = {at}
    return found


def _apart(text: str) -> str:
    """Return a text with a space for each accent that stands alone, which parts a word in two."""
    if text.isascii():
        return text
    alone = {ord(char): " " for char in set(text) if unicodedata.combining(char)}
    return text.translate(alone) if alone else text
