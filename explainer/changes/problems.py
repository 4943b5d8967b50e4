"""Which problems a change brings, and which it cures."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import TypeAlias

from explainer.problems import Problem

_LINES = re.compile(r"(?<=\.md):[0-9]+(?::[0-9]+)?|(?<=\bline )[0-9]+|(?<=\blines )[0-9]+")
_Key: TypeAlias = tuple[str, str, str]


def problem_changes(
    before: Sequence[Problem], after: Sequence[Problem], moved: Mapping[str, str]
) -> tuple[tuple[Problem, ...], tuple[Problem, ...]]:
    """Return the problems that are new, and those that are gone.

    A problem that only stands in another line is the same, and so is one of a file that has moved:
    `moved` has the new path of such files, by the old one.
    """
    return _beyond(after, before, {}, moved), _beyond(before, after, moved, {})


def _beyond(
    some: Iterable[Problem],
    others: Iterable[Problem],
    moved: Mapping[str, str],
    others_moved: Mapping[str, str],
) -> tuple[Problem, ...]:
    """Return the problems that the others do not have, or not as often."""
    known = Counter(_key(problem, others_moved) for problem in others)
    found = []
    for problem in some:
        key = _key(problem, moved)
        known[key] -= 1
        if known[key] < 0:
            found.append(problem)
    return tuple(found)


def _key(problem: Problem, moved: Mapping[str, str]) -> _Key:
    path = moved.get(problem.place.path, problem.place.path)
    return problem.code, path, _LINES.sub("", problem.message)
