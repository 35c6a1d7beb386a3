"""Each construct of the Markdown that `wp` reads is read as it should be, and judged soundly."""

from functools import cache
from pathlib import Path

import pytest
from tests.robustness.judge import judged
from tests.robustness.markdown_examples import EXAMPLES

from wp.reading.markup import parse
from wp.reading.nodes import Node
from wp.reading.repository import Repository, read_repository

BASE = Path(__file__).resolve().parents[1] / "cases_base"
PATH = "content/one-pagers/retsgrundlag.md"


@cache
def base() -> Repository:
    return read_repository(BASE)


def assert_inside(node: Node, start: int, end: int) -> None:
    """What a node holds stands inside it, one after the other."""
    assert start <= node.start <= node.end <= end, node
    at = node.start
    for child in node.children:
        assert_inside(child, at, node.end)
        at = child.end


@pytest.mark.parametrize(
    ("text", "kinds"), [row[1:] for row in EXAMPLES], ids=[row[0] for row in EXAMPLES]
)
def test_a_construct(text: str, kinds: str) -> None:
    tree = parse(text)
    blocks = tree.children
    alone = len(blocks) == 1 and blocks[0].kind == "paragraph"
    assert " ".join(node.kind for node in (blocks[0].children if alone else blocks)) == kinds
    assert_inside(tree, 0, len(text.encode()))


@pytest.mark.parametrize("text", [row[1] for row in EXAMPLES], ids=[row[0] for row in EXAMPLES])
def test_a_document_with_it_is_judged_soundly(text: str) -> None:
    own = base().by_path[PATH].source.text
    judged(base(), PATH, f"{own}\n{text}\n".encode())
