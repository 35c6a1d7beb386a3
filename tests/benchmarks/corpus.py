"""Make a council's repository of any size out of Eksempelrådet, the same every time.

    python -m tests.benchmarks.corpus 1000 /tmp/tusind
    python -m tests.benchmarks.corpus 1000 /tmp/tusind-med-fejl --faults

The first is in order: `wp check` has no error and no warning to give. A tenth of the documents are
minutes, the others one-pagers; `programme.md` and the two registers come on top. Of Eksempelrådet's
one-pagers there are as many copies as it takes, each for a place of its own, with other people
responsible, other figures and the sentences in another order. About a hundred one-pagers make a
region, which has focus areas, goals and initiatives of its own, so that the registers grow as fast
as the documents do. The meetings are a week apart and approve nine one-pagers each.

With `--faults` every tenth document has one fault; `tests.benchmarks.faults` says which.
"""

import argparse
import random
import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from tests.benchmarks import faults, names
from tests.benchmarks.minutes import Meetings
from tests.benchmarks.originals import (
    CONTENT,
    Originals,
    Page,
    activity_homes,
    regional_ids,
)
from tests.benchmarks.registers import area_titles, write_registers
from tests.benchmarks.writing import Copy, put_together

SEED = 20270101
LEAST = 20  # documents: with fewer, not every original has its copy
COPIES_IN_REGION = 7


@dataclass(frozen=True)
class Topic:
    """One one-pager to write: an original, its number, and whose copy of the originals it is in."""

    page: Page
    number: int
    generation: int
    id: str
    title: str
    responsible: names.Name | None


class Plan:
    """Which documents there are and what they are called, before any is written."""

    def __init__(self, count: int) -> None:
        if count < LEAST:
            raise ValueError(f"at least {LEAST} documents")
        self.originals = Originals()
        self.pages = self.originals.pages()
        self.meetings = count // 10
        self.topics_wanted = count - self.meetings
        self.generations = -(-self.topics_wanted // len(self.pages))
        self.regions = max(1, self.generations // COPIES_IN_REGION)
        self.places = names.places(self.generations)
        self.people = names.people(2 * self.generations)
        self.known = {page.id: page for page in self.pages}
        self.named = set(self.originals.names)

    @cached_property
    def topics(self) -> list[Topic]:
        """The one-pagers in the order in which they are written and approved."""
        return [self._topic(number) for number in range(self.topics_wanted)]

    @cached_property
    def area_titles(self) -> dict[str, str]:
        """The titles of all focus areas by id."""
        return area_titles(self)

    def _topic(self, number: int) -> Topic:
        generation, at = divmod(number, len(self.pages))
        page, place = self.pages[at], self.places[generation]
        someone = self.people[2 * generation + at % 2] if page.primary in self.named else None
        title = f"{page.title} i {place.text}"
        return Topic(page, number, generation, f"{page.id}-{place.id}", title, someone)

    def meeting_of(self, topic: Topic) -> int:
        """Return the number of the meeting that decides on a one-pager."""
        return min(topic.number * self.meetings // self.topics_wanted, self.meetings - 1)

    def region_of(self, generation: int) -> str:
        """Return the ending of the ids of a region."""
        return f"-{min(generation // COPIES_IN_REGION, self.regions - 1) + 1}"

    def local(self, original: str, generation: int) -> str:
        """Return the id of a one-pager's or an activity's copy nearest to a place."""
        page = original if original in self.known else activity_homes()[original]
        number = generation * len(self.pages) + self.pages.index(self.known[page])
        # the last place may not have all of them: then it is the neighbour's
        nearest = generation if number < self.topics_wanted else generation - 1
        return f"{original}-{self.places[nearest].id}"

    def place_id(self, original: str, generation: int) -> str:
        """Return what an id of an original is in a copy."""
        if original in self.known or original in activity_homes():
            return self.local(original, generation)
        if original in regional_ids():
            return original + self.region_of(generation)
        return original


def documents(plan: Plan) -> Iterator[tuple[str, str]]:
    """Yield every document: its path below `content/`, and its text."""
    meetings = Meetings(plan)
    for topic in plan.topics:
        yield f"one-pagers/{topic.id}.md", _one_pager(plan, meetings, topic)
    for number in range(plan.meetings):
        yield f"minutes/{meetings.dates[number]}.md", meetings.text(number)


def _one_pager(plan: Plan, meetings: Meetings, topic: Topic) -> str:
    page = topic.page

    def ids(original: str) -> str:
        if original == page.primary and topic.responsible:
            return topic.responsible.id
        return plan.place_id(original, topic.generation)

    name = topic.responsible.text if topic.responsible else ""
    copy = Copy(ids, name, random.Random(f"{SEED} {topic.id}"))
    front = put_together(page.front, copy).replace(f"title: {page.title}\n", "", 1)
    lines = [line for line in front.splitlines() if not line.startswith("decisions:")]
    # the form has what a parked topic waits for after its decisions
    at = next((n for n, line in enumerate(lines) if line.startswith("awaiting:")), len(lines))
    lines.insert(at, f"decisions: [{meetings.decision_on(topic)}]")
    body = put_together(page.body, copy)
    return "\n".join(["---", f"title: {topic.title}", *lines, "---"]) + "\n" + body


def make(count: int, folder: Path, *, with_faults: bool = False) -> dict[str, Any]:
    """Write a repository into a folder that is empty or not there; return what was written.

    Raises `ValueError` for too few documents, `FileExistsError` for a folder with something in it.
    """
    if folder.is_dir() and any(folder.iterdir()):
        raise FileExistsError(folder)
    plan = Plan(count)
    content = folder / "content"
    for name in ("one-pagers", "minutes"):
        (content / name).mkdir(parents=True)
    shutil.copytree(CONTENT / "attachments", content / "attachments")
    write_registers(plan, content)
    broken: dict[str, str] = {}
    for number, (name, text) in enumerate(documents(plan)):
        if with_faults and number % faults.EVERY == faults.EVERY - 1:
            kind, text = faults.with_fault(text, number // faults.EVERY)
            broken[f"content/{name}"] = kind
        (content / name).write_text(text, encoding="utf-8", newline="\n")
    return {"one-pagers": plan.topics_wanted, "minutes": plan.meetings, "faults": broken}


def main() -> None:
    """Write a repository as the command line says."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.corpus")
    parser.add_argument("count", type=int, help="documents: one-pagers and minutes together")
    parser.add_argument("folder", type=Path, help="an empty folder, or a new one")
    parser.add_argument("--faults", action="store_true", help="a fault in every tenth document")
    given = parser.parse_args()
    try:
        made = make(given.count, given.folder, with_faults=given.faults)
    except (ValueError, FileExistsError) as error:
        sys.exit(f"Not made: {error}")
    broken = f", {len(made['faults'])} with a fault" if given.faults else ""
    print(f"{made['one-pagers']} one-pagers and {made['minutes']} minutes{broken}: {given.folder}")


if __name__ == "__main__":
    main()
