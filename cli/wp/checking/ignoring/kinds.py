"""The rules about exceptions themselves, and which rules no exception can be made from."""

from wp.findings import Nature, Rule, Severity

MALFORMED = Rule("WP950", "ignore-malformed", Nature.ADVICE)
WITHOUT_REASON = Rule("WP951", "ignore-without-reason", Nature.ADVICE)
UNKNOWN_RULE = Rule("WP952", "ignore-unknown-rule", Nature.ADVICE)
NOT_ALLOWED = Rule("WP953", "ignore-not-allowed", Nature.ADVICE)
UNUSED = Rule("WP954", "ignore-unused", Nature.ADVICE)
MISPLACED = Rule("WP955", "ignore-misplaced", Nature.FALSE)
MATCHES_NO_FILE = Rule("WP956", "pattern-without-files", Nature.ADVICE)

RULES = (
    MALFORMED, WITHOUT_REASON, UNKNOWN_RULE, NOT_ALLOWED, UNUSED, MISPLACED, MATCHES_NO_FILE,
)  # fmt: skip

# Files and fences, front matter, headings, references and links: what is false there is missing in
# the programme, or stands in it where it shouldn't.
_FAMILIES = ("WP1", "WP2", "WP3", "WP4")
# Elsewhere only these: sums and timelines that can't be made, what the law forbids, and what would
# give away something internal.
FIRM_NAMES = frozenset(
    {"ends-before-start", "cost-outside-activity", "unknown-item", "cpr-number", "not-laid-out"}
    | {"unclear-audience", "internal-reference"}
)
_RANKS = (Severity.INFO, Severity.WARNING, Severity.ERROR)
_USUAL = {
    Nature.FALSE: Severity.ERROR,
    Nature.UNFINISHED: Severity.ERROR,
    Nature.ADVICE: Severity.WARNING,
    Nature.NOTE: Severity.INFO,
}


def is_firm(rule: Rule) -> bool:
    """Say whether a rule holds without exception, and can't be made less severe than it is.

    Such are the rules whose findings would make what is built wrong, CPR numbers, and the rules
    about exceptions: an exception from these would hide the others.
    """
    if rule in RULES or rule.name in FIRM_NAMES:
        return True
    return rule.nature is Nature.FALSE and rule.code.startswith(_FAMILIES)


def lowers(rule: Rule, severity: Severity | None) -> bool:
    """Say whether a severity is less than a rule has by its nature at most; None is off."""
    return severity is None or _RANKS.index(severity) < _RANKS.index(_USUAL[rule.nature])
