"""The one kind of exception that stops a command. Faults in documents are diagnostics, not this."""

from typing import Any, NamedTuple


class WpError(Exception):
    """The command cannot go on: no root, a broken template, a tool that failed.

    `name` picks the sentence in `wp.language.errors`, which `params` fill. The command line prints
    it in the user's language and exits with code 2.
    """

    def __init__(self, name: str, /, **params: Any) -> None:
        super().__init__(name, params)
        self.name = name
        self.params = params


class Misfit(NamedTuple):
    """Why data doesn't fit a JSON Schema, for `params`: `what` is "unknown", "missing" or "value".

    `field` is the field that it is about, `value` what stands there, as JSON and not too long.
    """

    what: str
    field: str
    value: str
