"""The comments in front matter and registers, and the fields and items that they count for."""

import re
from bisect import bisect_right
from collections.abc import Iterator

from wp.checking.ignoring.grammar import HINT, is_candidate
from wp.checking.ignoring.lines import NO_LINES, Lines
from wp.findings import Span
from wp.reading.document import Document
from wp.reading.yaml_core import Place

_BLOCK_TEXT = re.compile(r"[|>][-+0-9]*[ \t]+")
_Stretch = tuple[int, int]  # offsets in characters of the file


class Fields:
    """The YAML of one file: which stretches are texts, which are fields or items of lists."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.texts: list[_Stretch] = []
        self.entries: list[_Stretch] = []
        closed: list[_Stretch] = []
        stack: list[Place] = [document.place]
        while stack:
            place = stack.pop()
            closed += place.keys.values()
            for key, part in place.parts.items():
                begin = place.keys[key][0] if isinstance(key, str) else part.start
                self.entries.append((begin, part.end))
                if part.parts:
                    stack.append(part)
                else:
                    self.texts.append((part.start, part.end))
        self.texts.sort()
        self.entries.sort()
        self.closed = sorted(self.texts + closed)
        self._known: dict[int, Lines] = {}

    def comments(self) -> Iterator[tuple[int, int, int, Lines]]:
        """Yield each comment that may make an exception, with the lines that it counts for.

        It is given by the offsets of its `#`, of the text behind that, and of its end.
        """
        text, end = self.document.source.text, self.document.body_start
        start = 0
        while start < end:
            stop = text.find("\n", start, end)
            stop = end if stop < 0 else stop
            if HINT.search(text, start, stop):
                at = self._begins(start, stop)
                behind = next((i for i in range(at, stop) if text[i] != "#"), stop)
                if at < stop and is_candidate(text[behind:stop]):
                    alone = not text[start:at].strip()
                    yield at, behind, stop, self._next(at) if alone else self._on(at)
            start = stop + 1

    def _begins(self, start: int, stop: int) -> int:
        """Return where a line's comment begins, its end if it has none."""
        text = self.document.source.text
        for at in range(start, stop):
            if text[at] == "#" and (at == start or text[at - 1] in " \t") and not self._in_text(at):
                return at
        return stop

    def _in_text(self, at: int) -> bool:
        number = bisect_right(self.closed, at, key=lambda stretch: stretch[0])
        if not number:
            return False
        begin, end = self.closed[number - 1]
        # behind the mark of a folded text there may be a comment
        header = self.document.source.text[begin:at]
        return at < end and _BLOCK_TEXT.fullmatch(header) is None

    def _next(self, at: int) -> Lines:
        """Return the lines of the next field or item; the widest of those that begin together."""
        number = bisect_right(self.entries, at, key=lambda stretch: stretch[0])
        if number == len(self.entries):
            return NO_LINES if self.document.complete else self._next_line(at)
        if number not in self._known:
            first = self._span(*self.entries[number])
            last = first.end_line
            for entry in self.entries[number + 1 :]:
                span = self._span(*entry)
                if span.line != first.line:
                    break
                last = max(last, span.end_line)
            self._known[number] = first.line, last
        return self._known[number]

    def _next_line(self, at: int) -> Lines:
        """Return the next line that isn't a comment, where it isn't known what belongs together."""
        source = self.document.source
        line = source.span(at, at).line + 1
        while source.line(line).strip().startswith("#"):
            line += 1
        return line, line

    def _on(self, at: int) -> Lines:
        """Return the line of an offset, and those of a text on it that runs over several."""
        line = self.document.source.span(at, at).line
        first = last = line
        number = bisect_right(self.texts, at, key=lambda stretch: stretch[0])
        for text in reversed(self.texts[:number]):
            span = self._span(*text)
            if span.end_line < line:
                break
            first, last = min(first, span.line), max(last, span.end_line)
        return first, last

    def _span(self, start: int, end: int) -> Span:
        """Return a span without the blank lines that YAML counts as part of a text."""
        written = self.document.source.text[start:end].rstrip()
        return self.document.source.span(start, start + len(written))
