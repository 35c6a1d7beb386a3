"""Spaces that YAML takes for letters, where they can only be meant as spaces.

Word and a Mac (Alt+Space) write no-break spaces, which look like any other. Before a field, after
its colon and at the end of a line they are read as what they look like.
"""

import re

from wp.reading.source import Source

_ODD = "\u00a0\u2007\u2009\u202f"
_ANY = re.compile(f"[{_ODD}]")
_SPACES = f"[ {_ODD}]"
_BEFORE = re.compile(
    rf"^{_SPACES}*(?:-{_SPACES}+)*(?:[^\s:#'\"-][^\s:#'\"]*:{_SPACES}+)?", re.MULTILINE
)
_AT_END = re.compile(rf"{_SPACES}+$", re.MULTILINE)


def odd_spaces(text: str, start: int, end: int) -> list[int]:
    """Return where such spaces stand in the fields between two offsets, all in characters."""
    if not _ANY.search(text, start, end):
        return []
    fields = text[start:end]
    runs = [match.span() for pattern in (_BEFORE, _AT_END) for match in pattern.finditer(fields)]
    found = {start + at for first, last in runs for at in range(first, last) if fields[at] in _ODD}
    return sorted(found)


def with_plain_spaces(source: Source, start: int, end: int) -> Source:
    """Return a source with plain spaces for those, so that everything stays where it is."""
    places = odd_spaces(source.text, start, end)
    if not places:
        return source
    letters = list(source.text)
    for at in places:
        letters[at] = " "
    return Source(source.path, "".join(letters))
