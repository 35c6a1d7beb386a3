"""A publication as a Word file, in the styles, page, header and footer of a reference file."""

from pathlib import Path

from wp.errors import WpError
from wp.processes import spread
from wp.publishing.publication import Publication
from wp.publishing.word.pandoc import to_docx
from wp.publishing.word.raster import word_pictures
from wp.publishing.word.tree import word_document

# Word proofs, hyphenates and reads aloud by country; a language's own is taken where it is unsaid.
COUNTRIES = {"da": "da-DK", "en": "en-GB"}


def write_word(publication: Publication, reference: bytes | Path) -> bytes:
    """Return the publication as a .docx file that looks as `reference`, a .docx file, does.

    The same publication and reference give the same bytes. The contents are a field of Word's:
    every entry is there and linked, but the page numbers come when Word opens the file for editing,
    because only Word knows them.

    Raises `WpError` when the reference or a picture can't be read, or a tool fails.
    """
    from wp.publishing.word.package import finish  # the DOM, which no other format wants
    from wp.publishing.word.paint import painted

    language = COUNTRIES.get(publication.language, publication.language)
    styles = reference if isinstance(reference, bytes) else _read(reference)
    # Typst keeps what it drew with, all the while that pandoc would need the room
    [pictures] = spread(lambda _: word_pictures(publication), 1, apart=True)
    drawn = dict(one.drawn for one in pictures.values() if one.drawn is not None)
    document = word_document(publication, language, pictures)
    styles = painted(styles, publication.palette)
    return finish(to_docx(document, styles, publication.name), publication, language, drawn)


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise WpError("cannot-read", path=path.name, reason=error.strerror) from error
