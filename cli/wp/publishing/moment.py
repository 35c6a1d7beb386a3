"""When a file says that it was made: a moment that is given, never the clock's."""

import os
from datetime import UTC, datetime

from wp.errors import WpError

VARIABLE = "SOURCE_DATE_EPOCH"


def given_moment() -> datetime | None:
    """Return the moment that `SOURCE_DATE_EPOCH` gives (seconds since 1970, UTC), None when unset.

    See reproducible-builds.org/specs/source-date-epoch. Raises `WpError` for what is no such
    number, as it asks.
    """
    text = os.environ.get(VARIABLE, "")
    if not text:
        return None
    try:
        if not (text.isascii() and text.isdigit()):
            raise ValueError(text)
        return datetime.fromtimestamp(int(text), UTC)
    except (ValueError, OverflowError, OSError) as error:
        raise WpError("bad-epoch", name=VARIABLE, value=text) from error


def moment_of(date: str) -> datetime | None:
    """Return when a document of a day (ISO date, or "") was made: the moment given, else that day.

    None when neither is known.
    """
    given = given_moment()
    if given is not None or not date:
        return given
    return datetime.fromisoformat(date).replace(tzinfo=UTC)
