"""A document of more than two megabytes is not read, and its id is known all the same."""

from pathlib import Path

import pytest


def make(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = root / "content" / "one-pagers" / "retsgrundlag.md"
    path.write_text(path.read_text(encoding="utf-8") + "ord " * 600_000, encoding="utf-8")
    (root / "content" / "attachments" / "stor.bin").write_bytes(b"0" * 3_000_000)
