"""The forms of a report, as another program and a person at a terminal get them."""

import fcntl
import json
import os
import pty
import re
import shutil
import struct
import subprocess
import termios
from pathlib import Path
from typing import Any

import pytest
from rich.cells import cell_len
from tests.cli.process import SCRIPT, Wp, change, environment, write

EFFEKT = "content/one-pagers/effektmaaling.md"
ESCAPE = "\x1b["
STYLED = re.compile(r"\x1b\[[0-9;]*m")
KEYS = [
    "code", "name", "severity", "path", "line", "column", "end_line", "end_column", "message",
    "help", "related", "fixable", "fingerprint", "rendered",
]  # fmt: skip


@pytest.fixture
def broken(council: Path) -> Path:
    """Return a council with faults of several kinds in several files."""
    change(council / EFFEKT, "status: approved", "status: aproved")
    change(council / EFFEKT, "goals: [bedre-pleje]", "goals: []\nhorisont: kort\nhorizont: long")
    page = council / "content" / "one-pagers" / "aabne-snitflader.md"
    page.write_text(page.read_text(encoding="utf-8").replace("status: ", "statuss: ", 1), "utf-8")
    write(council / "content" / "one-pagers" / "100%,a:b.txt", "fremmed\n")
    return council


def report(wp: Wp, root: Path, *arguments: str) -> dict[str, Any]:
    document: dict[str, Any] = json.loads(wp("check", "--format", "json", *arguments, cwd=root).out)
    return document


# JSON


def test_json_is_what_was_promised(wp: Wp, broken: Path) -> None:
    document = report(wp, broken)
    assert list(document) == ["version", "checked", "summary", "suppressed", "diagnostics"]
    assert document["version"] == 1
    assert list(document["summary"]) == ["error", "warning", "info"]
    assert document["diagnostics"]
    for item in document["diagnostics"]:
        assert list(item) == KEYS
        assert re.fullmatch(r"WP[0-9]{3}", item["code"])
        assert item["severity"] in document["summary"]
        assert not item["path"].startswith("/")
        assert "\\" not in item["path"]
        for name in ("line", "column", "end_line", "end_column"):
            assert type(item[name]) is int
            assert item[name] >= 1
        assert (item["end_line"], item["end_column"]) >= (item["line"], item["column"])
        assert type(item["message"]) is str
        assert item["message"]
        assert type(item["help"]) is str
        assert type(item["fixable"]) is bool
        assert re.fullmatch(r"[0-9a-f]{32}", item["fingerprint"])
        assert item["rendered"].startswith(f"{item['path']}:{item['line']}:{item['column']}: ")
        for related in item["related"]:
            assert list(related) == ["path", "line", "message"]
            assert type(related["line"]) is int
            assert related["line"] >= 1


def test_json_counts_what_it_lists(wp: Wp, broken: Path) -> None:
    document = report(wp, broken)
    found = [item["severity"] for item in document["diagnostics"]]
    assert document["summary"] == {name: found.count(name) for name in document["summary"]}
    assert document["checked"] == len(list((broken / "content").rglob("*.md"))) + 2


def test_json_is_sorted(wp: Wp, broken: Path) -> None:
    places = [
        (item["path"], item["line"], item["column"], item["code"])
        for item in report(wp, broken)["diagnostics"]
    ]
    assert places == sorted(places)


def test_json_is_the_same_in_both_languages_but_for_the_words(wp: Wp, broken: Path) -> None:
    danish, english = report(wp, broken, "--lang", "da"), report(wp, broken, "--lang", "en")
    for document in (danish, english):
        for item in document["diagnostics"]:
            item["message"] = item["help"] = item["rendered"] = ""
            for related in item["related"]:
                related["message"] = ""
    assert danish == english


def test_json_knows_neither_the_folder_nor_the_order_of_its_files(
    wp: Wp, broken: Path, tmp_path: Path
) -> None:
    first = wp("check", "--format", "json", cwd=broken).out
    other = tmp_path / "et andet sted, æøå"
    for path in sorted(broken.rglob("*"), reverse=True):
        if path.is_file():
            target = other / path.relative_to(broken)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(path, target)
    assert wp("check", "--format", "json", cwd=other).out == first


def test_json_is_one_document_even_with_no_findings(wp: Wp, council: Path) -> None:
    document = report(wp, council, EFFEKT)
    assert document["checked"] == 1
    assert document["summary"]["error"] == 0


def test_a_certain_correction_is_said_to_be_fixable(wp: Wp, broken: Path) -> None:
    status = [i for i in report(wp, broken, EFFEKT)["diagnostics"] if i["line"] == 3]
    assert [item["fixable"] for item in status] == [True]
    assert "“approved”" in status[0]["message"]


def test_json_has_no_colour_whatever_is_asked(wp: Wp, broken: Path) -> None:
    run = wp("check", "--format", "json", cwd=broken, env={"FORCE_COLOR": "1"})
    assert ESCAPE not in run.out
    json.loads(run.out)


# GitHub


def test_github_has_one_command_a_finding(wp: Wp, broken: Path) -> None:
    document = report(wp, broken)
    lines = wp("check", "--format", "github", cwd=broken).out.splitlines()
    assert len(lines) == len(document["diagnostics"])
    levels = {"error": "error", "warning": "warning", "info": "notice"}
    for line, item in zip(lines, document["diagnostics"], strict=True):
        command, _, rest = line.partition(" ")
        assert command == f"::{levels[item['severity']]}"
        properties = dict(part.split("=", 1) for part in rest.split("::", 1)[0].split(","))
        assert list(properties) == ["file", "line", "endLine", "col", "endColumn", "title"]
        assert _unescaped(properties["file"]) == item["path"]
        assert int(properties["line"]) == item["line"]
        assert int(properties["col"]) == item["column"]
        assert properties["title"] == f"{item['code']} {item['name']}"
        message = _unescaped(rest.split("::", 1)[1])
        assert message.startswith(item["message"])
        assert item["help"] in message


@pytest.mark.parametrize(
    ("output", "top", "shown"),
    [
        ("github", "GITHUB_WORKSPACE", "file=dokumenter/råd/content/one-pagers/"),
        ("gitlab", "CI_PROJECT_DIR", '"path": "dokumenter/råd/content/one-pagers/'),
    ],
)
def test_a_service_is_told_the_path_from_the_top_of_its_repository(
    wp: Wp, broken: Path, tmp_path: Path, output: str, top: str, shown: str
) -> None:
    folder = tmp_path / "depot" / "dokumenter" / "råd"
    shutil.copytree(broken, folder)
    env = {top: str(tmp_path / "depot")}
    deep = wp("check", "--format", output, cwd=folder, env=env).out
    assert shown in deep
    alone = wp("check", "--format", output, cwd=folder, env={top: str(folder)}).out
    assert deep.replace("dokumenter/råd/content", "content") == alone
    assert wp("check", "--format", output, cwd=broken).out == alone


def test_github_escapes_what_would_end_a_property(wp: Wp, broken: Path) -> None:
    out = wp("check", "--format", "github", cwd=broken).out
    assert "file=content/one-pagers/100%25%2Ca%3Ab.txt," in out
    assert "100%,a:b.txt" not in out


def test_a_document_cannot_give_github_a_command_of_its_own(wp: Wp, council: Path) -> None:
    change(council / EFFEKT, "status: approved", 'status: "x\\n::error::nej%0A::warning::nej"')
    for line in wp("check", "--format", "github", cwd=council).out.splitlines():
        assert re.match(r"::(error|warning|notice) file=", line)
        assert "%0A::warning" not in line.replace("%250A", "")


def _unescaped(text: str) -> str:
    for code, char in (("%3A", ":"), ("%2C", ","), ("%0A", "\n"), ("%0D", "\r"), ("%25", "%")):
        text = text.replace(code, char)
    return text


# Text


def test_text_shows_line_caret_form_and_help(wp: Wp, council: Path) -> None:
    change(council / EFFEKT, "status: approved", "status: aproved")
    danish = wp("check", EFFEKT, cwd=council).out.splitlines()
    assert danish[0] == f"{EFFEKT}:3:9: fejl WP206 unknown-value"
    assert "    3 | status: aproved" in danish
    assert "      |         ^^^^^^^" in danish
    assert any(line.startswith("  --> templates/one-pager.md:") for line in danish)
    assert any("“approved”" in line for line in danish)
    english = wp("check", EFFEKT, "--lang", "en", cwd=council).out.splitlines()
    assert english[0] == f"{EFFEKT}:3:9: error WP206 unknown-value"
    assert "      |         ^^^^^^^" in english
    assert set(danish) & set(english) >= {"    3 | status: aproved"}


def test_text_ends_with_what_was_found(wp: Wp, broken: Path) -> None:
    document = report(wp, broken)
    out = wp("check", cwd=broken).out
    counts = document["summary"]
    assert f"{counts['error']} fejl" in out
    assert f"{document['checked']} filer gennemgået." in out
    assert out.endswith("\n")


def test_piped_text_is_plain(wp: Wp, broken: Path) -> None:
    for env in ({}, {"NO_COLOR": "1"}, {"TERM": "xterm-256color"}):
        assert "\x1b" not in wp("check", cwd=broken, env=env).out


def test_colour_can_be_asked_for_and_says_the_same(wp: Wp, broken: Path) -> None:
    plain = wp("check", cwd=broken).out
    env = {"FORCE_COLOR": "1", "COLUMNS": "400", "TERM": "xterm-256color"}
    coloured = wp("check", cwd=broken, env=env).out
    assert ESCAPE in coloured
    shown = [line.rstrip() for line in STYLED.sub("", coloured).splitlines()]
    assert shown == [line.rstrip() for line in plain.splitlines()]


def terminal(root: Path, columns: int, *arguments: str | Path, **env: str) -> str:
    """Return what `wp check` shows on a terminal of its own."""
    leader, follower = pty.openpty()
    fcntl.ioctl(follower, termios.TIOCSWINSZ, struct.pack("HHHH", 40, columns, 0, 0))
    process = subprocess.Popen(
        [SCRIPT, "check", *arguments],
        cwd=root,
        env=environment(**{"TERM": "xterm-256color", **env}),
        stdin=follower,
        stdout=follower,
        stderr=follower,
    )
    os.close(follower)
    shown = b""
    while True:
        try:
            part = os.read(leader, 65536)
        except OSError:  # Linux says so when the other end is closed
            break
        if not part:
            break
        shown += part
    process.wait(timeout=60)
    os.close(leader)
    return shown.decode("utf-8").replace("\r\n", "\n")


@pytest.mark.parametrize("columns", [80, 60, 120])
def test_a_terminal_gets_colour_and_lines_that_fit(broken: Path, columns: int) -> None:
    shown = terminal(broken, columns)
    assert ESCAPE in shown
    for line in STYLED.sub("", shown).splitlines():
        assert len(line) <= columns, line


def test_a_terminal_is_told_the_same_as_a_pipe(wp: Wp, broken: Path) -> None:
    shown = " ".join(STYLED.sub("", terminal(broken, 80)).split())
    for item in report(wp, broken)["diagnostics"]:
        assert " ".join(item["message"].split()) in shown
    assert wp("check", cwd=broken).out.splitlines()[-1] in shown


def test_no_color_is_obeyed_on_a_terminal(broken: Path) -> None:
    shown = terminal(broken, 80, NO_COLOR="1")
    colours = re.findall(r"\x1b\[([0-9;]*)m", shown)
    for codes in colours:
        for code in filter(None, codes.split(";")):
            assert int(code) in (0, 1, 2, 3, 4, 22, 23, 24), f"colour {code}"


def test_a_terminal_without_colours_gets_none(wp: Wp, broken: Path) -> None:
    shown = terminal(broken, 80, TERM="dumb")
    assert "\x1b" not in shown
    assert f"{EFFEKT}:3:9: fejl WP206 unknown-value" in shown


def test_no_color_goes_before_force_color(wp: Wp, broken: Path) -> None:
    shown = wp("check", cwd=broken, env={"FORCE_COLOR": "1", "NO_COLOR": "1"}).out
    codes = {int(code) for found in STYLED.findall(shown) for code in found[2:-1].split(";")}
    assert codes <= {0, 1, 2, 3, 4, 22, 23, 24}


def test_a_terminal_of_80_columns_shows_exactly_this(council: Path) -> None:
    """Bold where and what, the severity's colour, dim where it isn't needed at first sight."""
    change(council / EFFEKT, "horizon: long", "horizon: lang")
    page = council / EFFEKT
    text = page.read_text(encoding="utf-8")
    long = f"## Mål\n\n漢字 e\u0301 {'og så videre ' * 12}[målet](nej.md) {'og så videre ' * 12}\n"
    page.write_text(text.replace("## Mål\n", long, 1), encoding="utf-8")
    shown = terminal(council, 80, EFFEKT).split("\n\n")
    form = re.search(r"templates/one-pager.md:\d+", shown[0])
    assert form
    assert shown[0].split("\n") == [
        f"\x1b[1m{EFFEKT}:9:10\x1b[0m: \x1b[1;31mfejl WP206\x1b[0m\x1b[2m unknown-value\x1b[0m",
        "  Ved “horizon” er “lang” ikke en af mulighederne. Mente du “long”?",
        "\x1b[2m    9 | \x1b[0mhorizon: lang",
        "\x1b[2m      | \x1b[0m         \x1b[1;31m^^^^\x1b[0m",
        f"  \x1b[2m--> {form[0]}\x1b[0m skabelonen siger det her",
        "  \x1b[1m= hjælp: \x1b[0m"
        "Vælg “short” (Kort sigt), “medium” (Mellemlangt sigt) eller “long”",
        "  (Langt sigt).",
    ]
    (link,) = [STYLED.sub("", block) for block in shown if "WP410" in block]
    source, marks = [line for line in link.split("\n") if "|" in line]
    assert "[målet](nej.md)" in source
    assert cell_len(source) <= 80
    assert cell_len(source[: source.index("nej.md")]) == marks.index("^")
    assert marks.endswith(" ^^^^^^")


def test_marks_are_exact_under_wide_characters_on_a_terminal(council: Path) -> None:
    page = council / EFFEKT
    text = page.read_text(encoding="utf-8")
    wide = "## Mål\n\n漢字 e\u0301\u2060 👍🏽 👩‍👩‍👧 [målet](nej.md)\n"
    page.write_text(text.replace("## Mål\n", wide, 1), encoding="utf-8")
    lines = STYLED.sub("", terminal(council, 80, EFFEKT)).splitlines()
    at = next(number for number, line in enumerate(lines) if "漢字" in line)
    assert lines[at].endswith(" | 漢字 e\u0301 👍 👩 [målet](nej.md)")
    assert cell_len(lines[at][: lines[at].index("nej.md")]) == lines[at + 1].index("^")


def test_concise_on_a_terminal_is_coloured_and_never_folded(wp: Wp, broken: Path) -> None:
    plain = wp("check", "--format", "concise", cwd=broken).out
    shown = terminal(broken, 60, "--format", "concise")
    assert "\x1b[1;31mfejl WP206\x1b[0m" in shown
    *lines, summary = plain.splitlines()
    *shown_lines, _ = STYLED.sub("", shown).split(summary[:20])[0].splitlines() + [""]
    assert shown_lines == lines
    assert max(len(line) for line in lines) > 60
    assert any(line.endswith(" [*]") for line in lines)


def test_statistics_on_a_terminal(wp: Wp, broken: Path) -> None:
    plain = wp("check", "--statistics", cwd=broken).out
    shown = terminal(broken, 120, "--statistics")
    assert ESCAPE in shown
    assert STYLED.sub("", shown) == plain
