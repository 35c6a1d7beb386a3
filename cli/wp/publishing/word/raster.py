"""Pictures for Word, which shows PNG, JPEG and GIF everywhere, and nothing else everywhere."""

import base64
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory

from wp.errors import WpError
from wp.publishing.publication import Publication, asset_name

# At the width of a page on its side, 247 mm, this leaves 220 dots an inch: sharp in print.
WIDTH_MM = 160
DOTS_PER_INCH = 340
COARSE = 10

_KINDS = ((b"\x89PNG\r\n\x1a\n", "png"), (b"\xff\xd8\xff", "jpeg"), (b"GIF8", "gif"))

# A drawing narrower than the text keeps its size; a larger one becomes as wide as the text.
_PAGE = """#set page(width: auto, height: auto, margin: 0pt, fill: white)
#context {{
  let natural = measure(image({file:s})).width
  image({file:s}, width: calc.min(natural, {width}mm))
}}
"""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture as Word takes it: a `data:` address, and its width in millimetres, 0 if unsaid."""

    address: str
    width: float


def word_pictures(publication: Publication) -> dict[str, Picture]:
    """Return each asset that stands in the text as a picture; drawings (SVG, WebP) become PNG.

    Raises `WpError` when one can't be read as a picture.
    """
    shown = (node for node in publication.body.walk() if node.kind == "image")
    names = dict.fromkeys(asset_name(node.attrs["dest"]) for node in shown)
    return {name: _picture(name, publication.assets[name], publication.name) for name in names}


def _picture(asset: str, data: bytes, name: str) -> Picture:
    kind = next((kind for magic, kind in _KINDS if data.startswith(magic)), None)
    if kind:
        # Drawn for nothing but to learn whether it can be read: pandoc takes it as it is.
        _png(asset, f"picture.{kind}", data, name, COARSE)
        return Picture(_address(kind, data), 0)
    file = "picture" + PurePosixPath(asset).suffix.lower()
    png = _png(asset, file, data, name, DOTS_PER_INCH)
    # The width in dots stands at this place of every PNG (its IHDR chunk, big-endian).
    return Picture(_address("png", png), int.from_bytes(png[16:20], "big") / DOTS_PER_INCH * 25.4)


def _address(kind: str, data: bytes) -> str:
    return f"data:image/{kind};base64,{base64.b64encode(data).decode()}"


def _png(asset: str, file: str, data: bytes, name: str, dots_per_inch: int) -> bytes:
    """Draw an asset as `file` with Typst and Typst's own faces: the same dots everywhere."""
    import typst

    with TemporaryDirectory(prefix="wp-") as folder:
        page = Path(folder, "main.typ")
        page.write_text(_PAGE.format(file=f'"{file}"', width=WIDTH_MM), encoding="utf-8")
        Path(folder, file).write_bytes(data)
        try:
            made = typst.compile(
                str(page), root=folder, format="png", ppi=dots_per_inch, ignore_system_fonts=True
            )
        except typst.TypstError as error:
            reason = f"{asset}: {error}"
            raise WpError("tool-failed", tool="typst", name=name, reason=reason) from error
    return bytes(made)
