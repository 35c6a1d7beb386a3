"""One whole process measured: how long it takes, and how much memory."""

import os
import signal
import subprocess
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Measured:
    """What one run took.

    `seconds` are those of the clock on the wall, from start to end of the process. `largest` is the
    greatest resident set of one process among it and its children, in MiB, as the kernel keeps it.
    `code` is None when the run was ended because it took longer than was allowed. `processors` are
    the seconds that processors worked for it and its children.
    """

    seconds: float
    largest: float
    code: int | None
    processors: float


def run(
    command: Sequence[str], folder: Path, environment: Mapping[str, str], limit: float
) -> Measured:
    """Run a command to its end, or for `limit` seconds; what it prints goes nowhere."""
    with _started(command, folder, environment) as process:
        begun = time.perf_counter()
        pid, status, usage = 0, 0, None
        # wait4 gives the child's own figures; a timer ends one that takes too long
        previous = signal.signal(signal.SIGALRM, lambda *_: _end(process))
        signal.setitimer(signal.ITIMER_REAL, limit)
        try:
            pid, status, usage = os.wait4(process.pid, 0)
        finally:
            signal.setitimer(signal.ITIMER_REAL, 0)
            signal.signal(signal.SIGALRM, previous)
        seconds = time.perf_counter() - begun
        assert pid == process.pid
        process.returncode = os.waitstatus_to_exitcode(status)
    code = None if seconds >= limit else process.returncode
    return Measured(seconds, usage.ru_maxrss / 1024, code, usage.ru_utime + usage.ru_stime)


def memory_together(
    command: Sequence[str], folder: Path, environment: Mapping[str, str], limit: float
) -> float | None:
    """Return the most that a command and its children hold at one time, in MiB.

    It is the sum of their proportional set sizes, in which memory that several share counts once,
    looked at every 20 ms in a run that isn't timed. None where the kernel doesn't tell.
    """
    most = 0
    begun = time.perf_counter()
    with _started(command, folder, environment) as process:
        while process.poll() is None:
            if time.perf_counter() - begun > limit:
                _end(process)
            most = max(most, sum(_proportional(pid) for pid in session(process.pid)))
            time.sleep(0.02)
    return most / 1024 if most else None


def _started(
    command: Sequence[str], folder: Path, environment: Mapping[str, str]
) -> "subprocess.Popen[bytes]":
    nothing = subprocess.DEVNULL
    return subprocess.Popen(
        command, cwd=folder, env=environment, stdin=nothing, stdout=nothing, stderr=nothing,
        start_new_session=True,
    )  # fmt: skip


def _end(process: "subprocess.Popen[bytes]") -> None:
    """End a process and its children, which are a session of their own."""
    try:
        os.killpg(process.pid, signal.SIGKILL)
    except ProcessLookupError:
        return


def session(leader: int) -> list[int]:
    """Return the processes of a session."""
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            fields = (folder / "stat").read_text(encoding="utf-8").rpartition(")")[2]
        except OSError:  # it has ended meanwhile
            continue
        if int(fields.split()[3]) == leader:
            found.append(int(folder.name))
    return found


def _proportional(pid: int) -> int:
    """Return a process's proportional set size in KiB."""
    try:
        text = Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="utf-8")
    except OSError:
        return 0
    line = next((line for line in text.splitlines() if line.startswith("Pss:")), "Pss: 0 kB")
    return int(line.split()[1])
