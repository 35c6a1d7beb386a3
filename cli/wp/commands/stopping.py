"""How a command ends that can't go on: one sentence in the user's language, and an exit code.

What keeps it from going on may be what the user asked for (`WpError`), the system, or `wp` itself.
No exception reaches the user; `WP_DEBUG=1` shows the traceback as well.
"""

import contextlib
import errno
import functools
import os
import signal
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, ParamSpec

import typer

from wp.errors import WpError
from wp.interrupts import heed, is_interrupted

if TYPE_CHECKING:
    from wp.language.messages import Language

CANNOT = 2
SIGNALLED = 128  # and the signal's number, as shells count a command that a signal ended
_PACKAGE = Path(__file__).parents[1]
_UNWRITABLE = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EROFS)
_NO_TEMPORARY = "No usable temporary directory"  # what Python's `tempfile` says
P = ParamSpec("P")


def clearly(command: Callable[P, None]) -> Callable[P, None]:
    """Let a command that can't go on say why, by its options `lang` and `root`, and exit so."""

    @functools.wraps(command)
    def run(*args: P.args, **kwargs: P.kwargs) -> None:
        try:
            heed()
            command(*args, **kwargs)
        except (BrokenPipeError, typer.Exit, typer.Abort, typer.BadParameter):
            raise  # BrokenPipeError: the reader of our output has had enough; typer ends quietly
        except (Exception, KeyboardInterrupt) as error:
            raise typer.Exit(stop(error, kwargs.get("lang"), kwargs.get("root"))) from None

    return run


def stop(error: Exception | KeyboardInterrupt, lang: object = None, root: object = None) -> int:
    """Say on standard error why a command ends, and return its exit code.

    `lang` and `root` are the options as they were given, whatever they are.
    """
    from wp.language.errors import render_error
    from wp.language.words import words_of

    language: Language = "en" if lang == "en" else "da"
    if lang not in ("da", "en"):
        language = _programme_language(root if isinstance(root, Path) else None)
    words = words_of(language)
    if isinstance(error, KeyboardInterrupt) or is_interrupted():
        return _said(words["interrupted"], SIGNALLED + signal.SIGINT)
    if os.environ.get("WP_DEBUG") not in (None, "", "0"):
        _said("".join(traceback.format_exception(error)), CANNOT)
    return _said(f"{words['stop']}: {render_error(_as_error(error), language)}", CANNOT)


def _said(sentence: str, code: int) -> int:
    with contextlib.suppress(OSError):  # there may be nowhere left to say it
        typer.echo(sentence, err=True)
    return code


def _as_error(error: Exception) -> WpError:
    """Return what stops a command as something that can be said."""
    if isinstance(error, WpError):
        return error
    if isinstance(error, OSError):
        return _refused(error)
    if isinstance(error, MemoryError):
        return WpError("out-of-memory")
    reason = " ".join(str(error).split()) or "–"
    return WpError("unexpected", kind=type(error).__name__, reason=reason, place=_place(error))


def _refused(error: OSError) -> WpError:
    """Return what the system wouldn't let a command do."""
    reason = error.strerror or str(error)
    if reason.startswith(_NO_TEMPORARY):
        return WpError("no-temporary")
    if error.errno not in _UNWRITABLE:
        return WpError("cannot-read", path=error.filename or ".", reason=reason)
    if error.filename is None:  # to a file that was open already: our answer, or a temporary file
        return WpError("no-more-written", reason=reason)
    return WpError("cannot-write", path=error.filename, reason=reason)


def _place(error: Exception) -> str:
    """Return where in `wp` an exception came up: the innermost line that is ours."""
    frames = traceback.extract_tb(error.__traceback__)
    ours = [frame for frame in frames if Path(frame.filename).is_relative_to(_PACKAGE)]
    at = (ours or frames)[-1]
    return f"{Path(at.filename).name}:{at.lineno}"


def _programme_language(root: Path | None) -> "Language":
    """Return the programme's language where there is a programme, for a run that can't read it."""
    try:
        from wp.reading.places import find_root, peek_language

        return peek_language(root or find_root(Path.cwd()))
    except Exception:  # whatever stopped the command may stop this too; there is a sentence to say
        return "da"
