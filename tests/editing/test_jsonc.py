"""Adding to JSON with comments: what a person wrote stays, and all that is wanted is in."""

import json
import re
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wp.editing.jsonc import NotJsonError, OtherwiseSetError, json_text, merged

WANTED = {"yaml.schemas": {"a.json": ["x.yml"]}, "list": ["one"]}


def plain(text: str) -> Any:
    """Return what a text says, by another way than the one that is tried: comments cut out."""
    text = re.sub(r'("(?:[^"\\]|\\.)*")|//[^\r\n]*|/\*.*?\*/', r"\1", text, flags=re.DOTALL)
    text = re.sub(r'("(?:[^"\\]|\\.)*")|,(?=\s*[}\]])', r"\1", text.removeprefix("\ufeff"))
    return json.loads(text)


def test_an_empty_file_gets_it_all() -> None:
    assert merged("", WANTED) == json_text(WANTED)
    assert merged(" \n", WANTED) == json_text(WANTED)


def test_comments_order_and_indentation_stay() -> None:
    before = """// mine
{
    // tabs are for others
    "editor.tabSize": 2, // two
    "list": [ "zero" /* first */ ],
    "yaml.schemas": {
        "b.json": "y.yml" // theirs
    }
    /* the end */
}
"""
    after = """// mine
{
    // tabs are for others
    "editor.tabSize": 2, // two
    "list": [ "zero", /* first */
      "one"
     ],
    "yaml.schemas": {
        "b.json": "y.yml", // theirs
        "a.json": [
          "x.yml"
        ]
    }
    /* the end */
}
"""
    assert merged(before, WANTED) == after
    assert merged(after, WANTED) == after


def test_a_comma_after_the_last_entry_and_line_ends_of_windows_stay() -> None:
    before = '{\r\n\t"list": ["one",],\r\n\t"a": 1, // c\r\n}\r\n'
    after = (
        '{\r\n\t"list": ["one",],\r\n\t"a": 1, // c\r\n\t"yaml.schemas": {\r\n'
        '\t  "a.json": [\r\n\t    "x.yml"\r\n\t  ]\r\n\t},\r\n}\r\n'
    )
    assert merged(before, WANTED) == after


def test_a_byte_order_mark_stays() -> None:
    assert merged("\ufeff{}", {"a": 1}) == '\ufeff{\n  "a": 1\n}'


def test_what_looks_like_a_comment_inside_a_text_is_text() -> None:
    before = '{"url": "https://eksempel.dk/*x*/", "b": "\\"//"}'
    assert plain(merged(before, {"a": 1})) == {
        "url": "https://eksempel.dk/*x*/", "b": '"//', "a": 1,
    }  # fmt: skip


def test_a_task_of_the_same_name_is_the_users_own() -> None:
    before = '{"tasks": [{"label": "wp check", "command": "mine"}]}'
    assert merged(before, {"tasks": [{"label": "wp check", "command": "wp"}]}) == before


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ('{"yaml.schemas": false}', "yaml.schemas"),
        ('{"yaml.schemas": {"a.json": "other.yml"}}', "yaml.schemas › a.json"),
        ('{"list": {"one": 1}}', "list"),
    ],
)
def test_what_says_something_else_is_named(text: str, key: str) -> None:
    with pytest.raises(OtherwiseSetError) as stopped:
        merged(text, WANTED)
    assert stopped.value.key == key


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("[]", 1),
        ("1", 1),
        ("{} {}", 1),
        ('{\n"a" 1}', 2),
        ('{\n"a": 1\n"b": 2}', 3),
        ('{\n"a": nej}', 2),
        ("{\n/* open", 2),
        ('{"a": "\n"}', 1),
        ("{", 1),
        ("{'a': 1}", 1),
        ("[" * 4000, 1),
        ("{\n\x00}", 2),
    ],
)
def test_what_is_not_json_is_named_by_its_line(text: str, line: int) -> None:
    with pytest.raises(NotJsonError) as stopped:
        merged(text, WANTED)
    assert stopped.value.line == line


NAMES = st.text(st.characters(codec="utf-8", exclude_categories=("C",)), max_size=6)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-9, 9) | NAMES,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(NAMES, inner, max_size=3),
    max_leaves=12,
)
MAPPINGS = st.dictionaries(NAMES, VALUES, max_size=4)
BLANKS = st.sampled_from(["", " ", "\n", "\n  ", " // æ, {\n", " /* ] */ ", "\r\n\t"])


@st.composite
def commented(draw: st.DrawFn) -> tuple[dict[str, Any], str]:
    """Return a mapping, and a text that says the same with comments and blanks anywhere."""
    value = draw(MAPPINGS)
    tokens = re.findall(r'"(?:[^"\\]|\\.)*"|[{}\[\]:,]|[-\w]+', json.dumps(value))
    return value, "".join(draw(BLANKS) + token for token in tokens) + draw(BLANKS)


@given(commented(), MAPPINGS)
@settings(max_examples=150, deadline=None)
def test_all_that_was_there_stays_and_all_that_is_wanted_is_there(
    given_text: tuple[dict[str, Any], str], wanted: dict[str, Any]
) -> None:
    value, text = given_text
    assert plain(text) == value, "the text is made rightly"
    try:
        after = merged(text, wanted)
    except OtherwiseSetError:
        return
    found = plain(after)
    assert {key: found[key] for key in value if key not in wanted} == {
        key: item for key, item in value.items() if key not in wanted
    }
    assert set(found) == set(value) | set(wanted)
    assert merged(after, wanted) == after
    rest = iter(after)
    assert all(sign in rest for sign in text), "what was written stands there still, in its order"
