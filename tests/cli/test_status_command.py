"""`wp status` says what is late, coming, unfinished and decided, seen from a day."""

import json
from datetime import date
from pathlib import Path

import pytest
from tests.cli.process import Wp, change

AUTUMN = ("--on", "2026-11-23")
TOPIC = "content/one-pagers/effektmaaling.md"
MINUTES = "content/minutes/2026-10-08.md"


def test_the_page_says_what_is_late_coming_unfinished_and_decided(wp: Wp, council: Path) -> None:
    change(council / TOPIC, "status: approved", "status: draft")
    change(council / TOPIC, "horizon: long\n", "")
    run = wp("status", *AUTUMN, "--days", "30", cwd=council)
    assert (run.code, run.err) == (0, "")
    assert run.out.replace("\u00a0", " ") == (
        "# Hvor arbejdet står\n"
        "\n"
        "Fælles kort til bedre naturpleje\n"
        "\n"
        "Den 23. november 2026. One-pagers: 11 godkendt, 1 i emnekataloget, 1 udkast, 1 parkeret. "
        "Seneste milepæl: Arbejdsprogrammet forelægges for Eksempelstyrelsens direktion "
        "(5. november 2026).\n"
        "\n"
        "## Over fristen\n"
        "\n"
        "- **1. september 2026:** Skriver et forslag til, hvordan bestyrelsen kan stille krav om "
        "datastandarden i tilskud (Åse Mønster; møde den 11. juni 2026, pkt. 3)\n"
        "\n"
        "## På vej indtil den 23. december 2026\n"
        "\n"
        "- **3. december 2026:** Bestyrelsen vedtager arbejdsprogrammet (milepæl)\n"
        "- **3. december 2026:** Præsenterer programmet på bestyrelsens møde (Anna Eksempel, "
        "Bo Prøve; møde den 8. oktober 2026, pkt. 2)\n"
        "\n"
        "## Ikke færdigt\n"
        "\n"
        "- **Måling af plejens virkning** (udkast; Anna Eksempel, Ida-Marie Forlæg Østerskov, "
        "Øjvind Udkast): 1 fejl, 1 advarsel. Mangler: Tidshorisont\n"
        "\n"
        "## Besluttet på mødet den 8. oktober 2026\n"
        "\n"
        "- Pkt. 1: Rådet godkendte referatet af mødet den 11. juni 2026.\n"
        "- Pkt. 2: Rådet godkendte det samlede arbejdsprogram for 2027–2030.\n"
        "- Pkt. 2: Rådet indstillede til bestyrelsen at vedtage arbejdsprogrammet den "
        "3. december 2026.\n"
        "- Pkt. 3: Rådet besluttede at give bestyrelsen en kort status hvert år og en uddybet "
        "status i 2028 og 2030.\n"
        "- Pkt. 4: Rådet tog orienteringen om de nationale initiativer til efterretning.\n"
        "\n"
        "## Referater, der ikke er godkendt\n"
        "\n"
        "- 8. oktober 2026 (content/minutes/2026-10-08.md)\n"
    )


def test_it_speaks_english_too(wp: Wp, council: Path) -> None:
    run = wp("status", "--on", "2026-04-01", "--lang", "en", cwd=council)
    out = run.out.replace("\u00a0", " ")
    assert out.startswith("# Where the work stands\n\n")
    assert "## Late\n\nNo action is late.\n" in out
    assert "## Coming until 31 May 2026\n" in out
    assert "## Decided at the meeting on 12 March 2026\n" in out


def test_a_day_is_seen_as_it_was(wp: Wp, council: Path) -> None:
    """What was asked for later isn't there yet, and what was done later is still open."""

    def asked(day: str) -> set[str]:
        data = json.loads(wp("status", "--on", day, "--format", "json", cwd=council).out)
        actions = [*data["late"], *data["undated"]]
        actions += [due for due in data["coming"] if due["kind"] == "action"]
        return {one["meeting"] for one in actions}

    assert asked("2026-03-11") == set()
    assert asked("2026-03-12") == {"2026-03-12"}
    assert asked("2026-11-23") == {"2026-06-11", "2026-10-08"}


def test_one_person_or_organisation_sees_its_own(wp: Wp, council: Path) -> None:
    def late(who: str) -> list[object]:
        run = wp("status", who, *AUTUMN, "--format", "json", cwd=council)
        assert run.code == 0
        return [one["responsible"] for one in json.loads(run.out)["late"]]

    people = (council / "content/people.yml").read_text(encoding="utf-8")
    entry = people[people.index("id: aase-moenster") :]
    organisation = entry.partition("organisation: ")[2].split()[0].rstrip(",}")
    assert late("aase-moenster") == [["aase-moenster"]]
    assert late(organisation) == [["aase-moenster"]]
    assert late("anna-eksempel") == []


def test_without_a_day_it_is_today(wp: Wp, council: Path) -> None:
    before = date.today().isoformat()
    found = json.loads(wp("status", "--format", "json", cwd=council).out)["on"]
    assert before <= found <= date.today().isoformat()


def test_a_web_page_is_written_to_a_file(wp: Wp, council: Path, tmp_path: Path) -> None:
    file = tmp_path / "status.html"
    run = wp("status", *AUTUMN, "--format", "html", "-o", file, cwd=council)
    assert (run.code, run.out) == (0, "")
    page = file.read_text(encoding="utf-8")
    assert '<html lang="da"' in page and "<h1" in page and "Åse Mønster" in page


@pytest.mark.parametrize(
    ("options", "says"),
    [
        (("nogen",), "“nogen” er hverken en person eller en organisation i content/people.yml."),
        (("--on", "23/11"), "“23/11” er ingen dato. Skriv den som 2027-03-02."),
        (("--format", "pdf"), "Formatet “pdf” findes ikke. Kendte er text, md, html, json."),
        (("-o", "content/status.md"), "content/status.md ligger i content/"),
    ],
)
def test_what_it_cant_do_is_said(
    wp: Wp, council: Path, options: tuple[str, ...], says: str
) -> None:
    run = wp("status", *options, cwd=council)
    assert (run.code, run.out) == (2, "")
    assert says in " ".join(run.err.split())


def test_a_council_that_has_only_begun_has_a_page_too(wp: Wp, small: Path) -> None:
    run = wp("status", *AUTUMN, cwd=small)
    assert run.code == 0
    assert "Ingen opgaver er over fristen." in run.out
