"""Which topics need which others first, and the way of the programme to its adoption."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from wp.programme.model.basis import Ref
from wp.programme.model.meetings import Decision
from wp.programme.model.registers import Milestone
from wp.programme.model.topics import Activity, OnePager

# Kinds of milestones in the order of a programme's way: what the form's `kind` means here.
ON_THE_WAY = ("deadline", "review", "presentation", "approval", "adoption")
ADOPTION = "adoption"


@dataclass(frozen=True, slots=True)
class Dependency:
    """A topic that needs another one first.

    `whole` says that its one-pager names the other one. `activities` are pairs: an activity of the
    topic, and one of the other's that it awaits.
    """

    topic: Ref
    on: Ref
    whole: bool
    activities: tuple[tuple[Activity, Activity], ...]


@dataclass(frozen=True, slots=True)
class Step:
    """A milestone on the way to adoption, and the decisions that concern it."""

    milestone: Milestone
    decisions: tuple[Decision, ...]


def dependencies_of(
    one_pagers: Sequence[OnePager], aside: Sequence[OnePager]
) -> tuple[Dependency, ...]:
    """Return what the one-pagers of the programme need of others, also of those set aside.

    They stand in the order of the one-pagers, and of what each needs. What depends on itself, or
    on what isn't there, is left out.
    """
    every = (*one_pagers, *aside)
    topics = {topic.id: (number, topic.ref) for number, topic in enumerate(every)}
    owners = {activity.id: activity for topic in every for activity in topic.activities}
    return tuple(dependency for topic in one_pagers for dependency in _needs(topic, topics, owners))


def _needs(
    topic: OnePager, topics: dict[str, tuple[int, Ref]], owners: dict[str, Activity]
) -> Iterator[Dependency]:
    pairs: dict[str, list[tuple[Activity, Activity]]] = {}
    for activity in topic.activities:
        for ref in activity.depends_on:
            if ref.id in owners:
                awaited = owners[ref.id]
                pairs.setdefault(awaited.one_pager.id, []).append((activity, awaited))
    named = {ref.id for ref in topic.depends_on}
    for ident in sorted((named | pairs.keys()) & topics.keys(), key=lambda one: topics[one][0]):
        if ident != topic.id:
            ref = topics[ident][1]
            yield Dependency(topic.ref, ref, ident in named, tuple(pairs.get(ident, ())))


def approval_of(milestones: Sequence[Milestone], decisions: Sequence[Decision]) -> tuple[Step, ...]:
    """Return the steps to adoption by date; what is presented after the last adoption is no step.

    While no adoption is planned, every milestone of these kinds is a step.
    """
    ends = [milestone.date for milestone in milestones if milestone.kind == ADOPTION]
    return tuple(
        Step(
            milestone,
            tuple(
                decision
                for decision in decisions
                if any(
                    ref.kind == "milestones" and ref.id == milestone.id for ref in decision.concerns
                )
            ),
        )
        for milestone in milestones
        if milestone.kind in ON_THE_WAY and (not ends or milestone.date <= max(ends))
    )
