"""What a writer probably meant."""

import pytest

from wp.checking.nearest import is_slip, nearest, only_near
from wp.checking.repairs import clock_time, decimal_number, iso_date, whole_number
from wp.checking.suggest import Suggestion, name_of, suggest


@pytest.mark.parametrize(
    ("word", "known", "near", "one"),
    [
        ("maria-rosing", ["maria-rossing", "jan-nybo"], "maria-rossing", "maria-rossing"),
        ("plan-1", ["plan-2", "plan-3"], "", ""),
        ("plan", ["plan-1", "planer"], "", ""),
        ("sundhedsplan", ["sundhedsplanen", "sundhedsplanen-1"], "sundhedsplanen", ""),
        ("x", ["jura", "hpc"], "", ""),
        ("TITLE", ["title"], "title", "title"),
        ("jura", [], "", ""),
    ],
)
def test_nearest(word: str, known: list[str], near: str, one: str) -> None:
    assert nearest(word, known) == near
    assert only_near(word, known) == one


@pytest.mark.parametrize(
    ("word", "meant", "slip"),
    [
        ("drfit", "drift", True),
        ("dta", "data", True),
        ("hihg", "high", True),
        ("maria-rosing", "maria-rossing", True),
        ("anna-exempel", "anna-eksempel", True),
        ("Søren-Åbo", "soeren-aabo", True),
        ("retsgrundlaget", "retsgrundlag", True),
        ("jurra", "jura", True),
        ("jura", "jura", True),
        ("plan-1", "plan-2", False),
        ("2027-03-02-8", "2027-03-02-1", False),
        ("regional-database", "national-database", False),
        ("jens-hansen", "jens-jensen", False),
        ("offline", "online", False),
        ("klar-regel", "klare-regler", False),
        ("a", "b", False),
        ("ab", "cb", False),
        ("", "a", False),
    ],
)
def test_a_slip_is_a_letter_an_ending_or_a_spelling(word: str, meant: str, slip: bool) -> None:
    assert is_slip(word, meant) is slip
    assert is_slip(meant, word) is slip


@pytest.mark.parametrize(
    ("word", "near", "certain"),
    [
        ("Søren Åbo", "soeren-aabo", True),
        ("soeren_aabo", "soeren-aabo", True),
        ("Formanden", "soeren-aabo", True),
        ("soeren-aboo", "soeren-aabo", True),
        ("Begge", "", False),
        ("bo", "", False),
    ],
)
def test_suggest(word: str, near: str, certain: bool) -> None:
    called: dict[str, str] = {}
    name_of(called, "Formanden", "soeren-aabo")
    name_of(called, "begge", "soeren-aabo")
    name_of(called, "Begge", "jan-nybo")
    name_of(called, None, "jan-nybo")
    assert suggest(word, ["soeren-aabo", "jan-nybo"], called) == Suggestion(near, certain)


@pytest.mark.parametrize(
    ("text", "iso", "certain"),
    [
        ("17. juni 2025", "2025-06-17", True),
        ("den 3. Oktober 2025", "2025-10-03", True),
        ("tirsdag den 17. juni 2025", "2025-06-17", True),
        ("1 okt. 2025", "2025-10-01", True),
        ("June 17th, 2025", "2025-06-17", True),
        ("17-06-2025", "2025-06-17", True),
        ("17/6-2025", "2025-06-17", True),
        ("5/5 2025", "2025-05-05", True),
        ("05-06-2025", "2025-06-05", False),
        ("2025.6.7", "2025-06-07", True),
        ("20250617", "2025-06-17", True),
        ("31-06-2025", "", False),
        ("06/17/2025", "", False),
        ("2025-13-01", "", False),
        ("juni 2025", "", False),
        ("17. jumi 2025", "", False),
        ("", "", False),
    ],
)
def test_iso_date(text: str, iso: str, certain: bool) -> None:
    assert iso_date(text) == (iso, certain)


@pytest.mark.parametrize(
    ("text", "time", "certain"),
    [
        ("12.05", "12:05", True),
        ("kl. 9.30", "09:30", True),
        ("9:5", "09:05", False),
        ("9", "09:00", False),
        ("10 - 12", "", False),
        ("middag", "", False),
    ],
)
def test_clock_time(text: str, time: str, certain: bool) -> None:
    assert clock_time(text) == (time, certain)


@pytest.mark.parametrize(
    ("text", "number", "certain"),
    [
        ("1.250.000", "1250000", True),
        ("1 250 000 kr.", "1250000", True),
        ("250.000", "250000", False),
        ("250000,-", "250000", True),
        ("1.25", "", False),
        ("1,5 mio.", "", False),
    ],
)
def test_whole_number(text: str, number: str, certain: bool) -> None:
    assert whole_number(text) == (number, certain)


def test_decimal_number() -> None:
    assert decimal_number("1,5") == ("1.5", True)
    assert decimal_number("-0,25") == ("-0.25", True)
    assert decimal_number("1,500") == ("1.500", False)
    assert decimal_number("1.5") == ("", False)
