"""Where the files come from and how they were: the facts of git that a programme tells.

What git can't say, because there is none, because the folder isn't in it, or because a clone lacks
older commits, is left out; no build fails for it.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from wp.errors import WpError
from wp.history import History, open_history
from wp.programme.editions import Origin, last_approved
from wp.programme.model import Edition, Tool
from wp.reading.repository import CONTENT, TEMPLATES, Repository, read_repository
from wp.reading.tree import Tree, composed


@dataclass(frozen=True)
class Found:
    """What is known, and why the files of the last approved version can't be read, if so."""

    origin: Origin
    lacking: WpError | None = None


def origin_of(repository: Repository, moment: datetime | None, tools: Iterable[Tool]) -> Found:
    """Return where a repository's files come from, and as what the last version of them is known.

    `moment` is that of `SOURCE_DATE_EPOCH`, None when it isn't set; `tools` take part in the build.
    """
    given = moment.date().isoformat() if moment else ""
    try:
        history = open_history(repository.root)
        tree = history.work_tree(CONTENT, TEMPLATES)
    except WpError:
        return Found(Origin(Edition(date=given, tools=tuple(tools))), _unread(repository))
    committed = tree.commit.committed.date().isoformat() if tree.commit else ""
    edition = Edition(
        commit=tree.commit.id if tree.commit else "",
        committed=committed,
        changed=tree.commit is not None and not tree.is_clean,
        date=given or committed,
        tools=tuple(tools),
    )
    try:
        return Found(Origin(edition, _before(repository, history)))
    except WpError as error:
        return Found(Origin(edition), error)


def past_key(root: Path) -> str:
    """Return a key of all that git can say for `origin_of` besides what the files hold.

    "" where a revision may be named by what this machine did, which only its own log knows.
    """
    try:
        if b"@{" in (root / CONTENT / "programme.md").read_bytes():
            return ""
        history = open_history(root)
        tree = history.work_tree(CONTENT, TEMPLATES)
        commit = tree.commit.id if tree.commit else ""
        return f"{commit} {tree.is_clean}\n{history.names()}"
    except WpError as error:
        return error.name  # no git, no history: that is an answer, too


def _before(repository: Repository, history: History) -> Repository | None:
    """Return the repository as it was in the version that it is compared with.

    Raises `WpError` when its files can't be had.
    """
    version = last_approved(repository)
    if version is None or not version.revision:
        return None
    past = history.past(history.commit_of(version.revision), CONTENT, TEMPLATES)
    if f"{CONTENT}/programme.md" not in past.names:
        raise WpError("no-programme-then")
    names = frozenset(composed(name) for name in past.names)
    return read_repository(repository.root, Tree(repository.root, past.changed, names))


def _unread(repository: Repository) -> WpError | None:
    """Return why there is nothing to compare with where git can't answer at all."""
    version = last_approved(repository)
    return WpError("no-history", folder=repository.root) if version and version.revision else None
