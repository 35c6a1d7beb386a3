"""Laws of the starter, over made-up titles and made-up forms."""

import json
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from wp.errors import WpError
from wp.reading.document import make_document
from wp.reading.repository import Repository
from wp.reading.source import Source
from wp.reading.template import Template, make_template
from wp.starting.document import document_id
from wp.starting.text import starter
from wp.starting.values import starting_values

NAMES = st.sampled_from(["a", "b", "kind", "date", "items", "no", "2027", "æble"])
# JSON escapes what lies above U+FFFF in two parts, which YAML doesn't join
TEXTS = st.text(st.characters(max_codepoint=0xFFFF, exclude_categories=["Cs"]), max_size=20)
SCALARS = st.one_of(
    st.just({"type": "string"}),
    st.just({"type": "string", "format": "date"}),
    st.just({"type": "string", "x-reference": "people"}),
    st.just({"type": "integer", "minimum": 3}),
    st.just({"type": "boolean", "default": False}),
    st.just({"enum": ["x", "y"]}),
    st.just({"enum": ["x", "y"], "default": "y"}),
    st.just({"const": "z"}),
    st.builds(lambda text: {"type": "string", "default": text}, TEXTS),
    st.just({"type": "string", "pattern": "^[0-9]{2}:[0-9]{2}$"}),
    st.builds(lambda a, b: {"type": "string", "title": a, "description": b}, TEXTS, TEXTS),
)


def objects(inner: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.dictionaries(NAMES, inner, min_size=1, max_size=4).flatmap(
        lambda fields: st.builds(
            lambda required: {
                "type": "object",
                "properties": fields,
                "required": required,
                "additionalProperties": False,
            },
            st.lists(st.sampled_from(sorted(fields)), unique=True),
        )
    )


FIELDS = st.recursive(
    SCALARS,
    lambda inner: st.one_of(
        objects(inner),
        st.builds(
            lambda items, least: {"type": "array", "items": items, "minItems": least},
            inner,
            st.integers(0, 3),
        ),
        st.builds(lambda value: {"type": "object", "additionalProperties": value}, SCALARS),
    ),
    max_leaves=12,
)


def form(schema: dict[str, Any]) -> Template:
    front = {"template": "made-up", "version": 1, "applies_to": "x/*.md", "schema": schema}
    text = f"---\n{json.dumps(front)}\n---\n\n## Tekst {{#text}}\n\n> Skriv her.\n"
    return make_template(make_document(Source("templates/made-up.md", text), None, ()))


def without_empty(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: without_empty(item) for key, item in value.items() if item is not None}
    if isinstance(value, list):
        return [without_empty(item) for item in value]
    return value


@settings(max_examples=300, deadline=None)
@given(objects(FIELDS), st.sampled_from(["da", "en"]))
def test_any_form_gives_a_starter_in_which_things_lack_but_nothing_is_wrong(
    schema: dict[str, Any], language: Any
) -> None:
    template = form(schema)
    values = starting_values(template, {})
    text = starter(template, Repository(Path(), {"made-up": template}, ()), values, language)
    document = make_document(Source("content/x/y.md", text), template, ())
    assert document.faults == ()
    assert document.complete
    assert document.data == values, "what is read is what was meant"
    for error in template.validator.iter_errors(without_empty(document.data)):
        assert error.kind.name == "required", error.message
    assert [section.title for section in document.sections] == ["Tekst"]


@settings(max_examples=300, deadline=None)
@given(st.text())
def test_any_title_is_read_back(title: str) -> None:
    template = form({"type": "object", "properties": {"title": {"type": "string"}}})
    shown = " ".join("".join(c if c.isprintable() else " " for c in title).split())
    values = starting_values(template, {"title": shown})
    text = starter(template, Repository(Path(), {}, ()), values, "da")
    document = make_document(Source("content/x/y.md", text), template, ())
    assert document.faults == ()
    assert document.data == {"title": shown}


@given(st.text())
def test_any_title_gives_an_id_or_none(title: str) -> None:
    name = document_id(title)
    assert len(name) <= 60
    assert name == "" or set(name) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
    assert not name.startswith("-")
    assert not name.endswith("-")
    assert document_id(name) == name, "an id is its own id"


@given(st.text(), st.text())
def test_a_form_is_made_or_refused(key: str, value: str) -> None:
    """Whatever stands in a schema, the form is usable or an error that the user is told of."""
    try:
        template = form({"type": "object", "properties": {key: {"title": value}}})
    except WpError:
        return
    values = starting_values(template, {})
    starter(template, Repository(Path(), {}, ()), values, "da")
