"""Cut the files that a web page takes Greek, more Latin and signs from, of the face of the PDF.

    python tests/tools/make_faces.py templates/fonts

Typst has the whole face in its wheel: Libertinus Serif, SIL Open Font License 1.1, which
`templates/fonts/OFL.txt` holds. A page has the signs of Western Europe with it always, and one of
these files only where its text has a sign of it (`wp.publishing.faces` says which). Word knows one
file a cut, so `make_reference_docx.py` takes them there in one, by `word_face`. The same Typst and
fontTools give the same bytes.
"""

import io
import sys
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

import typst
from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont, TTLibError, newTable

from wp.publishing.faces import CUTS, SUBSETS

FAMILY = "Libertinus Serif"
FONTS = Path(__file__).parents[2] / "templates" / "fonts"
# As the face calls the cuts that our files are named after.
NAMES = {
    "regular": "Regular",
    "semibold": "Semibold",
    "bold": "Bold",
    "italic": "Italic",
    "bold-italic": "Bold Italic",
}
OPENTYPE = b"OTTO"  # what such a font begins with
LONGEST = 1_000_000  # no cut is larger, in bytes
ERROR = 1.0  # how far a curve may be off, in thousandths of the size


def web_face(cut: str, subset: str) -> bytes:
    """Return what a web page takes for the signs of a subset, as WOFF2."""
    font = _cut(cut, _points(SUBSETS[subset]))
    font.flavor = "woff2"
    return _written(font)


def word_face(cut: str) -> bytes:
    """Return a cut for Word, as TrueType: the signs of Western Europe and those of every subset."""
    western = TTFont(FONTS / "regular.woff2").getBestCmap()
    points = set(western).union(*(_points(ranges) for ranges in SUBSETS.values()))
    return _written(_cut(cut, points))


def _points(ranges: Iterable[tuple[int, int]]) -> set[int]:
    return {point for first, last in ranges for point in range(first, last + 1)}


@cache
def _whole() -> Mapping[str, bytes]:
    """Return the cuts of the face by their full names, as they stand in Typst's library."""
    folder = Path(typst.__file__).parent
    [library] = [*folder.glob("*.so"), *folder.glob("*.pyd"), *folder.glob("*.dylib")]
    data = library.read_bytes()
    found: dict[str, bytes] = {}
    place = data.find(OPENTYPE)
    while place >= 0:
        piece = data[place : place + LONGEST]
        try:
            name = TTFont(io.BytesIO(piece), lazy=True)["name"].getDebugName(4)
        except (TTLibError, KeyError, AssertionError, ValueError):
            name = None  # four letters that happen to be there
        if name and name.startswith(FAMILY):
            found.setdefault(name, piece)
        place = data.find(OPENTYPE, place + len(OPENTYPE))
    return found


def _cut(cut: str, points: set[int]) -> TTFont:
    """Return a cut with these signs alone, its curves as TrueType has them."""
    font = TTFont(io.BytesIO(_whole()[f"{FAMILY} {NAMES[cut]}"]), recalcTimestamp=False)
    options = Options()
    options.layout_features = ["kern", "mark", "mkmk"]
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 11, 13, 14, 16, 17]
    options.hinting = False
    options.notdef_outline = True
    options.bidi_closure = False
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=sorted(points))
    subsetter.subset(font)
    _to_truetype(font)
    return font


def _to_truetype(font: TTFont) -> None:
    """Put quadratic curves in place of cubic ones; Word embeds no others."""
    drawn = font.getGlyphSet()
    glyphs = {}
    for name in font.getGlyphOrder():
        pen = TTGlyphPen(drawn)
        drawn[name].draw(Cu2QuPen(pen, ERROR, reverse_direction=True))
        glyphs[name] = pen.glyph()
    font["loca"] = newTable("loca")
    font["glyf"] = table = newTable("glyf")
    table.glyphs, table.glyphOrder = glyphs, font.getGlyphOrder()
    for name, (width, _) in font["hmtx"].metrics.items():
        glyphs[name].recalcBounds(table)  # where it begins, which is not known before
        font["hmtx"][name] = (width, glyphs[name].xMin)
    most = font["maxp"]
    most.tableVersion = 0x00010000
    for field in (
        "maxZones", "maxTwilightPoints", "maxStorage", "maxFunctionDefs", "maxInstructionDefs",
        "maxStackElements", "maxSizeOfInstructions", "maxComponentElements",
    ):  # fmt: skip
        setattr(most, field, 1 if field == "maxZones" else 0)
    font["post"].formatType = 3.0
    for gone in ("CFF ", "VORG", "prep"):
        if gone in font:
            del font[gone]
    font.sfntVersion = "\0\1\0\0"


def _written(font: TTFont) -> bytes:
    made = io.BytesIO()
    font.save(made)
    return made.getvalue()


def main(target: Path) -> None:
    """Write a file for each cut and subset of a web page."""
    for cut in CUTS:
        for subset in SUBSETS:
            (target / f"{cut}-{subset}.woff2").write_bytes(web_face(cut, subset))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
