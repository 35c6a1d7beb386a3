"""A pipe, which would keep a reader waiting for ever."""

import os
from pathlib import Path

import pytest


def make(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    os.mkfifo(root / "content" / "one-pagers" / "roer.md")
