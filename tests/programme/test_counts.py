"""Every number and cross-reference of Eksempelrådet, counted a second time from the plain files."""

from collections import Counter, defaultdict
from dataclasses import replace

import pytest

from wp.programme.assemble import assemble
from wp.programme.model import Programme
from wp.reading.repository import Repository


def test_topics_stand_by_status(programme, plain):
    by_status = defaultdict(set)
    for ident, data in plain.topics.items():
        by_status[data["status"]].add(ident)
    assert len(plain.included) == 12
    assert {topic.id for topic in programme.one_pagers} == set(plain.included)
    assert {topic.id for topic in programme.parked} == by_status["parked"]
    assert {topic.id for topic in programme.catalogue} == by_status["catalogue"]
    assert {topic.id for topic in programme.proposed} == by_status["proposed"]
    assert len(programme.aside) == len(plain.topics) - 12


def test_topics_stand_by_focus_area_and_danish_title(programme, plain):
    areas = {a["id"]: int(a["order"]) for a in plain.yaml("programme.md")["focus_areas"]}
    orders = [areas[plain.topics[topic.id]["focus_area"]] for topic in programme.one_pagers]
    assert orders == sorted(orders)
    assert [t.title for t in programme.chapters[2].one_pagers] == [
        "Drift, support & ejerskab",
        "Naturkortet – den fælles database",
        "Åbne snitflader til fagsystemer",
    ]
    assert [t for c in programme.chapters for t in c.one_pagers] == list(programme.one_pagers)


def test_activities_are_all_there_in_time_order(programme, plain):
    expected = Counter((i, a["title"], a["start"], a["end"]) for i, a in plain.activities)
    found = [(a.one_pager.id, a.title, a.start, a.end) for a in programme.activities]
    assert Counter(found) == expected
    times = [(start, end) for _, _, start, end in found]
    assert times == sorted(times)


def test_activities_by_horizon(programme, plain):
    expected = Counter(plain.topics[ident]["horizon"] for ident, _ in plain.activities)
    assert {h.key: len(h.activities) for h in programme.horizons} == expected
    assert Counter(a.horizon for a in programme.activities) == expected
    topics = Counter(data["horizon"] for data in plain.included.values())
    assert {h.key: len(h.one_pagers) for h in programme.horizons} == topics


def test_horizons_are_days_and_hold_their_activities(programme):
    days = {h.key: (h.start, h.end) for h in programme.horizons}
    assert days == {
        "short": ("2027-01-01", "2027-12-31"),
        "medium": ("2028-01-01", "2029-12-31"),
        "long": ("2030-01-01", "2030-12-31"),
    }
    for horizon in programme.horizons:
        for activity in horizon.activities:
            assert horizon.start <= activity.start <= activity.end <= horizon.end


def test_activities_by_focus_area(programme, plain):
    expected = Counter(plain.topics[ident]["focus_area"] for ident, _ in plain.activities)
    assert {c.focus_area.id: len(c.activities) for c in programme.chapters} == expected
    assert Counter(a.focus_area.id for a in programme.activities) == expected


def test_sums_by_year_and_focus_area(programme, plain):
    sums = defaultdict(int)
    for ident, activity in plain.activities:
        for year, amount in activity.get("cost", {}).items():
            sums[plain.topics[ident]["focus_area"], int(year)] += int(amount)
    economy = programme.economy
    assert economy.years == (2027, 2028, 2029, 2030)
    assert {
        (row.focus_area.id, year): amount
        for row in economy.rows
        for year, amount in zip(economy.years, row.amounts.by_year, strict=True)
        if amount is not None
    } == dict(sums)
    for row in economy.rows:
        area = row.focus_area.id
        assert row.amounts.total == sum(n for (a, _), n in sums.items() if a == area)
    by_year = tuple(sum(n for (_, y), n in sums.items() if y == year) for year in economy.years)
    assert economy.sums.by_year == by_year
    assert economy.sums.total == sum(sums.values()) == 19_700_000


def test_economy_against_the_frame(programme, plain):
    frame = plain.yaml("programme.md")["economy"]["frame"]
    economy = programme.economy
    assert economy.currency == "DKK"
    assert economy.frame.by_year == tuple(int(frame[str(year)]) for year in economy.years)
    assert economy.frame.total == sum(map(int, frame.values())) == 21_000_000
    for year, left, spent in zip(
        economy.years, economy.difference.by_year, economy.sums.by_year, strict=True
    ):
        assert left == int(frame[str(year)]) - spent
    assert economy.difference.total == 1_300_000


def test_what_is_not_estimated_is_named(programme, plain):
    expected = []
    for _, activity in plain.activities:
        years = range(int(activity["start"][:4]), int(activity["end"][:4]) + 1)
        if not activity.get("cost") or any(str(year) not in activity["cost"] for year in years):
            expected.append(activity["title"])
    assert sorted(a.title for a in programme.economy.unestimated) == sorted(expected)
    assert len(expected) == 2
    named = [a.title for row in programme.economy.rows for a in row.unestimated]
    assert sorted(named) == sorted(expected)
    assert [(gap.kind, gap.where.title) for gap in programme.missing] == [
        ("cost", "Høre parterne og lægge aftalen frem til underskrift"),
        ("cost", "Forhandle fordelingen af driftsudgifter efter 2030"),
    ]


def test_interplay(programme, plain):
    expected = {(i, to) for i, data in plain.included.items() for to in data.get("interfaces", [])}
    matrix = programme.interplay
    found = {
        (row.head.id, column.id)
        for row in matrix.rows
        for column, cell in zip(matrix.columns, row.cells, strict=True)
        if cell
    }
    assert found == expected
    assert [row.head.id for row in matrix.rows] == [topic.id for topic in programme.one_pagers]
    assert {column.id for column in matrix.columns} == {to for _, to in expected}
    for initiative in programme.initiatives:
        assert {ref.id for ref in initiative.topics} == {
            i for i, to in expected if to == initiative.id
        }


def test_cross_cutting(programme, plain):
    themes = [theme["id"] for theme in plain.yaml("programme.md")["cross_cutting"]]
    matrix = programme.themes
    assert [column.id for column in matrix.columns] == themes
    found = {
        (row.head.id, column.id): cell
        for row in matrix.rows
        for column, cell in zip(matrix.columns, row.cells, strict=True)
    }
    assert found == {
        (ident, theme): data["cross_cutting"][theme]
        for ident, data in plain.included.items()
        for theme in themes
    }


def responsible(plain):
    """Return who is responsible for what: (kind of thing, its name, role) by actor's id."""
    found = defaultdict(Counter)
    for ident, data in plain.included.items():
        for item in data["responsible"]:
            found[item["who"]]["topic", ident, item["role"]] += 1
    for _, activity in plain.activities:
        found[activity["responsible"]]["activity", activity["title"], ""] += 1
    return found


def carried(load):
    return Counter(
        [("topic", item.topic.id, item.role) for item in load.topics]
        + [("activity", activity.title, "") for activity in load.activities]
    )


def test_responsibilities_by_actor(programme, plain):
    found = {load.actor.id: carried(load) for load in programme.responsibilities.by_actor}
    assert found == responsible(plain)


def test_responsibilities_by_organisation(programme, plain):
    register = plain.yaml("people.yml")
    home = {item["id"]: item["organisation"] for item in register["people"] + register["roles"]}
    expected = defaultdict(Counter)
    for who, things in responsible(plain).items():
        expected[home.get(who, who)] += things
    found = {load.actor.id: carried(load) for load in programme.responsibilities.by_organisation}
    assert found == expected


def test_goals_and_what_serves_them(programme, plain):
    for goal, data in zip(programme.goals, plain.yaml("programme.md")["goals"], strict=True):
        assert goal.title == data["title"]
        assert [ref.id for ref in goal.focus_areas] == data["focus_areas"]
        served = {i for i, topic in plain.included.items() if goal.id in topic["goals"]}
        assert {ref.id for ref in goal.topics} == served
    for area in programme.focus_areas:
        named = [g for g in plain.yaml("programme.md")["goals"] if area.id in g["focus_areas"]]
        assert [ref.id for ref in area.goals] == [goal["id"] for goal in named]
        within = {i for i, t in plain.topics.items() if t["focus_area"] == area.id}
        assert {ref.id for ref in area.topics} == within & set(plain.included)
        assert {ref.id for ref in area.aside} == within - set(plain.included)


def test_decisions_stand_in_order_and_are_found_from_topics(programme, plain):
    log = [
        (data["date"], int(decision["item"]), decision)
        for data in plain.meetings.values()
        for decision in data.get("decisions", [])
    ]
    log.sort(key=lambda entry: entry[:2])
    assert [d.id for d in programme.decisions] == [entry["id"] for *_, entry in log]
    for topic in (*programme.one_pagers, *programme.aside):
        own = set(plain.topics[topic.id].get("decisions", []))
        about = {entry["id"] for *_, entry in log if topic.id in entry.get("concerns", [])}
        assert {decision.id for decision in topic.decisions} == own | about
    for decision, (_, _, entry) in zip(programme.decisions, log, strict=True):
        assert [ref.id for ref in decision.concerns] == entry.get("concerns", [])
        assert all(ref.path for ref in decision.concerns)
        replaced = {e["id"] for *_, e in log if decision.id in e.get("supersedes", [])}
        assert {ref.id for ref in decision.superseded_by} == replaced


def test_actions_stand_by_due_date_and_are_found_from_topics(programme, plain):
    actions = [
        (
            action["text"],
            action.get("due", ""),
            action.get("done", ""),
            tuple(action["responsible"]),
        )
        for data in plain.meetings.values()
        for action in data.get("actions", [])
    ]
    found = [
        (a.text, a.due, a.done, tuple(actor.id for actor in a.responsible))
        for a in programme.actions
    ]
    assert Counter(found) == Counter(actions)
    dues = [due or "9999" for _, due, _, _ in found]
    assert dues == sorted(dues)
    for topic in programme.one_pagers:
        about = {
            action["text"]
            for data in plain.meetings.values()
            for action in data.get("actions", [])
            if topic.id in action.get("concerns", [])
        }
        assert {action.text for action in topic.actions} == about


def test_dependencies_run_both_ways(programme, plain):
    for topic in programme.one_pagers:
        assert [ref.id for ref in topic.depends_on] == plain.topics[topic.id].get("depends_on", [])
        needing = {i for i, t in plain.topics.items() if topic.id in t.get("depends_on", [])}
        assert {ref.id for ref in topic.needed_by} == needing
    titles = {a["id"]: a["title"] for _, a in plain.activities if "id" in a}
    for topic in programme.one_pagers:
        given = sorted(
            [titles[ident] for ident in a.get("depends_on", [])]
            for a in plain.topics[topic.id]["activities"]
        )
        assert sorted([ref.title for ref in a.depends_on] for a in topic.activities) == given


def test_milestones_stand_by_date_and_remember_the_meetings(programme, plain):
    given = {m["id"]: m["date"] for m in plain.yaml("programme.md")["milestones"]}
    assert {m.id: m.date for m in programme.milestones} == given
    assert [m.date for m in programme.milestones] == sorted(given.values())
    restated = Counter(
        (item["milestone"], meeting, item["date"])
        for meeting, data in plain.meetings.items()
        for item in data.get("milestones", [])
    )
    assert restated == Counter(
        (m.id, r.meeting.id, r.date) for m in programme.milestones for r in m.restated
    )


def test_members_stand_by_role_with_their_substitutes(programme, plain):
    register = {body["id"]: body for body in plain.yaml("people.yml")["bodies"]}
    assert [body.kind for body in programme.bodies] == [
        "council", "board", "secretariat", "working-group",
    ]  # fmt: skip
    roles = ["chair", "deputy-chair", "member", "substitute"]
    for body in programme.bodies:
        seats = sorted(register[body.id]["members"], key=lambda seat: roles.index(seat["role"]))
        assert [m.actor.id for m in body.members] == [seat["who"] for seat in seats]
        assert [(m.start, m.end) for m in body.members] == [
            (seat.get("from", ""), seat.get("to", "")) for seat in seats
        ]
        for member in body.members:
            stand_ins = [s["who"] for s in seats if s.get("for") == member.actor.id]
            assert [actor.id for actor in member.substitutes] == stand_ins
    assert programme.council.id == "eksempelraadet"
    assert programme.board.id == "bestyrelsen"
    assert programme.publisher.name == "Eksempelstyrelsen"


@pytest.mark.parametrize("group", ["present", "absent", "guests", "secretariat"])
def test_participants_stand_by_organisation(programme, plain, group):
    people = {person["id"]: person for person in plain.yaml("people.yml")["people"]}
    for meeting in programme.meetings:
        listed = plain.meetings[meeting.id].get(group, [])
        by_home = defaultdict(list)
        for item in listed:
            by_home[people[item["who"]]["organisation"]].append(item)
        found = getattr(meeting, group)
        assert [d.organisation.id for d in found] == list(by_home)
        for delegation, items in zip(found, by_home.values(), strict=True):
            assert [p.actor.name for p in delegation.participants] == [
                people[item["who"]]["name"] for item in items
            ]
            assert [p.substitute_for and p.substitute_for.id for p in delegation.participants] == [
                item.get("substitute_for") for item in items
            ]


def test_agenda_items_hold_what_came_of_them(programme, plain):
    for meeting in programme.meetings:
        data = plain.meetings[meeting.id]
        for item, given in zip(meeting.agenda, data["agenda"], strict=True):
            number = given["number"]
            assert (str(item.number), item.title, item.start, item.end) == (
                number, given["title"], given["start"], given["end"],
            )  # fmt: skip
            assert item.heading == f"Pkt. {number} {given['title']}"
            assert [d.id for d in item.decisions] == [
                d["id"] for d in data.get("decisions", []) if d["item"] == number
            ]
            assert [a.text for a in item.actions] == [
                a["text"] for a in data.get("actions", []) if a["item"] == number
            ]
            assert [g.actor.id for g in item.guests] == [
                g["who"] for g in data.get("guests", []) if g.get("item") == number
            ]
            assert [a.title for a in item.attachments] == [
                a["title"] for a in given.get("attachments", [])
            ]
        lines = plain.body(f"minutes/{meeting.id}.md").splitlines()
        below = [line.removeprefix("### ") for line in lines if line.startswith("### ")]
        assert [s.title for item in meeting.agenda for s in item.sections] == below
        assert len(meeting.decisions) == len(data.get("decisions", []))
        assert len(meeting.actions) == len(data.get("actions", []))


def test_state_is_final_only_when_everything_is_approved(programme, eksempel):
    assert programme.state == "final"
    for path in ("content/programme.md", "content/one-pagers/naturkortet.md"):
        documents = tuple(
            replace(d, data={**d.data, "status": "draft"}) if d.path == path else d
            for d in eksempel.documents
        )
        draft = assemble(replace(eksempel, documents=documents))
        assert draft.state == "draft"
        assert [gap.where.path for gap in draft.missing if gap.kind == "approval"] == [path]


def test_parked_topics_do_not_hold_the_programme_back(programme: Programme, eksempel: Repository):
    assert [topic.status for topic in programme.aside] == ["parked", "catalogue"]
    assert programme.parked[0].awaiting.startswith("Satellitprogram")
