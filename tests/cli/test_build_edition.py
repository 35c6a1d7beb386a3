"""What `wp build` tells of git: the commit, changed files, and what is new since a version."""

from pathlib import Path

import pytest
from tests.cli.process import Wp, change
from tests.history.git import begin, commit, git

PROGRAMME = "content/programme.md"
NATURKORT = "content/one-pagers/naturkortet.md"
CHANGED = "filerne har desuden ændringer, som endnu ikke er gemt i git"


def colophon(root: Path) -> str:
    text = (root / "build" / "programme.md").read_text(encoding="utf-8").replace("\u00a0", " ")
    return text.split("## Kolofon\n")[1].split("**Indhold**")[0]


@pytest.fixture
def repository(council: Path) -> Path:
    """Return Eksempelrådet in git, version 1.0 tagged, and a draft of the next committed."""
    begin(council)
    git(council, "tag", "v1.0")
    change(council / PROGRAMME, "status: approved", "status: draft")
    old = "    decision: 2026-10-08-2\n"
    change(council / PROGRAMME, old, f"{old}    revision: v1.0\n")
    change(council / NATURKORT, "title: Naturkortet – den fælles database", "title: Naturkortet")
    commit(council)
    return council


def test_the_commit_and_whether_files_have_changed(wp: Wp, repository: Path) -> None:
    ident = git(repository, "rev-parse", "HEAD")
    assert wp("build", "--format", "md", cwd=repository).code == 0
    assert f"- **Kilde:** git-commit {ident[:10]} fra 2. marts 2027\n" in colophon(repository)
    change(repository / NATURKORT, "priority: high", "priority: low")
    assert wp("build", "--format", "md", cwd=repository).code == 0
    assert f"{ident[:10]} fra 2. marts 2027; {CHANGED}\n" in colophon(repository)


def test_a_clone_builds_the_same_bytes(wp: Wp, repository: Path, tmp_path: Path) -> None:
    git(tmp_path, "clone", "--quiet", str(repository), "clone")
    built = []
    for root in (repository, tmp_path / "clone"):
        done = wp("build", cwd=root)
        assert (done.code, done.err) == (0, "")
        built.append({p.name: p.read_bytes() for p in sorted((root / "build").glob("*.*"))})
    assert set(built[0]) >= {f"programme.{form}" for form in ("md", "html", "docx", "pdf", "json")}
    assert built[0] == built[1]


def test_what_is_new_since_the_tag(wp: Wp, repository: Path) -> None:
    assert wp("build", "--format", "md", cwd=repository).err == ""
    text = (repository / "build" / "programme.md").read_text(encoding="utf-8")
    assert "## Ændringer siden version 1.0\n" in text
    assert "Titel: fra “Naturkortet – den fælles database” til “Naturkortet”" in text


def test_a_short_clone_builds_without_and_says_so(wp: Wp, repository: Path, tmp_path: Path) -> None:
    git(tmp_path, "clone", "--quiet", "--depth=1", "--no-tags", repository.as_uri(), "short")
    for language, words in (
        ("da", ("Ændringerne siden den sidst godkendte version er ikke med.", "fetch-depth: 0")),
        ("en", ("The changes since the last approved version are left out.", "fetch-depth: 0")),
    ):
        done = wp("build", "--format", "md", "--lang", language, cwd=tmp_path / "short")
        assert done.code == 0
        assert all(word in done.err for word in words)
        assert len(done.err.splitlines()) == 1
    text = (tmp_path / "short" / "build" / "programme.md").read_text(encoding="utf-8")
    assert "Ændringer siden version" not in text
    assert "| 1.0 " in colophon(tmp_path / "short")


def test_a_document_alone_asks_nothing_of_git(wp: Wp, repository: Path) -> None:
    git(repository, "tag", "--delete", "v1.0")
    done = wp("build", NATURKORT, "--format", "md", cwd=repository)
    assert (done.code, done.err) == (0, "")
    done = wp("build", PROGRAMME, "--format", "md", cwd=repository)
    assert done.code == 0
    assert "v1.0" in done.err


def test_verify_knows_the_commit(wp: Wp, repository: Path) -> None:
    assert wp("build", "--format", "md", cwd=repository).code == 0
    assert wp("build", "--verify", cwd=repository).code == 0
    old = git(repository, "rev-parse", "HEAD")
    new = commit(repository)
    done = wp("build", "--verify", cwd=repository)
    assert done.code == 1
    assert "build/programme.md: " in done.out
    assert f"commit {old} → {new} (" in done.out
    assert wp("build", NATURKORT, "--format", "md", cwd=repository).code == 0
    assert wp("build", "--format", "md", cwd=repository).code == 0
    commit(repository)
    assert "one-pagers" not in wp("build", "--verify", cwd=repository).out
