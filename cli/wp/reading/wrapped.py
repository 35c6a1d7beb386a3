"""A document that was pasted together with the code block it stood in: ``` above it and below it.

Guides and chats show a document in such a block, and what is copied there takes the fences along.
Read as it stands, all of it would be code.
"""

import re
from typing import NamedTuple

from wp.findings import Fault
from wp.reading.source import Source

_OPENING = re.compile(r"\s*^(?P<fence>(?P<mark>`{3,}|~{3,})[^`\n]*)$\n?", re.MULTILINE)
_FENCES = re.compile(r"^ {0,3}(?:`{3,}|~{3,})[^`\n]*$", re.MULTILINE)
_LINE = re.compile(r"\s*^(?P<line>.*\S.*)$", re.MULTILINE)


class Wrapping(NamedTuple):
    """The fence that a file begins with: where its line stands, and where what it wraps begins.

    All offsets are in characters of the source; `mark` is the fence without what it says of the
    code.
    """

    start: int
    end: int
    inside: int
    mark: str

    def next_line(self, source: Source) -> str:
        """Return the first line inside that isn't empty, "" for none."""
        line = _LINE.match(source.text, self.inside)
        return line["line"] if line else ""

    def closing(self, source: Source, behind: int) -> tuple[int, int] | None:
        """Return where the line stands that ends the block, None for none.

        It comes next after `behind`, which is the end of the fields, or last in the file.
        """
        text = source.text
        fence = re.compile(rf"\s*^({re.escape(self.mark)}{self.mark[0]}*[ \t]*)$", re.MULTILINE)
        if match := fence.match(text, behind):
            return match.span(1)
        last = text.rstrip().rfind("\n") + 1
        ends = fence.match(text, last) if last >= behind else None
        # of an even number of fences the last one ends a block inside
        return ends.span(1) if ends and self._fences(text, behind) % 2 else None

    def fault(self, source: Source, behind: int) -> Fault:
        """Return the fault: at the fence, with the line that ends the block if there is one."""
        params: dict[str, str | int] = {"mark": self.mark}
        closing = self.closing(source, behind)
        if closing:
            params["last_line"] = source.span(*closing).line
        elif self._fences(source.text, behind) % 2:
            params["unclear"] = 1  # which of the fences ends the block
        return Fault("wrapped-in-code", source.span(self.start, self.end), params)

    @staticmethod
    def _fences(text: str, behind: int) -> int:
        return sum(1 for _ in _FENCES.finditer(text, behind))


def wrapping(source: Source) -> Wrapping | None:
    """Return the fence that a file begins with, None when it begins with something else."""
    match = _OPENING.match(source.text)
    if match is None:
        return None
    return Wrapping(*match.span("fence"), match.end(), match["mark"])
