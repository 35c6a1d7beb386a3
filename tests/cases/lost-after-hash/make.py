"""A number sign in a text takes the rest of the line along; a comment, a quotation and a text of
several lines are what they seem.
"""

from pathlib import Path

import pytest


def make(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = root / "content" / "one-pagers" / "datakvalitet.md"
    text = path.read_text(encoding="utf-8")
    for old, new in (
        ("title: Datakvalitet\n", "title: Datakvalitet #1 i landet\n"),
        ("horizon: medium\n", "horizon: medium # to til tre år\n"),
        ("title: Måle kvaliteten\n", 'title: "Måle #kvalitet"\n'),
        ("milestone: En målerapport\n", "milestone: |\n      note: rapport #2\n"),
        ("  ny-teknologi: Målingen", "  ny-teknologi: Målingen (se #4)"),
    ):
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    path.write_text(text, encoding="utf-8")
