"""What a programme tells of git: its commit, and how it was in the last approved version."""

import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest
from tests.history.git import begin, commit, git

from wp.errors import WpError
from wp.past import Found, origin_of
from wp.programme.model import Edition, Tool
from wp.reading.repository import read_repository

EXAMPLE = Path(__file__).parents[1] / "eksempelraadet"
PROGRAMME = "content/programme.md"
TOOLS = (Tool("wp", "9.9"),)
MOMENT = datetime(2030, 1, 1, 0, 59, tzinfo=UTC)


@pytest.fixture
def council(tmp_path: Path) -> Path:
    """Eksempelrådet as a draft that names version 1.0 by its tag, in no repository yet."""
    root = tmp_path / "council"
    shutil.copytree(EXAMPLE / "content", root / "content")
    path = root / PROGRAMME
    text = path.read_text(encoding="utf-8").replace("status: approved", "status: draft")
    old = "    decision: 2026-10-08-2\n"
    assert old in text
    path.write_text(text.replace(old, f"{old}    revision: v1.0\n"), encoding="utf-8")
    return root


def found(root: Path, moment: datetime | None = None) -> Found:
    return origin_of(read_repository(root), moment, TOOLS)


def change(root: Path, name: str, old: str, new: str) -> None:
    path = root / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_outside_of_git_nothing_is_known(council: Path) -> None:
    answer = found(council)
    assert answer.origin.edition == Edition(tools=TOOLS)
    assert answer.origin.before is None
    assert isinstance(answer.lacking, WpError)
    assert answer.lacking.name == "no-history"
    assert found(council, MOMENT).origin.edition == Edition(date="2030-01-01", tools=TOOLS)


def test_without_git_nothing_is_known(council: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    begin(council)
    monkeypatch.setenv("PATH", "")
    assert found(council).origin.edition == Edition(tools=TOOLS)


def test_nothing_lacks_where_nothing_is_asked(tmp_path: Path) -> None:
    shutil.copytree(EXAMPLE / "content", tmp_path / "content")
    assert found(tmp_path).lacking is None


def test_before_the_first_commit_there_is_none(council: Path) -> None:
    git(council, "init", "--quiet")
    assert found(council).origin.edition == Edition(tools=TOOLS)


def test_a_commit_with_its_day_there_and_whether_the_files_are_its_own(council: Path) -> None:
    begin(council)
    ident = git(council, "rev-parse", "HEAD")
    clean = Edition(ident, "2027-03-02", False, "2027-03-02", TOOLS)
    assert found(council).origin.edition == clean
    (council / "build").mkdir()
    (council / "build" / "programme.md").write_text("", encoding="utf-8")
    assert found(council).origin.edition == clean, "what is built isn't what it is built from"
    change(council, PROGRAMME, "Ét fælles sprog", "Et fælles sprog")
    assert found(council).origin.edition == Edition(ident, "2027-03-02", True, "2027-03-02", TOOLS)


def test_the_day_that_is_given_goes_before_the_commits(council: Path) -> None:
    begin(council)
    edition = found(council, MOMENT).origin.edition
    assert (edition.committed, edition.date) == ("2027-03-02", "2030-01-01")


def test_the_files_of_the_last_version(council: Path) -> None:
    begin(council)
    git(council, "tag", "v1.0")
    change(council, "content/one-pagers/naturkortet.md", "title: Naturkortet –", "title: Kortet –")
    (council / "content" / "one-pagers" / "effektmaaling.md").unlink()
    commit(council)
    change(council, "content/one-pagers/naturkortet.md", "title: Kortet –", "title: Det –")
    answer = found(council)
    assert answer.lacking is None
    before = answer.origin.before
    assert before is not None
    paths = before.by_path
    title = paths["content/one-pagers/naturkortet.md"].data["title"]
    assert title == "Naturkortet – den fælles database"
    assert "content/one-pagers/effektmaaling.md" in paths


@pytest.mark.parametrize(
    ("spoil", "name"),
    [
        (lambda root: None, "unknown-revision"),
        (lambda root: _without_programme(root), "no-programme-then"),
        (lambda root: _broken_form(root), "template-unreadable"),
    ],
)
def test_files_that_cant_be_had_are_said_and_left_out(council: Path, spoil, name: str) -> None:
    begin(council)
    spoil(council)
    answer = found(council)
    assert answer.origin.before is None
    assert answer.origin.edition.commit == git(council, "rev-parse", "HEAD")
    assert answer.lacking is not None
    assert answer.lacking.name == name


def _without_programme(root: Path) -> None:
    text = (root / PROGRAMME).read_text(encoding="utf-8")
    (root / PROGRAMME).unlink()
    commit(root)
    git(root, "tag", "v1.0")
    (root / PROGRAMME).write_text(text, encoding="utf-8")
    commit(root)


def _broken_form(root: Path) -> None:
    form = root / "templates" / "one-pager.md"
    form.parent.mkdir()
    form.write_text("---\n: [\n---\n", encoding="utf-8")
    commit(root)
    git(root, "tag", "v1.0")
    form.unlink()
    commit(root)


def test_a_clone_without_history_says_so_and_builds(council: Path, tmp_path: Path) -> None:
    begin(council)
    git(council, "tag", "v1.0")
    commit(council)
    git(tmp_path, "clone", "--quiet", "--depth=1", "--no-tags", council.as_uri(), "short")
    answer = found(tmp_path / "short")
    assert answer.lacking is not None
    assert answer.lacking.name == "revision-not-fetched"
    assert answer.origin.before is None
    assert answer.origin.edition == found(council).origin.edition
