"""What is built is called: a document's path from the root, alone or with an edition behind it."""

from wp.reading.places import CONTENT

PAGED = frozenset({"docx", "pdf"})
"""The formats that have pages. For the others no page is measured."""

BUILD = "build"
PROGRAMME = f"{CONTENT}/programme.md"

FINAL, AGENDA = "#final", "#agenda"
"""Behind a document's path: its final edition; the agenda that the minutes began as."""


def path_of(name: str) -> str:
    """Return the path of a document's name, without what tells its edition."""
    return name.removesuffix(FINAL).removesuffix(AGENDA)


def editions(name: str) -> tuple[str, ...]:
    """Return the names of all editions that are written to the same files."""
    return (name,) if name.endswith(AGENDA) else (path_of(name), f"{path_of(name)}{FINAL}")
