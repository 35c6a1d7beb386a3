"""Whatever stands in minutes and texts, their rules neither stop nor guess."""

import re
from dataclasses import replace
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.checking import golden
from tests.checking.test_council_laws import ODD, changed, pointers, with_document

from wp.checking.engine import check_repository, rule_modules
from wp.checking.names import Names
from wp.checking.rules import privacy, readability
from wp.findings import Finding
from wp.reading.document import Document, make_document
from wp.reading.repository import Entry, Repository, read_repository, template_for
from wp.reading.source import Source

MODULES = [m for m in rule_modules() if any(rule.code[2] in "89" for rule in m.RULES)]
MINUTES = """---
body: raadet
date: 2027-05-04
issued: 2027-05-11
start: 10:00
end: 12:00
place: Prøvegade 1
status: draft
present:
  - {who: anna-berg, role: chair}
  - {who: eva-gram, substitute_for: bo-dahl}
absent: [{who: bo-dahl}, {who: carl-eg}]
guests: [{who: hans-iversen, item: 1}]
secretariat: [{who: dorte-friis}]
agenda:
  - {number: 1, title: Data, start: 10:00, end: 11:00,
     attachments: [{title: Et notat, held_by: NN}]}
  - {number: 2, title: Ret, start: 11:00, end: 12:00}
decisions:
  - {id: 2027-05-04-1, item: 1, text: Rådet tog det til efterretning., verb: notes}
  - {id: 2027-05-04-2, item: 2, text: Fordelt., verb: allocates, concerns: [datakvalitet]}
actions:
  - {item: 2, text: Skriver et notat, responsible: [bo-dahl], due: 2027-06-01}
next_meeting: {date: 2027-09-01, start: 10:00, end: 12:00}
---

## Pkt. 1 Data

### Indstilling

Det indstilles,

- at rådet tager data til efterretning, og
- at rådet beslutter en plan.

### Referat

Hans Iversen fortalte om data, og Bo Dahl er syg. Notatet er vedlagt.
En tidsplan er vedlagt. AB: skriver.

### Bilag

- Et notat

## Pkt. 2 Ret

### Referat

Vi mødes hos Eva.
"""


def rich() -> Repository:
    """The base of the cases with a meeting in which everything happens."""
    base = read_repository(golden.BASE)
    people = base.by_path["content/people.yml"]
    more = "  - {id: eva-gram, name: Eva Gram}\n  - {id: hans-iversen, name: Hans Iversen}\n"
    source = Source(people.path, people.source.text + more)
    path = "content/minutes/2027-05-04.md"
    minutes = make_document(Source(path, MINUTES), template_for(base.templates, path), ())
    documents = [
        make_document(source, people.template, ()) if d is people else d for d in base.documents
    ]
    documents.append(minutes)
    return replace(base, documents=tuple(sorted(documents, key=lambda d: d.path)))


BASE = rich()


def run(repository: Repository) -> list[Finding]:
    found: list[Finding] = []
    for module in MODULES:
        if hasattr(module, "check"):
            for document in repository.documents:
                found += module.check(document, repository)
        if hasattr(module, "check_all"):
            found += module.check_all(repository)
    return found


def test_the_meeting_is_one_that_the_rules_have_something_to_say_of() -> None:
    names = {found.rule.name for found in run(BASE)}
    assert names == {
        "limb-unanswered", "attachment-unlisted", "absence-reason", "responsible-was-absent",
    }  # fmt: skip


@pytest.mark.parametrize("path", [document.path for document in BASE.documents])
def test_no_odd_value_stops_a_rule(path: str) -> None:
    document = BASE.by_path[path]
    for pointer in pointers(document.data):
        for value in ODD:
            run(with_document(BASE, changed(document, pointer, value)))


@pytest.mark.parametrize("gone", [document.path for document in BASE.documents])
def test_a_file_that_is_not_there_stops_no_rule(gone: str) -> None:
    run(replace(BASE, documents=tuple(d for d in BASE.documents if d.path != gone)))


def test_a_file_that_is_cut_off_anywhere_stops_no_rule() -> None:
    for end in range(0, len(MINUTES), 7):
        path = "content/minutes/2027-05-04.md"
        template = BASE.templates["minutes"]
        cut = make_document(Source(path, MINUTES[:end]), template, ())
        for found in run(with_document(BASE, cut)):
            assert found.span.line >= 1


@pytest.mark.parametrize("root", [golden.BASE, golden.TESTS / "eksempelraadet"])
def test_a_finished_council_has_nothing_to_hear(root: Path) -> None:
    assert run(read_repository(root)) == []


def test_what_the_council_ought_to_be_warned_of_is_found() -> None:
    """The contradictions that stand in the council's own material, each at its place."""
    found = check_repository(read_repository(golden.TESTS.parent))
    mine = [item.finding for item in found if item.finding.rule.code[2] in "89"]
    text = {(f.rule.name, f.path.rpartition("/")[2]): f for f in mine}
    unanswered = text["limb-unanswered", "2025-06-17.md"]
    assert (unanswered.params["number"], unanswered.params["limbs"]) == (3, 2)
    sentences = {f.params["sentence"] for f in mine if f.rule.name == "attachment-unlisted"}
    assert sentences == {
        "Invitationen er vedlagt referatet.",
        "En skabelon til one-pagere er vedlagt.",
    }
    absent = text["allocated-while-absent", "forskning.md"]
    assert absent.params["name"] == "Inge Søkilde Pedersen"


def cpr_in(text: str) -> list[str]:
    document = make_document(Source("content/x.md", text), None, ())
    found = privacy.check(document, BASE)
    spans = [f.span for f in found if f.rule is privacy.CPR_NUMBER]
    return [document.source.line(s.line)[s.column - 1 : s.end_column - 1] for s in spans]


@given(
    born=st.dates(date(1900, 1, 1), date(1999, 12, 31)),
    serial=st.integers(0, 3999),
    joint=st.sampled_from(["", "-", " ", "\u00a0", "–", " - "]),
    around=st.sampled_from([("", ""), ("(", ")"), ("cpr: ", "."), ("*", "*"), ("| ", " |")]),
)
def test_every_number_that_can_be_somebodys_is_found(
    born: date, serial: int, joint: str, around: tuple[str, str]
) -> None:
    number = f"{born:%d%m%y}{joint}{serial:04}"
    assert cpr_in(around[0] + number + around[1]) == [number]


@given(st.from_regex(r"\A[0-9]{10}\Z"))
def test_ten_digits_are_a_number_only_if_they_begin_with_a_day(digits: str) -> None:
    possible = re.match(r"(0[1-9]|[12]\d|3[01])(0[1-9]|1[0-2])", digits) is not None
    assert not cpr_in(digits) or possible
    assert cpr_in(f"1{digits}") == cpr_in(f"{digits}1") == cpr_in(f"x{digits}") == []


@given(st.dates(), st.integers(1, 99))
def test_dates_amounts_and_ids_are_no_numbers(day: date, number: int) -> None:
    text = f"{day.isoformat()} {day:%d.%m.%Y} {day:%Y%m%d} {day.isoformat()}-{number} "
    assert cpr_in(text + f"{day:%d-%m-%Y} {number}.000.000 kr.") == []


def people(*names: str) -> Names:
    document = make_document(Source("content/people.yml", "people: []\n"), None, ())
    return Names([Entry(name, document, (), {"name": name}) for name in names])


NAMES = people("Lene Marie Holm", "Jens-Peter Ravn Sørensen", "Bo Dahl", "Anna Berg")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Lene Marie Holm", [("full", "Lene Marie Holm")]),
        ("Lene\u00a0Marie Holms", [("full", "Lene\u00a0Marie Holm")]),
        ("Bo Dahl/Anna Berg", [("full", "Bo Dahl"), ("full", "Anna Berg")]),
        ("Lene Holm", [("part", "Lene Holm")]),
        ("Lene Marie", [("part", "Lene Marie")]),
        ("Lene Holms", [("part", "Lene Holm")]),
        ("Jens Sørensen", [("part", "Jens Sørensen")]),
        ("LENE MARIE HOLM", [("variant", "LENE MARIE HOLM")]),
        ("Jens Peter Ravn Sorensen", [("variant", "Jens Peter Ravn Sorensen")]),
        ("Lenne Marie Holm", [("variant", "Lenne Marie Holm")]),
        ("Anna Bergh", [("variant", "Anna Bergh")]),
        ("Formanden Anna Berg", [("full", "Anna Berg")]),
        ("hos Anna.", [("first", "Anna")]),
        ("Bo kom.", []),
        ("Anna Hansen", []),
        ("Lene Marie Jensen", []),
        ("anna", []),
        ("Lene Holm/Anna Berg", [("part", "Lene Holm"), ("full", "Anna Berg")]),
        ("Anna – Bo Dahl", [("first", "Anna"), ("full", "Bo Dahl")]),
        ("Annas hus", [("first", "Anna")]),
        ("Jens", [("first", "Jens")]),
        ("bo dahlia", []),
    ],
)
def test_who_is_meant(text: str, found: list[tuple[str, str]]) -> None:
    assert [(f.kind, text[f.start : f.end]) for f in NAMES.found_in(text)] == found


@given(st.text(alphabet="LeneMariHolmBoDahl -.'s\n", max_size=60))
def test_names_are_found_in_order_and_apart(text: str) -> None:
    found = list(NAMES.found_in(text))
    assert all(0 <= f.start < f.end <= len(text) for f in found)
    assert all(one.end <= two.start for one, two in pairwise(found))


def lix_of(*paragraphs: str) -> int:
    count = readability._Count()
    for paragraph in paragraphs:
        count.add(paragraph)
    return count.lix


def test_lix_is_words_a_sentence_and_long_words_in_a_hundred() -> None:
    # ten words, two sentences, one of more than six letters: 10/2 + 100*1/10
    assert lix_of("Vi ser på tal og ser. De er meget forskellige.") == 15
    # a colon before a capital ends a sentence: 8/2 + 100*0/8
    assert lix_of("Vi ved nu det: Tal er ikke alt") == 4
    assert lix_of("sammenhængende") == 101
    assert lix_of("") == 0


@settings(max_examples=30)
@given(st.lists(st.sampled_from(["ja", "organisering", "tal", "kvalitet"]), min_size=1))
def test_lix_does_not_mind_how_lines_are_broken(words: list[str]) -> None:
    assert lix_of(" ".join(words) + ".") == lix_of("\n".join(words) + ".")


def test_documents_are_read_as_they_are(tmp_path: Path) -> None:
    """A document keeps its texts; another with the same path has its own."""
    first = make_document(Source("content/x.md", "---\n---\nEn."), None, ())
    second = replace(first, source=Source("content/x.md", "---\n---\nTo."))
    from wp.reading.prose import body_prose

    assert body_prose(first)[0].text == "En."
    assert isinstance(second, Document) and body_prose(second)[0].text == "To."
