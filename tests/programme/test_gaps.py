"""What is missing, counted a second time from the plain files.

The council's own gaps are counted, not written down here: a member who fills one breaks no test.
"""

import re
from collections import Counter

import pytest
import yaml

from wp.programme.assemble import assemble


def form(root, name):
    text = (root / "templates" / name).read_text(encoding="utf-8")
    _, front, body = text.split("---\n", 2)
    keys = re.findall(r"^## .*\{#([a-z]+)(.*)\}", body, re.MULTILINE)
    wanted = [key for key, rest in keys if ".optional" not in rest]
    # the forms' optional headings come last
    assert [key for key, _ in keys][: len(wanted)] == wanted
    return yaml.safe_load(front)["schema"], wanted


def lacking_sections(wanted, body):
    """Return the keys of headings with nothing under them; a form's headings come in its order."""
    parts = re.split(r"^## .*\n", body, flags=re.MULTILINE)[1:]
    assert len(parts) == len(wanted) + body.count("\n## Risici og åbne spørgsmål\n")  # optional
    return [key for key, part in zip(wanted, parts, strict=False) if not part.strip()]


def expected(plain, root):
    """Return every gap as (kind, id, what), from the plain files and the plain forms."""
    gaps = []
    data = plain.yaml("programme.md")
    schema, wanted = form(root, "programme.md")
    gaps += [("field", "programme", key) for key in schema["required"] if not data.get(key)]
    if data.get("period"):
        gaps += [
            ("field", "programme", f"period.{key}")
            for key in ("start", "end")
            if not data["period"].get(key)
        ]
    gaps += [
        ("section", "programme", k) for k in lacking_sections(wanted, plain.body("programme.md"))
    ]
    topics = plain.included
    used = {topic.get("focus_area") for topic in topics.values()}
    gaps += [("topics", a["id"], "") for a in data.get("focus_areas", []) if a["id"] not in used]
    served = {goal for topic in topics.values() for goal in topic.get("goals", [])}
    gaps += [("support", g["id"], "") for g in data.get("goals", []) if g["id"] not in served]
    if data.get("status") != "approved":
        gaps.append(("approval", "programme", ""))
    schema, wanted = form(root, "one-pager.md")
    for ident, topic in topics.items():
        gaps += [("field", ident, key) for key in schema["required"] if not topic.get(key)]
        body = plain.body(f"one-pagers/{ident}.md")
        gaps += [("section", ident, key) for key in lacking_sections(wanted, body)]
        roles = [item["role"] for item in topic.get("responsible", [])]
        if roles and "primary" not in roles:
            gaps.append(("primary", ident, ""))
        if not topic.get("activities"):
            gaps.append(("activities", ident, ""))
        for number, activity in enumerate(topic.get("activities", []), 1):
            if not activity.get("cost"):
                gaps.append(("cost", activity.get("id", f"{ident}--{number}"), ""))
        gaps += [
            ("theme", ident, theme["id"])
            for theme in data.get("cross_cutting", [])
            if not topic.get("cross_cutting", {}).get(theme["id"])
        ]
        if topic["status"] != "approved":
            gaps.append(("approval", ident, ""))
    return Counter(gaps)


def found(programme):
    return Counter((gap.kind, gap.where.id, gap.what) for gap in programme.missing)


def test_the_councils_gaps(council, council_plain):
    programme = assemble(council)
    assert found(programme) == expected(council_plain, council.root)
    assert all(gap.where.title and gap.where.path for gap in programme.missing)
    assert all(gap.title for gap in programme.missing if gap.what)


def test_the_gaps_of_eksempelraadet(programme, plain, council):
    assert found(programme) == expected(plain, council.root)


def test_topics_without_a_horizon_are_still_placed(council, council_plain):
    placed = [topic.id for h in assemble(council).horizons for topic in h.one_pagers]
    assert sorted(placed) == sorted(council_plain.included)


DRAFT = """---
title: Arbejdsprogram
period: {start: 2027-01-01}
goals: [{title: Uden id}, {id: maal}]
focus_areas: [{id: omraade, title: Område, order: 1}]
economy: {currency: DKK, frame: {}}
---

## Forord

Ord.
"""
TOPIC = """---
title: Emne
status: submitted
focus_area: omraade
responsible: [{who: nogen, role: secondary}, {who: en-anden}]
horizon: short
goals: [maal]
activities:
  - {id: foerste, title: Første, start: 2027-01-01, end: 2028-06-30, cost: {2027: 100}}
  - {start: 2028-01-01, end: 2028-06-30, responsible: nogen}
---
"""


def test_fields_inside_others_are_named_by_their_place(made):
    programme = assemble(made({"programme.md": DRAFT, "one-pagers/emne.md": TOPIC}))
    gaps = [(g.kind, g.where.kind, g.where.id, g.what, g.title) for g in programme.missing]
    fields = [gap[1:] for gap in gaps if gap[0] == "field"]
    assert fields == [
        ("programme", "programme", "language", "Sprog"),
        ("programme", "programme", "council", "Råd"),
        ("programme", "programme", "horizons", "Tidshorisonter"),
        ("programme", "programme", "milestones", "Milepæle"),
        ("programme", "programme", "period.end", "Periode: Til"),
        ("goals", "", "id", "Id"),
        ("goals", "maal", "title", "Mål"),
        ("programme", "programme", "economy.frame", "Økonomi: Ramme"),
        ("one-pagers", "emne", "responsible.2.role", "Ansvarlig: 2: Rolle"),
        ("activities", "foerste", "responsible", "Ansvarlig"),
        ("activities", "emne--2", "title", "Aktivitet"),
    ]
    assert ("primary", "one-pagers", "emne", "", "") in gaps
    assert ("cost", "activities", "foerste", "2028", "2028") in gaps
    assert ("cost", "activities", "emne--2", "", "") in gaps
    assert ("support", "goals", "", "", "") in gaps
    assert ("support", "goals", "maal", "", "") not in gaps


@pytest.mark.parametrize("files", [{}, {"programme.md": ""}, {"programme.md": "---\n---\n"}])
def test_a_programme_of_nothing(made, files):
    programme = assemble(made(files))
    assert programme.state == "draft"
    assert programme.title == "Arbejdsprogram"
    assert [gap.what for gap in programme.missing if gap.kind == "field"] == [
        "title", "language", "council", "period", "horizons", "goals", "focus_areas",
        "milestones", "economy",
    ]  # fmt: skip
    assert [gap.what for gap in programme.missing if gap.kind == "section"] == [
        "foreword", "summary", "organisation", "economy",
    ]  # fmt: skip
    assert programme.economy.years == ()
    assert programme.economy.sums.total is None
    assert programme.activities == programme.one_pagers == programme.interplay.rows == ()
