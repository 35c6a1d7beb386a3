"""`build/manifest.json`: every output's SHA-256 and size, and what it was made from.

    {"version": 1,
     "outputs": [{"path", "sha256", "size", "made_for": [{"document", "format"}], "source"}],
     "sources": {ID: {"wp", "language", "audience", "tools": {name: version},
                      "source_date_epoch", "commit", "inputs": [{"path", "sha256"}]}}}

Paths of outputs count from `build/`, those of inputs and documents from the root, with "/"; a
document's final edition is `PATH#final`, the agenda of minutes `PATH#agenda`. An
output's `source` is the id of the tree and tools that it was made from; outputs of one build for
one `audience` (`public` or `internal`) share it. `made_for` are the documents and formats that want
the output: an attachment can have several.
All is sorted, so the same tree gives the same bytes.
"""

import hashlib
import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from wp.publishing.output.files import parents_are_folders
from wp.reading.audience import INTERNAL, PUBLIC, Audience

MANIFEST = "manifest.json"
_SHA256 = re.compile(r"[0-9a-f]{64}")
_UNNAMEABLE = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff]")
_LONGEST = 255  # bytes that a file system gives a name
VERSION = 1
Purpose = tuple[str, str]
"""A document's path from the root, perhaps with an edition of it, and a format."""


@dataclass(frozen=True)
class Source:
    """What outputs were made from. `inputs` are paths from the root with their SHA-256.

    `commit` is the one that the programme names, with a "+" when the files differ from it. What the
    `audience` may not see isn't among the inputs.
    """

    wp: str
    language: str
    tools: Mapping[str, str]
    source_date_epoch: str
    inputs: Mapping[str, str]
    commit: str = ""
    audience: Audience = PUBLIC

    @property
    def id(self) -> str:
        """The SHA-256 of all of it."""
        return digest(json.dumps(self.data(), sort_keys=True).encode())

    def data(self) -> dict[str, Any]:
        """Return it as JSON's types."""
        return {
            "wp": self.wp,
            "language": self.language,
            "audience": self.audience,
            "tools": dict(sorted(self.tools.items())),
            "source_date_epoch": self.source_date_epoch,
            "commit": self.commit,
            "inputs": [{"path": path, "sha256": sha} for path, sha in sorted(self.inputs.items())],
        }


@dataclass(frozen=True)
class Output:
    """A file in `build/`; `path` counts from there, `size` is in bytes."""

    path: str
    sha256: str
    size: int
    made_for: frozenset[Purpose]
    source: str


@dataclass(frozen=True)
class Manifest:
    """What is known of the files in `build/`, by path, and of their sources, by id."""

    outputs: Mapping[str, Output] = field(default_factory=dict)
    sources: Mapping[str, Source] = field(default_factory=dict)

    def after(
        self, made: Iterable[Output], purposes: frozenset[Purpose], *sources: Source
    ) -> tuple["Manifest", list[Output]]:
        """Return the manifest after a build, and the outputs that nobody wants any longer.

        `purposes` are the documents and formats that were built, `made` all that came of it, and
        `sources` what from.
        """
        new = {output.path: output for output in made}
        outputs, gone = dict(new), []
        for path, old in self.outputs.items():
            others = old.made_for - purposes
            if path in new:
                outputs[path] = replace(new[path], made_for=new[path].made_for | others)
            elif others:
                outputs[path] = replace(old, made_for=others)
            else:
                gone.append(old)
        used = {output.source for output in outputs.values()}
        known = {**self.sources, **{source.id: source for source in sources}}
        return Manifest(outputs, {ident: known[ident] for ident in used if ident in known}), gone

    def audiences(self) -> dict[str, Audience]:
        """Return for whom each output is, by path; an attachment is the same file for everyone."""
        return {
            path: source.audience if (source := self.sources.get(output.source)) else INTERNAL
            for path, output in self.outputs.items()
            if not path.startswith("attachments/")
        }

    def purposes(self) -> dict[Purpose, Audience]:
        """Return for whom each document was built in each format."""
        return {
            purpose: audience
            for path, audience in self.audiences().items()
            for purpose in self.outputs[path].made_for
        }

    def to_bytes(self) -> bytes:
        """Return the file's bytes."""
        outputs = [
            {
                "path": output.path,
                "sha256": output.sha256,
                "size": output.size,
                "made_for": [{"document": d, "format": f} for d, f in sorted(output.made_for)],
                "source": output.source,
            }
            for _, output in sorted(self.outputs.items())
        ]
        sources = {ident: source.data() for ident, source in sorted(self.sources.items())}
        whole = {"version": VERSION, "outputs": outputs, "sources": sources}
        return (json.dumps(whole, ensure_ascii=False, indent=1) + "\n").encode()


def read_manifest(build: Path) -> Manifest | None:
    """Return the manifest of a `build/`; None where there is none, or one that isn't ours."""
    try:
        found = manifest_of(json.loads((build / MANIFEST).read_text(encoding="utf-8")))
    except (
        *(OSError, ValueError, LookupError, TypeError, AttributeError),
        *(RecursionError, OverflowError),
    ):
        return None
    # a path that leads out of build/ isn't one that we wrote
    ours = {path: item for path, item in found.outputs.items() if _is_ours(build, item)}
    return Manifest(ours, found.sources)


def _is_ours(build: Path, output: Output) -> bool:
    """Say whether a manifest names an output as we would have named it."""
    path = output.path
    return (
        path != MANIFEST
        and not _UNNAMEABLE.search(path)
        and all(len(part.encode()) <= _LONGEST for part in path.split("/"))
        and parents_are_folders(build, path)
        and _SHA256.fullmatch(output.sha256) is not None
        and output.size >= 0
        and bool(output.made_for)
    )


def manifest_of(data: Any) -> Manifest:
    """Return the manifest that a file's JSON holds.

    Raises `ValueError`, `LookupError`, `TypeError` or `AttributeError` for one that isn't ours.
    """
    if data["version"] != VERSION:
        raise ValueError(data["version"])
    outputs = [
        Output(
            path=str(item["path"]),
            sha256=str(item["sha256"]),
            size=int(item["size"]),
            made_for=frozenset((str(p["document"]), str(p["format"])) for p in item["made_for"]),
            source=str(item["source"]),
        )
        for item in data["outputs"]
    ]
    sources = {
        str(ident): Source(
            wp=str(item["wp"]),
            language=str(item["language"]),
            tools={str(name): str(number) for name, number in item["tools"].items()},
            source_date_epoch=str(item["source_date_epoch"]),
            inputs={str(entry["path"]): str(entry["sha256"]) for entry in item["inputs"]},
            commit=str(item.get("commit", "")),
            # what an earlier wp wrote held everything
            audience=PUBLIC if item.get("audience") == PUBLIC else INTERNAL,
        )
        for ident, item in data["sources"].items()
    }
    return Manifest({item.path: item for item in outputs}, sources)


def digest(data: bytes) -> str:
    """Return the SHA-256 of bytes, in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def file_digest(path: Path) -> str:
    """Return the SHA-256 of a file's bytes. Raises `OSError`."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
