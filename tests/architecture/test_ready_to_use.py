"""What README gives to copy works as it stands: the workflow, the GitLab job, the commit hook."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from wp.reporting.formats import FORMATS

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
EKSEMPELRAADET = ROOT / "tests" / "eksempelraadet"
TOPIC = "content/one-pagers/effektmaaling.md"


def block(name: str) -> Any:
    """Return what the YAML after a comment `<!-- name -->` in README says."""
    found = re.search(rf"<!-- {name} -->\n+```yaml\n(.*?)\n```\n", README, re.DOTALL)
    assert found, f"README has no YAML {name}"
    return yaml.safe_load(found[1])


def environment(tmp_path: Path) -> dict[str, str]:
    """Return this environment with our `wp` first, a git of its own, and Danish."""
    config = tmp_path / "gitconfig"
    config.write_text(
        "[user]\nname = Anna Eksempel\nemail = anna@eksempel.invalid\n"
        "[init]\ndefaultBranch = main\n",
        encoding="utf-8",
    )
    drop = ("GIT_", "WP_", "PRE_COMMIT", "NO_COLOR", "FORCE_COLOR", "CI", "GITHUB_")
    env = {key: value for key, value in os.environ.items() if not key.startswith(drop)}
    return {
        **env,
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{env['PATH']}",
        "GIT_CONFIG_GLOBAL": str(config),
        "GIT_CONFIG_NOSYSTEM": "1",
        "PRE_COMMIT_HOME": str(tmp_path / "pre-commit"),
        "WP_LANG": "da",
    }


class Repository:
    """A council's own git repository, in which commands are run as a user runs them."""

    def __init__(self, tmp_path: Path) -> None:
        self.root = tmp_path / "raad"
        shutil.copytree(EKSEMPELRAADET / "content", self.root / "content")
        self.env = environment(tmp_path)
        self.run("git", "init", "--quiet")
        self.run("git", "add", ".")
        self.run("git", "commit", "--quiet", "-m", "Eksempelrådet")

    def run(self, *command: str, code: int = 0) -> str:
        done = subprocess.run(
            command, cwd=self.root, env=self.env, stdin=subprocess.DEVNULL,
            capture_output=True, encoding="utf-8", timeout=300,
        )  # fmt: skip
        assert done.returncode == code, (command, done.stdout, done.stderr)
        return done.stdout + done.stderr

    def change(self, path: str, old: str, new: str) -> None:
        text = (self.root / path).read_text(encoding="utf-8")
        assert text.count(old) == 1
        (self.root / path).write_text(text.replace(old, new), encoding="utf-8")


@pytest.fixture
def council(tmp_path: Path) -> Repository:
    return Repository(tmp_path)


# The workflow and the job


def test_the_workflow_to_copy_is_ours_without_what_tests_the_program() -> None:
    ours = yaml.safe_load((ROOT / ".github/workflows/check.yml").read_text(encoding="utf-8"))
    del ours["jobs"]["project"], ours["jobs"]["systems"]
    assert block("workflow") == ours
    assert list(ours["jobs"]) == ["documents"]


def test_what_the_workflow_runs_runs(council: Repository, tmp_path: Path) -> None:
    """The steps of the shell, in their order, on a pull request with one fault."""
    council.run("git", "update-ref", "refs/remotes/origin/main", "HEAD")
    council.change(TOPIC, "horizon: long", "horizon: lang")
    council.run("git", "commit", "--quiet", "-am", "En fejl")
    summary = tmp_path / "summary.md"
    council.env |= {"GITHUB_BASE_REF": "main", "GITHUB_STEP_SUMMARY": str(summary)}
    steps = [
        step["run"] for step in block("workflow")["jobs"]["documents"]["steps"] if "run" in step
    ]
    install, changed, check, build = steps
    assert install == "python -m pip install --quiet ."
    # GitHub runs a step so
    shell = ("bash", "--noprofile", "--norc", "-eo", "pipefail", "-c")
    said = council.run(*shell, changed)
    assert said.startswith(f"::error file={TOPIC},line=9,")
    assert len(said.splitlines()) == 1
    assert "WP206" in council.run(*shell, check, code=1)
    text = summary.read_text(encoding="utf-8")
    assert text.startswith(f"```text\n{TOPIC}:9:10: fejl WP206 ")
    assert text.endswith("\n```\n")
    council.run(*shell, build, code=1)
    council.change(TOPIC, "horizon: lang", "horizon: long")
    council.run(*shell, check)
    assert "programme.pdf" in council.run(*shell, build)


def test_the_gitlab_job_checks_reports_and_builds() -> None:
    job = block("gitlab")["wp"]
    assert [line.split(" --format")[0] for line in job["script"]] == [
        "python -m pip install --quiet .", "wp check", "wp check", "wp build",
    ]  # fmt: skip
    report = job["artifacts"]["reports"]["codequality"]
    assert f"--output {report} " in job["script"][1]
    assert job["artifacts"]["when"] == "always"


@pytest.mark.skipif("gitlab" not in FORMATS, reason="the format gitlab isn't there yet")
def test_what_the_gitlab_job_runs_runs(council: Repository) -> None:
    council.change(TOPIC, "horizon: long", "horizon: lang")
    job = block("gitlab")["wp"]
    council.run("sh", "-e", "-c", "\n".join(job["script"][1:]), code=1)
    report = council.root / job["artifacts"]["reports"]["codequality"]
    found = json.loads(report.read_text(encoding="utf-8"))
    assert [issue["location"]["path"] for issue in found] == [TOPIC]


# The commit hook


def hooks() -> dict[str, dict[str, Any]]:
    entries = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    return {entry["id"]: entry for entry in entries}


def test_both_hooks_do_the_same() -> None:
    given = hooks()
    assert list(given) == ["wp-check", "wp-check-installed"]
    own = {"id", "description", "language", "language_version"}
    ways = [
        {key: value for key, value in hook.items() if key not in own} for hook in given.values()
    ]
    assert ways[0] == ways[1]
    assert [hook["language"] for hook in given.values()] == ["python", "system"]


@pytest.fixture
def hooked(council: Repository, tmp_path: Path) -> Repository:
    """Return a council whose commits go through our hook, set up as README says."""
    source = tmp_path / "wp"
    source.mkdir()
    shutil.copy(ROOT / ".pre-commit-hooks.yaml", source)
    for command in (["init", "--quiet"], ["add", "."], ["commit", "--quiet", "-m", "Hooks"]):
        subprocess.run(["git", *command], cwd=source, env=council.env, check=True)
    config = block("pre-commit")
    assert config["repos"][0]["hooks"] == [{"id": "wp-check"}]
    revision = subprocess.run(
        ["git", "rev-parse", "HEAD"], cwd=source, capture_output=True, encoding="utf-8", check=True
    ).stdout.strip()
    # the one that needs no network
    hook = {"id": "wp-check-installed"}
    config["repos"][0] |= {"repo": str(source), "rev": revision, "hooks": [hook]}
    (council.root / ".pre-commit-config.yaml").write_text(yaml.safe_dump(config), "utf-8")
    council.run("pre-commit", "validate-manifest", str(ROOT / ".pre-commit-hooks.yaml"))
    council.run("pre-commit", "install")
    council.run("git", "add", ".")
    assert "Passed" in council.run("git", "commit", "-m", "pre-commit")
    return council


def test_a_commit_that_breaks_something_is_stopped(hooked: Repository) -> None:
    hooked.change(TOPIC, "horizon: long", "horizon: lang")
    said = hooked.run("git", "commit", "-am", "En fejl", code=1)
    assert f"\n{TOPIC}:9:10: fejl WP206 unknown-value\n" in said
    hooked.change(TOPIC, "horizon: lang", "horizon: medium")
    said = hooked.run("git", "commit", "-am", "Rettet")
    assert "wp check" in said
    assert "Passed" in said


def test_what_breaks_in_another_file_stops_a_commit(hooked: Repository) -> None:
    """A commit that only takes a file away names no file that is left."""
    hooked.run("git", "rm", "--quiet", "content/one-pagers/kurser-for-plejeteams.md")
    said = hooked.run("git", "commit", "-m", "Fjernet", code=1)
    assert "content/minutes/2026-03-12.md:86:9: fejl WP401 dangling-reference\n" in said
    assert hooked.run("git", "log", "--format=%s").splitlines() == ["pre-commit", "Eksempelrådet"]


def test_what_is_not_committed_is_not_judged(hooked: Repository) -> None:
    hooked.change(TOPIC, "horizon: long", "horizon: lang")
    (hooked.root / "note.txt").write_text("x", encoding="utf-8")
    hooked.run("git", "add", "note.txt")
    assert "Passed" in hooked.run("git", "commit", "-m", "En note")
    assert "horizon: lang" in (hooked.root / TOPIC).read_text(encoding="utf-8")
