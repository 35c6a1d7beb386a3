"""The fences around front matter, found by a python-frontmatter handler that keeps positions.

python-frontmatter alone strips the body, which moves its lines, and takes a missing closing fence
for no front matter at all. The handler here reads the original text, so both are seen. So is what
happens to fences in practice: Word makes a dash of the three hyphens, or one of the lines is lost.
"""

import re
from typing import Any

import frontmatter
from frontmatter.default_handlers import YAMLHandler

from wp.findings import Fault, Span
from wp.reading.source import Source
from wp.reading.wrapped import Wrapping, wrapping
from wp.reading.yaml_core import Yaml, read_yaml

_FIRST_LINE = re.compile(r"\s*^(?P<line>.*\S.*)$", re.MULTILINE)
_FENCE = re.compile(r"---[ \t]*")
_DASHES = re.compile(r"[ \t]*[-–—]+[ \t]*")
_FIELD = re.compile(r"[A-Za-z_][\w-]*:(\s|$)")
_CLOSING = re.compile(r"^(---|\.\.\.)[ \t]*$", re.MULTILINE)
_ALMOST_CLOSING = re.compile(r"^(--|----+|[-–—]*[–—][-–—]*)[ \t]*$", re.MULTILINE)
_HEADING = re.compile(r"^#{1,6} \S", re.MULTILINE)
_SECTION = re.compile(r"^##{1,5} \S", re.MULTILINE)


class FrontMatterHandler(YAMLHandler):
    """Splits one source. After `split`, `yaml`, `body_start` and `faults` tell what was found.

    `body_start` is an offset in characters of the source.
    """

    def __init__(self, source: Source) -> None:
        super().__init__()
        self.source = source
        self.faults: list[Fault] = []
        self.body_start = 0
        self.yaml = Yaml({}, (), False, source, 0, 0)
        self._front = (0, 0)
        self._fence = (0, 0)
        self._open = False
        self._wrapping: Wrapping | None = None

    def split(self, text: str) -> tuple[str, str]:
        """Return front matter and body, cut from the source itself rather than from `text`.

        Raises `ValueError`, which python-frontmatter takes for "no front matter", if there is none.
        """
        source = self.source.text
        start = self._opening()
        closing = _CLOSING.search(source, start)
        if closing is None and (closing := _ALMOST_CLOSING.search(source, start)):
            self._fault("front-matter-fence", *closing.span())
        heading = None
        if closing is None:
            heading = _HEADING.search(source, start)
            end = self.body_start = heading.start() if heading else len(source)
            self._open = True
        else:
            end, self.body_start = closing.start(), min(closing.end() + 1, len(source))
            heading = _SECTION.search(source, start, end)
            # a heading reads as a comment; the text below it does not, and the fence is a rule
            if heading and not read_yaml(self.source, start, end).complete:
                end = self.body_start = heading.start()
                self._open = True
        self._front = (start, end)
        if self._wrapping:
            self.faults.append(self._wrapping.fault(self.source, self.body_start))
            after = self._wrapping.closing(self.source, self.body_start)
            if after and not source[self.body_start : after[0]].strip():
                self.body_start = min(after[1] + 1, len(source))
        return source[start:end], source[self.body_start :]

    def _missing_fence(self) -> Span:
        """Return the line that the closing fence should stand above; without text, the opening."""
        if self.body_start < len(self.source.text):
            at = self.source.span(self.body_start, self.body_start)
            return self.source.line_span(at.line)
        return self.source.span(*self._fence)

    def load(self, fm: str, **kwargs: object) -> dict[str, Any]:
        """Read the front matter; anything but a mapping is a fault and gives an empty one."""
        self.yaml = read_yaml(self.source, *self._front)
        if self._open:
            self.faults.append(Fault("front-matter-open", self._missing_fence()))
        if self.yaml.complete or not self._open:
            self.faults.extend(self.yaml.faults)
        if isinstance(self.yaml.value, dict):
            return self.yaml.value
        if self.yaml.complete and self.yaml.value is not None:
            span = self.source.span(self.yaml.place.start, self.yaml.place.start)
            self.faults.append(Fault("front-matter-not-mapping", self.source.line_span(span.line)))
        return {}

    def _opening(self) -> int:
        """Return where the front matter begins, after its opening fence if it has one.

        Raises `ValueError` when the file begins with something else.
        """
        source = self.source.text
        first = _FIRST_LINE.match(source)
        around = wrapping(self.source)
        if around and _DASHES.fullmatch(around.next_line(self.source)):
            self._wrapping, first = around, _FIRST_LINE.match(source, around.inside)
        if first is not None:
            line, (at, end) = first["line"], first.span("line")
            self._fence = at, end
            fenced = _DASHES.fullmatch(line)
            if fenced and not _FENCE.fullmatch(line):
                self._fault("front-matter-fence", at, end)
            if fenced:
                if source[:at].strip(" \t") and not self._wrapping:
                    self._fault("front-matter-not-first", at, end)
                return min(end + 1, len(source))
            if _FIELD.match(line) and _CLOSING.search(source, end):
                self._fault("front-matter-unopened", at, end)
                return at
        self.faults.append(Fault("front-matter-missing", self.source.line_span(1)))
        raise ValueError("no front matter")

    def _fault(self, name: str, start: int, end: int) -> None:
        self.faults.append(Fault(name, self.source.span(start, end)))


def read_front_matter(source: Source) -> tuple[dict[str, Any], FrontMatterHandler]:
    """Return a document's front matter and the handler that knows where everything stands."""
    handler = FrontMatterHandler(source)
    # not `loads`: its `Post` takes fields by name, and one called "content" is an error there
    data, _ = frontmatter.parse(source.text, handler=handler)
    return data, handler
