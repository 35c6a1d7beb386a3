"""A file saved as Windows-1252; it is judged all the same, by the letters that it looks like."""

from pathlib import Path

import pytest


def make(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = root / "content" / "one-pagers" / "datakvalitet.md"
    text = path.read_text(encoding="utf-8").replace("## Mål", "## Målet")
    path.write_bytes(text.encode("cp1252"))
