"""What is shown of a judgement: the rules chosen on the command line."""

from collections.abc import Callable, Iterable, Sequence

from wp.checking.ignoring.catalogue import Catalogue
from wp.checking.ignoring.settle import Judgement
from wp.findings import Finding, Rule


def chosen(
    rules: Iterable[Rule], select: Sequence[str], ignore: Sequence[str]
) -> Callable[[Finding], bool]:
    """Return what says whether a finding is one to show.

    `select` and `ignore` name rules by code, by name or by the beginning of a code, parted by
    commas; what neither names is shown, unless something is selected. Raises `WpError` for what
    names no rule.
    """
    catalogue = Catalogue(rules)
    wanted = catalogue.select(select) if select else frozenset(r.code for r in catalogue.rules)
    shown = wanted - catalogue.select(ignore)
    return lambda found: found.rule.code in shown


def narrowed(judgement: Judgement, is_shown: Callable[[Finding], bool]) -> Judgement:
    """Return the part of a judgement that is to be shown, suppressed findings too."""
    return Judgement(
        [item for item in judgement.diagnostics if is_shown(item.finding)],
        tuple(found for found in judgement.suppressed if is_shown(found)),
    )
