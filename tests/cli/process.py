"""Helpers of these tests: `wp` as its users run it, in a real tree."""

import os
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
SCRIPT = Path(sys.executable).with_name("wp")
_SETTINGS = ("WP_", "NO_COLOR", "FORCE_COLOR", "COLUMNS", "CI", "GITHUB_", "TERM", "PYTHONIO")

PROGRAMME = """---
title: Et lille arbejdsprogram
language: da
---

## Forord

## Sammenfatning

## Organisering

## Økonomisk ramme
"""


@dataclass(frozen=True)
class Run:
    """What a run left behind: exit code and what it printed."""

    code: int
    out: str
    err: str


Wp = Callable[..., Run]


def environment(**extra: str) -> dict[str, str]:
    """Return this environment without what would change how `wp` shows things."""
    env = {key: value for key, value in os.environ.items() if not key.startswith(_SETTINGS)}
    return {**env, **extra}


def write(path: Path, text: str) -> Path:
    """Write a text file and the folders that it stands in."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def change(path: Path, old: str, new: str) -> None:
    """Replace a text that stands once in a file."""
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1, (path, old, text.count(old))
    path.write_text(text.replace(old, new), encoding="utf-8")
