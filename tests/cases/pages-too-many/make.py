"""A table of many rows in a one-pager: few words, and more than a page."""

from pathlib import Path


def make(root: Path, monkeypatch: object) -> None:
    path = root / "content/one-pagers/datakvalitet.md"
    rows = "| Måling | Sted |\n| --- | --- |\n" + "| – | – |\n" * 60
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("## Tid\n", f"{rows}\n## Tid\n"), encoding="utf-8")
