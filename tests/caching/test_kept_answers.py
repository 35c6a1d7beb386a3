"""An answer is kept for the next run over the very same tree, and is never a wrong one.

Every test runs `wp check` as a process of its own, with a cache of its own.
"""

import hashlib
import os
import pickle
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.cli.process import ROOT, Run, change, environment

COUNCIL = ROOT / "tests" / "eksempelraadet"
PAGE = "content/one-pagers/effektmaaling.md"
SEAL = hashlib.sha256().digest_size

Check = Callable[..., Run]


@pytest.fixture
def council(tmp_path: Path) -> Path:
    shutil.copytree(COUNCIL / "content", tmp_path / "council" / "content")
    return tmp_path / "council"


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    return tmp_path / "cache"


@pytest.fixture
def check(council: Path, cache: Path) -> Check:
    """Return a function that checks the council without measuring pages."""

    def run(*options: str, package: Path = ROOT / "cli", given: bytes = b"") -> Run:
        done = subprocess.run(
            [sys.executable, "-m", "wp.app", "check", "--no-pages", *options],
            cwd=council,
            env=environment(XDG_CACHE_HOME=str(cache), PYTHONPATH=str(package)),
            input=given,
            capture_output=True,
            timeout=120,
            check=False,
        )
        assert b"Traceback" not in done.stderr, done.stderr.decode()
        return Run(done.returncode, done.stdout.decode(), done.stderr.decode())

    return run


def entries(cache: Path) -> list[Path]:
    folder = cache / "wp" / "checks"
    return sorted(folder.iterdir()) if folder.is_dir() else []


def stale(cache: Path) -> None:
    """Let every kept answer say that there is a hundred documents, as a stale one might."""
    for entry in entries(cache):
        from wp.caching.judged import Judged

        found = pickle.dumps(Judged((), (), tuple(f"content/{n}.md" for n in range(100)), "da"))
        entry.write_bytes(hashlib.sha256(found).digest() + found)


def is_kept(run: Run) -> bool:
    """Say whether a run took the answer that `stale` put there."""
    return "100 filer gennemgået" in run.out or "100 files checked" in run.out


def test_the_second_run_takes_the_answer_of_the_first(check: Check, cache: Path) -> None:
    first = check()
    assert first.out == "Alt er i orden. 20 filer gennemgået.\n"
    assert len(entries(cache)) == 1
    assert check() == first
    stale(cache)
    assert is_kept(check())


def test_findings_come_back_as_they_were_in_every_format(check: Check, council: Path) -> None:
    change(council / PAGE, "focus_area: ", "focus_area: x-")
    (council / "content" / "notater.txt").write_text("Et notat.\n", encoding="utf-8")
    for name in ("text", "concise", "json", "github", "gitlab", "sarif", "junit"):
        for language in ("da", "en"):
            options = ("--format", name, "--lang", language)
            anew = check("--no-cache", *options)
            assert anew.code == 1
            assert check(*options) == anew
            assert check(*options) == anew


def test_without_the_cache_nothing_is_kept_or_taken(check: Check, cache: Path) -> None:
    check("--no-cache")
    assert entries(cache) == []
    check()
    stale(cache)
    assert not is_kept(check("--no-cache"))


def edit_text(council: Path) -> None:
    file = council / PAGE
    file.write_text(file.read_text(encoding="utf-8") + "\n", encoding="utf-8")


def edit_text_and_turn_back_the_clock(council: Path) -> None:
    """Another text of the same size, with the times that the old one had."""
    file = council / PAGE
    before = file.stat()
    text = file.read_text(encoding="utf-8")
    assert text.count("title: ") >= 1
    file.write_text(text.replace("title: ", "titel: ", 1), encoding="utf-8")
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert file.stat().st_size == before.st_size


def edit_register(council: Path) -> None:
    change(council / "content/people.yml", "people:", "people: # alle")


def add_file(council: Path) -> None:
    (council / "content" / "attachments" / "ny.txt").write_text("x", encoding="utf-8")


def remove_file(council: Path) -> None:
    next((council / "content" / "attachments").iterdir()).unlink()


def rename_file(council: Path) -> None:
    (council / PAGE).rename(council / "content/one-pagers/effekt.md")


def make_link(council: Path) -> None:
    kept = council.parent / "effektmaaling.md"
    (council / PAGE).rename(kept)
    (council / PAGE).symlink_to(kept)


def own_form(council: Path) -> None:
    (council / "templates").mkdir()
    shutil.copy(ROOT / "templates" / "one-pager.md", council / "templates" / "one-pager.md")


@pytest.mark.parametrize(
    "edit",
    [
        edit_text, edit_text_and_turn_back_the_clock, edit_register, add_file, remove_file,
        rename_file, make_link, own_form,
    ],
)  # fmt: skip
def test_any_change_makes_the_answer_anew(
    check: Check, council: Path, cache: Path, edit: Callable[[Path], None]
) -> None:
    check()
    stale(cache)
    edit(council)
    assert check() == check("--no-cache")


def test_a_change_of_a_form_of_ones_own_is_seen(check: Check, council: Path, cache: Path) -> None:
    own_form(council)
    assert check().code == 0
    stale(cache)
    change(council / "templates" / "one-pager.md", "version: ", "version: 1")
    assert not is_kept(check())


def test_going_back_takes_the_answer_of_then(check: Check, council: Path, cache: Path) -> None:
    check()
    edit_text(council)
    check()
    stale(cache)
    assert len(entries(cache)) == 2
    text = (council / PAGE).read_text(encoding="utf-8")
    (council / PAGE).write_text(text[:-1], encoding="utf-8")
    assert is_kept(check())


def test_pages_measured_or_not_are_two_answers(council: Path, cache: Path, check: Check) -> None:
    check()
    check("--pages")
    assert len(entries(cache)) == 2


def test_what_is_shown_is_chosen_from_the_whole_answer(check: Check, council: Path) -> None:
    change(council / PAGE, "focus_area: ", "focus_area: x-")
    assert check(PAGE).code == 1
    assert check("content/minutes").out == "Alt er i orden. 3 filer gennemgået.\n"
    assert check("--select", "WP9").code == 0
    assert check("--ignore", "WP401").out.endswith("20 filer gennemgået.\n")
    assert check().code == 1


def test_unsaved_text_leaves_the_answer_of_what_is_saved_alone(check: Check) -> None:
    check()
    unsaved = check("--stdin-filename", PAGE, "-", given=b"---\ntitle: Et emne\n---\n")
    assert unsaved.code == 0 and "WP" in unsaved.out
    assert check().out == "Alt er i orden. 20 filer gennemgået.\n"


@pytest.mark.parametrize("damage", ["empty", "short", "other", "list", "foreign"])
def test_a_damaged_or_foreign_entry_is_as_good_as_none(
    check: Check, cache: Path, tmp_path: Path, damage: str
) -> None:
    first = check()
    [entry] = entries(cache)
    sealed = entry.read_bytes()
    ran = tmp_path / "ran"

    class Foreign:
        def __reduce__(self) -> tuple[object, tuple[object, ...]]:
            return Path.touch, (ran,)

    content = {
        "empty": b"",
        "short": sealed[: len(sealed) // 2],
        "other": sealed[:-1] + bytes([sealed[-1] ^ 1]),
        "list": seal(pickle.dumps(["Judged"])),
        "foreign": seal(pickle.dumps(Foreign())),
    }[damage]
    entry.write_bytes(content)
    assert check() == first
    assert not ran.exists()
    assert entries(cache)[0].read_bytes() == sealed


def seal(content: bytes) -> bytes:
    return hashlib.sha256(content).digest() + content


def test_deleting_the_cache_does_no_harm(check: Check, cache: Path) -> None:
    first = check()
    shutil.rmtree(cache)
    assert check() == first


def test_a_cache_that_cant_be_written_does_no_harm(check: Check, cache: Path) -> None:
    cache.write_text("a file where the folder should be", encoding="utf-8")
    assert check().out == "Alt er i orden. 20 filer gennemgået.\n"
    assert cache.is_file()


def test_another_version_of_wp_makes_the_answer_anew(
    check: Check, council: Path, cache: Path, tmp_path: Path
) -> None:
    """The same version number, and a rule that finds something else."""
    package = tmp_path / "package"
    shutil.copytree(
        ROOT / "cli" / "wp", package / "wp", ignore=shutil.ignore_patterns("__pycache__")
    )
    shutil.copytree(ROOT / "templates", package / "wp" / "templates")
    change(council / PAGE, "focus_area: ", "focus_area: x-")
    assert "WP401" in check(package=package).out
    change(
        package / "wp" / "checking" / "rules" / "references.py",
        'Rule("WP401", "dangling-reference", Nature.FALSE)',
        'Rule("WP499", "dangling-reference", Nature.FALSE)',
    )
    assert "WP499" in check(package=package).out
    assert "WP401" in check().out


def test_runs_at_once_agree(council: Path, cache: Path) -> None:
    command = [sys.executable, "-m", "wp.app", "check", "--no-pages"]
    env = environment(XDG_CACHE_HOME=str(cache), PYTHONPATH=str(ROOT / "cli"))
    runs = [
        subprocess.Popen(command, cwd=council, env=env, stdout=subprocess.PIPE) for _ in range(4)
    ]
    answers = {run.communicate(timeout=120)[0] for run in runs}
    assert answers == {"Alt er i orden. 20 filer gennemgået.\n".encode()}
    assert len(entries(cache)) == 1


def test_the_cache_doesnt_grow_without_end(check: Check, council: Path, cache: Path) -> None:
    check()
    folder = cache / "wp" / "checks"
    for number in range(40):
        (folder / f"old-{number}").write_bytes(b"x")
        os.utime(folder / f"old-{number}", (number, number))
    edit_text(council)
    check()
    assert len(entries(cache)) == 16
    assert [name for name in entries(cache) if not name.name.startswith("old-")]


def test_an_answer_that_is_known_needs_no_rules(check: Check, council: Path, cache: Path) -> None:
    check()
    code = (
        "import sys; sys.argv = ['wp', 'check', '--no-pages']\n"
        "from wp.app import main\n"
        "try:\n    main()\n"
        "finally:\n    print('MODULES', *sys.modules)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=council,
        env=environment(XDG_CACHE_HOME=str(cache), PYTHONPATH=str(ROOT / "cli")),
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    modules = set(done.stdout.partition("MODULES ")[2].split())
    heavy = {"wp.checking", "wp.reading.repository", "yaml", "jsonschema_rs", "pyromark", "rich"}
    assert "wp.caching.judged" in modules
    assert modules & heavy == set()
