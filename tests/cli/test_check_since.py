"""`wp check --since REV`: what a change caused, in real repositories."""

import json
import os
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.cli.process import ROOT, Wp, change, write
from tests.history.git import begin, commit, git

EFFEKT = "content/one-pagers/effektmaaling.md"
NATURKORT = "content/one-pagers/naturkortet.md"
PEOPLE = "content/people.yml"
# An old fault on line 6, and another on line 9, that nobody has got round to.
OLD_LINE, OLD = 6, (EFFEKT, 6, "dangling-reference")
OLDER_LINE, OLDER = 9, (EFFEKT, 9, "unknown-value")

Place = tuple[str, int, str]
Since = Callable[..., list[Place]]


@pytest.fixture
def repository(council: Path) -> Path:
    """Return Eksempelrådet with two old faults in one file, all of it committed."""
    change(council / EFFEKT, "who: anna-eksempel, role", "who: anna-exempel, role")
    change(council / EFFEKT, "priority: high", "priority: highest")
    return begin(council)


@pytest.fixture
def since(wp: Wp) -> Since:
    """Return a function that lists what `wp check --since` finds: file, line, rule."""

    def run(root: Path, *arguments: str, rev: str = "HEAD", cwd: Path | None = None) -> list[Place]:
        done = wp(
            "check", "--no-pages", "--format", "json", "--since", rev, *arguments, cwd=cwd or root
        )
        assert done.err == ""
        items = json.loads(done.out)["diagnostics"]
        assert done.code == any(item["severity"] == "error" for item in items)
        return [(item["path"], item["line"], item["name"]) for item in items]

    return run


# What is shown


def test_nothing_changed_is_nothing_found(wp: Wp, repository: Path) -> None:
    assert wp("check", "--no-pages", cwd=repository).code == 1
    run = wp("check", "--no-pages", "--since", "HEAD", cwd=repository)
    assert (run.code, run.err) == (0, "")
    assert run.out == (
        "Ændringen giver ingen nye fund. 20 filer gennemgået. "
        "2 fund fra før ændringen er ikke vist.\n"
    )
    run = wp("check", "--no-pages", "--since", "HEAD", "--lang", "en", cwd=repository)
    assert run.out == (
        "The change causes no new findings. 20 files checked. "
        "2 findings from before the change are not shown.\n"
    )


def test_a_clean_council_has_nothing_to_leave_out(wp: Wp, council: Path) -> None:
    begin(council)
    run = wp("check", "--no-pages", "--since", "HEAD", cwd=council)
    assert run.out == "Ændringen giver ingen nye fund. 20 filer gennemgået.\n"


def test_an_old_finding_shows_when_its_line_is_touched(since: Since, repository: Path) -> None:
    change(repository / EFFEKT, "anna-exempel, role: primary", "anna-exempel, role:  primary")
    assert since(repository) == [OLD]


def test_an_old_finding_stays_out_when_other_lines_are(since: Since, repository: Path) -> None:
    change(repository / EFFEKT, "---\ntitle: Måling af plejens", "---\n\n\n\ntitle: Måling af al")
    change(repository / EFFEKT, "Bestyrelsen bedes", "Den bedes")
    assert since(repository) == []


def test_a_new_finding_shows_on_its_line(since: Since, wp: Wp, repository: Path) -> None:
    change(repository / EFFEKT, "goals: [bedre-pleje]", "goals: [bedre-plejer]")
    assert since(repository) == [(EFFEKT, 11, "dangling-reference")]
    run = wp("check", "--no-pages", "--since", "HEAD", cwd=repository)
    assert run.out.splitlines()[-1] == (
        "1 fejl i 1 fil. 1 kan rettes med --fix. 20 filer gennemgået. "
        "2 fund fra før ændringen er ikke vist."
    )


def test_a_removed_id_shows_where_it_is_used(since: Since, repository: Path) -> None:
    change(repository / PEOPLE, "  - id: oejvind-udkast\n", "  - id: oejvind-u\n")
    found = since(repository)
    assert (EFFEKT, 8, "dangling-reference") in found
    elsewhere = {path for path, _, _ in found}
    used = {
        path.relative_to(repository).as_posix()
        for path in (repository / "content").rglob("*.*")
        if path.suffix in (".md", ".yml") and "oejvind-udkast" in path.read_text(encoding="utf-8")
    }
    assert elsewhere >= used
    assert OLD not in found
    assert OLDER not in found


def test_a_file_that_is_gone_shows_where_it_is_used(since: Since, repository: Path) -> None:
    (repository / "content" / "one-pagers" / "droner-og-laserscanning.md").unlink()
    found = since(repository)
    assert (EFFEKT, 45, "dangling-reference") in found
    assert (EFFEKT, 78, "missing-file") in found
    assert OLD not in found


def test_what_the_change_made_worse_shows(since: Since, wp: Wp, repository: Path) -> None:
    """What is missing in a draft is a warning; once submitted it is an error, wherever it is."""
    page = repository / EFFEKT
    change(page, "status: approved", "status: draft")
    change(page, "## Tid\n\nLangt sigt. Målingerne", "## Tid\n\n## Noter\n\nMålingerne")
    commit(repository)
    number = page.read_text(encoding="utf-8").splitlines().index("## Tid") + 1
    empty = (EFFEKT, number, "empty-section")
    assert empty in [
        (item["path"], item["line"], item["name"])
        for item in json.loads(wp("check", "--format", "json", cwd=repository).out)["diagnostics"]
    ]
    assert since(repository) == []
    change(page, "status: draft", "status: submitted")
    assert empty in since(repository)
    commit(repository)
    change(page, "status: submitted", "status: draft")
    assert empty not in since(repository), "less of a fault than it was"


def test_one_of_two_alike_is_new(since: Since, repository: Path) -> None:
    """A second fault like the first, on a line like the first, is one fault more."""
    page = repository / EFFEKT
    change(page, "goals: [bedre-pleje]\n", "goals:\n  - nej\n  - bedre-pleje\n")
    commit(repository)
    change(page, "  - bedre-pleje\n", "  - bedre-pleje\n  - nej\n")
    assert (EFFEKT, 14, "dangling-reference") in since(repository)
    assert (EFFEKT, 12, "dangling-reference") not in since(repository)


def test_a_third_of_a_kind_is_one_finding_more(since: Since, repository: Path) -> None:
    """The line that was touched is then the first, which is right; one of the others is not."""
    register, twin = repository / PEOPLE, "  - id: tvilling\n    name: Tvilling\n"
    change(register, "people:\n  - id: anna", f"{twin}{twin}\npeople:\n  - id: anna")
    commit(repository)
    assert since(repository) == []
    change(register, "organisations:\n", f"organisations:\n{twin}")
    assert [name for path, _, name in since(repository) if path == PEOPLE] == ["doubled-id"]


def test_the_place_in_a_list_may_move(since: Since, wp: Wp, repository: Path) -> None:
    page = repository / EFFEKT
    change(page, "    milestone: Rapport til bestyrelsen\n", "    milestone: ''\n")
    commit(repository)
    change(page, "activities:\n", "activities:\n  - {id: foerst, title: Begynde forfra}\n")
    line = page.read_text(encoding="utf-8").splitlines().index("    milestone: ''") + 1
    run = wp("check", "--no-pages", EFFEKT, cwd=repository)
    assert f"{EFFEKT}:{line}:5: fejl WP202 empty-field" in run.out
    assert "punkt 5 under “activities”" in run.out, "it was entry 4"
    assert {line for _, line, _ in since(repository)} == {13}


def test_a_new_name_brings_no_old_findings(since: Since, repository: Path) -> None:
    new = "content/one-pagers/maaling-af-virkning.md"
    (repository / EFFEKT).rename(repository / new)
    found = since(repository)
    assert [place for place in found if place[0] == new] == []
    git(repository, "add", "--all")
    assert since(repository) == found, "added or not"
    change(repository / new, "anna-exempel, role: primary", "anna-exempel, role:  primary")
    assert (new, OLD_LINE, "dangling-reference") in since(repository)
    assert (new, OLDER_LINE, "unknown-value") not in since(repository)


def test_a_file_written_anew_is_new(since: Since, repository: Path) -> None:
    new = "content/one-pagers/et-andet-emne.md"
    write(repository / new, "---\ntitle: Et andet emne\nstatus: drafft\n---\n")
    assert (new, 3, "unknown-value") in since(repository)


@pytest.mark.parametrize("state", ["unstaged", "staged", "both", "committed"])
def test_it_is_one_whether_staged_or_not(since: Since, repository: Path, state: str) -> None:
    first = git(repository, "rev-parse", "HEAD")
    change(repository / NATURKORT, "status: approved", "status: godkendt")
    if state != "unstaged":
        git(repository, "add", "--all")
    if state == "both":
        change(repository / NATURKORT, "status: godkendt", "status: vedtaget")
    if state == "committed":
        commit(repository)
        assert since(repository) == []
    assert since(repository, rev=first) == [(NATURKORT, 3, "unknown-value")]


@pytest.mark.parametrize("added", [False, True])
def test_a_file_that_is_not_added_yet_counts(since: Since, repository: Path, added: bool) -> None:
    write(repository / "content" / "one-pagers" / "nyt emne æøå.md", "intet\n")
    if added:
        git(repository, "add", "--all")
    found = since(repository)
    assert {path for path, _, _ in found} == {"content/one-pagers/nyt emne æøå.md"}
    assert ("content/one-pagers/nyt emne æøå.md", 1, "bad-file-name") in found


def test_a_file_that_git_ignores_was_not_there(since: Since, repository: Path) -> None:
    write(repository / ".gitignore", "kladde*.md\n")
    commit(repository)
    write(repository / "content" / "one-pagers" / "kladde.md", "intet\n")
    assert "content/one-pagers/kladde.md" in {path for path, _, _ in since(repository)}


def test_odd_names_and_old_findings(since: Since, repository: Path) -> None:
    names = ["rødgrød med fløde.md", "mellem  rum .md", "to\nlinjer.md", "a\u030a.md"]
    for name in names:
        write(repository / "content" / "one-pagers" / name, "---\ntitle: Hej\n---\n\ntekst\n")
    commit(repository)
    assert since(repository) == []
    for name in names:
        change(repository / "content" / "one-pagers" / name, "title: Hej", "title: x")
    assert {(path, line) for path, line, _ in since(repository)} == {
        ("content/one-pagers/rødgrød med fløde.md", 2),
        ("content/one-pagers/mellem  rum .md", 2),
        ("content/one-pagers/to\ufffdlinjer.md", 2),  # shown as nothing that acts on a terminal
        ("content/one-pagers/å.md", 2),
    }


def test_other_line_ends_are_one_finding_and_no_more(since: Since, repository: Path) -> None:
    page = repository / EFFEKT
    page.write_bytes(page.read_bytes().replace(b"\n", b"\r\n"))
    assert since(repository) == [(EFFEKT, 1, "carriage-return")]
    commit(repository)
    assert since(repository) == []
    page.write_bytes(page.read_bytes().replace(b"anna-exempel, role:", b"anna-exempel, role: "))
    assert since(repository) == [OLD]


def test_a_form_that_changed_shows_what_it_asks_for(since: Since, repository: Path) -> None:
    form = (ROOT / "templates" / "one-pager.md").read_text(encoding="utf-8")
    own = write(repository / "templates" / "one-pager.md", form)
    commit(repository)
    assert since(repository) == []
    change(own, "## Mål {#goals words=20..120}", "## Mål {#goals words=1..5}")
    found = since(repository)
    assert {name for _, _, name in found} == {"too-many-words"}
    assert len({path for path, _, _ in found}) == len(found) == 14
    commit(repository)
    assert since(repository) == []
    own.unlink()
    assert since(repository) == [], "the form that comes with wp asks for less"


def test_a_file_that_is_no_document_shows_when_touched(since: Since, repository: Path) -> None:
    stray = write(repository / "content" / "noter.txt", "noter\n")
    expected = [("content/noter.txt", 1, "unknown-file")]
    assert since(repository) == expected
    commit(repository)
    assert since(repository) == []
    write(stray, "flere noter\n")
    assert since(repository) == expected


def test_links_are_followed_then_as_now(since: Since, repository: Path) -> None:
    page = "content/one-pagers/genvej.md"
    (repository / page).symlink_to("effektmaaling.md")
    commit(repository)
    assert since(repository) == []
    (repository / page).unlink()
    shutil.copy(repository / EFFEKT, repository / page)
    assert since(repository) == [], "a copy says what the link said"


# Which change


def test_it_is_the_change_that_a_pull_request_brings(since: Since, repository: Path) -> None:
    """What others have merged meanwhile is not its doing."""
    git(repository, "switch", "--quiet", "-c", "gren")
    change(repository / NATURKORT, "status: approved", "status: godkendt")
    commit(repository)
    git(repository, "switch", "--quiet", "main")
    change(repository / EFFEKT, "anna-exempel, role", "anna-eksempel, role")
    commit(repository)
    git(repository, "switch", "--quiet", "gren")
    mine = (NATURKORT, 3, "unknown-value")
    assert since(repository, rev="main") == [mine]
    git(repository, "merge", "--quiet", "--no-edit", "main")
    assert since(repository, rev="main") == [mine]


def test_any_folder_below_the_root_will_do(since: Since, repository: Path) -> None:
    change(repository / NATURKORT, "status: approved", "status: godkendt")
    folder = repository / "content" / "one-pagers"
    assert since(repository, cwd=folder) == [(NATURKORT, 3, "unknown-value")]
    assert since(repository, "naturkortet.md", cwd=folder) == [(NATURKORT, 3, "unknown-value")]
    assert since(repository, "effektmaaling.md", cwd=folder) == []


def test_paths_narrow_it_down(wp: Wp, since: Since, repository: Path) -> None:
    change(repository / NATURKORT, "status: approved", "status: godkendt")
    change(repository / EFFEKT, "goals: [bedre-pleje]", "goals: [bedre-plejer]")
    assert since(repository, EFFEKT) == [(EFFEKT, 11, "dangling-reference")]
    assert since(repository, "content/minutes") == []
    run = wp("check", "--no-pages", "--since", "HEAD", NATURKORT, cwd=repository)
    assert run.out.splitlines()[-1] == "1 fejl i 1 fil. 1 kan rettes med --fix. 1 fil gennemgået."
    assert "før ændringen" not in run.out, "the old findings stand in another file"


def test_a_council_below_the_top_of_its_repository(since: Since, council: Path) -> None:
    change(council / EFFEKT, "who: anna-eksempel, role", "who: anna-exempel, role")
    begin(council.parent)
    change(council / NATURKORT, "status: approved", "status: godkendt")
    write(council.parent / "content" / "programme.md", "et andet sted\n")
    assert since(council) == [(NATURKORT, 3, "unknown-value")]


def test_text_from_an_editor_is_compared_too(wp: Wp, repository: Path) -> None:
    script = f"sed 's/status: approved/status: godkendt/' {NATURKORT} | "
    script += f"'{Path(sys.executable).with_name('wp')}' check --since HEAD --format json"
    script += f" --no-pages --stdin-filename {NATURKORT}"
    import subprocess

    done = subprocess.run(["sh", "-c", script], cwd=repository, capture_output=True, check=False)
    found = [(d["path"], d["line"]) for d in json.loads(done.stdout)["diagnostics"]]
    assert (found, done.returncode) == ([(NATURKORT, 3)], 1)


# Pages


def test_a_page_too_many_is_old_or_new_like_anything_else(wp: Wp, council: Path) -> None:
    page = council / EFFEKT
    long = "\n\nEnd".join(["Rådet måler." + " Det tager tid at måle." * 40] * 8)
    change(page, "## Tid\n\n", f"## Tid\n\n{long}\n\n")
    begin(council)

    def found(*arguments: str) -> list[str]:
        run = wp("check", "--format", "json", "--since", "HEAD", *arguments, cwd=council)
        assert run.err == ""
        return [item["name"] for item in json.loads(run.out)["diagnostics"]]

    assert '"too-many-pages"' in wp("check", "--format", "json", cwd=council).out
    assert found() == []
    change(council / NATURKORT, "status: approved", "status: godkendt")
    assert found() == ["unknown-value"]
    change(page, "## Behov\n", "## Behov\n\n" + "Endnu et afsnit. " * 60 + "\n")
    assert "too-many-pages" in found(), "it runs over by more lines than it did"
    assert "too-many-pages" not in found("--no-pages")


# What can't be compared


def test_a_form_that_was_broken_makes_everything_new(wp: Wp, repository: Path) -> None:
    form = (ROOT / "templates" / "one-pager.md").read_text(encoding="utf-8")
    own = write(repository / "templates" / "one-pager.md", form.replace("version: 1", "version: x"))
    commit(repository)
    write(own, form)
    run = wp("check", "--no-pages", "--since", "HEAD", cwd=repository)
    assert run.code == 1
    assert run.err.startswith(
        "Filerne, som de var, kan ikke gennemgås, så alle fund regnes for nye. "
        "templates/one-pager.md:3: skabelonens øverste del er ikke gyldig"
    )
    assert len(run.err.splitlines()) == 1
    assert "2 fejl i 1 fil. 1 kan rettes med --fix. 20 filer gennemgået." in run.out
    assert "før ændringen" not in run.out


def test_no_programme_then_makes_everything_new(wp: Wp, council: Path) -> None:
    change(council / EFFEKT, "who: anna-eksempel, role", "who: anna-exempel, role")
    begin(council)
    programme = (council / "content" / "programme.md").read_bytes()
    git(council, "rm", "--quiet", "content/programme.md")
    commit(council)
    (council / "content" / "programme.md").write_bytes(programme)
    run = wp("check", "--no-pages", "--since", "HEAD", "--lang", "en", cwd=council)
    assert (run.code, run.err) == (
        1,
        "The files as they were can't be checked, so every finding counts as new. "
        "There was no content/programme.md then.\n",
    )
    assert "1 error in 1 file. 1 can be mended with --fix. 20 files checked." in run.out


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("da", "Kan ikke fortsætte: Git kender ikke “origin/mian”. Skriv en gren, et mærke"),
        ("en", "Can't go on: Git doesn't know “origin/mian”. Write a branch, a tag or a commit"),
    ],
)
def test_an_unknown_revision_is_2(wp: Wp, repository: Path, language: str, sentence: str) -> None:
    run = wp("check", "--since", "origin/mian", "--lang", language, cwd=repository)
    assert (run.code, run.out) == (2, "")
    assert run.err.startswith(sentence)


def test_a_short_clone_is_2_and_says_fetch_depth(wp: Wp, repository: Path, tmp_path: Path) -> None:
    commit(repository)
    git(tmp_path, "clone", "--quiet", "--depth=1", f"file://{repository}", "kort")
    run = wp("check", "--since", "HEAD~1", cwd=tmp_path / "kort")
    assert (run.code, run.out) == (2, "")
    assert "Kun den nyeste del af historien er hentet" in run.err
    assert "fetch-depth: 0" in run.err


def test_no_repository_is_2(wp: Wp, council: Path) -> None:
    run = wp("check", "--since", "HEAD", cwd=council)
    assert (run.code, run.out) == (2, "")
    assert run.err == (
        f"Kan ikke fortsætte: {council} ligger ikke i et git-arkiv, "
        "så her er intet at sammenligne med.\n"
    )


def test_no_git_is_2(wp: Wp, repository: Path) -> None:
    env = {"PATH": os.devnull}
    run = wp("check", "--no-pages", "--since", "HEAD", cwd=repository, env=env)
    assert (run.code, run.out) == (2, "")
    assert "Programmet git kan ikke startes" in run.err
    assert wp("check", "--no-pages", cwd=repository, env=env).code == 1, "needed only for --since"


def test_it_leaves_no_trace(repository: Path, wp: Wp, tmp_path: Path) -> None:
    change(repository / EFFEKT, "## Behov\n", "## Behov\n\n" + "Endnu et afsnit. " * 900 + "\n")
    scratch = tmp_path / "tmp"
    scratch.mkdir()

    def stamp() -> dict[str, tuple[int, int]]:
        return {
            str(path.relative_to(repository)): (path.lstat().st_mtime_ns, path.lstat().st_size)
            for path in repository.rglob("*")
        }

    before = stamp()
    run = wp("check", "--since", "HEAD", cwd=repository, env={"TMPDIR": str(scratch)})
    assert "too-many-pages" in run.out
    assert stamp() == before
    assert list(scratch.iterdir()) == []
