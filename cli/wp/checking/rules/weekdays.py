"""Weekdays in prose: "tirsdag den 17. juni 2025" is a Tuesday.

## What
Where a weekday stands before a date, in Danish or English, the date falls on it. With a year it is
an error if they don't agree. Without one it is advice, given when the weekday fits none of the
years that may be meant: those that bring the date within about half a year of the document's own
(if the form says which field that is), and those named beside it.

## Why
Of "torsdag den 17. juni" each reader keeps either the day or the number. When they don't agree,
half of the members come on the wrong day.

## Wrong
```markdown content/minutes/2027-03-02.md#Pkt. 2 / Referat
Næste møde er torsdag den 15. juni 2027. Fristen er mandag den 15. april.
```
Gives: wrong-weekday, doubtful-weekday

## Right
```markdown content/minutes/2027-03-02.md#Pkt. 2 / Referat
Næste møde er tirsdag den 15. juni 2027. Fristen er torsdag den 15. april.
```
"""

import re
from collections.abc import Iterator
from datetime import date

from wp.checking.given import at, day
from wp.checking.lexicon import prose_with
from wp.checking.parameters import Asked
from wp.checking.phrases import fold
from wp.findings import Finding, Nature, Rule, Term
from wp.reading.document import Document
from wp.reading.prose import Prose
from wp.reading.repository import Repository

WRONG_WEEKDAY = Rule("WP711", "wrong-weekday", Nature.FALSE)
DOUBTFUL_WEEKDAY = Rule("WP712", "doubtful-weekday", Nature.ADVICE)

RULES = (WRONG_WEEKDAY, DOUBTFUL_WEEKDAY)

# `date` is the field with the document's own date, "" where it has none to understand a year by.
WEEKDAYS = Asked("weekdays", {"date": ""})
ASKED = (WEEKDAYS,)

_NEAR = 200  # days: a little more than half a year, where the year before or after may be meant

_DAYS = {
    word: number
    for names in (
        "mandag tirsdag onsdag torsdag fredag lørdag søndag",
        "monday tuesday wednesday thursday friday saturday sunday",
    )
    for number, word in enumerate(names.split())
}
_NAMED = frozenset(fold(word) + ending for word in _DAYS for ending in ("", "en"))
_MONTHS = {
    word: number
    for names in (
        "januar februar marts april maj juni juli august september oktober november december",
        "jan feb mar apr maj jun jul aug sep okt nov dec",
        "january february march april may june july august september october november december",
        "jan feb mar apr may jun jul aug sep oct nov dec",
    )
    for number, word in enumerate(names.split(), 1)
} | {"sept": 9}


def _either(words: dict[str, int], *, capital: bool) -> str:
    longest_first = sorted(words, key=len, reverse=True)
    return "|".join(word.capitalize() if capital else word for word in longest_first)


_YEAR = r"(?P<year>(?:19|20|21)[0-9]{2})(?![\w])"
_DANISH = re.compile(
    rf"\b(?P<weekday>{_either(_DAYS, capital=False)})(?:en)?,?\s+(?P<den>(?:den\s+|d\.\s*))?"
    rf"(?P<day>[0-9]{{1,2}})(?:"
    rf"\.\s*(?P<month>{_either(_MONTHS, capital=False)})\b(?:\.?\s+{_YEAR})?"
    rf"|(?P<mark>[./-])(?P<number>[0-9]{{1,2}})(?![\w])"
    rf"(?:(?:(?P=mark)|[\s-])(?P<year2>(?:19|20|21)[0-9]{{2}})(?![\w]))?)",
    re.IGNORECASE,
)
# In English a month has a capital; "may" without one is a verb.
_ENGLISH = re.compile(
    rf"\b(?P<weekday>{_either(_DAYS, capital=True)}),?\s+(?:the\s+)?(?:"
    rf"(?P<day>[0-9]{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?"
    rf"(?P<month>{_either(_MONTHS, capital=True)})\b"
    rf"|(?P<month2>{_either(_MONTHS, capital=True)})\b\.?\s+"
    rf"(?P<day2>[0-9]{{1,2}})(?:st|nd|rd|th)?\b)"
    rf"(?:[.,]?\s+{_YEAR})?"
)


def check(document: Document, repository: Repository) -> Iterator[Finding]:
    """Judge the weekdays in one document's text."""
    parameters = WEEKDAYS.of(document.template)
    if parameters is None:
        return
    own = day(document.data.get(parameters["date"]))
    for prose in prose_with(document, _NAMED):
        seen: set[int] = set()
        for pattern in (_DANISH, _ENGLISH):
            for match in pattern.finditer(prose.text):
                if match.start() not in seen:
                    seen.add(match.start())
                    yield from _judge(prose, match, own, parameters["date"])


def _judge(prose: Prose, match: re.Match[str], own: date | None, field: str) -> Iterator[Finding]:
    """Judge one weekday by the date behind it."""
    named = match.groupdict()
    written = _DAYS[named["weekday"].casefold()]
    number = int(named["day"] or named["day2"])
    word = named["month"] or named.get("month2")
    month = _MONTHS[word.casefold()] if word else int(named["number"])
    year = named["year"] or named.get("year2")
    if not word and not year and not (named["den"] and named["mark"] == "/"):
        return  # "tirsdag 10-12" is a time of day
    document = prose.document
    if year:
        when = _date(int(year), month, number)
        if when is None or when.weekday() == written:
            return
        params = _params(when, written)
        yield Finding(WRONG_WEEKDAY, document.path, prose.span(*match.span()), params)
    elif own:
        meant = _meant(prose.text, month, number, own)
        if not meant or any(when.weekday() == written for when in meant):
            return
        nearest = min(meant, key=lambda when: abs(when - own))
        related = at(document, (field,), "own-date")
        span = prose.span(*match.span())
        yield Finding(DOUBTFUL_WEEKDAY, document.path, span, _params(nearest, written), (related,))


def _params(when: date, written: int) -> dict[str, object]:
    actual, said = Term(f"weekday.{when.weekday()}"), Term(f"weekday.{written}")
    return {"date": when, "actual": actual, "written": said}


def _meant(text: str, month: int, number: int, own: date) -> list[date]:
    """Return the days that a date without a year may mean, as seen from the document's own date."""
    around = [_date(own.year + step, month, number) for step in (-1, 0, 1)]
    near = [when for when in around if when and abs((when - own).days) <= _NEAR]
    if not near:
        return []  # 29 February
    named = [_date(int(year), month, number) for year in re.findall(r"\b(?:19|20|21)\d\d\b", text)]
    return [*near, *(when for when in named if when)]


def _date(year: int, month: int, number: int) -> date | None:
    try:
        return date(year, month, number)
    except ValueError:
        return None
