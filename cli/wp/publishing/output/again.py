"""A build that was made before from the very same: put back without being made anew.

What `build/` must hold is known by a key of everything that it comes from, with the digest of each
file; the files themselves are kept by their digests. So a second build only looks whether they are
there, and mends what somebody has changed. All of it may be deleted: then the build is made anew.
"""

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from wp.caching.made import keep, kept, key_of
from wp.errors import WpError
from wp.publishing.names import BUILD
from wp.publishing.output.files import parents_are_folders, write_below
from wp.publishing.output.locks import locked
from wp.publishing.output.manifest import (
    MANIFEST,
    Manifest,
    Output,
    Purpose,
    Source,
    digest,
    file_digest,
    manifest_of,
    read_manifest,
)
from wp.publishing.output.replace import recover, replace_outputs
from wp.publishing.output.workshop import Workshop, workshop


@dataclass(frozen=True)
class Made:
    """What a build made: its outputs as the manifest names them, and what they were made from.

    `shown` are the paths that a person is told of, in that order. `purposes` are the documents and
    formats that were built, with the editions that the outputs take the place of.
    """

    outputs: tuple[Output, ...]
    sources: tuple[Source, ...]
    purposes: frozenset[Purpose]
    shown: tuple[str, ...]

    def sizes(self) -> list[tuple[Path, int]]:
        """Return the files that are shown: each one's path from the root, and its size in bytes."""
        sizes = {output.path: output.size for output in self.outputs}
        return [(Path(BUILD, path), sizes[path]) for path in self.shown]


class Put(NamedTuple):
    """What `build/` holds now: its files as `Made.sizes`, and what it kept of what was there.

    `kept` are files that somebody had changed since they were built, each with the name that it has
    now, as paths from the root.
    """

    files: list[tuple[Path, int]]
    kept: list[tuple[str, str]]


def put(build: Path, made: Workshop, what: Made) -> Put:
    """Let all that was made in a workshop take its place in `build`, with a manifest that names it.

    Outputs that nobody wants any longer go. Raises as `replace_outputs`.
    """
    with locked(made.lock):
        recover(build)
        return Put(what.sizes(), _replace(build, made, what, read_manifest(build) or Manifest()))


def put_again(root: Path, key: str) -> Put | None:
    """See to it that `build/` holds what was made under a key before; None when that isn't known.

    Nothing is written where it does already. Raises `WpError`.
    """
    what = _recalled(key)
    with cannot_write():
        kept = None if what is None else _put_if_known(root, what)
    return None if what is None or kept is None else Put(what.sizes(), kept)


@contextmanager
def cannot_write() -> Iterator[None]:
    """Say what the system wouldn't let us write, as a `WpError`."""
    try:
        yield
    except OSError as error:
        path = Path(error.filename).name if error.filename else BUILD
        raise WpError("cannot-write", path=path, reason=error.strerror) from error


def _put_if_known(root: Path, what: Made) -> list[tuple[str, str]] | None:
    """Let all that was made be in `build/`; None when what isn't there isn't kept either.

    Returns `Put.kept`.
    """
    build = root / BUILD
    with workshop(root, build) as made, locked(made.lock):
        recover(build)
        known = read_manifest(build) or Manifest()
        manifest, _ = known.after(what.outputs, what.purposes, *what.sources)
        wrong = [output for output in what.outputs if not is_ours(build, output)]
        if not wrong and _has(build, MANIFEST, digest(manifest.to_bytes())):
            return []
        for output in wrong:
            content = kept(_content_key(output.sha256))
            if content is None or digest(content) != output.sha256:
                return None
            write_below(made.new, output.path, content)
        return _replace(build, made, what, known)


def remember(key: str, folder: Path, what: Made) -> None:
    """Keep what was made under a key, with the files as they lie below a folder."""
    for output in what.outputs:
        keep(_content_key(output.sha256), (folder / output.path).read_bytes())
    manifest = Manifest(
        {o.path: o for o in what.outputs}, {source.id: source for source in what.sources}
    )
    more = {"purposes": sorted(what.purposes), "shown": what.shown}
    keep(key, json.dumps({"manifest": manifest.to_bytes().decode(), **more}).encode())


def is_ours(build: Path, output: Output) -> bool:
    """Say whether an output is as we wrote it."""
    return _has(build, output.path, output.sha256)


def _replace(build: Path, made: Workshop, what: Made, known: Manifest) -> list[tuple[str, str]]:
    """Replace the outputs, but lose nothing that a person has changed; return `Put.kept`."""
    manifest, left = known.after(what.outputs, what.purposes, *what.sources)
    (made.new / MANIFEST).write_bytes(manifest.to_bytes())
    edited = [output.path for output in what.outputs if _is_edited(build, output, known)]
    kept = [(path, _beside(build, path)) for path in edited]
    for path, name in kept:
        write_below(made.new, name, (build / path).read_bytes())
    replace_outputs(build, made, [item.path for item in left if is_ours(build, item)])
    return [(f"{build.name}/{path}", f"{build.name}/{name}") for path, name in kept]


def _is_edited(build: Path, output: Output, known: Manifest) -> bool:
    """Say whether what stands where an output comes to stand is a person's, and would be lost."""
    file, before = build / output.path, known.outputs.get(output.path)
    if not parents_are_folders(build, output.path) or file.is_symlink() or not file.is_file():
        return False
    return file_digest(file) not in (output.sha256, before.sha256 if before else "")


def _beside(build: Path, path: str) -> str:
    """Return a name that nothing has yet for what a person has changed: `programme.edited.docx`."""
    stem, dot, ending = path.rpartition(".")
    names = (f"{stem}.edited{number}{dot}{ending}" for number in ("", *range(2, 10_000)))
    return next(name for name in names if not os.path.lexists(build / name))


def _has(build: Path, path: str, sha256: str) -> bool:
    file = build / path
    plain = parents_are_folders(build, path) and file.is_file() and not file.is_symlink()
    return plain and file_digest(file) == sha256


def _content_key(sha256: str) -> str:
    return key_of(b"output", sha256.encode())


def _recalled(key: str) -> Made | None:
    """Return what is kept under a key; None for nothing, or for what isn't ours."""
    try:
        data = json.loads(kept(key) or b"")
        manifest = manifest_of(json.loads(data["manifest"]))
        sources = tuple(manifest.sources.values())
        purposes = frozenset((str(document), str(form)) for document, form in data["purposes"])
        made = Made(tuple(manifest.outputs.values()), sources, purposes, tuple(data["shown"]))
        made.sizes()
    except (ValueError, LookupError, TypeError, AttributeError):
        return None
    return made
