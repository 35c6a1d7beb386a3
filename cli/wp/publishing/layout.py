"""How many pages documents fill, measured in the layout that their PDF will have.

A Typst run lays out many documents that aren't known yet, and a few runs all of them; what they
found is kept by the content it came from, outside the repository, so that a check without a change
costs no layout at all.
"""

import json
import tempfile
from collections.abc import Iterable, Mapping
from dataclasses import asdict, replace
from importlib.metadata import version
from math import ceil
from pathlib import Path
from typing import TYPE_CHECKING, Any

from wp import __version__
from wp.caching.place import digest, read_entry, write_entry
from wp.errors import WpError
from wp.findings import Layout
from wp.processes import MOST_PARTS, spread, workers
from wp.reading.audience import INTERNAL
from wp.reading.document import Document
from wp.reading.repository import CONTENT, TEMPLATES, Repository, packaged_templates

if TYPE_CHECKING:
    from wp.publishing.publication import Publication

_KIND, _ENTRY = "layouts", "layouts"
_KEPT = 4  # trees whose layouts are kept: the branches that a person goes back and forth between

_A_RUN = 100  # documents that one run lays out: more would cost more memory, and no less time
_WORTH_A_RUN = 20  # fewer are laid out before a second run has begun

# Around each document stand two marks; what comes last tells where the marks came to stand, how
# tall a page's text is and how far apart its lines are, all in points.
_MARK = "#metadata(({number}, {end})) <wp-mark>\n"
_REPORT = """
#context {
  let side(name) = {
    let margin = page.margin
    if type(margin) == dictionary {
      let rest = margin.at("y", default: margin.at("rest", default: 0pt))
      margin = margin.at(name, default: rest)
    }
    if margin == auto { return calc.min(page.width, page.height) * 2.5 / 21 }
    let length = margin + 0% + 0pt
    length.ratio * page.height + length.length.to-absolute()
  }
  let lines(count) = measure(range(count).map(_ => [x]).join(linebreak())).height
  [#metadata((
    marks: query(<wp-mark>).map(mark => (
      ..mark.value, mark.location().page(), mark.location().position().y.pt(),
    )),
    area: (page.height - side("top") - side("bottom")).pt(),
    top: side("top").pt(),
    pitch: (lines(2) - lines(1)).pt(),
  )) <wp-layout>]
}
"""


def layouts(repository: Repository) -> Mapping[str, Layout]:
    """Return the layout of every document whose form limits its pages, by path.

    Raises `WpError` when an output template can't be used. A document that Typst refuses has a
    layout that says so.
    """
    documents = [d for d in repository.documents if d.template and "pages" in d.template.limits]
    if not documents:
        return {}
    tree = _tree_key(repository)
    kept = _read_kept()
    if tree not in kept:
        known = {key: value for found in kept.values() for key, value in found.items()}
        kept = {
            **dict(list(kept.items())[1 - _KEPT :]),
            tree: _measure(repository, documents, known),
        }
        # a refusal isn't kept: what was in the way may be gone, though no file has changed
        if not any(item["refused"] for item in kept[tree].values()):
            write_entry(_KIND, _ENTRY, json.dumps(kept).encode())
    found = kept[tree].values()
    return {
        item["path"]: Layout(item["pages"], item["lines_over"], item["refused"]) for item in found
    }


Kept = dict[str, dict[str, dict[str, Any]]]
"""Layouts by the key of a tree and, within it, the key of a document."""


def _measure(
    repository: Repository, documents: list[Document], known: Mapping[str, dict[str, Any]]
) -> dict[str, dict[str, Any]]:
    """Return each document's layout by the key of what it is laid out from."""
    from wp.publishing.environment import frame_environment, load
    from wp.publishing.selection import composing

    frame = load(frame_environment(repository.root), "frame.typ.j2")
    # everything that is written counts, whoever may see it
    compose = composing(repository, [document.path for document in documents], audience=INTERNAL)
    limits = [d.template.limits["pages"] if d.template else 1 for d in documents]
    runs = max(ceil(len(documents) / _A_RUN), min(workers(), ceil(len(documents) / _WORTH_A_RUN)))
    parts = min(runs, MOST_PARTS)

    def lay_out(part: int) -> list[tuple[str, Layout | None]]:
        """Return the key of each document of a part, and its layout if it isn't known."""
        numbers = range(len(documents))[part::parts]
        made = [replace(compose(number)[0], state="") for number in numbers]
        keys = [_key(one, frame, limits[number]) for one, number in zip(made, numbers, strict=True)]
        new = [at for at, key in enumerate(keys) if key not in known]
        found = _lay_out(frame, [made[at] for at in new], [limits[numbers[at]] for at in new])
        laid = dict(zip(new, found, strict=True))
        return [(key, laid.get(at)) for at, key in enumerate(keys)]

    done = spread(lay_out, parts, apart=True)
    result = {}
    for number, document in enumerate(documents):
        key, layout = done[number % parts][number // parts]
        values = dict(known[key]) if layout is None else asdict(layout)
        result[key] = {**values, "path": document.path}
    return result


def _key(publication: "Publication", frame: Any, limit: int) -> str:
    """Return a key of all that a document is laid out from."""
    from wp.publishing.pdf.blocks import write_typst

    look = Path(frame.filename or "").read_bytes()
    parts = [look, write_typst(publication).encode(), str(limit).encode(), _tools()]
    pictures = [name.encode() + data for name, data in sorted(publication.assets.items())]
    return digest([*parts, *pictures])


def _lay_out(frame: Any, publications: "list[Publication]", limits: list[int]) -> list[Layout]:
    """Lay out publications one after the other; where one is refused, each by itself."""
    if not publications:
        return []
    try:
        return _one_run(frame, publications, limits)
    except WpError as error:
        if error.name != "tool-failed":
            raise
        if len(publications) == 1:
            return [Layout(0, 0, str(error.params["reason"]))]
    pairs = zip(publications, limits, strict=True)
    return [_lay_out(frame, [publication], [limit])[0] for publication, limit in pairs]


def _one_run(frame: Any, publications: "list[Publication]", limits: list[int]) -> list[Layout]:
    import typst

    from wp.publishing.pdf.blocks import asset_files, write_typst
    from wp.publishing.pdf.writer import judge_pictures, typst_source

    # a picture's name is its path in the repository, so two of one name are the same picture
    assets = {name: data for one in publications for name, data in one.assets.items()}
    whole = replace(publications[0], assets=assets)
    body = "#pagebreak(weak: true)\n".join(
        _MARK.format(number=number, end="false")
        + write_typst(replace(publication, assets=assets))
        + _MARK.format(number=number, end="true")
        for number, publication in enumerate(publications)
    )
    with tempfile.TemporaryDirectory(prefix="wp-") as folder:
        for name, file in asset_files(whole).items():
            (Path(folder) / file).write_bytes(assets[name])
        main = Path(folder) / "main.typ"
        main.write_text(typst_source(whole, frame, body + _REPORT), encoding="utf-8", newline="\n")
        try:
            found = typst.query(
                str(main), "<wp-layout>", field="value", one=True, root=folder,
                ignore_system_fonts=True, package_path=folder, package_cache_path=folder,
            )  # fmt: skip
        except (typst.TypstError, RuntimeError) as error:
            judge_pictures(whole, Path(folder))  # raises what is wrong with the first of them
            reason = getattr(error, "message", str(error))
            raise WpError("tool-failed", tool="Typst", name=whole.name, reason=reason) from error
    return list(_judged(json.loads(found), limits))


def _judged(report: dict[str, Any], limits: list[int]) -> Iterable[Layout]:
    """Turn where the marks stand into pages and lines."""
    places = {(number, end): (page, y) for number, end, page, y in report["marks"]}
    for number, limit in enumerate(limits):
        first, _ = places[number, False]
        last, y = places[number, True]
        pages = last - first + 1
        over = (pages - limit - 1) * report["area"] + y - report["top"]
        yield Layout(pages, max(0, ceil(over / report["pitch"])) if pages > limit else 0)


def _tree_key(repository: Repository) -> str:
    """Return a key that changes with anything a layout can come from."""
    parts = [_tools()]
    parts += [f"{d.path}\n{d.source.text}".encode() for d in repository.documents]
    folders = (packaged_templates(), repository.root / TEMPLATES, repository.root / CONTENT)
    for folder in folders:
        for path in sorted(folder.rglob("*")) if folder.is_dir() else ():
            # documents are in memory already; a form or picture is read as it is now
            if path.is_file() and (folder.name == TEMPLATES or path.suffix not in (".md", ".yml")):
                parts.append(path.relative_to(folder).as_posix().encode() + path.read_bytes())
    return digest(parts)


def _tools() -> bytes:
    return f"wp {__version__}, typst {version('typst')}".encode()


def _read_kept() -> Kept:
    """Return what is kept; a file that is missing, damaged or not ours holds nothing."""
    try:
        kept = json.loads(read_entry(_KIND, _ENTRY) or b"{}")
        for found in kept.values():
            for item in found.values():
                str(item["path"]), str(item["refused"]), int(item["pages"]), int(item["lines_over"])
    except (ValueError, AttributeError, KeyError, TypeError):
        return {}
    return dict(kept)
