"""The meetings of the corpus: one a week, each with its share of the one-pagers to decide on."""

import random
from collections import defaultdict
from collections.abc import Mapping
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from tests.benchmarks.originals import Item
from tests.benchmarks.writing import Copy, put_together, yaml_lines

if TYPE_CHECKING:
    from tests.benchmarks.corpus import Plan, Topic

LAST = date(2026, 10, 8)
AFTER_LAST = date(2027, 1, 14)
_WEEK = timedelta(days=7)
_START = 9 * 60
_MONTHS = (
    "januar", "februar", "marts", "april", "maj", "juni", "juli", "august", "september",
    "oktober", "november", "december",
)  # fmt: skip
# Items of Eksempelrådet that any meeting may have: meeting and number on the agenda.
_COMMON = (
    ("2026-03-12", 2), ("2026-03-12", 3), ("2026-06-11", 2), ("2026-10-08", 2), ("2026-10-08", 3),
    ("2026-10-08", 4),
)  # fmt: skip
# What a decision on one-pagers is called by the status that it sets.
_VERBS = {
    "approved": ("approves", "Rådet godkendte {pages} under {area}."),
    "parked": ("parks", "Rådet parkerede {pages} under {area}."),
    "catalogue": ("catalogues", "Rådet lagde {pages} under {area} i emnekataloget."),
}
_REVIEW = """### Indstilling

Det indstilles, at rådet gennemgår og tager stilling til de one-pagers, som er indsendt.

### Referat

Rådet gennemgik emnerne ét indsatsområde ad gangen:

{lines}

### Videre proces

Sekretariatet retter emnerne til efter mødet og samler dem i udkastet til arbejdsprogram."""


class Meetings:
    """All meetings of a plan, from the first week to the last."""

    def __init__(self, plan: "Plan") -> None:
        self.plan = plan
        self.days = [LAST - _WEEK * (plan.meetings - 1 - n) for n in range(plan.meetings)]
        self.dates = [day.isoformat() for day in self.days]
        self._items = plan.originals.items()
        self._topics: dict[int, list[Topic]] = defaultdict(list)
        for topic in plan.topics:
            self._topics[plan.meeting_of(topic)].append(topic)
        self._decided: dict[str, str] = {}
        self._groups = [self._group(number) for number in range(plan.meetings)]

    def _group(self, number: int) -> Mapping[tuple[str, str], "list[Topic]"]:
        """Return a meeting's one-pagers by what is decided on them, and under which focus area."""
        groups: dict[tuple[str, str], list[Topic]] = defaultdict(list)
        for topic in self._topics[number]:
            groups[topic.page.status, topic.page.area].append(topic)
        for at, topics in enumerate(groups.values()):
            for topic in topics:
                self._decided[topic.id] = f"{self.dates[number]}-{at + 2}"
        return groups

    def decision_on(self, topic: "Topic") -> str:
        """Return the id of the decision that gave a one-pager its status."""
        return self._decided[topic.id]

    def text(self, number: int) -> str:
        """Return the minutes of a meeting."""
        writer = _Writer(self, number, random.Random(f"minutes {number}"))
        return writer.text()

    def common(self, number: int) -> tuple[Item, Item, Item]:
        """Return the items that a meeting has beside its one-pagers: two matters, and the last."""
        chosen = [_COMMON[(number + step) % len(_COMMON)] for step in (0, 2)]
        first, second = (self._items[meeting][at - 1] for meeting, at in chosen)
        last = list(self._items.values())[number % len(self._items)][-1]
        return first, second, last

    def groups(self, number: int) -> Mapping[tuple[str, str], "list[Topic]"]:
        """Return what a meeting decides about one-pagers."""
        return self._groups[number]


class _Writer:
    """Writes one meeting's minutes."""

    def __init__(self, meetings: Meetings, number: int, chance: random.Random) -> None:
        self.meetings, self.number = meetings, number
        self.day = meetings.days[number]
        self.groups = meetings.groups(number)
        topics = [topic for group in self.groups.values() for topic in group]
        generation = topics[0].generation if topics else 0
        self.copy = Copy(lambda word: meetings.plan.place_id(word, generation), "", chance)
        self.sections: list[str] = []
        self.front: dict[str, list[Any]] = {
            "guests": [], "secretariat": [{"who": "ulla-kladde"}, {"who": "frej-notat"}],
            "agenda": [], "decisions": [], "actions": [],
        }  # fmt: skip
        self.time = _START

    def text(self) -> str:
        """Return front matter and body."""
        first, second, last = self.meetings.common(self.number)
        self._welcome()
        self._review()
        self._item(first)
        self._item(second)
        self._item(last)
        begins, ends = _clock(_START), _clock(self.time)
        front = {
            "body": "eksempelraadet",
            "date": self.day.isoformat(),
            "issued": (self.day + _WEEK).isoformat(),
            "issued_by": "eksempelraadets-sekretariat",
            "start": begins,
            "end": ends,
            "place": f"Rådhuset i {self.copy.chance.choice(self.meetings.plan.places).text}",
            **self._status(),
            **self._attendance(),
            **{key: value for key, value in self.front.items() if value},
            "next_meeting": {"date": self._next().isoformat(), "start": begins, "end": ends},
        }
        return "\n".join(["---", *yaml_lines(front), "---\n", *self.sections])

    def _next(self) -> date:
        later = self.meetings.days[self.number + 1 :]
        return later[0] if later else AFTER_LAST

    def _status(self) -> dict[str, str]:
        later = self.meetings.dates[self.number + 1 :]
        return {"status": "approved", "approved_in": later[0]} if later else {"status": "draft"}

    def _attendance(self) -> dict[str, list[dict[str, str]]]:
        bodies = self.meetings.plan.originals.registers["bodies"]
        council = next(body for body in bodies if body["id"] == "eksempelraadet")
        members = [
            member
            for member in council["members"]
            if member["role"] != "substitute" and _serves(member, self.day)
        ]
        busy = {who for action in self.front["actions"] for who in action["responsible"]}
        # never the chair, who comes first, nor anyone who is given something to do
        free = [at for at, member in enumerate(members) if at and member["who"] not in busy]
        away = free[self.number % len(free)]
        role = {"chair": "chair"}
        here = [
            {"who": member["who"], "role": role.get(member["role"], "member")}
            for at, member in enumerate(members)
            if at != away
        ]
        return {
            "present": here, "absent": [{"who": members[away]["who"]}],
        }  # fmt: skip

    def _open(self, title: str, kind: str, minutes: int, body: str) -> dict[str, Any]:
        """Put an item on the agenda, and its section into the text."""
        number = len(self.front["agenda"]) + 1
        begins, self.time = self.time, self.time + minutes
        entry: dict[str, Any] = {
            "number": number, "title": title, "start": _clock(begins), "end": _clock(self.time),
            "kind": kind,
        }  # fmt: skip
        self.front["agenda"].append(entry)
        self.sections.append(f"## Pkt. {number} {title}\n\n{body}\n")
        return entry

    def _decide(self, item: int, text: str, verb: str, **more: Any) -> None:
        number = len(self.front["decisions"]) + 1
        decision = {"id": f"{self.day}-{number}", "item": item, "text": text, "verb": verb}
        self.front["decisions"].append({**decision, **more})

    def _welcome(self) -> None:
        before = self.day - _WEEK
        what = f"referatet af mødet den {before.day}. {_MONTHS[before.month - 1]} {before.year}"
        body = (
            f"### Indstilling\n\nDet indstilles, at rådet godkender {what}.\n\n"
            "### Referat\n\nFormanden bød velkommen. Referatet blev godkendt."
        )
        item = self._open("Velkomst og godkendelse af referat", "decision", 10, body)
        self._decide(item["number"], f"Rådet godkendte {what}.", "approves")

    def _review(self) -> None:
        lines = []
        for (status, area), topics in self.groups.items():
            links = ", ".join(f"[{topic.title}](../one-pagers/{topic.id}.md)" for topic in topics)
            lines.append(f"- {self._outcome(status, area, topics)} {links}.")
        body = _REVIEW.format(lines="\n".join(lines))
        item = self._open("Gennemgang af one-pagers", "decision", 90, body)
        for (status, area), topics in self.groups.items():
            said = self._outcome(status, area, topics)
            concerns = [topic.id for topic in topics]
            verb = _VERBS[status][0]
            self._decide(item["number"], said, verb, concerns=concerns, sets=status)

    def _outcome(self, status: str, area: str, topics: "list[Topic]") -> str:
        pages = "én one-pager" if len(topics) == 1 else f"{len(topics)} one-pagers"
        title = self.meetings.plan.area_titles[self.copy.ids(area)]
        return _VERBS[status][1].format(pages=pages, area=title)

    def _item(self, original: Item) -> None:
        """Repeat an item of Eksempelrådet at this meeting."""
        body = put_together(original.body, self.copy)
        minutes = original.minutes - 5 * self.copy.chance.randint(0, 1)
        entry = self._open(original.title, original.kind, minutes, body)
        number = entry["number"]
        if original.attachments:
            entry["attachments"] = list(original.attachments)
        self.front["guests"] += [{"who": who, "item": number} for who in original.guests]
        for decision in original.decisions:
            self._decide(number, decision["text"], decision["verb"], **self._concerns(decision))
        for action in original.actions:
            due = (self.day + timedelta(days=30)).isoformat()
            responsible = {"responsible": action["responsible"], "due": due}
            self.front["actions"].append(
                {"item": number, "text": action["text"], **responsible, **self._concerns(action)}
            )

    def _concerns(self, data: Mapping[str, Any]) -> dict[str, list[str]]:
        concerns = [self.copy.ids(word) for word in data.get("concerns", ())]
        return {"concerns": concerns} if concerns else {}


def _serves(member: Mapping[str, str], day: date) -> bool:
    # the council of the corpus has met since long before Eksempelrådet did
    begins = member["from"] if member["who"] == "nanna-taenkt" else ""
    return begins <= day.isoformat() <= member.get("to", "9999")


def _clock(minutes: int) -> str:
    return f"{minutes // 60:02}:{minutes % 60:02}"
