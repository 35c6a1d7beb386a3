"""YAML by the 1.2 core schema, with the exact place of every key and value."""

from typing import Any

import pytest

from wp.reading.source import Source
from wp.reading.yaml_core import MAX_DEPTH, MAX_NODES, Place, Yaml, read_yaml, resolve, written


def read(text: str) -> Yaml:
    return read_yaml(Source("x.yml", text), 0, len(text))


def under(text: str, span: tuple[int, int] | Place) -> str:
    start, end = span if isinstance(span, tuple) else (span.start, span.end)
    return text[start:end]


# YAML 1.2.2, section 10.3.2, and what YAML 1.1 makes of the same
@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("12:05", "12:05"),
        ("2027-03-02", "2027-03-02"),
        ("2027-03-02T10:00:00Z", "2027-03-02T10:00:00Z"),
        ("no", "no"),
        ("yes", "yes"),
        ("on", "on"),
        ("NO", "NO"),
        ("y", "y"),
        ("true", True),
        ("False", False),
        ("TRUE", True),
        ("tRUE", "tRUE"),
        ("null", None),
        ("~", None),
        ("", None),
        ("nULL", "nULL"),
        ("0", 0),
        ("-7", -7),
        ("+7", 7),
        ("007", 7),
        ("0o14", 12),
        ("0x1F", 31),
        ("0b101", "0b101"),
        ("1_000", "1_000"),
        ("1,5", "1,5"),
        ("12.05", 12.05),
        ("400.000", 400.0),
        (".5", 0.5),
        ("5.", 5.0),
        ("1e3", 1000.0),
        ("1e9999", "1e9999"),
        (".inf", ".inf"),
        (".nan", ".nan"),
        ("1.2.3", "1.2.3"),
        ("9" * 18, int("9" * 18)),
        ("9" * 19, float("9" * 19)),
        ("=", "="),
    ],
)
def test_core_schema(text: str, value: Any) -> None:
    found = resolve(text)
    assert found == value
    assert type(found) is type(value)


def test_quoted_values_and_tags_stay_text() -> None:
    assert read("a: '12'\nb: \"true\"\nc: !!str 12\nd: |\n  12\n").value == {
        "a": "12",
        "b": "true",
        "c": "12",
        "d": "12\n",
    }


def test_keys_are_text_as_they_are_written() -> None:
    yaml = read("2027: a\n0x10: b\ntrue: c\n~: d\n'2028': e\n2029-01-01: f\n")
    assert list(yaml.value) == ["2027", "0x10", "true", "~", "2028", "2029-01-01"]


def test_places_in_block_and_flow_style() -> None:
    text = (
        "# en kommentar\n"
        "titel: Åen 😀 løber  # æøå\n"
        "liste:\n"
        "  - {a: 1, 'b c': [x, \"y\"]}\n"
        "  -\n"
        "  - tekst over\n"
        "    to linjer\n"
        "tom:\n"
        "slut: >-\n"
        "  foldet\n"
        "  tekst\n"
    )
    yaml = read(text)
    assert yaml.faults == ()
    assert yaml.value["liste"] == [{"a": 1, "b c": ["x", "y"]}, None, "tekst over to linjer"]
    keys = {key: under(text, span) for key, span in yaml.place.keys.items()}
    assert keys == {key: key for key in ("titel", "liste", "tom", "slut")}
    parts = yaml.place.parts
    assert under(text, parts["titel"]) == "Åen 😀 løber"
    first = parts["liste"].parts[0]
    assert under(text, first) == "{a: 1, 'b c': [x, \"y\"]}"
    assert under(text, first.keys["b c"]) == "'b c'"
    assert under(text, first.parts["b c"]) == '[x, "y"]'
    assert under(text, first.parts["b c"].parts[1]) == '"y"'
    assert under(text, parts["liste"].parts[2]) == "tekst over\n    to linjer"


def test_a_doubled_key_is_told_of_and_the_first_counts() -> None:
    yaml = read("a: 1\nb: 2\na: 3\n")
    assert yaml.value == {"a": 1, "b": 2}
    (fault,) = yaml.faults
    assert (fault.name, fault.span.line, fault.params["first_line"]) == ("doubled-key", 3, 1)


def test_an_alias_is_its_anchors_value_and_place() -> None:
    text = "a: &x {k: v}\nb: *x\n"
    yaml = read(text)
    assert yaml.value == {"a": {"k": "v"}, "b": {"k": "v"}}
    assert under(text, yaml.place.parts["b"].parts["k"]) == "v"


@pytest.mark.parametrize(
    "bomb",
    [
        "a: &a [x, x, x, x, x, x, x, x, x, x]\n"
        + "".join(
            f"{k}: &{k} [{', '.join([f'*{j}'] * 10)}]\n"
            for j, k in zip("abcdefgh", "bcdefghi", strict=True)
        ),
        "a: &a " + "x" * 100_000 + "\nb: [" + ", ".join(["*a"] * 19_000) + "]\n",
        "- x\n" * (MAX_NODES + 1),
    ],
    ids=["aliases", "long texts", "entries"],
)
def test_what_grows_without_bound_is_stopped(bomb: str) -> None:
    yaml = read(bomb)
    assert [fault.name for fault in yaml.faults] == ["yaml-too-many"]
    assert not yaml.complete


@pytest.mark.parametrize("nest", ["[" * 100_000, "{a: " * 5_000, "- " * 5_000, "? " * 200])
def test_nesting_is_stopped(nest: str) -> None:
    yaml = read("a: b\nc:\n " + nest)
    assert yaml.faults[0].name == "yaml-too-deep"
    assert yaml.faults[0].params["limit"] == MAX_DEPTH


@pytest.mark.parametrize(
    "text",
    ["maria-rossing", "2027", "true", "", "a: b", "a #b", "[x", "12:05", "- a", "é", "a,b", "*x"],
)
def test_a_text_is_written_so_that_it_is_read_as_itself(text: str) -> None:
    shown = written(text)
    assert "\n" not in shown
    assert read(f"a: {shown}\n").value == {"a": text}
    assert read(f"a: [{shown}, b]\n").value == {"a": [text, "b"]}
