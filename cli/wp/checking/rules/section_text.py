"""What stands under the headings: text, enough of it and not too much, and the writer's own.

## What
A section has a text; one that may be left out is left out with its heading, not left empty. The
form's guidance is deleted when the text is written. Placeholders such as `TODO`, `xxx`, `____` or
`[indsæt navn]` are filled in. A section has at least and at most as many words as the form says;
lists, tables and notes count. All of it is unfinished rather than wrong: the document's status says
how bad that is.

## Why
A draft may be half empty, and its writer wants to see what is left to do. A finished programme with
`xxx` in it is embarrassing.

## Wrong
```markdown content/one-pagers/datakvalitet.md#Mål
> Hvad vil rådet opnå? Se målet i lyset af det, bestyrelsen skal tage
> stilling til.

Rådet vil TODO.
```
```markdown content/one-pagers/datakvalitet.md#Behov
## Behov
```
Gives: guidance-left, placeholder-left, empty-section

```markdown content/one-pagers/datakvalitet.md#Behov
Rådet skal have en jurist.
```
```markdown content/one-pagers/datakvalitet.md#Tid
Emnet hører til på mellemlangt sigt, for det venter på emnet om reglerne.
Det første år går med at finde de data, der skal måles, det andet år med
at prøve metoden af ét sted, og det tredje år med at brede den ud til
resten af landet. Til sidst skal rådet se på, om målingen skal gentages
hvert år, eller om det er nok at måle hvert andet, og hvad det koster.
```
Gives: too-few-words, too-many-words

## Right
```markdown content/one-pagers/datakvalitet.md#Mål
Rådet vil have et fælles juridisk grundlag, så data kan deles på tværs af
regioner, og bestyrelsen bedes tage stilling til en ny aftale.
```
```markdown content/one-pagers/datakvalitet.md#Behov
Rådet skal have en jurist til at samle de regler, der gælder i dag.
```
```markdown content/one-pagers/datakvalitet.md#Tid
Emnet hører til på mellemlangt sigt, for det venter på emnet om reglerne.
```
"""

import re
from collections.abc import Iterator
from functools import cached_property, lru_cache
from typing import Any

from wp.checking.headings import heading_place
from wp.findings import Edit, Finding, Nature, Related, Rule, Span, Term
from wp.reading.document import Document, Pointer
from wp.reading.nodes import Node
from wp.reading.outline import Match, is_underlined
from wp.reading.repository import Repository
from wp.reading.section import count_words
from wp.reading.template import Template

EMPTY_SECTION = Rule("WP310", "empty-section", Nature.UNFINISHED)
GUIDANCE_LEFT = Rule("WP311", "guidance-left", Nature.UNFINISHED)
PLACEHOLDER_LEFT = Rule("WP312", "placeholder-left", Nature.UNFINISHED)
TOO_FEW_WORDS = Rule("WP313", "too-few-words", Nature.UNFINISHED)
TOO_MANY_WORDS = Rule("WP314", "too-many-words", Nature.UNFINISHED)

RULES = (EMPTY_SECTION, GUIDANCE_LEFT, PLACEHOLDER_LEFT, TOO_FEW_WORDS, TOO_MANY_WORDS)

_ASKS = ("indsæt", "skriv", "udfyld", "tilføj", "insert", "write", "fill")
# Only what nobody writes on purpose: "47,XXX" is a karyotype, "[…]" an omission in a quotation.
_PLACEHOLDER = re.compile(
    r"\b(?:TODO|TBD|TBA|FIXME)\b"
    r"|(?<![\w-])x{3,}(?![\w-])|(?<![\w,-])(?<!\d, )X{3,}(?![\w-])"
    r"|_{3,}"
    rf"|[\[<](?i:{'|'.join(_ASKS)})\b[^\]>]*[\]>](?!\()"
    r"|\b[Ll]orem ipsum\b"
    r"|\bdd[-./]mm[-./](?:å{4}|y{4})\b"
)
# A text without any of these has no placeholder; to look for them is much quicker.
_HINTS = (
    "TODO",
    "TBD",
    "TBA",
    "FIXME",
    "xxx",
    "XXX",
    "___",
    "orem ipsum",
    "dd-mm",
    "dd.mm",
    "dd/mm",
)
_HINT = re.compile(rf"[\[<](?i:{'|'.join(_ASKS)})")
_FIRST = 24  # characters of a text that are compared first
_SHORT = 300  # bytes of a section with its heading that may say nothing
# The whole text of a section, in lower case.
_NOTHING_SAID = frozenset(
    {"…", "...", "-", "–", "n/a", "ikke oplyst", "udfyldes senere", "kommer senere", "tekst følger"}
    | {"not given", "to be written", "to follow"}
)


def check(document: Document, repository: Repository) -> Iterator[Finding]:
    """Judge the text of one document."""
    template = document.template
    if template is None:
        return
    found: list[Span] = []
    for finding in _placeholders(document):
        found.append(finding.span)
        yield finding
    if template.sections:
        for match in document.outline.all_matches():
            if match.section is not None and not match.form.children:
                yield from _Section(document, template, match, found).findings()


def _placeholders(document: Document) -> Iterator[Finding]:
    """Yield what was to be filled in, in the fields and in the text."""
    written = document.source.text
    if not any(hint in written for hint in _HINTS) and not _HINT.search(written):
        return
    for pointer, text in _texts(document.data, ()):
        if match := _PLACEHOLDER.search(text):
            span = document.value_span(pointer)
            yield Finding(PLACEHOLDER_LEFT, document.path, span, {"text": match.group()})
    for node in document.body.walk():
        if node.kind != "text":
            continue
        raw = document.body_bytes(node.start, node.end).decode("utf-8", "replace")
        for match in _PLACEHOLDER.finditer(raw):
            start = node.start + len(raw[: match.start()].encode())
            span = document.body_span(start, start + len(match.group().encode()))
            yield Finding(PLACEHOLDER_LEFT, document.path, span, {"text": match.group()})


def _texts(value: Any, pointer: Pointer) -> Iterator[tuple[Pointer, str]]:
    """Yield every text of the front matter with its place."""
    if isinstance(value, str):
        yield pointer, value
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from _texts(item, (*pointer, key))
    elif isinstance(value, list):
        for number, item in enumerate(value):
            yield from _texts(item, (*pointer, number))


class _Section:
    """Judges the text of one section that the form asks for."""

    def __init__(
        self, document: Document, template: Template, match: Match, placeholders: list[Span]
    ) -> None:
        assert match.section is not None
        self.document, self.match, self.section = document, match, match.section
        self.asked = (Related(template.path, match.form.line, "template"),)
        self.blocks = [b for b in self.section.all_blocks() if not _is_silent(document, b)]
        self.placeholders = placeholders

    @cached_property
    def place(self) -> Span:
        """The heading's line, where what the section lacks is said."""
        return heading_place(self.document, self.section.heading).line

    def is_unfinished(self) -> bool:
        """Say whether a placeholder stands in the section."""
        end = self.document.body_span(self.section.end, self.section.end)
        return any(self.place <= span < end for span in self.placeholders)

    def findings(self) -> Iterator[Finding]:
        """Yield what is wrong with the section's text."""
        guidance = [(block, exact) for block in self.blocks if (exact := self._guided(block))]
        left = {id(block) for block, exact in guidance if exact == "whole"}
        text = [block for block in self.blocks if id(block) not in left and not _hidden(block)]
        for block, exact in guidance:
            # who hasn't written anything yet still needs the guidance
            yield self._guidance_left(block, certain=exact == "whole" and bool(text))
        if not text:
            if not guidance:
                how = "optional" if self.match.form.optional else "required"
                yield self._finding(EMPTY_SECTION, how=Term(f"empty.{how}"))
            return
        said = ""
        if self.section.end - self.section.start < _SHORT:
            said = " ".join(" ".join(block.plain_text().split()) for block in text)
        if said.casefold() in _NOTHING_SAID:
            span = self.document.node_span(text[0])
            yield self._finding(PLACEHOLDER_LEFT, span, text=said)
            return
        yield from self._length(sum(count_words(block) for block in text), bool(guidance))

    def _length(self, words: int, guided: bool) -> Iterator[Finding]:
        least, most = self.match.form.words or (0, words)
        if words < least and not self.is_unfinished() and not guided:
            yield self._finding(TOO_FEW_WORDS, count=words, limit=least)
        if words > most:
            yield self._finding(TOO_MANY_WORDS, count=words, limit=most)

    def _guided(self, block: Node) -> str:
        """Say how much of a block is the form's guidance: "whole", "part", or "" for nothing."""
        wanted = _pieces(self.match.form.guidance)
        if not wanted or block.kind not in ("block_quote", "paragraph"):
            return ""
        plain = block.plain_text()
        # the first letters tell most texts apart from the guidance
        first = _bare(plain[:_FIRST])
        if not any(piece.startswith(first[: len(piece)]) for piece in wanted):
            return ""
        text = _bare(plain)
        if text in wanted:
            return "whole"
        begins = block.kind == "block_quote" and any(text.startswith(piece) for piece in wanted)
        return "part" if begins else ""

    def _guidance_left(self, block: Node, *, certain: bool) -> Finding:
        span = self.document.node_span(block)
        source = self.document.source
        following = span.end_line + 1
        last = source.text.count("\n") + 1
        while following < last and not source.line(following).strip():
            following += 1
        whole = Span(span.line, 1, min(following, last), 1)
        fix = Edit(whole, "") if certain and following <= last else None
        first = source.line_span(span.line)
        return self._finding(GUIDANCE_LEFT, first, fix)

    def _finding(
        self, rule: Rule, span: Span | None = None, fix: Edit | None = None, **params: object
    ) -> Finding:
        params = {"title": self.section.title, **params}
        return Finding(rule, self.document.path, span or self.place, params, self.asked, fix)


def _is_silent(document: Document, block: Node) -> bool:
    """Say whether a block is none of a section's text: a rule, or a heading that was meant."""
    if block.kind == "heading":
        return not is_underlined(document, block)
    return block.kind == "rule"


def _hidden(block: Node) -> bool:
    """Say whether a reader sees nothing of a block: a comment in HTML."""
    return block.kind == "html_block" and block.text.lstrip().startswith("<!--")


@lru_cache(maxsize=512)
def _pieces(guidance: str) -> frozenset[str]:
    """Return the paragraphs of a form's guidance, and all of it, as they are compared."""
    pieces = [_bare(piece) for piece in guidance.split("\n\n")]
    return frozenset(piece for piece in (*pieces, "".join(pieces)) if piece)


def _bare(text: str) -> str:
    """Return a text without the spaces and line ends that writing it anew may have changed."""
    return "".join(text.split()).casefold()
