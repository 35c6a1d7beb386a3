"""A picture that is no picture, told where it is used, and one that only the layout finds out."""

import zlib
from pathlib import Path


def _chunk(name: bytes, data: bytes) -> bytes:
    total = zlib.crc32(name + data).to_bytes(4, "big")
    return len(data).to_bytes(4, "big") + name + data + total


_SIZE = (1).to_bytes(4, "big") * 2 + bytes([8, 6, 0, 0, 0])
_WHOLE = b"\x89PNG\r\n\x1a\n" + b"".join(
    (_chunk(b"IHDR", _SIZE), _chunk(b"IDAT", b"not deflated"), _chunk(b"IEND", b""))
)


def make(root: Path, monkeypatch: object) -> None:
    pictures = {"datakvalitet": b"\x89PNG and then nothing", "retsgrundlag": _WHOLE}
    for name, data in pictures.items():
        (root / f"content/attachments/{name}.png").write_bytes(data)
        path = root / f"content/one-pagers/{name}.md"
        picture = f"![Planen for målingen](../attachments/{name}.png)\n"
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace("## Tid\n", f"{picture}\n## Tid\n"), encoding="utf-8")
