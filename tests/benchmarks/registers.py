"""The programme and the registers of the corpus, which grow as the documents do."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tests.benchmarks.originals import CONTENT, regional_entries
from tests.benchmarks.writing import yaml_lines

if TYPE_CHECKING:
    from tests.benchmarks.corpus import Plan

_LONG_AGO = "1800-01-01"


def write_registers(plan: "Plan", content: Path) -> None:
    """Write `programme.md`, `people.yml` and `initiatives.yml`."""
    _write(content / "people.yml", "\n".join(_people(plan)))
    _write(content / "initiatives.yml", "\n".join(_initiatives(plan)) + "\n")
    _write(content / "programme.md", _programme(plan))


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8", newline="\n")


def _people(plan: "Plan") -> Iterator[str]:
    text = (CONTENT / "people.yml").read_text(encoding="utf-8")
    # a council that has met every week for years has had its members as long
    text = text.replace("from: 2025-09-01", f"from: {_LONG_AGO}")
    before, people, after = text.partition("\npeople:\n")
    yield before + people.rstrip("\n")
    registers = plan.originals.registers
    titles = sorted({person["title"] for person in registers["people"]})
    homes = [organisation["id"] for organisation in registers["organisations"]]
    for number, person in enumerate(plan.people):
        yield f"  - id: {person.id}"
        yield f"    name: {person.text}"
        yield f"    title: {titles[number % len(titles)]}"
        yield f"    organisation: {homes[number % len(homes)]}"
    yield after


def _initiatives(plan: "Plan") -> Iterator[str]:
    yield "initiatives:"
    for region in range(1, plan.regions + 1):
        for entry in regional_entries()["initiatives"]:
            copy = _of_region(entry, region)
            if "part_of" in copy:
                copy["part_of"] += f"-{region}"
            for number, line in enumerate(yaml_lines(copy, "    ")):
                yield line if number else "  - " + line.lstrip()


def _of_region(entry: dict[str, Any], region: int) -> dict[str, Any]:
    return {
        **entry, "id": f"{entry['id']}-{region}", "title": f"{entry['title']} {region}",
    }  # fmt: skip


def _programme(plan: "Plan") -> str:
    text = (CONTENT / "programme.md").read_text(encoding="utf-8")
    entries = regional_entries()
    goals: list[dict[str, Any]] = []
    areas: list[dict[str, Any]] = []
    for region in range(1, plan.regions + 1):
        for goal in entries["goals"]:
            own = [f"{area}-{region}" for area in goal["focus_areas"]]
            goals.append({**_of_region(goal, region), "focus_areas": own})
        for area in entries["focus_areas"]:
            areas.append({**_of_region(area, region), "order": str(len(areas) + 1)})
    text = _replace(text, "goals", goals, "focus_areas")
    text = _replace(text, "focus_areas", areas, "cross_cutting")

    def frame(match: re.Match[str]) -> str:
        return f"{match[1]}: {int(match[2]) * plan.generations}"

    return re.sub(r"(?m)^(    20\d\d): (\d+)$", frame, text)


def _replace(text: str, key: str, entries: list[dict[str, Any]], following: str) -> str:
    lines = [f"{key}:"]
    for entry in entries:
        lines += [
            line if number else "  - " + line.lstrip()
            for number, line in enumerate(yaml_lines(entry, "    "))
        ]
    written = "\n".join(lines) + "\n"
    return re.sub(rf"(?ms)^{key}:\n.*?(?=^{following}:\n)", lambda _: written, text, count=1)


def area_titles(plan: "Plan") -> dict[str, str]:
    """Return the titles of all focus areas by id."""
    return {
        f"{area['id']}-{region}": f"{area['title']} {region}"
        for region in range(1, plan.regions + 1)
        for area in regional_entries()["focus_areas"]
    }
