"""What README and the guides say is so: commands, paths, numbers and the example."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from wp.publishing.formats import FORMATS as OUTPUTS
from wp.reading.repository import read_templates
from wp.reporting.formats import FORMATS as REPORTS

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
SCRIPT = Path(sys.executable).with_name("wp")
EKSEMPELRAADET = ROOT / "tests" / "eksempelraadet"
# What a user will have made by following README, or what a build makes.
MADE = re.compile(
    r"^(build/|\.wp-cache/|\.vscode/|content/one-pagers/etik|content/hearings|content/attachments|templates/hearing|tests/cases)"
)


def block(name: str) -> str:
    """Return the code block after a comment `<!-- name -->`."""
    found = re.search(rf"<!-- {name} -->\n+```\w*\n(.*?)\n?```\n", README, re.DOTALL)
    assert found, f"README has no block {name}"
    return found[1]


def wp(*arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run([SCRIPT, *arguments], cwd=cwd, capture_output=True, encoding="utf-8")


@pytest.mark.parametrize("name", ["build", "test"])
def test_a_command_at_the_top_is_one_line(name: str) -> None:
    command = block(name)
    assert "\n" not in command
    assert command.startswith("python3 -m venv .venv && .venv/bin/pip install -q ")
    assert README.index(f"<!-- {name} -->") < 500, "at its very top"


def test_ci_reads_the_commands_from_readme() -> None:
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    assert "readme build" in script
    assert "readme test" in script
    assert block("test") not in script, "said once, in README"


def test_every_path_it_names_is_there() -> None:
    named = set(re.findall(r"`([\w.-]+/[\w./-]*)`", README)) | {
        target for target in re.findall(r"\]\(([^)#]+)\)", README) if "://" not in target
    }
    missing = {name for name in named if not MADE.match(name) and not (ROOT / name).exists()}
    assert missing - {".venv/bin"} == set()
    assert len(named) > 20


def test_every_link_inside_it_has_a_heading() -> None:
    for path in ("README.md", "content/README.md"):
        text = (ROOT / path).read_text(encoding="utf-8")
        plain = re.sub(r"```.*?```", "", text, flags=re.DOTALL)
        titles = re.findall(r"^#+ (.+)$", plain, re.MULTILINE)
        anchors = {re.sub(r"[^\w -]", "", title.lower()).replace(" ", "-") for title in titles}
        for anchor in re.findall(r"\]\(#([^)]+)\)", text):
            assert anchor in anchors, f"{path}: #{anchor}"


def test_every_command_it_names_runs() -> None:
    text = wp("--help", cwd=ROOT).stdout
    for command in set(re.findall(r"`wp ([a-z]+)", README)):
        assert re.search(rf"│ {command} ", text), f"wp {command}"
    for command in ("check", "build", "new", "schema", "explain"):
        known = wp(command, "--help", cwd=ROOT).stdout
        for option in set(re.findall(rf"`wp {command} [^`]*?(--[a-z]+)", README)):
            assert option in known, f"wp {command} {option}"


def test_formats_are_those_it_names() -> None:
    for name in OUTPUTS:
        assert f".{name}`" in README
    listed = README[README.index("### Formats of the report") :].partition("\n## ")[0]
    assert re.findall(r"^\| `([a-z]+)` \|", listed, re.MULTILINE) == list(REPORTS)
    told = wp("check", "--help", cwd=ROOT).stdout.replace("│", " ")
    assert f" {', '.join(REPORTS)}. " in " ".join(told.split())


def test_headings_it_quotes_stand_in_the_forms() -> None:
    forms = [path.read_text(encoding="utf-8") for path in (ROOT / "templates").glob("*.md")]
    for heading in re.findall(r"`(#{2,3} [^`]+\{#[^`]+\})`", README):
        assert any(heading in text for text in forms), heading


def test_the_example_of_a_check_is_what_a_check_says(tmp_path: Path) -> None:
    root = tmp_path / "eksempelraadet"
    shutil.copytree(EKSEMPELRAADET, root)
    page = root / "content" / "one-pagers" / "effektmaaling.md"
    text = page.read_text(encoding="utf-8")
    text = text.replace("horizon: long", "horizon: lang", 1)
    text = text.replace("who: anna-eksempel", "who: anna-exempel", 1)
    page.write_text(text, encoding="utf-8")
    run = wp("check", "content/one-pagers/effektmaaling.md", cwd=root)
    assert (run.stdout, run.returncode) == (block("example") + "\n", 1)


def test_the_made_up_kind_works_as_it_stands(tmp_path: Path) -> None:
    root = tmp_path / "eksempelraadet"
    shutil.copytree(EKSEMPELRAADET, root)
    (root / "templates").mkdir()
    (root / "templates" / "hearing.md").write_text(block("hearing") + "\n", encoding="utf-8")
    assert "hearing" in read_templates(root)
    assert wp("new", "hearing", "Ny lov om sundhedsdata", cwd=root).returncode == 0
    path = "content/hearings/ny-lov-om-sundhedsdata.md"
    assert (root / path).is_file()
    assert wp("check", path, cwd=root).returncode == 0
    assert wp("build", path, cwd=root).returncode == 0
    built = sorted(file.name for file in (root / "build" / "hearings").iterdir())
    assert built == [f"ny-lov-om-sundhedsdata.{ending}" for ending in ("docx", "html", "md", "pdf")]


def test_the_members_guide_tells_of_every_field_and_heading() -> None:
    """The guide is written by hand, for people; what it says of the form must hold."""
    guide = (ROOT / "content" / "README.md").read_text(encoding="utf-8")
    form = read_templates(ROOT)["one-pager"]
    for name, field in form.schema["properties"].items():
        assert f"| `{name}` |" in guide, f"content/README.md lacks the field {name}"
        for value in field.get("enum", ()):
            assert f"`{value}`" in guide, f"content/README.md lacks the value {value}"
    for section in form.sections:
        least, most = section.words or (0, 0)
        row = rf"\| {section.title} \|.*\| {least}–{most} \|"
        assert re.search(row, guide), f"content/README.md: {section.title}, {least}–{most} words"
