"""A build of what was built before: the same bytes, whatever became of them meanwhile."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.publishing.conftest import SMALL, write

from wp.caching import made

Wp = Callable[..., subprocess.CompletedProcess[str]]
ONE = "content/one-pagers/opgave.md"
FORMATS = ("--format", "md,html")


@pytest.fixture
def wp(small: Path, tmp_path: Path) -> Wp:
    """Run `wp build` on the small council, with a cache of the test's own."""

    def run(*words: str, **environment: str) -> subprocess.CompletedProcess[str]:
        own = {**os.environ, "XDG_CACHE_HOME": str(tmp_path / "cache"), **environment}
        command = [sys.executable, "-m", "wp.app", "build", *words, "--root", str(small)]
        return subprocess.run(command, capture_output=True, encoding="utf-8", env=own, check=False)

    return run


def built(root: Path) -> dict[str, bytes]:
    files = sorted(path for path in (root / "build").rglob("*") if path.is_file())
    return {path.relative_to(root / "build").as_posix(): path.read_bytes() for path in files}


def kept(tmp_path: Path) -> list[Path]:
    return sorted((tmp_path / "cache" / "wp" / "made").iterdir())


def test_nothing_is_made_or_written_again(small: Path, wp: Wp) -> None:
    first = wp(*FORMATS)
    before = {path: path.stat() for path in (small / "build").rglob("*")}
    second = wp(*FORMATS)
    assert (second.returncode, second.stderr) == (0, "")
    assert second.stdout == first.stdout
    after = {path: path.stat() for path in (small / "build").rglob("*")}
    assert {path: (it.st_mtime_ns, it.st_ino) for path, it in after.items()} == {
        path: (it.st_mtime_ns, it.st_ino) for path, it in before.items()
    }


def test_the_known_build_needs_no_pandoc_and_no_typst(wp: Wp) -> None:
    """Neither is loaded: what was built is only looked at."""
    code = (
        "import sys; sys.argv = ['wp', 'build', *sys.argv[1:]]\n"
        "from wp.app import main\n"
        "try: main()\n"
        "finally: print(sorted({'typst', 'jinja2', 'pikepdf', 'jsonschema_rs'} & set(sys.modules)))"
    )
    first = wp()
    assert (first.returncode, first.stderr) == (0, "")
    root = first.args[-1]
    cache = {**os.environ, "XDG_CACHE_HOME": str(Path(root).parent / "cache")}
    command = [sys.executable, "-c", code, "--root", root]
    again = subprocess.run(command, capture_output=True, encoding="utf-8", env=cache, check=True)
    assert again.stdout.endswith("[]\n")


@pytest.mark.parametrize("damage", ["changed", "gone", "link", "manifest", "all"])
def test_what_somebody_changed_is_put_right(
    damage: str, small: Path, tmp_path: Path, wp: Wp
) -> None:
    wp(*FORMATS)
    before = built(small)
    page = small / "build" / "programme.html"
    if damage == "changed":
        page.write_text("mine", encoding="utf-8")
    elif damage == "gone":
        page.unlink()
    elif damage == "link":
        other = tmp_path / "other.html"
        other.write_bytes(page.read_bytes())
        page.unlink()
        page.symlink_to(other)
    elif damage == "manifest":
        (small / "build" / "manifest.json").write_text("{}", encoding="utf-8")
    else:
        for path in sorted((small / "build").rglob("*"), reverse=True):
            path.rmdir() if path.is_dir() else path.unlink()
    assert wp(*FORMATS).returncode == 0
    mine = {"programme.edited.html": b"mine"} if damage == "changed" else {}
    assert built(small) == {**before, **mine}
    assert not page.is_symlink()


@pytest.mark.parametrize("again", [True, False])
def test_what_a_person_wrote_into_a_built_file_is_never_lost(
    again: bool, small: Path, wp: Wp
) -> None:
    """Comments in the Word file of a programme are work, whether it is built anew or put back."""
    wp(*FORMATS)
    page = small / "build" / "programme.html"
    ours = page.read_bytes()
    for number, name in enumerate(("programme.edited.html", "programme.edited2.html"), start=1):
        page.write_text(f"comment {number}", encoding="utf-8")
        run = wp(*FORMATS, *(() if again else ("--no-cache",)), "--lang", "en")
        assert run.returncode == 0
        assert run.stderr == (
            "build/programme.html wasn't as wp build had written it. "
            f"That file is called build/{name} now.\n"
        )
        assert page.read_bytes() == ours
        assert (small / "build" / name).read_text(encoding="utf-8") == f"comment {number}"
    before = built(small)
    assert wp(*FORMATS, "--no-cache").stderr == ""
    assert built(small) == before
    verdict = wp("--verify")
    assert verdict.returncode == 1
    assert "build/programme.edited.html" in verdict.stdout


def test_a_file_that_was_there_before_the_first_build_is_kept(small: Path, wp: Wp) -> None:
    write(small, "build/programme.md", "Mit udkast.\n")
    run = wp("--format", "md")
    assert run.stderr == (
        "build/programme.md var ikke, som wp build havde skrevet den. "
        "Den fil hedder nu build/programme.edited.md.\n"
    )
    assert (small / "build" / "programme.edited.md").read_text(encoding="utf-8") == "Mit udkast.\n"


@pytest.mark.parametrize("damage", ["emptied", "cut", "swapped", "gone"])
def test_a_damaged_cache_is_as_good_as_none(
    damage: str, small: Path, tmp_path: Path, wp: Wp
) -> None:
    wp(*FORMATS)
    before = built(small)
    files = kept(tmp_path)
    contents = [path.read_bytes() for path in files]
    for path, other in zip(files, [*contents[1:], contents[0]], strict=True):
        if damage == "gone":
            path.unlink()
        else:
            own = path.read_bytes()
            path.write_bytes({"emptied": b"", "cut": own[:-1], "swapped": other}[damage])
    (small / "build" / "programme.html").unlink()
    done = wp(*FORMATS)
    assert (done.returncode, done.stderr) == (0, "")
    assert built(small) == before


@pytest.mark.parametrize(
    "name",
    [
        ONE,
        "content/programme.md",
        "content/attachments/bilag.csv",
        "templates/output/programme.md.j2",
        "content/attachments/new.csv",
    ],
)
def test_whatever_changes_is_built_anew(name: str, small: Path, wp: Wp) -> None:
    template = Path(__file__).parents[2] / "templates" / "output" / "programme.md.j2"
    write(small, "templates/output/programme.md.j2", template.read_text(encoding="utf-8"))
    wp(*FORMATS)
    before = built(small)["manifest.json"]
    path = small / name
    text = path.read_text(encoding="utf-8") if path.exists() else ""
    path.write_text(f"{text}\nAndet.\n" if path.suffix != ".csv" else f"{text}3;4\n", "utf-8")
    assert wp(*FORMATS).returncode == 0
    after = built(small)
    assert after["manifest.json"] != before
    assert wp(*FORMATS, "--no-cache").returncode == 0
    assert built(small) == after


def test_an_error_is_an_error_though_it_was_built_before(small: Path, wp: Wp) -> None:
    wp(*FORMATS)
    before = built(small)
    good = (small / SMALL).read_text(encoding="utf-8")
    write(small, SMALL, good.replace("proposed", "unknown"))
    assert wp(*FORMATS).returncode == 1
    assert built(small) == before
    write(small, SMALL, good)
    assert wp(*FORMATS).returncode == 0
    assert built(small) == before


def test_the_moment_given_and_the_commit_count(small: Path, wp: Wp) -> None:
    def git(*words: str) -> None:
        subprocess.run(["git", "-C", str(small), *words], check=True, capture_output=True)

    wp(*FORMATS)
    undated = built(small)
    wp(*FORMATS, SOURCE_DATE_EPOCH="86400")
    assert b"1. januar 1970" not in undated["programme.html"].replace(b"\xc2\xa0", b" ")
    assert built(small)["programme.html"] != undated["programme.html"]
    git("init", "-q")
    git("add", "content")
    git("-c", "user.name=A", "-c", "user.email=a@example.org", "commit", "-qm", "one")
    wp(*FORMATS)
    committed = built(small)
    assert committed["programme.html"] != undated["programme.html"]
    git(
        "-c", "user.name=A", "-c", "user.email=a@example.org", "commit", "-qm", "2", "--allow-empty"
    )
    wp(*FORMATS)
    assert built(small)["programme.html"] != committed["programme.html"]


def test_each_selection_is_kept_for_itself(small: Path, wp: Wp) -> None:
    wp(*FORMATS)
    wp(str(small / SMALL), "--format", "md")
    assert (small / "build" / "one-pagers" / "opgave.md").is_file()
    both = built(small)
    wp(*FORMATS)
    wp(str(small / SMALL), "--format", "md")
    assert built(small) == both


def test_what_is_kept_has_an_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setattr(made, "_MOST", 1000)
    monkeypatch.setattr(made, "_LARGEST", 500)
    for number in range(5):
        made.keep(f"{number}", bytes(300))
        os.utime(tmp_path / "cache" / "wp" / "made" / f"{number}", ns=(number, number))
        assert made.kept("0") is not None  # what is used stays
        os.utime(tmp_path / "cache" / "wp" / "made" / "0", ns=(100, 100))
    made.keep("large", bytes(501))
    assert [path.name for path in kept(tmp_path)] == ["0", "3", "4"]
