"""A Word file as the package it is: its parts, its frame, and the same bytes every time."""

import io
import re
import zipfile
from collections.abc import Mapping
from xml.dom.minidom import Document, Element, parseString
from xml.sax.saxutils import escape

from wp.publishing.moment import moment_of
from wp.publishing.publication import Publication
from wp.publishing.word.dom import (
    child,
    element,
    elements,
    insert_after,
    number,
    remove,
    root_of,
    text_of,
    value,
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
    styles = parseString(parts["word/styles.xml"])
    document = parseString(parts["word/document.xml"])
    has_cover = cover_of(publication.body) is not None
    lay_out(document, styles, has_cover)
    scale(styles, publication.title, has_cover)
    parts["word/styles.xml"] = _bytes(styles)
    parts["word/document.xml"] = _bytes(document)
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


def _bytes(document: Document) -> bytes:
    return bytes(document.toxml(encoding="UTF-8", standalone=True))


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
    document = parseString(part)
    for control in document.getElementsByTagName("w:sdt"):
        tag = value(child(control, "w:sdtPr", "w:tag"))
        content = child(control, "w:sdtContent")
        if tag not in words or not content or not control.parentNode:
            continue
        if words[tag]:
            _write(document, content, tag, words[tag])
            for inner in reversed(elements(content)):
                insert_after(inner, control)
        remove(control)
    root = root_of(document)
    if not elements(root, "w:p"):
        root.appendChild(element(document, "w:p"))
    return _bytes(document)


def _write(document: Document, content: Element, tag: str, word: str) -> None:
    """Put `word` where the control's text says `[tag]`, in the look of its first run."""
    whole = text_of(content)
    filled = whole.replace(f"[{tag}]", word) if f"[{tag}]" in whole else word
    for place, run in enumerate(content.getElementsByTagName("w:t")):
        while run.firstChild:
            run.removeChild(run.firstChild)
        run.setAttribute("xml:space", "preserve")
        text = _UNWRITABLE.sub("", filled) if place == 0 else ""
        run.appendChild(document.createTextNode(text))


# The parts about the document as a whole.


def _numbering(part: bytes) -> bytes:
    """Give pandoc's lists our steps from level to level, and bullets in the face of their text."""
    document = parseString(part)
    for listed in document.getElementsByTagName("w:abstractNum"):
        if number(listed, "w:abstractNumId") < FIRST_LIST:
            continue
        for level in listed.getElementsByTagName("w:lvl"):
            depth = number(level, "w:ilvl")
            bullet, look = child(level, "w:lvlText"), child(level, "w:rPr")
            if bullet and look and value(bullet) in BULLETS:
                bullet.setAttribute("w:val", "–" if depth % 2 else "•")
                remove(look)
            for indent in level.getElementsByTagName("w:ind"):
                indent.setAttribute("w:left", str((depth + 1) * LIST_STEP))
                indent.setAttribute("w:hanging", str(LIST_STEP))
            for tabs in level.getElementsByTagName("w:tabs"):
                remove(tabs)
    return _bytes(document)


def _settings(part: bytes, language: str) -> bytes:
    """Name the language for the theme's fonts, and the Word of today for the way lines are set."""
    document = parseString(part)
    for fonts in document.getElementsByTagName("w:themeFontLang"):
        fonts.setAttribute("w:val", language)
    root = root_of(document)
    if not document.getElementsByTagName("w:compat"):
        compatible = element(document, "w:compat")
        compatible.appendChild(
            element(
                document,
                "w:compatSetting",
                name="compatibilityMode",
                uri="http://schemas.microsoft.com/office/word",
                val=15,
            )
        )
        # The order of settings is fixed (ECMA-376-1, 17.15.1.78): before these, after the rest.
        later = ("w:docVars", "w:rsids", "m:mathPr", "w:themeFontLang", "w:clrSchemeMapping")
        place = next((item for item in elements(root) if item.tagName in later), None)
        root.insertBefore(compatible, place)
    return _bytes(document)


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
