"""Where the language server is, and a reason where it isn't."""

import os
import shutil
from pathlib import Path

import pytest

SERVER = Path(__file__).parent / "node_modules/yaml-language-server/bin/yaml-language-server"


@pytest.fixture(scope="session")
def server_script() -> Path:
    """Return the script of `yaml-language-server`; without it, skip, unless it must be there."""
    lacking = ""
    if shutil.which("node") is None:
        lacking = "node isn't installed"
    elif not SERVER.is_file():
        lacking = "yaml-language-server isn't installed: npm ci --prefix tests/editor"
    if lacking and os.environ.get("WP_LANGUAGE_SERVER") == "required":
        pytest.fail(lacking)
    if lacking:
        pytest.skip(lacking)
    return SERVER
