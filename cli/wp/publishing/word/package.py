"""A Word file as the package it is: its parts, its frame, and the same bytes every time."""

import io
import re
import zipfile
from collections.abc import Mapping
from xml.sax.saxutils import escape

from wp.publishing.moment import moment_of
from wp.publishing.publication import Publication
from wp.publishing.word.dom import (
    Element,
    child,
    element,
    elements,
    every,
    give,
    number,
    parsed,
    remove,
    text_of,
    value,
    written,
)
from wp.publishing.word.fit import LIST_STEP
from wp.publishing.word.layout import lay_out
from wp.publishing.word.outline import cover_of
from wp.publishing.word.scale import head_of, scale

# The day that a zip archive's clock begins; no time of day belongs in our files.
FIXED_TIME = (1980, 1, 1, 0, 0, 0)

# The numbers of pandoc's own lists begin here; those below are the reference file's.
FIRST_LIST = 990
# What pandoc takes as bullets, in three old fonts that each machine shows otherwise.
BULLETS = ("\uf0b7", "o", "\uf0a7")

_UNWRITABLE = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def finish(
    package: bytes, publication: Publication, language: str, drawn: Mapping[bytes, bytes]
) -> bytes:
    """Return pandoc's Word file laid out, framed and described for the publication.

    `drawn` holds the pictures by what stands in for them in pandoc's file.

    The parts come in a fixed order with a fixed time, so that the same parts give the same bytes.
    """
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts = {name: drawn.get(part, part) for name, part in parts.items()}
    styles = parsed(parts["word/styles.xml"])
    document = parsed(parts["word/document.xml"])
    has_cover = cover_of(publication.body) is not None
    lay_out(document, styles, has_cover)
    scale(styles, publication.title, publication.state, has_cover)
    parts["word/styles.xml"] = written(styles)
    parts["word/document.xml"] = written(document)
    words = _words(publication)
    for name in parts:
        if re.fullmatch(r"word/(header|footer)\d*\.xml", name):
            parts[name] = _framed(parts[name], words)
    parts["word/numbering.xml"] = _numbering(parts["word/numbering.xml"])
    parts["word/settings.xml"] = _settings(parts["word/settings.xml"], language)
    parts["docProps/core.xml"] = _properties(publication, language)
    parts["docProps/app.xml"] = _APPLICATION
    return packed(parts)


def packed(parts: Mapping[str, bytes]) -> bytes:
    """Return parts as a package: in a fixed order, with a fixed time."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        # Readers want the table of types first.
        for name in sorted(parts, key=lambda name: (name != "[Content_Types].xml", name)):
            entry = zipfile.ZipInfo(name, FIXED_TIME)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            entry.create_system = 3
            archive.writestr(entry, parts[name])
    return made.getvalue()


# The words of header and footer.


def _words(publication: Publication) -> dict[str, str]:
    """Return the word of each content control that the reference file may hold, by its tag."""
    fields = ("title", "subtitle", "author", "date", "state")
    return {
        **{name: getattr(publication, name) for name in fields},
        "title": head_of(publication.title),
        **{name: publication.labels[name] for name in ("page", "of")},
    }


def _framed(part: bytes, words: Mapping[str, str]) -> bytes:
    """Write the words into a header's or footer's content controls, and the controls off.

    A control whose word is empty goes with all its text, so that no separator is left behind.
    Controls of others stay as they are.
    """
    document = parsed(part)
    for control in every(document, "w:sdt"):
        tag = value(child(control, "w:sdtPr", "w:tag"))
        content = child(control, "w:sdtContent")
        if tag not in words or content is None or control.getparent() is None:
            continue
        if words[tag]:
            _write(content, tag, words[tag])
            for inner in reversed(elements(content)):
                control.addnext(inner)
        remove(control)
    if not elements(document, "w:p"):
        document.append(element("w:p"))
    return written(document)


def _write(content: Element, tag: str, word: str) -> None:
    """Put `word` where the control's text says `[tag]`, in the look of its first run."""
    whole = text_of(content)
    filled = whole.replace(f"[{tag}]", word) if f"[{tag}]" in whole else word
    for place, run in enumerate(every(content, "w:t")):
        give(run, "xml:space", "preserve")
        run.text = _UNWRITABLE.sub("", filled) if place == 0 else ""


# The parts about the document as a whole.


def _numbering(part: bytes) -> bytes:
    """Give pandoc's lists our steps from level to level, and bullets in the face of their text."""
    document = parsed(part)
    for listed in every(document, "w:abstractNum"):
        if number(listed, "w:abstractNumId") < FIRST_LIST:
            continue
        for level in every(listed, "w:lvl"):
            depth = number(level, "w:ilvl")
            bullet, look = child(level, "w:lvlText"), child(level, "w:rPr")
            if bullet is not None and look is not None and value(bullet) in BULLETS:
                give(bullet, "w:val", "–" if depth % 2 else "•")
                remove(look)
            for indent in every(level, "w:ind"):
                give(indent, "w:left", (depth + 1) * LIST_STEP)
                give(indent, "w:hanging", LIST_STEP)
            for tabs in every(level, "w:tabs"):
                remove(tabs)
    return written(document)


def _settings(part: bytes, language: str) -> bytes:
    """Name the language for the theme's fonts, and the Word of today for the way lines are set."""
    document = parsed(part)
    for fonts in every(document, "w:themeFontLang"):
        give(fonts, "w:val", language)
    if not every(document, "w:compat"):
        compatible = element("w:compat")
        compatible.append(
            element(
                "w:compatSetting",
                name="compatibilityMode",
                uri="http://schemas.microsoft.com/office/word",
                val=15,
            )
        )
        # The order of settings is fixed (ECMA-376-1, 17.15.1.78): before these, after the rest.
        later = ("w:docVars", "w:rsids", "m:mathPr", "w:themeFontLang", "w:clrSchemeMapping")
        place = next(iter(elements(document, *later)), None)
        if place is None:
            document.append(compatible)
        else:
            place.addprevious(compatible)
    return written(document)


_APPLICATION = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    b'<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    b"<Application>Microsoft Office Word</Application></Properties>"
)


def _properties(publication: Publication, language: str) -> bytes:
    """Return the core properties (ECMA-376-2, 11), dated as the publication, or as told."""
    described = {
        "dc:title": publication.title,
        "dc:subject": publication.subtitle,
        "dc:creator": publication.author,
        "cp:lastModifiedBy": publication.author,
        "cp:contentStatus": publication.state,
        "dc:language": language,
    }
    inside = "".join(
        f"<{tag}>{escape(_UNWRITABLE.sub('', text))}</{tag}>"
        for tag, text in described.items()
        if text
    )
    made = moment_of(publication.date)
    if made is not None:
        moment = made.strftime("%Y-%m-%dT%H:%M:%SZ")
        inside += "".join(
            f'<dcterms:{name} xsi:type="dcterms:W3CDTF">{moment}</dcterms:{name}>'
            for name in ("created", "modified")
        )
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><cp:coreProperties'
        ' xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
        ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"{inside}</cp:coreProperties>"
    ).encode()
