"""Passages in another language than the document's: how they are marked, and what a mark may say.

`[Genome UK: the future of healthcare]{lang=en}` marks words, `[text](address){lang=en}` a link, and
`## Genome UK {lang=en}` a heading with all that stands under it, down to the next heading of its
level or higher. The notation is Pandoc's (`bracketed_spans`, `link_attributes`,
`header_attributes`), so that other tools read it too. Each marked piece becomes a node of the kind
`language`, so that every writer has one thing to know.

A mark names its language by a tag of BCP 47 (RFC 5646): `en`, `en-GB`, `zh-Hant`.
"""

import html
import re
import sys
from collections.abc import Iterator
from functools import partial
from itertools import chain, groupby

from wp.reading.nodes import TEXT_BLOCKS, Node, transform

SIGN = "{lang="
_OF_TEXT = frozenset({"text", "bracket", "closed", "mark"})
DEEPEST = 4  # marks in one another: a quotation in a quotation, and room for more

_MARK = re.compile(r"\{lang=([^{}\n]{0,80})\}")
# A mark, a bracket, an escape, a reference, or text that is what it looks like.
_TOKEN = re.compile(
    r"(?P<mark>\{lang=[^{}\n]{0,80}\})|(?P<bracket>[\[\]])|\\(?P<escaped>[!-/:-@\[-`{-~])"
    r"|(?P<reference>&(?:#[xX][0-9a-fA-F]{1,6}|#[0-9]{1,7}|[A-Za-z][A-Za-z0-9]*);)"
    r"|[^\\&\[\]{]+|.",
    re.DOTALL,
)

# RFC 5646, 2.1: language, script, region, variants, extensions, private use. A language of four
# letters or more has the form, but none is registered.
_TAG = re.compile(
    r"[a-z]{2,3}(?:-[a-z]{3}){0,3}(?:-[a-z]{4})?(?:-(?:[a-z]{2}|[0-9]{3}))?"
    r"(?:-(?:[a-z0-9]{5,8}|[0-9][a-z0-9]{3}))*(?:-[a-wyz0-9](?:-[a-z0-9]{2,8})+)*"
    r"(?:-x(?:-[a-z0-9]{1,8})+)?",
    re.IGNORECASE,
)
_LONGEST_TAG = 35  # RFC 5646, 4.4.1

# ISO 639-1, which BCP 47 takes its two-letter languages from. A country's code is the usual
# mistake: `dk` is no language, `uk` is Ukrainian.
_ISO_639_1 = (
    "aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv "
    "cy da de dv dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr "
    "ht hu hy hz ia id ie ig ii ik io is it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw "
    "ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv "
    "ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr "
    "ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi "
    "yo za zh zu"
)
_TWO_LETTERS = frozenset(_ISO_639_1.split())


def is_language(tag: str) -> bool:
    """Say whether a tag has BCP 47's form and begins with a language, where two letters name it."""
    if len(tag) > _LONGEST_TAG or not _TAG.fullmatch(tag):
        return False
    first = tag.partition("-")[0].lower()
    return len(first) != len("en") or first in _TWO_LETTERS


def unmarked(tree: Node) -> Node:
    """Return a tree with what stands in its `language` nodes in their place."""

    def change(node: Node) -> Node:
        if caption := node.attrs.get("caption"):
            held = transform(Node("document", 0, 0, tuple(caption)), change)
            node = node._replace(attrs={**node.attrs, "caption": held.children})
        if any(child.kind == "language" for child in node.children):
            kept = ((c.children if c.kind == "language" else (c,)) for c in node.children)
            node = node._replace(children=tuple(chain.from_iterable(kept)))
        return node

    return transform(tree, change)


def with_languages(document: Node, text: str) -> Node:
    """Return a parsed text with its marked passages as `language` nodes, their marks gone.

    `text` is what was parsed. A node of the kind `language` has the attribute `lang`, the tag as it
    is written, without quotation marks. It spans its words and its mark, or, where a heading's mark
    counts for it, that mark. A mark with nothing to mark stays text.
    """
    data = text.encode()

    def change(node: Node) -> Node:
        if any(child.kind == "heading" for child in node.children):
            return node._replace(children=tuple(_below_headings(node.children, data)))
        return _spanned(node, data)

    return transform(document, change)


# Words


def _spanned(node: Node, data: bytes) -> Node:
    """Return a node with the marked words among its own inline nodes wrapped."""
    if not any(child.kind == "text" and SIGN in child.text for child in node.children):
        return node
    made: list[Node] = []
    # of each bracket that still waits for its end: its place, and how deep the marks in it nest
    waiting: list[tuple[int, int]] = []
    for piece in _pieces(node.children, data):
        before = made[-1] if made else None
        mark = _MARK.fullmatch(piece.text) if piece.kind == "mark" else None
        if piece.kind == "bracket" and piece.text == "[":
            waiting.append((len(made), 0))
            made.append(piece)
        elif piece.kind == "bracket" and waiting:
            at, depth = waiting.pop()
            _deepen(waiting, depth)
            made.append(piece._replace(kind="closed", attrs={"at": at, "depth": depth}))
        elif mark and before is not None and before.kind == "closed":
            at, depth = before.attrs["at"], before.attrs["depth"]
            if depth >= DEEPEST:
                made.append(piece)
                continue
            _deepen(waiting, depth + 1)
            made[at:] = [_language(_texts(made[at + 1 : -1]), mark[1], made[at].start, piece.end)]
        elif mark and before is not None and before.kind == "link":
            _deepen(waiting, 1)
            made[-1] = _language([before], mark[1], before.start, piece.end)
        else:
            made.append(piece)
    return node._replace(children=tuple(_texts(made)))


def _deepen(waiting: list[tuple[int, int]], depth: int) -> None:
    if waiting:
        at, own = waiting[-1]
        waiting[-1] = at, max(own, depth)


def _language(children: list[Node], tag: str, start: int, end: int) -> Node:
    return Node("language", start, end, tuple(children), attrs={"lang": _bare(tag)})


def _bare(tag: str) -> str:
    """Return a tag without the quotation marks that may stand around it."""
    tag = tag.strip()
    return tag[1:-1] if len(tag) > 1 and tag[0] == tag[-1] and tag[0] in "\"'" else tag


def _texts(pieces: list[Node]) -> list[Node]:
    """Return pieces as the nodes they were, those of one text joined again."""
    joined: list[Node] = []
    for is_text, run in groupby(pieces, lambda piece: piece.kind in _OF_TEXT):
        if is_text:
            same = list(run)
            text = "".join(piece.text for piece in same)
            joined.append(Node("text", same[0].start, same[-1].end, (), text))
        else:
            joined.extend(run)
    return joined


def _pieces(nodes: tuple[Node, ...], data: bytes) -> Iterator[Node]:
    """Yield nodes, texts parted at each bracket and mark that isn't escaped."""
    for node in nodes:
        parted = _parted(node, data) if node.kind == "text" else None
        if parted is None:
            yield node
        else:
            yield from parted


def _parted(node: Node, data: bytes) -> list[Node] | None:
    """Return the pieces of a text; None where it isn't written as it is read."""
    # the parser leaves out the backslash before a text's first character
    start = node.start - (data[node.start - 1 : node.start] == b"\\")
    source = data[start : node.end].decode("utf-8", "replace")
    parts: list[Node] = []
    text, began, byte = "", start, start
    for token in _TOKEN.finditer(source):
        end = byte + len(token[0].encode())
        kind = token.lastgroup
        if kind in ("mark", "bracket"):
            if text:
                parts.append(Node("text", began, byte, (), text))
            parts.append(Node(kind, byte, end, (), token[0]))
            text, began = "", end
        elif kind == "reference":
            text += _referred(token[0])
        else:
            text += token["escaped"] or token[0]
        byte = end
    if text:
        parts.append(Node("text", began, byte, (), text))
    return parts if "".join(part.text for part in parts) == node.text else None


_SURROGATES = range(0xD800, 0xE000)  # halves of characters in UTF-16, and none themselves


def _referred(reference: str) -> str:
    """Return the character of a reference as CommonMark has it (0.31, 2.5): no other than named."""
    if reference[1] != "#":
        return html.unescape(reference)
    digits = reference[2:-1]
    number = int(digits[1:], 16) if digits[0] in "xX" else int(digits)
    known = 0 < number <= sys.maxunicode and number not in _SURROGATES
    return chr(number) if known else "\ufffd"


# Headings


def _below_headings(blocks: tuple[Node, ...], data: bytes) -> Iterator[Node]:
    """Yield blocks; what stands under a heading that has a mark is in the heading's language."""
    tag, level, mark = "", 0, (0, 0)
    for block in blocks:
        if block.kind == "heading":
            attributes = dict(block.attrs["attributes"])
            if tag and block.attrs["level"] <= level:
                tag = ""
            if "lang" in attributes:
                own = _bare(attributes.pop("lang"))
                block = block._replace(attrs={**block.attrs, "attributes": attributes})
                at = data.rfind(b"{", block.start, block.end)
                if data[at - 1 : at] == b"]":
                    # the parser takes the mark of a heading's last words for the heading's own
                    block = _last_words(block, own, data)
                else:
                    tag, level, mark = own, block.attrs["level"], (at, block.end)
        # notes stand anywhere, mostly below the last heading
        if tag and block.kind != "footnote":
            block = transform(block, partial(_within, tag=tag, mark=mark))
        yield block


def _last_words(heading: Node, tag: str, data: bytes) -> Node:
    """Return a heading whose last words, in brackets, are in another language."""
    pieces = list(_pieces(heading.children, data))
    depth = 0
    for at in range(len(pieces) - 1, -1, -1):
        if pieces[at].kind == "bracket":
            depth += 1 if pieces[at].text == "]" else -1
            if not depth:
                inside = _texts(pieces[at + 1 : -1])
                last = _language(inside, tag, pieces[at].start, heading.end)
                return heading._replace(children=(*_texts(pieces[:at]), last))
    return heading


def _within(node: Node, tag: str, mark: tuple[int, int]) -> Node:
    """Return a block of text with all its text in a language; what has its own keeps that."""
    # a picture that stands alone is set as one, which it wouldn't be inside of something
    if node.kind not in TEXT_BLOCKS or all(child.kind == "image" for child in node.children):
        return node
    return node._replace(children=(_language(list(node.children), tag, *mark),))
