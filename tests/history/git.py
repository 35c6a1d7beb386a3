"""Real git repositories for tests, the same wherever and for whomever they run."""

import os
import subprocess
from pathlib import Path

WHEN = "2027-03-02T10:30:00+01:00"
_SETTINGS = {
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_AUTHOR_NAME": "Åse Mønster",
    "GIT_AUTHOR_EMAIL": "aase@eksempel.dk",
    "GIT_COMMITTER_NAME": "Åse Mønster",
    "GIT_COMMITTER_EMAIL": "aase@eksempel.dk",
    "GIT_AUTHOR_DATE": WHEN,
    "GIT_COMMITTER_DATE": WHEN,
}


def git(folder: Path, *arguments: str) -> str:
    """Run git in a folder and return what it printed, without the last line end."""
    environment = {k: v for k, v in os.environ.items() if not k.startswith("GIT_")}
    command = ["git", "-c", "protocol.file.allow=always", *arguments]
    done = subprocess.run(
        command,
        cwd=folder,
        env={**environment, **_SETTINGS},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, (arguments, done.stderr)
    return done.stdout.removesuffix("\n")


def begin(folder: Path, *options: str) -> Path:
    """Make a folder a repository and commit what it holds."""
    folder.mkdir(parents=True, exist_ok=True)
    git(folder, "init", "--quiet", "--initial-branch=main", *options)
    commit(folder, "Begynd")
    return folder


def commit(folder: Path, message: str = "Ret") -> str:
    """Commit everything in a repository and return the commit's id."""
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--allow-empty", f"--message={message}")
    return git(folder, "rev-parse", "HEAD")


def put(folder: Path, name: str, data: str | bytes) -> Path:
    """Write a file, and the folders that it stands in."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data.encode("utf-8") if isinstance(data, str) else data)
    return path
