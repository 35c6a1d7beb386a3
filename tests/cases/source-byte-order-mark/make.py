"""A file that a Windows editor saved with a byte order mark; nothing else moves."""

from pathlib import Path

import pytest


def make(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = root / "content" / "one-pagers" / "datakvalitet.md"
    text = path.read_text(encoding="utf-8").replace("horizon: medium", "horizon: sometime")
    path.write_bytes(b"\xef\xbb\xbf" + text.encode())
