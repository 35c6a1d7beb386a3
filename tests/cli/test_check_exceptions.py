"""Exceptions from rules as a user meets them: what is counted, chosen, passed and built."""

import json
import re
from pathlib import Path

import pytest
from tests.cli.process import Wp, change

EFFEKT = "content/one-pagers/effektmaaling.md"
NATURKORT = "content/one-pagers/naturkortet.md"
MADE = "wp: ignore email-address En fælles postkasse"


@pytest.fixture
def excepted(council: Path) -> Path:
    """Return a council with three addresses in two files, two of them excepted."""
    change(
        council / EFFEKT,
        "## Mål\n",
        f"## Mål\n\nSkriv til maal@example.dk. <!-- {MADE} -->\n\nEller til sms@example.dk.\n",
    )
    change(council / NATURKORT, "---\ntitle: ", f"---\n# {MADE}\ntitle: kort@example.dk og ")
    return council


def names(out: str) -> list[str]:
    return [item["name"] for item in json.loads(out)["diagnostics"]]


def test_the_summary_says_how_many_are_left_out(wp: Wp, excepted: Path) -> None:
    run = wp("check", "--no-pages", "--select", "email-address", cwd=excepted)
    assert run.out.splitlines()[-1] == (
        "1 advarsel i 1 fil. 20 filer gennemgået. 2 fund er undtaget og ikke vist."
    )
    run = wp("check", "--no-pages", "--lang", "en", NATURKORT, "--select", "WP911", cwd=excepted)
    assert run.out == "All good. 1 file checked. 1 finding suppressed and not shown.\n"


def test_json_counts_them_for_what_is_shown(wp: Wp, excepted: Path) -> None:
    def count(*arguments: str) -> tuple[int, list[str]]:
        out = wp("check", "--no-pages", "--format", "json", *arguments, cwd=excepted).out
        return json.loads(out)["suppressed"], [n for n in names(out) if n == "email-address"]

    assert count() == (2, ["email-address"])
    assert count(EFFEKT) == (1, ["email-address"])
    assert count(NATURKORT) == (1, [])
    assert count("--ignore", "WP9") == (0, [])
    assert count("--select", "WP911") == (2, ["email-address"])


def test_select_and_ignore_choose_what_is_shown_and_what_fails(wp: Wp, council: Path) -> None:
    change(council / EFFEKT, "status: approved", "status: godkendt")
    change(council / EFFEKT, "horizon: long", "horizon: lang\nhorisont: lang")

    def run(*arguments: str) -> tuple[int, set[str]]:
        done = wp("check", "--no-pages", "--format", "json", EFFEKT, *arguments, cwd=council)
        return done.code, set(names(done.out))

    assert run("--select", "WP206") == (1, {"unknown-value"})
    assert run("--select", "WP20") == (1, {"unknown-value", "unknown-field"})
    assert run("--select", "wp206,unknown-field") == (1, {"unknown-value", "unknown-field"})
    assert run("--select", "WP206", "--select", "WP204") == (1, {"unknown-value", "unknown-field"})
    assert run("--select", "WP2", "--ignore", "WP206") == (1, {"unknown-field"})
    assert run("--ignore", "WP204", "--ignore", "WP206,WP837") == (0, set())
    assert run("--select", "WP9") == (0, set())


def test_a_rule_that_there_is_not_is_2(wp: Wp, council: Path) -> None:
    run = wp("check", "--select", "unknown-valeu", cwd=council)
    assert (run.code, run.out, run.err) == (
        2, "", "Kan ikke fortsætte: “unknown-valeu” er ingen regel. Mente du “unknown-value”?\n",
    )  # fmt: skip
    run = wp("check", "--lang", "en", "--ignore", "WP9,", cwd=council)
    assert (run.code, run.out, run.err) == (
        2, "", "Can't go on: “” is no rule. Use a code, the beginning of one (WP4), or a name.\n",
    )  # fmt: skip


@pytest.mark.parametrize("arguments", [["--select", "email-address"], ["--no-pages"], [EFFEKT]])
def test_an_exception_that_is_needed_is_never_said_to_be_unused(
    wp: Wp, excepted: Path, arguments: list[str]
) -> None:
    change(
        excepted / NATURKORT,
        "# wp: ignore",
        "ignore:\n  - {rule: too-many-pages, reason: Billedet fylder}\n# wp: ignore",
    )
    out = wp("check", "--format", "json", *arguments, cwd=excepted).out
    assert "ignore-unused" not in names(out)
    out = wp("check", "--format", "json", "--select", "ignore-unused", cwd=excepted).out
    assert names(out) == ["ignore-unused"], "the one on pages, now that they are measured"


def test_the_council_decides_what_stops_a_build(wp: Wp, council: Path) -> None:
    change(council / EFFEKT, "## Mål\n", "## Mål\n\nMødet er onsdag den 1. januar 2027.\n")
    stopped = wp("build", "--format", "md", cwd=council)
    assert (stopped.code, "WP711 wrong-weekday" in stopped.out) == (1, True)
    programme = council / "content" / "programme.md"
    checks = "checks:\n  - {rule: wrong-weekday, severity: warning, reason: Dagen er set efter}\n"
    change(programme, "economy:\n", f"{checks}economy:\n")
    built = wp("build", "--format", "md", cwd=council)
    assert built.code == 0
    assert (council / "build" / "programme.md").is_file()
    change(programme, "severity: warning, reason", "severity: error, reason")
    assert wp("build", "--format", "md", cwd=council).code == 1


def test_no_exception_leaves_a_trace_in_what_is_built(wp: Wp, council: Path) -> None:
    """The same bytes, with and without: in fields, behind headings and words, in tables, alone."""
    documents = (NATURKORT, "content/minutes/2026-03-12.md", "content/programme.md")

    def built() -> dict[str, bytes]:
        run = wp("build", "--format", "md,html", cwd=council)
        assert run.code == 0, run.out
        run = wp("build", "--format", "md,html", *documents[:2], cwd=council)
        assert run.code == 0, run.out
        files = (path for path in (council / "build").rglob("*.*") if path.is_file())
        # the manifest names the hashes of what was read, which are meant to change
        return {path.name: path.read_bytes() for path in files if path.name != "manifest.json"}

    before = built()
    assert {"programme.md", "naturkortet.html", "2026-03-12.md"} <= set(before)
    for name in documents:
        path = council / name
        path.write_text(with_exceptions(path.read_text(encoding="utf-8")), encoding="utf-8")
    change(
        council / "content" / "programme.md",
        "\neconomy:",
        "\nchecks:\n  - {rule: long-sentence, severity: off, reason: Prøve}\neconomy:",
    )
    out = wp("check", "--format", "json", "--no-pages", cwd=council).out
    assert set(names(out)) == {"ignore-unused"}
    assert len(names(out)) > 100
    assert built() == before


def with_exceptions(text: str) -> str:
    """Return a document with an exception wherever there can be one."""
    front, body = text.removeprefix("---\n").split("\n---\n", 1)
    front = front.replace("\n", f"  # {MADE}\n# {MADE}\n", 1)
    front += "\nignore:\n  - {rule: email-address, reason: En fælles postkasse}"
    lines, above = [], ""
    for line in body.split("\n"):
        comment = f"<!-- {MADE} -->"
        if line.startswith("#"):
            lines += [comment, f"{line} {comment}"]
        elif line.startswith("|"):
            rule = re.fullmatch(r"[|: -]+", line)
            lines.append(line if rule else f"{line.removesuffix('|')}{comment} |")
        else:
            marked = line.startswith(("- ", "1. ")) or (line and not above)
            lines.append(f"{line} {comment}" if marked else line)
        above = line
    return f"---\n# {MADE}\n{front}\n---\n" + "\n".join(lines)


def test_an_editor_knows_the_field_in_every_form(wp: Wp, council: Path) -> None:
    assert wp("schema", cwd=council).code == 0
    folder = council / ".vscode" / "schemas"
    schemas = [json.loads(path.read_text(encoding="utf-8")) for path in folder.glob("*.json")]
    assert len(schemas) == 5
    for schema in schemas:
        field = schema["properties"]["ignore"]
        assert field["title"] == "Undtagelser"
        assert field["items"]["required"] == ["rule", "reason"]
