"""Mended files on the disk: whole or not at all, and nobody's work lost."""

import stat
from pathlib import Path

import pytest

from wp.errors import WpError
from wp.fixing.locate import Left
from wp.fixing.mend import MendedFile, mend
from wp.fixing.write import write_files
from wp.reading.repository import read_repository


def page(folder: Path, name: str = "a.md", text: str = "gammelt\n") -> MendedFile:
    file = folder / name
    file.write_text(text, encoding="utf-8")
    return MendedFile(f"content/{name}", file, text.encode(), b"nyt\r\n", 1)


def test_a_file_is_replaced_with_its_mode_and_nothing_is_left_beside_it(tmp_path: Path) -> None:
    item = page(tmp_path)
    item.file.chmod(0o640)
    assert write_files([item]) == ([item], [])
    assert item.file.read_bytes() == b"nyt\r\n"
    assert stat.S_IMODE(item.file.stat().st_mode) == 0o640
    assert [path.name for path in tmp_path.iterdir()] == ["a.md"]


def test_a_file_that_was_changed_since_is_left_alone(tmp_path: Path) -> None:
    item, other = page(tmp_path), page(tmp_path, "b.md")
    item.file.write_text("en andens arbejde\n", encoding="utf-8")
    assert write_files([item, other]) == ([other], [Left("content/a.md", "changed")])
    assert item.file.read_text(encoding="utf-8") == "en andens arbejde\n"
    assert other.file.read_bytes() == b"nyt\r\n"


def test_a_file_that_is_gone_since_is_not_made_anew(tmp_path: Path) -> None:
    item = page(tmp_path)
    item.file.unlink()
    assert write_files([item]) == ([], [Left("content/a.md", "changed")])
    assert list(tmp_path.iterdir()) == []


def test_a_link_that_has_taken_the_files_place_is_no_file(tmp_path: Path) -> None:
    item = page(tmp_path)
    elsewhere = tmp_path / "udenfor.txt"
    item.file.rename(elsewhere)
    item.file.symlink_to(elsewhere)
    assert write_files([item]) == ([], [Left("content/a.md", "changed")])
    assert elsewhere.read_text(encoding="utf-8") == "gammelt\n"
    assert item.file.is_symlink()


def test_a_read_only_file_stops_before_anything_is_changed(tmp_path: Path) -> None:
    item, other = page(tmp_path), page(tmp_path, "b.md")
    other.file.chmod(0o444)
    with pytest.raises(WpError) as caught:
        write_files([item, other])
    assert (caught.value.name, caught.value.params) == ("read-only", {"path": "content/b.md"})
    assert item.file.read_text(encoding="utf-8") == "gammelt\n"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.md", "b.md"]


def test_a_file_cannot_take_the_place_of_what_is_in_the_way(tmp_path: Path) -> None:
    item = page(tmp_path)
    folder = tmp_path / "b.md"
    folder.mkdir()
    other = MendedFile("content/b.md", folder, b"", b"x", 1)
    assert write_files([item, other]) == ([item], [Left("content/b.md", "changed")])


def test_what_stands_behind_a_link_is_not_written(tmp_path: Path) -> None:
    content = tmp_path / "content"
    (content / "one-pagers").mkdir(parents=True)
    (content / "programme.md").write_text("---\ntitle: Prøve\n---\n", encoding="utf-8")
    target = tmp_path / "andetsteds.md"
    target.write_bytes(b"\xef\xbb\xbf---\ntitle: A\n---\n")
    link = content / "one-pagers" / "a.md"
    link.symlink_to("../../andetsteds.md")
    result = mend(read_repository(tmp_path), lambda finding: "one-pagers" in finding.path)
    assert (result.files, result.left) == ((), (Left("content/one-pagers/a.md", "link"),))


def test_a_file_changed_between_reading_and_mending_is_left_alone(tmp_path: Path) -> None:
    content = tmp_path / "content"
    (content / "one-pagers").mkdir(parents=True)
    (content / "programme.md").write_text("---\ntitle: Prøve\n---\n", encoding="utf-8")
    file = content / "one-pagers" / "a.md"
    file.write_bytes(b"\xef\xbb\xbf---\ntitle: A\n---\n")
    repository = read_repository(tmp_path)
    file.write_bytes(b"\xef\xbb\xbf---\ntitle: B\n---\n")
    result = mend(repository, lambda finding: "one-pagers" in finding.path)
    assert (result.files, result.left) == ((), (Left("content/one-pagers/a.md", "changed"),))
    file.unlink()
    result = mend(repository, lambda finding: "one-pagers" in finding.path)
    assert result.left == (Left("content/one-pagers/a.md", "changed"),)
