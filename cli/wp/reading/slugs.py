"""Names made of text: a heading's anchor as GitHub makes it, an id as this project writes one."""

import re
import unicodedata
from collections.abc import Iterable, Iterator

_NOT_IN_ID = re.compile(r"[^a-z0-9]+")
# How Danish letters and their neighbours are spelled in an id; other accents are left out.
_SPELLED = str.maketrans(
    {"æ": "ae", "ø": "oe", "å": "aa", "ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "œ": "oe"}
    | {"ð": "d", "đ": "d", "þ": "th", "ł": "l", "'": "", "’": ""}
)


def slug(title: str) -> str:
    """Return the anchor that GitHub gives a heading with this text, letters like æøå kept.

    The rule is that of GitHub's own page and of the package github-slugger: lower case, everything
    but letters, digits, hyphens, underscores and spaces left out, spaces to hyphens.
    """
    text = unicodedata.normalize("NFC", title).strip().lower()
    return "".join(char for char in text if _in_slug(char)).replace(" ", "-")


def _in_slug(char: str) -> bool:
    category = unicodedata.category(char)
    return char in "- " or category[0] in "LM" or category in ("Nd", "Nl", "Pc")


def slugs(titles: Iterable[str]) -> Iterator[str]:
    """Yield the anchors of a document's headings in order; a repeated one gets -1, -2, …."""
    seen: dict[str, int] = {}
    for title in titles:
        first = name = slug(title)
        while name in seen:
            seen[first] += 1
            name = f"{first}-{seen[first]}"
        seen[name] = 0
        yield name


def make_id(text: str) -> str:
    """Return the id that a name or a title has: lower case, æ→ae, ø→oe, å→aa, hyphens.

    The result is "" when the text has no letter or digit that an id can be made of.
    """
    text = unicodedata.normalize("NFC", text).lower().translate(_SPELLED)
    plain = unicodedata.normalize("NFKD", text)
    bare = "".join(char for char in plain if not unicodedata.combining(char))
    return _NOT_IN_ID.sub("-", bare).strip("-")
