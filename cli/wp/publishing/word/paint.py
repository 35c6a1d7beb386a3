"""The colours of a reference file, changed to the council's."""

import io
import zipfile

from wp.colours import USUAL, Palette, repainted
from wp.publishing.word.package import packed


def painted(reference: bytes, palette: Palette) -> bytes:
    """Return a reference file with the colours that it shares with the shipped one changed.

    A colour that somebody has chosen in Word is another one, and stays.
    """
    if palette == USUAL:
        return reference
    try:
        with zipfile.ZipFile(io.BytesIO(reference)) as archive:
            parts = {name: archive.read(name) for name in archive.namelist()}
    except zipfile.BadZipFile:
        return reference  # pandoc says what is wrong with it
    for name, data in parts.items():
        if name.startswith("word/") and name.endswith(".xml"):
            text = data.decode("utf-8", errors="surrogateescape")
            parts[name] = repainted(text, palette).encode("utf-8", errors="surrogateescape")
    return packed(parts)
