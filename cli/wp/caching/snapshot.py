"""A tree read once: its bytes for judging, and a key that changes with anything it is judged by."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from wp.caching.place import digest, tools
from wp.findings import Fault
from wp.reading.files import is_document
from wp.reading.places import CONTENT, TEMPLATES, packaged_templates
from wp.reading.source import Source, decode
from wp.reading.tree import Tree, composed


@dataclass(frozen=True)
class Snapshot(Tree):
    """A tree whose files are listed and read once, so that what is judged is what was hashed."""

    _listed: dict[str, list[tuple[str, Fault | None]]] = field(default_factory=dict, init=False)
    _read: dict[str, bytes | OSError] = field(default_factory=dict, init=False)

    def files(self, folder: str) -> Iterator[tuple[str, Fault | None]]:
        """Yield the files below a folder as they were when they were first listed."""
        if folder not in self._listed:
            self._listed[folder] = list(super().files(folder))
        yield from self._listed[folder]

    def read(self, name: str) -> bytes:
        """Return a file's bytes as they were when it was first read.

        Raises `OSError` when it couldn't be read then.
        """
        if name not in self._read:
            try:
                self._read[name] = super().read(name)
            except OSError as error:
                self._read[name] = error
        found = self._read[name]
        if isinstance(found, OSError):
            raise found
        return found

    def source(self, path: str) -> Source | None:
        """Return a file by its shown path, None for one that can't be read."""
        raw = next((name for name, _ in self.files(CONTENT) if composed(name) == path), None)
        try:
            return decode(path, self.read(raw))[0] if raw is not None else None
        except OSError:
            return None

    def key(self, *, pages: bool) -> str:
        """Return a key of all that decides what is found in the documents, with pages or without.

        Raises `OSError` for a form or a picture that can't be read.
        """
        parts = [tools(), self.surroundings(pages=pages).encode()]
        for name, trouble in self.files(CONTENT):
            parts.append(f"{name} {trouble}".encode("utf-8", "surrogateescape"))
            if trouble is None and is_document(name):
                parts.append(self._bytes_or_reason(name))
        return digest(parts)

    def surroundings(self, *, pages: bool) -> str:
        """Return a key of what is read by others at their own time: forms, and what pages need.

        Raises `OSError` for what can't be read.
        """
        parts = [
            str(pages).encode(),
            *(f"{k}".encode() + v for k, v in sorted(self.instead.items())),
        ]
        parts += [name.encode() for name in sorted(self.only or ())]
        parts += self._form_parts()
        for name, trouble in self.files(CONTENT) if pages else ():
            if trouble is None and not is_document(name):
                parts.append((self.root / name).read_bytes())
        return digest(parts)

    def form_key(self) -> str:
        """Return a key of the forms alone, and of this `wp`.

        Raises `OSError` for one that can't be read.
        """
        instead = (f"{k}".encode() + v for k, v in self.instead.items() if _is_form(k))
        return digest([tools(), *sorted(instead), *self._form_parts()])

    def _form_parts(self) -> Iterator[bytes]:
        for folder in (packaged_templates(), self.root / TEMPLATES):
            for path in sorted(folder.rglob("*")) if folder.is_dir() else ():
                if path.is_file():
                    name = path.relative_to(folder).as_posix()
                    yield name.encode("utf-8", "surrogateescape")
                    yield path.read_bytes()

    def _bytes_or_reason(self, name: str) -> bytes:
        try:
            return self.read(name)
        except OSError as error:
            return f"errno {error.errno}".encode()


def _is_form(name: str) -> bool:
    return name.startswith(f"{TEMPLATES}/")
