"""Work in parts, spread over the processors of the machine: the only door to a second process.

A forked process sees everything that this one has read, so that nothing is sent but results. Where
there is no fork, or one processor, the work is done here alone, with the same results.
"""

import os
import pickle
import signal
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from typing import BinaryIO, TypeVar

Result = TypeVar("Result")

MOST_PARTS = 255  # a part's number is one byte, which a pipe hands to one reader
_MOST_PROCESSES = 8


def spread(work: Callable[[int], Result], parts: int, *, apart: bool = False) -> list[Result]:
    """Return `work(0)`, `work(1)` … in order, done by as many processes as there are processors.

    Each takes the next part when it has done one, so that none waits for a slow one. Results must
    be such as can be pickled. `parts` are at most 255. `apart` leaves all of it to others, so that
    what work loads and holds is gone with them; whatever uses Typst needs that (see `_may_fork`).

    Raises what `work` raises.
    """
    assert parts <= MOST_PARTS
    helpers = min(_processors(), _MOST_PROCESSES, parts) - (not apart)
    if helpers < 1 or not _may_fork():
        return [work(part) for part in range(parts)]
    todo, give = os.pipe()
    os.write(give, bytes(range(parts)))
    os.close(give)
    children = [_start(work, todo) for _ in range(helpers)]
    done: dict[int, Result] = {}
    try:
        while not apart and (number := os.read(todo, 1)):
            done[number[0]] = work(number[0])
        for _, results in children:
            with suppress(EOFError, pickle.UnpicklingError):
                done |= pickle.load(results)
    except BaseException:
        for child, _ in children:
            os.kill(child, signal.SIGTERM)  # nobody waits for what it does any longer
        raise
    finally:
        os.close(todo)
        for child, results in children:
            results.close()  # one that still writes stops here
            os.waitpid(child, 0)
    # what a process didn't hand in is done again here, where its exception is seen
    return [done[part] if part in done else work(part) for part in range(parts)]


def _start(work: Callable[[int], Result], todo: int) -> tuple[int, BinaryIO]:
    """Fork a process that does parts until none is left; return it and where its results come."""
    read, write = os.pipe()
    child = os.fork()
    if child:
        os.close(write)
        return child, os.fdopen(read, "rb")
    # from here on this is the child, which must never go back into the code above
    code = 1
    try:
        for stop in (signal.SIGINT, signal.SIGTERM):
            signal.signal(stop, _stop_once)
        os.close(read)
        done: dict[int, Result] = {}
        while number := os.read(todo, 1):
            done[number[0]] = work(number[0])
        with os.fdopen(write, "wb") as results:
            pickle.dump(done, results, pickle.HIGHEST_PROTOCOL)
        code = 0
    finally:
        os._exit(code)


def _stop_once(number: int, frame: object) -> None:
    """Stop, and take away what is half made undisturbed: Ctrl-C comes from two sides at once."""
    for other in (signal.SIGINT, signal.SIGTERM):
        # not SIG_IGN: of one that has come already Python would then say so
        signal.signal(other, lambda number, frame: None)
    raise SystemExit


def _processors() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _may_fork() -> bool:
    """Say whether a fork is safe: not on Windows, nor beside threads, whose locks it would copy.

    Typst has threads that Python doesn't count; in a copy of a process that has used it, it would
    wait for them for ever.
    """
    alone = threading.active_count() == 1 and "typst" not in sys.modules
    return hasattr(os, "fork") and sys.platform != "darwin" and alone
