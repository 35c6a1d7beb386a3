"""What a user of VS Code sees after `wp schema`: told by the server that VS Code itself runs."""

import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.cli.process import ROOT, SCRIPT, environment
from tests.editor.language_server import LanguageServer, language_server

from wp.reading.repository import Entry, Repository, read_repository

EKSEMPELRAADET = ROOT / "tests" / "eksempelraadet"
PEOPLE = "content/people.yml"
TOPIC = "content/one-pagers/naturkortet.md"


def prepared(source: Path, folder: Path, *arguments: str) -> Path:
    """Return a copy of a council in which `wp schema` has been run."""
    root = folder / "raad"
    shutil.copytree(source / "content", root / "content")
    subprocess.run(
        [SCRIPT, "schema", *arguments],
        cwd=root, env=environment(), check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    return root


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory, server_script: Path) -> Path:
    return prepared(EKSEMPELRAADET, tmp_path_factory.mktemp("editor"))


@pytest.fixture(scope="module")
def server(root: Path, server_script: Path) -> Iterator[LanguageServer]:
    with language_server(server_script, root) as running:
        yield running


@pytest.fixture(scope="module")
def repository(root: Path) -> Repository:
    return read_repository(root)


def front(text: str) -> str:
    """Return a document's front matter alone, as the YAML that it is."""
    return text.split("\n---\n")[0] + "\n" if text.startswith("---\n") else text


def label(entry: Entry) -> str:
    """Return how an id is offered; the server cuts what is longer than 60 characters."""
    text = f"{entry.id} · {entry.title}"
    return text if len(text) <= 60 else text[:57].strip() + "..."


def offered(items: list[dict[str, Any]]) -> dict[str, str]:
    """Return what is offered: what the list shows, and what is then written."""
    return {item["label"]: item["insertText"] for item in items}


def said(diagnostics: list[dict[str, Any]]) -> list[tuple[int, int, str]]:
    """Return where something is wrong, from 1 as an editor counts, and what."""
    return sorted(
        (at["line"] + 1, at["character"] + 1, item["message"])
        for item in diagnostics
        for at in [item["range"]["start"]]
    )


def test_a_person_is_offered_by_name_in_a_register(
    server: LanguageServer, repository: Repository
) -> None:
    server.open(PEOPLE, "bodies:\n  - id: r\n    name: Rådet\n    members:\n      - who: \n")
    people = repository.collections["people"].values()
    expected = {label(person): person.id for person in people}
    assert offered(server.complete(PEOPLE, "who: ")) == expected
    assert "anna-eksempel · Anna Eksempel" in expected


def test_whoever_may_be_responsible_is_offered_in_front_matter(
    server: LanguageServer, repository: Repository
) -> None:
    server.open(TOPIC, "---\ntitle: Jura\nresponsible:\n  - who: \n")
    expected = {
        label(entry): entry.id
        for name in ("people", "organisations", "bodies", "roles")
        for entry in repository.collections[name].values()
    }
    assert offered(server.complete(TOPIC, "who: ")) == expected


def test_a_choice_is_offered_with_its_danish_name(server: LanguageServer) -> None:
    server.open(TOPIC, "---\nhorizon: \n")
    assert offered(server.complete(TOPIC, "horizon: ")) == {
        "short · Kort sigt": "short",
        "medium · Mellemlangt sigt": "medium",
        "long · Langt sigt": "long",
    }


def test_a_goal_is_offered_inside_a_list(server: LanguageServer, repository: Repository) -> None:
    server.open(TOPIC, "---\ngoals: [ ]\n")
    goals = repository.collections["goals"].values()
    assert offered(server.complete(TOPIC, "goals: [")) == {label(goal): goal.id for goal in goals}


def test_a_long_decision_is_told_whole_beside_the_list(
    server: LanguageServer, repository: Repository
) -> None:
    server.open(TOPIC, "---\ndecisions: [ ]\n")
    items = {item["insertText"]: item for item in server.complete(TOPIC, "decisions: [")}
    decisions = repository.collections["decisions"]
    assert set(items) == set(decisions)
    long = [entry for entry in decisions.values() if len(entry.data["text"]) > 60]
    assert len(long) > 1
    for entry in long:
        text = f"{entry.id} · {entry.data['text']}"
        assert items[entry.id]["label"] == text[:57].strip() + "..."
        assert items[entry.id]["documentation"][:99] == entry.data["text"][:99]


def test_a_theme_is_offered_as_a_key(server: LanguageServer, repository: Repository) -> None:
    server.open(TOPIC, "---\ncross_cutting:\n  n\n")
    keys = [item["label"] for item in server.complete(TOPIC, "cross_cutting:\n  n")]
    assert keys == list(repository.collections["cross_cutting"])


def test_fields_are_offered_by_what_the_form_has(
    server: LanguageServer, repository: Repository
) -> None:
    server.open(TOPIC, "---\ntitle: Jura\n\n")
    offers = {item["label"] for item in server.complete(TOPIC, "title: Jura\n")}
    fields = repository.templates["one-pager"].schema["properties"]
    assert offers >= set(fields) - {"title"}
    assert "title" not in offers


def test_a_wrong_value_is_told_in_danish_at_its_place(server: LanguageServer) -> None:
    text = "---\ntitle: Jura\nhorizon: lang\nresponsible:\n  - {who: anna, role: primary}\n"
    text += "activities:\n  - {title: Kortlægge, start: 1. juni, end: 2027-01-01, "
    text += "responsible: ukendt}\n"
    assert said(server.open(TOPIC, text)) == [
        (3, 10, "Vælg mellem: short (Kort sigt), medium (Mellemlangt sigt), long (Langt sigt)."),
        (5, 11, "Skriv et id fra content/people.yml."),
        (7, 31, "Skriv datoen som 2027-03-02."),
        (7, 70, "Skriv et id fra content/people.yml."),
    ]


def test_a_field_that_the_form_lacks_is_told(server: LanguageServer) -> None:
    found = said(server.open(TOPIC, "---\ntitel: Jura\n"))
    assert found == [(2, 1, "Property titel is not allowed.")]


def test_unfinished_is_not_wrong(server: LanguageServer) -> None:
    assert server.open(TOPIC, "---\ntitle: Jura\nstatus: draft\ngoals: []\n") == []
    found = said(server.open(TOPIC, "---\ntitle: Jura\nstatus: submitted\n"))
    assert [text for _, _, text in found] == [
        f'Missing property "{name}".' for name in ("focus_area", "goals", "horizon", "responsible")
    ]


def test_hovering_tells_what_a_field_is_and_who_an_id_is(server: LanguageServer) -> None:
    server.open(TOPIC, "---\nstatus: draft\nresponsible:\n  - who: soeren-skitse\n")
    told = server.hover(TOPIC, "status")
    assert told.startswith(
        "#### Status\n\nSkriv draft, mens du skriver, og submitted, når rådet må læse det.\n"
    )
    assert "* `submitted`: Indsendt\n" in told
    told = server.hover(TOPIC, "soeren")
    assert told.startswith("#### Hvem\n\nId fra people.yml, fx anna-berg.\n")
    first = told.partition("Allowed Values:\n\n")[2].splitlines()[0]
    assert first == "* `soeren-skitse`: Søren Skitse"


def test_a_markdown_file_shown_as_yaml_is_completed_but_its_text_is_faulted(
    server: LanguageServer, root: Path
) -> None:
    """What README says of choosing the language YAML for a Markdown file."""
    text = (root / TOPIC).read_text(encoding="utf-8")
    text = text.replace("horizon: ", "horizon: x", 1)
    found = said(server.open(TOPIC, text))
    fence = text.count("\n", 0, text.index("\n---\n")) + 2
    assert [line for line, _, _ in found if line < fence] == [
        text.count("\n", 0, text.index("horizon: ")) + 1
    ]
    assert [line for line, _, _ in found if line > fence] != []


@pytest.mark.parametrize("council", [EKSEMPELRAADET, ROOT], ids=["eksempelraadet", "content"])
def test_what_is_right_has_no_fault(council: Path, tmp_path: Path, server_script: Path) -> None:
    root = prepared(council, tmp_path)
    documents = read_repository(root).documents
    assert len(documents) > 18
    with language_server(server_script, root) as server:
        for document in documents:
            text = (root / document.path).read_text(encoding="utf-8")
            assert (document.path, said(server.open(document.path, front(text)))) == (
                document.path,
                [],
            )


def test_an_english_user_reads_english(tmp_path: Path, server_script: Path) -> None:
    root = prepared(EKSEMPELRAADET, tmp_path, "--lang", "en")
    with language_server(server_script, root) as server:
        found = said(server.open(TOPIC, "---\nfocus_area: x\nhorizon: lang\n"))
        assert found == [
            (2, 13, "Write an id from content/programme.md."),
            (3, 10, "Choose among: short (Short term), medium (Medium term), long (Long term)."),
        ]
        server.open(TOPIC, "---\nhorizon: \n")
        assert set(offered(server.complete(TOPIC, "horizon: "))) == {
            "short · Short term", "medium · Medium term", "long · Long term",
        }  # fmt: skip
