"""The benchmark of `wp build` runs, and gives the others the text that wp writes."""

import subprocess
import sys
from pathlib import Path

from tests.benchmarks import build
from tests.cli.process import ROOT, environment


def test_it_runs_and_tells_what_was_made(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "tests.benchmarks.build", "--sizes", "12", "--runs", "1"]
    command += ["--only", "wp, md, *", "--limit", "300"]
    cache = environment(XDG_CACHE_HOME=str(tmp_path))
    run = subprocess.run(
        command, cwd=ROOT, env=cache, capture_output=True, encoding="utf-8", check=False
    )
    assert (run.returncode, run.stderr) == (0, "")
    rows = [line.split(" | ")[0].removeprefix("| ") for line in run.stdout.splitlines()]
    for name in ("wp, md, first", "wp, md, checked", build.PDF, build.HTML):
        assert name in rows
    assert "14 one-pagers" in run.stdout
    assert "exit" not in run.stdout.replace("“", "")
    [pdf] = [line for line in run.stdout.splitlines() if line.startswith("plain.pdf: ")]
    assert pdf.endswith(" pages")


def test_the_others_get_the_words_without_what_they_cannot_do() -> None:
    text = (
        '## <a id="chapter-goals"></a>1 Mål\n\n'
        "![Tegning \\[1\\]](programme-assets/a.svg)\n\n"
        "Se [målene](#chapter-goals), [mødet](#møde-1) og [siden](https://example.org).\n"
    )
    assert build.plain(text) == (
        "## 1 Mål {#chapter-goals}\n\n\n\n"
        "Se [målene](#chapter-goals), mødet og [siden](https://example.org).\n"
    )
