"""A file and a folder whose names read backwards from a sign in them on."""

from pathlib import Path

import pytest


def make(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    attachments = root / "content" / "attachments"
    (attachments / "plan\u202etxt.exe.csv").write_text("a\n", encoding="utf-8")
    (attachments / "mappe\u2067").mkdir()
    (attachments / "mappe\u2067" / "b.csv").write_text("a\n", encoding="utf-8")
