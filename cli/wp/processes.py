"""Work in parts, spread over the processors of the machine: the only door to a second process.

A forked process sees everything that this one has read, so that nothing is sent but results. Where
there is no fork, or one processor, the work is done here alone, with the same results.
"""

import gc
import os
import pickle
import select
import signal
import sys
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from typing import Any, BinaryIO, NoReturn, TypeVar

Result = TypeVar("Result")

MOST_PARTS = 255  # a part's number is one byte, which a pipe hands to one reader
_MOST_PROCESSES = 8


def spread(work: Callable[[int], Result], parts: int, *, apart: bool = False) -> list[Result]:
    """Return `work(0)`, `work(1)` … in order, done by as many processes as there are processors.

    Each takes the next part when it has done one, so that none waits for a slow one. Results must
    be such as can be pickled. `parts` are at most 255. `apart` gives every part a process of its
    own, so that what it loads and holds is gone with it; whatever uses Typst needs that (see
    `_may_fork`).

    Raises what `work` raises.
    """
    assert parts <= MOST_PARTS
    helpers = min(workers(), parts) - (not apart)
    if helpers < 1 or not _may_fork():
        return [work(part) for part in range(parts)]
    gc.freeze()  # a collection would write to what all processes read, and so copy it
    try:
        done = _each_apart(work, parts, helpers) if apart else _shared(work, parts, helpers)
    finally:
        gc.unfreeze()
    # what a process didn't hand in is done again here, where its exception is seen
    return [done[part] if part in done else work(part) for part in range(parts)]


@contextmanager
def begun(work: Callable[[], Result]) -> Iterator[Callable[[], Result]]:
    """Begin work in another process; give what waits for it and returns its result.

    Where there is no fork, or one processor, it is done when it is asked for. Raises what `work`
    raises, then. Whoever leaves without asking ends the work.
    """
    if workers() == 1:
        yield work
        return
    with _Children() as children:
        children.start(lambda: {0: work()})

        def result() -> Result:
            done = children.wait()
            return done[0] if done else work()

        yield result
        children.end()


def workers() -> int:
    """Return how many processes `spread` has at work at a time; 1 where there is no fork."""
    return min(_processors(), _MOST_PROCESSES) if _may_fork() else 1


def _shared(work: Callable[[int], Result], parts: int, helpers: int) -> dict[int, Result]:
    """Return what was done of all parts by this process and its helpers, by the part's number."""
    todo, give = os.pipe()
    os.write(give, bytes(range(parts)))
    os.close(give)

    def job() -> dict[int, Result]:
        done: dict[int, Result] = {}
        while number := os.read(todo, 1):
            done[number[0]] = work(number[0])
        return done

    with _Children() as children:
        try:
            for _ in range(helpers):
                children.start(job)
            done = job()
        finally:
            os.close(todo)
        while children.running:
            done |= children.wait()
    return done


def _each_apart(work: Callable[[int], Result], parts: int, helpers: int) -> dict[int, Result]:
    """Return what was done of all parts, each by a process of its own, by the part's number."""
    done: dict[int, Result] = {}
    with _Children() as children:
        for part in range(parts):
            if len(children.running) == helpers:
                done |= children.wait()
            children.start(partial(_only, work, part))
        while children.running:
            done |= children.wait()
    return done


def _only(work: Callable[[int], Result], part: int) -> dict[int, Result]:
    return {part: work(part)}


class _Children:
    """Forked processes, none of which is left behind."""

    def __init__(self) -> None:
        self.running: dict[BinaryIO, int] = {}

    def __enter__(self) -> "_Children":
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        if kind is not None:
            self.end()
        for results, child in self.running.items():
            results.close()  # one that still writes stops here
            os.waitpid(child, 0)

    def end(self) -> None:
        """Stop what still runs: nobody waits for it any longer."""
        for child in self.running.values():
            os.kill(child, signal.SIGTERM)

    def start(self, job: Callable[[], dict[int, Any]]) -> None:
        """Fork a process that does a job."""
        read, write = os.pipe()
        child = os.fork()
        if not child:
            _do(job, write, (read, *(results.fileno() for results in self.running)))
        os.close(write)
        self.running[os.fdopen(read, "rb")] = child

    def wait(self) -> dict[int, Any]:
        """Return what the process did that is done first, nothing when it failed."""
        first: BinaryIO = select.select(list(self.running), (), ())[0][0]
        done: dict[int, Any] = {}
        with first, suppress(EOFError, pickle.UnpicklingError):
            done = pickle.load(first)
        os.waitpid(self.running.pop(first), 0)
        return done


def _do(job: Callable[[], dict[int, Any]], write: int, others: Iterable[int]) -> NoReturn:
    """Do a job in a forked process, which must never go back into the code that has forked it."""
    code = 1
    try:
        for stop in (signal.SIGINT, signal.SIGTERM):
            signal.signal(stop, _stop_once)
        for other in others:
            os.close(other)
        done = job()
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
