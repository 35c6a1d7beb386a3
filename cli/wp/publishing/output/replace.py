"""New outputs take the place of old ones in `build/`: a reader finds the old set or the new, whole.

Three ways were weighed:

- A link `build` or `build/current` to a folder for each build switches at once too, but Windows
  gives links to few, mail and zip programs follow them or not as they please, and `build/` holds a
  placeholder that git keeps.
- A journal and file after file: after a kill `build/` is mixed until somebody runs `wp` again.
- The whole folder trades places with a finished one in a single step of the system. A kill leaves
  one or the other, and nobody has to mend anything. This is what we do, wherever the system can.

The next set is put together beside `build/`: the new files, and hard links to all that is to stay
(outputs of other documents, the placeholder, what a person has put there), so it costs no copy.
Then it trades places with `build/`. Last, what was `build/` gets the new files too and they trade
once more: so the folder stays the same one, for a shell that stands in it, a file manager that
shows it, a container that has it mounted.

Where that can't be done (Windows; a `build/` that is a mount point or a link; a file system without
hard links or exchange; a root that can't be written to) files are replaced one by one by a journal:
whole again after the next `wp build`, not before.

One replacement happens at a time; builds side by side wait for each other only here, so that
a build that hangs holds up nobody. Whoever comes last wins, whole.
"""

import errno
import os
import shutil
from collections.abc import Collection
from pathlib import Path

from wp.errors import WpError
from wp.publishing.output.exchange import exchange
from wp.publishing.output.files import (
    names_below,
    parents_are_folders,
    remove_emptied,
    sync,
    sync_folder,
    walk,
)
from wp.publishing.output.journal import replace_by_journal, undo
from wp.publishing.output.workshop import Workshop

# What says that folders can't trade places here, and not that something is broken or full.
_NOT_HERE = frozenset(
    {
        *(errno.EXDEV, errno.EBUSY, errno.EINVAL, errno.ENOSYS, errno.ENOTSUP, errno.EOPNOTSUPP),
        *(errno.EPERM, errno.EACCES, errno.EROFS, errno.EMLINK),
    }
)

# A link is linked as what it is. Windows does nothing else, and Python takes no word for it there.
_AS_IT_IS = {"follow_symlinks": False} if os.link in os.supports_follow_symlinks else {}


def replace_outputs(build: Path, made: Workshop, gone: Collection[str] = ()) -> None:
    """Let everything in `made.new` take its place in `build`; take the outputs `gone` away.

    Whoever calls holds the lock of `made`. `gone` are paths from `build`. Raises `OSError` when
    there is no room or a file is in use, and `WpError` when a folder on the way is a link that
    leads elsewhere; `build` holds the old set then.
    """
    names = names_below(made.new)
    _stay_inside(build, [*names, *gone])
    build.mkdir(exist_ok=True)
    undo(build)
    for name in names:
        sync(made.new / name)
    try:
        if build.is_symlink() or made.folder.is_relative_to(build):
            raise OSError(errno.EXDEV, os.strerror(errno.EXDEV), str(build))
        _put_together(build, made, names, gone)
        exchange(build, made.set)
    except OSError as error:
        shutil.rmtree(made.set, ignore_errors=True)
        if error.errno not in _NOT_HERE:
            raise
        replace_by_journal(build, made.new, gone)
        return
    sync_folder(build.parent)
    _trade_back(build, made, names, gone)


def recover(build: Path) -> None:
    """Undo what an interrupted replacement by journal left; whoever calls holds the lock."""
    if build.is_dir():
        undo(build)


def _stay_inside(build: Path, names: Collection[str]) -> None:
    if os.path.lexists(build) and not build.is_dir():
        raise WpError("not-a-folder", path=build.name)
    if not build.resolve().is_relative_to(build.parent.resolve()):
        raise WpError("outside", path=build.name)
    for name in names:
        if not parents_are_folders(build, name):
            raise WpError("outside", path=f"{build.name}/{name}")
        if (build / name).is_dir() and not (build / name).is_symlink():
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(build / name))


def _put_together(
    build: Path, made: Workshop, names: Collection[str], gone: Collection[str]
) -> None:
    """Make the next set: links to what stays of `build`, and to the new files."""
    _link_all(build, made.set, {*names, *gone})
    _finish(made, gone)


def _finish(made: Workshop, gone: Collection[str]) -> None:
    """Link the new files into the set, which has none of their names, and let the disk have it."""
    _link_all(made.new, made.set, ())
    remove_emptied(made.set, gone)
    for folder, _, _ in walk(made.set):
        sync_folder(folder)


def _link_all(source: Path, target: Path, without: Collection[str]) -> None:
    """Link every file below `source` to the same place below `target`; folders are made anew."""
    for above, folders, files in walk(source):
        below = target / above.relative_to(source)
        if not below.is_dir():
            below.mkdir()
            shutil.copymode(above, below)
        # a link to a folder is listed among the folders and is linked as what it is
        links = [name for name in folders if (above / name).is_symlink()]
        for name in (*files, *links):
            if (above / name).relative_to(source).as_posix() not in without:
                os.link(above / name, below / name, **_AS_IT_IS)


def _trade_back(build: Path, made: Workshop, names: Collection[str], gone: Collection[str]) -> None:
    """Bring the folder that was `build`, now `made.set`, up to date and give it its name back.

    `build` is whole already; where this fails it stays as it is.
    """
    try:
        for name in (*names, *gone):
            (made.set / name).unlink(missing_ok=True)
        _finish(made, gone)
        exchange(build, made.set)
    except OSError:
        return
    sync_folder(build.parent)
