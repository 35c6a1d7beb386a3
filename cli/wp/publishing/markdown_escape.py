"""Which characters mean something to Markdown where they stand, and how to say that they don't.

CommonMark 0.31 with GitHub's tables, strikethrough, tasks and footnotes, as pulldown-cmark has it.
"""

import re
import unicodedata

SPECIAL = re.compile(r"\*+|_+|~+|[\\`\[\]<&!|]|[\x00-\x1f\x7f-\x9f]")
ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]*);")
PUNCTUATION = frozenset("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")

# What would begin a block at the start of a line, and the same made harmless.
_AT_LINE_START = (
    (re.compile(r"(#{1,6})(?=[ \t]|$)"), r"\\\1"),
    (re.compile(r">"), r"\\>"),
    (re.compile(r"([-+*])(?=[ \t]|$)"), r"\\\1"),
    (re.compile(r"-(?=[- \t]*$)"), r"\\-"),
    (re.compile(r"([0-9]{1,9})([.)])(?=[ \t]|$)"), r"\1\\\2"),
    (re.compile(r"(\[\^(?:\\.|[^\]\\])*\]):"), r"\1\\:"),
)
_AFTER_BREAK = (
    (re.compile(r"=(?==*[ \t]*$)"), r"\\="),
    (re.compile(r"([-:|])(?=[-:| \t]*$)"), r"\\\1"),
)


def needs_escape(
    mark: str, before: str, after: str, follower: str, linked: bool, cell: bool
) -> bool:
    """Tell whether a mark between two characters ("" at the ends of its text) means something.

    `follower` begins what comes after its text, "" at the end of the block.
    """
    match mark:
        case "*" | "~":
            return not before == after == " "
        case "_":
            return not (before == after == " " or (before.isalnum() and after.isalnum()))
        case "\\":
            return not after or after in PUNCTUATION or after < " " or "\x7f" <= after <= "\x9f"
        case "[":
            return linked or after == "^" or (not after and follower != "")
        case "]":
            return linked or (after or follower) in ("(", "[", "{")
        case "<":
            return after.isascii() and (after.isalpha() or (after != "" and after in "/!?"))
        case "!":
            return not after and follower == "["
        case "|":
            return cell
    return mark == "`"


def verbatim(text: str, marks: str) -> str:
    """Return text with backslashes, entities and `marks` escaped, where nothing else counts."""
    text = text.replace("\\", "\\\\")
    text = ENTITY.sub(lambda match: "\\" + match[0], text)
    text = "".join("\\" + char if char in marks else char for char in text)
    return re.sub(r"[\x00-\x1f\x7f]", lambda match: f"&#{ord(match[0])};", text)


def reference(char: str) -> str:
    """Return a character as a character reference, which is punctuation to its neighbours."""
    return "&nbsp;" if char == "\xa0" else f"&#{ord(char)};"


def is_word(char: str) -> bool:
    """Tell whether every version of Unicode has the character as a letter or a number."""
    return unicodedata.category(char)[0] in "LN"


def first_encoded(raw: str) -> str:
    """Return escaped text, its first character as a reference: marks after it may mean more now."""
    return reference(raw[0]) + re.sub(r"^[*_~]+", backslashed, raw[1:])


def last_encoded(raw: str) -> str:
    """Return escaped text, its last character as a reference."""
    rest = re.sub(r"(?<![\\*_~])[*_~]+$", backslashed, raw[:-1])
    backslashes = len(rest) - len(rest.rstrip("\\"))
    return rest + "\\" * (backslashes % 2) + reference(raw[-1])


def backslashed(match: re.Match[str]) -> str:
    """Return a run of marks with a backslash before each."""
    return "".join("\\" + mark for mark in match[0])


def first_line(line: str, item: bool) -> str:
    """Escape what begins a block only at its very start: a definition, a task's box."""
    if line.startswith("[") and ("]:" in line or (item and re.match(r"\[[ xX]\](\s|$)", line))):
        return "\\" + line
    return line


def line_start(line: str, after: bool = False) -> str:
    """Escape what would begin a block at the start of a line, `after` true after a hard break."""
    for pattern, replacement in (*_AT_LINE_START, *(_AFTER_BREAK if after else ())):
        if pattern.match(line):
            return str(pattern.sub(replacement, line, count=1))
    return line


def heading_end(text: str) -> str:
    """Escape what the end of a heading's line would lose: closing marks and attributes."""
    text = re.sub(r"(^|[ \t])(#+)$", r"\1\\\2", text)
    return text[:-1] + "&#125;" if text.endswith("}") else text
