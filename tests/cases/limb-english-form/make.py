"""A council that writes its minutes in English: the same rule, with other patterns."""

import re
from pathlib import Path

import pytest

from wp.reading.repository import packaged_templates

PATTERNS = r"""
    lead: 'recommended that the council:?$'
    limb: 'to\\b'
    subject: '\\bthat the council\\b'
    discussed: '\\bdiscuss'
    answers: {approves: approve, notes: '\\bnote'}
"""


def make(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = (packaged_templates() / "minutes.md").read_text(encoding="utf-8")
    danish = r"\n    lead: .*\n    limb: .*\n    subject: .*\n    discussed: .*\n"
    text, first = re.subn(danish, PATTERNS, text)
    text, second = re.subn(r"    answers:\n(?:      .*\n)+", "", text)
    assert first == second == 1
    (root / "templates").mkdir()
    (root / "templates" / "minutes.md").write_text(text, encoding="utf-8")
