"""What the tests of this room share: two repositories, and a way to read them that isn't ours."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import pytest
import yaml

from wp.programme.assemble import assemble
from wp.programme.model import Programme
from wp.reading.document import make_document
from wp.reading.repository import Repository, read_repository
from wp.reading.source import Source
from wp.reading.template import Template

TESTS = Path(__file__).resolve().parents[1]


@dataclass(frozen=True)
class Plain:
    """A repository's files as PyYAML's simplest loader reads them: every scalar is text."""

    content: Path

    def yaml(self, name: str) -> dict[str, Any]:
        text = (self.content / name).read_text(encoding="utf-8")
        if name.endswith(".md"):
            text = text.split("---\n")[1]
        return yaml.load(text, Loader=yaml.BaseLoader)

    def body(self, name: str) -> str:
        return (self.content / name).read_text(encoding="utf-8").split("---\n", 2)[2]

    def folder(self, name: str) -> dict[str, dict[str, Any]]:
        files = sorted((self.content / name).glob("*.md"))
        return {path.stem: self.yaml(f"{name}/{path.name}") for path in files}

    @cached_property
    def topics(self) -> dict[str, dict[str, Any]]:
        return self.folder("one-pagers")

    @cached_property
    def included(self) -> dict[str, dict[str, Any]]:
        """The one-pagers of the programme proper."""
        wanted = ("draft", "submitted", "approved")
        return {ident: data for ident, data in self.topics.items() if data["status"] in wanted}

    @cached_property
    def activities(self) -> list[tuple[str, dict[str, Any]]]:
        """The plan's activities, each with its one-pager's id."""
        return [
            (ident, activity)
            for ident, data in self.included.items()
            for activity in data.get("activities", [])
        ]

    @cached_property
    def meetings(self) -> dict[str, dict[str, Any]]:
        return self.folder("minutes")


@pytest.fixture(scope="session")
def eksempel() -> Repository:
    return read_repository(TESTS / "eksempelraadet")


@pytest.fixture(scope="session")
def programme(eksempel: Repository) -> Programme:
    return assemble(eksempel)


@pytest.fixture(scope="session")
def plain() -> Plain:
    return Plain(TESTS / "eksempelraadet" / "content")


@pytest.fixture(scope="session")
def council() -> Repository:
    return read_repository(TESTS.parent)


@pytest.fixture(scope="session")
def council_plain() -> Plain:
    return Plain(TESTS.parent / "content")


@pytest.fixture(scope="session")
def templates(eksempel: Repository) -> Mapping[str, Template]:
    return eksempel.templates


@pytest.fixture(scope="session")
def made(templates: Mapping[str, Template]) -> Callable[..., Repository]:
    """Return a way to make a repository of texts: path below `content/` to text."""

    def make(files: Mapping[str, str], *more: Template) -> Repository:
        known = {**templates, **{template.name: template for template in more}}
        documents = []
        for name, text in sorted(files.items()):
            template = next(t for t in known.values() if t.matches(name))
            documents.append(make_document(Source(f"content/{name}", text), template, ()))
        return Repository(Path("/nowhere"), known, tuple(documents))

    return make
