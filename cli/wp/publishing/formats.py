"""The formats that a publication is written in. A new one is a writer, a frame and a line here."""

from collections.abc import Callable, Mapping
from pathlib import Path

from wp.errors import WpError
from wp.publishing.environment import frame_environment, load
from wp.publishing.publication import Publication
from wp.reading.repository import template_file


def _markdown(publication: Publication, root: Path) -> Mapping[str, bytes]:
    from wp.publishing.markdown import asset_paths, write_markdown

    folder = publication.name.rpartition("/")[0]
    pictures = {
        f"{folder}/{path}".lstrip("/"): publication.assets[name]
        for name, path in asset_paths(publication).items()
    }
    return {f"{publication.name}.md": write_markdown(publication).encode("utf-8"), **pictures}


def _html(publication: Publication, root: Path) -> Mapping[str, bytes]:
    from wp.publishing.html import write_html

    text = write_html(publication, load(frame_environment(root), "frame.html.j2"))
    return {f"{publication.name}.html": text.encode("utf-8")}


def _word(publication: Publication, root: Path) -> Mapping[str, bytes]:
    from wp.publishing.word.writer import write_word

    reference = template_file(root, "reference.docx")
    return {f"{publication.name}.docx": write_word(publication, reference)}


def _pdf(publication: Publication, root: Path) -> Mapping[str, bytes]:
    from wp.publishing.pdf.writer import write_pdf

    frame = load(frame_environment(root), "frame.typ.j2")
    return {f"{publication.name}.pdf": write_pdf(publication, frame)}


def _data(publication: Publication, root: Path) -> Mapping[str, bytes]:
    from wp.publishing.data import write_data

    if publication.programme is None:
        raise WpError("whole-programme", name="json", path=publication.name)
    return {f"{publication.name}.json": write_data(publication.programme)}


FORMATS: Mapping[str, Callable[[Publication, Path], Mapping[str, bytes]]] = {
    "md": _markdown,
    "html": _html,
    "docx": _word,
    "pdf": _pdf,
    "json": _data,
}
"""A format's name and what writes it: a publication and the root give paths and contents."""
