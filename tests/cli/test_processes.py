"""Work in parts gives the same with a second process and, where a system has no fork, without."""

import os

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
