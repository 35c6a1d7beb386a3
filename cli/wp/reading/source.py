"""One file's bytes as text, with positions that are always those of the file."""

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cached_property

from wp.findings import Fault, Span

MAX_BYTES = 2_000_000  # a document of a council is a few pages; more is a mistake or an attack

_CONTROLS = (
    "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028\u2029\ufeff\ufffe\uffff"
)
_TURNING = "\u202a-\u202e\u2066-\u2069"
_CONTROL = re.compile(f"[{_CONTROLS}]")
_BIDI = re.compile(f"[{_TURNING}]")
_UNSEEN = re.compile(f"[{_CONTROLS}{_TURNING}]")
_LETTERS = "æøåÆØÅéöäüÉÖÄÜ–’“”«»"


@dataclass(frozen=True, init=False)
class Source:
    """A file as it was read.

    `path` runs from the root with "/" between its parts. `text` is the decoded content without a
    byte order mark and with "\\n" alone at line ends; neither moves a line or a column. `data` is
    the text as UTF-8, which byte offsets of the Markdown tree count in, and all that stays in
    memory of a file that nobody looks at: a text with a dash takes twice as much.
    """

    path: str
    data: bytes = field(repr=False)

    def __init__(self, path: str, text: str, data: bytes | None = None) -> None:
        """Take a text, and the bytes that it is the text of, if they are there already."""
        object.__setattr__(self, "path", path)
        object.__setattr__(self, "data", text.encode() if data is None else data)
        self.__dict__["text"] = text

    @cached_property
    def text(self) -> str:
        """The decoded content."""
        return self.data.decode()

    @cached_property
    def _char_starts(self) -> list[int]:
        return [0] + [match.end() for match in re.finditer("\n", self.text)]

    @cached_property
    def _byte_starts(self) -> list[int]:
        return [0] + [match.end() for match in re.finditer(b"\n", self.data)]

    def forget(self) -> None:
        """Let go of what was worked out from the text; it is worked out again when asked for."""
        for name in ("text", "_char_starts", "_byte_starts"):
            self.__dict__.pop(name, None)

    def line(self, number: int) -> str:
        """Return a line's text by its number from 1, without the line end; "" past the end."""
        starts = self._char_starts
        if not 1 <= number <= len(starts):
            return ""
        end = starts[number] - 1 if number < len(starts) else len(self.text)
        return self.text[starts[number - 1] : end]

    def span(self, start: int, end: int) -> Span:
        """Return the span between two offsets in characters of `text`."""
        return Span(*self._position(start), *self._position(end))

    def byte_span(self, start: int, end: int) -> Span:
        """Return the span between two offsets in bytes of `data`."""
        return Span(*self._byte_position(start), *self._byte_position(end))

    def line_span(self, number: int) -> Span:
        """Return the span of a whole line, without the space around its text."""
        line = self.line(number)
        indent = len(line) - len(line.lstrip())
        return Span(number, indent + 1, number, max(len(line.rstrip()), indent) + 1)

    def _position(self, offset: int) -> tuple[int, int]:
        line = bisect_right(self._char_starts, offset)
        return line, offset - self._char_starts[line - 1] + 1

    def _byte_position(self, offset: int) -> tuple[int, int]:
        line = bisect_right(self._byte_starts, offset)
        before = self.data[self._byte_starts[line - 1] : offset]
        return line, len(before.decode("utf-8", "ignore")) + 1


def decode(path: str, data: bytes) -> tuple[Source, tuple[Fault, ...]]:
    """Turn a file's bytes into a `Source` and the faults found on the way.

    Bytes that aren't UTF-8 are read as the encoding they most look like, so that the rest of the
    file can still be checked.
    """
    faults: list[Fault] = []
    first = Span(1, 1, 1, 1)
    if len(data) > MAX_BYTES:
        fault = Fault("too-large", first, {"bytes": len(data), "limit": MAX_BYTES})
        return Source(path, ""), (fault,)
    encoding, text, at = _decoded(data)
    if encoding != "UTF-8":
        lines = re.split("\r\n|\r|\n", data[:at].decode("utf-8", "replace"))
        line, column = len(lines), len(lines[-1].removeprefix("\ufeff")) + 1
        here = Span(line, column, line, column + 1) if at else first
        faults.append(Fault("not-utf-8", here, {"encoding": encoding}))
    if text.startswith("\ufeff"):
        text = text[1:]
        faults.append(Fault("byte-order-mark", first, {}))
    if "\r" in text:
        before = text[: text.index("\r")]
        line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
        faults.append(Fault("carriage-return", Span(line, column, line, column), {}))
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    # a file without fault is its text, and one copy will do
    source = Source(path, text, None if faults else data)
    # nearly no file has any of these, so all are sought at once
    if not _UNSEEN.search(text):
        return source, tuple(faults)
    for name, pattern in (("control-character", _CONTROL), ("bidi-override", _BIDI)):
        if match := pattern.search(text):
            code = f"U+{ord(match.group()):04X}"
            faults.append(Fault(name, source.span(match.start(), match.end()), {"character": code}))
    # YAML and the output formats allow no control characters; a space keeps every position.
    return Source(path, _BIDI.sub(" ", _CONTROL.sub(" ", text))), tuple(faults)


def _decoded(data: bytes) -> tuple[str, str, int]:
    """Return a file's encoding, its text, and where its first byte that isn't UTF-8 stands.

    Of the encodings with one byte a letter, it is the one that gives most Danish letters.
    """
    if codec := _wide(data):
        return "UTF-16", data.decode(codec, "replace"), 0
    try:
        return "UTF-8", data.decode("utf-8"), 0
    except UnicodeDecodeError as error:
        at = error.start
    candidates = [("Windows-1252", "cp1252"), ("Mac OS Roman", "mac_roman"), ("DOS 865", "cp865")]
    texts = [(name, data.decode(codec, "replace"), at) for name, codec in candidates]
    return max(texts, key=lambda item: sum(item[1].count(letter) for letter in _LETTERS))


def _wide(data: bytes) -> str:
    """Return the codec of UTF-16, with a mark or with a NUL in most pairs of bytes, else ""."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return "utf-16"
    start = data[:400]
    for first, codec in ((1, "utf-16-le"), (0, "utf-16-be")):
        # plain letters in UTF-16 are valid UTF-8, with a NUL beside each
        if start[first::2].count(0) > max(len(start) // 4, 4):
            return codec
    return ""
