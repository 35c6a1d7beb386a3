"""What is found: faults while reading, findings of rules, diagnostics with a severity. Data only.

No sentence stands here; `wp.language` renders the same finding in Danish or English.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any


class Severity(StrEnum):
    """How bad a finding is. Only `ERROR` makes a check fail."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


class Nature(StrEnum):
    """What kind of wrong a rule finds; with the document's status it gives the severity."""

    FALSE = "false"  # can't be so, whatever the status: an error
    UNFINISHED = "unfinished"  # not there yet: by the document's status
    ADVICE = "advice"  # would be better otherwise: a warning
    NOTE = "note"  # worth knowing: info


class Term(str):
    """A parameter that is a word of ours, such as `type.integer`, and so has two languages."""

    __slots__ = ()


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of a file. Lines and columns count characters from 1; the end is exclusive."""

    line: int
    column: int
    end_line: int
    end_column: int


@dataclass(frozen=True, slots=True)
class Fault:
    """Something wrong that reading met: the name of the rule that reports it, where, details."""

    name: str
    span: Span
    params: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Layout:
    """The room that a document takes on paper, as it will look once approved.

    `pages` are those that it fills; `lines_over` are the lines of body text that stand beyond the
    pages it may have, 0 when it fits. `refused` is why it couldn't be laid out, "" when it could.
    """

    pages: int
    lines_over: int
    refused: str = ""


@dataclass(frozen=True, slots=True)
class Rule:
    """One thing `wp check` can find. `code` is for machines, `name` for people; both are stable."""

    code: str
    name: str
    nature: Nature


@dataclass(frozen=True, slots=True)
class Related:
    """Another place that belongs to a finding; `name` picks its sentence, filled from `params`."""

    path: str
    line: int
    name: str
    params: Mapping[str, Any] = field(default_factory=dict)


class Layer(StrEnum):
    """What of a file an edit changes. Spans count in the text, which is without the other two."""

    TEXT = "text"
    MARK = "mark"  # the byte order mark before the text: it is taken away
    LINE_ENDS = "line-ends"  # every line then ends in LF alone


@dataclass(frozen=True, slots=True)
class Edit:
    """A certain repair, made without asking: the text of `span` becomes `text`.

    What is only likely is no edit but a word in the finding's sentence (`near`). An edit of a
    `layer` below the text has an empty text, and a span that changes nothing.
    """

    span: Span
    text: str
    layer: Layer = Layer.TEXT


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule yields: which rule, where, the details its sentence needs, and the remedy.

    `also` are other files of which the same is said by this one finding; `fix` mends them as well.
    """

    rule: Rule
    path: str
    span: Span
    params: Mapping[str, Any] = field(default_factory=dict)
    related: tuple[Related, ...] = ()
    fix: Edit | None = None
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """A finding with the severity that its document's status gives it."""

    finding: Finding
    severity: Severity

    @property
    def order(self) -> tuple[str, int, int, str]:
        """The key that findings are shown by: path, line, column, code."""
        found = self.finding
        return (found.path, found.span.line, found.span.column, found.rule.code)
