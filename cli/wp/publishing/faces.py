"""The type that a web page brings along, so that it looks as the PDF and the Word file do.

A page may fetch nothing, and few machines have the face, so it is in the page itself: three cuts of
Libertinus Serif (SIL Open Font License 1.1). The signs of Western Europe come along always, 15 kB a
cut; Greek, more Latin or signs only where the text has one of them. What stands in none of these
files comes from the reader's own fonts.
"""

import re
from base64 import b64encode
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from wp.reading.repository import packaged_templates

# The cuts that a page needs, upright, upright and heavier, and slanted, as CSS has them.
CUTS: Mapping[str, tuple[int, str]] = {
    "regular": (400, "normal"),
    "semibold": (600, "normal"),
    "italic": (400, "italic"),
}

# What comes along only where it is needed: the code points of each, which are in no other file.
SUBSETS: Mapping[str, tuple[tuple[int, int], ...]] = {
    "greek": ((0x0384, 0x03CE), (0x03D1, 0x03D1), (0x03D5, 0x03D6), (0x03F5, 0x03F5)),
    # Extended-A, and what Romanian, Welsh and German have beside it
    "latin": (
        *((0x0100, 0x0130), (0x0132, 0x0151), (0x0154, 0x017F), (0x0218, 0x021B)),
        *((0x1E80, 0x1E85), (0x1E9E, 0x1E9E), (0x1EF2, 0x1EF3)),
    ),
    "vietnamese": ((0x01A0, 0x01A1), (0x01AF, 0x01B0), (0x1EA0, 0x1EF1), (0x1EF4, 0x1EF9)),
    # dashes, per mille, raised and lowered figures, fractions, numbers, arrows, mathematics, sexes
    "signs": (
        *((0x2010, 0x2012), (0x2020, 0x2021), (0x202F, 0x2031), (0x203B, 0x203B)),
        *((0x2044, 0x2044), (0x2070, 0x208E), (0x2103, 0x2103), (0x2113, 0x2113)),
        *((0x2116, 0x2116), (0x2126, 0x2126), (0x212E, 0x212E), (0x2153, 0x215E)),
        *((0x2190, 0x2190), (0x2192, 0x2192), (0x2194, 0x2199), (0x21CC, 0x21CC)),
        *((0x21D0, 0x21D5), (0x2200, 0x2200), (0x2202, 0x220B), (0x220F, 0x2211)),
        *((0x2213, 0x2213), (0x2217, 0x221A), (0x221E, 0x221E), (0x2227, 0x222B)),
        *((0x2248, 0x2248), (0x2260, 0x2261), (0x2264, 0x2265), (0x226A, 0x226B)),
        *((0x2282, 0x2285), (0x22C5, 0x22C5), (0x25CA, 0x25CA)),
        *((0x2640, 0x2640), (0x2642, 0x2642)),
    ),
}


@dataclass(frozen=True, slots=True)
class Face:
    """One file: its weight and style as CSS has them, the file in base64, and which signs it is
    for, as CSS writes them; "" for what no other file has."""

    weight: int
    style: str
    data: str
    signs: str


def faces(texts: Iterable[str]) -> tuple[Face, ...]:
    """Return the files that a page with these texts needs."""
    beyond = {ord(sign) for text in texts for sign in _BEYOND.findall(text)}
    needed = [
        name
        for name, ranges in SUBSETS.items()
        if any(first <= sign <= last for first, last in ranges for sign in beyond)
    ]
    return tuple(face for name in ("", *needed) for face in _of(name))


_BEYOND = re.compile("[^\x00-\xff]")  # read once, for a programme has millions of signs


@cache
def _of(subset: str) -> tuple[Face, ...]:
    """Return the cuts of a subset, or of what comes along always."""
    folder = packaged_templates() / "fonts"
    signs = ", ".join(
        f"U+{first:04X}" if first == last else f"U+{first:04X}-{last:04X}"
        for first, last in SUBSETS.get(subset, ())
    )
    return tuple(
        Face(weight, style, _in_base64((folder / _file(cut, subset)).read_bytes()), signs)
        for cut, (weight, style) in CUTS.items()
    )


def _file(cut: str, subset: str) -> str:
    return f"{cut}-{subset}.woff2" if subset else f"{cut}.woff2"


def _in_base64(data: bytes) -> str:
    return b64encode(data).decode("ascii")
