"""A folder that is named like a document."""

from pathlib import Path

import pytest


def make(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = root / "content" / "one-pagers" / "lighed.md"
    folder.mkdir()
    (folder / "tekst.md").write_text("Det her læses ikke.\n", encoding="utf-8")
