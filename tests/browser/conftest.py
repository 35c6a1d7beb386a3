"""The browser that the built pages are read in, and a reason where there is none."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

AXE = Path(__file__).parent / "node_modules/axe-core/axe.min.js"
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
QUIET = [
    "--no-sandbox",  # in a container there is nothing to build a sandbox from
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--no-first-run",
]
# What a reader sets who wants text twice as large: not a zoom, the browser's own type size.
LARGE_TEXT = "--blink-settings=defaultFontSize=32,defaultFixedFontSize=26"


def _lacking(reason: str) -> None:
    """Skip, unless the browser must be there."""
    if os.environ.get("WP_BROWSER") == "required":
        pytest.fail(reason)
    pytest.skip(reason)


@pytest.fixture(scope="session")
def playwright() -> Iterator[Any]:
    """Playwright, running."""
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        _lacking("Playwright isn't installed: pip install '.[dev]'")
    with sync_playwright() as running:
        yield running


@pytest.fixture(scope="session")
def chromium() -> str:
    """Return the path of a Chromium, Debian's or another."""
    found = next(filter(None, map(shutil.which, NAMES)), None)
    if found is None:
        _lacking(f"there is no browser: {', '.join(NAMES)}")
    return str(found)


@pytest.fixture(scope="session")
def axe() -> str:
    """Return the text of axe-core, which judges a page from inside it."""
    if not AXE.is_file():
        _lacking("axe-core isn't installed: npm ci --prefix tests/browser")
    return AXE.read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def browser(playwright: Any, chromium: str) -> Iterator[Any]:
    """Chromium as it comes."""
    with playwright.chromium.launch(executable_path=chromium, args=QUIET) as running:
        yield running


@pytest.fixture(scope="session")
def large_text(playwright: Any, chromium: str) -> Iterator[Any]:
    """Chromium of a reader who has set its type to 200 %."""
    with playwright.chromium.launch(executable_path=chromium, args=[*QUIET, LARGE_TEXT]) as running:
        yield running
