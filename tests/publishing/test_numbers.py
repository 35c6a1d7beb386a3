"""Every number of Eksempelrådet's plan, economy and matrices as it is read in the programme itself.

The tables are taken from the Markdown that `wp build` writes; what they must say is counted from
the plain files with PyYAML alone.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from tests.publishing.conftest import EXAMPLE, publish

from wp.publishing.formats import FORMATS

CONTENT = EXAMPLE / "content"
HORIZONS = {"short": "Kort sigt", "medium": "Mellemlangt sigt", "long": "Langt sigt"}
MONTHS = (
    "jan.", "feb.", "mar.", "apr.", "maj", "jun.", "jul.", "aug.", "sep.", "okt.", "nov.", "dec.",
)  # fmt: skip
Table = list[dict[str, str]]


def front_matter(path: Path) -> dict[str, Any]:
    text = path.read_text(encoding="utf-8")
    loaded: dict[str, Any] = yaml.safe_load(
        text.split("---\n")[1] if path.suffix == ".md" else text
    )
    return loaded


PROGRAMME = front_matter(CONTENT / "programme.md")
TOPICS = {
    path.stem: data
    for path in sorted((CONTENT / "one-pagers").glob("*.md"))
    if (data := front_matter(path))["status"] in ("draft", "submitted", "approved")
}
TITLES = {ident: data["title"] for ident, data in TOPICS.items()}
AREAS = {area["id"]: area["title"] for area in PROGRAMME["focus_areas"]}


@pytest.fixture(scope="module")
def tables() -> list[tuple[str, Table]]:
    """The programme's tables by caption, each row a mapping of its columns' heads."""
    text = FORMATS["md"](publish(EXAMPLE), EXAMPLE)["programme.md"].decode("utf-8")
    return list(_tables(text.replace("\N{NO-BREAK SPACE}", " ")))


def _tables(text: str) -> Iterator[tuple[str, Table]]:
    for match in re.finditer(r"(?m)^\*Tabel \d+\. (.+)\*\n\n((?:\|.*\n)+)", text):
        head, _, *rows = (_cells(line) for line in match[2].splitlines())
        yield match[1], [dict(zip(head, row, strict=True)) for row in rows]


def _cells(line: str) -> list[str]:
    cells = re.split(r"(?<!\\)\|", line.strip()[1:-1])
    shown = (re.sub(r"\[((?:[^\]\\]|\\.)*)\]\([^)]*\)", r"\1", cell) for cell in cells)
    return [re.sub(r"\\(.)", r"\1", cell).strip().strip("*") for cell in shown]


def one(tables: list[tuple[str, Table]], caption: str) -> Table:
    [found] = [table for name, table in tables if name == caption]
    return found


def kroner(text: str) -> int | None:
    """Return an amount as the plan writes it, None where it says that there is none."""
    if "mio. kr." in text:
        return round(float(text.removesuffix(" mio. kr.").replace(",", ".")) * 1_000_000)
    return None if text == "ikke anslået" else int(text.removesuffix(" kr.").replace(".", ""))


def millions(text: str) -> float | None:
    return None if text == "–" else float(text.replace("−", "-").replace(",", "."))


def test_the_plan_has_every_activity_with_its_cost(tables: list[tuple[str, Table]]) -> None:
    everything = 0
    for area, title in AREAS.items():
        shown = [
            (row["Aktivitet"].partition(". *Resultat: ")[0], row["Emne"], kroner(row["Udgift"]))
            for row in one(tables, f"Aktiviteter: {title}")
        ]
        given = [
            (activity["title"], topic["title"], sum(activity["cost"].values()) or None)
            if activity.get("cost")
            else (activity["title"], topic["title"], None)
            for topic in TOPICS.values()
            if topic["focus_area"] == area
            for activity in topic["activities"]
        ]
        assert Counter(shown) == Counter(given)
        everything += len(shown)
    assert everything == sum(len(topic["activities"]) for topic in TOPICS.values()) == 46


def test_every_topic_has_its_own_activities(tables: list[tuple[str, Table]]) -> None:
    for topic in TOPICS.values():
        shown = one(tables, f"Aktiviteter: {topic['title']}")
        costs = [
            sum(item["cost"].values()) if item.get("cost") else None for item in topic["activities"]
        ]
        assert Counter(kroner(row["Udgift"]) for row in shown) == Counter(costs)


def test_activities_and_topics_by_horizon(tables: list[tuple[str, Table]]) -> None:
    shown = one(tables, "Antal emner og aktiviteter på kort, mellemlangt og langt sigt")
    counted = {row["Tidshorisont"]: (int(row["Emner"]), int(row["Aktiviteter"])) for row in shown}
    expected = {
        title: (
            sum(topic["horizon"] == key for topic in TOPICS.values()),
            sum(len(t["activities"]) for t in TOPICS.values() if t["horizon"] == key),
        )
        for key, title in HORIZONS.items()
    }
    assert counted == expected
    first = PROGRAMME["period"]["start"].year
    years = {
        HORIZONS[key]: (first + start, first + end - 1)
        for key, (start, end) in PROGRAMME["horizons"].items()
    }
    assert {row["Tidshorisont"]: row["År"] for row in shown} == {
        title: f"{start}" if start == end else f"{start}–{end}"
        for title, (start, end) in years.items()
    }


def test_the_economy_adds_up_by_year_and_focus_area(tables: list[tuple[str, Table]]) -> None:
    spent: dict[tuple[str, int], int] = defaultdict(int)
    for topic in TOPICS.values():
        for activity in topic["activities"]:
            for year, amount in activity.get("cost", {}).items():
                spent[AREAS[topic["focus_area"]], int(year)] += amount
    frame = {int(year): amount for year, amount in PROGRAMME["economy"]["frame"].items()}
    years = range(2027, 2031)
    by_year = {year: sum(n for (_, y), n in spent.items() if y == year) for year in years}
    expected: dict[str, dict[int, int | None]] = {
        area: {year: spent.get((area, year)) for year in years} for area in AREAS.values()
    }
    expected["I alt"] = dict(by_year)
    expected["Ramme"] = dict(frame)
    expected["Ramme minus udgifter"] = {year: frame[year] - by_year[year] for year in years}
    rows = one(tables, "Udgifter efter indsatsområde og år, mio. kr.")
    assert [row["Indsatsområde"] for row in rows] == list(expected)
    for row in rows:
        amounts = expected[row["Indsatsområde"]]
        total = sum(amount for amount in amounts.values() if amount is not None)
        for year, amount in amounts.items():
            shown = millions(row[str(year)])
            assert shown == (None if amount is None else pytest.approx(amount / 1e6, abs=0.005))
        assert millions(row["I alt"]) == pytest.approx(total / 1e6, abs=0.005)
    assert sum(by_year.values()) == 19_700_000


def test_the_interplay_matrix(tables: list[tuple[str, Table]]) -> None:
    key = one(tables, "Initiativerne i tabellen")
    letters = {row["Bogstav"]: row["Initiativ"] for row in key}
    shown = {
        (row["Emne"], letters[letter])
        for row in one(tables, "Emner og de nationale initiativer, som de har snitflader til")
        for letter in letters
        if row[letter] == "●"
    }
    register = front_matter(CONTENT / "initiatives.yml")["initiatives"]
    names = {entry["id"]: entry["title"] for entry in register}
    owners = {entry["title"]: entry.get("owner", "–") for entry in register}
    assert shown == {
        (topic["title"], names[ident])
        for topic in TOPICS.values()
        for ident in topic.get("interfaces", [])
    }
    assert {row["Initiativ"]: row["Ansvarlig myndighed"] for row in key} == {
        name: owners[name] for name in letters.values()
    }


def test_the_matrix_of_themes(tables: list[tuple[str, Table]]) -> None:
    rows = one(tables, "Hvordan hvert emne tager højde for de tværgående temaer")
    themes = {theme["title"]: theme["id"] for theme in PROGRAMME["cross_cutting"]}
    assert {row["Emne"]: {name: row[name] for name in themes} for row in rows} == {
        topic["title"]: {name: topic["cross_cutting"][ident] for name, ident in themes.items()}
        for topic in TOPICS.values()
    }


def test_who_carries_how_much(tables: list[tuple[str, Table]]) -> None:
    people = front_matter(CONTENT / "people.yml")
    home = {entry["id"]: entry["organisation"] for entry in people["people"] + people["roles"]}
    names = {
        entry["id"]: entry["name"]
        for group in ("people", "organisations", "bodies", "roles")
        for entry in people[group]
    }
    carried = Counter(
        activity["responsible"] for topic in TOPICS.values() for activity in topic["activities"]
    )
    answers = Counter(entry["who"] for topic in TOPICS.values() for entry in topic["responsible"])
    by_home: Counter[str] = Counter()
    for who, count in carried.items():
        by_home[names[home.get(who, who)]] += count
    shown = one(tables, "Ansvar efter organisation")
    assert {row["Organisation"]: int(row["Aktiviteter"]) for row in shown} == {
        row["Organisation"]: by_home[row["Organisation"]] for row in shown
    }
    assert sum(int(row["Aktiviteter"]) for row in shown) == 46
    rows = one(tables, "Ansvar efter person og enhed")
    for who in {*carried, *answers}:
        [row] = [row for row in rows if row["Ansvarlig"].partition(",")[0] == names[who]]
        assert int(row["Aktiviteter"]) == carried[who]
        topics = 0 if row["Emner"] == "–" else row["Emner"].count("; ") + 1
        assert topics == answers[who]
    assert len(rows) == len({*carried, *answers})


def test_each_focus_area_lists_its_topics_with_their_first_milestone(
    tables: list[tuple[str, Table]],
) -> None:
    for area, title in AREAS.items():
        rows = {row["Emne"]: row for row in one(tables, f"Emner i indsatsområdet {title}")}
        topics = {t["title"]: t for t in TOPICS.values() if t["focus_area"] == area}
        assert rows.keys() == topics.keys()
        for name, topic in topics.items():
            first = min(topic["activities"], key=lambda activity: activity["end"])
            month = f"{MONTHS[first['end'].month - 1]} {first['end'].year}"
            assert rows[name]["Første milepæl"] == f"{month}: {first['milestone']}"
            assert rows[name]["Tidshorisont"] == HORIZONS[topic["horizon"]]


def test_members_have_their_terms(tables: list[tuple[str, Table]]) -> None:
    people = front_matter(CONTENT / "people.yml")
    names = {entry["id"]: entry["name"] for entry in people["people"]}

    def month(day: Any) -> str:
        return f"{MONTHS[day.month - 1]} {day.year}"

    for body in people["bodies"]:
        rows = {row["Navn"]: row for row in one(tables, f"Medlemmer: {body['name']}")}
        assert rows.keys() == {names[seat["who"]] for seat in body["members"]}
        for seat in body["members"]:
            start, end = seat.get("from"), seat.get("to")
            term = f"{month(start)} – {month(end)}" if end else f"fra {month(start)}"
            assert rows[names[seat["who"]]]["Periode"] == term


def test_open_actions_and_those_done(tables: list[tuple[str, Table]]) -> None:
    actions = [
        action
        for path in sorted((CONTENT / "minutes").glob("*.md"))
        for action in front_matter(path)["actions"]
    ]
    [open_ones] = [rows for name, rows in tables if name.endswith("der ikke er løst endnu")]
    [done] = [rows for name, rows in tables if name.endswith("der er løst")]
    assert (len(open_ones), len(done)) == (4, 6)
    assert [row["Opgave"] for row in open_ones] == [
        action["text"]
        for action in sorted(actions, key=lambda action: str(action["due"]))
        if "done" not in action
    ]
    assert [row["Opgave"] for row in done] == [
        action["text"]
        for action in sorted(actions, key=lambda action: str(action.get("done", "")))
        if "done" in action
    ]
