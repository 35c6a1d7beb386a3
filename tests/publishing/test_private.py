"""What leads to a private person is left out however it is written; what only looks so stays."""

import pytest

from wp.reading.private import leads_to_private, without_private

EMAIL, PHONE = "(e-mail)", "(telefon)"


@pytest.mark.parametrize(
    "text",
    [
        "anna@eksempel.dk",
        "anna@eksempel.co.uk",
        "anna@\u200beksempel.dk",
        "anna\u00ad@eksempel.dk",
        "anna@ eksempel.dk",
        "anna＠eksempel.dk",
        "anna%40eksempel.dk",
        "anna (at) eksempel.dk",
        "anna [snabel-a] eksempel [punktum] dk",
        "anna@eksempel.dk@eksempel.dk",
        '"anna b"@eksempel.dk',
        "anna@müller-eksempel.dk",
    ],
)
def test_an_address_is_left_out_whole(text: str) -> None:
    assert without_private(f"Skriv til {text}.", EMAIL, PHONE) == f"Skriv til {EMAIL}."


@pytest.mark.parametrize(
    "text",
    [
        "20 12 34 56",
        "20-12-34-56",
        "20.12.34.56",
        "20\u200912\u200934\u200956",
        "20\u200b12\u200b34\u200b56",
        "tlf. 20 12 34 56",
        "mobil: 20-12-34-56",
        "tlf. (20) 12 34 56",
        "fax 2012 3456",
        "+45 20 12 34 56",
        "+45-20-12-34-56",
        "＋45 2012 3456",
        "0045-20123456",
        "+46 70 123 45 67",
        "+1 (202) 555-0101",
        "tlf. +49 30 901820",
        "0046 70 123 45 67",
    ],
)
def test_a_number_is_left_out_whole(text: str) -> None:
    hidden = without_private(f"Hun har {text}, sagde hun.", EMAIL, PHONE)
    assert hidden in (f"Hun har {PHONE}, sagde hun.", f"Hun har fax {PHONE}, sagde hun.")


@pytest.mark.parametrize(
    "text",
    [
        "mødet (at det holdes) i Aarhus",
        "@anna og a@b",
        "kl. 12@13",
        "1.234.567.890 kr.",
        "+12 000 000 kr. og +10.000.000",
        "20.12.2027 og 2026-11-23",
        "2027-2030 og 2031-2034",
        "mobil i 2027, 2028, 2029 og 2030",
        "fax 1.000.000 kr.",
        "kap. 22-23-24-25 og version 20.12.34.56",
        "ISBN 978-87-7000-123-4",
        "https://example.org/20-12-34-56/x",
        "ring 12. marts 2027 kl. 12.30",
        "sag NGC-2027-0001-22",
    ],
)
def test_what_only_looks_so_stays(text: str) -> None:
    assert without_private(text, EMAIL, PHONE) == text


def test_an_address_that_is_escaped_twice_leads_to_somebody() -> None:
    assert leads_to_private("https://example.org/?til=anna%2540eksempel.dk")
    assert not leads_to_private("https://example.org/?til=50%2525")
