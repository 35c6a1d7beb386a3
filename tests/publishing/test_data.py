"""`build/programme.json`: the whole programme as data, as its schema describes it."""

import json
import re
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest
import yaml
from tests.publishing.conftest import EXAMPLE, REAL, publish

from wp.publishing.formats import FORMATS

SCHEMA = json.loads((REAL / "templates" / "programme.schema.json").read_text("utf-8"))
JUDGE = jsonschema_rs.Draft202012Validator(SCHEMA)
HOMES = [
    *("goals", "focus_areas", "cross_cutting", "milestones", "initiatives"),
    *("bodies", "decisions", "people", "organisations"),
]
COUNCILS = pytest.mark.parametrize("root", [EXAMPLE, REAL], ids=["eksempelraadet", "real"])


def written(root: Path) -> dict[str, Any]:
    [(name, data)] = FORMATS["json"](publish(root), root).items()
    assert name == "programme.json"
    found: dict[str, Any] = json.loads(data.decode("utf-8"))
    return found


def front_matter(path: Path) -> dict[str, Any]:
    text = path.read_text(encoding="utf-8").split("---\n")[1]
    data: dict[str, Any] = yaml.load(text, Loader=yaml.BaseLoader)
    return data


@COUNCILS
def test_it_is_what_the_schema_says(root: Path) -> None:
    data = written(root)
    assert [f"{error.instance_path}: {error.message}" for error in JUDGE.iter_errors(data)] == []
    jsonschema_rs.meta.validate(SCHEMA)


def test_the_schema_refuses_what_it_does_not_describe() -> None:
    data = written(EXAMPLE)
    for path in ([], ["one_pagers", 0], ["decisions", 0], ["economy", "sums"], ["people", 0]):
        for change in ("drop", "add"):
            copy = json.loads(json.dumps(data))
            place: Any = copy
            for step in path:
                place = place[step]
            if change == "add":
                place["surprise"] = 1
            else:
                del place[next(iter(place))]
            assert not JUDGE.is_valid(copy), (path, change)


def test_every_part_of_the_schema_is_described() -> None:
    def judge(node: Any, where: str) -> None:
        if isinstance(node, list):
            for item in node:
                judge(item, where)
        elif isinstance(node, dict):
            for name, inner in node.get("properties", {}).items():
                assert inner.get("description"), f"{where}.{name}"
            for key, inner in node.items():
                judge(inner, f"{where}.{key}")

    judge(SCHEMA, "")
    for name, part in SCHEMA["$defs"].items():
        assert part["title"], name
        assert part["description"], name


@COUNCILS
def test_everything_is_there(root: Path) -> None:
    """What the files say, counted without our own reader."""
    data = written(root)
    pages = {path.stem: front_matter(path) for path in root.glob("content/one-pagers/*.md")}
    found = {page["id"]: page for page in (*data["one_pagers"], *data["aside"])}
    assert found.keys() == pages.keys()
    for ident, page in pages.items():
        assert found[ident]["title"] == page["title"]
        assert len(found[ident]["activities"]) == len(page.get("activities") or ())
    minutes = {path.stem: front_matter(path) for path in root.glob("content/minutes/*.md")}
    assert {meeting["id"] for meeting in data["meetings"]} == set(minutes)
    for name in ("decisions", "actions"):
        assert len(data[name]) == sum(len(item.get(name) or ()) for item in minutes.values())
    people = yaml.load((root / "content/people.yml").read_text("utf-8"), Loader=yaml.BaseLoader)
    for name in ("people", "organisations", "bodies"):
        assert {item["id"] for item in data[name]} == {item["id"] for item in people[name]}
    texts = json.dumps(data, ensure_ascii=False)
    for path in root.glob("content/one-pagers/*.md"):
        for word in re.findall(r"^[A-ZÆØÅ]\w{11,}", path.read_text("utf-8"), re.MULTILINE):
            assert word in texts


@COUNCILS
def test_what_is_named_stands_in_full_somewhere(root: Path) -> None:
    data = written(root)
    topics = [*data["one_pagers"], *data["aside"]]
    there = {
        "one-pagers": {page["id"] for page in topics},
        "activities": {item["id"] for page in topics for item in page["activities"]},
        "minutes": {meeting["id"] for meeting in data["meetings"]},
        **{name: {item["id"] for item in data[name]} for name in HOMES},
    }

    def judge(node: Any) -> None:
        if isinstance(node, list):
            for item in node:
                judge(item)
        elif isinstance(node, dict):
            if {"kind", "id"} <= node.keys() and node["kind"] in there:
                assert node["id"] in there[node["kind"]], node
            for inner in node.values():
                judge(inner)

    judge(data)


@COUNCILS
def test_nothing_tells_where_it_was_built(root: Path) -> None:
    text = json.dumps(written(root), ensure_ascii=False)
    assert str(root) not in text


def test_persons_keep_their_addresses_and_reasons(council: Path) -> None:
    people = council / "content" / "people.yml"
    text = people.read_text("utf-8")
    people.write_text(
        re.sub(r"(- id: anna-eksempel\n)", r"\1    email: anna@example.org\n", text, count=1),
        "utf-8",
    )
    assert "anna@example.org" in people.read_text("utf-8")
    assert "anna@example.org" not in json.dumps(written(council))


def test_what_a_form_adds_is_there(council: Path) -> None:
    page = council / "content" / "one-pagers" / "naturkortet.md"
    text = page.read_text("utf-8").replace("\nstatus:", "\nethics: Ja\nweight: 3\nstatus:", 1)
    page.write_text(text, "utf-8")
    found = next(one for one in written(council)["one_pagers"] if one["id"] == "naturkortet")
    assert found["other"] == {"ethics": "Ja", "weight": 3}
