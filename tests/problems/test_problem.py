"""Problems: how they read, and the order in which they are told."""

from itertools import permutations

import pytest

from explainer.problems import Place, Problem, error_count, sort_problems

ERROR = Problem("bad-date", Place("docs/b.md", 3, 7), "born: x is not a date", "write 1961")
WARNING = Problem("stale", Place("docs/b.md", 10, 1), "reviewed long ago")


def test_a_place_counts_from_1_and_reads_as_editors_open_it() -> None:
    """Path, line and column, as terminals and editors link them."""
    assert str(Place("docs/people/ada.md")) == "docs/people/ada.md:1:1"
    assert str(Place("docs/people/ada.md", 3, 7)) == "docs/people/ada.md:3:7"


def test_a_problem_reads_as_one_line() -> None:
    """Place, level, message, hint and code; no empty brackets where there is no hint."""
    assert str(ERROR) == "docs/b.md:3:7: error: born: x is not a date (write 1961) [bad-date]"
    assert str(WARNING) == "docs/b.md:10:1: warning: reviewed long ago [stale]"


ORDERED = (
    Problem("bad-id", Place("a.md"), "x"),
    Problem("bad-id", Place("b.md", 2, 9), "x"),
    Problem("bad-date", Place("b.md", 10, 1), "y"),
    Problem("bad-id", Place("b.md", 10, 1), "x"),
    Problem("bad-id", Place("b.md", 10, 1), "z"),
    Problem("bad-id", Place("b.md", 10, 2), "x"),
)


@pytest.mark.parametrize("start", range(0, 720, 97))
def test_problems_are_told_in_the_order_of_their_places(start: int) -> None:
    """By path, line and column as numbers, then code and message, however they come in."""
    mixed = list(permutations(ORDERED))[start]
    assert sort_problems(mixed) == ORDERED


def test_a_problem_is_told_once() -> None:
    """Two stages may find the same; what differs in the hint alone is kept."""
    other = Problem(ERROR.code, ERROR.place, ERROR.message, "another hint")
    assert sort_problems([ERROR, WARNING, ERROR]) == (ERROR, WARNING)
    assert len(sort_problems([ERROR, other])) == 2


def test_errors_are_counted_without_warnings() -> None:
    """Only errors stop a build."""
    assert error_count([]) == 0
    assert error_count([ERROR, WARNING, ERROR]) == 2
