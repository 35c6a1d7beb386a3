"""The type that a web page brings along, so that it looks as the PDF and the Word file do.

A page may fetch nothing, and few machines have the face, so it is in the page itself: three cuts of
Libertinus Serif (SIL Open Font License 1.1), of them only the signs of Western Europe, 15 kB each.
Any other sign comes from the reader's own fonts.
"""

from base64 import b64encode
from dataclasses import dataclass
from functools import cache

from wp.reading.repository import packaged_templates


@dataclass(frozen=True, slots=True)
class Face:
    """One cut: its weight and style as CSS has them, and the file in base64."""

    weight: int
    style: str
    data: str


@cache
def faces() -> tuple[Face, ...]:
    """Return the cuts that a page needs: upright, upright and heavier, and slanted."""
    folder = packaged_templates() / "fonts"
    cuts = (("regular", 400, "normal"), ("semibold", 600, "normal"), ("italic", 400, "italic"))
    return tuple(
        Face(weight, style, b64encode((folder / f"{name}.woff2").read_bytes()).decode("ascii"))
        for name, weight, style in cuts
    )
