"""Work shared out to other processes: every result once, in order, whatever becomes of a worker."""

import os
import signal

import pytest

from explainer.publish.workers import cores, in_workers

ITEMS = list(range(200))


@pytest.mark.parametrize("jobs", [1, 2, 7])
def test_results_come_in_order_and_each_is_told(jobs: int) -> None:
    told: list[None] = []
    found = in_workers(ITEMS, lambda n: n * n, jobs=jobs, done=lambda: told.append(None))
    assert found == [n * n for n in ITEMS]
    assert len(told) == len(ITEMS)


def test_many_things_are_done_elsewhere_and_few_here() -> None:
    here = os.getpid()
    many = in_workers(ITEMS, lambda _: os.getpid(), jobs=2, done=lambda: None)
    few = in_workers(ITEMS[:10], lambda _: os.getpid(), jobs=2, done=lambda: None)
    assert here not in many
    assert len(set(many)) == 2
    assert set(few) == {here}


def test_what_a_killed_worker_leaves_is_done_here() -> None:
    here = os.getpid()

    def do(number: int) -> tuple[int, bool]:
        if number == 50 and os.getpid() != here:
            os.kill(os.getpid(), signal.SIGKILL)
        return number, os.getpid() == here

    found = in_workers(ITEMS, do, jobs=2, done=lambda: None)
    assert [number for number, _ in found] == ITEMS
    assert found[50] == (50, True)
    assert found[51] == (51, False)


def test_an_error_is_raised_here(capfd: pytest.CaptureFixture[str]) -> None:
    """And a worker that meets it says nothing."""
    with pytest.raises(ZeroDivisionError):
        in_workers(ITEMS, lambda n: 1 / (n - 150), jobs=2, done=lambda: None)
    assert capfd.readouterr() == ("", "")


def test_there_is_a_core() -> None:
    assert cores() >= 1
