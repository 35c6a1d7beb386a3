"""A kind of document that `wp` knows only by its form."""

import pytest

from wp.programme.assemble import page
from wp.programme.labels import default_of, labels_of, values_of
from wp.reading.document import make_document
from wp.reading.source import Source
from wp.reading.template import make_template

FORM = """---
template: hearing
version: 1
name: Høringssvar
applies_to: hearings/*.md
collection: hearings
lifecycle: {field: state, order: [open, closed], complete_from: closed}
schema:
  type: object
  required: [title, date]
  properties:
    title: {type: string, title: Titel}
    date: {type: string, format: date, title: Dato}
    state:
      enum: [open, closed]
      default: open
      title: Tilstand
      x-labels: {open: {da: Åben, en: Open}, closed: {da: Lukket, en: Closed}}
    about: {type: array, title: Angår, items: {type: string, x-reference: [one-pagers, goals]}}
    from:
      type: object
      title: Afsender
      properties:
        who: {type: string, x-reference: [people, organisations], title: Hvem}
        pages: {type: integer, title: Sider}
    answers:
      type: object
      title: Svar
      propertyNames: {x-reference: cross_cutting}
      additionalProperties: {type: string}
    letter: {type: string, x-file: true, title: Brev}
    public: {type: boolean, title: Offentlig}
    questions: {type: array, title: Spørgsmål, items: {type: object}}
---

## Svaret {#answer}

> Hvad der blev svaret.

## Spørgsmål {number} {#question each=questions}

> Ét svar for hvert spørgsmål.
"""
HEARING = """---
public: false
about: [naturkortet, let-adgang, ukendt]
title: Svar fra Prøveby
date: 2026-09-01
from: {who: proeveby-kommune, pages: 3}
answers: {lige-adgang: Ja, andet: Nej}
letter: ../attachments/brev.pdf
questions: [{number: 1, title: Hvem?}, {number: 2, title: Hvornår?}]
extra: Uden for skemaet
note:
---

## Svaret

Godt.

## Spørgsmål 2 Hvornår?

Snart.
"""


@pytest.fixture(scope="module")
def form():
    return make_template(make_document(Source("templates/hearing.md", FORM), None, ()))


@pytest.fixture(scope="module")
def found(made, plain, form):
    names = ["programme.md", "people.yml", "one-pagers/naturkortet.md"]
    files = {name: (plain.content / name).read_text(encoding="utf-8") for name in names}
    repository = made({**files, "hearings/proeveby.md": HEARING}, form)
    return page(repository, repository.by_path["content/hearings/proeveby.md"])


def shown(value):
    """Return a value as a simple template would show it in Danish."""
    match value.kind:
        case "list":
            return [shown(item) for item in value.values]
        case "record":
            return {field.title: shown(field.value) for field in value.fields}
        case "ref":
            return value.ref.title
        case "choice":
            return value.labels["da"]
        case "number" | "boolean":
            return value.number
    return value.text


def test_a_page_knows_its_kind(found):
    assert (found.kind, found.kind_title, found.title) == (
        "hearing", "Høringssvar", "Svar fra Prøveby",
    )  # fmt: skip
    assert found.status == "open"
    assert [(s.key, s.title, s.empty) for s in found.sections] == [
        ("answer", "Svaret", False),
        ("question", "Spørgsmål 1", True),
        ("question", "Spørgsmål 2 Hvornår?", False),
    ]


def test_fields_stand_in_the_order_of_the_schema_with_names_for_ids(found):
    assert [(field.title, shown(field.value)) for field in found.fields] == [
        ("Dato", "2026-09-01"),
        ("Angår", ["Naturkortet – den fælles database", "Let og lige adgang", "ukendt"]),
        ("Afsender", {"Hvem": "Prøveby Kommune", "Sider": 3}),
        ("Svar", {"Lige adgang i hele landet": "Ja", "andet": "Nej"}),
        ("Brev", "../attachments/brev.pdf"),
        ("Offentlig", 0),
        ("Spørgsmål", [{"number": 1, "title": "Hvem?"}, {"number": 2, "title": "Hvornår?"}]),
        ("extra", "Uden for skemaet"),
    ]
    kinds = {field.key: field.value.kind for field in found.fields}
    assert kinds == {
        "date": "date", "about": "list", "from": "record", "answers": "record",
        "letter": "file", "public": "boolean", "questions": "list", "extra": "text",
    }  # fmt: skip


def test_a_reference_says_what_it_leads_to(found):
    about = next(field for field in found.fields if field.key == "about")
    refs = [value.ref for value in about.value.values]
    assert [(ref.kind, ref.status) for ref in refs] == [
        ("one-pagers", "approved"), ("goals", ""), ("", ""),
    ]  # fmt: skip


def test_labels_come_from_the_form(form, templates):
    assert labels_of(form, ("state",)) == {
        "open": {"da": "Åben", "en": "Open"},
        "closed": {"da": "Lukket", "en": "Closed"},
    }
    assert (
        labels_of(templates["one-pager"], ("responsible", 0, "role"))["primary"]["da"] == "primær"
    )
    assert labels_of(form, ("date",)) == labels_of(form, ("no", 0, "such")) == {}
    assert list(values_of(form, ("state",))) == ["open", "closed"]
    assert default_of(form, ("state",)) == "open"
    assert default_of(form, ("title",)) == ""
    assert labels_of(None, ("state",)) == {}
