"""A repository read from a folder with some of its files as they were or will be."""

import shutil
from pathlib import Path

import pytest

from wp.errors import WpError
from wp.reading.repository import read_repository
from wp.reading.tree import Tree

EKSEMPELRAADET = Path(__file__).parents[1] / "eksempelraadet"
PAGE = "content/one-pagers/effektmaaling.md"
NEW = "content/one-pagers/nyt.md"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return Path(shutil.copytree(EKSEMPELRAADET, tmp_path / "råd"))


def test_a_tree_of_the_folder_alone_is_the_folder(root: Path) -> None:
    assert read_repository(root, Tree(root)) == read_repository(root)
    assert len(read_repository(root).documents) == 20


def test_other_bytes_and_new_files(root: Path) -> None:
    read = read_repository(root, Tree(root, {PAGE: b"---\ntitle: A\n---\n", NEW: b"---\n---\n"}))
    assert read.by_path[PAGE].data == {"title": "A"}
    assert {PAGE, NEW} <= read.files
    assert len(read.documents) == 21
    assert [document.path for document in read.documents] == sorted(read.by_path)


def test_only_some_of_the_files(root: Path) -> None:
    tree = Tree(root, {NEW: b"---\n---\n"}, frozenset({PAGE, "content/borte.md"}))
    read = read_repository(root, tree)
    assert set(read.by_path) == set(read.files) == {PAGE, NEW}


def test_names_are_one_however_their_letters_are_composed(root: Path) -> None:
    """git and macOS may write the same name in two ways."""
    apart, whole = "content/one-pagers/a\u030a.md", "content/one-pagers/å.md"
    (root / apart).write_text("---\ntitle: På disken\n---\n", encoding="utf-8")
    read = read_repository(root, Tree(root, {whole: b"---\ntitle: I stedet\n---\n"}))
    assert read.by_path[whole].data == {"title": "I stedet"}
    assert [fault.name for path, fault in read.stray if path == whole] == []
    read = read_repository(root, Tree(root, {}, frozenset({whole})))
    assert read.by_path[whole].data == {"title": "På disken"}
    assert [fault.name for _, fault in read.stray] == ["name-decomposed"]


def test_forms_too(root: Path) -> None:
    form = (EKSEMPELRAADET.parents[1] / "templates" / "one-pager.md").read_bytes()
    instead = {"templates/one-pager.md": form.replace("## Mål {".encode(), "## Formål {".encode())}
    titles = [
        s.title for s in read_repository(root, Tree(root, instead)).templates["one-pager"].forms()
    ]
    assert "Formål" in titles
    (root / "templates").mkdir()
    (root / "templates" / "one-pager.md").write_bytes(b"intet\n")
    with pytest.raises(WpError) as error:
        read_repository(root)
    assert error.value.params["path"] == "templates/one-pager.md"
    assert "one-pager" in read_repository(root, Tree(root, instead)).templates
    assert "one-pager" in read_repository(root, Tree(root, {}, frozenset())).templates


def test_what_lies_in_a_folder_of_templates_is_no_form(root: Path) -> None:
    names = ["templates/output/x.md", "templates/README.md", "templates/noter.txt"]
    assert read_repository(root, Tree(root, dict.fromkeys(names, b"x"))).templates.keys() == (
        read_repository(root).templates.keys()
    )


def test_too_much_is_the_fault_that_it_is_on_disk(root: Path) -> None:
    data = b"x" * 2_000_001
    (root / NEW).write_bytes(data)
    assert read_repository(root, Tree(root, {NEW: data})).stray == read_repository(root).stray
    assert [fault.name for _, fault in read_repository(root).stray] == ["too-large"]


def test_nothing_on_disk_is_read_that_something_stands_in_for(root: Path) -> None:
    (root / PAGE).unlink()
    (root / PAGE).mkdir()
    read = read_repository(root, Tree(root, {PAGE: b"---\n---\n"}))
    assert PAGE in read.by_path
    assert read.stray == ()
