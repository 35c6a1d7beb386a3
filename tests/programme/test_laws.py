"""What holds of any repository: it assembles, the same way each time, and nothing can change it."""

import ast
import copy
from dataclasses import FrozenInstanceError, fields, is_dataclass, replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import wp.programme
from wp.programme.assemble import assemble, meeting, one_pager, page
from wp.programme.model import Programme
from wp.reading.document import Document, make_document
from wp.reading.repository import Repository
from wp.reading.source import Source

JUNK = (
    None,
    "",
    "x",
    0,
    -1,
    2.5,
    True,
    [],
    {},
    [None],
    [[]],
    ["x"],
    [{}],
    {"x": None},
    "2027-13-45",
)


def places(value, above=()):
    """Return the place of every key and item of front matter."""
    found = []
    items = value.items() if isinstance(value, dict) else enumerate(value)
    for key, item in items:
        found.append((*above, key))
        if isinstance(item, dict | list):
            found += places(item, (*above, key))
    return found


def damaged(document: Document, draw) -> Document:
    """Take fields away from a document, or put something else there, and take text away."""
    data = copy.deepcopy(document.data)
    for _ in range(draw(st.integers(0, 4))):
        if not (known := places(data)):
            break
        *above, last = draw(st.sampled_from(known))
        holder = data
        for part in above:
            holder = holder[part]
        if draw(st.booleans()):
            del holder[last]
        else:
            holder[last] = copy.deepcopy(draw(st.sampled_from(JUNK)))
    lines = document.source.text[document.body_start :].split("\n")
    start = draw(st.integers(0, len(lines)))
    end = draw(st.integers(start, len(lines)))
    text = document.source.text[: document.body_start] + "\n".join(lines[:start] + lines[end:])
    rewritten = make_document(Source(document.path, text), document.template, ())
    return replace(rewritten, data=data)


def draft(repository: Repository, draw) -> Repository:
    """Return a repository with some of its documents damaged and some gone."""
    documents = []
    for document in repository.documents:
        fate = draw(st.sampled_from(["kept", "kept", "kept", "damaged", "damaged", "gone"]))
        if fate == "damaged":
            documents.append(damaged(document, draw))
        elif fate == "kept":
            documents.append(document)
    return replace(repository, documents=tuple(documents))


@settings(max_examples=150, deadline=None)
@given(data=st.data())
def test_anything_assembles(eksempel, data):
    repository = draft(eksempel, data.draw)
    programme = assemble(repository)
    assert {t.id for t in (*programme.one_pagers, *programme.aside)} == {
        document.id for document in repository.of("one-pager")
    }
    assert sum(len(chapter.one_pagers) for chapter in programme.chapters) >= len(
        programme.one_pagers
    )
    assert len(programme.activities) == sum(len(t.activities) for t in programme.one_pagers)
    amounts = [row.amounts.total or 0 for row in programme.economy.rows]
    assert sum(amounts) >= (programme.economy.sums.total or 0)
    for document in repository.documents:
        page(repository, document)


def test_the_same_documents_give_the_same_programme(eksempel, programme):
    assert assemble(eksempel) == programme


def test_what_is_made_alone_is_what_the_programme_holds(eksempel, programme):
    for topic in (*programme.one_pagers, *programme.aside):
        assert one_pager(eksempel, eksempel.by_path[topic.path]) == topic
    for minutes in programme.meetings:
        assert meeting(eksempel, eksempel.by_path[minutes.path]) == minutes


def test_the_programme_is_frozen_throughout(programme: Programme):
    seen: set[int] = set()
    stack: list[object] = [programme]
    while stack:
        value = stack.pop()
        if isinstance(value, tuple):
            stack.extend(value)
        elif is_dataclass(value) and not isinstance(value, Document) and id(value) not in seen:
            seen.add(id(value))
            assert not hasattr(value, "__dict__"), type(value)
            name = fields(value)[0].name
            with pytest.raises(FrozenInstanceError):
                setattr(value, name, None)
            stack.extend(getattr(value, field.name) for field in fields(value))
        else:
            assert not isinstance(value, list | set), value
    assert len(seen) > 100


def test_a_council_that_words_its_forms_otherwise(eksempel, programme):
    """Sections are found by key: other headings in form and documents change nothing but these."""
    template = eksempel.templates["one-pager"]
    forms = tuple(replace(form, title=form.title.upper()) for form in template.sections)
    other = replace(template, sections=forms)
    documents = tuple(
        replace(document, template=other) if document.template is template else document
        for document in eksempel.documents
    )
    changed = assemble(replace(eksempel, documents=documents))
    for before, after in zip(programme.one_pagers, changed.one_pagers, strict=True):
        assert [s.key for s in after.sections] == [s.key for s in before.sections]
        assert [s.blocks for s in after.sections] == [s.blocks for s in before.sections]
        assert [s.title for s in after.sections] == [s.title.upper() for s in before.sections]


def test_what_a_template_adds_reaches_the_model_untouched(eksempel):
    added = {"risk": {"level": "high", "why": ["a", "b"]}}
    documents = tuple(
        replace(document, data={**document.data, **added}) for document in eksempel.documents
    )
    programme = assemble(replace(eksempel, documents=documents))
    for thing in (programme, *programme.one_pagers, *programme.meetings):
        assert thing.data["risk"] == added["risk"]


FORBIDDEN = {
    "io", "os", "pathlib", "shutil", "socket", "subprocess", "tempfile", "time", "random",
    "wp.publishing", "wp.checking", "wp.reporting", "wp.history", "wp.app",
}  # fmt: skip


def test_the_room_is_pure():
    """No clock, no git, no file, no format: none is imported, and nothing asks for the time."""
    folder = Path(wp.programme.__file__).parent
    for path in folder.rglob("*.py"):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        for node in ast.walk(tree):
            names = []
            if isinstance(node, ast.Import):
                names = [alias.name for alias in node.names]
            elif isinstance(node, ast.ImportFrom):
                names = [node.module or ""]
            elif isinstance(node, ast.Attribute):
                assert node.attr not in ("today", "now", "read_text", "read_bytes"), path
            elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
                assert node.func.id not in ("open", "eval", "exec", "print"), path
            for name in names:
                assert not any(name == bad or name.startswith(f"{bad}.") for bad in FORBIDDEN), path
