"""What the commands share: exit codes, options, opening the repository, naming its files."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from wp.commands.stopping import CANNOT, clearly
from wp.errors import WpError
from wp.language.help import say

if TYPE_CHECKING:
    from wp.language.messages import Language
    from wp.reading.repository import Repository

GOOD, FOUND = 0, 1  # CANNOT, 2, is how a command stops

__all__ = [
    "CANNOT", "FOUND", "GOOD", "Lang", "Root", "clearly", "council_folder",
    "name_below", "open_repository",
]  # fmt: skip

Root = Annotated[
    Path | None,
    typer.Option("--root", help=say("Rådets mappe.", "The council's folder."), show_default=False),
]
Lang = Annotated[
    str | None,
    typer.Option(
        "--lang",
        envvar="WP_LANG",
        help=say("Sprog: da eller en.", "Language: da or en."),
        show_default=False,
    ),
]


def open_repository(root: Path | None, lang: str | None) -> "tuple[Repository, Language]":
    """Read the repository and settle the language: the option's, else the programme's."""
    from wp.reading.repository import read_repository

    repository = read_repository(council_folder(root, lang))
    language: Language = "en" if (lang or repository.language) == "en" else "da"
    return repository, language


def council_folder(root: Path | None, lang: str | None) -> Path:
    """Return the council's folder: the one given, else the nearest upwards.

    Raises `WpError` when there is none there, and for a language that isn't one of ours.
    """
    from wp.reading.places import find_root

    if lang not in (None, "da", "en"):
        raise WpError("unknown-language", name=lang)
    start = (root or Path.cwd()).absolute()
    if root is not None and not (start / "content" / "programme.md").is_file():
        raise WpError("no-root", start=start)
    return start if root is not None else find_root(start)


def name_below(council: Path, path: Path) -> str:
    """Return a path given on the command line as it is named from the council's folder."""
    if not path.exists():
        raise WpError("no-such-path", path=path)
    return name_from(council, path)


def open_language(root: Path | None, lang: str | None) -> "tuple[Path | None, Language]":
    """Settle the language for a command that also works where there is no council.

    The council's folder comes with it, None outside one. Raises `WpError` for a language that isn't
    there, and for a `--root` that is no council's.
    """
    from wp.reading.places import find_root, peek_language

    if lang not in (None, "da", "en"):
        raise WpError("unknown-language", name=lang)
    if root is not None and not (root / "content" / "programme.md").is_file():
        raise WpError("no-root", start=root.absolute())
    try:
        folder = root or find_root(Path.cwd())
    except (WpError, OSError):  # no council here, or the folder itself is gone
        return None, "en" if lang == "en" else "da"
    return folder, "en" if (lang or peek_language(folder)) == "en" else "da"


def name_from(council: Path, path: Path) -> str:
    """Return a path, of a file that needn't exist, as it is named from the council's folder."""
    import os
    import unicodedata

    # a symbolic link below content/ is named by where it stands; one on the way there is followed
    absolute = Path(os.path.normpath(path.absolute()))
    for root, given in (
        (council, absolute),
        (council.resolve(), absolute.parent.resolve() / absolute.name),
    ):
        if given == root:
            return "content"
        if given.is_relative_to(root / "content"):
            return unicodedata.normalize("NFC", given.relative_to(root).as_posix())
    raise WpError("not-a-document", path=path)
