"""YAML read by the 1.2 core schema, with the place of every key and value.

PyYAML's own loaders follow YAML 1.1: `12:05` is 725 there, `no` is False, a date an object, and a
doubled key is lost. Here libyaml only scans; values are made by the core schema (YAML 1.2.2,
section 10.3.2), where dates and times stay text. Keys are always text, as in JSON.
"""

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml

from wp.findings import Fault, Span
from wp.reading.source import Source

MAX_DEPTH = 30
MAX_NODES = 20_000

_INT = re.compile(r"[-+]?[0-9]{1,18}\Z")
_BASED = re.compile(r"0o[0-7]{1,20}\Z|0x[0-9a-fA-F]{1,16}\Z")
_FLOAT = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]{1,3})?\Z")
_CONSTANTS = {
    "": None, "~": None, "null": None, "Null": None, "NULL": None,
    "true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False,
}  # fmt: skip
_CORE_TAG = "tag:yaml.org,2002:"
_CORE_TAGS = {_CORE_TAG + name for name in ("str", "int", "float", "bool", "null", "seq", "map")}
_LOADER = getattr(yaml, "CLoader", yaml.Loader)
_PROBLEMS = (
    ("mapping values are not allowed", "yaml-colon"),
    ("could not find expected ':'", "yaml-missing-colon"),
    ("while scanning a quoted scalar", "yaml-quote"),
    ("did not find expected ',' or", "yaml-bracket"),
    ("found undefined alias", "yaml-alias"),
    ("found character that cannot start any token", "yaml-character"),
)


@dataclass(slots=True)
class Place:
    """Where a value stands, in characters of the file; with those of its keys and parts."""

    start: int
    end: int
    keys: dict[str, tuple[int, int]] = field(default_factory=dict)
    parts: dict[str | int, "Place"] = field(default_factory=dict)
    size: int = 1


@dataclass(frozen=True, slots=True)
class Yaml:
    """A YAML text as read: its value, where each part stands, and what was wrong.

    `complete` is False when reading stopped at a fault, so that what lacks may stand further down.
    """

    value: Any
    place: Place
    faults: tuple[Fault, ...]
    complete: bool


class _StopError(Exception):
    """Raised inside the composer: what follows can't be read."""


def read_yaml(source: Source, start: int, end: int) -> Yaml:
    """Read the YAML between two offsets in characters of a source; any text gives a result."""
    return _Composer(source, start, end).read()


class _Composer:
    """Builds values and places from libyaml's events, one after the other."""

    def __init__(self, source: Source, start: int, end: int) -> None:
        self.source, self.offset, self.end = source, start, end
        self.faults: list[Fault] = []
        self.anchors: dict[str, tuple[Any, Place]] = {}
        self.nodes = 0

    def read(self) -> Yaml:
        events = self._events()
        value, place, complete = None, Place(self.offset, self.end), True
        try:
            for event in events:
                if isinstance(event, yaml.DocumentStartEvent) and event.explicit:
                    self._fault("yaml-document", event)
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
        return Yaml(value, place, tuple(self.faults), complete)

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
                break
            key_value, key_place = self._compose(event, events, depth + 1)
            if isinstance(key_value, dict | list):
                self._fault("yaml-key", event)
            # the text of a plain key, not its value: the year 2027 is the key "2027"
            key = event.value if isinstance(event, yaml.ScalarEvent) else str(key_value)
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
        opened = name in ("yaml-quote", "yaml-bracket", "yaml-missing-colon")
        mark = (error.context_mark if opened else None) or error.problem_mark
        at = min(self.offset + mark.index, self.end) if mark else self.offset
        if self.source.text[at : at + 1] == "\t":
            name = "yaml-tab"
        self.faults.append(Fault(name, self._rest_of_line(at)))

    def _rest_of_line(self, at: int) -> Span:
        span = self.source.span(at, at)
        whole = self.source.line_span(span.line)
        return Span(span.line, span.column, span.line, max(whole.end_column, span.column))


def resolve(text: str) -> Any:
    """Return a plain scalar's value by the core schema: null, bool, int, float or text."""
    if text in _CONSTANTS:
        return _CONSTANTS[text]
    if _INT.match(text):
        return int(text)
    if _BASED.match(text):
        return int(text, 0)
    if _FLOAT.match(text) and math.isfinite(number := float(text)):
        return number
    return text
