"""The command `wp schema`: which files it makes, which it adds to, and writing them whole."""

import os
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from wp.editing.jsonc import NotJsonError, OtherwiseSetError, json_text, merged
from wp.editing.schemas import editor_schema
from wp.editing.settings import FOLDER, SCHEMAS, extensions, schema_name, settings_of, tasks
from wp.editing.snippets import snippets_of
from wp.errors import WpError
from wp.language.messages import Language
from wp.language.words import words_of
from wp.reading.repository import Repository

State = Literal["new", "changed", "added", "gone", "same"]
SNIPPETS = f"{FOLDER}/wp.code-snippets"
_MARK = "`wp schema`"  # stands near the top of every file that is wholly ours
_TOP = 600  # characters


@dataclass(frozen=True, slots=True)
class Planned:
    """A file as it should be. `text` is None for one that should no longer be there.

    `name` is how a person is told of it. "added" is a file of the user's that gets entries more.
    """

    name: str
    target: Path
    text: str | None
    state: State


def plan(repository: Repository, language: Language, output: Path | None) -> list[Planned]:
    """Return every file that belongs to an editor's help, with what is to be done to it.

    They are schemas and settings for VS Code, or with `output` the schemas alone, in that folder.
    Nothing is written. Raises `WpError` where a file that isn't ours is in the way, or where
    settings say something else or can't be read.
    """
    root = repository.root
    folder = output if output is not None else root / SCHEMAS
    made: list[Planned] = []
    names = set()
    for template in repository.templates.values():
        name = schema_name(template)
        names.add(name)
        about = words_of(language)["schema-about"].format(path=template.path, mark=_MARK)
        schema = editor_schema(template, repository, language)
        schema = {"$schema": schema.pop("$schema"), "$comment": about, **schema}
        made.append(_whole(_shown(root, folder / name), folder / name, json_text(schema)))
    made += _gone(root, folder, names)
    if output is None:
        about = words_of(language)["schema-about-all"].format(mark=_MARK)
        snippets = f"// {about}\n{json_text(snippets_of(repository, language))}"
        made.append(_whole(SNIPPETS, root / SNIPPETS, snippets))
        made.append(_added(root, "settings.json", settings_of(repository.templates.values())))
        made.append(_added(root, "extensions.json", extensions()))
        made.append(_added(root, "tasks.json", tasks()))
        for planned in made:
            _inside(root, planned)
    return sorted(made, key=lambda planned: planned.name)


def carry_out(planned: Sequence[Planned]) -> None:
    """Write what is new or changed, each file whole, and remove what is gone.

    Raises `WpError` for a file that can't be written; those before it are written then.
    """
    for file in planned:
        try:
            if file.text is None:
                file.target.unlink(missing_ok=True)
            elif file.state != "same":
                _write(file.target, file.text.encode("utf-8"))
        except OSError as error:
            reason = error.strerror or str(error)
            raise WpError("cannot-write-more", path=file.name, reason=reason) from error


def _whole(name: str, path: Path, text: str) -> Planned:
    """Plan a file that is wholly ours; one that somebody else wrote is left alone."""
    old = _read(name, path)
    if old is None:
        return Planned(name, path, text, "new")
    if _MARK not in old[:_TOP]:
        raise WpError("not-ours", path=name)
    return Planned(name, path, text, "same" if old == text else "changed")


def _added(root: Path, name: str, wanted: Mapping[str, Any]) -> Planned:
    """Plan a file that is the user's own and gets what it lacks."""
    shown = f"{FOLDER}/{name}"
    path = root / FOLDER / name
    old = _read(shown, path)
    if old is None:
        return Planned(shown, path, json_text(wanted), "new")
    printed = json_text(wanted).strip()
    try:
        text = merged(old, wanted)
    except NotJsonError as error:
        raise WpError("settings-unreadable", path=shown, line=error.line, wanted=printed) from error
    except OtherwiseSetError as error:
        raise WpError("settings-otherwise", path=shown, key=error.key, wanted=printed) from error
    return Planned(shown, path, text, "same" if text == old else "added")


def _gone(root: Path, folder: Path, names: set[str]) -> Iterator[Planned]:
    """Plan to remove our schemas of forms that there are no longer."""
    for path in sorted(folder.glob("*.schema.json")) if folder.is_dir() else ():
        if path.name not in names and path.is_file():
            shown = _shown(root, path)
            if _MARK in (_read(shown, path) or "")[:_TOP]:
                yield Planned(shown, path, None, "gone")


def _read(name: str, path: Path) -> str | None:
    """Return a file's text with its line ends as they are, None when there is no such file."""
    try:
        return path.read_bytes().decode("utf-8")
    except FileNotFoundError:
        return None
    except UnicodeDecodeError as error:
        raise WpError("not-utf-8", path=name) from error
    except OSError as error:
        raise WpError("cannot-read", path=name, reason=error.strerror or error) from error


def _inside(root: Path, planned: Planned) -> None:
    if not planned.target.resolve().is_relative_to(root.resolve()):
        raise WpError("outside", path=planned.name)


def _write(path: Path, data: bytes) -> None:
    """Replace a file whole; a symbolic link stays one."""
    path = path.resolve()
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=".wp-", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        mode = path.stat().st_mode if path.exists() else 0o666 & ~_umask()
        Path(name).chmod(mode)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _umask() -> int:
    """Return the rights that this user takes away from new files."""
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _shown(root: Path, path: Path) -> str:
    """Return how a path is named to the user: from the council's folder, where it lies there."""
    return path.relative_to(root).as_posix() if path.is_relative_to(root) else str(path)
