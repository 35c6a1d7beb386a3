"""A document's headings against those of its form.

## What
The form's headings stand in the document, once each, in the form's order and at its level: `##` for
a section, `###` below it. A heading that the form doesn't have is reported with the one that was
probably meant. So is one that isn't a heading at all (`**Mål**`, or `##Mål` without a space), and
text that became one because `---` stands on the line below it. Below a section that has no headings
in the form, a writer may put any. Text stands under a heading. No heading is empty, and the
document's title, which has a field of its own, isn't one of them.

## Why
The programme takes each section by its heading. A section under another name, or one swallowed by
the section above it, is missing there.

## Wrong
```markdown content/one-pagers/datakvalitet.md
Her står en indledning.
# Datakvalitet
## Målsætning
**Behov**

### Aktiviteter
En jurist samler reglerne
---
## Tid
##
## Baggrund og motivation
## Tid
```
Gives: text-outside-sections, title-as-heading, unknown-section, lost-heading, wrong-level,
accidental-heading, empty-heading, misplaced-section, doubled-section, missing-section

## Right
```markdown content/one-pagers/datakvalitet.md#Mål
## Mål
Rådet vil vide, hvor gode data er, og bestyrelsen bedes vedtage en fælles
måling, som alle regioner bruger på samme måde hvert år.
```
```markdown content/one-pagers/datakvalitet.md#Behov
## Behov
Rådet skal først have en liste over de data, der skal måles.
```
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from wp.checking.headings import heading_place
from wp.checking.moving import headings_shifted, sections_in_order
from wp.checking.suggest import Suggestion, suggest
from wp.findings import Edit, Finding, Nature, Related, Rule, Span
from wp.reading.document import Document
from wp.reading.headings import fits_repeated, plain, unnumbered
from wp.reading.outline import Match, Outline
from wp.reading.repository import Repository
from wp.reading.section import Section
from wp.reading.template import SectionForm, Template

MISSING_SECTION = Rule("WP301", "missing-section", Nature.UNFINISHED)
UNKNOWN_SECTION = Rule("WP302", "unknown-section", Nature.FALSE)
MISPLACED_SECTION = Rule("WP303", "misplaced-section", Nature.ADVICE)
DOUBLED_SECTION = Rule("WP304", "doubled-section", Nature.FALSE)
WRONG_LEVEL = Rule("WP305", "wrong-level", Nature.FALSE)
LOST_HEADING = Rule("WP306", "lost-heading", Nature.FALSE)
ACCIDENTAL_HEADING = Rule("WP307", "accidental-heading", Nature.FALSE)
EMPTY_HEADING = Rule("WP308", "empty-heading", Nature.FALSE)
TITLE_AS_HEADING = Rule("WP315", "title-as-heading", Nature.FALSE)
TEXT_OUTSIDE = Rule("WP309", "text-outside-sections", Nature.ADVICE)

RULES = (
    MISSING_SECTION, UNKNOWN_SECTION, MISPLACED_SECTION, DOUBLED_SECTION, WRONG_LEVEL, LOST_HEADING,
    ACCIDENTAL_HEADING, EMPTY_HEADING, TEXT_OUTSIDE, TITLE_AS_HEADING,
)  # fmt: skip

_SILENT = ("rule", "html_block", "footnote", "heading")
# a no-break space after the # is none: Alt+Space gives one on a Mac, where # is Alt+3
_MARKED = re.compile(r"#{1,6}(?P<hash>[^# \t].*?)#*|(?P<b>\*\*|__)(?P<bold>.+?):?(?P=b):?")


def check(document: Document, repository: Repository) -> Iterator[Finding]:
    """Judge the headings of one document."""
    if document.template is not None and document.template.sections:
        headings = _Headings(document, document.template)
        yield from headings.level(document.outline, None)
        yield from headings.accidental()


class _Headings:
    """Judges the headings of one document, level by level."""

    def __init__(self, document: Document, template: Template) -> None:
        self.document, self.template = document, template
        self.has_front = not any(f.name == "front-matter-missing" for f in document.faults)

    def level(self, outline: Outline, parent: Match | None) -> Iterator[Finding]:
        """Yield what is wrong with the headings of one level, and with those below them."""
        wanted = [m for m in outline.matches if m.section is None and "{" not in m.title]
        forms = parent.form.children if parent else self.template.sections
        lost = dict(self._lost(wanted, parent))
        explained = {match.title for match in lost.values()}
        for section in outline.unknown:
            # one that a list should name is reported beside that list
            if not any(fits_repeated(form, section.title) for form in forms):
                yield self._unknown(section, wanted, explained, forms)
        for line, match in lost.items():
            yield self._lost_heading(match, line)
        for match in wanted:
            if not match.form.optional and match.title not in explained:
                yield self._missing(match, outline.matches, parent)
        for again, first in outline.doubled:
            here = self.document.node_span(first.heading).line
            related = (Related(self.document.path, here, "first"),)
            yield self._finding(DOUBLED_SECTION, again, related)
        # all that is misplaced on a level is put right at once
        order = sections_in_order(self.document, outline) if outline.misplaced else None
        for match, after in outline.misplaced:
            yield self._misplaced(match, after, order)
        if forms:
            yield from self._outside(parent, forms, lost)
        for match in outline.matches:
            if match.section is not None:
                if match.relevelled:
                    yield self._wrong_level(match, match.section)
                yield from self.level(match.children, match)

    def _finding(
        self,
        rule: Rule,
        section: Section,
        related: tuple[Related, ...] = (),
        fix: Edit | None = None,
        **params: object,
    ) -> Finding:
        span = heading_place(self.document, section.heading).line
        params = {"title": section.title, **params}
        return Finding(rule, self.document.path, span, params, related, fix)

    def _asked(self, match: Match) -> tuple[Related, ...]:
        """Return the places that ask for a section: the entry that it belongs to, and the form."""
        related: tuple[Related, ...] = ()
        if match.item is not None:
            line = self.document.value_span((match.form.each, match.item)).line
            related = (Related(self.document.path, line, "entry"),)
        return (*related, Related(self.template.path, match.form.line, "template"))

    def _unknown(
        self,
        section: Section,
        wanted: Sequence[Match],
        explained: set[str],
        forms: Sequence[SectionForm],
    ) -> Finding:
        """A heading that the form doesn't have, and the one that was probably meant."""
        place = heading_place(self.document, section.heading)
        if not section.title:
            return self._finding(EMPTY_HEADING, section)
        for key, value in self.document.data.items():
            if isinstance(value, str) and plain(value) == plain(section.title):
                here = self.document.value_span((key,)).line
                related = (Related(self.document.path, here, "first"),)
                return self._finding(TITLE_AS_HEADING, section, related, key=key)
        meant = self._meant(section.title, [m.title for m in wanted if m.title not in explained])
        explained.add(meant.near)
        certain = meant.certain and place.title is not None
        asked = next((self._asked(match) for match in wanted if match.title == meant.near), ())
        return self._finding(
            UNKNOWN_SECTION,
            section,
            asked or (Related(self.template.path, forms[0].line, "headings"),),
            Edit(place.title, meant.near) if certain and place.title else None,
            near=meant.near,
            known=[form.title for form in forms if not form.each],
        )

    def _meant(self, title: str, wanted: Sequence[str]) -> Suggestion:
        """Return the missing section that a title probably stands for: much like it, or longer."""
        meant = suggest(title, wanted)
        if not meant.certain and (other := suggest(unnumbered(title), wanted)).near:
            meant = other
        begun = [other for other in wanted if plain(title).startswith(plain(other))]
        begun += [other for other in wanted if plain(other).startswith(plain(title))]
        if not meant.near and len(begun) == 1:
            return Suggestion(begun[0], certain=False)
        return meant

    def accidental(self) -> Iterator[Finding]:
        """Yield the headings that a line of hyphens below a text has made."""
        wanted = {
            match.section.start
            for match in self.document.outline.all_matches()
            if match.section is not None
        }
        # below the fields of a file without fences, such a line is one of the fences
        for node in self.document.body.children if self.has_front else ():
            if node.kind != "heading" or node.start in wanted:
                continue
            rule = heading_place(self.document, node).rule
            if rule is not None:
                params = {"title": " ".join(node.plain_text().split())}
                yield Finding(ACCIDENTAL_HEADING, self.document.path, rule, params)

    def _missing(self, match: Match, level: Sequence[Match], parent: Match | None) -> Finding:
        """A section that isn't there, reported where it should follow."""
        span = self._body_begins()
        if parent is not None and parent.section is not None:
            span = heading_place(self.document, parent.section.heading).line
        for other in level:
            if other is match:
                break
            if other.section is not None:
                span = heading_place(self.document, other.section.heading).line
        params = {"title": match.title, "heading": f"{'#' * match.form.level} {match.title}"}
        return Finding(MISSING_SECTION, self.document.path, span, params, self._asked(match))

    def _misplaced(self, match: Match, after: Match, fix: Edit | None) -> Finding:
        """A section that stands before one it should follow, or after one it should precede."""
        assert match.section is not None and after.section is not None
        title = "" if after is match else after.section.title
        related = self._asked(match)
        if title:
            line = self.document.node_span(after.section.heading).line
            related = (Related(self.document.path, line, "follows"), *related)
        return self._finding(MISPLACED_SECTION, match.section, related, fix, after=title)

    def _wrong_level(self, match: Match, section: Section) -> Finding:
        marks = "#" * match.form.level
        # headings of the writer's own go with the section that they stand under
        own = (
            [] if match.form.children else [b for b in section.all_blocks() if b.kind == "heading"]
        )
        shift = match.form.level - section.level
        fix = headings_shifted(self.document, [section.heading, *own], shift)
        return self._finding(
            WRONG_LEVEL,
            section,
            self._asked(match),
            fix,
            written="#" * section.level,
            wanted=marks,
        )

    def _lost(self, wanted: Sequence[Match], parent: Match | None) -> Iterator[tuple[int, Match]]:
        """Yield the lines that are a missing section's title and no heading, each with its match.

        A line in the midst of a paragraph counts if it is marked, by `#` or in bold. A number
        before the title is left out of account.
        """
        titles = {plain(match.title): match for match in wanted}
        start, end = 0, self.document.body.end
        if parent is not None and parent.section is not None:
            start, end = parent.section.start, parent.section.end
        for node in self.document.body.children if titles else ():
            # "2. Mål" alone is a list of one item
            alone = node.kind == "list" and node.attrs["ordered"] and len(node.children) == 1
            if not (node.kind == "paragraph" or alone) or not start <= node.start < end:
                continue
            span = self.document.node_span(node)
            for number in range(span.line, span.end_line + 1):
                line = unnumbered(self.document.source.line(number).strip())
                marked = _MARKED.fullmatch(line)
                if marked or span.line == span.end_line:
                    text = (marked["hash"] or marked["bold"]) if marked else node.plain_text()
                    if match := titles.pop(plain(unnumbered(text)), None):
                        yield number, match

    def _lost_heading(self, match: Match, line: int) -> Finding:
        span = self.document.source.line_span(line)
        heading = f"{'#' * match.form.level} {match.title}"
        params = {"title": match.title, "heading": heading}
        fix, asked = Edit(span, heading), self._asked(match)
        return Finding(LOST_HEADING, self.document.path, span, params, asked, fix)

    def _outside(
        self, parent: Match | None, forms: Sequence[SectionForm], lost: Mapping[int, Match]
    ) -> Iterator[Finding]:
        """Text above the first heading, or between a section's heading and those below it."""
        blocks = self.document.preamble if self.has_front else ()
        if parent is not None and parent.section is not None:
            blocks = parent.section.blocks
        for block in blocks:
            line = self.document.node_span(block).line
            if block.kind in _SILENT or line in lost:
                continue
            span = self.document.source.line_span(line)
            params = {"title": parent.section.title if parent and parent.section else ""}
            related = (Related(self.template.path, forms[0].line, "headings"),)
            yield Finding(TEXT_OUTSIDE, self.document.path, span, params, related)
            return

    def _body_begins(self) -> Span:
        """Return the last line before the body, where what lacks at its top is reported."""
        source = self.document.source
        last = source.span(max(self.document.body_start - 1, 0), self.document.body_start)
        return source.line_span(last.line)
