"""Pictures for Word, which shows PNG, JPEG and GIF everywhere, and nothing else everywhere."""

import base64
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory
from zlib import compress, crc32

from wp.caching.made import kept_or_made, key_of
from wp.errors import WpError
from wp.publishing.publication import Publication, asset_name

# What Word itself takes for print: 220 dots an inch, at the width of a page and at that of one on
# its side, which is 247 mm.
WIDTH_MM = 160
DOTS_PER_INCH, WIDE_DOTS_PER_INCH = 220, 340
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
    """A picture as pandoc takes it: a `data:` address, and its width and height, if said.

    A drawing's address holds a `stand_in`, for pandoc would read all its dots and carry them from
    place to place; `drawn` holds the stand-in and the PNG that takes its place in the end.
    """

    address: str
    size: tuple[list[str], ...] = ()
    drawn: tuple[bytes, bytes] | None = None

    def at_height(self, height: float) -> list[list[str]]:
        """Return the size at a height in millimetres, as pandoc takes it.

        Pandoc knows the shape of a picture, but that of a stand-in is not the drawing's.
        """
        known = {name: float(length.removesuffix("mm")) for name, length in self.size}
        wide = [["width", f"{known['width'] * height / known['height']:.3f}mm"]] if known else []
        return [*wide, ["height", f"{height}mm"]]


def word_pictures(publication: Publication) -> dict[str, Picture]:
    """Return each asset that stands in the text as a picture; drawings (SVG, WebP) become PNG.

    Raises `WpError` when one can't be read as a picture.
    """
    wide = {
        asset_name(node.attrs["dest"])
        for outer in publication.body.walk()
        if outer.kind == "container" and outer.attrs["name"] == "wide"
        for node in outer.walk()
        if node.kind == "image"
    }
    shown = (node for node in publication.body.walk() if node.kind == "image")
    names = dict.fromkeys(asset_name(node.attrs["dest"]) for node in shown)
    return {
        name: _picture(
            name,
            publication.assets[name],
            publication.name,
            WIDE_DOTS_PER_INCH if name in wide else DOTS_PER_INCH,
        )
        for name in names
    }


def stand_in(name: str) -> bytes:
    """Return a PNG of one dot, unlike that of any other name."""
    head = (1).to_bytes(4, "big") * 2 + bytes([8, 0, 0, 0, 0])  # 1 by 1, 8 bits of grey
    parts = {b"IHDR": head, b"tEXt": b"Title\0" + name.encode(), b"IDAT": compress(b"\0\0")}
    chunks = (_chunk(kind, data) for kind, data in {**parts, b"IEND": b""}.items())
    return b"".join((_KINDS[0][0], *chunks))


def _chunk(kind: bytes, data: bytes) -> bytes:
    return len(data).to_bytes(4, "big") + kind + data + crc32(kind + data).to_bytes(4, "big")


def _picture(asset: str, data: bytes, name: str, dots_per_inch: int) -> Picture:
    kind = next((kind for magic, kind in _KINDS if data.startswith(magic)), None)
    if kind:
        # Drawn for nothing but to learn whether it can be read: pandoc takes it as it is.
        _png(asset, f"picture.{kind}", data, name, COARSE)
        return Picture(_address(kind, data))
    from importlib.metadata import version

    file = "picture" + PurePosixPath(asset).suffix.lower()
    key = key_of(
        version("typst").encode(), _PAGE.encode(), str(dots_per_inch).encode(), file.encode(), data
    )
    png = kept_or_made(key, lambda: _png(asset, file, data, name, dots_per_inch))
    place = stand_in(asset)
    # The dots of a PNG's width and height stand at these places (its IHDR chunk, big-endian).
    dots = (int.from_bytes(png[16:20], "big"), int.from_bytes(png[20:24], "big"))
    lengths = [f"{number / dots_per_inch * 25.4:.3f}mm" for number in dots]
    size = (["width", lengths[0]], ["height", lengths[1]])
    return Picture(_address("png", place), size, (place, png))


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
