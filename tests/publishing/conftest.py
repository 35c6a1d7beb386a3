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


@pytest.fixture
def council(tmp_path: Path) -> Path:
    """A copy of Eksempelrådet's repository."""
    root = tmp_path / "council"
    shutil.copytree(EXAMPLE / "content", root / "content")
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
