"""Files that mean harm, or look like it, and what `wp check` says to each: names and lines.

They lie in a folder whose form asks for nothing, so that a file's findings are its own.
"""

from dataclasses import dataclass, field

FORM = """---
template: note
version: 1
name: Notat
applies_to: notes/*.md
collection: notes
schema: {type: object, properties: {a: {type: string}}}
---
"""
HEAD = "---\na: b\n---\n"
_BOMB = "a: &a [x, x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{name}: &{name} [{', '.join(['*' + before] * 10)}]\n"
    for before, name in zip("abcdefgh", "bcdefghi", strict=True)
)


@dataclass(frozen=True)
class Hostile:
    """A file's content, and the findings that it must give: each a name and a line."""

    name: str
    data: bytes
    findings: list[tuple[str, int]] = field(default_factory=list)


def _text(name: str, text: str, *findings: tuple[str, int]) -> Hostile:
    return Hostile(name, text.encode(), list(findings))


YAML = [
    _text("alias-bomb", f"---\n{_BOMB}---\n", ("yaml-too-many", 6)),
    _text("alias-of-itself", "---\na: &a [*a]\n---\n", ("yaml-alias", 2)),
    _text(
        "alias-of-a-long-text",
        "---\na: &a " + "x" * 99_999 + "\nb: [" + "*a, " * 5000 + "]\n---\n",
        ("yaml-too-many", 3),
    ),
    _text(
        "brackets-in-brackets", f"---\na: {'[' * 99_999}{']' * 99_999}\n---\n", ("yaml-too-deep", 2)
    ),
    _text(
        "steps-in-steps",
        "---\n" + "".join(" " * n + "a:\n" for n in range(1500)) + "---\n",
        ("yaml-too-deep", 32),
    ),
    _text(
        "many-fields",
        "---\n" + "".join(f"k{n}: 1\n" for n in range(15_000)) + "---\n",
        ("yaml-too-many", 2),
    ),
    _text(
        "one-field-many-times",
        "---\n" + "a: b\n" * 900 + "---\n",
        *(("doubled-key", line) for line in range(3, 902)),
    ),
    _text("a-long-value", "---\na: " + "x" * 1_900_000 + "\n---\n", ("placeholder-left", 2)),
    _text("a-long-key", "---\n" + "x" * 5_000 + ": b\n---\n", ("yaml-indent", 2)),
    _text("many-escapes", '---\na: "' + "\\n" * 900_000 + '"\n---\n', ("empty-field", 2)),
    _text("nothing-but-fences", "---\n" * 400_000),
    _text(
        "never-closed",
        "---\n" + "".join(f"k{n}: b\n" for n in range(999)),
        ("front-matter-open", 1),
    ),
    _text("a-large-number", "---\na: b\nn: " + "9" * 100_000 + "\n---\n"),
]
MARKDOWN = [
    _text("quotes-in-quotes", HEAD + ">" * 99_999 + " x\n"),
    _text("lists-in-lists", HEAD + "- " * 50_000 + "x\n"),
    _text("emphasis-in-emphasis", HEAD + "*a _b " * 50_000 + "x\n"),
    _text("brackets-left-open", HEAD + "[" * 99_999 + "x" + "]" * 99_999 + "\n"),
    _text("links-left-open", HEAD + "[a](" * 50_000 + "\n"),
    _text("html-left-open", HEAD + "<a " * 50_000 + "x\n"),
    _text("fence-left-open", HEAD + "```\n" + "x\n" * 50_000),
    _text("code-left-open", HEAD + "".join("`" * n + "x" for n in range(1, 900)) + "\n"),
    _text("many-columns", HEAD + "|a" * 2000 + "|\n" + "|-" * 2000 + "|\n" + "|b\n" * 50),
    _text("many-notes", HEAD + "".join(f"x[^{n}]\n\n[^{n}]: y\n\n" for n in range(2_000))),
    _text("many-headings", HEAD + "# a\n" * 400_000, ("too-many-headings", 1004)),
    _text("a-long-line", HEAD + "x" * 1_900_000 + "\n", ("placeholder-left", 4)),
    _text("a-long-line-of-words", HEAD + "ord " * 450_000 + "ord\n"),
    _text("many-lines", HEAD + "\n" * 1_900_000),
    _text("many-abbreviations", HEAD + "A. B. C.\n\n" * 50_000),
]
BYTES = [
    Hostile("nothing", b"", [("front-matter-missing", 1)]),
    Hostile(
        "nul-alone",
        b"\0" * 1_000_000,
        [("not-utf-8", 1), ("control-character", 1), ("front-matter-missing", 1)],
    ),
    Hostile("nul-among-letters", HEAD.encode() + b"En \0 her.\n", [("control-character", 4)]),
    Hostile(
        "every-byte",
        bytes(range(256)) * 4_000,
        [
            ("control-character", 1),
            ("front-matter-missing", 1),
            ("carriage-return", 2),
            ("not-utf-8", 3),
        ],
    ),
    Hostile("windows-1252", (HEAD + "Rødgrød på æble.\n").encode("cp1252"), [("not-utf-8", 4)]),
    Hostile("utf-16", (HEAD + "Rødgrød.\n").encode("utf-16"), [("not-utf-8", 1)]),
    Hostile(
        "cut-in-a-letter",
        (HEAD + "Rødgrø").encode()[:-1],
        [("not-utf-8", 4), ("line-not-ended", 4)],
    ),
    Hostile("half-a-pair", HEAD.encode() + b"\xed\xa0\x80\n", [("not-utf-8", 4)]),
    Hostile("too-long-form", HEAD.encode() + b"\xc0\xaf\n", [("not-utf-8", 4)]),
    Hostile(
        "terminal-codes", HEAD.encode() + b"\x1b[31m\x1b]0;x\x07\n", [("control-character", 4)]
    ),
    Hostile("right-to-left", (HEAD + "abc \u202e def\n").encode(), [("bidi-override", 4)]),
    Hostile("a-million-headings", b"# a\n" * 1_000_000, [("too-large", 1)]),
    Hostile("ten-megabytes-in-a-line", b"x" * 10_000_000, [("too-large", 1)]),
]
