"""What a value was meant to be, where the form leaves no doubt: dates, times, quotation marks."""

import re
from collections.abc import Iterator
from datetime import date

_MONTHS = {
    month: number
    for names in (
        "januar februar marts april maj juni juli august september oktober november december",
        "january february march april may june july august september october november december",
        "jan feb mar apr maj jun jul aug sep okt nov dec",
        "jan feb mar apr may jun jul aug sept oct nov dec",
    )
    for number, month in enumerate(names.split(), 1)
}
_DAY_FIRST = re.compile(r"(?:den )?(\d{1,2})[-./ ]+(\d{1,2})[-./ ]+(\d{4})")
_YEAR_FIRST = re.compile(r"(\d{4})[-./ ]?(\d{1,2})[-./ ]?(\d{1,2})")
_IN_WORDS = re.compile(r"(?:\w+dag )?(?:den )?(\d{1,2})\.? ?([a-zæøå]+)\.? ?(\d{4})")
_MONTH_FIRST = re.compile(r"([a-z]+)\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})")
_TIME = re.compile(r"(?:kl\. ?|kl )?(\d{1,2})(?:[.:,h ] ?(\d{1,2}))?")
_DIGITS = 2  # of an hour or a minute as it should be written


def iso_date(text: str) -> tuple[str, bool]:
    """Return the ISO date that a text stands for, "" for none, and whether nothing else fits it.

    Days come before months, as in Danish; where both are at most twelve, that is only a guess.
    """
    text = " ".join(text.casefold().split())
    for year, month, day, certain in _readings(text):
        try:
            return date(year, month, day).isoformat(), certain
        except ValueError:
            continue
    return "", False


def _readings(text: str) -> Iterator[tuple[int, int, int, bool]]:
    """Yield what a text may mean as year, month and day, and whether it can mean nothing else."""
    if match := _YEAR_FIRST.fullmatch(text):
        yield int(match[1]), int(match[2]), int(match[3]), True
    if match := _DAY_FIRST.fullmatch(text):
        day, month = int(match[1]), int(match[2])
        yield int(match[3]), month, day, day > max(_MONTHS.values()) or day == month
    if (match := _IN_WORDS.fullmatch(text)) and match[2] in _MONTHS:
        yield int(match[3]), _MONTHS[match[2]], int(match[1]), True
    if (match := _MONTH_FIRST.fullmatch(text)) and match[1] in _MONTHS:
        yield int(match[3]), _MONTHS[match[1]], int(match[2]), True


def clock_time(text: str) -> tuple[str, bool]:
    """Return the time, as 09:05, that a text stands for, "" for none, and whether it is certain.

    A lone hour and a minute of one digit are guesses: "9:5" may be five or fifty past.
    """
    match = _TIME.fullmatch(" ".join(text.casefold().split()))
    if match is None:
        return "", False
    minutes = match[2] or ""
    return f"{int(match[1]):02}:{minutes:0>2}", len(minutes) == _DIGITS


_GROUPED = re.compile(r"(\d{1,3}(?:[. ]\d{3})+|\d+)(?:,-|\s*(?:kr\.?|dkk))?")


def whole_number(text: str) -> tuple[str, bool]:
    """Return the whole number that a text stands for, "" for none, and whether that is certain.

    "1.250.000 kr." is 1250000; "250.000" is probably 250000 but might be 250 with decimals.
    """
    match = _GROUPED.fullmatch(" ".join(text.casefold().split()))
    if match is None:
        return "", False
    number = match[1].replace(".", "").replace(" ", "")
    return number, match[1].count(".") != 1


_DECIMAL = re.compile(r"(-?\d+),(\d+)")
_THOUSANDS = 3  # digits after a comma that may as well part thousands
_SAID = {"ja": "true", "yes": "true", "nej": "false", "no": "false"}
_CURLY = re.compile("[“”„‟«»]([^“”„‟«»]+)[“”„‟«»]")


def decimal_number(text: str) -> tuple[str, bool]:
    """Return the number that a text with a decimal comma stands for, and whether it is certain."""
    match = _DECIMAL.fullmatch(text.strip())
    return (f"{match[1]}.{match[2]}", len(match[2]) != _THOUSANDS) if match else ("", False)


def yes_or_no(text: str) -> tuple[str, bool]:
    """Return `true` or `false` for a yes or a no, "" for anything else; it is always certain."""
    return _SAID.get(text.strip().casefold(), ""), True


def without_curly_quotes(value: str) -> str:
    """Return a value without Word's quotation marks around the whole of it, which are letters."""
    return match[1] if (match := _CURLY.fullmatch(value)) else value
