"""The council's own form, which doesn't require a responsible."""

from pathlib import Path

import pytest

from wp.reading.repository import packaged_templates

REQUIRED = "required: [title, status, focus_area, responsible, horizon, goals]"


def make(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    form = (packaged_templates() / "one-pager.md").read_text(encoding="utf-8")
    assert form.count(REQUIRED) == 1
    own = root / "templates" / "one-pager.md"
    own.parent.mkdir()
    own.write_text(form.replace(REQUIRED, "required: [title, status]"), encoding="utf-8")
