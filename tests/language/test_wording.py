"""Dates, times and amounts as they are written in Denmark and in English."""

import pytest

from wp.language import wording

NB = "\u00a0"


@pytest.mark.parametrize(
    ("iso", "danish", "english"),
    [
        ("2025-06-17", f"17.{NB}juni 2025", f"17{NB}June 2025"),
        ("2027-01-01", f"1.{NB}januar 2027", f"1{NB}January 2027"),
        ("", "", ""),
        ("engang i maj", "engang i maj", "engang i maj"),
    ],
)
def test_a_date_in_words(iso: str, danish: str, english: str) -> None:
    assert wording.date(iso, "da") == danish
    assert wording.date(iso, "en") == english


def test_a_day_of_the_week() -> None:
    assert wording.weekday("2025-06-17", "da") == "tirsdag"
    assert wording.weekday("2025-06-17", "en") == "Tuesday"
    assert wording.weekday("", "da") == ""


def test_a_month_in_a_table() -> None:
    assert wording.month("2027-09-30", "da") == f"sep.{NB}2027"
    assert wording.month("2027-05-01", "da") == f"maj{NB}2027"
    assert wording.month("2027-09-30", "en") == f"Sep{NB}2027"


@pytest.mark.parametrize(
    ("start", "end", "danish"),
    [
        ("2027-01-01", "2027-03-31", f"jan.–mar.{NB}2027"),
        ("2027-05-01", "2027-05-31", f"maj{NB}2027"),
        ("2027-11-01", "2028-02-28", f"nov.{NB}2027 – feb.{NB}2028"),
        ("2027-11-01", "", f"nov.{NB}2027"),
        ("", "", ""),
    ],
)
def test_a_stretch_of_months(start: str, end: str, danish: str) -> None:
    assert wording.months(start, end, "da") == danish


@pytest.mark.parametrize(
    ("start", "end", "danish"),
    [
        ("2027-01-01", "2030-12-31", "2027–2030"),
        ("2027-01-01", "2027-12-31", "2027"),
        ("2027-03-01", "2027-09-30", f"1.{NB}marts 2027 – 30.{NB}september 2027"),
        ("2027-03-01", "", f"1.{NB}marts 2027"),
        ("", "", ""),
    ],
)
def test_a_period(start: str, end: str, danish: str) -> None:
    assert wording.period(start, end, "da") == danish


def test_a_time_of_day() -> None:
    assert wording.time("12:05", "da") == "12.05"
    assert wording.time("12:05", "en") == "12:05"


@pytest.mark.parametrize(
    ("amount", "danish", "english"),
    [
        (1_500_000, f"1,5{NB}mio.{NB}kr.", f"DKK{NB}1.5{NB}million"),
        (350_000, f"350.000{NB}kr.", f"DKK{NB}350,000"),
        (0, f"0{NB}kr.", f"DKK{NB}0"),
        (12_000_000, f"12{NB}mio.{NB}kr.", f"DKK{NB}12{NB}million"),
        (1_234_567, f"1,234567{NB}mio.{NB}kr.", f"DKK{NB}1.234567{NB}million"),
        (-2_250_000, f"-2,25{NB}mio.{NB}kr.", f"DKK{NB}-2.25{NB}million"),
    ],
)
def test_an_amount(amount: int, danish: str, english: str) -> None:
    assert wording.money(amount, "DKK", "da") == danish
    assert wording.money(amount, "DKK", "en") == english


def test_a_column_of_millions_has_its_decimals_in_line() -> None:
    amounts = [1_850_000, 2_000_000, 125_000]
    assert [wording.millions(a, "da", 2) for a in amounts] == ["1,85", "2,00", "0,125"]
    assert [wording.millions(a, "en") for a in amounts] == ["1.85", "2", "0.125"]
