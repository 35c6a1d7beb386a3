"""The council's own words: titles of topics, and the terms that `programme.md` lists."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from wp.checking.given import entries, line_at, text, texts
from wp.checking.phrases import Hit, Phrases, shape, words_of
from wp.reading.document import Document, Pointer, value_at
from wp.reading.prose import Prose, body_prose, prose_of
from wp.reading.repository import Repository

# Danish endings, so that "HPC-kapaciteten" and "one-pagerne" are read as the term with an ending.
_ENDINGS = (
    "", "s", "e", "en", "et", "n", "t", "er", "r", "ene", "erne", "ne", "rne",
    "ens", "ets", "ns", "ts", "ers", "rs", "enes", "ernes", "nes", "rnes", "es",
)  # fmt: skip
_ARTICLES = ("den", "det", "de", "en", "et", "the", "a", "an")
_STEM = re.compile(r"(?:ernes|enes|erne|ene|ens|ets|en|et|er|es|e|n|t|s)$")
_DOUBLED = re.compile(r"([bdfgklmnprst])\1$")
_SHORTEST_STEM = 4
_REMEMBERED = 5000  # names; the headings of a form stand in every document
_AROUND = " .,:;!?()[]»«“”\"'’"
_NAMES = ("strong", "emphasis", "link")


@dataclass(frozen=True, slots=True)
class Word:
    """A registered title or term, and where it is registered."""

    text: str
    is_title: bool
    avoid: bool
    note: str
    document: Document
    pointer: Pointer

    @property
    def path(self) -> str:
        """The file that it is registered in."""
        return self.document.path

    @property
    def line(self) -> int:
        """The line that it is registered at, sought out when there is something to show."""
        return line_at(self.document, self.pointer)


class Vocabulary:
    """The titles and terms of a repository, ready to be looked for."""

    def __init__(self, words: Sequence[tuple[Word, Sequence[str]]], programme: str) -> None:
        self._words = [word for word, _ in words]
        self._programme = programme
        self._titles = {shape(word.text) for word in self._words if word.is_title}
        self._by_stem: dict[str, Word | None] = {}
        for word in self._words:
            stem = _stem(word.text)
            if word.is_title and " " in stem:
                known = self._by_stem.setdefault(stem, word)
                # two titles that only their endings part can't be told apart here
                if known is not None and shape(known.text) != shape(word.text):
                    self._by_stem[stem] = None
        phrases: list[tuple[str, int]] = []
        terms = {_plain(form) for word, forms in words if not word.is_title for form in forms}
        for number, (word, forms) in enumerate(words):
            if word.is_title and (_plain(word.text) in terms or not _is_telling(word.text)):
                continue
            phrases.extend((form, number) for form in forms)
        self._phrases = Phrases(phrases, _ENDINGS)
        self._named: dict[str, Word | None] = {}

    def __bool__(self) -> bool:
        return bool(self._words)

    def registers(self, document: Document, pointer: Pointer) -> bool:
        """Say whether a field is where a title or a term is registered."""
        if document.path == self._programme and pointer[:1] == ("terms",):
            return True
        return (
            bool(pointer)
            and pointer[-1] == "title"
            and shape(str(value_at(document.data, pointer))) in self._titles
        )

    def may_begin(self, word: str) -> bool:
        """Say whether a title or a term may begin at a folded word."""
        return self._phrases.may_begin(word)

    def found_in(self, text: str) -> Iterator[tuple[Hit, Word]]:
        """Yield the titles and terms that a text has, in whatever spelling."""
        for hit in self._phrases.found_in(text):
            yield hit, self._words[hit.phrase.owner]

    def title_named(self, text: str) -> Word | None:
        """Return the title that a name stands for, if it is written otherwise than the title."""
        if text not in self._named:
            if len(self._named) > _REMEMBERED:
                self._named.clear()
            self._named[text] = self._title_named(text)
        return self._named[text]

    def _title_named(self, text: str) -> Word | None:
        name = shape(text.strip(_AROUND))
        word = self._by_stem.get(_stem(name))
        if word is None or shape(name) in self._titles:
            return None
        wanted = shape(word.text)
        if name[:1].casefold() + name[1:] == wanted[:1].casefold() + wanted[1:]:
            return None
        # what differs in case and hyphens alone is found in running text
        return None if _plain(name) == _plain(wanted) else word


def vocabulary_of(repository: Repository, titles: tuple[str, ...]) -> Vocabulary:
    """Return the titles of some collections and the programme's terms, made once."""
    kept: dict[tuple[str, ...], Vocabulary] = repository.memo.setdefault("vocabularies", {})
    if titles not in kept:
        words = [*_titles(repository, titles), *_terms(repository)]
        programme = repository.programme.path if repository.programme else ""
        kept[titles] = Vocabulary(words, programme)
    return kept[titles]


def _titles(
    repository: Repository, collections: Sequence[str]
) -> Iterator[tuple[Word, Sequence[str]]]:
    seen: set[str] = set()
    for name in collections:
        for entry in repository.collections.get(name, {}).values():
            title = text(entry.data, "title")
            if title and shape(title) not in seen:
                seen.add(shape(title))
                word = Word(title, True, False, "", entry.document, (*entry.pointer, "title"))
                yield word, [title]


def _terms(repository: Repository) -> Iterator[tuple[Word, Sequence[str]]]:
    programme = repository.programme
    if programme is None:
        return
    for place, data in entries(programme.data, "terms"):
        term = text(data, "term")
        if term:
            avoid, note = data.get("avoid") is True, text(data, "note")
            others = [other for _, other in texts(data, "not")]
            yield Word(term, False, avoid, note, programme, (*place, "term")), [term, *others]


def naming(document: Document) -> Iterator[Prose]:
    """Yield what stands as a name in a body: headings, cells, links, words in bold or italics."""
    for prose in body_prose(document):
        if prose.kind in ("heading", "table_cell"):
            yield prose
    for node in document.body.walk():
        if node.kind in _NAMES and not any(child.kind in _NAMES for child in node.children):
            yield prose_of(document, node)


def _stem(title: str) -> str:
    """Return a title without its articles and its words' endings, in lower case."""
    stems = []
    for word in words_of(title):
        if word.text.casefold() not in _ARTICLES:
            stem = _STEM.sub("", word.folded)
            stem = stem if len(stem) >= _SHORTEST_STEM else word.folded
            stems.append(_DOUBLED.sub(r"\1", stem))  # "klinikken" is "klinik" with an ending
    return " ".join(stems)


def _plain(text: str) -> str:
    return " ".join(word.folded for word in words_of(text))


def _is_telling(title: str) -> bool:
    """Say whether a title can be known in running text: several words, or capitals inside one."""
    return len(words_of(title)) > 1 or any(char.isupper() for char in title[1:])
