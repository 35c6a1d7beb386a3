"""What a Mac leaves in every folder, and git is often told not to keep."""

from pathlib import Path

import pytest


def make(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (root / "content" / ".DS_Store").write_bytes(b"x")
