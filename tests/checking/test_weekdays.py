"""Which weekdays in prose are found, and which are let be."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wp.checking.rules import weekdays
from wp.language.wording import date as in_words
from wp.language.wording import weekday
from wp.reading.document import Document, make_document
from wp.reading.prose import all_prose
from wp.reading.repository import Repository, read_templates
from wp.reading.source import Source

TEMPLATES = read_templates(Path("/nowhere"))
NOTHING = Repository(Path("/nowhere"), TEMPLATES, ())


def minutes(body: str) -> Document:
    """Minutes of Tuesday 17 June 2025."""
    text = f"---\ndate: 2025-06-17\n---\n\n{body}\n"
    return make_document(Source("content/minutes/x.md", text), TEMPLATES["minutes"], ())


def found(body: str) -> list[tuple[str, str]]:
    """Return the name and the marked text of each finding."""
    document = minutes(body)
    lines = document.source.text.splitlines()
    marked = []
    for finding in weekdays.check(document, NOTHING):
        span = finding.span
        assert span.line == span.end_line
        text = lines[span.line - 1][span.column - 1 : span.end_column - 1]
        marked.append((finding.rule.name, text))
    return marked


@pytest.mark.parametrize(
    "text",
    [
        "onsdag den 17. juni 2025",
        "Onsdag d. 17. juni 2025",
        "onsdagen den 17. juni 2025",
        "onsdag 17. jun. 2025",
        "onsdag den 17/6 2025",
        "onsdag den 17/6-2025",
        "onsdag den 17.6.2025",
        "onsdag 17-06-2025",
        "Wednesday 17 June 2025",
        "Wednesday, 17th of June 2025",
        "Wednesday, June 17, 2025",
        "Wednesday June 17th 2025",
    ],
)
def test_a_wrong_weekday_is_found(text: str) -> None:
    assert found(f"Vi mødes {text}.") == [("wrong-weekday", text)]
    for wrong, right in (("onsdag", "tirsdag"), ("Onsdag", "Tirsdag"), ("Wednesday", "Tuesday")):
        text = text.replace(wrong, right)
    assert found(f"Vi mødes {text}.") == []


@pytest.mark.parametrize(
    "text",
    [
        "onsdag den 26. august",
        "onsdag d. 26/8",
        "Wednesday 26 August",
        "Wednesday, August 26",
    ],
)
def test_without_a_year_it_is_the_documents(text: str) -> None:
    assert found(f"Vi mødes {text}.") == [("doubtful-weekday", text)]


@pytest.mark.parametrize(
    "text",
    [
        "onsdag 10-12",
        "onsdag kl. 17.30",
        "onsdag 17.6",
        "onsdagsmøde den 17. juni 2025",
        "onsdag den 31. juni 2025",
        "onsdag den 29. februar",
        "tirsdag den 17. og onsdag den 18. juni 2025",
        "Wednesday 12 may be late",
        "`onsdag den 17. juni 2025`",
        "mandag den 16. juni 2025, tirsdag den 17. juni og onsdag den 18. juni",
        "onsdag den 26. august, som i 2026",
        "torsdag den 4. december",
        "onsdag den 4. december",
    ],
)
def test_what_is_right_or_may_be_is_let_be(text: str) -> None:
    assert found(f"Vi mødes {text}.") == []


@given(st.dates(date(1900, 1, 1), date(2199, 12, 31)), st.integers(0, 6), st.sampled_from("de"))
@settings(max_examples=300)
def test_exactly_the_right_weekday_is_right(when: date, step: int, letter: str) -> None:
    language = "da" if letter == "d" else "en"
    said = weekday((when + timedelta(days=step)).isoformat(), language)  # type: ignore[arg-type]
    words = in_words(when.isoformat(), language)  # type: ignore[arg-type]
    between = "den" if language == "da" else "the"
    text = f"{said} {between} {words}"
    expected = [("wrong-weekday", text)] if step else []
    assert found(f"- {text}") == expected


@given(
    st.lists(
        st.sampled_from(
            ["ord", "**fed**", "*kursiv*", "`kode`", "&amp;", "\\*", "æøå", "[link](x.md)", "\n"]
        ),
        max_size=12,
    ),
    st.integers(0, 12),
)
def test_a_word_is_found_where_it_stands(parts: list[str], at: int) -> None:
    """Whatever markup stands around it, the span covers the word in the file."""
    body = " ".join([*parts[:at], "mærkeord", *parts[at:]]).replace("\n ", "\n")
    document = minutes(f"Før {body}")
    lines = document.source.text.splitlines()
    spans = []
    for prose in all_prose(document):
        if "mærkeord" in prose.text:
            start = prose.text.index("mærkeord")
            spans.append(prose.span(start, start + len("mærkeord")))
    [span] = spans
    assert lines[span.line - 1][span.column - 1 : span.end_column - 1] == "mærkeord"
