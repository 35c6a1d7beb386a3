"""After an edit only what changed is judged again, and the answer is that of judging everything."""

import pickle
import random
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.caching.test_kept_answers import (
    COUNCIL,
    PAGE,
    Check,
    cache,
    check,
    council,
    entries,
    seal,
)
from tests.checking import golden
from tests.cli.process import change

from wp.caching.entries import unpacked
from wp.caching.known import KnownFindings
from wp.checking.engine import judge, rule_modules
from wp.reading.document import Document
from wp.reading.repository import read_repository

__all__ = ["cache", "check", "council"]  # fixtures

OTHER = "content/one-pagers/naturkortet.md"
LINK = "[emnet](effektmaaling.md#tid)"


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))


def known_documents(cache: Path) -> list[Path]:
    return sorted((cache / "wp" / "documents").iterdir())


def plant(cache: Path) -> None:
    """Let what is kept of one document say something that is nowhere in it."""
    [entry] = known_documents(cache)
    found = unpacked(entry.read_bytes()[32:])
    [told] = [findings for findings, _ in found.values() if findings]
    planted = {
        key: (told, looked) if not findings else (findings, looked)
        for key, (findings, looked) in found.items()
    }
    entry.write_bytes(seal(pickle.dumps(planted)))


def test_after_an_edit_of_a_text_the_other_documents_are_not_judged_again(
    check: Check, council: Path, cache: Path
) -> None:
    change(council / OTHER, "\n## Mål\n", "\n## Maal\n")
    once = check("--format", "concise").out.count("WP")
    assert once > 0
    plant(cache)
    (council / PAGE).write_text((council / PAGE).read_text(encoding="utf-8") + "\nMere.\n", "utf-8")
    assert check("--format", "concise").out.count("WP") > once


def test_after_an_edit_of_a_field_every_document_is_judged_again(
    check: Check, council: Path, cache: Path
) -> None:
    change(council / OTHER, "\n## Mål\n", "\n## Maal\n")
    once = check("--format", "concise").out
    plant(cache)
    change(council / PAGE, "\ntitle: ", "\ntitle:  ")
    assert check("--format", "concise").out == once


def test_a_heading_that_goes_is_missed_where_it_is_linked_to(check: Check, council: Path) -> None:
    text = (council / OTHER).read_text(encoding="utf-8")
    (council / OTHER).write_text(f"{text}\nSe {LINK}.\n", encoding="utf-8")
    assert "WP421" not in check().out
    change(council / PAGE, "\n## Tid", "\n## Årstid")
    found = check("--format", "concise").out
    assert f"{OTHER}:" in found and "WP421" in found
    assert found == check("--format", "concise", "--no-cache").out


def test_a_heading_that_becomes_internal_is_found_where_it_is_linked_to(
    check: Check, council: Path
) -> None:
    text = (council / OTHER).read_text(encoding="utf-8")
    (council / OTHER).write_text(f"{text}\nSe {LINK}.\n", encoding="utf-8")
    assert "WP961" not in check().out
    change(council / PAGE, "\n## Tid\n", "\n## Tid {audience=internal}\n")
    found = check("--format", "concise").out
    assert f"{OTHER}:" in found and "WP961" in found
    assert found == check("--format", "concise", "--no-cache").out


@pytest.mark.parametrize("content", [{b"k": 1}, {b"k": ((), 1)}, ["x"], None])
def test_what_is_not_ours_is_not_taken(check: Check, cache: Path, content: object) -> None:
    first = check()
    [entry] = known_documents(cache)
    entry.write_bytes(seal(pickle.dumps(content)))
    for answer in entries(cache):
        answer.unlink()
    assert check() == first


def edits(council: Path, chance: random.Random) -> Iterator[str]:
    """Yield what was done to the council, one small edit after the other."""
    files = sorted(
        path for path in (council / "content").rglob("*") if path.suffix in (".md", ".yml")
    )
    for _ in range(40):
        file = chance.choice(files)
        lines = file.read_text(encoding="utf-8").splitlines(keepends=True)
        at = chance.randrange(len(lines))
        kind = chance.choice(["drop", "double", "swap", "word", "heading", "link"])
        if kind == "drop":
            del lines[at]
        elif kind == "double":
            lines.insert(at, lines[at])
        elif kind == "swap":
            other = chance.randrange(len(lines))
            lines[at], lines[other] = lines[other], lines[at]
        elif kind == "word":
            lines[at] = lines[at].replace(" ", " ord ", 1)
        elif kind == "heading":
            lines.insert(at, "\n## Nyt afsnit\n\n")
        else:
            lines.append(f"\nSe {LINK} og [nyt](naturkortet.md#nyt-afsnit).\n")
        file.write_text("".join(lines), encoding="utf-8")
        yield f"{kind} {file.name}:{at + 1}"


@pytest.mark.parametrize("seed", range(4))
def test_whatever_is_edited_the_answer_is_that_of_judging_everything(
    council: Path, seed: int
) -> None:
    taken = 0
    for edit in edits(council, random.Random(seed)):
        repository = read_repository(council)
        known = KnownFindings(repository, "forms")
        taken += sum(known.of(document) is not None for document in repository.documents)
        found = judge(repository, None, known)
        known.save()
        anew = judge(read_repository(council))
        assert found == anew, edit
    assert taken > 100


@pytest.mark.parametrize("root", [golden.BASE, COUNCIL], ids=["base", "council"])
def test_a_document_is_judged_by_no_other_text_than_those_it_has_looked_into(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    repository = read_repository(root)
    rules = [module.check for module in rule_modules() if hasattr(module, "check")]
    judged: list[Document] = []
    parse = Document.__dict__["body"].func

    def body(document: Document) -> object:
        one = judged[-1]
        assert document is one or document.path in one.looked_into, (document.path, one.path)
        return parse(document)

    monkeypatch.setattr(Document, "body", property(body))
    for document in repository.documents:
        judged.append(document)
        for rule in rules:
            list(rule(document, repository))
        document.forget()
    assert len(judged) > 3
