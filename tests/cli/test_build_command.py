"""`wp build` in a process of its own: what it refuses, what it writes, what it says of it."""

from pathlib import Path

import pytest
from tests.cli.process import Wp, change

EFFEKT = "content/one-pagers/effektmaaling.md"


def test_errors_stop_it_before_anything_is_written(wp: Wp, council: Path) -> None:
    change(council / EFFEKT, "status: approved", "status: godkendt")
    run = wp("build", cwd=council)
    assert run.code == 1
    assert f"{EFFEKT}:3:9: fejl WP206 unknown-value" in run.out
    assert run.err.startswith("Intet er bygget")
    assert not (council / "build").exists()
    run = wp("build", "content/one-pagers/naturkortet.md", "--lang", "en", cwd=council)
    assert run.code == 1
    assert run.err.startswith("Nothing was built")
    assert not (council / "build").exists()


def test_too_many_pages_stop_only_what_has_pages(wp: Wp, council: Path, tmp_path: Path) -> None:
    """Whatever a check has kept before, and whatever that check has measured."""
    change(council / EFFEKT, "## Tid\n\n", "## Tid\n\n" + "Linje.\n\n" * 40)  # few words
    for before in ((), ("check",), ("check", "--no-pages")):
        kept = {"XDG_CACHE_HOME": str(tmp_path / "-".join(("kept", *before)))}
        if before:
            wp(*before, cwd=council, env=kept)
        run = wp("build", "--format", "md,html,json", cwd=council, env=kept)
        assert (run.code, run.err) == (0, ""), before
        run = wp("build", "--format", "html,pdf", cwd=council, env=kept)
        assert run.code == 1, before
        assert "fejl WP940 too-many-pages\n  Dokumentet fylder 2 sider, men må fylde 1." in run.out
        run = wp("build", "--format", "html", "--final", cwd=council, env=kept)
        assert run.code == 1, before
        assert "WP940" in run.out


def test_a_failed_build_leaves_the_last_one(wp: Wp, council: Path) -> None:
    assert wp("build", "--format", "md", cwd=council).code == 0
    before = (council / "build" / "programme.md").read_bytes()
    change(council / EFFEKT, "status: approved", "status: godkendt")
    assert wp("build", "--format", "md", cwd=council).code == 1
    assert (council / "build" / "programme.md").read_bytes() == before


def test_the_programme_in_every_format(wp: Wp, council: Path) -> None:
    run = wp("build", cwd=council / "content")
    assert (run.code, run.err) == (0, "")
    head = {"md": b"", "html": b"<!", "docx": b"PK", "pdf": b"%PDF-"}
    for ending, begins in head.items():
        assert f"build/programme.{ending}" in run.out
        assert (council / "build" / f"programme.{ending}").read_bytes().startswith(begins)
    assert "\x1b" not in run.out
    assert not list((council / "build").glob(".*")), "nothing half made is left"


@pytest.mark.parametrize("formats", ["md", " md , html"])
def test_only_the_formats_that_are_named(wp: Wp, council: Path, formats: str) -> None:
    assert wp("build", "--format", formats, cwd=council).code == 0
    endings = {path.suffix for path in (council / "build").glob("programme.*")}
    assert endings == {f".{name.strip()}" for name in formats.split(",")}


def test_single_documents_keep_their_folders(wp: Wp, council: Path) -> None:
    run = wp("build", EFFEKT, "content/minutes/2026-03-12.md", "--format", "md", cwd=council)
    assert run.code == 0
    assert (council / "build" / "one-pagers" / "effektmaaling.md").is_file()
    assert (council / "build" / "minutes" / "2026-03-12.md").is_file()
    assert not (council / "build" / "programme.md").exists()


@pytest.mark.parametrize(
    ("arguments", "danish", "english"),
    [
        (["--format", "odt"], "“odt”", "“odt”"),
        (["--format", ""], "findes ikke", "There is no"),
        (["content/one-pagers/nej.md"], "findes ikke", "doesn't exist"),
        (["content/people.yml"], "er ikke et dokument", "is no document"),
        (["content/attachments/kortlag-efter-placering.png"], "er ikke et", "is no document"),
    ],
)
def test_what_cannot_be_built_is_2(
    wp: Wp, council: Path, arguments: list[str], danish: str, english: str
) -> None:
    for language, text in (("da", danish), ("en", english)):
        run = wp("build", *arguments, "--lang", language, cwd=council)
        assert (run.code, run.out) == (2, "")
        assert text in run.err


def test_a_broken_output_template_is_2_with_its_line(wp: Wp, council: Path) -> None:
    folder = council / "templates" / "output"
    folder.mkdir(parents=True)
    (folder / "programme.md.j2").write_text("# {{ programme.title }}\n\n{{ nej }}\n", "utf-8")
    run = wp("build", "--format", "md", cwd=council)
    assert (run.code, run.out) == (2, "")
    assert "templates/output/programme.md.j2:3: " in run.err
