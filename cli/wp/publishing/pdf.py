"""A publication as PDF: accessible (PDF/UA-1) and fit for an archive (PDF/A-2a), made by Typst."""

import re
import unicodedata
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import jinja2
from markupsafe import Markup

from wp.errors import WpError
from wp.publishing.publication import Publication
from wp.publishing.typst import asset_files, quoted, write_typst

STANDARDS = ["ua-1", "a-2a"]

# What a document without a date says of its making; any fixed moment gives the same bytes.
UNDATED = datetime(2000, 1, 1, tzinfo=UTC)

_MISSING_SIGN = re.compile(r'the text `"(.+?)"` (?:could not be displayed|was not mapped)')
_PLACE = re.compile(r"main\.typ:(\d+):")


def write_pdf(publication: Publication, frame: jinja2.Template) -> bytes:
    """Return the publication as a PDF, its look given by `frame` (`output/frame.typ.j2`).

    The same publication and frame give the same bytes, whatever the clock, the time zone and the
    fonts of the machine say. Typst sees one temporary folder with the text and the assets, no other
    file and no network. A sign that no font of Typst's own can show is written as its name.

    Raises `WpError` when the frame is not right or a picture can't be read.
    """
    files = asset_files(publication)
    source = _source(publication, frame)
    with TemporaryDirectory(prefix="wp-") as name:
        folder = Path(name)
        for asset, file in files.items():
            (folder / file).write_bytes(publication.assets[asset])
        return _compiled(publication, source, folder)


def _source(publication: Publication, frame: jinja2.Template) -> str:
    """Return the whole Typst file. Every value reaches the frame as a finished Typst literal."""
    language, _, region = publication.language.partition("-")
    try:
        return frame.render(
            title=_literal(publication.title or publication.name),
            subtitle=_literal(publication.subtitle),
            author=_literal(publication.author),
            state=_literal(publication.state),
            language=_literal(language),
            region=_literal(region) if region else Markup("none"),
            date=_date(publication.date),
            labels={key: _literal(word) for key, word in publication.labels.items()},
            body=Markup(write_typst(publication)),
        )
    except jinja2.UndefinedError as error:
        raise WpError(f"output template {frame.name}: {error}") from error


def _literal(text: str) -> Markup:
    """Return a Typst string that an environment which escapes for HTML leaves alone."""
    return Markup(quoted(text))


def _date(date: str) -> Markup:
    """Return an ISO date as a Typst datetime, "" as none."""
    if not date:
        return Markup("none")
    day = datetime.fromisoformat(date)
    return Markup(f"datetime(year: {day.year}, month: {day.month}, day: {day.day})")


def _compiled(publication: Publication, source: str, folder: Path) -> bytes:
    """Compile `source` in `folder`, which holds the assets, to a PDF."""
    import typst  # a large library, wanted by this format alone

    main = folder / "main.typ"
    made = datetime.fromisoformat(publication.date).replace(tzinfo=UTC) if publication.date else None
    while True:
        main.write_text(source, encoding="utf-8", newline="\n")
        try:
            # The warnings are Typst's own, about the frame; a test holds that ours has none.
            pdf, _ = typst.compile_with_warnings(
                str(main),
                root=str(folder),
                format="pdf",
                ignore_system_fonts=True,
                pdf_standards=STANDARDS,
                timestamp=made or UNDATED,
                package_path=str(folder / "no-packages"),
                package_cache_path=str(main),
            )
        except typst.TypstError as error:
            named = _name_missing_signs(source, error.diagnostic)
            if named == source:
                raise _failure(publication, source, error) from error
            source = named
        else:
            return pdf


def _name_missing_signs(source: str, diagnostic: str) -> str:
    """Write the signs that Typst could show with none of its fonts as their names.

    PDF/A and PDF/UA forbid the empty box that would otherwise stand there, and to refuse the whole
    document for one emoji would be worse.
    """
    for signs in dict.fromkeys(_MISSING_SIGN.findall(diagnostic)):
        source = source.replace(signs, "".join(map(_named, signs)))
    return source


def _named(sign: str) -> str:
    """Return "[party popper]" for "🎉"; U+FFFD for what has no name, nothing for mere joiners."""
    if unicodedata.category(sign) in ("Cf", "Mn"):
        return ""
    name = unicodedata.name(sign, "")
    return f"[{name.lower()}]" if name else "\ufffd"


def _failure(publication: Publication, source: str, error: Exception) -> WpError:
    """Return the sentence for what Typst refused, with the place in the frame or the picture."""
    return WpError(f"{publication.name}.pdf: {error}")
