"""What in a text leads to a private person: e-mail addresses and Danish telephone numbers."""

import re
from collections.abc import Iterator
from urllib.parse import unquote

SPACE = "[ \u00a0\u202f]"
"""A space between the digits of a number, as part of a pattern."""

NEAR = 24
"""Characters before a number that may say what it is."""

_EMAIL = re.compile(r"(?<![\w.+%/-])[\w.+%-]+@[\w-]+(?:\.[\w-]+)*\.[^\W\d_]{2,}(?![\w@])")
# Signs that a reader doesn't see and that may stand anywhere in an address or a number.
_UNSEEN = "\u00ad\u200b-\u200f\u2060-\u2064\ufeff"
_GAP = f"[{SPACE[1:-1]}{_UNSEEN}]{{0,3}}"
# Wider than what is certain enough to report: what only looks like an address is left out too, with
# an @ or a dot that is written as a word, as another sign, or as the web writes it.
_WORD_AT = rf"{_GAP}[\[({{]{_GAP}(?:at|snabel-?a){_GAP}[\])}}]{_GAP}"
_AT = rf"(?:[@＠﹫][ ]?|%40|{_WORD_AT})[{_UNSEEN}]{{0,3}}"
_DOT = rf"(?:[.。．]|{_GAP}[\[({{]{_GAP}(?:dot|punktum){_GAP}[\])}}]{_GAP})[{_UNSEEN}]{{0,3}}"
_HAS_AT = re.compile(r"[@＠﹫]|%40|[\[({]\s?(?:at|snabel)", re.IGNORECASE)
_LIKE_EMAIL = re.compile(
    rf"(?:[\w.+%!#$&'*=?^`{{|}}~{_UNSEEN}-]{{1,64}}|\"[^\"\n@]{{1,64}}\")"
    rf"(?:{_AT}[\w{_UNSEEN}-]{{1,63}}(?:{_DOT}[\w{_UNSEEN}-]{{1,63}})*{_DOT}[^\W\d_]{{2,}}(?!\w))+",
    re.IGNORECASE,
)
# Likewise a number: behind a word for one or with a country's, however its digits are parted, and
# in pairs that something else than a space parts. Thousands of kroner in a row are none.
_PARTED = rf"[ \u00a0\u2000-\u200a\u202f./()‐‑–{_UNSEEN}-]{{0,3}}"
_DIGITS = rf"(?:{_PARTED}\d){{7,14}}(?!\d)"
_AMOUNT = rf"{_PARTED}\d{{1,3}}(?:[ \u00a0\u202f.]\d{{3}})+(?!{_PARTED}\d)"
_LIKE_PHONE = re.compile(
    r"(?<!\w)(?:tlf|telefon|telefonnr|mobil|mob|tel|phone|mobile|fax|ring(?: på| til)?|call)"
    rf"(?:nummer|nr)?\b[.:]*\s?(?:nr\.?\s?)?:?[\s(]*[+＋]?\d{_DIGITS}"
    rf"|(?<![\w+＋])(?:[+＋](?!{_AMOUNT}){_PARTED}[1-9]|00[2-9]){_DIGITS}"
    r"|(?<![\w,:/+.-])[2-9]\d([.-])\d\d(?:\1\d\d){2}(?![\w,:/.-]?\d)"
    rf"|(?<![\w.,:/+-])[2-9]\d(?:[\u2000-\u200a{_UNSEEN}]+\d\d){{3}}(?!\d)",
    re.IGNORECASE,
)
_EIGHT_ANYHOW = re.compile(rf"\d(?:{_PARTED}\d){{7}}")
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
    r"|initiativer|initiativerne|kapitel|kap|afsnit|version|weeks?|pages?|items?|nos?|numbers?)"
    r"\.?\s*$",
    re.IGNORECASE,
)


def emails(text: str) -> Iterator[re.Match[str]]:
    """Yield the e-mail addresses of a text."""
    if "@" in text:
        yield from _EMAIL.finditer(text)


def phones(text: str) -> Iterator[re.Match[str]]:
    """Yield the Danish telephone numbers of a text: eight digits that are written as one."""
    if _EIGHT.search(text):
        yield from _uncounted(_PHONE, text)


def _uncounted(pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """Yield what isn't a row of numbers that something else is counted by."""
    for match in pattern.finditer(text):
        before = text[max(0, match.start() - NEAR) : match.start()]
        if not (match.group()[0].isdecimal() and _COUNTED.search(before)):
            yield match


def _like_phones(text: str) -> Iterator[re.Match[str]]:
    if _EIGHT_ANYHOW.search(text):
        yield from _uncounted(_LIKE_PHONE, text)


def without_private(text: str, email: str, phone: str) -> str:
    """Return a text with words in place of its e-mail addresses and telephone numbers."""
    if may_hold_address(text):
        text = _LIKE_EMAIL.sub(lambda _: email, text)
    for found in (phones, _like_phones):
        for match in reversed(list(found(text))):
            text = text[: match.start()] + phone + text[match.end() :]
    return text


def may_hold_address(text: str) -> bool:
    """Say, quickly, whether a text may hold an e-mail address."""
    return _HAS_AT.search(text) is not None


def leads_to_private(address: str) -> bool:
    """Say whether the address of a link holds an e-mail address or calls a number."""
    plain, before = unquote(address), ""
    while plain != before:  # what is escaped twice is an address to whom it is handed on
        plain, before = unquote(plain), plain
    return plain.lower().startswith(("mailto:", "tel:", "sms:")) or bool(_LIKE_EMAIL.search(plain))
