"""Attached files in which something could run, or be fetched, and their harmless neighbours."""

from pathlib import Path

import pytest

SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">\n'

DRAWINGS = {
    "handler": "<rect onload='x()'/>",
    "script": "<g>\n <script>x()</script></g>",
    "script-elsewhere": "<s:script xmlns:s='http://www.w3.org/2000/svg' href='x.js'/>",
    "foreign": "<foreignObject/>",
    "page": "<p xmlns='http://www.w3.org/1999/xhtml'/>",
    "address": "<a xlink:href=' java&#10;script:x()'/>",
    "data": "<a href='data:text/html,x'/>",
    "picture-elsewhere": "<image href='https://example.org/x.png'/>",
    "picture-beside": "<image href='x.png'/>",
    "svg-in-data": "<image href='data:image/svg+xml;base64,PHN2Zz4='/>",
    "moved": "<a><animate attributeName='xlink:href' values='javascript:x()'/></a>",
    "style": "<style>@im<!-- -->port 'x.css';</style>",
    "style-escaped": "<rect style='fill: \\75 rl(https://example.org/x)'/>",
    "style-parted": "<rect fill='u/**/rl(x)'/>",
    "base": "<g xml:base='https://example.org/'/>",
}
HARMLESS = (
    "<style>rect { fill: url(#a); stroke: red }</style><a href='https://example.org/'>"
    "<text>on &lt;script></text></a><use xlink:href='#a'/>"
    "<image href='data:image/png;base64,iVBORw0KGgo='/><animate attributeName='x' values='1;2'/>"
)


def make(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = root / "content" / "attachments"
    files = {f"{name}.svg": f"{SVG}{inner}</svg>" for name, inner in DRAWINGS.items()}
    files["harmless.svg"] = f"<!DOCTYPE svg PUBLIC 'a' 'b'>{SVG}{HARMLESS}</svg>"
    files["entity.svg"] = f"<!DOCTYPE svg [\n<!ENTITY a 'b'>]>{SVG}&a;</svg>"
    files["stylesheet.xml"] = "<?xml version='1.0'?>\n<?xml-stylesheet href='x.xsl'?><a/>"
    files |= dict.fromkeys(("side.HTML", "program.js", "makro.docm", "genvej.url"), "x")
    files["uden-endelse"] = "\n <!DOCTYPE html><p>x</p>"
    files |= {"tekst.txt": "<script>x()</script>", "data.xml": "<a>x</a>", "bilag": "bare tekst"}
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
