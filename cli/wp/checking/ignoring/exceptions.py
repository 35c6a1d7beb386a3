"""The exceptions that a document makes from rules, and what is wrong with how they are written."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from wp.checking.ignoring import kinds
from wp.checking.ignoring.catalogue import Catalogue
from wp.checking.ignoring.comments import Comment, comments_of
from wp.checking.ignoring.grammar import is_reason, parse
from wp.checking.ignoring.lines import NO_LINES, Lines
from wp.findings import Edit, Finding, Rule, Span, Term
from wp.reading.document import Document
from wp.reading.standard import IGNORE, standard_fields

MOST = 500  # comments of one file that are read; a document with more is a mistake or an attack


@dataclass(frozen=True, slots=True)
class Exempted:
    """A rule that an exception is made from, the lines it is made for, and where it is named.

    `lines` is None for the whole file.
    """

    rule: Rule
    span: Span
    lines: Lines | None

    @property
    def size(self) -> tuple[int, Span]:
        """What exceptions are ordered by: the fewest lines first, then as they stand."""
        first, last = self.lines or (0, 10**9)
        return last - first, self.span

    def covers(self, line: int) -> bool:
        """Say whether the exception counts for a line."""
        return self.lines is None or self.lines[0] <= line <= self.lines[1]


@dataclass(frozen=True, slots=True)
class Exceptions:
    """All exceptions of one document that can be made, and the findings about any of them."""

    made: tuple[Exempted, ...]
    findings: tuple[Finding, ...]


def exceptions_of(document: Document, catalogue: Catalogue) -> Exceptions:
    """Return the exceptions of a document."""
    comments = list(islice(comments_of(document), MOST + 1))
    items = [item for one in comments[:MOST] for item in _of_comment(one, catalogue)]
    if len(comments) > MOST:
        items.append(_malformed(document, comments[MOST].span, "too-many", "body"))
    items += _of_field(document, catalogue)
    made = sorted((i for i in items if isinstance(i, Exempted)), key=lambda one: one.size)
    return Exceptions(tuple(made), tuple(i for i in items if isinstance(i, Finding)))


def named(
    catalogue: Catalogue, path: str, name: str, span: Span
) -> tuple[Rule | None, Finding | None]:
    """Return the rule of a name, or what is wrong with it: there is none, or it is a firm one."""
    rule = catalogue.find(name)
    if rule is None:
        return None, unknown(catalogue, path, name, span)
    if kinds.is_firm(rule):
        return None, refused(path, rule, span)
    return rule, None


def unknown(catalogue: Catalogue, path: str, name: str, span: Span) -> Finding:
    """Return what is said of a name that no rule has."""
    meant = catalogue.meant(name)
    fix = Edit(span, meant.near) if meant.near and meant.certain else None
    return Finding(kinds.UNKNOWN_RULE, path, span, {"name": name, "near": meant.near}, fix=fix)


def refused(path: str, rule: Rule, span: Span) -> Finding:
    """Return what is said of an exception from a rule that allows none."""
    why = "self" if rule in kinds.RULES else "person" if rule.name == "cpr-number" else "false"
    params = {"name": rule.name, "why": Term(f"firm.{why}")}
    return Finding(kinds.NOT_ALLOWED, path, span, params)


def _of_comment(comment: Comment, catalogue: Catalogue) -> Iterator[Exempted | Finding]:
    document, kind = comment.document, "body" if comment.in_body else "fields"
    parsed = parse(comment.text, catalogue)
    if parsed is None:
        return
    if not comment.closed:
        yield _malformed(document, comment.part(*parsed.verb), "unclosed", kind)
        return
    if parsed.mistake:
        fix = None
        if parsed.mistake == "spelling":
            fix = Edit(comment.part(*parsed.verb), "wp: ignore")
        yield _malformed(document, comment.part(*parsed.at), parsed.mistake, kind, fix)
    if comment.harm:
        how = Term(f"harm.{comment.harm}")
        yield Finding(kinds.MISPLACED, document.path, comment.span, {"how": how})
    if comment.harm == "text":
        return  # it was meant for a text that is lost
    written = [(name, comment.part(start, start + len(name))) for name, start in parsed.names]
    yield from _exempted(document, catalogue, written, comment.lines)
    if parsed.names and not parsed.mistake and not is_reason(parsed.reason):
        yield _without_reason(document, comment.span, written, "comment")


def _of_field(document: Document, catalogue: Catalogue) -> Iterator[Exempted | Finding]:
    fields = standard_fields(document)
    if IGNORE not in fields:
        return
    given = fields[IGNORE]
    if not isinstance(given, list):
        yield _malformed(document, document.key_span((IGNORE,)), "field", "field")
        return
    for number, item in enumerate(given):
        here = (IGNORE, number)
        entry = {"rule": item} if isinstance(item, str) else item
        rule = entry.get("rule") if isinstance(entry, dict) else None
        if not isinstance(rule, str) or not rule.strip():
            yield _malformed(document, document.value_span(here), "entry", "field")
            continue
        more = next((key for key in entry if key not in ("rule", "reason")), None)
        if more is not None:
            yield _malformed(document, document.key_span((*here, more)), "entry", "field")
        span = document.value_span((*here, "rule"))
        yield from _exempted(document, catalogue, [(rule.strip(), span)], None)
        reason = entry.get("reason")
        if not isinstance(reason, str) or not is_reason(reason):
            yield _without_reason(document, span, [(rule.strip(), span)], "field")


def _exempted(
    document: Document,
    catalogue: Catalogue,
    written: Sequence[tuple[str, Span]],
    lines: Lines | None,
) -> Iterator[Exempted | Finding]:
    for name, span in written:
        rule, fault = named(catalogue, document.path, name, span)
        if fault is not None:
            yield fault
        elif rule is not None:
            yield Exempted(rule, span, lines)


def _malformed(
    document: Document, span: Span, mistake: str, kind: str, fix: Edit | None = None
) -> Finding:
    params = {"how": Term(f"malformed.{mistake}"), "example": Term(f"example.{kind}")}
    return Finding(kinds.MALFORMED, document.path, span, params, fix=fix)


def _without_reason(
    document: Document, span: Span, written: Sequence[tuple[str, Span]], kind: str
) -> Finding:
    params = {"names": [name for name, _ in written], "how": Term(f"reason.{kind}")}
    return Finding(kinds.WITHOUT_REASON, document.path, span, params)


def unused(path: str, one: Exempted) -> Finding:
    """Return what is said of an exception that changes nothing."""
    scope, lines = "file", ""
    if one.lines == NO_LINES:
        scope = "none"
    elif one.lines is not None:
        first, last = one.lines
        scope, lines = ("line", f"{first}") if first == last else ("lines", f"{first}–{last}")
    how = Term("unused.file" if scope == "file" else "unused.lines")
    params = {"name": one.rule.name, "scope": Term(f"scope.{scope}"), "lines": lines, "how": how}
    return Finding(kinds.UNUSED, path, one.span, params)
