"""The text of documents: nothing lost, every note with the section that refers to it."""

import pytest

from wp.programme.assemble import one_pager
from wp.reading.markup import parse


def topic(made, body, front="title: Et emne\nstatus: draft\n"):
    repository = made({"one-pagers/emne.md": f"---\n{front}---\n\n{body}"})
    return one_pager(repository, repository.documents[0])


def words(section):
    return " ".join(" ".join(block.plain_text() for block in section.blocks).split())


def test_sections_of_the_form_are_there_even_when_the_document_lacks_them(made):
    found = topic(made, "## Mål\n\nAt nå det.\n")
    assert [(s.key, s.title, s.empty) for s in found.sections] == [
        ("background", "Baggrund og motivation", True),
        ("goals", "Mål", False),
        ("needs", "Behov", True),
        ("activities", "Aktiviteter", True),
        ("time", "Tid", True),
        ("actors", "Aktører", True),
    ]
    assert words(found.section("goals")) == "At nå det."
    assert found.section("no-such-key") is None


def test_sections_stand_in_the_order_of_the_form(made):
    found = topic(made, "## Tid\n\nSnart.\n\n## Mål\n\nDet.\n")
    assert [s.key for s in found.sections if not s.empty] == ["goals", "time"]


def test_text_that_the_form_has_no_heading_for_is_kept(made):
    found = topic(made, "Først.\n\n## Mål\n\nA.\n\n## Risici\n\nB.\n\n## Mål\n\nC.\n")
    assert [(s.key, s.title, words(s)) for s in found.sections if not s.empty] == [
        ("", "", "Først."),
        ("goals", "Mål", "A."),
        ("", "Risici", "B."),
        ("", "Mål", "C."),
    ]


def test_deeper_headings_stay_in_their_section(made):
    found = topic(made, "## Behov\n\nFørst.\n\n### Nu\n\nA.\n\n### Siden\n\nB.\n")
    kinds = [block.kind for block in found.section("needs").blocks]
    assert kinds == ["paragraph", "heading", "paragraph", "heading", "paragraph"]
    assert found.section("needs").level == 2


def test_notes_go_with_the_sections_that_refer_to_them(made):
    found = topic(
        made,
        "## Mål\n\nEt[^a] og to[^b].\n\n## Behov\n\nEt igen[^a].\n\n## Tid\n\nIntet.\n\n"
        "[^b]: Se[^c].\n[^a]: Kilde.\n[^c]: Dyb.\n[^d]: Ubrugt.\n",
    )
    labels = {s.key: [note.attrs["label"] for note in s.notes] for s in found.sections}
    assert labels["goals"] == ["a", "b", "c"]
    assert labels["needs"] == ["a"]
    assert labels["time"] == []
    assert words(found.section("time")) == "Intet."


def test_a_note_defined_inside_a_list_leaves_it(made):
    found = topic(made, "## Mål\n\n- Et[^a]\n\n  [^a]: Kilde.\n- To\n")
    goals = found.section("goals")
    assert [note.plain_text() for note in goals.notes] == ["Kilde."]
    assert all(node.kind != "footnote" for block in goals.blocks for node in block.walk())


def test_every_word_of_eksempelraadet_is_there(programme, plain):
    """Each document's text, parsed on its own, is the text of its sections and notes together."""
    for found in (*programme.one_pagers, *programme.aside):
        whole = parse(plain.body(f"one-pagers/{found.id}.md"))
        expected = sorted(
            node.text for node in whole.walk() if node.kind in ("text", "code", "code_block")
        )
        texts = [section.title for section in found.sections]
        notes = {note.attrs["label"]: note for s in found.sections for note in s.notes}
        blocks = [block for section in found.sections for block in section.blocks]
        texts += [
            node.text
            for block in (*blocks, *notes.values())
            for node in block.walk()
            if node.kind in ("text", "code", "code_block")
        ]
        assert sorted(texts) == expected


@pytest.mark.parametrize("key", ["foreword", "summary", "organisation", "economy"])
def test_the_programmes_own_text_is_found_by_key(programme, key):
    assert not programme.section(key).empty


def test_an_agenda_item_under_another_title_is_found_and_said_so(council):
    from wp.programme.assemble import meeting

    found = meeting(council, council.by_path["content/minutes/2025-06-17.md"])
    item = found.agenda[4]
    assert item.renamed
    assert item.heading.startswith("Pkt. 5 Videre drøftelse")
    assert item.title.startswith("Drøftelse")
    assert [s.key for s in item.sections] == [
        "recommendation", "minutes", "case", "process", "attachments",
    ]  # fmt: skip


MINUTES = """---
date: 2027-01-05
agenda:
  - {number: 1, title: Velkomst}
  - {number: 2, title: Økonomi}
---

Før mødet.

## Pkt. 2 Økonomi

Under punktet.

### Referat

Drøftet.

## Efterskrift

Efter mødet.
"""


def test_minutes_keep_text_outside_the_agenda(made):
    from wp.programme.assemble import meeting

    repository = made({"minutes/2027-01-05.md": MINUTES})
    found = meeting(repository, repository.documents[0])
    first, second = found.agenda
    assert [(s.key, s.empty) for s in first.sections] == [("minutes", True)]
    assert [(s.key, words(s)) for s in second.sections] == [
        ("", "Under punktet."),
        ("minutes", "Drøftet."),
    ]
    assert [(s.title, words(s)) for s in found.sections] == [
        ("", "Før mødet."),
        ("Efterskrift", "Efter mødet."),
    ]
