"""Characters that nobody sees: a tab and a line separator from Word, a reversed reading order."""

from pathlib import Path

import pytest


def make(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = root / "content" / "one-pagers" / "datakvalitet.md"
    text = path.read_text(encoding="utf-8")
    text = text.replace("vedtage en fælles måling", "vedtage\x0ben\u2028fælles måling")
    path.write_bytes(text.replace("Prøveuniversitetet", "Prøve\u202euniversitetet").encode())
