"""People, bodies and initiatives as the registers have them, in drafts too."""

from wp.programme.assemble import assemble

INITIATIVES = """initiatives:
  - {id: plan, title: Åben plan}
  - {id: plan-10, title: Tiende, part_of: plan, number: 10}
  - {id: plan-9, title: Niende, part_of: plan, number: 9}
  - {id: under, title: Under niende, part_of: plan-9}
  - {id: ring-a, title: Ring A, part_of: ring-b}
  - {id: ring-b, title: Ring B, part_of: ring-a}
  - {id: anden, title: Anden plan}
  - {id: loes, title: Løs del, part_of: ukendt}
  - {title: Uden id}
"""
PEOPLE = """organisations:
  - {id: aarhus, name: Aarhus Universitet, short: AU}
  - {id: odense, name: Odense}
people:
  - {id: aase, name: Åse Bo, title: Professor, organisation: aarhus}
  - {id: bo, name: Bo Aas}
  - {name: Uden Id}
bodies:
  - {id: sek, name: Sekretariat, kind: secretariat}
  - {id: raad, name: Råd, kind: council, members: [{who: bo}, {who: aase, role: chair}]}
"""
TOPIC = """---
title: Emne
status: draft
responsible:
  - {who: bo, role: contributor}
  - {who: aase, role: primary, note: Måske.}
  - {role: primary}
interfaces: [plan-9, ukendt]
---
"""


def made_programme(made):
    return assemble(
        made(
            {
                "initiatives.yml": INITIATIVES,
                "people.yml": PEOPLE,
                "one-pagers/emne.md": TOPIC,
                "one-pagers/parkeret.md": TOPIC.replace("draft", "parked"),
            }
        )
    )


def test_initiatives_stand_with_their_parts_by_number(made):
    initiatives = made_programme(made).initiatives
    assert [item.title for item in initiatives] == [
        "Anden plan", "Løs del", "Uden id", "Åben plan", "Niende", "Under niende", "Tiende",
        "Ring A", "Ring B",
    ]  # fmt: skip
    plan = next(item for item in initiatives if item.id == "plan")
    assert [ref.id for ref in plan.parts] == ["plan-9", "plan-10"]
    ninth = next(item for item in initiatives if item.id == "plan-9")
    assert (ninth.part_of.title, [ref.id for ref in ninth.topics]) == ("Åben plan", ["emne"])


def test_the_matrix_keeps_what_no_register_knows(made):
    matrix = made_programme(made).interplay
    assert [(ref.title, ref.path) for ref in matrix.columns] == [
        ("Niende", "content/initiatives.yml"),
        ("ukendt", ""),
    ]
    assert [row.cells for row in matrix.rows] == [(True, True)]


def test_people_stand_by_the_danish_alphabet(made):
    programme = made_programme(made)
    assert [actor.name for actor in programme.people] == ["Bo Aas", "Uden Id", "Åse Bo"]
    assert [actor.brief for actor in programme.organisations] == ["Odense", "AU"]
    assert programme.people[2].title == "Professor"
    assert programme.people[2].organisation.brief == "AU"


def test_bodies_and_seats_stand_by_their_kinds_and_roles(made):
    programme = made_programme(made)
    assert [body.id for body in programme.bodies] == ["raad", "sek"]
    seats = programme.bodies[0].members
    assert [(seat.actor.id, seat.role) for seat in seats] == [("aase", "chair"), ("bo", "member")]
    assert programme.council is None


def test_the_responsible_stand_by_role_and_without_a_home_for_themselves(made):
    programme = made_programme(made)
    (topic,) = programme.one_pagers
    assert [(r.actor.id, r.role, r.note) for r in topic.responsible] == [
        ("aase", "primary", "Måske."),
        ("bo", "contributor", ""),
    ]
    loads = programme.responsibilities.by_organisation
    assert [(load.actor.name, len(load.topics)) for load in loads] == [
        ("Bo Aas", 1),
        ("Aarhus Universitet", 1),
    ]


def test_attachments_are_told_by_their_path_from_the_root(programme, eksempel):
    files = [a.file for meeting in programme.meetings for a in meeting.attachments if a.file]
    assert files == ["content/attachments/optaelling-af-kortlag.csv"]
    assert all((eksempel.root / file).is_file() for file in files)
