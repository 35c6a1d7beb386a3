"""No bytes bring reading or checking down, and every finding stands on a line that is there."""

import dataclasses
import json
from functools import cache
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from wp.checking.engine import check_repository
from wp.language.messages import render, render_related
from wp.reading.document import make_document
from wp.reading.repository import Repository, read_repository, template_for
from wp.reading.source import Source, decode
from wp.reading.yaml_core import Place, _Composer, read_yaml
from wp.reading.yaml_values import NotPlainError, plain_value

BASE = Path(__file__).resolve().parents[1] / "cases_base"
SLOW = settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow], print_blob=True
)
PATHS = st.sampled_from(
    ["content/one-pagers/x.md", "content/minutes/2027-05-04.md", "content/people.yml"]
    + ["content/programme.md"]
)
# Pieces that documents are made of, and that go wrong together.
PIECES = st.sampled_from(
    [
        "---\n",
        "----\n",
        "—\n",
        "...\n",
        "\n",
        "\n\n",
        "  ",
        "\t",
        "- ",
        "? ",
        ": ",
        ":",
        "title: ",
        "#",
    ]
    + ["status: draft\n", "date: 2027-05-04\n", "agenda:\n  - number: 1\n    title: A\n", "goals: "]
    + ["responsible:\n  - who: anna-berg\n    role: primary\n", "&a [", "*a", "]", "{", "}", "!!x "]
    + ["'", '"', "|\n", ">\n", "%", "@", "\\", "12.05", "null", "12:05", "2027", "1.0", "# ", "## "]
    + ["## Mål\n", "### Referat\n", "## Pkt. 1 A\n", "**Tid**\n", "Tekst.\n", "> citat\n", "___\n"]
    + ["[a](b.md)", "![](x.png)", "[a][b]", "[^1]", "[^1]: n\n", "<b>", "<div>\n", "<!-- x -->\n"]
    + [
        "| a | b |\n| - | - |\n| c | d |\n",
        "```\n",
        "===\n",
        "{#id .c a=b}",
        "æøå",
        "é",
        "😀",
        "\x00",
    ]
    + [
        "\x0b",
        "\u2028",
        "\u202e",
        "\r\n",
        "\r",
        "\ufeff",
        "\x85",
        "x" * 200,
        "depends_on: [x, y]\n",
    ]
    + [
        "TODO",
        "xxx",
        "cost: {2027: 1.000}\n",
        "present:\n",
        "https://",
        "javascript:",
        "a@b.dk",
        "%2F",
    ]
)
TEXTS = st.lists(PIECES, max_size=40).map("".join)


@cache
def base() -> Repository:
    return read_repository(BASE)


def repository_with(path: str, data: bytes) -> Repository:
    """Return the valid repository with one file's bytes put in, or put in place of its own."""
    repository = base()
    source, faults = decode(path, data)
    document = make_document(source, template_for(repository.templates, path), faults)
    others = [other for other in repository.documents if other.path != path]
    documents = sorted([*others, document], key=lambda each: each.path)
    files = repository.files | {path}
    return dataclasses.replace(repository, documents=tuple(documents), files=files)


def assert_sound(repository: Repository) -> None:
    """Every finding has a place that exists, and words in both languages."""
    for item in check_repository(repository):
        found = item.finding
        span = found.span
        assert (span.line, span.column) <= (span.end_line, span.end_column)
        document = repository.by_path[found.path]
        lines = document.source.text.split("\n")
        assert 1 <= span.line <= span.end_line <= len(lines)
        assert 1 <= span.column <= len(lines[span.line - 1]) + 1
        assert 1 <= span.end_column <= len(lines[span.end_line - 1]) + 1
        for language in ("da", "en"):
            words = render(found, language)  # type: ignore[arg-type]
            assert words.message.isprintable() and words.help.isprintable()
            for related in found.related:
                assert render_related(related, language)  # type: ignore[arg-type]
                assert related.line >= 1


@SLOW
@given(PATHS, st.binary(max_size=400))
def test_any_bytes(path: str, data: bytes) -> None:
    assert_sound(repository_with(path, data))


@SLOW
@given(PATHS, TEXTS)
def test_any_pieces(path: str, text: str) -> None:
    assert_sound(repository_with(path, text.encode()))


@SLOW
@given(PATHS, st.data())
def test_a_valid_file_with_something_put_in(path: str, data: st.DataObject) -> None:
    shown = path if path in base().by_path else base().documents[0].path
    text = base().by_path[shown].source.text
    at = data.draw(st.integers(0, len(text)))
    gone = data.draw(st.integers(0, 30))
    broken = text[:at] + data.draw(TEXTS) + text[at + gone :]
    assert_sound(repository_with(path, broken.encode()))


# Without control characters and line separators, which YAML wants escaped where JSON doesn't.
CHARACTERS = st.characters(exclude_categories=("C", "Zl", "Zp"))
SCALARS = (
    st.none()
    | st.booleans()
    | st.integers(-(10**17), 10**17)
    | st.floats(allow_nan=False, allow_infinity=False, width=32)
    | st.text(CHARACTERS, max_size=12)
)
KEYS = st.text(CHARACTERS, min_size=1, max_size=8)
DATA = st.recursive(
    SCALARS, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=4)
)


@settings(max_examples=300, deadline=None)
@given(DATA, st.sampled_from([None, 1]))
def test_json_is_read_as_what_it_is(data: Any, indent: int | None) -> None:
    """JSON is YAML 1.2, so its own encoder is an independent writer of it."""
    text = json.dumps(data, indent=indent, ensure_ascii=False)
    source = Source("x.yml", text)
    yaml = read_yaml(source, 0, len(text))
    assert not yaml.faults
    assert yaml.value == data
    assert_places(source, yaml.place, data)


@settings(max_examples=300, deadline=None)
@given(TEXTS | st.text(alphabet="ab: -\n[]{},'\"#&*!|>?%~0189.e+x", max_size=60))
def test_values_alone_are_those_with_places(text: str) -> None:
    """What is read quickly, without places, is what a reading with places gives; or isn't read."""
    source, _ = decode("x.yml", text.encode())
    try:
        alone = plain_value(source.text)
    except NotPlainError:
        return
    composer = _Composer(source, 0, len(source.text))
    value, _, complete = composer.read()
    assert (repr(value), complete, composer.faults) == (repr(alone), True, [])


def assert_places(source: Source, place: Place, data: Any) -> None:
    """Each key and each value stands exactly where its place says."""
    assert json.loads(source.text[place.start : place.end]) == data
    if isinstance(data, dict):
        assert set(place.keys) == set(place.parts) == set(data)
        for key, value in data.items():
            assert json.loads(source.text[slice(*place.keys[key])]) == key
            assert_places(source, place.parts[key], value)
    elif isinstance(data, list):
        assert list(place.parts) == list(range(len(data)))
        for number, value in enumerate(data):
            assert_places(source, place.parts[number], value)


@settings(max_examples=200, deadline=None)
@given(TEXTS, TEXTS)
def test_reading_part_of_a_text_gives_places_in_the_whole(before: str, text: str) -> None:
    """YAML in the midst of a file is the same YAML, moved."""
    source, _ = decode("x.yml", f"{before}\n{text}".encode())
    start = len(source.text) - len(decode("x.yml", text.encode())[0].text)
    alone = Source("x.yml", source.text[start:])
    there, here = read_yaml(source, start, len(source.text)), read_yaml(alone, 0, len(alone.text))
    assert there.value == here.value and there.complete == here.complete
    lines = source.text.count("\n", 0, start)
    assert [(f.name, f.span.line - lines) for f in there.faults] == [
        (f.name, f.span.line) for f in here.faults
    ]


@settings(max_examples=200, deadline=None)
@given(TEXTS)
def test_the_body_is_the_end_of_the_file_and_headings_stand_where_they_say(text: str) -> None:
    source, faults = decode("content/one-pagers/x.md", text.encode())
    document = make_document(source, None, faults)
    for node in document.body.walk():
        span = document.node_span(node)
        assert 1 <= span.line <= source.text.count("\n") + 1
        if node.kind == "text":
            raw = document.body_bytes(node.start, node.end).decode()
            assert (
                source.text[document.body_start :].encode()[node.start : node.end] == raw.encode()
            )
            assert source.line(span.line)[span.column - 1 :].startswith(raw.split("\n")[0].rstrip())
