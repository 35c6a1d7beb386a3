"""Attached files, whose bytes are published as they are: what could run in one, or isn't whole.

Everything else that a reader gets is made anew from text. A picture or an attachment is copied, so
it is looked into when the files are listed, and a fault of it is one of the file's.
"""

from collections.abc import Callable
from posixpath import basename, splitext

from wp.findings import Fault, Span

PICTURES = (".svg", ".png", ".jpg", ".jpeg", ".gif", ".webp")
"""The kinds of picture that every format can show."""

_START = Span(1, 1, 1, 1)
# What a browser runs, or hands to something that does, and documents that bring macros along.
_RUN_ENDINGS = (
    ".html .htm .xhtml .xht .shtml .mht .mhtml .js .mjs .cjs .wasm .svgz .xsl .xslt .htc .hta "
    ".swf .jar .class .exe .com .dll .scr .pif .msi .msp .bat .cmd .ps1 .psm1 .vbs .vbe .jse "
    ".wsf .wsh .sct .lnk .url .webloc .desktop .reg .app .dmg .pkg .deb .rpm .apk .sh .command "
    ".docm .dotm .xlsm .xltm .xlam .xlsb .pptm .potm .ppsm .ppam .sldm .chm .iso"
)
_RUN = frozenset(_RUN_ENDINGS.split())
# Drawings and other XML, in which a browser runs what it finds.
_MARKUP = frozenset({".svg", ".xml", ".rdf", ".rss", ".atom", ".mathml", ".mml"})
# Read by their own programs, whatever they begin with.
_KNOWN_ENDINGS = (
    ".pdf .docx .dotx .xlsx .pptx .odt .ods .odp .odg .rtf .csv .tsv .txt .md .json .yml .yaml "
    ".tif .tiff .bmp .ico .zip .7z .gz .tar .mp3 .mp4 .m4a .wav .webm .ogg .eml .msg .ics .vsdx"
)
_KNOWN = frozenset(_KNOWN_ENDINGS.split())
# WHATWG MIME Sniffing, 7.1: how a file begins that a browser takes for a page.
_PAGES = (
    *(b"<!doctype html", b"<html", b"<head", b"<script", b"<iframe", b"<h1", b"<div", b"<font"),
    *(b"<table", b"<a", b"<style", b"<title", b"<b", b"<p", b"<!--", b"<?xml", b"<svg"),
)


def attached_fault(name: str, read: Callable[[], bytes]) -> Fault | None:
    """Return what is wrong with a file that isn't a document, None for nothing.

    `attachment-runs` for one of a kind that can run, `drawing-runs` for a drawing with something
    in it that can, at its line, `broken-picture` for a picture that can't be shown, with the
    `reason`: "signature", "cut" or "xml" and its `line`. A file that can't be read has none.
    """
    ending = splitext(basename(name))[1].lower()
    if ending in _RUN:
        return Fault("attachment-runs", _START, {"ending": ending})
    if ending in _KNOWN or basename(name).startswith("."):
        return None
    try:
        data = read()
    except OSError:
        return None  # which is told as a fault of its own
    if ending in _MARKUP:
        # imported here: most councils have no drawing
        from wp.reading.drawings import drawing_fault

        return drawing_fault(data, is_picture=ending == ".svg")
    if ending in PICTURES:
        reason = _broken(ending, data)
        return Fault("broken-picture", _START, {"reason": reason, "line": 1}) if reason else None
    if data[:1024].lstrip(b"\xef\xbb\xbf\t\n\x0c\r ").lower().startswith(_PAGES):
        return Fault("attachment-runs", _START, {"ending": ending})
    return None


def _broken(ending: str, data: bytes) -> str:
    """Return why a picture of dots can't be shown, "" when it looks whole."""
    if ending == ".png":
        return _broken_png(data)
    if ending in (".jpg", ".jpeg"):
        if not data.startswith(b"\xff\xd8\xff"):
            return "signature"
        return "" if b"\xff\xd9" in data else "cut"
    if ending == ".gif":
        if not data.startswith((b"GIF87a", b"GIF89a")):
            return "signature"
        return "" if b";" in data[-64:] else "cut"
    if data[:4] != b"RIFF" or data[8:12] != b"WEBP":
        return "signature"
    return "cut" if int.from_bytes(data[4:8], "little") + 8 > len(data) else ""


def _broken_png(data: bytes) -> str:
    """Judge a PNG by its chunks (PNG, third edition, 5.3): each a length, a name, data, a sum."""
    from zlib import crc32

    if not data.startswith(b"\x89PNG\r\n\x1a\n"):
        return "signature"
    at, seen = 8, set()
    while at + 12 <= len(data):
        length = int.from_bytes(data[at : at + 4], "big")
        name, end = data[at + 4 : at + 8], at + 8 + length
        total = data[end : end + 4]
        if end + 4 > len(data):
            return "cut"
        # of what a decoder may leave out, the sum doesn't matter
        if name[:1].isupper() and crc32(data[at + 4 : end]) != int.from_bytes(total, "big"):
            return "cut"
        seen.add(name)
        if name == b"IEND":
            return "" if {b"IHDR", b"IDAT"} <= seen else "cut"
        at = end + 4
    return "cut"
