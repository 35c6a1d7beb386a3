"""Every kind of certain repair, byte for byte, and what is left alone because it isn't certain."""

import shutil
from pathlib import Path

import pytest
from tests.fixing.conftest import EKSEMPELRAADET, Mend

from wp.checking.engine import check_repository
from wp.findings import Severity
from wp.fixing.mend import mend, with_files
from wp.reading.repository import Repository, read_repository

EFFEKT = "content/one-pagers/effektmaaling.md"
NATURKORT = "content/one-pagers/naturkortet.md"
MINUTES = "content/minutes/2026-06-11.md"
PEOPLE = "content/people.yml"


def text_of(council: Repository, path: str) -> str:
    return (council.root / path).read_text(encoding="utf-8")


def replaced(text: str, old: str, new: str) -> str:
    assert text.count(old) == 1, (old, text.count(old))
    return text.replace(old, new)


CERTAIN = [
    # what is right, how it was written, and the same mended (None: as it was)
    (EFFEKT, "{who: anna-eksempel, role: primary}", "{who: anna-exempel, role: primary}", None),
    (EFFEKT, "{who: anna-eksempel, role: primary}", "{who: Anna Eksempel, role: primary}", None),
    (
        EFFEKT,
        "{who: anna-eksempel, role: primary}",
        "{who: 'anna-eksempl', role: primary} # os",
        "{who: 'anna-eksempel', role: primary} # os",
    ),
    (EFFEKT, "horizon: long", "horizon: lang", None),
    (EFFEKT, "horizon: long", 'horizon: "Lang"', 'horizon: "long"'),
    (EFFEKT, "horizon: long", "horizn: long", None),
    (EFFEKT, "title: Måling af plejens", "titel: Måling af plejens", None),
    (EFFEKT, "start: 2030-01-14", "start: 14. januar 2030", None),
    (EFFEKT, "start: 2030-01-14", 'start: "14/1 2030"  # mandag', 'start: "2030-01-14"  # mandag'),
    (EFFEKT, "cost: {2030: 900000}", "cost: {2030: 900 000 kr.}", None),
    (EFFEKT, "goals: [bedre-pleje]", "goals: bedre-pleje", None),
    (EFFEKT, "status: approved", "status:approved", None),
    (EFFEKT, "title: Måling af plejens virkning", "title: > Måling", 'title: "> Måling"'),
    (
        NATURKORT,
        "goals: [et-faelles-sprog, let-adgang]",
        "goals: et-faelles-sprog, let-adgang",
        None,
    ),
    (
        NATURKORT,
        "goals: [et-faelles-sprog, let-adgang]",
        "goals: et-faelles-sprog og let-adgang # to",
        "goals: [et-faelles-sprog, let-adgang] # to",
    ),
    (
        EFFEKT,
        "title: Måling af plejens virkning",
        "title: Måling: plejens virkning",
        'title: "Måling: plejens virkning"',
    ),
    (EFFEKT, "\n## Mål\n", "\n# Mål\n", None),
    (EFFEKT, "\n## Mål\n", "\n##Mål\n", None),
    (EFFEKT, "\n## Mål\n", "\n**Mål**\n", None),
    (EFFEKT, "\n## Aktører\n", "\n## Aktørerne\n", None),
    (EFFEKT, "(plejeplaner-paa-kort.md#tid)", "(Plejeplaner-paa-kort.md#tid)", None),
    (EFFEKT, "(plejeplaner-paa-kort.md#tid)", "(plejeplaner-paa-kort#tid)", None),
    (EFFEKT, "\n## Mål\n", "  \n## Mål  \n", "\n## Mål\n"),
    (MINUTES, "\nstart: 10:00", "\nstart: kl. 10.00", None),
    (PEOPLE, "people:", "personer:", None),
]


@pytest.mark.parametrize(("path", "right", "wrong", "mends_to"), CERTAIN)
def test_a_certain_repair(
    council: Repository, mended: Mend, path: str, right: str, wrong: str, mends_to: str | None
) -> None:
    original = text_of(council, path)
    broken = replaced(original, right, wrong)
    data, result = mended(path, broken.encode())
    assert data.decode() == original.replace(right, mends_to or right)
    assert (result.refused, result.left) == ((), ())
    assert result.files[0].mended >= 1


UNCERTAIN = [
    (EFFEKT, "decisions: [2026-03-12-5, 2026-06-11-6]", "decisions: [2026-03-12-5, 2026-06-11-66]"),
    (EFFEKT, "{who: anna-eksempel, role: primary}", "{who: hanne-eksempel, role: primary}"),
    (EFFEKT, "start: 2030-01-14", "start: 01-02-2030"),
    (EFFEKT, "\n## Mål\n", "\n## Målgruppe og formål\n"),
    (EFFEKT, "milestone: 60 målepunkter på kortet", "milestone: true"),
    (EFFEKT, "status: approved", "status: https://example.org"),
    (EFFEKT, "goals: [bedre-pleje]", "goals: [bedre-pleje, bedre-plejee]"),
]


@pytest.mark.parametrize(("path", "right", "wrong"), UNCERTAIN)
def test_what_is_only_likely_is_left_alone(
    council: Repository, mended: Mend, path: str, right: str, wrong: str
) -> None:
    broken = replaced(text_of(council, path), right, wrong)
    errors = [
        item
        for item in check_repository(with_files(council, {path: broken.encode()}))
        if item.severity is Severity.ERROR
    ]
    assert errors, "the writer is told"
    data, result = mended(path, broken.encode())
    assert data.decode() == broken
    assert (result.files, result.refused) == ((), ())


def test_the_byte_order_mark_and_the_line_ends(council: Repository, mended: Mend) -> None:
    text = text_of(council, EFFEKT)
    broken = ("\ufeff" + text).replace("\n", "\r\n").encode()
    data, result = mended(EFFEKT, broken)
    assert data == text.encode()
    assert result.files[0].mended == 2


def test_line_ends_stay_where_only_something_else_is_wanted(
    council: Repository, mended: Mend
) -> None:
    text = text_of(council, EFFEKT)
    broken = replaced(text, "horizon: long", "horizon: lang").replace("\n", "\r\n")
    kept = ("\ufeff" + broken).encode()
    data, result = mended(EFFEKT, kept, lambda finding: finding.rule.name == "unknown-value")
    assert data.decode() == "\ufeff" + broken.replace("lang\r\n", "long\r\n", 1)
    assert result.files[0].mended == 1


def test_dashes_of_word_and_a_missing_last_line_end(council: Repository, mended: Mend) -> None:
    text = text_of(council, EFFEKT)
    broken = "\n\n—\n" + text.removeprefix("---\n").replace("\n---\n", "\n–-\n", 1).rstrip("\n")
    data, _ = mended(EFFEKT, broken.encode())
    assert data == text.encode()
    unopened = text.removeprefix("---\n")
    data, _ = mended(EFFEKT, unopened.encode())
    assert data == text.encode()


def section(text: str, title: str) -> str:
    start = text.index(f"## {title}\n")
    end = text.find("\n## ", start)
    return text[start : end + 1] if end >= 0 else text[start:]


@pytest.mark.parametrize("title", ["Mål", "Behov", "Tid"])
def test_a_section_is_moved_with_all_its_text(
    council: Repository, mended: Mend, title: str
) -> None:
    text = text_of(council, EFFEKT)
    moved = section(text, title)
    at_the_end = text.replace(moved, "").rstrip("\n") + "\n\n" + moved.rstrip("\n") + "\n"
    at_the_top = text.replace(moved, "").replace("## Baggrund", moved + "## Baggrund")
    for broken in (at_the_end, at_the_top):
        assert sorted(broken.split("\n")) == sorted(text.split("\n"))
        data, result = mended(EFFEKT, broken.encode())
        assert data.decode() == text
        assert result.files[0].mended == 1


def test_all_sections_backwards_and_the_last_line_open(council: Repository, mended: Mend) -> None:
    text = text_of(council, EFFEKT)
    titles = ["Baggrund og motivation", "Mål", "Behov", "Aktiviteter", "Tid", "Aktører"]
    parts = [section(text, title).rstrip("\n") for title in titles]
    front = text[: text.index("## Baggrund")]
    broken = front + "\n\n".join(reversed(parts))
    data, _ = mended(EFFEKT, broken.encode())
    assert data.decode() == text


def test_a_heading_that_the_form_lacks_goes_with_its_neighbour(
    council: Repository, mended: Mend
) -> None:
    text = text_of(council, EFFEKT)
    goals, needs = section(text, "Mål"), section(text, "Behov")
    extra = "## Noget helt andet\n\nMed sin egen tekst.\n\n"
    broken = text.replace(goals + needs, needs + goals + extra)
    data, _ = mended(EFFEKT, broken.encode())
    assert data.decode() == text.replace(goals + needs, goals + extra + needs)


def test_a_section_that_a_comment_ties_to_the_next_is_not_moved(
    council: Repository, mended: Mend
) -> None:
    text = text_of(council, EFFEKT)
    goals, needs = section(text, "Mål"), section(text, "Behov")
    broken = text.replace(goals + needs, needs + goals.rstrip() + "\n\n<!-- åben\n\n")
    data, _ = mended(EFFEKT, broken.encode())
    assert data.decode() == broken


def test_a_section_with_what_cannot_be_read_is_not_moved(council: Repository, mended: Mend) -> None:
    text = text_of(council, EFFEKT)
    goals, needs = section(text, "Mål"), section(text, "Behov")
    broken = text.replace(goals + needs, needs + goals.replace("Rådet vil", "Rådet\x0bvil"))
    assert "\x0b" in broken
    data, result = mended(EFFEKT, broken.encode())
    assert data.decode() == broken
    assert [finding.rule.name for finding in result.refused] == ["misplaced-section"]


def test_fields_are_put_in_order_with_their_comments(council: Repository, mended: Mend) -> None:
    text = text_of(council, EFFEKT)
    text = replaced(text, "title: Måling", "# yaml-language-server: $schema=x.json\ntitle: Måling")
    text = replaced(text, "\nhorizon: long\n", "\n\n# hvornår\nhorizon: 'long'   # om ti år\n")
    text = replaced(text, "\ngoals:", "\n# ikke endnu:\n# priority: low\ngoals:")
    right = text = text.replace("   # om ti år", " # om ti år")
    head, _, rest = text.partition("\n---\n")
    activities = head.index("activities:")
    interfaces = head.index("interfaces:")
    horizon = head.index("\n# hvornår\n")
    broken = (
        head[:horizon] + head[activities:interfaces] + head[horizon:activities] + head[interfaces:]
    )
    assert broken != head
    data, result = mended(EFFEKT, f"{broken}\n---\n{rest}".encode())
    assert data.decode() == right
    assert result.files[0].mended == 1


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("title: Måling", "status: &s approved\ntitle: Måling"),
        ("horizon: long\npriority: high\n", "priority: &p high\nhorizon: *p\n"),
    ],
)
def test_fields_that_hang_together_are_not_moved(
    council: Repository, mended: Mend, old: str, new: str
) -> None:
    broken = replaced(text_of(council, EFFEKT), old, new)
    data, result = mended(EFFEKT, broken.encode())
    assert data.decode() == broken
    assert result.files == ()


def test_line_breaks_code_and_long_values_keep_their_spaces(
    council: Repository, mended: Mend
) -> None:
    text = text_of(council, EFFEKT)
    text = replaced(
        text, "## Behov\n", "## Behov\n\nEn linje  \nog en til.\n\n```\nkode  \n```\n\n"
    )
    text = replaced(text, "  lige-adgang: Målepunkterne", "  lige-adgang: >-\n    Her  \n    Mål")
    broken = replaced(text, "## Tid\n", "## Tid\t\n \n")
    data, result = mended(EFFEKT, broken.encode())
    assert data.decode() == text.replace("## Tid\n", "## Tid\n\n")
    assert result.files[0].mended == 1


def test_guidance_goes_when_something_is_written_and_stays_when_nothing_is(
    council: Repository, mended: Mend
) -> None:
    form = council.templates["one-pager"]
    guidance = next(f.guidance for f in form.forms() if f.key == "goals")
    quoted = "> " + guidance.replace("\n", "\n> ") + "\n\n"
    text = text_of(council, EFFEKT)
    broken = replaced(text, "## Mål\n\n", f"## Mål\n\n{quoted}")
    data, _ = mended(EFFEKT, broken.encode())
    assert data.decode() == text
    goals = section(text, "Mål")
    empty = text.replace(goals, f"## Mål\n\n{quoted}")
    data, _ = mended(EFFEKT, empty.encode())
    assert data.decode() == empty


def test_a_repair_that_brings_an_error_is_taken_back(council: Repository, mended: Mend) -> None:
    """The id is a slip for the topic's own, and a topic can't build on itself."""
    old = "depends_on: [plejeplaner-paa-kort, droner-og-laserscanning]"
    text = replaced(text_of(council, EFFEKT), old, "depends_on: [effektmaalin]")
    broken = replaced(text, "horizon: long", "horizon: lang")
    data, result = mended(EFFEKT, broken.encode())
    assert data.decode() == broken.replace("horizon: lang", "horizon: long"), "the other is made"
    assert [(f.rule.name, f.params["near"]) for f in result.refused] == [
        ("dangling-reference", "effektmaaling")
    ]


def test_a_file_whose_bytes_are_guessed_is_never_written(council: Repository, mended: Mend) -> None:
    text = replaced(text_of(council, EFFEKT), "horizon: long", "horizon: lang")
    broken = text.replace("–", "-").encode("cp1252")
    data, result = mended(EFFEKT, broken)
    assert (data, result.files) == (broken, ())
    found = check_repository(with_files(council, {EFFEKT: broken}))
    assert "unknown-value" in {item.finding.rule.name for item in found}
    assert not any(item.finding.fix for item in found if item.finding.path == EFFEKT)


def test_fields_that_are_taken_for_text_are_not_mended_as_text(
    council: Repository, mended: Mend
) -> None:
    """Without its first line a file has no fields, and an id in it looks like a misspelled term."""
    programme = text_of(council, "content/programme.md")
    term = "terms:\n  - {term: Effekt Måling}\n"
    programme = replaced(programme, "\nfocus_areas:\n", f"\n{term}focus_areas:\n")
    known = with_files(council, {"content/programme.md": programme.encode()})
    text = replaced(
        text_of(council, EFFEKT), "decisions: [", "depends: [effekt-måling]\ndecisions: ["
    )
    for broken in (text.replace("---\n", "___\n", 1), text.replace("\n---\n", "\n", 1)):
        items = check_repository(with_files(known, {EFFEKT: broken.encode()}))
        here = [item.finding for item in items if item.finding.path == EFFEKT]
        assert "front-matter-missing" in {f.rule.name for f in here} or any(
            f.rule.name == "front-matter-open" for f in here
        )
        assert [f for f in here if f.fix] == []


def test_a_term_inside_a_longer_word_is_left_alone(council: Repository, mended: Mend) -> None:
    programme = text_of(council, "content/programme.md")
    term = "terms:\n  - {term: HPC}\n"
    programme = replaced(programme, "\nfocus_areas:\n", f"\n{term}focus_areas:\n")
    known = with_files(council, {"content/programme.md": programme.encode()})
    words = "Hpc, hpc-kortet, kort-hpc, www.hpc.dk og hpc/kort."
    text = replaced(text_of(council, EFFEKT), "## Tid\n", f"## Tid\n\n{words}\n")
    items = check_repository(with_files(known, {EFFEKT: text.encode()}))
    fixes = [item.finding for item in items if item.finding.fix and item.finding.path == EFFEKT]
    assert [(f.params["written"], f.fix.text) for f in fixes if f.fix] == [("Hpc", "HPC")]


def test_only_what_is_wanted_is_mended(council: Repository) -> None:
    broken = {
        path: replaced(text_of(council, path), "horizon: ", "horizn: ").encode()
        for path in (EFFEKT, NATURKORT)
    }
    before = {path: (council.root / path).read_bytes() for path in broken}
    for path, data in broken.items():
        (council.root / path).write_bytes(data)
    try:
        result = mend(with_files(council, broken), lambda finding: finding.path == NATURKORT)
    finally:
        for path, data in before.items():
            (council.root / path).write_bytes(data)
    assert [item.path for item in result.files] == [NATURKORT]


def test_a_file_with_a_decomposed_name_is_mended_under_that_name(tmp_path: Path) -> None:
    content = tmp_path / "content"
    (content / "one-pagers").mkdir(parents=True)
    (content / "programme.md").write_text("---\ntitle: Prøve\n---\n", encoding="utf-8")
    page = content / "one-pagers" / "a\u030a.md"
    page.write_bytes(b"\xef\xbb\xbf---\ntitle: A\n---\n")
    result = mend(read_repository(tmp_path), lambda finding: "one-pagers" in finding.path)
    assert [(item.path, item.file.name) for item in result.files] == [
        ("content/one-pagers/å.md", "a\u030a.md")
    ]
    assert result.files[0].after == b"---\ntitle: A\n---\n"


# One finding for several files, and what stood in a code block


def with_line_ends(root: Path) -> Repository:
    """Return a copy of Eksempelrådet in which all files but one end their lines as on Windows."""
    shutil.copytree(EKSEMPELRAADET, root, ignore=shutil.ignore_patterns("build"))
    for path in (root / "content").rglob("*.*"):
        if path.suffix in (".md", ".yml") and path != root / EFFEKT:
            path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    return read_repository(root)


def test_line_ends_of_most_files_are_one_finding_and_all_of_them_are_mended(tmp_path: Path) -> None:
    repository = with_line_ends(tmp_path / "raad")
    found = [d.finding for d in check_repository(repository)]
    [line_ends] = [finding for finding in found if finding.rule.name == "carriage-return"]
    paths = {document.path for document in repository.documents} - {EFFEKT}
    assert {line_ends.path, *line_ends.also} == paths
    files = mend(repository, lambda finding: True).files
    assert {item.path for item in files} == paths
    for item in files:
        original = EKSEMPELRAADET / item.path
        assert item.after == original.read_bytes()


def test_line_ends_of_most_files_are_mended_in_the_named_one_alone(tmp_path: Path) -> None:
    repository = with_line_ends(tmp_path / "raad")
    [item] = mend(repository, lambda finding: finding.path == NATURKORT).files
    assert (item.path, item.mended) == (NATURKORT, 1)
    assert item.after == (EKSEMPELRAADET / NATURKORT).read_bytes()


@pytest.mark.parametrize(
    ("before", "between", "after"),
    [
        ("```markdown\n", "", "```\n"),
        ("\n```yaml\n\n", "```\n", ""),
        ("~~~\n", "", ""),
        ("````\n", "", "\n````"),
    ],
)
def test_what_stood_in_a_code_block_stands_alone(
    council: Repository, mended: Mend, before: str, between: str, after: str
) -> None:
    original = text_of(council, NATURKORT)
    _, fields, body = original.split("---\n", 2)
    broken = f"{before}---\n{fields}---\n{between}{body}{after}"
    data, result = mended(NATURKORT, broken.encode())
    assert data.decode() == original
    assert (result.refused, result.left) == ((), ())


def test_a_code_block_whose_end_is_unclear_is_left_alone(council: Repository, mended: Mend) -> None:
    broken = f"```\n{text_of(council, NATURKORT)}\n```text\nEt\n```\n\n```\nTo\n"
    data, _ = mended(NATURKORT, broken.encode())
    assert data.decode() == broken
