"""`wp check` in a process of its own: which files, which exit code, which language."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest
from tests.cli.process import PROGRAMME, ROOT, SCRIPT, Wp, change, environment, write

import wp as package
from wp.reporting.formats import FORMATS

EFFEKT = "content/one-pagers/effektmaaling.md"
NATURKORT = "content/one-pagers/naturkortet.md"


# Exit codes


def test_all_good_is_0(wp: Wp, council: Path) -> None:
    run = wp("check", cwd=council)
    assert (run.code, run.err) == (0, "")
    assert "0 fejl" not in run.out, "what isn't there needs no number"


def test_an_error_is_1(wp: Wp, council: Path) -> None:
    change(council / EFFEKT, "status: approved", "status: godkendt")
    run = wp("check", cwd=council)
    assert run.code == 1
    assert f"{EFFEKT}:3:9: fejl WP206 unknown-value" in run.out
    assert "1 fejl" in run.out.splitlines()[-1] or "1 fejl" in run.out.splitlines()[-2]


def test_warnings_are_0_unless_strict(wp: Wp, small: Path) -> None:
    plain = wp("check", cwd=small)
    strict = wp("check", "--strict", cwd=small)
    assert "advarsel" in plain.out
    assert (plain.code, strict.code) == (0, 1)
    assert plain.out == strict.out, "--strict changes the verdict, not what is found"


def test_strict_is_0_when_nothing_is_found(wp: Wp, council: Path) -> None:
    found = wp("check", "--format", "json", cwd=council).out
    if '"warning": 0' in found:
        assert wp("check", "--strict", cwd=council).code == 0


def test_no_council_is_2(wp: Wp, tmp_path: Path) -> None:
    run = wp("check", cwd=tmp_path)
    assert (run.code, run.out) == (2, "")
    assert run.err.startswith("Kan ikke fortsætte: Her er intet arbejdsprogram")
    assert str(tmp_path) in run.err
    run = wp("check", "--lang", "en", cwd=tmp_path)
    assert run.code == 2
    assert run.err.startswith("Can't go on: There is no work programme here")


@pytest.mark.parametrize(
    "arguments",
    [["check", "--nothing"], ["chekc"], ["new"], ["check", "--format"], ["new", "one-pager"]],
)
def test_bad_usage_is_2(wp: Wp, small: Path, arguments: list[str]) -> None:
    run = wp(*arguments, cwd=small)
    assert (run.code, run.out) == (2, "")
    assert run.err


def test_an_unknown_format_is_2_and_names_the_known(wp: Wp, small: Path) -> None:
    run = wp("check", "--format", "xml", cwd=small)
    assert (run.code, run.out) == (2, "")
    assert "“xml”" in run.err
    assert run.err.endswith(" Kendte er text, concise, json, github, gitlab, sarif, junit.\n")


# The root


def test_the_nearest_council_upwards_is_meant(wp: Wp, council: Path) -> None:
    at_root = wp("check", "--format", "json", cwd=council)
    below = wp("check", "--format", "json", cwd=council / "content" / "one-pagers")
    assert below == at_root


def test_a_council_inside_another_is_its_own(wp: Wp, council: Path) -> None:
    write(council / "tests" / "lille" / "content" / "programme.md", PROGRAMME)
    run = wp("check", "--format", "json", cwd=council / "tests" / "lille" / "content")
    assert '"checked": 1' in run.out


def test_root_may_be_named(wp: Wp, council: Path, tmp_path: Path) -> None:
    inside = wp("check", "--format", "json", cwd=council)
    assert wp("check", "--format", "json", "--root", council, cwd=tmp_path) == inside
    assert wp("check", "--format", "json", "--root", "eksempelraadet", cwd=tmp_path) == inside


def test_a_root_that_is_named_is_not_searched_for(wp: Wp, council: Path) -> None:
    run = wp("check", "--root", council / "content", cwd=council)
    assert (run.code, run.out) == (2, "")
    assert "content/programme.md" in run.err
    assert wp("check", "--root", council / "nowhere", cwd=council).code == 2


# Named files and folders


def test_a_named_file_is_judged_against_everything(wp: Wp, council: Path) -> None:
    change(council / EFFEKT, "goals: [bedre-pleje]", "goals: [bedre-plejer]")
    change(council / NATURKORT, "status: approved", "status: godkendt")
    run = wp("check", EFFEKT, cwd=council)
    assert run.code == 1
    assert "bedre-plejer" in run.out
    assert f"{NATURKORT}:" not in run.out
    assert "1 fil gennemgået." in run.out


def test_a_named_file_without_errors_passes_though_others_fail(wp: Wp, council: Path) -> None:
    change(council / NATURKORT, "status: approved", "status: godkendt")
    assert wp("check", cwd=council).code == 1
    assert wp("check", EFFEKT, cwd=council).code == 0


def test_a_folder_is_all_that_is_below_it(wp: Wp, council: Path) -> None:
    pages = len(list((council / "content" / "one-pagers").glob("*.md")))
    run = wp("check", "content/one-pagers", "--format", "json", cwd=council)
    assert f'"checked": {pages},' in run.out
    everything = wp("check", "--format", "json", cwd=council)
    assert wp("check", "content", "--format", "json", cwd=council) == everything
    assert wp("check", ".", "--format", "json", cwd=council) == everything


def test_several_paths_and_one_twice(wp: Wp, council: Path) -> None:
    run = wp("check", EFFEKT, NATURKORT, EFFEKT, "--format", "json", cwd=council)
    assert '"checked": 2,' in run.out


def test_paths_are_named_from_where_the_user_stands(wp: Wp, council: Path) -> None:
    folder = council / "content" / "one-pagers"
    change(council / EFFEKT, "status: approved", "status: godkendt")
    from_root = wp("check", EFFEKT, cwd=council)
    assert from_root.code == 1
    assert wp("check", "effektmaaling.md", cwd=folder) == from_root
    assert wp("check", "../one-pagers/effektmaaling.md", cwd=folder) == from_root
    assert wp("check", council / EFFEKT, cwd=council.parent, env={"HOME": "/"}).code == 2
    assert wp("check", council / EFFEKT, "--root", council, cwd=council.parent) == from_root


def test_a_way_through_a_symbolic_link_leads_to_the_same_file(
    wp: Wp, council: Path, tmp_path: Path
) -> None:
    link = tmp_path / "genvej"
    link.symlink_to(council, target_is_directory=True)
    change(council / EFFEKT, "status: approved", "status: godkendt")
    run = wp("check", link / EFFEKT, cwd=council)
    assert run.code == 1
    assert f"{EFFEKT}:3:9:" in run.out


@pytest.mark.parametrize(("language", "text"), [("da", "findes ikke"), ("en", "doesn't exist")])
def test_a_missing_file_is_2(wp: Wp, council: Path, language: str, text: str) -> None:
    run = wp("check", "content/one-pagers/nej.md", "--lang", language, cwd=council)
    assert (run.code, run.out) == (2, "")
    assert text in run.err


@pytest.mark.parametrize("path", ["outside.md", "../outside.md", "templates"])
def test_a_file_outside_content_is_2(wp: Wp, council: Path, path: str) -> None:
    (council / "templates").mkdir()
    write(council / "outside.md", "x")
    write(council.parent / "outside.md", "x")
    run = wp("check", path, cwd=council)
    assert (run.code, run.out) == (2, "")
    assert "er ikke et dokument i content/" in run.err


def test_a_name_that_a_mac_has_written_apart_is_the_same_file(wp: Wp, small: Path) -> None:
    """macOS writes å as a and a ring; the finding names the file in one piece."""
    write(small / "content" / "one-pagers" / "a\u030a.md", "intet\n")
    run = wp("check", "content/one-pagers/a\u030a.md", "--format", "json", cwd=small)
    assert '"path": "content/one-pagers/å.md"' in run.out


# Language


def test_the_programme_settles_the_language(wp: Wp, small: Path) -> None:
    assert "gennemgået" in wp("check", cwd=small).out
    change(small / "content" / "programme.md", "language: da", "language: en")
    assert "checked" in wp("check", cwd=small).out


def test_the_environment_goes_before_the_programme_and_the_option_before_both(
    wp: Wp, small: Path
) -> None:
    assert "checked" in wp("check", cwd=small, env={"WP_LANG": "en"}).out
    assert "gennemgået" in wp("check", "--lang", "da", cwd=small, env={"WP_LANG": "en"}).out
    assert "gennemgået" in wp("check", cwd=small, env={"WP_LANG": ""}).out


def test_an_unknown_language_is_2_in_the_programmes_own(wp: Wp, small: Path) -> None:
    run = wp("check", "--lang", "sv", cwd=small)
    assert (run.code, run.out) == (2, "")
    assert "Sproget “sv” findes ikke" in run.err
    change(small / "content" / "programme.md", "language: da", "language: en")
    assert "There is no language “sv”" in wp("check", cwd=small, env={"WP_LANG": "sv"}).err


# A broken form


@pytest.mark.parametrize(
    ("old", "new", "line", "danish", "english"),
    [
        ("version: 1", "version: [1", 3, "kan ikke læses", "can't be read"),
        ("version: 1", "version: en", 3, "er ikke gyldig", "isn't valid"),
        ("  complete_from: submitted", "  complete_from: done", 12, "complete_from", "one of the"),
        ("minLength: 3", "minLength: tre", 0, "“minLength” kan der ikke", "“minLength” can't be"),
        ("## Mål {#goals words=20..120}", "## Mål", None, "nøgle", "no key"),
        ("words=20..120", "words=120..20", None, "words=120..20", "not of the form"),
        ("{#goals words", "{#background words", None, "to gange", "stands twice"),
        ("{#goals words", "{#goals word", None, "ukendt egenskab", "unknown attribute"),
        ("{#goals words", "{#goals each=items words", None, "each=items", "no field"),
    ],
)  # fmt: skip
def test_a_broken_form_is_2_with_its_line(
    wp: Wp, small: Path, old: str, new: str, line: int | None, danish: str, english: str
) -> None:
    text = (ROOT / "templates" / "one-pager.md").read_text(encoding="utf-8")
    assert old in text
    broken = text.replace(old, new, 1)
    write(small / "templates" / "one-pager.md", broken)
    if not line:  # in the form's text, or (0) in its fields
        at = broken.index(new) if line == 0 else broken.rindex(new)
        line = broken.count("\n", 0, at) + 1
    for language, sentence in (("da", danish), ("en", english)):
        run = wp("check", "--lang", language, cwd=small)
        assert (run.code, run.out) == (2, "")
        assert sentence in run.err
        assert f"templates/one-pager.md:{line}: " in run.err


def test_two_forms_of_one_name_are_2(wp: Wp, small: Path) -> None:
    shutil.copy(ROOT / "templates" / "one-pager.md", write(small / "templates" / "a.md", ""))
    run = wp("check", cwd=small)
    assert (run.code, run.out) == (2, "")
    assert "“one-pager”" in run.err


# Whatever the tree holds


def _junk(root: Path) -> None:
    deep = "---\na: " + "[" * 500 + "\n---\n" + "> " * 500
    write(root / "content" / "one-pagers" / "dyb.md", deep)
    write(root / "content" / "one-pagers" / "tom.md", "")
    (root / "content" / "one-pagers" / "mappe.md").mkdir()
    (root / "content" / "one-pagers" / "bytes.md").write_bytes(bytes(range(256)) * 40)
    (root / "content" / "one-pagers" / "utf16.md").write_bytes("---\ntitle: Æ\n".encode("utf-16"))
    (root / "content" / "one-pagers" / "ring.md").symlink_to("ring.md")
    (root / "content" / "one-pagers" / "ud.md").symlink_to("/etc/passwd")
    write(root / "content" / "one-pagers" / "lang.md", "---\ntitle: " + "x" * 90_000 + "\n---\n")
    write(root / "content" / "one-pagers" / "liste.md", "---\n- 1\n---\n# \n#\n###### x\n")
    write(root / "content" / "one-pagers" / "taender.md", "---\nstatus: {a: b}\ntitle: [1]\n---\n")
    write(root / "content" / "minutes" / "forkert.md", "---\nagenda: [1, {number: x}]\n---\n## 1\n")
    write(root / "content" / "people.yml", "people: 7\nbodies: {id: x}\n")
    write(root / "content" / "initiatives.yml", "initiatives: [{id: 3}, {id: [a]}, null]\n")
    write(root / "content" / "fremmed.txt", "?")


@pytest.mark.parametrize("output", FORMATS)
@pytest.mark.parametrize("language", ["da", "en"])
def test_no_tree_gives_a_traceback(wp: Wp, small: Path, output: str, language: str) -> None:
    _junk(small)
    run = wp("check", "--format", output, "--lang", language, cwd=small)
    assert run.code == 1
    assert run.err == ""
    for name in ("tom", "mappe", "bytes", "utf16", "ring", "ud", "dyb", "liste"):
        assert f"content/one-pagers/{name}.md" in run.out, "nothing is skipped in silence"


def test_a_folder_where_a_form_should_be_stops_clearly(wp: Wp, small: Path) -> None:
    (small / "templates" / "one-pager.md").mkdir(parents=True)
    run = wp("check", cwd=small)
    if run.code == 2:
        assert run.err.startswith("Kan ikke fortsætte:")


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp865"])
def test_a_terminal_that_lacks_letters_stops_nothing(wp: Wp, small: Path, encoding: str) -> None:
    env = {"PYTHONIOENCODING": encoding, "PYTHONUTF8": "0"}
    assert wp("check", cwd=small, env=env).code == 0
    run = wp("check", "--format", "json", cwd=small, env=env)
    assert "Økonomisk" in run.out or "ø" in run.out, "the report itself is UTF-8 everywhere"


# The rest


def test_version(wp: Wp, tmp_path: Path) -> None:
    run = wp("--version", cwd=tmp_path)
    assert (run.code, run.out, run.err) == (0, f"wp {package.__version__}\n", "")


def test_help_names_every_command(wp: Wp, tmp_path: Path) -> None:
    run = wp("--help", cwd=tmp_path)
    assert run.code == 0
    for command in ("check", "build", "new"):
        assert command in run.out
    assert wp(cwd=tmp_path).code in (0, 2)


def test_a_folder_that_is_gone_stops_clearly(tmp_path: Path) -> None:
    folder = tmp_path / "vaek"
    folder.mkdir()
    code = f"cd '{folder}' && rmdir '{folder}' && '{SCRIPT}' --version && '{SCRIPT}' check"
    done = subprocess.run(["bash", "-c", code], capture_output=True, encoding="utf-8")
    assert (done.returncode, done.stdout) == (2, f"wp {package.__version__}\n")
    assert done.stderr.startswith("Kan ikke fortsætte: ")
    assert len(done.stderr.splitlines()) == 1


def test_check_writes_nothing(wp: Wp, council: Path) -> None:
    def stamp() -> dict[str, tuple[int, int]]:
        return {
            str(path.relative_to(council)): (path.lstat().st_mtime_ns, path.lstat().st_size)
            for path in council.rglob("*")
        }

    before = stamp()
    wp("check", cwd=council)
    assert stamp() == before


def test_the_time_zone_and_the_locale_change_nothing(wp: Wp, council: Path) -> None:
    one = wp("check", cwd=council, env={"TZ": "Pacific/Kiritimati", "LC_ALL": "C"})
    other = wp("check", cwd=council, env={"TZ": "Pacific/Pago_Pago", "LC_ALL": "C.UTF-8"})
    assert one == other


def test_ends_quietly_when_its_reader_has_had_enough(council: Path) -> None:
    for page in (council / "content" / "one-pagers").glob("*.md"):
        page.write_text("intet\n", encoding="utf-8")
    read, write_end = os.pipe()
    os.close(read)
    done = subprocess.run(
        [SCRIPT, "check"], cwd=council, env=environment(), stdout=write_end, stderr=subprocess.PIPE
    )
    os.close(write_end)
    assert b"Traceback" not in done.stderr
