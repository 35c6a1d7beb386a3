"""A file saved as UTF-16, as Notepad calls Unicode, with its mark and without."""

from pathlib import Path

import pytest


def make(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("datakvalitet", "retsgrundlag"):
        path = root / "content" / "one-pagers" / f"{name}.md"
        text = path.read_text(encoding="utf-8")
        path.write_bytes(text.encode("utf-16" if name == "datakvalitet" else "utf-16-le"))
