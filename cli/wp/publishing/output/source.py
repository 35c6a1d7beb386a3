"""What a build is made from: the content, the forms and templates, `wp` and its tools."""

from collections.abc import Iterable, Iterator
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from wp import __version__
from wp.programme.model import Edition, Tool
from wp.programme.public import inputs_of
from wp.publishing.audiences import for_audience
from wp.publishing.moment import given_moment
from wp.publishing.output.manifest import Source, digest, file_digest
from wp.reading.audience import INTERNAL, PUBLIC, Audience
from wp.reading.files import GUIDES, files_under, shown_name
from wp.reading.repository import CONTENT, TEMPLATES, Repository, packaged_templates

# The tools that a format is made with (pikepdf packs the PDF); Word's pictures are drawn by Typst.
_TOOLS = {"pdf": ("typst", "pikepdf"), "docx": ("pandoc", "typst")}


def tools_of(formats: Iterable[str], edition: Edition | None) -> frozenset[str]:
    """Return the names of the tools that formats are made with, or that the colophon names."""
    named = (tool.name for tool in edition.tools) if edition else ()
    used = {tool for name in formats for tool in _TOOLS.get(name, ())}
    return frozenset(used | {name.lower() for name in named if name != "wp"})


def known_tools() -> tuple[Tool, ...]:
    """Return all that takes part in a build, with its version."""
    return (
        Tool("wp", __version__),
        Tool("pandoc", _version("pandoc")),
        Tool("Typst", _version("typst")),
    )


def source_of(
    repository: Repository,
    tools: Iterable[str],
    edition: Edition | None = None,
    audience: Audience = PUBLIC,
) -> Source:
    """Return everything that outputs of a repository, made with these tools, can depend on.

    All that lies in `content/` counts, but for the guides; of the forms and templates those that
    are in use, the council's own before the packaged. For the public neither the name of an
    internal document is told nor a digest that internal words are in. `SOURCE_DATE_EPOCH` is ""
    when it isn't set.
    """
    moment = given_moment()
    inputs = {name: file_digest(path) for name, path in _templates(repository.root)}
    view = for_audience(repository, audience)
    public = inputs_of(view, repository) if audience == PUBLIC else {}
    for name, path in _content(repository.root):
        if audience == INTERNAL or name in public:
            shown = public.get(name)
            inputs[name] = file_digest(path) if shown is None else digest(shown.encode())
    return Source(
        wp=__version__,
        language=repository.language,
        tools={name: _version(name) for name in tools},
        source_date_epoch="" if moment is None else str(int(moment.timestamp())),
        inputs=inputs,
        commit=f"{edition.commit}{'+' if edition.changed else ''}" if edition else "",
        audience=audience,
    )


def _content(root: Path) -> Iterator[tuple[str, Path]]:
    """Yield each file of the content as it is named from the root, and where it is."""
    for name, trouble in files_under(root, CONTENT):
        if trouble is None and name.rpartition("/")[2] not in GUIDES:
            yield shown_name(name)[0], root / name


def _templates(root: Path) -> Iterator[tuple[str, Path]]:
    """Yield each form and template that is in use as it is named from the root, and where it is."""
    found: dict[str, Path] = {}
    for folder in (packaged_templates(), root / TEMPLATES):
        for path in sorted(folder.rglob("*")) if folder.is_dir() else ():
            if path.is_file() and not path.name.startswith("."):
                found[f"{TEMPLATES}/{path.relative_to(folder).as_posix()}"] = path
    yield from found.items()


def _version(tool: str) -> str:
    if tool == "pandoc":
        from wp.publishing.word.pandoc import pandoc_version

        return pandoc_version()
    try:
        return version(tool)  # the wheel of Typst is numbered as Typst is
    except PackageNotFoundError:
        return ""  # a tool that only a manifest knows
