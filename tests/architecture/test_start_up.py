"""What a command may not import before it does anything: start-up time is everyone's time."""

import os
import subprocess
import sys
from pathlib import Path

PUBLISHING = {
    "jinja2", "typst", "pypandoc", "docx", "wp.publishing.build", "wp.publishing.pdf.writer",
    "wp.programme.assemble", "asyncio", "http.client",
}  # fmt: skip
EVERYTHING = PUBLISHING | {
    "yaml", "frontmatter", "jsonschema_rs", "pyromark", "rich", "wp.reading", "wp.checking",
    "wp.reporting", "wp.language.messages", "wp.programme", "wp.publishing", "wp.starting",
}  # fmt: skip

PROGRAMME = """---
title: Et lille arbejdsprogram
language: da
---

## Forord
"""


def imported(arguments: list[str], cwd: Path) -> set[str]:
    """Return the modules that a run of `wp` has imported at its end."""
    code = (
        "import sys\n"
        f"sys.argv = ['wp', *{arguments!r}]\n"
        "from wp.app import main\n"
        "try:\n"
        "    main()\n"
        "finally:\n"
        "    print('\\n'.join(['MODULES', *sys.modules]))\n"
    )
    env = {key: value for key, value in os.environ.items() if not key.startswith(("COV", "FORCE"))}
    run = subprocess.run(
        [sys.executable, "-c", code], cwd=cwd, env=env, capture_output=True, encoding="utf-8"
    )
    assert "Traceback" not in run.stderr, run.stderr
    return set(run.stdout.partition("MODULES\n")[2].split())


def test_version_imports_next_to_nothing(tmp_path: Path) -> None:
    assert imported(["--version"], tmp_path) & EVERYTHING == set()


def test_help_imports_nothing_but_its_words(tmp_path: Path) -> None:
    modules = imported(["check", "--help"], tmp_path)
    ours = {name for name in modules if name.startswith("wp.")}
    words = {"wp.app", "wp.errors", "wp.interrupts", "wp.language", "wp.language.help"}
    assert {name for name in ours - words if not name.startswith("wp.commands")} == set()


def test_check_imports_no_room_that_it_has_no_use_for(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "programme.md").write_text(PROGRAMME, encoding="utf-8")
    modules = imported(["check"], tmp_path)
    assert "wp.checking.engine" in modules
    assert modules & (PUBLISHING | {"rich", "wp.programme", "wp.starting"}) == set()
    modules = imported(["check", "--no-pages"], tmp_path)
    assert modules & (PUBLISHING | {"rich", "wp.publishing", "wp.programme"}) == set()


def test_new_imports_neither_rules_nor_publishing(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "programme.md").write_text(PROGRAMME, encoding="utf-8")
    modules = imported(["new", "one-pager", "Et emne"], tmp_path)
    assert (tmp_path / "content/one-pagers/et-emne.md").is_file()
    assert modules & (PUBLISHING | {"rich", "wp.checking", "wp.reporting"}) == set()


def test_schema_imports_neither_rules_nor_publishing(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "programme.md").write_text(PROGRAMME, encoding="utf-8")
    modules = imported(["schema"], tmp_path)
    assert (tmp_path / ".vscode/settings.json").is_file()
    others = {"rich", "wp.checking", "wp.reporting", "wp.publishing", "wp.starting"}
    assert modules & (PUBLISHING | others) == set()


def test_explain_imports_no_publishing(tmp_path: Path) -> None:
    modules = imported(["explain", "WP711"], tmp_path)
    assert "wp.explaining.rules" in modules
    assert (
        modules & (PUBLISHING | {"rich", "wp.programme", "wp.publishing", "wp.starting"}) == set()
    )
