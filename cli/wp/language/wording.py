"""Dates, times and amounts as a reader in Denmark or an English-speaking country writes them.

Danish forms follow Dansk Sprognævn, Retskrivningsordbogen § 42 and its appendix on numbers: the
day with a full stop, the month in lower case, a full stop between hours and minutes, a comma before
decimals. A non-breaking space keeps a number and what it counts on one line.
"""

from datetime import date as calendar_date
from typing import Literal

Language = Literal["da", "en"]
NBSP = "\u00a0"
_MILLION = 1_000_000

_MONTHS = {
    "da": "januar februar marts april maj juni juli august september oktober november december",
    "en": "January February March April May June July August September October November December",
}
# "maj" and "May" are no abbreviations; Danish ones take a full stop.
_SHORT_MONTHS = {
    "da": "jan. feb. mar. apr. maj jun. jul. aug. sep. okt. nov. dec.",
    "en": "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec",
}
_WEEKDAYS = {
    "da": "mandag tirsdag onsdag torsdag fredag lørdag søndag",
    "en": "Monday Tuesday Wednesday Thursday Friday Saturday Sunday",
}
_CURRENCY = {"da": {"DKK": "kr.", "EUR": "euro"}, "en": {"DKK": "DKK", "EUR": "EUR"}}


def date(iso: str, language: Language) -> str:
    """Return an ISO date in words: "17. juni 2025", "17 June 2025"; "" for ""."""
    day = _day(iso)
    if day is None:
        return iso
    month = _MONTHS[language].split()[day.month - 1]
    dot = "." if language == "da" else ""
    return f"{day.day}{dot}{NBSP}{month} {day.year}"


def weekday(iso: str, language: Language) -> str:
    """Return the name of a date's day: "tirsdag", "Tuesday"; "" for ""."""
    day = _day(iso)
    return _WEEKDAYS[language].split()[day.weekday()] if day else ""


def month(iso: str, language: Language) -> str:
    """Return an ISO date's month, shortened for a table: "jun. 2025", "Jun 2025"; "" for ""."""
    day = _day(iso)
    return f"{_SHORT_MONTHS[language].split()[day.month - 1]}{NBSP}{day.year}" if day else iso


def months(start: str, end: str, language: Language) -> str:
    """Return two dates as a stretch of months for a table: "jan.–mar. 2027"; "" for none."""
    first, last = month(start, language), month(end, language)
    if not first or not last or first == last:
        return first or last
    if start[:4] == end[:4] and first.endswith(start[:4]):
        return f"{first[: -len(NBSP) - 4]}–{last}"
    return f"{first} – {last}"


def period(start: str, end: str, language: Language) -> str:
    """Return two dates as a period: whole years as "2027–2030", else both dates; "" for none."""
    if start.endswith("-01-01") and end.endswith("-12-31"):
        return start[:4] if start[:4] == end[:4] else f"{start[:4]}–{end[:4]}"
    return f"{date(start, language)} – {date(end, language)}".strip(" –")


def time(clock: str, language: Language) -> str:
    """Return a time of day written "12:05" as "12.05" in Danish, unchanged in English."""
    return clock.replace(":", ".") if language == "da" else clock


def number(value: float, language: Language, decimals: int = 0) -> str:
    """Return a number with its thousands parted: "1.234,5" in Danish, "1,234.5" in English."""
    text = f"{value:,.{decimals}f}"
    return text.translate(str.maketrans(",.", ".,")) if language == "da" else text


def money(amount: int, currency: str, language: Language) -> str:
    """Return an amount in words: "1,5 mio. kr.", "350.000 kr."; "DKK 1.5 million"."""
    unit = _CURRENCY[language].get(currency, currency)
    if abs(amount) < _MILLION:
        whole = number(amount, language)
        return f"{whole}{NBSP}{unit}" if language == "da" else f"{unit}{NBSP}{whole}"
    short = millions(amount, language)
    if language == "da":
        return f"{short}{NBSP}mio.{NBSP}{unit}"
    return f"{unit}{NBSP}{short}{NBSP}million"


def millions(amount: int, language: Language, decimals: int = 0) -> str:
    """Return an amount in millions, exact: "1,5", "0,25", "12"; with `decimals` at least so many.

    The smallest part that is shown is one unit.
    """
    needed = next(n for n in range(7) if amount * 10**n % _MILLION == 0)
    return number(amount / _MILLION, language, max(needed, decimals))


def _day(iso: str) -> calendar_date | None:
    try:
        return calendar_date.fromisoformat(iso)
    except ValueError:
        return None
