"""Any bytes, any YAML and any Markdown in a document or a form are judged soundly.

The suite tries few. `WP_EXAMPLES=5000 pytest tests/robustness/test_any_input.py` tries more of each
kind, and `python -m tests.robustness.mutate --count 5000` more changes of the real files.
"""

import os
from functools import cache
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.robustness import mutate
from tests.robustness.judge import judged
from tests.robustness.mutations import ODD

from wp.reading.repository import Repository, read_repository

BASE = Path(__file__).resolve().parents[1] / "cases_base"
EXAMPLES = int(os.environ.get("WP_EXAMPLES", "0"))


def examples(count: int) -> settings:
    """Return how much is tried: so many inputs, or as many as the environment says."""
    return settings(
        max_examples=EXAMPLES or count,
        deadline=None,  # each has a bound of its own
        suppress_health_check=list(HealthCheck),
        print_blob=True,
    )


PATHS = st.sampled_from(
    ["content/one-pagers/x.md", "content/minutes/2027-05-04.md", "content/programme.md"]
    + ["content/people.yml", "content/initiatives.yml"]
)
ODDITIES = st.sampled_from(ODD)
WORDS = st.text(st.characters(exclude_categories=("Cs",)), max_size=8) | ODDITIES

# YAML: scalars in every style, in collections of every style, with anchors, tags and comments.
KEYS = st.sampled_from(
    ["title", "status", "date", "responsible", "who", "role", "activities", "id", "start", "end"]
    + ["goals", "agenda", "number", "decisions", "concerns", "people", "name", "members", "from"]
    + ["focus_area", "depends_on", "cost", "2027", "present", "milestones", "period", "language"]
)
SCALARS = st.sampled_from(
    ["draft", "approved", "2027-02-30", "2027-05-04", "10:00", "anna-berg", "ret", "7", "-1", "1.5"]
    + ["", "~", "true", "null", ".nan", "'x'", '"\\x41"', "|\n  a\n  b", ">-\n  a", "[]", "{}"]
    + ["*a", "&a b", "!!str 7", "!own x", "2027-05-04-1", "#", "- x", "a: b", "'", '"', "\t"]
)
FLOW = st.recursive(
    SCALARS.filter(lambda text: "\n" not in text),
    lambda inner: (
        st.lists(inner, max_size=3).map(lambda items: f"[{', '.join(items)}]")
        | st.dictionaries(KEYS, inner, max_size=3).map(
            lambda items: "{" + ", ".join(f"{k}: {v}" for k, v in items.items()) + "}"
        )
    ),
    max_leaves=6,
)
FIELDS = st.lists(
    st.tuples(st.sampled_from(["", "  ", "    ", "- ", "  - "]), KEYS, FLOW | SCALARS), max_size=12
).map(lambda rows: "".join(f"{indent}{key}: {value}\n" for indent, key, value in rows))

# Markdown: blocks of every kind, with headings that the forms ask for and inline text of all kinds.
INLINE = st.lists(
    st.sampled_from(
        ["ord", "Anna Berg", "*a*", "**b**", "`c`", "[d](e.md)", "[d](#maal)", "![](x.png)", "<i>"]
        + ["<https://x.dk>", "[^1]", "[r][s]", "~~t~~", "\\", "&lt;", "TODO", "a@b.dk", "tirsdag"]
        + ["den 4. maj 2027", "010190-1234", "$", "{#x}", "  \n", "æøå", "e\u0301", "👩‍🔬"]
    )
    | WORDS,
    max_size=6,
).map(" ".join)
BLOCKS = st.one_of(
    INLINE,
    st.tuples(st.integers(1, 7), INLINE).map(lambda it: f"{'#' * it[0]} {it[1]}"),
    st.sampled_from(
        ["## Mål", "## Baggrund og motivation", "## Pkt. 1 A", "### Referat", "## Tid"]
    ),
    INLINE.map(lambda text: f"{text}\n==="),
    st.lists(INLINE, max_size=3).map(lambda items: "\n".join(f"- {item}" for item in items)),
    st.lists(INLINE, max_size=3).map(lambda items: "\n".join(f"1. {item}" for item in items)),
    INLINE.map(lambda text: f"> {text}\n> - {text}"),
    INLINE.map(lambda text: f"| {text} | b |\n| - | :-: |\n| c | {text} |"),
    INLINE.map(lambda text: f"```x\n{text}\n"),
    INLINE.map(lambda text: f"    {text}"),
    INLINE.map(lambda text: f"<div>\n{text}\n\n</div>"),
    INLINE.map(lambda text: f"[^1]: {text}\n\n[s]: {text}"),
    st.sampled_from(["***", "<!-- x", "-->", "- [ ] x", "\\\n", "---"]),
)
BODIES = st.lists(BLOCKS, max_size=12).map("\n\n".join)


@cache
def base() -> Repository:
    return read_repository(BASE)


def own_text(path: str) -> str:
    """Return the text of a document in order, which a path's own stands for if it has none."""
    document = base().by_path.get(path)
    return document.source.text if document else base().of("one-pager")[0].source.text


@examples(60)
@given(PATHS, st.binary(max_size=600))
def test_any_bytes(path: str, data: bytes) -> None:
    judged(base(), path, data)


@examples(60)
@given(PATHS, FIELDS)
def test_any_yaml(path: str, fields: str) -> None:
    text = fields if path.endswith(".yml") else f"---\n{fields}---\n"
    judged(base(), path, text.encode())


@examples(60)
@given(PATHS, FIELDS, st.integers(0, 30))
def test_any_yaml_among_fields_in_order(path: str, fields: str, line: int) -> None:
    lines = own_text(path).split("\n")
    lines.insert(1 + line % len(lines), fields.rstrip("\n"))
    judged(base(), path, "\n".join(lines).encode())


@examples(60)
@given(st.sampled_from(["content/one-pagers/x.md", "content/minutes/2027-05-04.md"]), BODIES)
def test_any_markdown(path: str, body: str) -> None:
    head = own_text(path).split("---\n")[1]
    judged(base(), path, f"---\n{head}---\n\n{body}\n".encode("utf-8", "surrogatepass"))


@examples(60)
@given(st.sampled_from(sorted({f"templates/{t.path[10:]}" for t in base().templates.values()})),
       st.binary(max_size=300), FIELDS, BODIES)  # fmt: skip
def test_any_form_is_read_or_refused(path: str, data: bytes, fields: str, body: str) -> None:
    mutate.read_form(path, data)
    mutate.read_form(path, f"---\n{fields}---\n{body}\n".encode("utf-8", "surrogatepass"))
    form = (mutate.ROOT / path).read_text(encoding="utf-8")
    mutate.read_form(path, form.replace("schema:\n", f"{fields}schema:\n", 1).encode())


def test_changes_of_the_real_files() -> None:
    """A few of those that `python -m tests.robustness.mutate` makes."""
    tried, gave, failed = mutate.run(first=0, count=EXAMPLES or 28, keep=None)
    assert failed == 0
    assert tried.total() == (EXAMPLES or 28) * 5 // 4
    assert len(tried) == 14, "of every kind, for documents and forms"
    assert gave["findings"] > 0
