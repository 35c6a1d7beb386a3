"""Spaces that no line may end at: between a number and what it counts, a paragraph sign and its
number, a day and its month.

What belongs together follows Dansk Sprognævn, Retskrivningsordbogen, on spaces in abbreviations,
dates and numbers, and for English the Oxford Style Manual, 1.4 and 10. Only plain spaces change,
and none is added or taken away, so every word stays as it was written.
"""

import re
from collections.abc import Iterable, Mapping
from operator import is_not

from wp.language.wording import NBSP, Language
from wp.reading.nodes import Node

# A text without any of these has nothing that must be held together, and most texts are such.
_HINT = re.compile(r"[0-9§]|[A-ZÆØÅ]\. |[jc]f\. |(?i:mi[oa])\. | [A-ZÆØÅ]\b")

_UNTOUCHED = frozenset({"code", "code_block", "html_inline", "image"})
_UNITS = (
    "%|‰|°C?|kr\\.|kr|DKK|EUR|USD|GBP|euro|€|£|mm|cm|km|m|ha|m²|km²|m³|mg|kg|g|ml|l|kB|MB|GB|TB|kWh"
    "|GWh|Mb|Gb"
)
# The words of each language: what counts, what is shortened before a number, what is numbered or
# lettered, and the months.
_WORDS: Mapping[Language, tuple[str, str, str, str]] = {
    "da": (
        r"mio\.|mia\.|t\.kr\.|tkr\.|kroner|millioner|million|milliarder|milliard|pct\.|procent"
        r"|promille",
        "ca|kl|nr|stk|pkt|kap|art|litra|s|maks|min|tlf|vol|bd",
        "side|punkt|figur|tabel|bilag|kapitel|afsnit|artikel|version|uge|trin|fase|litra",
        "januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december"
        r"|jan\.|feb\.|mar\.|apr\.|jun\.|jul\.|aug\.|sept?\.|okt\.|nov\.|dec\.|kvartal|halvår",
    ),
    "en": (
        "million|billion|per cent|percent",
        "no|nos|p|pp|ch|sec|art|fig|vol|c|ca",
        "page|item|figure|table|annex|appendix|chapter|section|article|version|week|step|phase"
        "|part",
        "January|February|March|April|May|June|July|August|September|October|November|December"
        "|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec",
    ),
}


def _pattern(language: Language) -> re.Pattern[str]:
    """Return what has a space in it, or at its end, that holds."""
    counted, shortened, numbered, months = _WORDS[language]
    dot, compare = (r"\.", "jf") if language == "da" else ("", "cf")
    return re.compile(
        rf"[0-9] (?=(?:{counted}|{_UNITS})(?!\w))"
        rf"|(?<![\w.,])[0-9]{{1,3}} (?=[0-9]{{3}}(?![\w]))"
        rf"|(?<=[0-9] )[0-9]{{3}} (?=[0-9]{{3}}(?!\w))"
        rf"|(?<![\w.])[0-9]{{1,2}}{dot} (?=(?:{months})(?!\w))"
        r"|\b(?i:mi[oa])\. (?=kr\.|euro\b|[A-Z]{3}\b)"
        r"|\b(?:DKK|EUR|USD|GBP) (?=[0-9])"
        r"|§ [0-9]+ [a-hj-z](?![\w.])|§ (?=[0-9])"  # "§ 42 a", but "§ 5 i loven"
        rf"|\b{compare}\. (?=\S)"
        rf"|\b(?i:{shortened})\. (?=[0-9])"
        rf"|\b(?i:{numbered}) (?:(?=[0-9])|[A-ZÆØÅ](?!\w))"
        r"|(?<![\w.])(?:[A-ZÆØÅ]\.)+ (?=[A-ZÆØÅ][\w.])"
    )


_PATTERNS: Mapping[str, re.Pattern[str]] = {name: _pattern(name) for name in _WORDS}


def held(text: str, language: str) -> str:
    """Return a text with a non-breaking space wherever what belongs together could be parted.

    `language` is an IETF tag; a language that isn't known changes nothing. Held twice is held once.
    """
    return _held(text, _pattern_for(language))


def held_tree(tree: Node, language: str) -> Node:
    """Return a tree with its running text held together, captions too.

    Code, addresses, ids and the alternative texts of pictures stay as they are, and so does the
    cover, whose lines the writers know by what they say. A line end in the source is a space, which
    holds as any other.
    """
    return _tree(tree, _pattern_for(language))


_Holding = re.Pattern[str] | None


def _pattern_for(language: str) -> _Holding:
    return _PATTERNS.get(language.partition("-")[0])


def _held(text: str, pattern: _Holding) -> str:
    if pattern is None or " " not in text or not _HINT.search(text):
        return text
    return pattern.sub(lambda found: found[0].replace(" ", NBSP), text)


def _tree(tree: Node, pattern: _Holding) -> Node:
    if tree.kind in _UNTOUCHED or tree.attrs.get("name") == "cover":
        return tree
    children = _line(tree.children, pattern)
    attrs = tree.attrs
    if attrs.get("caption"):
        attrs = {**attrs, "caption": _line(attrs["caption"], pattern)}
    if attrs is tree.attrs and children is tree.children:
        return tree
    return tree._replace(children=children, attrs=attrs)


def _line(nodes: tuple[Node, ...], pattern: _Holding) -> tuple[Node, ...]:
    """Return what stands side by side; the same tuple where nothing changes."""
    if "soft_break" in [node.kind for node in nodes]:
        nodes = tuple(_merged(nodes))
    made = [_text(node, pattern) if node.kind == "text" else _tree(node, pattern) for node in nodes]
    return tuple(made) if any(map(is_not, made, nodes)) else nodes


def _text(node: Node, pattern: _Holding) -> Node:
    shown = _held(node.text, pattern)
    return node if shown == node.text else node._replace(text=shown)


def _merged(nodes: Iterable[Node]) -> list[Node]:
    """Return inline nodes with soft breaks as spaces, and neighbouring texts as one."""
    made: list[Node] = []
    for node in nodes:
        text = " " if node.kind == "soft_break" else node.text
        if node.kind in ("soft_break", "text") and made and made[-1].kind == "text":
            made[-1] = made[-1]._replace(end=node.end, text=made[-1].text + text)
        elif node.kind == "soft_break":
            made.append(Node("text", node.start, node.end, (), text))
        else:
            made.append(node)
    return made
