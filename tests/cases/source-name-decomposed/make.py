"""The same name twice, as macOS writes it and as others do; a link finds it in either form."""

import unicodedata
from pathlib import Path

import pytest


def make(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    attachments = root / "content" / "attachments"
    (attachments / unicodedata.normalize("NFD", "måling-2.txt")).write_text("a\n", encoding="utf-8")
    topics = root / "content" / "one-pagers"
    text = (topics / "retsgrundlag.md").read_text(encoding="utf-8")
    text = text.replace("id: udredning", "id: udredning-2")
    text += "\nSe [målingen](../attachments/måling-2.txt).\n"
    (topics / unicodedata.normalize("NFC", "kår.md")).write_text(text, encoding="utf-8")
    (topics / unicodedata.normalize("NFD", "kår.md")).write_text(text, encoding="utf-8")
