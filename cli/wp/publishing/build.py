"""`wp build`: which documents, in which formats, written whole or not at all."""

import shutil
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from wp.errors import WpError
from wp.processes import spread, workers
from wp.programme.editions import Origin
from wp.publishing.audiences import audiences_of
from wp.publishing.formats import FORMATS
from wp.publishing.names import BUILD, PROGRAMME, editions, path_of
from wp.publishing.output.again import Made, Put, cannot_write, put, remember
from wp.publishing.output.files import write_below
from wp.publishing.output.manifest import Output, Purpose, Source, file_digest
from wp.publishing.output.source import source_of, tools_of
from wp.publishing.output.workshop import workshop
from wp.publishing.publication import Publication
from wp.publishing.selection import publications
from wp.reading.audience import PUBLIC, Audience
from wp.reading.repository import Repository

DOCUMENT_FORMATS = ("md", "html", "docx", "pdf")
PROGRAMME_FORMATS = (*DOCUMENT_FORMATS, "json")
"""The formats that are built when none is named; only the programme is data as well."""

_COST = {"pdf": 4, "docx": 3, "html": 2, "md": 1}
"""Which formats take longer than others."""


def build_documents(
    repository: Repository,
    names: Sequence[str],
    formats: Sequence[str] | None,
    step: Callable[[str], None],
    origin: Origin | None = None,
    audience: Audience | None = None,
    key: Callable[[], str] = str,
) -> Put:
    """Build the programme, or the documents of `names` (see `publications`), in each format.

    Without `formats` in all that there are of them. `origin` is what is known of where the files
    come from. `audience` is whom it is for, None for whom the programme says. `key` gives a key of
    all that the build is made from, "" for none; the build is kept for `put_again` where it is the
    same before and after.

    `step` is told the name of what is being written. The files come in the order of `names` and
    `formats`.

    Everything is made first, in a folder of its own; only then does it take the place of what was
    there. Raises `WpError` when anything can't be made; the last build is untouched then.
    """
    names = names or [PROGRAMME]
    writers = writers_of(formats_of(names, formats))
    build = repository.root / BUILD
    before = key()
    with cannot_write(), workshop(repository.root, build) as made:
        edition = origin.edition if origin else None
        written: list[Written] = []
        outputs: list[Output] = []
        sources: list[Source] = []
        for eyes, forms in by_audience(repository, writers, audience).items():
            source = source_of(repository, tools_of(forms, edition), edition, eyes)
            now = make(repository, names, forms, step, made.new, origin, eyes)
            outputs = merged(outputs, described(made.new, now, source))
            sources.append(source)
            written += now
        same = {one for name in names for one in editions(name)}
        what = Made(
            tuple(outputs),
            tuple(sources),
            frozenset((one, form) for one in same for form in writers),
            tuple(item.path for item in written if not item.attached),
        )
        if before and before == key():
            remember(before, made.new, what)
        return put(build, made, what)


def formats_of(names: Sequence[str], formats: Sequence[str] | None) -> Sequence[str]:
    """Return the formats that documents are built in: those given, else all that there are."""
    usual = PROGRAMME_FORMATS if list(map(path_of, names)) == [PROGRAMME] else DOCUMENT_FORMATS
    return usual if formats is None else formats


Writer = Callable[[Publication, Path], Mapping[str, bytes]]


@dataclass(frozen=True)
class Written:
    """A file that was made: its path from the output folder, its bytes, and what it is for.

    `attached` says that it is a copy of an attachment and no format's own.
    """

    path: str
    size: int
    purposes: frozenset[Purpose]
    attached: bool = False


def writers_of(formats: Sequence[str]) -> dict[str, Writer]:
    """Return what writes each format, by name. Raises `WpError` for one that there isn't."""
    for name in formats:
        if name not in FORMATS:
            raise WpError("unknown-format", name=name, known=", ".join(FORMATS))
    return {name: FORMATS[name] for name in dict.fromkeys(formats)}


def by_audience(
    repository: Repository, writers: Mapping[str, Writer], audience: Audience | None
) -> dict[Audience, dict[str, Writer]]:
    """Return the formats that each audience gets, with what writes them."""
    found: dict[Audience, dict[str, Writer]] = {}
    for form, eyes in audiences_of(repository, writers, audience).items():
        found.setdefault(eyes, {})[form] = writers[form]
    return found


def merged(some: Iterable[Output], others: Iterable[Output]) -> list[Output]:
    """Return the outputs of two audiences; an attachment that both get is there once."""
    found = {output.path: output for output in some}
    for other in others:
        before = found.get(other.path)
        wanted = other.made_for | (before.made_for if before else frozenset())
        found[other.path] = replace(other, made_for=wanted)
    return list(found.values())


def described(folder: Path, written: Sequence[Written], source: Source) -> list[Output]:
    """Return what the manifest says of the files made in a folder."""
    purposes: dict[str, frozenset[Purpose]] = {}
    for item in written:
        purposes[item.path] = purposes.get(item.path, frozenset()) | item.purposes
    return [
        Output(path, file_digest(folder / path), (folder / path).stat().st_size, wanted, source.id)
        for path, wanted in purposes.items()
    ]


def make(
    repository: Repository,
    names: Sequence[str],
    writers: Mapping[str, Writer],
    step: Callable[[str], None],
    folder: Path,
    origin: Origin | None = None,
    audience: Audience = PUBLIC,
) -> list[Written]:
    """Write every document in every format, and the attachments they link to, into a folder."""
    made = publications(repository, names, origin, audience)
    # what takes longest begins first, so that at the end nothing waits for it
    tasks = [
        (document, publication, form)
        for form in sorted(writers, key=lambda form: -_COST.get(form, 0))
        for document, (publication, _) in zip(names, made, strict=True)
    ]
    parts = min(len(tasks), max(len(writers), 2 * workers()))

    def work(part: int) -> list[list[tuple[str, int]]]:
        return [
            _write(writers[form], publication, repository.root, folder)
            for _, publication, form in tasks[part::parts]
        ]

    for publication, _ in made:
        step(publication.name)
    files = spread(work, parts, apart=True)
    found = {
        (document, form): files[place % parts][place // parts]
        for place, (document, _, form) in enumerate(tasks)
    }
    written = [
        Written(path, size, frozenset({(document, form)}))
        for document in names
        for form in writers
        for path, size in found[document, form]
    ]
    for document, (_, attached) in zip(names, made, strict=True):
        for name, path in attached.items():
            target = folder / name
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(repository.root / path, target)
            wanted = frozenset((document, form) for form in writers)
            written.append(Written(name, target.stat().st_size, wanted, attached=True))
    return written


def _write(
    write: Writer, publication: Publication, root: Path, stage: Path
) -> list[tuple[str, int]]:
    """Write one publication in one format into the stage; return its files and their sizes."""
    written = []
    for name, data in write(publication, root).items():
        write_below(stage, name, data)
        written.append((name, len(data)))
    return written
