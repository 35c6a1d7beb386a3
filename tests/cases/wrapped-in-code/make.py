"""Documents pasted together with the code block that they stood in: all of one, the fields of one,
a register, one whose block isn't ended, and one where its end can't be told.
"""

from pathlib import Path

import pytest


def make(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    content = root / "content"

    def wrap(path: str, before: str, after: str) -> None:
        text = (content / path).read_text(encoding="utf-8")
        (content / path).write_text(before + text + after, encoding="utf-8")

    wrap("one-pagers/datakvalitet.md", "```markdown\n", "```\n")
    topic = content / "one-pagers/retsgrundlag.md"
    _, fields, body = topic.read_text(encoding="utf-8").split("---\n", 2)
    topic.write_text(f"\n~~~~\n\n---\n{fields}---\n\n~~~~\n{body}", encoding="utf-8")
    wrap("people.yml", "```yaml\n", "```\n\n")
    wrap("minutes/2027-03-02.md", "```\n", "")
    wrap("programme.md", "```\n", "\n```text\nEt eksempel\n```\n\n```\nEt til\n")
