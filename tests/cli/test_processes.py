"""Work in parts gives the same with a second process and, where a system has no fork, without."""

import os
import signal
import time
from pathlib import Path

import pytest

from wp import processes


def part(number: int) -> int:
    return number * number


def test_without_fork_the_work_is_done_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(processes, "_processors", lambda: 4)
    forked = processes.spread(part, 20)
    monkeypatch.delattr(os, "fork", raising=False)  # as on Windows
    assert processes.spread(part, 20) == forked == [part(number) for number in range(20)]


def test_macos_is_not_forked(monkeypatch: pytest.MonkeyPatch) -> None:
    """Its libraries may have threads of their own, whose locks a forked process never gets back."""
    monkeypatch.setattr(processes, "_processors", lambda: 4)
    monkeypatch.setattr("sys.platform", "darwin")
    monkeypatch.setattr(os, "fork", lambda: pytest.fail("forked"))
    assert processes.spread(part, 3) == [0, 1, 4]


@pytest.fixture
def three(monkeypatch: pytest.MonkeyPatch) -> None:
    """Give this process three processors, and let it fork whatever other tests have loaded."""
    monkeypatch.setattr(processes, "_processors", lambda: 3)
    monkeypatch.setattr(processes, "_may_fork", lambda: True)


@pytest.mark.usefixtures("three")
def test_apart_each_part_has_a_process_of_its_own() -> None:
    done = processes.spread(lambda number: (number, os.getpid()), 7, apart=True)
    assert [number for number, _ in done] == list(range(7))
    assert len({process for _, process in done} | {os.getpid()}) == 8


@pytest.mark.usefixtures("three")
@pytest.mark.parametrize("apart", [False, True])
def test_what_a_process_does_not_hand_in_is_done_here(apart: bool) -> None:
    """One that is killed, as for want of memory, takes no result with it."""
    here = os.getpid()

    def fragile(number: int) -> int:
        if os.getpid() != here and number % 2:
            os.kill(os.getpid(), signal.SIGKILL)
        return number * number

    assert processes.spread(fragile, 20, apart=apart) == [part(number) for number in range(20)]


@pytest.mark.usefixtures("three")
@pytest.mark.parametrize("apart", [False, True])
def test_what_is_raised_comes_out(apart: bool) -> None:
    def failing(number: int) -> int:
        if number == 5:
            raise LookupError(number)
        return number

    with pytest.raises(LookupError, match="5"):
        processes.spread(failing, 20, apart=apart)
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)  # nobody is left behind


@pytest.mark.usefixtures("three")
def test_work_that_is_begun_goes_on_meanwhile(tmp_path: Path) -> None:
    done = tmp_path / "done"

    def work() -> int:
        done.touch()
        return os.getpid()

    with processes.begun(work) as result:
        while not done.exists():
            time.sleep(0.01)
        assert result() != os.getpid()
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)


@pytest.mark.usefixtures("three")
def test_work_that_nobody_asks_for_is_ended() -> None:
    with processes.begun(lambda: time.sleep(600)):
        pass
    with pytest.raises(LookupError), processes.begun(lambda: time.sleep(600)):
        raise LookupError
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)


@pytest.mark.usefixtures("three")
def test_what_begun_work_raises_comes_out() -> None:
    def work() -> int:
        raise LookupError("5")

    with processes.begun(work) as result, pytest.raises(LookupError, match="5"):
        result()


def test_without_fork_begun_work_is_done_when_it_is_asked_for(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("sys.platform", "darwin")
    monkeypatch.setattr(os, "fork", lambda: pytest.fail("forked"))
    asked: list[int] = []
    with processes.begun(lambda: asked.append(os.getpid()) or part(7)) as result:
        assert asked == []
        assert result() == 49
    assert asked == [os.getpid()]
