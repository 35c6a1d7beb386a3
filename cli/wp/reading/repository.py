"""The council's whole repository, read once: forms, documents, registers and their collections."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path, PurePosixPath
from typing import Any, Literal

from wp.errors import WpError
from wp.findings import Fault
from wp.reading.audience import INTERNAL, Audience
from wp.reading.document import Document, Pointer, make_document
from wp.reading.files import DOCUMENTS, GUIDES, START, belongs, shown_name, unreadable
from wp.reading.places import CONTENT, TEMPLATES, find_root, packaged_templates, peek_language
from wp.reading.source import Source, decode
from wp.reading.template import Template, TemplateError, make_template
from wp.reading.tree import Tree

__all__ = [
    "CONTENT", "TEMPLATES", "Entry", "Repository", "empty_document", "find_root", "items_at",
    "packaged_templates", "peek_language", "read_repository", "read_templates", "template_file",
    "template_for",
]  # fmt: skip


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
        return str(self.data.get("name") or self.data.get("title") or self.id)


@dataclass(frozen=True)
class Repository:
    """Everything that `wp` reads, complete from birth.

    `stray` are the files that can't be or aren't documents, each with its fault. `files` are all
    paths below `content/`, from the root, in Unicode form C. `audience` says who may see all of it:
    what was read is internal, a view of it may be public. `memo` holds what readers of the
    repository work out once, by a name of their own.
    """

    root: Path
    templates: Mapping[str, Template]
    documents: tuple[Document, ...]
    stray: tuple[tuple[str, Fault], ...] = field(default=())
    files: frozenset[str] = field(default=frozenset())
    audience: Audience = INTERNAL
    memo: dict[str, Any] = field(default_factory=dict, init=False, compare=False, repr=False)

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

    @cached_property
    def homes(self) -> Mapping[str, tuple[tuple[Template, Pointer], ...]]:
        """Where each collection's entries stand: templates, each with its list's pointer.

        The pointer is () where the entries are the documents themselves.
        """
        homes: dict[str, list[tuple[Template, Pointer]]] = {}
        for template in self.templates.values():
            if template.collection:
                homes.setdefault(template.collection, []).append((template, ()))
            for name, pointer in template.collections:
                homes.setdefault(name, []).append((template, pointer))
        return {name: tuple(found) for name, found in homes.items()}

    @cached_property
    def uncertain(self) -> frozenset[str]:
        """The collections that may have entries which couldn't be read."""
        broken = [d.template for d in self.documents if d.template and not d.complete]
        missing = (path for path, _ in self.stray if path not in self.by_path)
        broken += [t for path in missing if (t := template_for(self.templates, path))]
        return frozenset(name for template in broken for name, _ in template.collections)

    @cached_property
    def unread(self) -> Mapping[str, frozenset[str]]:
        """The ids of documents that are there but couldn't be read, by collection."""
        unread: dict[str, set[str]] = {}
        for path, _ in self.stray:
            template = template_for(self.templates, path)
            if template and template.collection and path not in self.by_path:
                unread.setdefault(template.collection, set()).add(PurePosixPath(path).stem)
        return {name: frozenset(ids) for name, ids in unread.items()}

    @cached_property
    def folders(self) -> frozenset[str]:
        """All folders that hold a file, by their path from the root."""
        parents = (PurePosixPath(path).parents for path in self.files)
        return frozenset(str(folder) for above in parents for folder in above)

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

    def source(self, path: str) -> Source | None:
        """Return a document's file as it was read, None for one that wasn't."""
        document = self.by_path.get(path)
        return document.source if document else None

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


def template_file(root: Path, name: str) -> Path:
    """Return a template by its path below `templates/`: the council's own before the packaged.

    Raises `WpError` when neither has it.
    """
    for folder in (root / TEMPLATES, packaged_templates()):
        if (folder / name).is_file():
            return folder / name
    raise WpError("no-template", name=name)


def read_templates(root: Path, tree: Tree | None = None) -> dict[str, Template]:
    """Read the forms: those of the council, and the packaged ones that it has none of its own for.

    `tree` stands in for what is on disk below `root`.

    Raises `TemplateError` for one that can't be used.
    """
    packaged = Tree(packaged_templates().parent)
    sources: dict[str, Tree] = {}
    for place in (packaged, tree or Tree(root)):
        sources.update((name, place) for name in place.forms(TEMPLATES))
    templates: dict[str, Template] = {}
    for shown in sorted(sources):
        if shown.endswith("/README.md"):
            continue
        try:
            data = sources[shown].read(shown)
        except OSError as error:
            raise TemplateError(
                "template-unreadable", path=shown, line=1, fault="unreadable"
            ) from error
        source, faults = decode(shown, data)
        template = make_template(make_document(source, None, faults))
        if template.name in templates:
            other = templates[template.name].path
            raise WpError("template-twice", path=template.path, name=template.name, other=other)
        templates[template.name] = template
    return templates


def read_repository(root: Path, tree: Tree | None = None) -> Repository:
    """Read everything under a root, sorted by path. `tree` stands in for what is on disk there.

    Raises `WpError` for what makes judging impossible: a broken template. Whatever is wrong with a
    document is in its `faults`, whatever is wrong with a file in `stray`.
    """
    tree = tree or Tree(root)
    templates = read_templates(root, tree)
    documents: list[Document] = []
    stray: list[tuple[str, Fault]] = []
    files: set[str] = set()
    for raw, trouble in tree.files(CONTENT):
        name, found = shown_name(raw)
        if name in files:
            found.append(Fault("name-twice", START))
        files.add(name)
        template = template_for(templates, name)
        if template is None and trouble is None and not belongs(name):
            known = PurePosixPath(raw).suffix in DOCUMENTS
            trouble = Fault("unknown-document" if known else "unknown-file", START)
        elif template is not None and trouble is None:
            document, trouble = _read(tree, raw, name, template)
            if document is not None and not any(fault.name == "name-twice" for fault in found):
                documents.append(document)
        stray.extend((name, fault) for fault in (*found, trouble) if fault is not None)
    documents.sort(key=lambda document: document.path)
    return Repository(
        root, templates, tuple(documents), tuple(sorted(stray, key=_by_path)), frozenset(files)
    )


def _by_path(item: tuple[str, Fault]) -> str:
    return item[0]


def template_for(templates: Mapping[str, Template], path: str) -> Template | None:
    """Return the template of a document by its path from the root, None when it has none."""
    below = path.removeprefix(f"{CONTENT}/")
    if below.rpartition("/")[2] in GUIDES:
        return None
    return next((t for t in templates.values() if t.matches(below)), None)


def _read(
    tree: Tree, raw: str, name: str, template: Template
) -> tuple[Document | None, Fault | None]:
    try:
        data = tree.read(raw)
    except OSError as error:
        return None, unreadable(error)
    source, faults = decode(name, data)
    document = make_document(source, template, faults)
    document.forget()
    return document, None


def empty_document(path: str, template: Template | None) -> Document:
    """Return a document with nothing in it, such as one that is only about to be written."""
    return make_document(Source(path, "---\n---\n"), template, ())
