"""A picture that is no picture."""

from pathlib import Path


def make(root: Path, monkeypatch: object) -> None:
    (root / "content/attachments/plan.png").write_bytes(b"\x89PNG and then nothing")
    path = root / "content/one-pagers/datakvalitet.md"
    picture = "![Planen for målingen](../attachments/plan.png)\n"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("## Tid\n", f"{picture}\n## Tid\n"), encoding="utf-8")
