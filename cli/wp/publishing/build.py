"""`wp build`: which documents, in which formats, written whole or not at all."""

import os
import shutil
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from wp.errors import WpError
from wp.publishing.formats import FORMATS
from wp.publishing.output.locks import locked
from wp.publishing.output.replace import replace_outputs
from wp.publishing.output.workshop import workshop
from wp.publishing.publication import Publication
from wp.publishing.selection import publications
from wp.reading.repository import Repository

BUILD = "build"


def build_documents(
    repository: Repository,
    names: Sequence[str],
    formats: Sequence[str],
    step: Callable[[str], None],
) -> list[tuple[Path, int]]:
    """Build the programme, or the documents of `names` (paths from the root), in each format.

    `step` is told the name of what is being written. Returns the files written, each as its path
    from the root with its size in bytes, in the order of `names` and `formats`.

    Everything is made first, in a folder of its own; only then does it take the place of what was
    there. Raises `WpError` when anything can't be made; the last build is untouched then.
    """
    writers = _writers(formats)
    build = repository.root / BUILD
    try:
        with workshop(repository.root, build) as made:
            written = _make(repository, names, writers, step, made.new)
            with locked(made.lock):
                replace_outputs(build, made)
    except OSError as error:
        path = Path(error.filename).name if error.filename else BUILD
        raise WpError("cannot-write", path=path, reason=error.strerror) from error
    return [(BUILD / path, size) for path, size in written]


Writer = Callable[[Publication, Path], Mapping[str, bytes]]


def _writers(formats: Sequence[str]) -> list[Writer]:
    for name in formats:
        if name not in FORMATS:
            raise WpError("unknown-format", name=name, known=", ".join(FORMATS))
    return [FORMATS[name] for name in dict.fromkeys(formats)]


def _make(
    repository: Repository,
    names: Sequence[str],
    writers: Sequence[Writer],
    step: Callable[[str], None],
    folder: Path,
) -> list[tuple[Path, int]]:
    """Write every publication in every format, and the attachments they link to, into a folder."""
    made = publications(repository, names)
    attachments = {name: path for _, attached in made for name, path in attached.items()}
    written: list[tuple[Path, int]] = []
    # Typst and pandoc do their work outside Python's lock, so threads use the cores there are.
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        tasks = [
            (publication.name, pool.submit(_write, write, publication, repository.root, folder))
            for publication, _ in made
            for write in writers
        ]
        for name, task in tasks:
            step(name)
            written += task.result()
    for name, path in attachments.items():
        target = folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(repository.root / path, target)
    return written


def _write(
    write: Writer, publication: Publication, root: Path, stage: Path
) -> list[tuple[Path, int]]:
    """Write one publication in one format into the stage; return its files and their sizes."""
    written = []
    for name, data in write(publication, root).items():
        target = stage / name
        target.parent.mkdir(parents=True, exist_ok=True)
        try:
            target.write_bytes(data)
        except OSError as error:  # which says no name when there is no room
            raise OSError(error.errno, error.strerror, str(target)) from error
        written.append((Path(name), len(data)))
    return written
