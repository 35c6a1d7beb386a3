"""Runs `wp` as its users do: a process of its own, in a real tree."""

import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

import pytest
from tests.cli.process import PROGRAMME, ROOT, SCRIPT, Run, Wp, environment, write


@pytest.fixture
def wp() -> Wp:
    """Return a function that runs `wp`; no run may end in a traceback, or in an unknown code."""

    def run(*arguments: str | Path, cwd: Path, env: Mapping[str, str] | None = None) -> Run:
        done = subprocess.run(
            [SCRIPT, *arguments],
            cwd=cwd,
            env=environment(**(env or {})),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=120,
        )
        out, err = done.stdout.decode("utf-8"), done.stderr.decode("utf-8")
        assert "Traceback" not in out + err, err
        assert done.returncode in (0, 1, 2), (done.returncode, err)
        return Run(done.returncode, out, err)

    return run


@pytest.fixture
def council(tmp_path: Path) -> Path:
    """Return a copy of Eksempelrådet, in which nothing is wrong."""
    root = tmp_path / "eksempelraadet"
    shutil.copytree(ROOT / "tests" / "eksempelraadet", root, ignore=shutil.ignore_patterns("build"))
    return root


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """Return a council that has only begun: a programme with nothing in it but its headings."""
    root = tmp_path / "lille"
    write(root / "content" / "programme.md", PROGRAMME)
    return root
