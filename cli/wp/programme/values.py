"""Reads front matter that may lack anything: what isn't there, or isn't of its type, is empty."""

from collections.abc import Mapping
from datetime import date
from typing import Any

LAST = "9999"  # in place of a date that isn't given, sorts after every date


def text(data: Mapping[str, Any], key: str) -> str:
    """Return a text, "" for none; a number is taken as it would be written."""
    value = data.get(key)
    if isinstance(value, str):
        return value
    return str(value) if isinstance(value, int | float) and not isinstance(value, bool) else ""


def whole(data: Mapping[str, Any], key: str) -> int | None:
    """Return a whole number, None for none."""
    value = data.get(key)
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def mapping(data: Mapping[str, Any], key: str) -> Mapping[str, Any]:
    """Return a mapping."""
    value = data.get(key)
    return value if isinstance(value, dict) else {}


def mappings(data: Mapping[str, Any], key: str) -> list[Mapping[str, Any]]:
    """Return the mappings of a list."""
    value = data.get(key)
    return [item for item in value if isinstance(item, dict)] if isinstance(value, list) else []


def texts(data: Mapping[str, Any], key: str) -> list[str]:
    """Return the texts of a list."""
    value = data.get(key)
    return [item for item in value if isinstance(item, str)] if isinstance(value, list) else []


def amounts(data: Mapping[str, Any], key: str) -> dict[int, int]:
    """Return the amounts of a mapping from years, by year."""
    given = mapping(data, key)
    years = sorted(int(year) for year in given if year.isascii() and year.isdecimal())
    found = {year: whole(given, str(year)) for year in years}
    return {year: amount for year, amount in found.items() if amount is not None}


def day(iso: str) -> date | None:
    """Return the day of an ISO date, None for anything else."""
    try:
        return date.fromisoformat(iso)
    except ValueError:
        return None


def years_between(start: str, end: str) -> range:
    """Return the years that two ISO dates span, none when one of them isn't given."""
    first, last = day(start), day(end)
    return range(first.year, last.year + 1) if first and last else range(0)
