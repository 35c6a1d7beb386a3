"""`wp build`: which documents, in which formats, written whole or not at all."""

import os
import shutil
import tempfile
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from wp.errors import WpError
from wp.publishing.formats import FORMATS
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
    folder = repository.root / BUILD
    try:
        folder.mkdir(exist_ok=True)
        stage = Path(tempfile.mkdtemp(prefix=".new-", dir=folder))
    except OSError as error:
        raise WpError("cannot-write", path=BUILD, reason=error.strerror) from error
    try:
        made = publications(repository, names)
        attachments = {name: path for _, attached in made for name, path in attached.items()}
        written: list[tuple[Path, int]] = []
        # Typst and pandoc do their work outside Python's lock, so threads use the cores there are.
        with ThreadPoolExecutor(os.cpu_count()) as pool:
            tasks = [
                (publication.name, pool.submit(_write, write, publication, repository.root, stage))
                for publication, _ in made
                for write in writers
            ]
            for name, task in tasks:
                step(name)
                written += task.result()
        for name, path in attachments.items():
            target = stage / name
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(repository.root / path, target)
        _replace(stage, folder)
    except OSError as error:
        path = Path(error.filename).name if error.filename else BUILD
        raise WpError("cannot-write", path=path, reason=error.strerror) from error
    finally:
        shutil.rmtree(stage, ignore_errors=True)
    return [(BUILD / path, size) for path, size in written]


Writer = Callable[[Publication, Path], Mapping[str, bytes]]


def _writers(formats: Sequence[str]) -> list[Writer]:
    for name in formats:
        if name not in FORMATS:
            raise WpError("unknown-format", name=name, known=", ".join(FORMATS))
    return [FORMATS[name] for name in dict.fromkeys(formats)]


def _write(
    write: Writer, publication: Publication, root: Path, stage: Path
) -> list[tuple[Path, int]]:
    """Write one publication in one format into the stage; return its files and their sizes."""
    written = []
    for name, data in write(publication, root).items():
        target = stage / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)
        written.append((Path(name), len(data)))
    return written


def _replace(stage: Path, folder: Path) -> None:
    """Move every staged file over its predecessor; each move is whole by itself."""
    for source in sorted(path for path in stage.rglob("*") if path.is_file()):
        target = folder / source.relative_to(stage)
        target.parent.mkdir(parents=True, exist_ok=True)
        source.replace(target)
