"""How hard a text is to read: its LIX number, and sentences that are too long.

## What
Where the form's `limits` have a `lix`, the number of a document's text is not above it, and where
they have `sentence_words`, no sentence has more words. It is worth knowing, never wrong. LIX (C.-H.
Björnsson, "Läsbarhet", Liber, Stockholm 1968; in Danish "Læsbarhed", Gad, 1971) is the words per
sentence plus the long words, of more than six letters, per hundred words. As is usual in Denmark
only running text counts: headings, lists, tables, quotations and notes are left out. A sentence
ends at a full stop, a question or exclamation mark before a capital, at a colon before a capital,
and at the end of its paragraph. A text of fewer than 100 words is too short to be measured.

## Why
A board reads twelve one-pagers in an evening. Up to 35 is easy, up to 45 like a newspaper, up to 55
like an official report, and above that like a statute.

## Wrong
```markdown content/one-pagers/datakvalitet.md#Baggrund
Sundhedsdatakvaliteten påvirker beslutningsgrundlaget for behandlingsforløb,
forskningsprojekter og kapacitetsplanlægning, idet forskelligartede
registreringspraksisser vanskeliggør sammenligninger mellem afdelinger,
hvorved fortolkningsmulighederne begrænses, medmindre kravene til
dokumentation præciseres, kvalitetsindikatorerne ensrettes, ansvaret
tydeliggøres, datastrømmene kortlægges, uddannelsesindsatsen styrkes og
afrapporteringen automatiseres under hensyntagen til lovgivningen,
regionernes systemunderstøttelse og klinikernes arbejdsbyrde.
Forudsætningerne for landsdækkende forskningssamarbejder afhænger
tilsvarende af harmoniserede terminologier, driftssikre snitflader og
bevillingsforudsætninger.
```
Gives: long-sentence, hard-to-read

## Right
```markdown content/one-pagers/datakvalitet.md#Baggrund
Data om patienter bliver samlet ind mange steder, og de bliver ikke skrevet
ned på samme måde. Derfor kan ingen sammenligne stederne, og ingen ved, hvor
gode tallene er. Det går ud over patienterne, klinikken og forskningen.
```
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from wp.checking.headings import heading_place
from wp.checking.sentences import sentences
from wp.findings import Finding, Nature, Related, Rule, Span
from wp.reading.document import Document
from wp.reading.prose import Prose, body_prose
from wp.reading.repository import Repository
from wp.reading.section import Section
from wp.reading.template import Template

HARD_TO_READ = Rule("WP930", "hard-to-read", Nature.NOTE)
LONG_SENTENCE = Rule("WP931", "long-sentence", Nature.NOTE)

RULES = (HARD_TO_READ, LONG_SENTENCE)

_LEAST_WORDS = 100  # of a text that is measured
_LEAST_IN_SECTION = 40  # of a section that is named as the hardest
_LONG = 6  # letters that a long word has more than
_WORD = re.compile(r"[^\W_]+(?:[-‐‑'’.,/][^\W_]+)*")
_COLON = re.compile(r":(?=\s+[\"“»]?[A-ZÆØÅÉ])")
_LEFT_OUT = frozenset({"list", "item", "table", "block_quote", "footnote"})


@dataclass(slots=True)
class _Count:
    words: int = 0
    long_words: int = 0
    sentences: int = 0

    def add(self, text: str) -> None:
        """Count a paragraph."""
        for start, end in sentences(text):
            words = _WORD.findall(text, start, end)
            if words:
                self.words += len(words)
                self.long_words += sum(len(word) > _LONG and _is_long(word) for word in words)
                self.sentences += 1 + len(_COLON.findall(text, start, end))

    @property
    def lix(self) -> int:
        """The LIX number, rounded; 0 for no text."""
        if not self.words or not self.sentences:
            return 0
        return round(self.words / self.sentences + 100 * self.long_words / self.words)


def check(document: Document, repository: Repository) -> Iterator[Finding]:
    """Measure the running text of one document."""
    template = document.template
    if template is None or not {"lix", "sentence_words"} & set(template.limits):
        return
    text = [p for p in body_prose(document) if p.kind == "paragraph" and not p.inside & _LEFT_OUT]
    if "sentence_words" in template.limits:
        for prose in text:
            yield from _long_sentences(document, template, prose)
    if "lix" in template.limits:
        yield from _hard(document, template, text)


def _long_sentences(document: Document, template: Template, prose: Prose) -> Iterator[Finding]:
    limit = template.limits["sentence_words"]
    if len(_WORD.findall(prose.text)) <= limit:
        return
    for start, end in sentences(prose.text):
        count = len(_WORD.findall(prose.text, start, end))
        if count > limit:
            params = {"count": count, "limit": limit}
            related = (_asked(template, "sentence_words"),)
            yield Finding(LONG_SENTENCE, document.path, prose.span(start, end), params, related)


def _hard(document: Document, template: Template, text: list[Prose]) -> Iterator[Finding]:
    whole = _Count()
    for prose in text:
        whole.add(prose.text)
    limit = template.limits["lix"]
    if whole.words < _LEAST_WORDS or whole.lix <= limit:
        return
    hardest = max(_sections(document, text), key=lambda found: found[0], default=None)
    params: dict[str, object] = {"lix": whole.lix, "limit": limit, "section": whole.lix}
    span: Span = document.first_span(())
    if hardest is not None:
        params["section"] = hardest[0]
        span = heading_place(document, hardest[1].heading).line
    yield Finding(HARD_TO_READ, document.path, span, params, (_asked(template, "lix"),))


def _sections(document: Document, text: list[Prose]) -> Iterator[tuple[int, Section]]:
    """Yield the number of each section that is long enough to have one."""
    for section in document.sections:
        count = _Count()
        for prose in text:
            if section.start <= prose.start < section.end:
                count.add(prose.text)
        if count.words >= _LEAST_IN_SECTION:
            yield count.lix, section


def _asked(template: Template, key: str) -> Related:
    return Related(template.path, template.line_of(("limits", key)), "template")


def _is_long(word: str) -> bool:
    return word.isalpha() or sum(char.isalpha() for char in word) > _LONG
