"""The council's whole repository, read once: forms, documents, registers and their collections."""

import os
import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any, Literal

from wp.errors import WpError
from wp.findings import Fault, Span
from wp.reading.document import Document, Pointer, make_document
from wp.reading.source import MAX_BYTES, Source, decode
from wp.reading.template import Template, make_template

CONTENT = "content"
TEMPLATES = "templates"
_START = Span(1, 1, 1, 1)
# Files that are no documents: guides for people, what keeps a folder in git, attachments.
_GUIDES = ("README.md", ".gitkeep", ".gitattributes")
_ATTACHMENTS = "attachments/"


@dataclass(frozen=True)
class Entry:
    """Something with an id: a document, or an item of a list in one.

    `pointer` is where the item stands in `document.data`, () for the document itself.
    """

    id: str
    document: Document
    pointer: Pointer
    data: Mapping[str, Any]

    @property
    def title(self) -> str:
        """The name that a reader knows it by."""
        return str(self.data.get("title") or self.data.get("name") or self.id)


@dataclass(frozen=True)
class Repository:
    """Everything that `wp` reads, complete from birth.

    `stray` are the files that can't be or aren't documents, each with its fault. `files` are all
    paths below `content/`, from the root, in Unicode form C.
    """

    root: Path
    templates: Mapping[str, Template]
    documents: tuple[Document, ...]
    stray: tuple[tuple[str, Fault], ...] = field(default=())
    files: frozenset[str] = field(default=frozenset())

    @cached_property
    def collections(self) -> Mapping[str, Mapping[str, Entry]]:
        """Every named collection: id to entry. Of two with one id, the first counts."""
        collections: dict[str, dict[str, Entry]] = {}
        for template in self.templates.values():
            for name in (template.collection, *(name for name, _ in template.collections)):
                if name:
                    collections.setdefault(name, {})
        for name, entry in self.entries():
            collections[name].setdefault(entry.id, entry)
        return collections

    def entries(self) -> Iterator[tuple[str, Entry]]:
        """Yield every entry with its collection's name, those with a doubled id too."""
        for document in self.documents:
            template = document.template
            if template is None:
                continue
            if template.collection:
                yield template.collection, Entry(document.id, document, (), document.data)
            for name, pointer in template.collections:
                for where, item in items_at(document.data, pointer):
                    if isinstance(item, dict) and isinstance(item.get("id"), str):
                        yield name, Entry(item["id"], document, where, item)

    @cached_property
    def by_path(self) -> Mapping[str, Document]:
        """The documents by their path from the root."""
        return {document.path: document for document in self.documents}

    def of(self, template: str) -> tuple[Document, ...]:
        """Return the documents of one template, by path."""
        return tuple(d for d in self.documents if d.template and d.template.name == template)

    @property
    def programme(self) -> Document | None:
        """The programme's document, None when it couldn't be read."""
        return self.by_path.get(f"{CONTENT}/programme.md")

    @property
    def language(self) -> Literal["da", "en"]:
        """The programme's language, Danish unless it says English."""
        data = self.programme.data if self.programme else {}
        return "en" if data.get("language") == "en" else "da"


def items_at(data: Any, pointer: Pointer) -> Iterator[tuple[Pointer, Any]]:
    """Yield the items of the lists that a schema's pattern meets, each with its pointer."""
    from wp.reading.schema import EACH, values_at

    yield from values_at(data, (*pointer, EACH))


def find_root(start: Path) -> Path:
    """Return the nearest folder upwards from `start` that holds `content/programme.md`.

    Raises `WpError` when there is none.
    """
    for folder in (start, *start.parents):
        if (folder / CONTENT / "programme.md").is_file():
            return folder
    raise WpError("no-root", start=start)


def packaged_templates() -> Path:
    """Return the folder of the forms that come with `wp`, installed or in a source tree."""
    package = Path(__file__).resolve().parents[1]
    installed = package / TEMPLATES
    return installed if installed.is_dir() else package.parents[1] / TEMPLATES


def template_file(root: Path, name: str) -> Path:
    """Return a template by its path below `templates/`: the council's own before the packaged.

    Raises `WpError` when neither has it.
    """
    for folder in (root / TEMPLATES, packaged_templates()):
        if (folder / name).is_file():
            return folder / name
    raise WpError("no-template", name=name)


def read_templates(root: Path) -> dict[str, Template]:
    """Read the forms: those of the council, and the packaged ones that it has none of its own for.

    Raises `TemplateError` for one that can't be used.
    """
    paths: dict[str, Path] = {}
    for folder in (packaged_templates(), root / TEMPLATES):
        for path in sorted(folder.glob("*.*")) if folder.is_dir() else ():
            if path.suffix in (".md", ".yml", ".yaml") and path.name != "README.md":
                paths[path.name] = path
    templates: dict[str, Template] = {}
    for name in sorted(paths):
        source, faults = decode(f"{TEMPLATES}/{name}", paths[name].read_bytes())
        template = make_template(make_document(source, None, faults))
        if template.name in templates:
            other = templates[template.name].path
            raise WpError("template-twice", path=template.path, name=template.name, other=other)
        templates[template.name] = template
    return templates


def read_repository(root: Path) -> Repository:
    """Read everything under a root, sorted by path.

    Raises `WpError` for what makes judging impossible: a broken template. Whatever is wrong with a
    document is in its `faults`, whatever is wrong with a file in `stray`.
    """
    templates = read_templates(root)
    documents: list[Document] = []
    stray: list[tuple[str, Fault]] = []
    files: set[str] = set()
    for path in _files(root / CONTENT):
        name = unicodedata.normalize("NFC", path.relative_to(root).as_posix())
        files.add(name)
        template = _template_for(templates, name)
        if fault := _obstacle(root, path, template):
            stray.append((name, fault))
        elif template is not None:
            document, fault = _read(path, name, template)
            if document is not None:
                documents.append(document)
            if fault is not None:
                stray.append((name, fault))
    documents.sort(key=lambda document: document.path)
    return Repository(
        root, templates, tuple(documents), tuple(sorted(stray, key=_by_path)), frozenset(files)
    )


def _by_path(item: tuple[str, Fault]) -> str:
    return item[0]


def _template_for(templates: Mapping[str, Template], name: str) -> Template | None:
    below = name.removeprefix(f"{CONTENT}/")
    return next((t for t in templates.values() if t.matches(below)), None)


def _files(folder: Path) -> Iterator[Path]:
    """Yield what lies under a folder, sorted; folders named like a document, and links, as well."""
    for entry in sorted(os.scandir(folder), key=lambda item: item.name):
        path = Path(entry.path)
        if entry.is_dir(follow_symlinks=False) and path.suffix not in (".md", ".yml", ".yaml"):
            if entry.name != ".git":
                yield from _files(path)
        else:
            yield path


def _obstacle(root: Path, path: Path, template: Template | None) -> Fault | None:
    """Return why a path can't be read as a document, None when it can or needn't be."""
    if path.is_symlink():
        target = path.resolve()
        if not target.is_relative_to(root.resolve()):
            return Fault("link-outside", _START, {})
        if not target.is_file():
            return Fault("link-unusable", _START, {})
    if path.is_dir():
        return Fault("folder-as-document", _START, {})
    below = path.relative_to(root / CONTENT).as_posix()
    if template is None and path.name not in _GUIDES and not below.startswith(_ATTACHMENTS):
        return Fault("unknown-file", _START, {})
    if template is not None and path.stat().st_size > MAX_BYTES:
        size = path.stat().st_size
        return Fault("too-large", _START, {"bytes": size, "limit": MAX_BYTES})
    return None


def _read(path: Path, name: str, template: Template) -> tuple[Document | None, Fault | None]:
    try:
        data = path.read_bytes()
    except OSError as error:
        return None, Fault("unreadable", _START, {"reason": error.strerror or str(error)})
    source, faults = decode(name, data)
    return make_document(source, template, faults), None


def empty_document(path: str, template: Template | None) -> Document:
    """Return a document with nothing in it, such as one that is only about to be written."""
    return make_document(Source(path, "---\n---\n"), template, ())


def peek_language(root: Path) -> Literal["da", "en"]:
    """Return the language of a programme that may not be readable as a whole; Danish if unsaid."""
    try:
        text = (root / CONTENT / "programme.md").read_text("utf-8", "replace")
    except OSError:
        return "da"
    return "en" if re.search(r"^language:\s*['\"]?en\b", text, re.MULTILINE) else "da"
