"""Laws of comparing: which lines a change touched, and which file is another renamed."""

from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from wp.changes import renames, touched_lines
from wp.reading.document import make_document
from wp.reading.repository import Repository
from wp.reading.source import Source

LINES = st.lists(st.sampled_from(["a", "b", "", "  who: x", "æ"]), max_size=12)


@given(LINES, LINES)
def test_lines_that_are_not_touched_stood_there_in_that_order(
    before: list[str], now: list[str]
) -> None:
    old, new = "\n".join(before), "\n".join(now)
    touched = touched_lines(old, new)
    lines = new.split("\n")
    assert touched <= set(range(1, len(lines) + 1))
    kept = [line for number, line in enumerate(lines, 1) if number not in touched]
    rest = iter(old.split("\n"))
    assert all(line in rest for line in kept)


@given(LINES, st.integers(0, 12), st.text(alphabet="xyz", min_size=1, max_size=3))
def test_one_line_more_is_one_line_touched(before: list[str], at: int, line: str) -> None:
    at = min(at, len(before))
    now = [*before[:at], line, *before[at:]]
    if before:
        assert touched_lines("\n".join(before), "\n".join(now)) == {at + 1}


@settings(max_examples=5)
@given(st.integers(2_001, 3_000))
def test_a_long_file_of_the_same_line_is_compared_at_once(count: int) -> None:
    text = "samme\n" * count
    assert touched_lines(text, text + "ny\n" + text) == set(range(count + 1, 2 * count + 2))


def repository(**texts: str) -> Repository:
    """Return documents by their stems, as if they had been read."""
    documents = [
        make_document(Source(f"content/{name}.md", text), None, ()) for name, text in texts.items()
    ]
    return Repository(Path(), {}, tuple(documents))


def named(**texts: str) -> dict[str, str]:
    """Return the renames from a file “foer” with eight lines, and its twin, to those named."""
    eight = "".join(f"linje {number}\n" for number in range(8))
    return renames(repository(foer=eight, tvilling=eight + "og en til\n"), repository(**texts))


def test_the_likest_file_is_the_one_renamed() -> None:
    eight = "".join(f"linje {number}\n" for number in range(8))
    twins = {"content/a.md": "content/foer.md", "content/b.md": "content/tvilling.md"}
    assert named(a=eight, b=eight + "og en til\n") == twins
    assert named(b=eight + "og en til\n", a=eight) == twins
    assert named(a=eight, tvilling=eight) == {"content/a.md": "content/foer.md"}


def test_half_a_file_is_a_rename_and_less_is_another_file() -> None:
    half = "".join(f"linje {number}\n" for number in range(4))
    assert named(a=half) == {"content/a.md": "content/foer.md"}
    assert named(a="".join(half.splitlines(keepends=True)[:3])) == {}
    assert named(a=half + "noget helt andet, som er længere\n" * 2) == {}
    assert named(a="") == {}
    assert named(foer="", tvilling="") == {}, "a file that is still there wasn't renamed"


def test_a_folder_of_a_thousand_files_may_have_a_new_name() -> None:
    texts = {f"d{number}": f"linje {number}\nog en til\n" for number in range(1_000)}
    found = renames(repository(**texts), repository(**{f"n{k}": v for k, v in texts.items()}))
    assert found == {f"content/n{name}.md": f"content/{name}.md" for name in texts}
