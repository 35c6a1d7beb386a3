"""A rule's page, as the docstring of its module and a Danish text beside it write it.

The docstring is the English page: its first line is the title, then come `## What`, `## Why`,
`## Wrong` and `## Right`. The Danish page has the title, `## Hvad` and `## Hvorfor`; the examples
are shared.

An example is one code block or several, each of which says behind its language where it belongs:

    ```yaml content/one-pagers/jura.md          these fields take the place of the file's own
    ```markdown content/one-pagers/jura.md#Mål  this takes the place of what the heading has below
                                                it; with a heading of its own, of the heading too
    ```markdown content/one-pagers/jura.md      the text below the front matter; all of the file,
                                                when it begins with ---
    ```svg content/attachments/kort.svg         all of the file, as for any other kind
    ```link content/one-pagers/jura.md          a symbolic link to what the text says

`#A / B` is the heading B below the heading A; the beginning of a heading is enough. A document
that isn't there begins as a copy of the first in its folder, without its activities, decisions and
actions. Several blocks for a file follow each other. A character that can't be seen is written as
⟨U+0009⟩, a byte that is no UTF-8 as ⟨E6⟩, and behind ⟨EOF⟩ the file ends. Behind each wrong example
stands what it gives, of the module's rules and exactly:

    Gives: wrong-weekday, doubtful-weekday

The tests lay every example into `tests/cases_base` and hold it to that; a right one gives none.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

PARTS = {"en": ("What", "Why", "Wrong", "Right"), "da": ("Hvad", "Hvorfor", "Forkert", "Rigtigt")}
"""The headings of a page by language: what, why, wrong, right."""

_FENCE = re.compile(r"^```(\S+) ([^#\n]+)(?:#([^\n]+))?\n(.*?)\n```$", re.MULTILINE | re.DOTALL)
_GIVES = re.compile(r"^Gives: (.+(?:\n[^`\n]+)*)$", re.MULTILINE)
_HEADING = re.compile(r"^## (.+)$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A part of a file in an example; `section` is the heading that it belongs under, or ""."""

    language: str
    path: str
    section: str
    text: str


@dataclass(frozen=True, slots=True)
class Example:
    """Parts of one or more files that belong together, and the names of the rules they break."""

    excerpts: tuple[Excerpt, ...]
    gives: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Page:
    """The page of a module of rules, in one language. What is missing is empty."""

    title: str
    what: str
    why: str
    wrong: tuple[Example, ...]
    right: tuple[Example, ...]


def english_page(docstring: str) -> Page:
    """Read the page that a module's docstring is, without its indent."""
    title, parts = _parts(docstring)
    what, why, wrong, right = (parts.get(name, "") for name in PARTS["en"])
    return Page(title, what, why, _wrong(wrong), _examples(right))


def danish_page(text: str, english: Page) -> Page:
    """Read a Danish page: its own title, what and why, and the examples of the English one."""
    title, parts = _parts(text.removeprefix("# "))
    what, why = (parts.get(name, "") for name in PARTS["da"][:2])
    return Page(title, what, why, english.wrong, english.right)


def _parts(text: str) -> tuple[str, Mapping[str, str]]:
    """Return a page's title and its parts by heading; a heading in a code block is no heading."""
    fenced = [match.span() for match in re.finditer(r"^```.*?^```$", text, re.M | re.S)]
    headings = [
        match
        for match in _HEADING.finditer(text)
        if not any(start < match.start() < end for start, end in fenced)
    ]
    title = text[: headings[0].start()] if headings else text
    ends = [match.start() for match in headings[1:]] + [len(text)]
    parts = {
        match[1]: text[match.end() : end].strip()
        for match, end in zip(headings, ends, strict=False)
    }
    return title.strip(), parts


def _wrong(text: str) -> tuple[Example, ...]:
    """Return the wrong examples, each ended by what it gives."""
    # a split by a pattern with a group gives text and group in turn
    pieces: Sequence[str] = _GIVES.split(text)
    return tuple(
        Example(_excerpts(piece), tuple(gives.replace(",", " ").split()))
        for piece, gives in zip(pieces[::2], pieces[1::2], strict=False)
    )


def _examples(text: str) -> tuple[Example, ...]:
    excerpts = _excerpts(text)
    return (Example(excerpts),) if excerpts else ()


def _excerpts(text: str) -> tuple[Excerpt, ...]:
    return tuple(
        Excerpt(match[1], match[2].strip(), (match[3] or "").strip(), match[4])
        for match in _FENCE.finditer(text)
    )
