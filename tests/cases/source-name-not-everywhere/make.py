"""Names that Windows can't hold, and one that would colour the terminal that shows it."""

from pathlib import Path

import pytest


def make(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    attachments = root / "content" / "attachments"
    for name in ("referat 12:05.csv", "a\\b.csv", "\x1b]0;x\x07\x1b[31mrød.csv"):
        (attachments / name).write_text("a;b\n", encoding="utf-8")
