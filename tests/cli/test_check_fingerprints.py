"""A finding is known again from one run to the next, and never taken for another."""

import json
from pathlib import Path
from typing import Any

from tests.cli.process import Wp, change, write

EFFEKT = "content/one-pagers/effektmaaling.md"


def marks(wp: Wp, root: Path, *arguments: str) -> dict[str, str]:
    """Return each finding's fingerprint with its code and message, which may hold numbers."""
    run = wp("check", "--no-pages", "--format", "json", *arguments, cwd=root)
    found: list[dict[str, Any]] = json.loads(run.out)["diagnostics"]
    assert found
    listed = {item["fingerprint"]: f"{item['code']} {item['path']}" for item in found}
    assert len(listed) == len(found), "no two findings share a fingerprint"
    return listed


def break_much(root: Path) -> None:
    """Make faults in front matter, headings and text; two are equal in all but their place."""
    page = root / EFFEKT
    change(page, "status: approved", "status: aproved")
    change(page, "title: Måle to gange i vækstsæsonen", "title: M")
    change(page, "  - id: maalinger\n", "  - id: maalepunkter\n")
    change(page, "end: 2030-11-15", "end: 2030-09-15")
    change(page, "## Mål\n", "## Maal\n\nSe [her](nej.md).\n\nSe [her](nej.md).\n")
    write(root / "content" / "one-pagers" / "fremmed.txt", "?\n")


def test_they_stay_when_lines_move(wp: Wp, council: Path) -> None:
    break_much(council)
    before = marks(wp, council)
    page = council / EFFEKT
    text = page.read_text(encoding="utf-8")
    assert sum(entry.endswith(EFFEKT) for entry in before.values()) >= 9
    page.write_text(text.replace("---\n", "---\n# en note\n\n# en til\n", 1), encoding="utf-8")
    assert marks(wp, council) == before
    change(page, "## Baggrund og motivation\n", "\n\n## Baggrund og motivation\n\n\n")
    assert marks(wp, council) == before


def test_two_equal_findings_have_two_and_keep_them(wp: Wp, council: Path) -> None:
    page = council / EFFEKT
    change(page, "## Mål\n", "## Mål\n\nSe [her](nej.md).\n\nSe [her](nej.md).\n")
    before = marks(wp, council, EFFEKT)
    assert sorted(before.values()).count(f"WP410 {EFFEKT}") == 2
    page.write_text(page.read_text("utf-8").replace("Se [her]", "\nSe nu [her]", 1), "utf-8")
    assert marks(wp, council, EFFEKT) == before
    page.write_text(page.read_text("utf-8").replace("Se nu [her](nej.md).", "", 1), "utf-8")
    after = marks(wp, council, EFFEKT)
    assert set(after) < set(before), "the one that is left has been seen before"
    assert list(after.values()).count(f"WP410 {EFFEKT}") == 1


def test_they_are_the_same_whatever_is_asked_and_how(wp: Wp, council: Path) -> None:
    break_much(council)
    everything = marks(wp, council)
    assert marks(wp, council, "--lang", "en") == everything
    alone = marks(wp, council, EFFEKT)
    assert alone == {mark: entry for mark, entry in everything.items() if entry.endswith(EFFEKT)}
    issues = json.loads(wp("check", "--no-pages", "--format", "gitlab", cwd=council).out)
    assert [issue["fingerprint"] for issue in issues] == list(everything)
    log = json.loads(wp("check", "--no-pages", "--format", "sarif", cwd=council).out)
    results = log["runs"][0]["results"]
    assert [result["partialFingerprints"]["wp/v1"] for result in results] == list(everything)


def test_another_value_or_another_file_is_another_finding(wp: Wp, council: Path) -> None:
    other = "content/one-pagers/plejeplaner-paa-kort.md"
    change(council / EFFEKT, "horizon: long", "horizon: lang")
    (first,) = marks(wp, council, EFFEKT)
    change(council / EFFEKT, "horizon: lang", "horizon: langt")
    (second,) = marks(wp, council, EFFEKT)
    text = (council / other).read_text(encoding="utf-8")
    horizon = next(row for row in text.splitlines() if row.startswith("horizon: "))
    change(council / other, horizon, "horizon: langt")
    (third,) = marks(wp, council, other)
    assert len({first, second, third}) == 3


def test_a_suggestion_is_no_part_of_it(wp: Wp, council: Path) -> None:
    """Whoever adds a person may change what is suggested elsewhere; the fault is the same."""
    change(council / EFFEKT, "{who: anna-eksempel, role", "{who: anna-eksemper, role")
    before = marks(wp, council, EFFEKT)
    people = council / "content" / "people.yml"
    change(
        people,
        "  - id: anna-eksempel\n",
        "  - {id: anna-eksemps, name: A E}\n  - id: anna-eksempel\n",
    )
    assert marks(wp, council, EFFEKT) == before
