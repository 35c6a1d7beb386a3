"""Most files have the line ends of Windows, as git makes them there: that is one finding."""

from pathlib import Path

import pytest


def make(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for path in sorted((root / "content").rglob("*.*")):
        if path.name != "retsgrundlag.md":
            path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
