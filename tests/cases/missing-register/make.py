"""A register that documents refer into is not there; one that nobody needs may be missing."""

from pathlib import Path

import pytest


def make(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (root / "content" / "people.yml").unlink()
    (root / "content" / "initiatives.yml").unlink()
    path = root / "content" / "one-pagers" / "datakvalitet.md"
    text = path.read_text(encoding="utf-8").replace("interfaces: [sundhedsplanen]\n", "")
    path.write_text(text, encoding="utf-8")
