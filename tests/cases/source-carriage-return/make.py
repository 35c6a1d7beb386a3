"""Line ends of Windows, in a document and in a register; positions stay those of the file."""

from pathlib import Path

import pytest


def make(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("one-pagers/datakvalitet.md", "people.yml"):
        path = root / "content" / name
        text = path.read_text(encoding="utf-8").replace("priority: high", "priority: urgent")
        path.write_bytes(text.replace("\n", "\r\n").encode())
