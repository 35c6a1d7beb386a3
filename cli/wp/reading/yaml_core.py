"""YAML read by the 1.2 core schema, with the place of every key and value.

PyYAML's own loaders follow YAML 1.1: `12:05` is 725 there, `no` is False, a date an object, and a
doubled key is lost. Here libyaml only scans; values are made by the core schema (YAML 1.2.2,
section 10.3.2), where dates and times stay text. Keys are always text, as in JSON.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import yaml

from wp.findings import Fault, Span
from wp.reading.source import Source
from wp.reading.spaces import with_plain_spaces
from wp.reading.yaml_values import (
    CHARACTERS,
    MAX_DEPTH,
    MAX_NODES,
    NotPlainError,
    plain_value,
    resolve,
)

__all__ = ["MAX_DEPTH", "MAX_NODES", "Place", "Yaml", "read_yaml", "resolve", "written"]

_CORE_TAG = "tag:yaml.org,2002:"
_CORE_TAGS = {_CORE_TAG + name for name in ("str", "int", "float", "bool", "null", "seq", "map")}
_LOADER = getattr(yaml, "CLoader", yaml.Loader)
# What libyaml says, and the fault that a writer made; the rest is `yaml-syntax`.
_PROBLEMS = (
    ("mapping values are not allowed", "yaml-colon"),
    ("could not find expected ':'", "yaml-missing-colon"),
    ("while scanning a quoted scalar", "yaml-quote"),
    ("unknown escape character", "yaml-escape"),
    ("did not find expected ',' or", "yaml-bracket"),
    ("did not find expected node content", "yaml-bracket"),
    ("while scanning an a", "yaml-alias"),  # an alias or an anchor
    ("block sequence entries are not allowed", "yaml-dash"),
    ("did not find expected '-' indicator", "yaml-indent"),
    ("did not find expected key", "yaml-indent"),
    ("did not find expected <document start>", "yaml-indent"),
    ("found character that cannot start any token", "yaml-character"),
    ("while scanning a block scalar", "yaml-character"),
)
# Faults that stand where something was opened, not where its end was missed.
_OPENED = ["yaml-quote", "yaml-bracket", "yaml-missing-colon", "yaml-alias", "yaml-character"]
_KEY = re.compile(r"\s*(?:- +)*[^\s:#'\"]+:(?=\S)")
_FIELD = re.compile(r"\s*(?:- +)*[^:#]+: ")


@dataclass(slots=True)
class Place:
    """Where a value stands, in characters of the file; with those of its keys and parts."""

    start: int
    end: int
    keys: dict[str, tuple[int, int]] = field(default_factory=dict)
    parts: dict[str | int, "Place"] = field(default_factory=dict)
    size: int = 1


@dataclass(frozen=True)
class Yaml:
    """A YAML text as read: its value, where each part stands, and what was wrong.

    `complete` is False when reading stopped at a fault, so that what lacks may stand further down.
    `start` and `end` are offsets in characters of the source.
    """

    value: Any
    faults: tuple[Fault, ...]
    complete: bool
    source: Source = field(repr=False, compare=False)
    start: int
    end: int

    @cached_property
    def place(self) -> Place:
        """Where the value and its parts stand: sought out only when there is something to show."""
        return _Composer(self.source, self.start, self.end).read()[1]

    def forget(self) -> None:
        """Let go of the places; they are sought out again when asked for."""
        self.__dict__.pop("place", None)


class _StopError(Exception):
    """Raised inside the composer: what follows can't be read."""


def read_yaml(source: Source, start: int, end: int) -> Yaml:
    """Read the YAML between two offsets in characters of a source; any text gives a result."""
    source = with_plain_spaces(source, start, end)
    try:
        value = plain_value(source.text[start:end])
    except NotPlainError:
        composer = _Composer(source, start, end)
        value, _, complete = composer.read()
        return Yaml(value, tuple(composer.faults), complete, source, start, end)
    return Yaml(value, (), True, source, start, end)


class _Composer:
    """Builds values and places from libyaml's events, one after the other."""

    def __init__(self, source: Source, start: int, end: int) -> None:
        self.source, self.offset, self.end = source, start, end
        self.faults: list[Fault] = []
        self.anchors: dict[str, tuple[Any, Place]] = {}
        self.nodes = 0

    def read(self) -> tuple[Any, Place, bool]:
        """Return the value, its place, and whether all of it could be read."""
        events = self._events()
        value, place, complete, documents = None, Place(self.offset, self.end), True, 0
        try:
            for event in events:
                if isinstance(event, yaml.DocumentStartEvent):
                    documents += 1
                    if documents > 1:
                        self._fault("yaml-document", event)
                        raise _StopError
                if isinstance(event, yaml.NodeEvent):
                    value, place = self._compose(event, events, 0)
        except _StopError:
            complete = False
        except yaml.MarkedYAMLError as error:
            complete = False
            self._syntax_fault(error)
        except yaml.YAMLError:  # no mark: a character that YAML doesn't allow
            complete = False
            self.faults.append(Fault("yaml-syntax", self.source.span(self.offset, self.offset)))
        return value, place, complete

    def _events(self) -> Iterator[Any]:
        # libyaml counts characters from its own input's start; `self.offset` puts them in the file
        return iter(yaml.parse(self.source.text[self.offset : self.end], Loader=_LOADER))

    def _compose(self, event: Any, events: Iterator[Any], depth: int) -> tuple[Any, Place]:
        place = Place(self.offset + event.start_mark.index, self.offset + event.end_mark.index)
        self.nodes += 1
        if depth > MAX_DEPTH:
            self._fault("yaml-too-deep", event, limit=MAX_DEPTH)
            raise _StopError
        if isinstance(event, yaml.AliasEvent):
            return self._alias(event, place)
        if event.tag is not None and event.tag not in _CORE_TAGS and event.tag != "!":
            self._fault("yaml-tag", event, tag=event.tag.replace(_CORE_TAG, "!!"))
        value: Any
        if isinstance(event, yaml.ScalarEvent):
            # libyaml calls plain scalars implicit in the first sense, quoted ones in the second
            value = resolve(event.value) if event.implicit[0] else event.value
            # an alias repeats a long text as cheaply as a short one
            place.size += len(event.value) // CHARACTERS
        elif isinstance(event, yaml.SequenceStartEvent):
            value = self._sequence(events, place, depth)
        else:
            value = self._mapping(events, place, depth)
        if event.anchor is not None:
            self.anchors[event.anchor] = (value, place)
        return value, place

    def _sequence(self, events: Iterator[Any], place: Place, depth: int) -> list[Any]:
        values: list[Any] = []
        for event in events:
            if isinstance(event, yaml.SequenceEndEvent):
                self._close(place, event)
                break
            value, part = self._compose(event, events, depth + 1)
            place.parts[len(values)] = part
            self._grow(place, part)
            values.append(value)
        return values

    def _mapping(self, events: Iterator[Any], place: Place, depth: int) -> dict[str, Any]:
        values: dict[str, Any] = {}
        for event in events:
            if isinstance(event, yaml.MappingEndEvent):
                self._close(place, event)
                break
            key_value, key_place = self._compose(event, events, depth + 1)
            # the text of a plain key, not its value: the year 2027 is the key "2027"
            if isinstance(event, yaml.ScalarEvent):
                key = event.value
            elif isinstance(key_value, dict | list):
                self._fault("yaml-key", event)
                self._compose(next(events), events, depth + 1)
                continue
            else:
                key = str(key_value)
            value, part = self._compose(next(events), events, depth + 1)
            if key in values:
                first = self.source.span(*place.keys[key])
                span = self.source.span(key_place.start, key_place.end)
                params = {"key": key, "first_line": first.line}
                self.faults.append(Fault("doubled-key", span, params))
                continue
            values[key] = value
            place.keys[key] = (key_place.start, key_place.end)
            place.parts[key] = part
            self._grow(place, part)
        return values

    def _close(self, place: Place, event: Any) -> None:
        """Let a collection in brackets end with them; one without ends with its last part."""
        if event.end_mark.index > event.start_mark.index:
            place.end = self.offset + event.end_mark.index

    def _grow(self, place: Place, part: Place) -> None:
        """Count the nodes as if every alias were written out, which is what a bomb makes many."""
        place.size += part.size
        place.end = max(place.end, part.end) if part.start >= place.start else place.end
        if place.size > MAX_NODES or self.nodes > MAX_NODES:
            span = self.source.span(place.start, place.start)
            self.faults.append(Fault("yaml-too-many", span, {"limit": MAX_NODES}))
            raise _StopError

    def _alias(self, event: Any, place: Place) -> tuple[Any, Place]:
        if event.anchor not in self.anchors:  # unknown, or inside itself
            self._fault("yaml-alias", event)
            raise _StopError
        value, target = self.anchors[event.anchor]
        return value, Place(place.start, place.end, target.keys, target.parts, target.size)

    def _fault(self, name: str, event: Any, **params: Any) -> None:
        start = self.offset + event.start_mark.index
        end = max(start, self.offset + event.end_mark.index)
        span = self.source.span(start, end)
        if span.line != span.end_line:
            span = self.source.line_span(span.line)
        self.faults.append(Fault(name, span, params))

    def _syntax_fault(self, error: yaml.MarkedYAMLError) -> None:
        sentence = f"{error.context or ''} {error.problem or ''}"
        name = next((name for text, name in _PROBLEMS if text in sentence), "yaml-syntax")
        # an unclosed quotation mark is met at the end of the text but stands where it was opened
        mark = (error.context_mark if name in _OPENED else None) or error.problem_mark
        at = min(self.offset + mark.index, self.end) if mark else self.offset
        text = self.source.text
        if text[at : at + 1] == "\t" or "tab character" in sentence:
            name = "yaml-tab"
        elif name in ("yaml-colon", "yaml-missing-colon"):
            name, at = self._colon(name, at)
        elif name == "yaml-indent":
            before = text[: max(at, 1)].rstrip(" ")[-1:]
            if before in ("'", '"', "]", "}"):
                name = "yaml-quote" if before in ("'", '"') else "yaml-bracket"
        self.faults.append(Fault(name, self._rest_of_line(at)))

    def _colon(self, name: str, at: int) -> tuple[str, int]:
        """Say what is wrong around a colon: one too many, none, no space after it, or the indent.

        libyaml stumbles over the colon of the line after the one with the mistake.
        """
        text = self.source.text
        start = text.rfind("\n", 0, at) + 1
        end = text.find("\n", at)
        if match := _KEY.match(text, start, end if end >= 0 else len(text)):
            return "yaml-space", match.end() - 1
        if name == "yaml-missing-colon":
            return name, at
        if _FIELD.match(text, start, at):
            return "yaml-colon", at
        above = text[self.offset : start].rstrip()
        line = self.offset + above.rfind("\n") + 1
        if match := _KEY.match(text, line, start):
            return "yaml-space", match.end() - 1
        if above and ":" not in text[line:start] and not text[line:start].startswith("#"):
            return "yaml-missing-colon", line
        return "yaml-indent", start

    def _rest_of_line(self, at: int) -> Span:
        span = self.source.span(at, at)
        whole = self.source.line_span(span.line)
        return Span(span.line, span.column, span.line, max(whole.end_column, span.column))


def written(text: str) -> str:
    """Return a text as it can stand as a YAML value on one line: plain, or in quotation marks."""
    plain = _PLAIN.fullmatch(text) and ": " not in text and " #" not in text and text[-1] != ":"
    if plain and resolve(text) == text:
        return text
    return json.dumps(text, ensure_ascii=False)


def rewritten(raw: str, text: str) -> str:
    """Return a text as it can stand in place of a value, in the quotation marks that that had."""
    mark = raw[:1] if raw[:1] in ("'", '"') and raw[-1:] == raw[:1] else ""
    if mark and mark not in text and "\\" not in text and text.isprintable():
        return f"{mark}{text}{mark}"
    return written(text)


# Letters and digits first, and nothing that means something in a list between brackets.
_PLAIN = re.compile(r"[^\W_][^\[\]{},\n\t\"\\]*(?<! )")
