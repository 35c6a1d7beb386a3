"""What goes wrong with a file: small changes by kind, the same for the same seed."""

import random
import re
from collections.abc import Callable, Mapping

# Characters and words that mean something to YAML, Markdown, a terminal or a report format.
ODD = (
    "\x00", "\t", "\r", "\r\n", "\x0b", "\x1b[31m", "\x85", "\xa0", "\u200b", "\u2028", "\u202e",
    "\ufeff", "\ufffd", "😀", "é", "ß", "İ", "ﬁ", "٣", "a\u0301", "---\n", "...\n", "- ", ": ",
    "? ", "&a ", "*a", "<<: *a\n", "!!binary ", "!x ", "|\n", ">-\n", "%YAML 1.1\n", "@", "`", "{",
    "}", "[", "]", "'", '"', "\\", "#", "~", "null", "yes", "0x1F", "1e999", ".nan", "-.inf", "012",
    "2027-02-30", "24:00", "99999999999999999999", "## ", "> ", "* ", "1. ", "***", "| a | b |\n",
    "[x](", "![", "](y.md)", "[^1]", "[^1]: ", "<!--", "-->", "<script>", "{#a .b c=d}", "$$",
    "::error::", "]]>", "&amp;", "%0A", "javascript:", "file:///", "../../../", "C:\\",
)  # fmt: skip


def flip_bits(data: bytes, chance: random.Random) -> bytes:
    """Turn up to eight bits over."""
    changed = bytearray(data)
    for _ in range(chance.randint(1, 8)):
        changed[chance.randrange(len(changed))] ^= 1 << chance.randrange(8)
    return bytes(changed)


def cut(data: bytes, chance: random.Random) -> bytes:
    """Take away a piece, often up to the end, wherever it falls in a letter."""
    start, end = _piece(data, chance)
    return data[:start] + (data[end:] if chance.random() < 0.5 else b"")


def repeat(data: bytes, chance: random.Random) -> bytes:
    """Write a piece twice, or many times."""
    start, end = _piece(data, chance)
    times = chance.choice((2, 3, 50))
    return data[:start] + data[start:end] * times + data[end:]


def put_in(data: bytes, chance: random.Random) -> bytes:
    """Put in a few of the odd words."""
    for _ in range(chance.randint(1, 4)):
        at = chance.randrange(len(data))
        data = data[:at] + chance.choice(ODD).encode() + data[at:]
    return data


def replace_value(data: bytes, chance: random.Random) -> bytes:
    """Give a field an odd value."""
    fields = list(re.finditer(rb"(?m)^[ -]*[\w-]+: *(\S.*)$", data))
    if not fields:
        return put_in(data, chance)
    at = chance.choice(fields)
    return data[: at.start(1)] + chance.choice(ODD).strip().encode() + data[at.end(1) :]


def swap_lines(data: bytes, chance: random.Random) -> bytes:
    """Let two lines change places, or take one away, or indent one."""
    lines = data.split(b"\n")
    one, other = chance.randrange(len(lines)), chance.randrange(len(lines))
    match chance.randrange(3):
        case 0:
            lines[one], lines[other] = lines[other], lines[one]
        case 1:
            del lines[one]
        case _:
            lines[one] = b" " * chance.randint(1, 5) + lines[one]
    return b"\n".join(lines)


def mix(data: bytes, chance: random.Random) -> bytes:
    """Make several of the other changes one after the other."""
    kinds = [kind for kind in KINDS.values() if kind is not mix]
    for kind in chance.sample(kinds, 3):
        data = kind(data, chance) or b"\n"
    return data


def _piece(data: bytes, chance: random.Random) -> tuple[int, int]:
    start = chance.randrange(len(data))
    return start, start + chance.randint(1, chance.choice((3, 40, 400)))


KINDS: Mapping[str, Callable[[bytes, random.Random], bytes]] = {
    "bits turned": flip_bits,
    "a piece gone": cut,
    "a piece repeated": repeat,
    "odd words put in": put_in,
    "an odd value": replace_value,
    "lines moved": swap_lines,
    "several of these": mix,
}


def mutate(data: bytes, number: int) -> tuple[str, bytes]:
    """Return the kind of a change and the changed bytes; `number` settles both."""
    chance = random.Random(number)
    kind = list(KINDS)[number % len(KINDS)]
    return kind, KINDS[kind](data or b"\n", chance)
