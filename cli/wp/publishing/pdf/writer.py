"""A publication as PDF: accessible (PDF/UA-1) and fit for an archive (PDF/A-2a), made by Typst."""

import re
import unicodedata
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import jinja2
from markupsafe import Markup

from wp.errors import WpError
from wp.publishing.environment import render
from wp.publishing.moment import given_moment, moment_of
from wp.publishing.pdf.blocks import asset_files, has_cover, write_body
from wp.publishing.pdf.code import boolean, quoted, visible
from wp.publishing.publication import Publication

# What a document without a date says of its making; any fixed moment gives the same bytes.
UNDATED = datetime(2000, 1, 1, tzinfo=UTC)

# Typst's own text face has every sign before this one: Latin, Greek, Cyrillic and their marks.
ALWAYS_SHOWN = "\u0500"

_MAIN = "main.typ"
_MISSING_SIGN = re.compile(
    r'^error: PDF.*: the text `"(.+?)"` (?:could not be displayed|was not mapped)', re.MULTILINE
)
_CODE_POINT = re.compile(r"\\u\{([0-9a-f]+)\}")
_PLACE = re.compile(rf"{re.escape(_MAIN)}:(\d+):")
# Quotation marks in a document's text are escaped, so only the frame's own code can match.
_PACKAGE = re.compile(r'\b(?:import|include)\s*\(?\s*"@[^"]*"')


def write_pdf(publication: Publication, frame: jinja2.Template) -> bytes:
    """Return the publication as a PDF, its look given by `frame` (`output/frame.typ.j2`).

    The same publication and frame give the same bytes, whatever the clock, the time zone and the
    fonts of the machine say. Typst sees one temporary folder with the text and the assets, no other
    file and no network. A sign that no font of Typst's own can show is written as its name.

    Raises `WpError` when the frame is not right or a picture can't be read.
    """
    # Libraries that this format alone wants.
    from wp.publishing.pdf.finish import finish

    body, tables = write_body(publication)
    source = typst_source(publication, frame, body)
    with TemporaryDirectory(prefix="wp-") as name:
        folder = Path(name)
        for asset, file in asset_files(publication).items():
            (folder / file).write_bytes(publication.assets[asset])
        try:
            made = _compiled(publication, source, folder)
        except _RefusedError as refused:
            judge_pictures(publication, folder)
            frame_ends = source.count("\n", 0, source.index(body)) + 1
            if 0 < refused.line < frame_ends:
                raise _fault(frame, refused.line, refused.reason) from refused
            raise WpError(
                "tool-failed", tool="Typst", name=f"{publication.name}.pdf", reason=refused.reason
            ) from refused
    return finish(made, tables, _titles(publication), publication.labels["page"])


def _titles(publication: Publication) -> dict[str, str]:
    """Return what links say they lead to, by its id: a heading, or the one above a place."""
    titles: dict[str, str] = {}
    title = publication.title
    for node in publication.body.walk():
        if node.kind == "heading":
            title = node.plain_text()
        if node.kind in ("heading", "anchor"):
            titles[node.attrs.get("id") or ""] = title
    return titles


class _RefusedError(Exception):
    """Typst refused the document: why, and at which line of the whole file, 0 for none."""

    def __init__(self, reason: str, line: int) -> None:
        super().__init__(reason)
        self.reason = reason
        self.line = line


def typst_source(publication: Publication, frame: jinja2.Template, body: str) -> str:
    """Return the whole Typst file. Every value reaches the frame as a finished Typst literal."""
    language, _, region = publication.language.partition("-")
    source = render(
        frame,
        title=_literal(publication.title if visible(publication.title) else publication.name),
        subtitle=_literal(publication.subtitle),
        author=_literal(publication.author),
        state=_literal(publication.state),
        language=_literal(language),
        region=_literal(region) if region else Markup("none"),
        date=_date(publication.date),
        labels={key: _literal(word) for key, word in publication.labels.items()},
        palette={name: _literal(c) for name, c in publication.palette.as_dict().items()},
        has_cover=Markup(boolean(has_cover(publication))),
        body=Markup(body),
    )
    if found := _PACKAGE.search(source):
        # Typst would fetch it, and the PDF would depend on what the network says that day.
        raise _fault(frame, source.count("\n", 0, found.start()) + 1, f"{found[0]} (https://)")
    return source


def _literal(text: str) -> Markup:
    """Return a Typst string that an environment which escapes for HTML leaves alone."""
    return Markup(quoted(text))


def _date(date: str) -> Markup:
    """Return an ISO date as a Typst datetime; else the moment that Typst is told."""
    if not date or given_moment() is not None:
        return Markup("auto")
    day = datetime.fromisoformat(date)
    return Markup(f"datetime(year: {day.year}, month: {day.month}, day: {day.day})")


def _compiled(publication: Publication, source: str, folder: Path) -> bytes:
    """Compile `source` in `folder`, which holds the assets; raises `_RefusedError`."""
    # Forty megabytes of compiler, wanted by this format alone.
    import typst

    made = moment_of(publication.date) or UNDATED
    main = folder / _MAIN
    while True:
        main.write_text(source, encoding="utf-8", newline="\n")
        try:
            # What Typst warns of is the frame's affair, not the reader's; a test holds that the
            # frame we ship gives no warning.
            pdf, _ = typst.compile_with_warnings(
                str(main),
                root=str(folder),
                format="pdf",
                ignore_system_fonts=True,
                pdf_standards=["ua-1", "a-2a"],
                timestamp=made,
                package_path=str(folder / "packages"),
                package_cache_path=str(folder / "packages"),
            )
        except typst.TypstError as error:
            named = _name_missing_signs(source, error.diagnostic)
            if named == source:
                place = _PLACE.search(error.diagnostic)
                raise _RefusedError(error.message, int(place[1]) if place else 0) from error
            source = named
        else:
            return pdf


def _name_missing_signs(source: str, diagnostic: str) -> str:
    """Write the signs that none of Typst's own fonts can show as their names.

    PDF/UA-1 and PDF/A-2a forbid the empty box that would otherwise stand there, and to refuse the
    whole document for one emoji would be worse.
    """
    # Typst's messages write what can't be printed as its code point.
    reported = _CODE_POINT.sub(
        lambda found: chr(int(found[1], 16)), "".join(_MISSING_SIGN.findall(diagnostic))
    )
    missing = {sign for sign in reported if sign >= ALWAYS_SHOWN}
    # A letter is reported with the mark on it that is missing; without the mark it may do.
    marks = {sign for sign in missing if unicodedata.category(sign).startswith("M")}
    return source.translate({ord(sign): _named(sign) for sign in marks or missing})


def _named(sign: str) -> str:
    """Return "[party popper]" for "🎉", U+FFFD for what has no name, nothing for the invisible."""
    if not visible(sign):
        return ""
    name = unicodedata.name(sign, "")
    return f"[{name.lower()}]" if name else "\ufffd"


def judge_pictures(publication: Publication, folder: Path) -> None:
    """Raise `WpError` for the first asset that is no picture Typst can read.

    Typst's own message tells the place in the frame and not the picture.
    """
    import typst

    main = folder / _MAIN
    for asset, file in asset_files(publication).items():
        main.write_text(f"#image({quoted(file)})", encoding="utf-8")
        try:
            typst.compile(str(main), root=str(folder), format="pdf", ignore_system_fonts=True)
        except typst.TypstError as error:
            raise WpError(
                "tool-failed",
                tool="Typst",
                name=f"{publication.name}.pdf",
                reason=f"{asset}: {error.message}",
            ) from error


def _fault(frame: jinja2.Template, line: int, reason: str) -> WpError:
    """Return what is wrong at a line of the frame, which is the same line of the whole file."""
    return WpError(
        "output-template", path=f"templates/output/{frame.name}", line=line, reason=reason
    )
