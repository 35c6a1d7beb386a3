"""Versions, what has changed since the last one, and the numbers of the page that shows it all."""

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from wp.programme.assemble import assemble
from wp.programme.editions import Origin, last_approved
from wp.programme.model import Changes, Edition, Programme
from wp.reading.repository import Repository, read_repository

Edit = Callable[[dict[str, Any]], None]


def changed(repository: Repository, **edits: Edit) -> Repository:
    """Return a repository whose documents, named by their ids, have other front matter."""
    import copy

    documents = []
    for document in repository.documents:
        edit = edits.get(document.id.replace("-", "_"))
        if edit is not None:
            data = copy.deepcopy(document.data)
            edit(data)
            document = replace(document, data=data)
        documents.append(document)
    return replace(repository, documents=tuple(documents))


def versions(*listed: dict[str, str], **fields: str) -> Edit:
    def edit(data: dict[str, Any]) -> None:
        data.update(versions=list(listed), **fields)

    return edit


ONE = {"version": "1.0", "date": "2026-10-08"}
OLD = {"version": "0.9", "date": "2026-06-11"}


def since_one(eksempel: Repository, **edits: Edit) -> Changes:
    """Return what is different in an edited Eksempelrådet from the one that there is."""
    programme = edits.pop("programme", lambda data: None)

    def edit(data: dict[str, Any]) -> None:
        data.update(versions=[ONE], status="draft")
        programme(data)

    now = changed(eksempel, programme=edit, **edits)
    found = assemble(now, Origin(before=eksempel)).changes
    assert found is not None
    return found


# At a glance


def test_every_number_at_a_glance(programme, plain):
    areas = [a["id"] for a in plain.yaml("programme.md")["focus_areas"]]
    area_of = {ident: data["focus_area"] for ident, data in plain.included.items()}
    assert programme.glance.horizons == ("short", "medium", "long")
    assert [row.focus_area.id for row in programme.glance.rows] == areas
    for row in (*programme.glance.rows, programme.glance.sums):
        wanted = [row.focus_area.id] if row.focus_area else areas
        mine = [(i, a) for i, a in plain.activities if area_of[i] in wanted]
        horizons = Counter(plain.topics[ident]["horizon"] for ident, _ in mine)
        assert row.one_pagers == sum(area in wanted for area in area_of.values())
        assert row.activities == tuple(horizons[key] for key in ("short", "medium", "long"))
        assert row.total == len(mine) == sum(row.activities)
        assert row.cost == sum(int(n) for _, a in mine for n in a.get("cost", {}).values())
        open_ones = [
            a
            for _, a in mine
            if not {str(y) for y in range(int(a["start"][:4]), int(a["end"][:4]) + 1)}
            <= set(a.get("cost", {}))
        ]
        assert row.unestimated == len(open_ones)
    sums = programme.glance.sums
    assert (sums.one_pagers, sums.total, sums.cost, sums.unestimated) == (12, 46, 19_700_000, 2)


def test_a_programme_of_drafts_at_a_glance(council, council_plain):
    glance = assemble(council).glance
    assert glance.sums.one_pagers == len(council_plain.included) == 10
    assert glance.horizons == ("short", "medium", "long")
    assert (glance.sums.activities, glance.sums.cost) == ((0, 0, 0), None)


def test_activities_without_a_horizon_have_a_column(eksempel):
    def edit(data: dict[str, Any]) -> None:
        del data["horizon"]

    glance = assemble(changed(eksempel, naturkortet=edit)).glance
    assert glance.horizons == ("short", "medium", "long", "")
    assert [row.activities[3] for row in glance.rows] == [0, 0, 5, 0]
    assert glance.sums.activities == (14, 16, 11, 5)


# Versions


@pytest.mark.parametrize(
    ("listed", "fields", "expected"),
    [
        ([], {"status": "draft"}, None),
        ([ONE], {"status": "draft", "version": "1.1"}, "1.0"),
        # an approved programme isn't compared with itself, a draft under its number is
        ([ONE], {"status": "approved", "version": "1.0"}, None),
        ([ONE], {"status": "draft", "version": "1.0"}, "1.0"),
        ([ONE, OLD], {"status": "approved", "version": "1.0"}, "0.9"),
        # the last by date, whatever the order in the file
        ([ONE, OLD], {"status": "draft"}, "1.0"),
        ([OLD, ONE], {"status": "approved"}, "1.0"),
    ],
)
def test_which_version_is_the_last(eksempel, listed, fields, expected):
    def edit(data: dict[str, Any]) -> None:
        data.pop("version")
        data.update(versions=listed, **fields)

    found = last_approved(changed(eksempel, programme=edit))
    assert (found.version if found else None) == expected


def test_versions_stand_by_date_with_their_decisions(eksempel):
    listed = [{**ONE, "decision": "2026-10-08-2", "revision": "v1.0", "note": "Ja"}, OLD]
    found = assemble(changed(eksempel, programme=versions(*listed))).versions
    assert [(v.version, v.date, v.revision, v.note) for v in found] == [
        ("0.9", "2026-06-11", "", ""),
        ("1.0", "2026-10-08", "v1.0", "Ja"),
    ]
    assert found[0].decision is None
    assert found[1].decision is not None
    assert found[1].decision.text.startswith("Rådet godkendte det samlede arbejdsprogram")


# Changes


def test_without_an_earlier_version_nothing_is_compared(programme: Programme, eksempel):
    assert programme.changes is None
    assert assemble(eksempel, Origin(before=eksempel)).changes is None
    draft = changed(eksempel, programme=versions(ONE, status="draft"))
    assert assemble(draft).changes is None


def test_nothing_changed(eksempel):
    found = since_one(eksempel)
    assert found.empty
    assert found.since.version == "1.0"


def test_one_pagers_that_came_and_went(eksempel):
    def become(status: str) -> Edit:
        return lambda data: data.update(status=status)

    found = since_one(eksempel, historiske_kort=become("draft"), effektmaaling=become("parked"))
    assert [(ref.id, ref.status) for ref in found.new] == [("historiske-kort", "draft")]
    assert [(ref.id, ref.status) for ref in found.gone] == [("effektmaaling", "parked")]
    assert found.changed == ()
    assert [c.kind for c in found.activities] == ["removed"] * 4
    assert {c.activity.one_pager.id for c in found.activities} == {"effektmaaling"}


def test_a_one_pager_whose_file_is_gone_has_its_name_from_then(eksempel):
    documents = tuple(d for d in eksempel.documents if d.id != "effektmaaling")
    now = changed(replace(eksempel, documents=documents), programme=versions(ONE, status="draft"))
    found = assemble(now, Origin(before=eksempel)).changes
    assert [(ref.id, ref.title) for ref in found.gone] == [
        ("effektmaaling", "Måling af plejens virkning")
    ]


def test_what_changed_in_a_one_pager(eksempel):
    def edit(data: dict[str, Any]) -> None:
        data.update(title="Naturkortet", status="submitted", horizon="long")
        data["responsible"][0]["who"] = "bo-proeve"

    def reorder(data: dict[str, Any]) -> None:  # what nobody asked to see
        data.update(priority="low")

    [found] = since_one(eksempel, naturkortet=edit, effektmaaling=reorder).changed
    assert found.topic.id == "naturkortet"
    assert found.title is not None
    assert (found.title.before, found.title.after) == (
        "Naturkortet – den fælles database",
        "Naturkortet",
    )
    assert found.status is not None
    assert (found.status.before, found.status.after) == ("approved", "submitted")
    assert found.horizon is not None
    assert (found.horizon.before, found.horizon.after) == ("medium", "long")
    assert found.responsible is not None
    assert [
        [one.actor.id for one in side]
        for side in (found.responsible.before, found.responsible.after)
    ] == [["cecilie-skabelon", "det-taenkte-kortkontor"], ["bo-proeve", "det-taenkte-kortkontor"]]


def test_another_role_is_a_change_of_responsible(eksempel):
    def edit(data: dict[str, Any]) -> None:
        data["responsible"][1]["role"] = "contributor"

    [found] = since_one(eksempel, naturkortet=edit).changed
    assert found.responsible is not None
    assert (found.title, found.status, found.horizon) == (None, None, None)


def test_activities_that_came_moved_and_went(eksempel):
    def edit(data: dict[str, Any]) -> None:
        _, second, *rest = data["activities"]
        new = {"title": "Ny", "start": "2028-01-03", "end": "2028-02-01"}
        # one that has a new name keeps its id; what stands before it makes no difference
        data["activities"] = [new, {**second, "end": "2028-09-30", "title": "Andet navn"}, *rest]

    found = since_one(eksempel, naturkortet=edit).activities
    told = [
        (
            c.kind,
            c.activity.title,
            c.before and (c.before.start, c.before.end),
            c.after and (c.after.start, c.after.end),
        )
        for c in found
    ]
    assert told == [
        ("added", "Ny", None, ("2028-01-03", "2028-02-01")),
        ("moved", "Andet navn", ("2028-04-03", "2028-08-31"), ("2028-04-03", "2028-09-30")),
        ("removed", "Skrive krav til løsningen", ("2028-01-03", "2028-03-31"), None),
    ]


def test_activities_without_an_id_go_by_title(eksempel):
    def without(data: dict[str, Any]) -> None:
        for activity in data["activities"]:
            activity.pop("id", None)

    before = changed(eksempel, naturkortet=without)

    def edit(data: dict[str, Any]) -> None:
        without(data)
        data["activities"].reverse()
        data["activities"][0]["start"] = "2029-11-02"

    now = changed(eksempel, naturkortet=edit, programme=versions(ONE, status="draft"))
    found = assemble(now, Origin(before=before)).changes
    assert found is not None
    assert [(c.kind, c.activity.title) for c in found.activities] == [
        ("moved", "Åbne Naturkortet for alle brugere")
    ]


def test_decisions_since(eksempel):
    def edit(data: dict[str, Any]) -> None:
        data["decisions"].append({"item": 4, "text": "Uden id", "verb": "decides"})
        data["decisions"].insert(0, {"id": "ny", "item": 1, "text": "Ny", "verb": "notes"})
        data["decisions"][1]["text"] = "Rettet sprogligt"

    documents = {"2026_10_08": edit}
    found = since_one(eksempel, **documents).decisions
    assert [(d.id, d.text) for d in found] == [("ny", "Ny"), ("", "Uden id")]


def test_a_commit_is_printed_as_long_in_every_clone():
    assert Edition(commit="0123456789abcdef" * 3).short == "0123456789"
    assert Edition().short == ""


def test_the_forms_know_a_version(tmp_path, eksempel):
    """What the form asks of `versions` and `url` is asked."""
    import shutil

    from wp.checking.engine import check_repository

    shutil.copytree(eksempel.root / "content", tmp_path / "content")
    path = tmp_path / "content" / "programme.md"
    text = path.read_text(encoding="utf-8")
    text = text.replace("decision: 2026-10-08-2", "decision: 2026-10-08-99")
    text = text.replace("url: https://eksempelstyrelsen", "url: eksempelstyrelsen")
    path.write_text(text, encoding="utf-8")
    found = [
        (d.finding.rule.name, d.finding.path, d.finding.span.line)
        for d in check_repository(read_repository(tmp_path))
        if d.severity.name == "ERROR"
    ]
    lines = text.splitlines()
    url = next(n for n, line in enumerate(lines, 1) if line.startswith("url:"))
    decision = next(n for n, line in enumerate(lines, 1) if "2026-10-08-99" in line)
    assert [(path, line) for _, path, line in found] == [
        ("content/programme.md", url),
        ("content/programme.md", decision),
    ]
