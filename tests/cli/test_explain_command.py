"""`wp explain` in a process of its own: a rule's page, the list, the reference, and the errors."""

import json
import re
from pathlib import Path

import pytest
from tests.cli.process import ROOT, Wp, change, write

DANISH = """# WP531 no-activities

Et emne, der er indsendt, har aktiviteter.

- **Alvor:** efter dokumentets status: en oplysning, en advarsel eller en fejl
- **Slås til af:** `activities-there` under rules i skabelonen; det står i `templates/one-pager.md`
- **Besked:** Emnet har ingen aktiviteter, selv om det har status “…”.
- **Hjælp:** Skriv mindst én aktivitet i listen “…”, med titel, start, slut og ansvarlig.

## Hvad

Fra den status, hvor dokumentet skal være færdigt (`complete_from` under `lifecycle` i skabelonen),
har listen over aktiviteter mindst ét punkt. Et udkast må være uden.

## Hvorfor

Et emne uden aktiviteter er et ønske. Bestyrelsen kan hverken betale for det eller følge op på det,
og det sætter ingen spor i planen.

## Forkert

`content/one-pagers/datakvalitet.md`:

```yaml
status: submitted
activities: []
```

Det giver WP531 no-activities.

## Rigtigt

`content/one-pagers/datakvalitet.md`:

```yaml
status: submitted
activities:
  - title: Kortlægge det juridiske grundlag
    start: 2028-02-01
    end: 2028-06-30
    responsible: anna-berg
```
"""

ENGLISH = """# WP711 wrong-weekday

Weekdays in prose: "tirsdag den 17. juni 2025" is a Tuesday.

- **How bad:** always an error, whatever the document's status
- **Switched on by:** `weekdays` under rules in the form; it stands in `templates/minutes.md`, \
`templates/one-pager.md` and `templates/programme.md`
- **Message:** … is a …, not a …
- **Help:** Correct whichever of the two is wrong: the weekday or the date.
- **Same page:** WP712 doubtful-weekday

## What

Where a weekday stands before a date, in Danish or English, the date falls on it. With a year it is
an error if they don't agree. Without one it is advice, given when the weekday fits none of the
years that may be meant: those that bring the date within about half a year of the document's own
(if the form says which field that is), and those named beside it.

## Why

Of "torsdag den 17. juni" each reader keeps either the day or the number. When they don't agree,
half of the members come on the wrong day.

## Wrong

`content/minutes/2027-03-02.md`, “Pkt. 2 / Referat”:

```markdown
Næste møde er torsdag den 15. juni 2027. Fristen er mandag den 15. april.
```

This gives WP711 wrong-weekday and WP712 doubtful-weekday.

## Right

`content/minutes/2027-03-02.md`, “Pkt. 2 / Referat”:

```markdown
Næste møde er tirsdag den 15. juni 2027. Fristen er torsdag den 15. april.
```
"""


@pytest.mark.parametrize("name", ["WP531", "wp531", "no-activities", "No-Activities"])
def test_a_rule_by_code_or_name(wp: Wp, tmp_path: Path, name: str) -> None:
    run = wp("explain", name, cwd=tmp_path)
    assert (run.out, run.err, run.code) == (DANISH, "", 0)


def test_a_rule_in_english(wp: Wp, tmp_path: Path) -> None:
    run = wp("explain", "wrong-weekday", "--lang", "en", cwd=tmp_path)
    assert (run.out, run.err, run.code) == (ENGLISH, "", 0)


def test_the_language_is_the_options_then_the_variables_then_the_programmes(
    wp: Wp, small: Path, tmp_path: Path
) -> None:
    assert wp("explain", "WP531", cwd=small).out == DANISH
    change(small / "content/programme.md", "language: da", "language: en")
    assert "## What\n" in wp("explain", "WP531", cwd=small).out
    assert "## What\n" in wp("explain", "WP531", "--root", small, cwd=tmp_path).out
    assert wp("explain", "WP531", cwd=small, env={"WP_LANG": "da"}).out == DANISH
    english = wp("explain", "WP531", "--lang", "en", cwd=tmp_path, env={"WP_LANG": "da"})
    assert "## What\n" in english.out


def test_the_forms_are_the_councils_own(wp: Wp, small: Path) -> None:
    form = (ROOT / "templates" / "one-pager.md").read_text(encoding="utf-8")
    path = write(small / "templates" / "one-pager.md", form)
    change(path, "  activities-there: {list: activities}\n", "")
    out = wp("explain", "WP531", cwd=small).out
    assert "\n- **Slås til af:** `activities-there` under rules i skabelonen\n" in out


def test_a_form_that_is_broken_hides_no_page(wp: Wp, small: Path) -> None:
    write(small / "templates" / "one-pager.md", "---\ntemplate: [\n---\n")
    assert wp("check", cwd=small).code == 2
    assert wp("explain", "WP531", cwd=small).out == DANISH


def test_a_rule_without_an_example_says_so(wp: Wp, tmp_path: Path) -> None:
    out = wp("explain", "too-large", "--lang", "en", cwd=tmp_path).out
    assert "\n## Wrong\n\nThis rule has no example. Here is one of another rule" in out
    assert (
        "\nThis gives WP105 control-character, WP106 bidi-override and WP104 carriage-return.\n"
        in out
    )
    assert "\n- **Same page:** 16 other rules from WP102 to WP149\n" in out


def test_a_rule_with_examples_of_its_own_shows_those_alone(wp: Wp, tmp_path: Path) -> None:
    out = wp("explain", "yaml-quote", cwd=tmp_path).out
    assert out.count("\nDet giver ") == 1
    assert "\nDet giver WP137 yaml-quote.\n" in out


def test_the_list_and_the_reference(wp: Wp, tmp_path: Path) -> None:
    listed = wp("explain", cwd=tmp_path).out
    assert listed.startswith("# Reglerne i wp check\n")
    assert "\n## WP7xx: Datoer\n\n- **WP701 milestone-moved**: “…” er her den …" in listed
    whole = wp("explain", "--all", "--format", "md", "--lang", "en", cwd=tmp_path).out
    assert whole.startswith("# The rules of wp check\n\n- WP1xx: The file and how it is written\n")
    assert "\n  - [WP711 wrong-weekday](#wp711-wrong-weekday)\n" in whole
    assert "\n#### WP711 wrong-weekday\n\n- **How bad:** always an error" in whole
    assert wp("explain", "--all", "--lang", "en", cwd=tmp_path).out == whole


def test_json(wp: Wp, tmp_path: Path) -> None:
    document = json.loads(wp("explain", "WP531", "--format", "json", cwd=tmp_path).out)
    (rule,) = document["rules"]
    assert (document["version"], document["language"]) == (1, "da")
    assert {
        key: rule[key] for key in ("code", "name", "nature", "asked_by", "forms", "family")
    } == {
        "code": "WP531",
        "name": "no-activities",
        "nature": "unfinished",
        "asked_by": ["activities-there"],
        "forms": ["templates/one-pager.md"],
        "family": "Aktiviteter",
    }
    assert rule["what"].endswith(
        "har listen over aktiviteter mindst ét punkt. Et udkast må være uden."
    )
    every = json.loads(wp("explain", "--format", "json", cwd=tmp_path).out)
    assert rule in every["rules"]
    assert len(every["rules"]) > 150


@pytest.mark.parametrize("name", ["WP711", "raw-html", "--all"])
def test_a_terminal_gets_it_styled_and_within_its_width(wp: Wp, tmp_path: Path, name: str) -> None:
    wide = {"FORCE_COLOR": "1", "COLUMNS": "80", "NO_COLOR": "1"}
    out = wp("explain", name, cwd=tmp_path, env=wide).out
    plain = re.sub(r"\x1b\[[0-9;]*m", "", out)
    assert plain != out
    assert "](#" not in plain
    assert "(#wp" not in plain
    assert "**Alvor" not in plain
    assert "Alvor: " in plain
    assert "```" not in plain
    assert max(len(line) for line in plain.splitlines()) <= 80


def test_stars_in_a_sentence_reach_a_terminal_as_stars(wp: Wp, tmp_path: Path) -> None:
    out = wp("explain", "raw-html", cwd=tmp_path, env={"FORCE_COLOR": "1", "COLUMNS": "200"}).out
    assert "brug Markdown: **fed**, *kursiv*, - punkter." in out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["wrong-wekday"], "Reglen “wrong-wekday” findes ikke. Mente du WP711 (wrong-weekday)?"),
        (
            ["WP711 wrong-weekday"],
            "Reglen “WP711 wrong-weekday” findes ikke. Mente du WP711 (wrong-weekday)?",
        ),
        (["WP999"], "Reglen “WP999” findes ikke. wp explain viser alle."),
        (["noget helt andet"], "Reglen “noget helt andet” findes ikke. wp explain viser alle."),
        (["WP711", "--all"], "Skriv enten en regel eller --all, ikke begge dele."),
        (["--format", "html"], "Formatet “html” findes ikke. Kendte er text, md, json."),
        (["WP711", "--lang", "sv"], "Sproget “sv” findes ikke. Brug da eller en."),
    ],
)
def test_what_it_can_not_do_is_2(wp: Wp, tmp_path: Path, arguments: list[str], said: str) -> None:
    run = wp("explain", *arguments, cwd=tmp_path)
    assert (run.code, run.out, run.err) == (2, "", f"Kan ikke fortsætte: {said}\n")


def test_what_it_can_not_do_in_english(wp: Wp, tmp_path: Path) -> None:
    run = wp("explain", "wrong-wekday", "--lang", "en", cwd=tmp_path)
    said = "Can't go on: There is no rule “wrong-wekday”. Did you mean WP711 (wrong-weekday)?\n"
    assert (run.code, run.out, run.err) == (2, "", said)


def test_a_root_without_a_council_is_2(wp: Wp, tmp_path: Path) -> None:
    run = wp("explain", "--root", tmp_path, cwd=tmp_path)
    assert (run.code, run.out) == (2, "")
    assert run.err.startswith("Kan ikke fortsætte: Her er intet arbejdsprogram")
