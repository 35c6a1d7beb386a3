"""A file name in Windows-1252, as an old archive unpacks it."""

import os
from pathlib import Path

import pytest


def make(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    here = os.fsencode(root / "content" / "one-pagers")
    (root / "content/one-pagers/retsgrundlag.md").rename(os.fsdecode(here + b"/l\xf8sning.md"))
    path = root / "content" / "one-pagers" / "datakvalitet.md"
    text = path.read_text(encoding="utf-8").replace("depends_on: [retsgrundlag]\n", "")
    path.write_text(text, encoding="utf-8")
    minutes = root / "content" / "minutes" / "2027-03-02.md"
    text = minutes.read_text(encoding="utf-8").replace("datakvalitet, retsgrundlag", "datakvalitet")
    minutes.write_text(text, encoding="utf-8")
