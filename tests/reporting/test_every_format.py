"""Every format, fed the same diagnostics, gives exactly what stands in `expected/`.

When a change of them is meant, `WP_UPDATE_GOLDENS=1 pytest tests/reporting/test_every_format.py`
writes them anew; read the difference before it is committed.
"""

import os
from pathlib import Path

import pytest
from tests.reporting.sample import diagnostics, report

from wp import __version__
from wp.language.messages import Language
from wp.reporting.formats import FORMATS, render

EXPECTED = Path(__file__).parent / "expected"
ENDINGS = {"json": "json", "gitlab": "json", "sarif": "sarif", "junit": "xml"}
STATISTICS = ("text", "json")


def golden(name: str, text: str) -> str:
    """Return what is expected, or write it when that is asked for."""
    path = EXPECTED / name
    text = text.replace(f'"semanticVersion": "{__version__}"', '"semanticVersion": "VERSION"')
    if os.environ.get("WP_UPDATE_GOLDENS"):
        path.write_text(text, encoding="utf-8")
    assert text == path.read_text(encoding="utf-8")
    return text


@pytest.mark.parametrize("language", ["da", "en"])
@pytest.mark.parametrize("name", FORMATS)
def test_a_format_is_exactly_this(tmp_path: Path, name: str, language: Language) -> None:
    text = render(report(tmp_path, language), name)
    assert text.endswith("\n")
    assert str(tmp_path) not in text, "the report is the same wherever the folder lies"
    golden(f"{name}.{language}.{ENDINGS.get(name, 'txt')}", text)


@pytest.mark.parametrize("language", ["da", "en"])
@pytest.mark.parametrize("name", STATISTICS)
def test_statistics_are_exactly_this(tmp_path: Path, name: str, language: Language) -> None:
    text = render(report(tmp_path, language), name, statistics=True)
    golden(f"statistics-{name}.{language}.{ENDINGS.get(name, 'txt')}", text)


def test_nothing_is_expected_of_what_is_not_there() -> None:
    known = {f"{name}.{language}" for name in FORMATS for language in ("da", "en")}
    known |= {f"statistics-{name}.{language}" for name in STATISTICS for language in ("da", "en")}
    assert {path.name.rpartition(".")[0] for path in EXPECTED.iterdir()} == known


def test_the_list_is_sorted_and_has_every_severity() -> None:
    found = diagnostics()
    assert [item.order for item in found] == sorted(item.order for item in found)
    assert {item.severity.value for item in found} == {"error", "warning", "info"}
