"""Pictures that can't be shown, where they are used: in the text, as an attachment, as the logo."""

from pathlib import Path

import pytest

LOGO = "look:\n  logo: {file: attachments/logo.svg, text: Rådets logo}\n"
PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489"
    "0000000d49444154789c6360606060000000050001a5f645400000000049454e44ae426082"
)


def make(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    content = root / "content"
    files = {
        "hel.png": PNG,
        "halv.png": PNG[:50],
        "rettet.png": PNG.replace(b"\x01\x08\x06", b"\x02\x08\x06"),
        "tekst.png": b"bare tekst",
        "foto.jpg": b"\xff\xd8\xff\xe0 uden ende",
        "film.gif": b"GIF89a uden ende",
        "nyt.webp": b"RIFF\xff\xff\x00\x00WEBP",
        "plan.pdf": b"%PDF-1.7",
        "logo.svg": b'<svg xmlns="http://www.w3.org/2000/svg">\n<rect>\n</svg>',
        "andet.svg": b"<html/>",
        "ubrugt.png": b"bare tekst",
    }
    for name, data in files.items():
        (content / "attachments" / name).write_bytes(data)
    page = content / "one-pagers" / "datakvalitet.md"
    pictures = "".join(
        f"![Et billede](../attachments/{name})\n" for name in files if name[:1] not in "lu"
    )
    text = page.read_text(encoding="utf-8")
    page.write_text(f"{text}\n{pictures}\nSe [planen](../attachments/plan.pdf).\n", "utf-8")
    programme = content / "programme.md"
    text = programme.read_text(encoding="utf-8")
    programme.write_text(text.replace("---\n", f"---\n{LOGO}", 1), encoding="utf-8")
