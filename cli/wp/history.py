"""The only door to git: which commit this is, what differs from one, the files as they were then.

git runs as a process that asks nothing, pages nothing, takes no lock, and is told by no setting
around us how to answer. Names go in and come out with NUL between them, so any name is safe; they
run from the folder that was opened, with "/" between their parts, however far below the top of
the work tree it lies.
"""

import os
import re
import subprocess
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from wp.errors import WpError

_SECONDS = 120  # for one question; git answers a council's in milliseconds
_ID = re.compile(r"[0-9a-f]{40,64}")
_LINK = "120000"  # the mode of a symbolic link in git's trees (gitformat-index)
# What says where git's settings are, and nothing about which repository this is.
_KEPT = (
    "GIT_CONFIG",
    "GIT_CEILING_DIRECTORIES",
    "GIT_DISCOVERY_ACROSS_FILESYSTEM",
    "GIT_EXEC_PATH",
)
_FIXED = {
    "LC_ALL": "C",
    "LANGUAGE": "",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_PAGER": "cat",
    "GIT_LITERAL_PATHSPECS": "1",
}


@dataclass(frozen=True)
class Commit:
    """A commit: its full id, and when it was committed, with its own offset from UTC."""

    id: str
    committed: datetime


@dataclass(frozen=True)
class WorkTree:
    """How the files on disk stand to the commit that they came from.

    `commit` is None before the first one. `differing` are the files that are changed, added or
    gone, sorted; those that git ignores are not among them.
    """

    commit: Commit | None
    differing: tuple[str, ...]

    @property
    def is_clean(self) -> bool:
        """Whether the files are those of the commit."""
        return self.commit is not None and not self.differing


@dataclass(frozen=True)
class Past:
    """Files as they were at a commit.

    `names` are all of them. `changed` holds the bytes then of those that are different or gone
    now; the rest are on disk as they were. A symbolic link has the bytes of the file it led to.
    """

    commit: str
    names: frozenset[str]
    changed: Mapping[str, bytes]


@dataclass(frozen=True)
class History:
    """The history of the repository that a folder lies in."""

    folder: Path

    def commit_of(self, revision: str) -> str:
        """Return the id of the commit that a revision names, such as `origin/main` or `HEAD~2`.

        Raises `WpError` when there is none, and says so when the clone lacks older commits.
        """
        # no revision begins with a dash or holds a control character (git-check-ref-format)
        if not revision.isprintable() or not revision or revision.startswith("-"):
            raise WpError("unknown-revision", revision=revision)
        wanted = f"{revision}^{{commit}}"
        found = self._line("rev-parse", "--verify", "--quiet", wanted, good=(0, 1, 128))
        if not _ID.fullmatch(found):
            name = "revision-not-fetched" if self._is_shallow() else "unknown-revision"
            raise WpError(name, revision=revision)
        return found

    def names(self) -> str:
        """Return all names of commits with what they name, and whether older ones are lacking."""
        names = self._line("for-each-ref", "--format=%(objectname) %(refname)")
        return f"{names}\n{self._is_shallow()}"

    def fork_point(self, revision: str) -> str:
        """Return the last commit that a revision and the present one have in common.

        What stands between that and the files on disk is what a pull request into `revision`
        would bring. Of two histories without anything in common, it is the revision itself.

        Raises `WpError` when there is no such revision, or the clone is too short to tell.
        """
        commit = self.commit_of(revision)
        here = self._line("rev-parse", "--verify", "--quiet", "HEAD", good=(0, 1))
        common = self._line("merge-base", commit, here, good=(0, 1)) if here else ""
        if not common and self._is_shallow():
            raise WpError("revision-not-fetched", revision=revision)
        return common or commit

    def work_tree(self, *folders: str) -> WorkTree:
        """Return the present commit, and which files of some folders differ from it."""
        if not self._line("rev-parse", "--verify", "--quiet", "HEAD", good=(0, 1)):
            names = self._names(folders, "ls-files", "--cached", "--others", "--exclude-standard")
            return WorkTree(None, tuple(sorted(names)))
        commit = self.commit_of("HEAD")
        untracked = self._names(folders, "ls-files", "--others", "--exclude-standard")
        names = self._differing(commit, folders) | untracked
        return WorkTree(self.dated(commit), tuple(sorted(names)))

    def dated(self, commit: str) -> Commit:
        """Return a commit, by its id, with its date."""
        when = self._line("show", "--no-patch", "--no-show-signature", "--format=%cI", commit)
        return Commit(commit, datetime.fromisoformat(when))

    def files_at(self, commit: str, *folders: str) -> Mapping[str, bytes]:
        """Return all files of some folders as they were at a commit, by name."""
        return self._contents(commit, self._listed(commit, folders))

    def past(self, commit: str, *folders: str) -> Past:
        """Return the files of some folders as they were at a commit, as they differ from now."""
        listed = self._listed(commit, folders)
        differing = self._differing(commit, folders)
        wanted = {name: entry for name, entry in listed.items() if name in differing}
        return Past(commit, frozenset(listed), self._contents(commit, wanted))

    def _listed(self, commit: str, folders: Iterable[str]) -> dict[str, tuple[str, str]]:
        """Return the mode and the object of each file at a commit; a submodule is no file."""
        found = {}
        for item in self._items("ls-tree", "-r", "-z", commit, "--", *folders):
            about, _, name = item.partition("\t")
            mode, kind, blob = about.split()
            # a name that leads out of its folder is nobody's file but somebody's trap
            if kind == "blob" and ".." not in name.replace("\\", "/").split("/"):
                found[name] = (mode, blob)
        return found

    def _differing(self, commit: str, folders: Iterable[str]) -> frozenset[str]:
        """Return the names whose files on disk aren't those of a commit, and that git tracks."""
        return self._names(
            folders, "diff", commit, "--name-only", "--relative", "--no-renames", "--no-ext-diff",
            "--ignore-submodules=all",
        )  # fmt: skip

    def _contents(self, commit: str, files: Mapping[str, tuple[str, str]]) -> dict[str, bytes]:
        """Return the bytes of files at a commit, by name."""
        plain = {name: blob for name, (mode, blob) in files.items() if mode != _LINK}
        found = dict(zip(plain, self._objects(plain.values()), strict=True))
        links = [name for name, (mode, _) in files.items() if mode == _LINK]
        for name in links:
            # git follows the link within the commit; one that leads nowhere is an empty file
            asked = [f"{commit}:./{name}"] if "\n" not in name else []
            found[name] = next(iter(self._objects(asked, "--follow-symlinks")), b"")
        return found

    def _objects(self, names: Iterable[str], *options: str) -> list[bytes]:
        """Return the bytes of objects, in order; empty for one that isn't there."""
        asked = "".join(f"{name}\n" for name in names)
        if not asked:
            return []
        answer = run_git(self.folder, "cat-file", "--batch", *options, given=os.fsencode(asked))
        found, at = [], 0
        while at < len(answer):
            end = answer.index(b"\n", at)
            words = answer[at:end].split()
            at = end + 1
            size = int(words[-1]) if words[-1].isdigit() else None
            if size is None:  # "… missing"
                found.append(b"")
                continue
            is_blob = _ID.fullmatch(words[0].decode("ascii", "replace")) is not None
            found.append(answer[at : at + size] if is_blob else b"")
            at += size + 1
        return found

    def _is_shallow(self) -> bool:
        return self._line("rev-parse", "--is-shallow-repository") == "true"

    def _names(self, folders: Iterable[str], *command: str) -> frozenset[str]:
        return frozenset(self._items(*command, "-z", "--", *folders))

    def _items(self, *arguments: str) -> list[str]:
        """Return the items of an answer that parts them by NUL."""
        return [os.fsdecode(item) for item in run_git(self.folder, *arguments).split(b"\0") if item]

    def _line(self, *arguments: str, good: tuple[int, ...] = (0,)) -> str:
        return os.fsdecode(run_git(self.folder, *arguments, good=good)).strip()


def open_history(folder: Path) -> History:
    """Return the history of the repository that a folder lies in, or is the top of.

    Raises `WpError` when there is none, or no git.
    """
    inside = run_git(folder, "rev-parse", "--is-inside-work-tree")
    if inside.strip() != b"true":  # a bare repository, or the folder .git itself
        raise WpError("no-history", folder=folder)
    return History(folder)


def run_git(
    folder: Path, *arguments: str, given: bytes = b"", good: tuple[int, ...] = (0,)
) -> bytes:
    """Run git in a folder and return what it printed; `given` is its standard input.

    Raises `WpError` when git isn't there, the folder is in no repository, or git ends with a code
    that isn't `good`.
    """
    command = ["git", "--no-pager", "-c", "core.fsmonitor=false", "-C", str(folder), *arguments]
    environment = {key: value for key, value in os.environ.items() if _stays(key)}
    try:
        done = subprocess.run(
            command,
            env={**environment, **_FIXED},
            input=given,
            capture_output=True,
            timeout=_SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise WpError("git-slow", command=arguments[0], seconds=_SECONDS) from error
    except OSError as error:
        raise WpError("no-git") from error
    if done.returncode in good:
        return done.stdout
    said = done.stderr.decode("utf-8", "replace").strip().splitlines()
    reason = said[0].removeprefix("fatal: ") if said else f"exit {done.returncode}"
    if reason.startswith("not a git repository"):
        raise WpError("no-history", folder=folder)
    raise WpError("git-failed", command=arguments[0], reason=reason)


def _stays(key: str) -> bool:
    """Say whether git may see a variable: a hook's GIT_DIR, say, would lead it elsewhere."""
    return not key.startswith("GIT_") or key.startswith(_KEPT)
