"""Links out of the tree, to nothing, to one another and to a folder; one inside it is read."""

from pathlib import Path

import pytest


def make(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    topics = root / "content" / "one-pagers"
    (topics / "udenfor.md").symlink_to("/etc/hostname")
    (topics / "ingenting.md").symlink_to("findes-ikke.md")
    (topics / "ring.md").symlink_to("ring.md")
    (topics / "mappe.md").symlink_to("../attachments")
    text = (topics / "retsgrundlag.md").read_text(encoding="utf-8")
    text = text.replace("id: udredning", "id: kopi")
    (root / "content" / "attachments" / "kopi.md").write_text(text, encoding="utf-8")
    (topics / "kopi.md").symlink_to("../attachments/kopi.md")
