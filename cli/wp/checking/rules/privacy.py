"""What identifies a private person: CPR numbers, e-mail addresses, telephone numbers.

## What
A Danish CPR number is an error wherever it stands in a file: in the fields, in the text, in a
comment. Ten digits are one when the first six are a day, month and year; they may be parted by a
hyphen or a space. The check digit isn't looked at: since 2007 numbers have been given out that
don't fulfil it (CPR-kontoret, "Personnumre uden kontrolciffer (modulus 11 kontrol)"). The seventh
digit tells the century (CPR-kontoret, "Opbygning af CPR-nummeret"), so that 29 February is judged
by the right year. E-mail addresses and Danish telephone numbers are warnings: eight digits behind
+45 or a word such as "tlf.", or in pairs, "20 12 34 56". What is built for the public has words in
their place, also where an exception was made.

## Why
Files under version control are copied, published and never forgotten. A CPR number in them is a
breach that has to be reported; an address or a number can't be taken back.

## Wrong
```markdown content/one-pagers/datakvalitet.md#Aktører
Kontakt Anna Berg, anna.berg@example.org, tlf. 20 12 34 56.

Patienten i eksemplet har CPR-nummer 010203-1234.
```
Gives: email-address, phone-number, cpr-number

## Right
```markdown content/one-pagers/datakvalitet.md#Aktører
Kontakt sekretariatet. Patienten i eksemplet er opdigtet.
```
"""

import re
from collections.abc import Iterator
from datetime import date

from wp.findings import Finding, Nature, Rule, Span
from wp.reading.document import Document
from wp.reading.private import NEAR, SPACE, emails, phones
from wp.reading.repository import Repository

CPR_NUMBER = Rule("WP910", "cpr-number", Nature.FALSE)
EMAIL_ADDRESS = Rule("WP911", "email-address", Nature.ADVICE)
PHONE_NUMBER = Rule("WP912", "phone-number", Nature.ADVICE)

RULES = (CPR_NUMBER, EMAIL_ADDRESS, PHONE_NUMBER)

# Neither a part of a longer number or id, nor one with decimals. An underscore may be emphasis.
_CPR = re.compile(
    r"(?:(?<![^\W_])(?<!\w_)|(?<=[cC][pP][rR]))(?<!\d[-‐‑–./,:])(?<!\d[ \u00a0\u202f])"
    rf"(\d\d)(\d\d)(\d\d)(?:{SPACE}?[-‐‑–]{SPACE}?|{SPACE})?(\d)\d{{3}}"
    r"(?![^\W_])(?!_\w)(?![-‐‑–./,:]\d)(?![ \u00a0\u202f]\d)"
)
_OTHER_REGISTER = re.compile(
    r"\b(?:p-?(?:nr|nummer|nummeret)|produktionsenhed(?:snummer)?|isbn(?:-10)?|doi|ean|cvr"
    r"(?:-?(?:nr|nummer))?|j\.?nr|journalnr|journalnummer|sagsnr|sagsnummer)\b[.:]*\s*$",
    re.IGNORECASE,
)
# A text without this has no such number; to look for it is much quicker.
_SIX = re.compile(rf"\d(?:{SPACE}?\d){{5}}")
_TEN = re.compile(rf"\d{{6}}(?:{SPACE}?[-‐‑–—]{SPACE}?|{SPACE})?\d{{4}}")
_ADDRESS = re.compile(r"https?://[^\s<>()\[\]]*$")
# The centuries by the seventh digit: the two-digit year up to which it is 2000, and the other.
_CENTURIES = {
    **dict.fromkeys("0123", (-1, 1900)),
    **dict.fromkeys("49", (36, 1900)),
    **dict.fromkeys("5678", (57, 1800)),
}


def check(document: Document, repository: Repository) -> Iterator[Finding]:
    """Judge one file as it is written, so that nothing in it is left out."""
    written = document.source.text
    numbered = _SIX.search(written) is not None
    for match in _CPR.finditer(written) if numbered and _TEN.search(written) else ():
        before = written[max(0, match.start() - NEAR) : match.start()]
        if not _is_birthday(*match.groups()) or _OTHER_REGISTER.search(before):
            continue
        if not _in_address(written, match):
            yield Finding(CPR_NUMBER, document.path, _span(document, match))
    told: set[tuple[int, str]] = set()
    for match in emails(written):
        span = _span(document, match)
        # an address that is its own link stands there twice
        if (span.line, match.group()) not in told:
            told.add((span.line, match.group()))
            yield Finding(EMAIL_ADDRESS, document.path, span, {"address": match.group()})
    for match in phones(written) if numbered else ():
        yield Finding(PHONE_NUMBER, document.path, _span(document, match))


def _span(document: Document, match: re.Match[str]) -> Span:
    return document.source.span(match.start(), match.end())


def _in_address(written: str, match: re.Match[str]) -> bool:
    """Say whether ten digits are a number of a page on the web, which says nothing of a person."""
    line = written.rfind("\n", 0, match.start()) + 1
    address = _ADDRESS.search(written[line : match.start()])
    return address is not None and match.group().isdecimal() and "cpr" not in address[0].lower()


def _is_birthday(day: str, month: str, year: str, seventh: str) -> bool:
    """Say whether the first seven digits of a number are those of somebody born on a real day."""
    limit, century = _CENTURIES[seventh]
    full = (2000 if int(year) <= limit else century) + int(year)
    try:
        date(full, int(month), int(day))
    except ValueError:
        return False
    return True
