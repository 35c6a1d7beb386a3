"""Patterns of paths, as `checks` in the programme has them: content/minutes/*.md, content/**."""

import re

_PIECE = re.compile(r"\*\*/|\*\*|\*|\?|[^*?]+")
_MEANS = {"**/": "(?:[^/]+/)*", "**": ".*", "*": "[^/]*", "?": "[^/]"}


def compiled(pattern: str) -> re.Pattern[str]:
    """Return a pattern that matches whole paths from the root.

    `*` and `?` stand for characters of one name, `**` for any number of folders. The name of a
    folder stands for all that is below it.
    """
    pieces = _PIECE.findall(pattern.rstrip("/"))
    means = "".join(_MEANS.get(piece, re.escape(piece)) for piece in pieces)
    return re.compile(f"{means}(?:/.*)?")
