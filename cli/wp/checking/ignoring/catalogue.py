"""Finds rules by what people write for them: a code, a name, the beginning of a code."""

import re
from collections.abc import Iterable, Sequence

from wp.checking.suggest import Suggestion, suggest
from wp.errors import WpError
from wp.findings import Rule

_BEGINNING = re.compile(r"wp[0-9]{0,2}")


class Catalogue:
    """All rules, by code and by name; upper and lower case make no difference."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        self.rules = tuple(rules)
        self._by_name = {rule.name: rule for rule in self.rules}
        self._by_code = {rule.code.casefold(): rule for rule in self.rules}

    def find(self, written: str) -> Rule | None:
        """Return the rule of a code or a name, None for neither."""
        key = written.strip().casefold()
        return self._by_name.get(key) or self._by_code.get(key)

    def meant(self, written: str) -> Suggestion:
        """Return the name that is most like what is written."""
        return suggest(written.strip().casefold(), self._by_name)

    def select(self, values: Sequence[str]) -> frozenset[str]:
        """Return the codes of the rules that a command line names, in values parted by commas.

        Each is a code, a name, or the beginning of codes, such as WP4. Raises `WpError` for what
        names no rule.
        """
        chosen: set[str] = set()
        for written in (part.strip() for value in values for part in value.split(",")):
            key = written.casefold()
            if rule := self.find(written):
                chosen.add(rule.code)
                continue
            begun = {r.code for r in self.rules if r.code.casefold().startswith(key)}
            if not begun or not _BEGINNING.fullmatch(key):
                near = self.meant(written).near
                raise WpError("select-near" if near else "select-unknown", name=written, near=near)
            chosen |= begun
        return frozenset(chosen)
