"""Several ids in one text: where a list is wanted, known ones and unknown ones, and where only one
may stand; and entries with fields that are written as a text, or without a dash.
"""

from pathlib import Path

import pytest


def make(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def change(name: str, *pairs: tuple[str, str]) -> None:
        path = root / "content" / name
        text = path.read_text(encoding="utf-8")
        for old, new in pairs:
            assert text.count(old) == 1, old
            text = text.replace(old, new)
        path.write_text(text, encoding="utf-8")

    change(
        "one-pagers/datakvalitet.md",
        ("goals: [bedre-data]", "goals: bedre-data; noget-nyt"),
        ("depends_on: [retsgrundlag]", "depends_on: retsgrundlag og noget-andet"),
        ("interfaces: [sundhedsplanen]", "interfaces: sundhedsplanen"),
    )
    change(
        "one-pagers/retsgrundlag.md",
        ("who: bo-dahl", "who: bo-dahl, anna-berg"),
        ("horizon: short\n", "horizon: short\ninterfaces: sundhedsplanen, sundhedsplanen\n"),
    )
    change("programme.md", ("council: raadet", "council: raadet, bestyrelsen"))
    minutes = root / "content" / "minutes" / "2027-03-02.md"
    text = minutes.read_text(encoding="utf-8")
    start, end = text.index("present:\n"), text.index("secretariat:\n")
    text = f"{text[:start]}present: anna-berg, bo-dahl\n{text[end:]}"
    start, end = text.index("secretariat:\n"), text.index("agenda:\n")
    text = f"{text[:start]}secretariat: {{who: dorte-friis}}\n{text[end:]}"
    minutes.write_text(text, encoding="utf-8")
