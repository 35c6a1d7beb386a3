"""Pictures inside an HTML page: drawings as drawings, photographs as data."""

import base64
import re
from dataclasses import dataclass
from xml.etree import ElementTree

from wp.colours import USUAL, Palette
from wp.publishing.html_text import escaped

# A drawing this wide, in its own units, is too small to read when a telephone shows all of it.
WIDE = 600

_SVG = "{http://www.w3.org/2000/svg}"
_HREF = ("href", "{http://www.w3.org/1999/xlink}href")
_DRAWN = frozenset(
    [
        "svg",
        "g",
        "path",
        "rect",
        "circle",
        "ellipse",
        "line",
        "polyline",
        "polygon",
        "text",
        "tspan",
        "title",
        "desc",
        "defs",
        "clipPath",
        "linearGradient",
        "radialGradient",
        "stop",
        "use",
        "symbol",
        "marker",
        "pattern",
        "mask",
    ]
)
_COLOURS = ("fill", "stroke", "stop-color", "color")
_NAME = re.compile(r"[A-Za-z][A-Za-z0-9-]*")
_URL = re.compile(r"url\(\s*(['\"]?)(?!#)", re.IGNORECASE)
_LOCAL_URL = re.compile(r"url\(\s*(['\"]?)#", re.IGNORECASE)
_SIGNATURES = (
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF8", "image/gif"),
    (b"RIFF", "image/webp"),
)


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture as HTML; `wide` when it must not shrink to the width of a telephone."""

    html: str
    wide: bool = False


class _NotHarmlessError(Exception):
    """A drawing holds more than shapes and text."""


def picture(data: bytes, alt: str, number: int, palette: Palette = USUAL) -> Picture:
    """Return a picture that needs nothing outside the page, `alt` the text that stands for it.

    SVG becomes part of the page when it holds shapes and text alone; else, with scripts, styles or
    things from elsewhere in it, it becomes an image, in which a browser runs and fetches nothing.
    `number` tells the drawings of one page apart. A drawing in the colours of `palette` alone
    follows the page into the dark. Data of an unknown kind becomes its text.
    """
    media = next((kind for start, kind in _SIGNATURES if data.startswith(start)), "")
    if not media:
        try:
            root = _parsed(data)
            return _drawing(root, alt, f"drawing:{number}:", palette)
        except (_NotHarmlessError, RecursionError):
            media = "image/svg+xml"
        except (ElementTree.ParseError, ValueError, LookupError):
            return Picture(f"<span>{escaped(alt)}</span>")
    encoded = base64.b64encode(data).decode("ascii")
    return Picture(f'<img src="data:{media};base64,{encoded}" alt="{escaped(alt)}">')


def _parsed(data: bytes) -> ElementTree.Element:
    # A document type may define entities that grow without bounds; a drawing needs none.
    if b"<!DOCTYPE" in data or b"<!ENTITY" in data or b"\0" in data:
        raise _NotHarmlessError
    root = ElementTree.fromstring(data)
    if root.tag != f"{_SVG}svg":
        raise ValueError(root.tag)
    return root


def _drawing(root: ElementTree.Element, alt: str, prefix: str, palette: Palette) -> Picture:
    hidden = ("role", "style", "class")  # a style could lay the drawing over the whole page
    attributes = {
        name: value
        for name, value in root.attrib.items()
        if name not in hidden and not name.startswith("aria-")
    }
    width, height = attributes.get("width", ""), attributes.get("height", "")
    if "viewBox" not in attributes and width.isdecimal() and height.isdecimal():
        attributes["viewBox"] = f"0 0 {width} {height}"
    named = (f"{_SVG}title", f"{_SVG}desc")
    inner = "".join(_element(child, prefix) for child in root if child.tag not in named)
    themed = ' class="themed"' if _is_themed(root, palette) else ""
    text = escaped(alt)
    html = (
        f'<svg{_attributes(attributes, prefix)}{themed} role="img" aria-label="{text}">'
        f"<title>{text}</title>{_text(root.text)}{inner}</svg>"
    )
    return Picture(html, _width(attributes.get("viewBox", "")) > WIDE)


def _is_themed(root: ElementTree.Element, palette: Palette) -> bool:
    """Tell whether a drawing has the palette's colours alone."""
    colours = set()
    for element in root.iter():
        if "style" in element.attrib:
            return False
        colours |= {element.attrib[name].upper() for name in _COLOURS if name in element.attrib}
    return colours <= {*palette.light, "NONE", "CURRENTCOLOR"}


def _width(view_box: str) -> float:
    numbers = re.split(r"[\s,]+", view_box.strip())
    try:
        _, _, width, _ = (float(number) for number in numbers)
    except ValueError:
        return 0
    return width


def _element(element: ElementTree.Element, prefix: str) -> str:
    """Return an element and all in it; what isn't SVG, such as an editor's notes, is left out."""
    tag = element.tag if isinstance(element.tag, str) else ""
    tail = _text(element.tail)
    if not tag.startswith(_SVG) or tag == f"{_SVG}metadata":
        return tail
    name = tag.removeprefix(_SVG)
    if name not in _DRAWN:
        raise _NotHarmlessError(name)
    inner = "".join(_element(child, prefix) for child in element)
    opened = f"{name}{_attributes(element.attrib, prefix)}"
    return f"<{opened}>{_text(element.text)}{inner}</{name}>{tail}"


def _attributes(attributes: dict[str, str], prefix: str) -> str:
    """Return attributes with a space before each, ids unlike all others of the page."""
    parts = []
    for name, value in attributes.items():
        if name in _HREF:
            if not value.startswith("#"):
                raise _NotHarmlessError(name)
            parts.append(f' href="#{escaped(prefix + value[1:])}"')
            continue
        if name == "class" or not _NAME.fullmatch(name):
            continue
        if name.lower().startswith("on"):
            raise _NotHarmlessError(name)
        if name == "id":
            value = prefix + value
        if "(" in value:  # few have one, and there are a hundred thousand of them
            if _URL.search(value):
                raise _NotHarmlessError(name)
            value = _LOCAL_URL.sub(lambda match: f"url({match[1]}#{prefix}", value)
        parts.append(f' {name}="{escaped(value)}"')
    return "".join(parts)


def _text(text: str | None) -> str:
    return escaped(text or "")
