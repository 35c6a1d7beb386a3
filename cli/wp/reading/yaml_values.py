"""The values of a plain YAML text by the 1.2 core schema, quickly and without their places.

Nearly every front matter is plain: no anchor, no tag, no doubled key, nothing wrong. Its values
alone cost a third of what values and places do. Anything else is left to `yaml_core`, which sees
the same events and says where each thing stands.
"""

import math
import re
from sys import intern
from typing import Any

import yaml

MAX_DEPTH = 30
MAX_NODES = 20_000
CHARACTERS = 100  # of a text that count as one node more

_INT = re.compile(r"[-+]?[0-9]{1,18}\Z")
_BASED = re.compile(r"0o[0-7]{1,20}\Z|0x[0-9a-fA-F]{1,16}\Z")
_FLOAT = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]{1,3})?\Z")
_CONSTANTS = {
    "": None, "~": None, "null": None, "Null": None, "NULL": None,
    "true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False,
}  # fmt: skip
_NUMERIC = frozenset("0123456789+-.")
_PARSER: Any = getattr(yaml, "CLoader", yaml.Loader)


class NotPlainError(Exception):
    """Raised for a text that only a reading with places can judge."""


def resolve(text: str) -> Any:
    """Return a plain scalar's value by the core schema: null, bool, int, float or text."""
    if text in _CONSTANTS:
        return _CONSTANTS[text]
    if text[0] not in _NUMERIC:
        return text
    if _INT.match(text):
        return int(text)
    if _BASED.match(text):
        return int(text, 0)
    if _FLOAT.match(text) and math.isfinite(number := float(text)):
        return number
    return text


def plain_value(text: str) -> Any:
    """Return the value of a YAML text, None for an empty one.

    Raises `NotPlainError` for one with an anchor, an alias, a tag, a doubled key, a key that is no
    scalar, more nodes or levels than are allowed, several documents, or a fault.
    """
    loader = _PARSER(text)
    try:
        return _value(loader.get_event, MAX_NODES - len(text) // CHARACTERS)
    except yaml.YAMLError:
        raise NotPlainError from None
    finally:
        loader.dispose()


def _value(get_event: Any, nodes: int) -> Any:
    """Build a value from libyaml's events in one loop, for which calls are too dear."""
    get_event()  # the stream's start
    if type(get_event()) is not yaml.DocumentStartEvent:
        return None
    stack: list[tuple[Any, str | None]] = []  # the collections around, each with its open key
    current: Any = []
    key: str | None = None
    while True:
        event = get_event()
        kind = type(event)
        if kind is yaml.ScalarEvent:
            if event.tag is not None or event.anchor is not None:
                raise NotPlainError
            value: Any = event.value
            if type(current) is dict and key is None:
                if value in current:
                    raise NotPlainError
                key = intern(value)  # ten thousand documents share them
                continue
            # libyaml calls plain scalars implicit in the first sense, quoted ones in the second
            if event.implicit[0]:
                value = resolve(value)
        elif kind is yaml.MappingStartEvent or kind is yaml.SequenceStartEvent:
            if event.tag is not None or event.anchor is not None or len(stack) > MAX_DEPTH:
                raise NotPlainError
            if type(current) is dict and key is None:
                raise NotPlainError
            stack.append((current, key))
            current, key = ({} if kind is yaml.MappingStartEvent else []), None
            continue
        elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
            value = current
            current, key = stack.pop()
        elif kind is yaml.DocumentEndEvent:
            if type(get_event()) is not yaml.StreamEndEvent:
                raise NotPlainError
            return current[0] if current else None
        else:
            raise NotPlainError
        nodes -= 1
        if nodes < 0:
            raise NotPlainError
        if key is None:
            current.append(value)
        else:
            current[key] = value
            nodes -= 1
            key = None
