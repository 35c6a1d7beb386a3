"""Each construct of YAML 1.2 is read as the specification has it, or refused by name."""

from typing import Any

import pytest
from tests.robustness.yaml_examples import STOPS, VALUES

from wp.reading.source import Source
from wp.reading.yaml_core import read_yaml
from wp.reading.yaml_values import NotPlainError, plain_value


@pytest.mark.parametrize(("text", "value"), [row[1:] for row in VALUES], ids=[r[0] for r in VALUES])
def test_a_value(text: str, value: Any) -> None:
    read = read_yaml(Source("x.yml", text), 0, len(text))
    assert [fault.name for fault in read.faults] == []
    assert read.complete
    assert read.value == value
    assert repr(read.value) == repr(value), "True is not 1, and 1 is not 1.0"
    if not any(mark in text for mark in "&*!"):
        assert repr(plain_value(text)) == repr(value), "read without places it is the same"


@pytest.mark.parametrize(
    ("text", "fault", "line"), [row[1:] for row in STOPS], ids=[r[0] for r in STOPS]
)
def test_a_fault(text: str, fault: str, line: int) -> None:
    read = read_yaml(Source("x.yml", text), 0, len(text))
    assert [(found.name, found.span.line) for found in read.faults] == [(fault, line)]
    with pytest.raises(NotPlainError):
        plain_value(text)
