"""Ctrl-C, remembered: Python lets an interruption be lost where it comes at a bad moment.

While a class is being made it is wrapped in another exception, and in a destructor it is only
printed. So whoever is about to do something that is seen asks whether there was one.
"""

import signal
import sys
from types import FrameType

_asked: list[int] = []


def remember() -> None:
    """Let Ctrl-C be remembered besides raising `KeyboardInterrupt`."""

    def heard(number: int, frame: FrameType | None) -> None:
        _asked.append(number)
        signal.default_int_handler(number, frame)

    def unraisable(lost: "sys.UnraisableHookArgs") -> None:
        if lost.exc_type is not KeyboardInterrupt:
            sys.__unraisablehook__(lost)

    signal.signal(signal.SIGINT, heard)
    sys.unraisablehook = unraisable  # what is remembered needn't be printed


def is_interrupted() -> bool:
    """Say whether Ctrl-C was pressed in this run."""
    return bool(_asked)


def heed() -> None:
    """Raise `KeyboardInterrupt` for a Ctrl-C that was lost."""
    if _asked:
        raise KeyboardInterrupt
