"""Whatever stands in the front matter, the council's rules neither stop nor guess."""

import copy
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from tests.checking import golden

from wp.checking.engine import check_repository, rule_modules
from wp.reading.document import Document, Pointer, make_document
from wp.reading.repository import Repository, read_repository, template_for
from wp.reading.source import Source

EKSEMPEL = Path(__file__).resolve().parents[1] / "eksempelraadet"
ODD: list[Any] = [
    None,
    "",
    "ordet",
    "2027-13-45",
    7,
    -1,
    1.5,
    True,
    [],
    [None],
    ["x"],
    {},
    {"x": 1},
]
COUNCIL = [m for m in rule_modules() if any(rule.code[2] in "567" for rule in m.RULES)]


def pointers(value: Any, above: Pointer = ()) -> Iterator[Pointer]:
    """Yield the pointer of every value."""
    if above:
        yield above
    if isinstance(value, dict | list):
        items = value.items() if isinstance(value, dict) else enumerate(value)
        for key, item in items:
            yield from pointers(item, (*above, key))


def changed(document: Document, pointer: Pointer, value: Any) -> Document:
    data = copy.deepcopy(dict(document.data))
    node: Any = data
    for part in pointer[:-1]:
        node = node[part]
    node[pointer[-1]] = value
    return replace(document, data=data)


def with_document(repository: Repository, document: Document) -> Repository:
    others = [d if d.path != document.path else document for d in repository.documents]
    return replace(repository, documents=tuple(others))


def run(repository: Repository) -> list[str]:
    found = []
    for module in COUNCIL:
        if hasattr(module, "check"):
            for document in repository.documents:
                found += [f.rule.name for f in module.check(document, repository)]
        if hasattr(module, "check_all"):
            found += [f.rule.name for f in module.check_all(repository)]
    return found


# What the base of the cases has no need of: announced and superseded, parked and limited.
MORE = {
    "content/minutes/2027-06-15.md": """---
body: raadet
date: 2027-06-15
status: approved
approved_in: 2027-03-02
decisions:
  - {id: 2027-06-15-1, item: 1, text: Rådet parkerede emnet., verb: parks, sets: parked,
     concerns: [parkeret], supersedes: [2027-03-02-1]}
milestones:
  - {milestone: raadets-godkendelse, date: 2027-06-02}
next_meeting: {date: 2027-09-14}
---

Næste møde er onsdag den 14. september 2027 og mandag den 15. juni.
""",
    "content/one-pagers/parkeret.md": """---
title: Parkeret
status: parked
focus_area: ret
responsible: [{who: carl-eg, role: primary}]
horizon: long
goals: [bedre-data]
activities:
  - {id: en, title: En, start: 2029-01-01, end: 2029-02-01, responsible: carl-eg,
     cost: {2029: 10}, depends_on: [maaling]}
depends_on: [retsgrundlag]
interfaces: [sundhedsplanen]
cross_cutting: {ny-teknologi: Den bliver fulgt.}
decisions: [2027-06-15-1]
awaiting: En ny lov.
---
""",
}


def rich() -> Repository:
    """The base of the cases with more in it, of which some isn't right."""
    base = read_repository(golden.BASE)
    documents = list(base.documents)
    for path, text in MORE.items():
        template = template_for(base.templates, path)
        documents.append(make_document(Source(path, text), template, ()))
    return replace(base, documents=tuple(sorted(documents, key=lambda d: d.path)))


BASE = rich()


@pytest.mark.parametrize("path", [document.path for document in BASE.documents])
def test_no_odd_value_stops_a_rule(path: str) -> None:
    document = BASE.by_path[path]
    for pointer in pointers(document.data):
        for value in ODD:
            run(with_document(BASE, changed(document, pointer, value)))


@pytest.mark.parametrize("gone", [document.path for document in BASE.documents])
def test_a_file_that_is_not_there_stops_no_rule(gone: str) -> None:
    left = tuple(document for document in BASE.documents if document.path != gone)
    run(replace(BASE, documents=left))


def test_a_finished_council_has_nothing_to_hear() -> None:
    assert run(read_repository(EKSEMPEL)) == []
    assert run(read_repository(golden.BASE)) == []
    assert set(run(BASE)) >= {"wrong-weekday", "doubtful-weekday", "milestone-moved"}


def test_what_the_council_ought_to_be_warned_of_is_found() -> None:
    """The contradictions that stand in the council's own material, each at its place."""
    found = check_repository(read_repository(golden.TESTS.parent))
    at = {
        (item.finding.rule.name, item.finding.path.rpartition("/")[2], str(item.severity))
        for item in found
    }
    assert ("milestone-order", "programme.md", "warning") in at
    assert ("important-unallocated", "programme.md", "warning") in at
    assert ("allocated-unassessed", "programme.md", "info") in at
    assert {name for rule, name, _ in at if rule == "assessed-unsettled"} == {
        "faelles-tilgange.md",
        "koordinering-helgenomsekventering.md",
        "farmakogenetik.md",
        "evaluering.md",
    }
    order = [i.finding for i in found if i.finding.rule.name == "milestone-order"]
    assert [(str(f.params["date"]), str(f.params["later"])) for f in order] == [
        ("2025-10-03", "2025-11-18")
    ]
