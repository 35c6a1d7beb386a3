"""Every example on a rule's page does what it says, laid into the valid repository."""

import inspect
import re
from pathlib import Path
from types import ModuleType

import pytest
from tests.explaining.laying import BASE, findings, laid

from wp.checking.engine import check_repository, rule_modules
from wp.explaining.page import Example, Excerpt, english_page
from wp.explaining.rules import page_of
from wp.reading.repository import read_repository

MODULES = rule_modules()
NAMES = [module.__name__.rpartition(".")[2] for module in MODULES]
EXAMPLES = [
    pytest.param(module, example, id=f"{name}-{kind}-{number}")
    for module, name in zip(MODULES, NAMES, strict=True)
    for kind in ("wrong", "right")
    for number, example in enumerate(getattr(page_of(module, "en"), kind), start=1)
]
WIDEST = 76  # columns of an example, which a terminal of 80 shows set in by 4


def test_nothing_is_wrong_where_examples_are_laid() -> None:
    assert check_repository(read_repository(BASE)) == []


@pytest.mark.parametrize(("module", "example"), EXAMPLES)
def test_an_example_gives_what_it_says_and_no_more(
    module: ModuleType, example: Example, tmp_path: Path
) -> None:
    own = {rule.name for rule in module.RULES}
    on_paper = hasattr(module, "check_layout")
    found = findings(example, tmp_path / "raadet", paper=on_paper)
    given = {item.finding.rule.name for item in found} & own
    assert sorted(given) == sorted(example.gives)


@pytest.mark.parametrize("module", MODULES, ids=NAMES)
def test_a_page_has_wrong_examples_that_give_something_and_a_right_one(module: ModuleType) -> None:
    page = page_of(module, "en")
    assert page.wrong
    assert all(example.gives and example.excerpts for example in page.wrong)
    assert all(not example.gives and example.excerpts for example in page.right)
    assert len(page.right) == 1
    assert {name for e in page.wrong for name in e.gives} <= {rule.name for rule in module.RULES}


@pytest.mark.parametrize("module", MODULES, ids=NAMES)
def test_nothing_of_the_examples_is_lost_in_reading_them(module: ModuleType) -> None:
    """What stands in those parts is code blocks with a place and what they give, nothing else."""
    text = inspect.cleandoc(module.__doc__ or "")
    page = english_page(text)
    part = text.partition("\n## Wrong\n")[2]
    blocks = re.findall(r"^```\S.*?^```$", part, re.MULTILINE | re.DOTALL)
    read = [x for example in page.wrong + page.right for x in example.excerpts]
    assert len(read) == len(blocks)
    for excerpt, block in zip(read, blocks, strict=True):
        place = f"{excerpt.path}#{excerpt.section}" if excerpt.section else excerpt.path
        assert block == f"```{excerpt.language} {place}\n{excerpt.text}\n```"
    rest = re.sub(r"^```\S.*?^```$", "", part, flags=re.MULTILINE | re.DOTALL)
    said = " ".join(rest.split())
    gives = " ".join("Gives: " + ", ".join(example.gives) for example in page.wrong)
    assert said == f"{gives} ## Right"


@pytest.mark.parametrize("module", MODULES, ids=NAMES)
def test_examples_fit_a_terminal_of_80_columns(module: ModuleType) -> None:
    page = page_of(module, "en")
    lines = [
        line
        for example in page.wrong + page.right
        for excerpt in example.excerpts
        for line in excerpt.text.splitlines()
    ]
    assert [line for line in lines if len(line) > WIDEST] == []


# The convention itself

BEFORE = (
    "---\ntitle: A\nlist:\n  - 1\nend: B\n---\n"
    "\n## Mål\n\nEt.\n\n### Under\n\nTo.\n\n## Tid\n\nTre.\n"
)


@pytest.mark.parametrize(
    ("language", "section", "text", "old", "new"),
    [
        ("yaml", "", "list: []", "list:\n  - 1\n", "list: []\n"),
        ("yaml", "", "new: C", "end: B\n", "end: B\nnew: C\n"),
        ("yaml", "", "end", "end: B\n", "end: B\nend\n"),
        ("markdown", "", "Alt nyt.", BEFORE[BEFORE.index("## Mål") :], "Alt nyt.\n"),
        ("markdown", "", "---\na: 1\n---", BEFORE, "---\na: 1\n---\n"),
        ("markdown", "Tid", "Fire.", "Tre.\n", "Fire.\n\n"),
        ("markdown", "Mål", "Nul.", "Et.\n\n### Under\n\nTo.\n", "Nul.\n"),
        ("markdown", "Mål / Under", "Nul.", "To.\n", "Nul.\n"),
        ("markdown", "Mål / Under", "#### Nul", "### Under\n\nTo.\n", "#### Nul\n"),
        ("text", "", "x", BEFORE, "x\n"),
    ],
)
def test_where_an_excerpt_is_laid(
    language: str, section: str, text: str, old: str, new: str
) -> None:
    assert BEFORE.count(old) == 1
    assert laid(Excerpt(language, "x.md", section, text), BEFORE) == BEFORE.replace(old, new)


def test_a_place_that_is_not_there_is_no_place() -> None:
    with pytest.raises(AssertionError, match="no heading begins with 'Under'"):
        laid(Excerpt("markdown", "x.md", "Tid / Under", "Nul."), BEFORE)
