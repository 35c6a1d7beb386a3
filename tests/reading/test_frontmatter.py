"""Fences as people write them, and where the body begins."""

import pytest

from wp.reading.document import Document, make_document
from wp.reading.source import Source

FIELDS = "title: A\nstatus: draft\n"
BODY = "\n## Mål\n\nTekst.\n"


def read(text: str) -> Document:
    return make_document(Source("content/x.md", text), None, ())


@pytest.mark.parametrize(
    ("text", "faults"),
    [
        (f"---\n{FIELDS}---\n{BODY}", []),
        (f"---  \n{FIELDS}--- \t\n{BODY}", []),
        (f"---\n{FIELDS}...\n{BODY}", []),
        (f"\n \n---\n{FIELDS}---\n{BODY}", [("front-matter-not-first", 3)]),
        (f"—\n{FIELDS}—\n{BODY}", [("front-matter-fence", 1), ("front-matter-fence", 4)]),
        (f"----\n{FIELDS}---\n{BODY}", [("front-matter-fence", 1)]),
        (f"  ---\n{FIELDS}--\n{BODY}", [("front-matter-fence", 1), ("front-matter-fence", 4)]),
        (f"{FIELDS}---\n{BODY}", [("front-matter-unopened", 1)]),
        (f"---\n{FIELDS}{BODY}", [("front-matter-open", 5)]),
        (f"---\n{FIELDS}{BODY}\n---\n\nMere.\n", [("front-matter-open", 5)]),
    ],
)
def test_fields_and_body_are_found(text: str, faults: list[tuple[str, int]]) -> None:
    document = read(text)
    assert document.data == {"title": "A", "status": "draft"}
    assert document.complete
    assert [(fault.name, fault.span.line) for fault in document.faults] == faults
    assert [section.title for section in document.sections] == ["Mål"]
    heading = document.node_span(document.sections[0].heading)
    assert text.split("\n")[heading.line - 1] == "## Mål"
    assert document.value_span(("status",)).line == text[: text.index("status")].count("\n") + 1


@pytest.mark.parametrize(
    "text", ["", "\n", "Tekst.\n", "## Mål\n", "---x\na: 1\n---\n", "title: A\n"]
)
def test_without_fences_there_are_no_fields(text: str) -> None:
    document = read(text)
    assert [fault.name for fault in document.faults] == ["front-matter-missing"]
    assert (document.data, document.complete, document.body_start) == ({}, False, 0)


def test_a_heading_in_a_comment_of_the_fields_is_a_comment() -> None:
    document = read("---\n# en note\n## og en til\ntitle: A\n---\n\n## Mål\n")
    assert document.faults == ()
    assert document.data == {"title": "A"}


def test_fields_may_have_any_name() -> None:
    """python-frontmatter's own `Post` takes fields by name and stumbles over some."""
    names = ["content", "handler", "self", "text", "encoding", "metadata"]
    document = read("---\n" + "".join(f"{name}: 1\n" for name in names) + "---\n")
    assert list(document.data) == names


@pytest.mark.parametrize("front", ["- a\n", "tekst\n", "12\n"])
def test_what_is_not_fields_is_one_fault(front: str) -> None:
    document = read(f"---\n{front}---\n")
    assert [fault.name for fault in document.faults] == ["front-matter-not-mapping"]
    assert not document.complete


def test_an_empty_front_matter_lacks_everything_but_is_whole() -> None:
    document = read("---\n---\n")
    assert (document.faults, document.data, document.complete) == ((), {}, True)
