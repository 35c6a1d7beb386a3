"""The door to git, in real repositories: which commit, what differs, what stood there."""

import os
import shutil
from datetime import datetime
from pathlib import Path

import pytest
from tests.history.git import WHEN, begin, commit, git, put

from wp import history
from wp.errors import WpError
from wp.history import Past, WorkTree, open_history

ODD = [
    "content/blåbærgrød og æbler.md",
    "content/mellem  rum/ x .md",
    "content/to\nlinjer.md",
    'content/"citat"\t$HOME `x` \\n.md',
    "content/-n.md",
    "content/:(glob)*.md",
    "content/*.md",
    "content/HEAD",
]


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """Return a repository with a file in each folder."""
    put(tmp_path / "råd", "content/a.md", "a\n")
    put(tmp_path / "råd", "templates/t.md", "t\n")
    put(tmp_path / "råd", "uden for.md", "u\n")
    return begin(tmp_path / "råd")


def stopped(error: pytest.ExceptionInfo[WpError]) -> tuple[str, dict[str, object]]:
    return error.value.name, error.value.params


# Which repository


def test_no_repository_is_said(tmp_path: Path) -> None:
    with pytest.raises(WpError) as error:
        open_history(tmp_path)
    assert stopped(error) == ("no-history", {"folder": tmp_path})


def test_a_bare_repository_has_no_files_to_compare(tmp_path: Path) -> None:
    git(tmp_path, "init", "--quiet", "--bare", "bar.git")
    for folder in (tmp_path / "bar.git", begin(tmp_path / "x") / ".git"):
        with pytest.raises(WpError) as error:
            open_history(folder)
        assert stopped(error) == ("no-history", {"folder": folder})


def test_no_git_is_said(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(repository))
    with pytest.raises(WpError) as error:
        open_history(repository)
    assert stopped(error) == ("no-git", {})


def test_git_that_never_answers_is_given_up(
    repository: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(tmp_path, "bin/git", "#!/bin/sh\nexec sleep 60\n").chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path / 'bin'}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setattr(history, "_SECONDS", 1)
    with pytest.raises(WpError) as error:
        open_history(repository)
    assert stopped(error) == ("git-slow", {"command": "rev-parse", "seconds": 1})


def test_a_damaged_repository_is_said_in_gits_words(repository: Path) -> None:
    tree = git(repository, "rev-parse", "HEAD:content")
    (repository / ".git" / "objects" / tree[:2] / tree[2:]).unlink()
    with pytest.raises(WpError) as error:
        open_history(repository).files_at("HEAD", "content")
    name, params = stopped(error)
    assert (name, params["command"]) == ("git-failed", "ls-tree")
    assert tree in str(params["reason"])


def test_the_councils_folder_may_lie_below_the_top(tmp_path: Path) -> None:
    council = tmp_path / "styrelsen" / "vores råd"
    put(council, "content/a.md", "a\n")
    put(tmp_path / "styrelsen", "content/andres.md", "x\n")
    begin(tmp_path / "styrelsen")
    put(council, "content/a.md", "b\n")
    put(council, "content/ny.md", "n\n")
    put(tmp_path / "styrelsen", "content/andres.md", "y\n")
    opened = open_history(council)
    head = opened.commit_of("HEAD")
    assert opened.past(head, "content") == Past(
        head, frozenset({"content/a.md"}), {"content/a.md": b"a\n"}
    )
    assert opened.work_tree("content").differing == ("content/a.md", "content/ny.md")
    put(council, "content/link.md", "").unlink()
    (council / "content" / "link.md").symlink_to("a.md")
    commit(tmp_path / "styrelsen")
    assert opened.files_at("HEAD", "content")["content/link.md"] == b"b\n"


def test_a_repository_inside_another_is_its_own(repository: Path) -> None:
    inner = repository / "indre"
    put(inner, "content/i.md", "i\n")
    begin(inner)
    assert set(open_history(inner).files_at("HEAD", "content")) == {"content/i.md"}


def test_a_work_tree_beside_the_first(repository: Path, tmp_path: Path) -> None:
    git(repository, "worktree", "add", "--quiet", "-b", "gren", str(tmp_path / "andet træ"))
    put(tmp_path / "andet træ", "content/a.md", "andet\n")
    beside = open_history(tmp_path / "andet træ")
    assert beside.past(beside.fork_point("main"), "content").changed == {"content/a.md": b"a\n"}
    assert open_history(repository).work_tree("content").is_clean


def test_a_submodule(repository: Path, tmp_path: Path) -> None:
    above = begin(tmp_path / "over")
    git(above, "submodule", "--quiet", "add", str(repository), "content/del")
    commit(above)
    put(above, "content/del/content/a.md", "ændret\n")
    inside = open_history(above / "content" / "del")
    assert inside.past(inside.commit_of("HEAD"), "content").changed == {"content/a.md": b"a\n"}
    # seen from above it is one thing that isn't a file
    assert open_history(above).files_at("HEAD", "content") == {}
    assert open_history(above).past("HEAD", "content").changed == {}


def test_what_is_set_around_us_decides_nothing(
    repository: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = begin(tmp_path / "andet")
    ran = tmp_path / "kørt"
    script = put(tmp_path, "hook.sh", f"#!/bin/sh\ntouch '{ran}'\n")
    script.chmod(0o755)
    for key, value in {
        "core.pager": str(script), "pager.diff": str(script), "diff.external": str(script),
        "core.fsmonitor": str(script), "color.ui": "always", "diff.renames": "copies",
        "diff.relative": "true", "diff.noprefix": "true", "core.quotePath": "true",
        "log.showSignature": "true", "status.showUntrackedFiles": "no", "log.date": "relative",
    }.items():  # fmt: skip
        git(repository, "config", key, value)
    monkeypatch.setenv("GIT_DIR", str(other / ".git"))
    monkeypatch.setenv("GIT_WORK_TREE", str(other))
    monkeypatch.setenv("GIT_INDEX_FILE", str(tmp_path / "intet"))
    monkeypatch.setenv("GIT_EXTERNAL_DIFF", str(script))
    monkeypatch.setenv("GIT_PAGER", str(script))
    monkeypatch.setenv("LC_ALL", "da_DK.UTF-8")
    put(repository, "content/å.md", "å\n")
    git(repository, "mv", "content/a.md", "content/b.md")
    ran.unlink()  # git ran it for the test itself, which shows that it would
    opened = open_history(repository)
    tree = opened.work_tree("content")
    assert tree.differing == ("content/a.md", "content/b.md", "content/å.md")
    assert tree.commit is not None
    assert tree.commit.committed == datetime.fromisoformat(WHEN)
    assert not ran.exists()


def test_nothing_is_locked_or_written(repository: Path) -> None:
    """Someone else's commit may be under way."""
    put(repository, ".git/index.lock", "")
    os.utime(repository / "content" / "a.md", (1, 1))
    before = (repository / ".git" / "index").read_bytes()
    assert open_history(repository).work_tree("content").is_clean, "touched, but the same"
    assert (repository / ".git" / "index").read_bytes() == before


def test_longer_ids(tmp_path: Path) -> None:
    put(tmp_path / "x", "content/a.md", "a\n")
    opened = open_history(begin(tmp_path / "x", "--object-format=sha256"))
    assert len(opened.commit_of("main")) == 64
    assert opened.files_at("main", "content") == {"content/a.md": b"a\n"}


# Which commit


def test_a_revision_is_whatever_git_takes_for_one(repository: Path) -> None:
    first = git(repository, "rev-parse", "HEAD")
    git(repository, "tag", "--annotate", "--message=v", "vedtaget-2027")
    second = commit(repository)
    opened = open_history(repository)
    for revision in (first, first[:9], "HEAD~1", "vedtaget-2027", "main^"):
        assert opened.commit_of(revision) == first
    assert opened.commit_of("main") == second


@pytest.mark.parametrize(
    "revision",
    ["nej", "", "-h", "--all", "HEAD~9", "HEAD:content/a.md", "HEAD^{tree}", "a\nb", "\0", "æøå"],
)
def test_an_unknown_revision_is_named(repository: Path, revision: str) -> None:
    with pytest.raises(WpError) as error:
        open_history(repository).fork_point(revision)
    assert stopped(error) == ("unknown-revision", {"revision": revision})


@pytest.mark.parametrize("revision", ["HEAD~1", "origin/anden", "nej"])
def test_a_clone_without_the_past_is_said(repository: Path, tmp_path: Path, revision: str) -> None:
    commit(repository)
    git(tmp_path, "clone", "--quiet", "--depth=1", f"file://{repository}", "kort")
    with pytest.raises(WpError) as error:
        open_history(tmp_path / "kort").fork_point(revision)
    assert stopped(error) == ("revision-not-fetched", {"revision": revision})


def test_a_clone_too_short_for_what_two_branches_share_is_said(
    repository: Path, tmp_path: Path
) -> None:
    git(repository, "switch", "--quiet", "-c", "gren")
    commit(repository)
    git(repository, "switch", "--quiet", "main")
    commit(repository, "Andet")
    short = tmp_path / "kort"
    git(
        tmp_path, "clone", "--quiet", "--depth=1", "--no-single-branch", f"file://{repository}",
        "kort",
    )  # fmt: skip
    with pytest.raises(WpError) as error:
        open_history(short).fork_point("origin/gren")
    assert stopped(error) == ("revision-not-fetched", {"revision": "origin/gren"})
    git(short, "fetch", "--quiet", "--unshallow")
    assert open_history(short).fork_point("origin/gren") == git(repository, "rev-parse", "main~1")


def test_the_fork_point_is_what_a_pull_request_starts_from(repository: Path) -> None:
    fork = git(repository, "rev-parse", "HEAD")
    git(repository, "switch", "--quiet", "-c", "gren")
    commit(repository, "På grenen")
    git(repository, "switch", "--quiet", "main")
    later = commit(repository, "På main")
    git(repository, "switch", "--quiet", "gren")
    opened = open_history(repository)
    assert opened.fork_point("main") == fork
    git(repository, "merge", "--quiet", "--no-edit", "main")
    assert opened.fork_point("main") == later, "as GitHub merges a pull request to check it"


def test_histories_with_nothing_in_common_are_compared_as_they_are(repository: Path) -> None:
    first = git(repository, "rev-parse", "HEAD")
    git(repository, "switch", "--quiet", "--orphan", "ny")
    opened = open_history(repository)
    assert opened.fork_point("main") == first, "before the first commit"
    commit(repository)
    assert opened.fork_point("main") == first


# How the files stand


def test_a_clean_tree(repository: Path) -> None:
    put(repository, "uden for.md", "ændret\n")
    tree = open_history(repository).work_tree("content", "templates")
    assert tree.is_clean
    assert tree.commit is not None
    assert tree.commit.id == git(repository, "rev-parse", "HEAD")
    assert tree.commit.committed.isoformat() == WHEN


def test_every_way_to_differ(repository: Path) -> None:
    for name in ("staged", "unstaged", "borte", "glemt", "fremmed"):
        put(repository, f"content/{name}.md", "før\n")
    put(repository, ".gitignore", "*.tmp\n")
    commit(repository)
    put(repository, "content/staged.md", "nu\n")
    git(repository, "add", "content/staged.md")
    put(repository, "content/unstaged.md", "nu\n")
    (repository / "content" / "borte.md").unlink()
    git(repository, "rm", "--quiet", "--cached", "content/glemt.md")
    git(repository, "rm", "--quiet", "content/fremmed.md")
    put(repository, "content/ny.md", "nu\n")
    put(repository, "content/ny staged.md", "nu\n")
    git(repository, "add", "content/ny staged.md")
    put(repository, "content/x.tmp", "ignoreret\n")
    put(repository, "templates/t.md", "nu\n")
    opened = open_history(repository)
    tree = opened.work_tree("content")
    assert not tree.is_clean
    assert tree.differing == tuple(
        f"content/{name}.md"
        for name in ("borte", "fremmed", "glemt", "ny staged", "ny", "staged", "unstaged")
    )
    past = opened.past(opened.commit_of("HEAD"), "content", "templates")
    # git no longer looks at a forgotten file, so it may be changed
    names = ("borte", "fremmed", "glemt", "staged", "unstaged")
    assert past.changed == {
        **{f"content/{name}.md": b"f\xc3\xb8r\n" for name in names},
        "templates/t.md": b"t\n",
    }
    assert past.names == {*past.changed, "content/a.md"}


def test_before_the_first_commit_everything_differs(tmp_path: Path) -> None:
    git(tmp_path, "init", "--quiet")
    put(tmp_path, "content/a.md", "a\n")
    put(tmp_path, "content/b.md", "b\n")
    git(tmp_path, "add", "content/b.md")
    opened = open_history(tmp_path)
    assert opened.work_tree("content") == WorkTree(None, ("content/a.md", "content/b.md"))
    assert not opened.work_tree("templates").is_clean, "there is no commit that it could be"
    with pytest.raises(WpError) as error:
        opened.fork_point("HEAD")
    assert stopped(error) == ("unknown-revision", {"revision": "HEAD"})


def test_a_merge_that_is_stuck(repository: Path) -> None:
    git(repository, "switch", "--quiet", "-c", "gren")
    put(repository, "content/a.md", "gren\n")
    commit(repository)
    git(repository, "switch", "--quiet", "main")
    put(repository, "content/a.md", "main\n")
    head = commit(repository)
    with pytest.raises(AssertionError, match="merge"):
        git(repository, "merge", "--quiet", "gren")
    opened = open_history(repository)
    assert opened.work_tree("content").differing == ("content/a.md",)
    assert opened.past(head, "content").changed == {"content/a.md": b"main\n"}


# What stood there


def test_names_of_every_kind(repository: Path) -> None:
    for number, name in enumerate(ODD):
        put(repository, name, f"før {number}\n")
    head = commit(repository)
    opened = open_history(repository)
    expected = {name: f"før {number}\n".encode() for number, name in enumerate(ODD)}
    assert opened.files_at(head, "content") == {**expected, "content/a.md": b"a\n"}
    for name in ODD:
        put(repository, name, "nu\n")
    assert opened.past(head, "content").changed == expected
    shutil.rmtree(repository / "content")
    assert opened.work_tree("content").differing == tuple(sorted([*ODD, "content/a.md"]))
    assert opened.past(head, "content").changed == {**expected, "content/a.md": b"a\n"}


def test_bytes_come_as_they_were(repository: Path) -> None:
    odd = {
        "content/tom.md": b"",
        "content/crlf.md": b"a\r\nb\r\n",
        "content/bytes.md": bytes(range(256)),
        "content/missing.md": b"HEAD:content/x missing\n",
    }
    for name, data in odd.items():
        put(repository, name, data)
    head = commit(repository)
    shutil.rmtree(repository / "content")
    changed = open_history(repository).past(head, "content").changed
    assert changed == {**odd, "content/a.md": b"a\n"}


def test_a_link_has_the_bytes_of_what_it_led_to(repository: Path) -> None:
    links = {
        "content/l.md": "a.md",
        "content/mappe/l.md": "../l.md",
        "content/ud.md": "/etc/passwd",
        "content/op.md": "../../x",
        "content/ring.md": "ring.md",
        "content/død.md": "ingen.md",
    }
    (repository / "content" / "mappe").mkdir()
    for name, target in links.items():
        (repository / name).symlink_to(target)
    head = commit(repository)
    for name in links:
        (repository / name).unlink()
        put(repository, name, "nu en fil\n")
    changed = open_history(repository).past(head, "content").changed
    assert changed == dict.fromkeys(links, b"") | {
        "content/l.md": b"a\n",
        "content/mappe/l.md": b"a\n",
    }


def test_a_name_that_leads_out_is_left_out(repository: Path) -> None:
    blob = git(repository, "rev-parse", "HEAD:content/a.md")
    inner = _tree(repository, f"100644 blob {blob}\tfælde.md")
    middle = _tree(repository, f"040000 tree {inner}\t..", f"100644 blob {blob}\tgod.md")
    top = _tree(repository, f"040000 tree {middle}\tcontent")
    evil = git(repository, "commit-tree", top, "-m", "fælde")
    assert open_history(repository).files_at(evil, "content") == {"content/god.md": b"a\n"}


def _tree(repository: Path, *entries: str) -> str:
    """Return the id of a tree, made without git's own care for names."""
    import hashlib
    import zlib

    body = b""
    for entry in entries:
        about, name = entry.split("\t")
        mode, _, blob = about.split()
        body += f"{mode.lstrip('0')} {name}\0".encode() + bytes.fromhex(blob)
    data = b"tree %d\0" % len(body) + body
    found = hashlib.sha1(data).hexdigest()
    put(repository, f".git/objects/{found[:2]}/{found[2:]}", zlib.compress(data))
    return found
