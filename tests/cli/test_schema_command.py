"""`wp schema`: what it writes, what it leaves alone, and that what it writes holds."""

import json
import re
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest
from tests.cli.process import Wp, change, write

from wp.language.words import words_of
from wp.reading.repository import read_repository
from wp.reporting.formats import FORMATS

FILES = [
    ".vscode/extensions.json",
    ".vscode/schemas/initiatives.schema.json",
    ".vscode/schemas/minutes.schema.json",
    ".vscode/schemas/one-pager.schema.json",
    ".vscode/schemas/people.schema.json",
    ".vscode/schemas/programme.schema.json",
    ".vscode/settings.json",
    ".vscode/tasks.json",
    ".vscode/wp.code-snippets",
]


def tree(root: Path) -> dict[str, bytes]:
    """Return every file below a folder."""
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in sorted(root.rglob("*"))
        if path.is_file()
    }


def schema_of(root: Path, name: str) -> dict[str, Any]:
    path = root / ".vscode" / "schemas" / f"{name}.schema.json"
    found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return found


# What is written


def test_what_is_written_is_told(wp: Wp, council: Path) -> None:
    before = tree(council)
    run = wp("schema", cwd=council)
    assert (run.code, run.err) == (0, "")
    assert run.out == "".join(f"{name} er oprettet.\n" for name in FILES)
    after = tree(council)
    assert sorted(set(after) - set(before)) == FILES
    assert {name: after[name] for name in before} == before


def test_twice_is_once(wp: Wp, council: Path) -> None:
    wp("schema", cwd=council)
    before = tree(council)
    assert wp("schema", cwd=council).out == "9 filer, alt er ajour.\n"
    assert wp("schema", "--check", cwd=council).out == "9 filer, alt er ajour.\n"
    assert wp("schema", "--lang", "en", "--check", cwd=council).code == 1
    assert tree(council) == before


def test_elsewhere_is_the_schemas_alone(wp: Wp, council: Path, tmp_path: Path) -> None:
    run = wp("schema", "--output", tmp_path / "ud", "--lang", "en", cwd=council)
    assert run.code == 0
    names = sorted(path.name for path in (tmp_path / "ud").iterdir())
    assert names == [name.rpartition("/")[2] for name in FILES if "/schemas/" in name]
    assert run.out == "".join(f"{tmp_path / 'ud' / name} was created.\n" for name in names)
    assert not (council / ".vscode").exists()


def test_check_tells_what_is_out_of_date_and_writes_nothing(wp: Wp, council: Path) -> None:
    wp("schema", cwd=council)
    change(council / "content" / "people.yml", "  - id: anna-eksempel\n", "  - id: anna-ny\n")
    before = tree(council)
    run = wp("schema", "--check", cwd=council)
    late = ["minutes", "one-pager", "people"]
    expected = [f".vscode/schemas/{name}.schema.json er ikke ajour.\n" for name in late]
    expected += [".vscode/wp.code-snippets er ikke ajour.\n", "Kør wp schema.\n"]
    assert (run.code, run.out) == (1, "".join(expected))
    assert tree(council) == before
    run = wp("schema", "--lang", "da", cwd=council)
    assert ".vscode/schemas/people.schema.json er skrevet på ny.\n" in run.out
    assert wp("schema", "--check", cwd=council).code == 0


def test_the_schema_of_a_form_that_is_gone_is_removed(wp: Wp, council: Path) -> None:
    form = "---\ntemplate: note\nversion: 1\napplies_to: notes/*.md\nschema: {type: object}\n---\n"
    write(council / "templates" / "note.md", form)
    wp("schema", cwd=council)
    theirs = write(council / ".vscode" / "schemas" / "mine.schema.json", "{}")
    (council / "templates" / "note.md").unlink()
    run = wp("schema", cwd=council)
    name = ".vscode/schemas/note.schema.json"
    assert f"{name} er fjernet, for formularen findes ikke mere. Står den i " in run.out
    assert not (council / name).exists()
    assert theirs.read_text(encoding="utf-8") == "{}"


def test_it_works_while_documents_are_wrong(wp: Wp, council: Path) -> None:
    """Ids that can't be read are not refused by the editor."""
    people = council / "content" / "people.yml"
    people.write_text(people.read_text(encoding="utf-8") + "\n - broken: [\n", encoding="utf-8")
    assert wp("schema", cwd=council).code == 0
    who = schema_of(council, "one-pager")["properties"]["responsible"]["items"]["properties"]["who"]
    assert who == {
        "type": "string", "title": "Hvem", "description": "Id fra people.yml, fx anna-berg.",
    }  # fmt: skip


def test_where_nothing_can_be_chosen_anything_may_stand(wp: Wp, small: Path) -> None:
    wp("schema", cwd=small)
    fields = schema_of(small, "one-pager")["properties"]
    assert "then" not in fields["focus_area"]
    assert fields["goals"]["items"] == {"type": "string"}
    demanded = schema_of(small, "one-pager")["allOf"][0]["then"]["required"]
    assert demanded == ["title", "status", "responsible", "horizon"]


# That it holds


def test_every_schema_is_one_and_takes_what_is_right(wp: Wp, council: Path) -> None:
    wp("schema", cwd=council)
    for document in read_repository(council).documents:
        assert document.template
        schema = schema_of(council, document.template.name)
        assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
        jsonschema_rs.meta.validate(schema)
        validator = jsonschema_rs.Draft202012Validator(schema, validate_formats=True)
        assert [str(error) for error in validator.iter_errors(document.data)] == []
        assert '"x-' not in json.dumps(schema)


def test_what_is_wrong_is_refused(wp: Wp, council: Path) -> None:
    wp("schema", cwd=council)
    validator = jsonschema_rs.Draft202012Validator(
        schema_of(council, "one-pager"), validate_formats=True
    )
    right = {"title": "Jura", "status": "draft", "focus_area": "deling-og-drift"}
    assert validator.is_valid(right)
    for wrong in (
        {"focus_area": "deling"},
        {"status": "indsendt"},
        {"status": "submitted"},
        {"responsible": [{"who": "nobody", "role": "primary"}]},
        {"cross_cutting": {"nowhere": "en tekst"}},
        {"goals": ["maal-0"]},
        {"titel": "Jura"},
    ):
        assert not validator.is_valid({**right, **wrong}), wrong


def test_a_made_up_form_has_its_schema_too(wp: Wp, council: Path) -> None:
    form = """---
template: note
version: 1
name: Note
applies_to: notes/*.md
schema:
  type: object
  $defs: {who: {type: string, x-reference: people}}
  required: [title, odd]
  properties:
    title: {type: string, title: Titel}
    odd:
      enum: ["no", "12", "^$x"]
      x-labels:
        "no": {da: Nej, en: "No"}
        "12": {da: Tolv, en: Twelve}
        "^$x": {da: Dollar, en: Dollar}
    by: {$ref: "#/$defs/who"}
  if: {required: [by]}
  then: {required: [odd]}
---
"""
    write(council / "templates" / "note.md", form)
    wp("schema", "--lang", "en", cwd=council)
    schema = schema_of(council, "note")
    assert schema["title"] == "Note"
    assert schema["properties"]["odd"]["defaultSnippets"] == [
        {"label": "no · No", "body": "no"},
        {"label": "12 · Twelve", "body": '"12"'},
        {"label": "^$x · Dollar", "body": '"^\\$x"'},
    ]
    assert schema["properties"]["by"] == {"$ref": "#/$defs/who"}
    assert "anna-eksempel" in schema["$defs"]["who"]["then"]["enum"]
    assert schema["then"] == {"required": ["odd"]}
    assert "required" not in schema
    settings = json.loads((council / ".vscode/settings.json").read_text(encoding="utf-8"))
    patterns = settings["yaml.schemas"][".vscode/schemas/note.schema.json"]
    assert patterns == ["content/notes/*.md"]


# Snippets and the task


def test_snippets_offer_choices_and_ids_in_markdown(wp: Wp, council: Path) -> None:
    wp("schema", cwd=council)
    head, _, text = (council / FILES[-1]).read_text(encoding="utf-8").partition("\n")
    assert head.startswith("// Skrevet af `wp schema` ")
    snippets = json.loads(text)
    assert snippets["One-pager: horizon (Tidshorisont)"] == {
        "scope": "markdown",
        "prefix": "horizon",
        "body": "horizon: ${1|short,medium,long|}",
        "description": "One-pager: Tidshorisont. "
        "short, medium eller long. Programmet siger, hvor mange år det er.",
    }
    assert snippets["One-pager: goals (Strategiske mål)"]["body"].startswith("goals: [${1|et-")
    assert snippets["Personer: anna-eksempel"] == {
        "scope": "markdown",
        "prefix": ["anna-eksempel", "Anna Eksempel"],
        "body": "anna-eksempel",
        "description": "Personer: Anna Eksempel",
    }
    assert {snippet["scope"] for snippet in snippets.values()} == {"markdown"}


def matched(line: str, matchers: list[dict[str, Any]]) -> list[tuple[str, ...]]:
    """Return what VS Code makes of a line: severity, file, line, column, code, message."""
    found = []
    for matcher in matchers:
        pattern = matcher["pattern"]
        if hit := re.search(pattern["regexp"], line):
            parts = (hit[pattern[key]] for key in ("file", "line", "column", "code", "message"))
            found.append((matcher["severity"], *parts))
    return found


@pytest.mark.parametrize(("language", "place"), [("da", 0), ("en", 1)])
def test_the_task_finds_each_finding_once(wp: Wp, council: Path, language: str, place: int) -> None:
    wp("schema", cwd=council)
    task = json.loads((council / ".vscode/tasks.json").read_text(encoding="utf-8"))["tasks"][0]
    for severity in ("error", "warning", "info"):
        word = words_of("da" if place == 0 else "en")[severity]
        line = f"content/a: b.yml:6:11: {word} WP401 “x”: findes ikke: 1:2: fejl"
        expected = (severity, "content/a: b.yml", "6", "11", "WP401", "“x”: findes ikke: 1:2: fejl")
        assert matched(line, task["problemMatcher"]) == [expected]
    assert matched("2 fejl i 1 fil. 1 fil gennemgået.", task["problemMatcher"]) == []


@pytest.mark.skipif("concise" not in FORMATS, reason="the format concise isn't there yet")
@pytest.mark.parametrize("language", ["da", "en"])
def test_the_task_reads_what_the_check_says(wp: Wp, council: Path, language: str) -> None:
    wp("schema", cwd=council)
    change(council / "content/one-pagers/effektmaaling.md", "horizon: long", "horizon: lang")
    task = json.loads((council / ".vscode/tasks.json").read_text(encoding="utf-8"))["tasks"][0]
    run = wp(*task["args"], "--lang", language, cwd=council)
    hits = [hit for line in run.out.splitlines() for hit in matched(line, task["problemMatcher"])]
    start = ("error", "content/one-pagers/effektmaaling.md", "9", "10", "WP206")
    assert [hit[:5] for hit in hits] == [start]
    assert "“lang”" in hits[0][5]


# What is somebody else's


def test_settings_keep_what_stands_in_them(wp: Wp, council: Path) -> None:
    write(council / ".vscode" / "settings.json", '{\n  // mit\n  "editor.wordWrap": "on"\n}\n')
    write(council / ".vscode" / "extensions.json", '{"recommendations": ["a.b"]}\n')
    mine = '{"version": "2.0.0", "tasks": [{"label": "wp check", "command": "egen"}]}\n'
    write(council / ".vscode" / "tasks.json", mine)
    run = wp("schema", cwd=council)
    said = "har fået det, der manglede; resten er urørt."
    assert f".vscode/settings.json {said}\n.vscode/wp" in run.out
    assert f".vscode/extensions.json {said}\n" in run.out
    text = (council / ".vscode/settings.json").read_text(encoding="utf-8")
    assert text.startswith('{\n  // mit\n  "editor.wordWrap": "on",\n  "yaml.schemas": {\n')
    extensions = json.loads((council / ".vscode/extensions.json").read_text(encoding="utf-8"))
    assert extensions == {"recommendations": ["a.b", "redhat.vscode-yaml"]}
    assert (council / ".vscode/tasks.json").read_text(encoding="utf-8") == mine
    assert wp("schema", "--check", cwd=council).code == 0


@pytest.mark.parametrize(
    ("name", "text", "danish", "english"),
    [
        (
            "settings.json",
            '{"yaml.schemas": {".vscode/schemas/people.schema.json": "x.yml"}}',
            "siger allerede noget andet om “yaml.schemas › .vscode/schemas/people.schema.json”.",
            "already says something else of “yaml.schemas › .vscode/schemas/people.schema.json”.",
        ),
        ("settings.json", "{\n  nej\n}", "linje 2 ikke er JSON", "line 2 is not JSON"),
        ("tasks.json", '{"version": "0.1.0"}', "andet om “version”.", "else of “version”."),
        ("extensions.json", "[]", "linje 1 ikke er JSON", "line 1 is not JSON"),
        ("schemas/people.schema.json", "{}", "er ikke skrevet af", "was not written by"),
        ("wp.code-snippets", "{}", "er ikke skrevet af", "was not written by"),
    ],
)
def test_what_is_in_the_way_stops_it_and_nothing_is_changed(
    wp: Wp, council: Path, name: str, text: str, danish: str, english: str
) -> None:
    write(council / ".vscode" / name, text)
    before = tree(council)
    for language, sentence in (("da", danish), ("en", english)):
        for arguments in ([], ["--check"]):
            run = wp("schema", *arguments, "--lang", language, cwd=council)
            assert (run.code, run.out) == (2, "")
            assert f".vscode/{name} " in run.err
            assert sentence in run.err
            assert {"da": "Intet er ændret.", "en": "Nothing was changed."}[language] in run.err
    assert tree(council) == before


def test_what_should_stand_there_is_printed(wp: Wp, council: Path) -> None:
    write(council / ".vscode" / "extensions.json", "[]")
    run = wp("schema", "--lang", "en", cwd=council)
    printed = json.loads(run.err.partition("yourself: ")[2])
    assert printed == {"recommendations": ["redhat.vscode-yaml"]}


def test_a_folder_that_leads_out_of_the_tree_is_refused(
    wp: Wp, council: Path, tmp_path: Path
) -> None:
    (tmp_path / "udenfor").mkdir()
    (council / ".vscode").symlink_to(tmp_path / "udenfor")
    run = wp("schema", cwd=council)
    assert run.code == 2
    assert "uden for rådets mappe" in run.err
    assert list((tmp_path / "udenfor").iterdir()) == []


def test_a_file_where_the_folder_should_be_stops_it(wp: Wp, council: Path) -> None:
    write(council / ".vscode", "")
    assert wp("schema", cwd=council).code == 2
    run = wp("schema", "--output", council / ".vscode", cwd=council)
    assert (run.code, run.out) == (2, "")


def test_settings_that_are_not_utf_8_are_left_alone(wp: Wp, council: Path) -> None:
    write(council / ".vscode" / "settings.json", "").write_bytes(b'{"a": "\xe6"}')
    run = wp("schema", cwd=council)
    assert run.code == 2
    assert ".vscode/settings.json er ikke gemt som UTF-8. Intet er ændret." in run.err


def test_a_linked_settings_file_stays_a_link(wp: Wp, council: Path) -> None:
    kept = write(council / "egne.json", "{}")
    (council / ".vscode").mkdir()
    (council / ".vscode" / "settings.json").symlink_to(kept)
    assert wp("schema", cwd=council).code == 0
    assert (council / ".vscode" / "settings.json").is_symlink()
    assert "yaml.schemas" in kept.read_text(encoding="utf-8")
