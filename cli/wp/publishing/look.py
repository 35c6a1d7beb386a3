"""How the council wants its documents to look: its palette, its logo, its pictures repainted."""

from collections.abc import Mapping
from pathlib import Path, PurePosixPath

from wp.colours import Palette, palette_of, repainted
from wp.programme.model import Look
from wp.reading.attached import attached_fault
from wp.reading.repository import CONTENT


def palette_for(look: Look) -> Palette:
    """Return the council's palette; the usual one when it has chosen no colour."""
    return palette_of(look.colour)


def logo_of(look: Look, root: Path) -> Mapping[str, bytes]:
    """Return the logo as an asset, nothing when there is none to show.

    A file outside of the content is not read, and one that can't be shown is left out: both are
    findings of `wp check`, which then judges the pages all the same.
    """
    if not look.logo:
        return {}
    path, content = (root / look.logo).resolve(), (root / CONTENT).resolve()
    if not path.is_relative_to(content) or not path.is_file():
        return {}
    data = path.read_bytes()
    if attached_fault(path.name, lambda: data):
        return {}
    return {f"logo{PurePosixPath(look.logo).suffix}": data}


def painted(drawings: Mapping[str, bytes], palette: Palette) -> dict[str, bytes]:
    """Return our own drawings, which are made in the usual palette, in another."""
    return {
        name: repainted(data.decode("utf-8"), palette).encode("utf-8")
        for name, data in drawings.items()
    }
