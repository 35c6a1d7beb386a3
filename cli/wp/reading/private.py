"""What in a text leads to a private person: e-mail addresses and Danish telephone numbers."""

import re
from collections.abc import Iterator
from urllib.parse import unquote

SPACE = "[ \u00a0\u202f]"
"""A space between the digits of a number, as part of a pattern."""

NEAR = 24
"""Characters before a number that may say what it is."""

_EMAIL = re.compile(r"(?<![\w.+%/-])[\w.+%-]+@[\w-]+(?:\.[\w-]+)*\.[^\W\d_]{2,}(?![\w@])")
# Wider than what is certain enough to report: what only looks like an address is left out too.
_LIKE_EMAIL = re.compile(r"[\w.+%!#$&'*=?^`{|}~-]+@[\w-]+(?:\.[\w-]+)*\.[^\W\d_]{2,}")
_PHONE = re.compile(
    rf"(?<![\w+])(?:\+45|0045){SPACE}?(?:\d{SPACE}?){{7}}\d(?!\d)"
    rf"|(?<!\w)(?:tlf|telefon|telefonnr|mobil|mob|tel|phone|mobile)(?:nummer|nr)?\b[.:]*{SPACE}*"
    rf"(?:nr\.?{SPACE}*)?:?{SPACE}*(?:\d{SPACE}?){{7}}\d(?!\d)"
    rf"|(?<![\w.,:/+-])(?<!\d{SPACE})[2-9]\d(?:{SPACE}\d\d){{3}}(?![\w,.:/-]?\d)(?!{SPACE}\d)"
    rf"(?!{SPACE}?(?:kr|mio|mia|pct|%))",
    re.IGNORECASE,
)
# A text without this has no such number; to look for it is much quicker.
_EIGHT = re.compile(rf"\d(?:{SPACE}?\d){{7}}")
# Numbers in a row behind one of these are so many weeks, pages or items.
_COUNTED = re.compile(
    r"\b(?:uge|uger|ugerne|side|sider|siderne|s|punkt|punkter|punkterne|pkt|nr|numre|initiativ"
    r"|initiativer|initiativerne|kapitel|afsnit|weeks?|pages?|items?|nos?|numbers?)\.?\s*$",
    re.IGNORECASE,
)


def emails(text: str) -> Iterator[re.Match[str]]:
    """Yield the e-mail addresses of a text."""
    if "@" in text:
        yield from _EMAIL.finditer(text)


def phones(text: str) -> Iterator[re.Match[str]]:
    """Yield the Danish telephone numbers of a text: eight digits that are written as one."""
    for match in _PHONE.finditer(text) if _EIGHT.search(text) else ():
        before = text[max(0, match.start() - NEAR) : match.start()]
        if match.group()[0].isdecimal() and _COUNTED.search(before):
            continue
        yield match


def without_private(text: str, email: str, phone: str) -> str:
    """Return a text with words in place of its e-mail addresses and telephone numbers."""
    if "@" in text:
        text = _LIKE_EMAIL.sub(lambda _: email, text)
    for match in reversed(list(phones(text))):
        text = text[: match.start()] + phone + text[match.end() :]
    return text


def leads_to_private(address: str) -> bool:
    """Say whether the address of a link holds an e-mail address or calls a number."""
    plain = unquote(address)
    return plain.lower().startswith(("mailto:", "tel:", "sms:")) or bool(_LIKE_EMAIL.search(plain))
