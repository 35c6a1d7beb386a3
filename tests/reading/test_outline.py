"""Headings matched with those of a form, however their levels are written."""

from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from wp.reading.document import Document, make_document
from wp.reading.outline import Outline, outline_of
from wp.reading.repository import read_templates
from wp.reading.section import Section
from wp.reading.source import Source

TEMPLATES = read_templates(Path(__file__).resolve().parents[1] / "cases_base")
AGENDA = "agenda:\n  - {number: 1, title: Velkomst}\n  - {number: 2, title: Kræftplan}\n"
TITLES = ["Baggrund og motivation", "Mål", "Behov", "Aktiviteter", "Tid", "Aktører"]


def document(body: str, kind: str = "one-pager", front: str = "title: A\n") -> Document:
    source = Source("content/x/x.md", f"---\n{front}---\n{body}")
    return make_document(source, TEMPLATES[kind], ())


def found(outline: Outline) -> dict[str, str]:
    """Return the titles of the form's headings that were found, with those in the document."""
    return {m.title: m.section.title for m in outline.matches if m.section is not None}


def test_each_heading_finds_its_own() -> None:
    outline = outline_of(document("".join(f"## {title}\n\nTekst.\n\n" for title in TITLES)))
    assert list(found(outline)) == TITLES
    assert (outline.unknown, outline.doubled, outline.misplaced) == ((), (), ())


def test_case_spaces_colons_and_words_own_signs_make_no_difference() -> None:
    outline = outline_of(document("## MÅL:\n\n##  Baggrund   og motivation \n\n## Tid.\n"))
    assert set(found(outline)) == {"Mål", "Baggrund og motivation", "Tid"}
    assert not any(match.renamed for match in outline.matches)


def test_a_title_above_everything_hides_nothing() -> None:
    outline = outline_of(document("# A\n\n## Mål\n\n### Egen\n\n## Tid\n"))
    assert set(found(outline)) == {"Mål", "Tid"}
    assert [section.title for section in outline.unknown] == ["A"]
    assert not any(match.relevelled for match in outline.matches)


def test_a_section_at_a_wrong_level_is_cut_where_it_belongs() -> None:
    outline = outline_of(
        document("## Mål\n\nA.\n\n### Behov\n\nB.\n\n#### Egen\n\nC.\n\n# Tid\n\nD.\n")
    )
    words = {m.title: m.section.words() for m in outline.matches if m.section}
    assert words == {"Mål": 1, "Behov": 3, "Tid": 1}
    assert [m.title for m in outline.matches if m.relevelled] == ["Behov", "Tid"]


def test_a_writers_own_heading_of_the_same_words_stays_below() -> None:
    outline = outline_of(document("## Mål\n\n### Tid\n\n## Tid\n"))
    goals = outline.get("goals")
    assert goals is not None and goals.section is not None
    assert [child.title for child in goals.section.children] == ["Tid"]
    assert outline.doubled == () and outline.unknown == ()


def test_repeated_headings_are_known_by_their_number() -> None:
    body = "## Pkt. 2 Andet\n\n### Referat\n\nA.\n\n## Pkt 1. velkomst\n\n## Referat\n\nB.\n"
    outline = outline_of(document(body, "minutes", AGENDA))
    assert found(outline) == {
        "Pkt. 1 Velkomst": "Pkt 1. velkomst",
        "Pkt. 2 Kræftplan": "Pkt. 2 Andet",
    }
    assert [m.title for m in outline.matches if m.renamed] == [
        "Pkt. 1 Velkomst",
        "Pkt. 2 Kræftplan",
    ]
    inner = [m.children.get("minutes") for m in outline.matches]
    assert [m.relevelled for m in inner if m and m.section] == [True, False]


def test_the_exact_title_wins_over_the_number() -> None:
    body = "## Pkt. 1 Noget andet\n\n## Pkt. 1 Velkomst\n"
    outline = outline_of(document(body, "minutes", AGENDA))
    assert found(outline) == {"Pkt. 1 Velkomst": "Pkt. 1 Velkomst"}
    assert [(a.title, b.title) for a, b in outline.doubled] == [
        ("Pkt. 1 Velkomst", "Pkt. 1 Noget andet")
    ]


def test_an_underlined_text_is_no_section() -> None:
    outline = outline_of(document("## Mål\n\nEn tekst\n---\n\nMere.\n\nTid\n---\n\nNu.\n"))
    assert set(found(outline)) == {"Mål", "Tid"}
    assert outline.unknown == ()


def test_the_fewest_sections_must_move() -> None:
    titles = ["Mål", "Baggrund og motivation", "Behov", "Aktører", "Aktiviteter", "Tid"]
    outline = outline_of(document("".join(f"## {title}\n\n" for title in titles)))
    moves = [(match.title, after.title) for match, after in outline.misplaced]
    assert len(moves) == 2
    assert ("Aktører", "Tid") in moves


LINES = st.sampled_from(
    [f"{'#' * level} {title}" for level in (1, 2, 3, 4) for title in [*TITLES, "Egen", "Mål"]]
    + ["## Pkt. 1 Velkomst", "## Pkt. 2 Andet", "# Pkt. 3 X", "### Referat", "## Referat", "Tekst."]
    + ["Tid\n---", "#### Bilag", "### Indstilling", "> ## Mål", "- ## Tid", "##"]
)


@settings(max_examples=400, deadline=None)
@given(st.lists(LINES, max_size=14), st.sampled_from(["one-pager", "minutes"]))
def test_every_heading_is_in_one_place(lines: list[str], kind: str) -> None:
    page = document("\n\n".join(lines) + "\n", kind, AGENDA)
    outline = outline_of(page)
    sections = sections_in(outline)
    seen = {section.start for section in sections}
    own = {node.start for node in page.body.children if node.kind == "heading"}
    assert seen <= own
    # what isn't seen stands inside a section that is, or is text with a line below it
    for start in own - seen:
        inside = any(section.start < start < section.end for section in sections)
        assert inside or page.body_bytes(start, start + 1) != b"#"
    matched = [match.section.start for match in outline.all_matches() if match.section]
    assert len(set(matched)) == len(matched)


def sections_in(outline: Outline) -> list[Section]:
    """Return every section that an outline names, at every level, each once."""
    levels = [outline, *(match.children for match in outline.all_matches())]
    named = [match.section for match in outline.all_matches() if match.section is not None]
    doubled = [section for level in levels for pair in level.doubled for section in pair]
    unknown = [section for level in levels for section in level.unknown]
    return list({section.start: section for section in (*named, *doubled, *unknown)}.values())
