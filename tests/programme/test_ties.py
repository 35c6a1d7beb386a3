"""What ties the programme's documents together, counted a second time from the plain files."""

from dataclasses import replace

import yaml

from wp.programme.assemble import assemble


def safe(plain, name):
    """Return a file's fields as PyYAML's safe loader reads them."""
    text = (plain.content / name).read_text(encoding="utf-8")
    return yaml.safe_load(text.split("---\n")[1] if name.endswith(".md") else text)


def test_dependencies_are_those_of_the_topics_and_of_their_activities(programme, plain):
    topics = {ident: safe(plain, f"one-pagers/{ident}.md") for ident in plain.topics}
    owner = {
        activity["id"]: ident
        for ident, data in topics.items()
        for activity in data.get("activities", [])
        if "id" in activity
    }
    whole = {(i, on) for i in plain.included for on in topics[i].get("depends_on", [])}
    parts = [
        (ident, owner[awaited], activity["title"], awaited)
        for ident in plain.included
        for activity in topics[ident].get("activities", [])
        for awaited in activity.get("depends_on", [])
        if owner[awaited] != ident
    ]
    found = programme.dependencies
    assert {(one.topic.id, one.on.id) for one in found if one.whole} == whole
    assert sorted(parts) == sorted(
        (one.topic.id, one.on.id, activity.title, awaited.id)
        for one in found
        for activity, awaited in one.activities
    )
    assert len(found) == len({(one.topic.id, one.on.id) for one in found}) == 12
    order = [topic.id for topic in programme.one_pagers]
    assert [one.topic.id for one in found] == sorted((o.topic.id for o in found), key=order.index)


def test_a_topic_does_not_depend_on_itself_or_on_nothing(programme):
    topic = programme.one_pagers[0]
    changed = replace(topic, depends_on=(topic.ref, replace(topic.ref, kind="", id="borte")))
    alone = replace(programme, one_pagers=(changed,), aside=())
    assert alone.dependencies == ()


def test_the_way_to_adoption_ends_with_it(programme, plain):
    milestones = safe(plain, "programme.md")["milestones"]
    ways = ("deadline", "review", "presentation", "approval", "adoption")
    [end] = [str(item["date"]) for item in milestones if item["kind"] == "adoption"]
    expected = [
        item["id"] for item in milestones if item["kind"] in ways and str(item["date"]) <= end
    ]
    assert [step.milestone.id for step in programme.approval] == expected
    assert len(expected) == 5
    meetings = [safe(plain, f"minutes/{name}.md") for name in plain.meetings]
    for step in programme.approval:
        assert [decision.id for decision in step.decisions] == [
            entry["id"]
            for meeting in sorted(meetings, key=lambda meeting: str(meeting["date"]))
            for entry in meeting["decisions"]
            if step.milestone.id in entry.get("concerns", [])
        ]


def test_while_no_adoption_is_planned_every_step_stands(programme):
    rest = tuple(one for one in programme.milestones if one.kind != "adoption")
    steps = replace(programme, milestones=rest).approval
    assert [step.milestone.id for step in steps] == [
        one.id for one in rest if one.kind not in ("delivery", "meeting")
    ]


def test_the_first_result_is_that_of_the_activity_that_ends_first(programme, plain):
    for topic in programme.one_pagers:
        given = safe(plain, f"one-pagers/{topic.id}.md")["activities"]
        ends = [(str(item["end"]), item["milestone"]) for item in given if item.get("milestone")]
        assert topic.first_result is not None
        assert (topic.first_result.end, topic.first_result.milestone) == min(ends)
    bare = replace(programme.one_pagers[0], activities=())
    assert bare.first_result is None


def test_risks_come_from_the_topics_that_have_the_section(programme, plain):
    heading = "\n## Risici og åbne spørgsmål\n"
    expected = {ident for ident in plain.topics if heading in plain.body(f"one-pagers/{ident}.md")}
    assert {topic.id for topic in programme.questioned} == expected
    assert len(expected) == 2


def test_recommendations_without_a_decision_are_those_of_items_without_one(
    programme, plain, council, council_plain
):
    assert programme.undecided == ()
    found = assemble(council).undecided
    expected = []
    for name in council_plain.meetings:
        data = safe(council_plain, f"minutes/{name}.md")
        decided = {entry["item"] for entry in data["decisions"]}
        items = council_plain.body(f"minutes/{name}.md").split("\n## ")
        for number, item in enumerate(data["agenda"], 1):
            if item["number"] not in decided and "\n### Indstilling\n" in items[number]:
                expected.append((name, item["title"]))
    assert [(meeting.id, item.title) for meeting, item in found] == expected
    # without its decisions, every item with a recommendation is one to ask about
    meeting = programme.meetings[-1]
    bare = replace(meeting, agenda=tuple(replace(i, decisions=()) for i in meeting.agenda))
    asked = replace(programme, meetings=(bare,)).undecided
    assert [item.number for _, item in asked] == [1, 2, 3, 4]


def test_attachments_are_those_of_the_agendas(programme, plain):
    listed = [
        entry["title"]
        for name in sorted(plain.meetings)
        for item in safe(plain, f"minutes/{name}.md")["agenda"]
        for entry in item.get("attachments", [])
    ]
    assert [one.title for one in programme.attached] == listed
    assert len(listed) == 3
