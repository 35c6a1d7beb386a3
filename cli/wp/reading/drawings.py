"""Drawings (SVG) and other XML: whether a browser that opens one could run or fetch anything.

See SVG 2, 2.7 (secure static mode): no scripts, no references to anywhere else, nothing that moves.
Read with expat alone, which fetches nothing; a declared entity ends the reading at once.
"""

import re
from collections.abc import Mapping
from xml.parsers import expat

from wp.findings import Fault, Span

_SVG = "http://www.w3.org/2000/svg"
_RUN = frozenset(
    {"script", "foreignobject", "iframe", "embed", "object", "handler", "listener"}
    | {"audio", "video", "canvas"}
)
_MOVE = frozenset({"set", "animate", "animatetransform", "animatemotion", "animatecolor"})
_OTHERS = frozenset({"http://www.w3.org/1999/xhtml", "http://www.w3.org/1998/Math/MathML"})
_IGNORED = re.compile("[\x00-\x20\x7f-\xa0]")
_DATA = re.compile(r"data:image/(?:png|jpe?g|gif|webp)[;,]", re.IGNORECASE)
_WEB = re.compile(r"(?:https?|mailto):", re.IGNORECASE)
_REACH = re.compile(
    r"@import|image-set\(|expression\(|-moz-binding|behavior:|javascript:"
    r"|url\((?![\"']?(?:#|data:image/(?:png|jpe?g|gif|webp)[;,]))",
    re.IGNORECASE,
)
_ESCAPE = re.compile(r"\\([0-9a-fA-F]{1,6})\s?|\\(.)", re.DOTALL)
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)


class _FoundError(Exception):
    """Something that could run or fetch: what, in few words."""


def drawing_fault(data: bytes, *, is_picture: bool) -> Fault | None:
    """Return the first thing in XML that could run or fetch, at its place, None for none.

    `is_picture` says that it must be a drawing that can be shown, else `broken-picture`.
    """
    parser = expat.ParserCreate(namespace_separator="\n")
    parser.buffer_text = True
    reading = _Reading(parser)
    parser.StartElementHandler = reading.start
    parser.EndElementHandler = reading.end
    parser.CharacterDataHandler = reading.text
    parser.EntityDeclHandler = reading.entity
    parser.ProcessingInstructionHandler = reading.instruction
    try:
        parser.Parse(data, True)
    except _FoundError as found:
        line, column = reading.place
        span = Span(line, column, line, column)
        return Fault("drawing-runs", span, {"what": str(found)})
    except (expat.ExpatError, ValueError, LookupError):
        line = max(parser.ErrorLineNumber, 1)
        return _broken(line) if is_picture else None
    return _broken(1) if is_picture and reading.root != (_SVG, "svg") else None


def _broken(line: int) -> Fault:
    return Fault("broken-picture", Span(line, 1, line, 1), {"reason": "xml", "line": line})


class _Reading:
    """What expat tells, in its order."""

    def __init__(self, parser: expat.XMLParserType) -> None:
        self.parser = parser
        self.place = 1, 1
        self.root: tuple[str, str] | None = None
        self.styles, self.style = 0, ""

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        self._stand()
        space, _, local = name.rpartition("\n")
        self.root = self.root or (space, local)
        lower = local.lower()
        if lower in _RUN or space in _OTHERS:
            raise _FoundError(f"<{local}>")
        if lower == "style":
            self.styles, self.style = self.styles + 1, ""
        for key, value in attributes.items():
            _judge(lower, key.rpartition("\n")[2], value)

    def end(self, name: str) -> None:
        if name.rpartition("\n")[2].lower() == "style":
            self._stand()
            self.styles -= 1
            # whole, for a comment in the middle of a word parts it here and nowhere else
            if reaching := _reaches(self.style):
                raise _FoundError(reaching)

    def _stand(self) -> None:
        # after an exception expat has gone on
        self.place = self.parser.CurrentLineNumber, self.parser.CurrentColumnNumber + 1

    def text(self, text: str) -> None:
        if self.styles:
            self.style += text

    def entity(self, name: str, *_: object) -> None:
        self._stand()
        raise _FoundError(f"<!ENTITY {name}>")

    def instruction(self, target: str, _: str) -> None:
        self._stand()
        if target.lower() != "xpacket":  # metadata, as Adobe's programs leave it
            raise _FoundError(f"<?{target}?>")


def _judge(element: str, name: str, value: str) -> None:
    lower = name.lower()
    if lower.startswith("on"):
        raise _FoundError(f"{name}=")
    moved = value.rpartition(":")[2].strip().lower()
    if element in _MOVE and lower == "attributename" and (moved == "href" or moved[:2] == "on"):
        raise _FoundError(f'<{element} {name}="{value}">')
    plain = _IGNORED.sub("", value)
    if lower in ("href", "src", "base"):
        is_page = element == "a" and _WEB.match(plain)
        if plain and not (plain.startswith("#") or _DATA.match(plain) or is_page):
            raise _FoundError(f'{name}="{plain[:60]}"')
    elif reaching := _reaches(value):
        raise _FoundError(reaching)


def _reaches(style: str) -> str:
    """Return what in a style, or an attribute that holds one, leads elsewhere; "" for nothing."""
    plain = _ESCAPE.sub(_unescaped, _COMMENT.sub("", style))
    match = _REACH.search(_IGNORED.sub("", plain))
    return plain[:60] if match else ""


def _unescaped(match: re.Match[str]) -> str:
    try:
        return chr(int(match[1], 16)) if match[1] else match[2]
    except (ValueError, OverflowError):
        return "\ufffd"
