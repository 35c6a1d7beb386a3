"""What the tests of this room share: copies of Eksempelrådet that a test may change."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from wp.publishing.publication import Publication
from wp.publishing.selection import publications
from wp.reading.repository import read_repository

TESTS = Path(__file__).resolve().parents[1]
EXAMPLE = TESTS / "eksempelraadet"
REAL = TESTS.parent
SMALL = "content/one-pagers/opgave.md"


@pytest.fixture
def council(tmp_path: Path) -> Path:
    """A copy of Eksempelrådet's repository."""
    root = tmp_path / "council"
    shutil.copytree(EXAMPLE / "content", root / "content")
    return root


def write(root: Path, name: str, text: str) -> None:
    (root / name).parent.mkdir(parents=True, exist_ok=True)
    (root / name).write_text(text, encoding="utf-8")


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A council with little to build: a programme, a one-pager and an attachment that it links."""
    root = tmp_path / "small"
    body = "".join(
        f"## {heading}\n\nSe [bilag](attachments/bilag.csv).\n\n"
        for heading in ("Forord", "Sammenfatning", "Organisering", "Økonomisk ramme")
    )
    write(root, "content/programme.md", f"---\ntitle: Et program\nlanguage: da\n---\n\n{body}")
    write(root, "content/attachments/bilag.csv", "a;b\n1;2\n")
    write(root, SMALL, "---\ntitle: Opgave\nstatus: proposed\n---\n")
    return root


@pytest.fixture
def edit(council: Path) -> Callable[[str, str, str], None]:
    """Replace a text that stands once in a file of the copy."""

    def replace(name: str, old: str, new: str) -> None:
        path = council / name
        text = path.read_text(encoding="utf-8")
        assert text.count(old) == 1, f"{name} holds {old!r} {text.count(old)} times"
        path.write_text(text.replace(old, new), encoding="utf-8")

    return replace


def publish(root: Path, *names: str) -> Publication:
    """Compose one publication of a repository."""
    [(publication, _)] = publications(read_repository(root), names)
    return publication
