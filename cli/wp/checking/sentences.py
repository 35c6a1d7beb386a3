"""Where the sentences of a text begin and end, in Danish and English.

A sentence ends at a full stop, a question mark or an exclamation mark before a word with a capital
letter, and at the end of its block. A full stop after an abbreviation or an initial isn't one: "jf.
Kræftplan V", "A. Berg".
"""

import re
from collections.abc import Iterator

# What a full stop stands behind in the middle of a sentence, even before a name, in lower case.
_ABBREVIATED = (
    "adm afd art bl.a ca cand cf co d dir dr dvs e.g evt f.eks fhv fr fx hhv hr i.e ifm ift inkl "
    "inst jf jfr kap kgl kl lic mr mrs ms nr pkt prof red resp sct skt sml st stk stud tlf v vedr "
    "vha vs"
)
_SHORT = frozenset(_ABBREVIATED.split())
_STOP = re.compile(r"[.!?…]+[\"”’')\]»]*(?=\s+[\"“„‘'(\[«–-]*\s*[^\W\d_a-zæøåäöé])")
_BEFORE = re.compile(r"(?:^|[\s(\[“\"»])([^\s(\[“\"»]+)$")
_LONGEST = 24  # characters before a full stop that are looked at


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """Yield where each sentence of a block's text begins and ends, without the space around it."""
    start = 0
    for stop in _STOP.finditer(text):
        if (
            stop.group()[0] == "."
            and not stop.group().startswith("..")
            and _goes_on(text[start : stop.start()])
        ):
            continue
        yield from _trimmed(text, start, stop.end())
        start = stop.end()
    yield from _trimmed(text, start, len(text))


def _goes_on(before: str) -> bool:
    """Say whether a full stop after this belongs to its last word."""
    match = _BEFORE.search(before[-_LONGEST:])
    if match is None:
        return False
    word = match[1].casefold()
    # the number of a list's entry, written by hand, begins a sentence
    return word in _SHORT or (len(word) == 1 and word.isalpha()) or before.strip().isdecimal()


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    part = text[start:end]
    if part.strip():
        yield start + len(part) - len(part.lstrip()), start + len(part.rstrip())
