"""A thousand headings are judged, and the next is where it says that the rest are not."""

from pathlib import Path

import pytest

from wp.reading.markup import MAX_HEADINGS


def make(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = root / "content" / "one-pagers" / "retsgrundlag.md"
    text = path.read_text(encoding="utf-8")
    headings = text.count("\n## ")
    more = "".join(
        f"### Del {number}\n\nTekst.\n\n" for number in range(MAX_HEADINGS - headings + 5)
    )
    path.write_text(f"{text.rstrip()}\n\n{more}", encoding="utf-8")
