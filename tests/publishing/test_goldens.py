"""The Markdown and the HTML of Eksempelrådet, letter by letter.

When a change of them is meant, `WP_UPDATE_GOLDENS=1 pytest tests/publishing/test_goldens.py` writes
them anew; what changed is then read in the diff before it is committed.
"""

import os
from base64 import b64encode
from pathlib import Path

import pytest
from tests.publishing.conftest import EXAMPLE, publish

from wp.publishing.formats import FORMATS

GOLDENS = Path(__file__).parent / "goldens"
TEMPLATES = Path(__file__).parents[2] / "templates"
DOCUMENTS = {
    "programme": (),
    "one-pagers/naturkortet": ("content/one-pagers/naturkortet.md",),
    "minutes/2026-03-12": ("content/minutes/2026-03-12.md",),
    "agendas/2026-10-08": ("content/minutes/2026-10-08.md#agenda",),
}


@pytest.mark.parametrize("form", ["md", "html"])
@pytest.mark.parametrize("name", DOCUMENTS)
def test_golden(name: str, form: str) -> None:
    publication = publish(EXAMPLE, *DOCUMENTS[name])
    golden = GOLDENS / f"{name}.{form}"
    made = FORMATS[form](publication, EXAMPLE)[f"{name}.{form}"]
    for file in sorted((TEMPLATES / "fonts").glob("*.woff2")):  # a name is easier to compare
        made = made.replace(b64encode(file.read_bytes()), file.name.encode())
    if os.environ.get("WP_UPDATE_GOLDENS"):
        golden.parent.mkdir(parents=True, exist_ok=True)
        golden.write_bytes(made)
    assert made.decode("utf-8") == golden.read_text(encoding="utf-8")
