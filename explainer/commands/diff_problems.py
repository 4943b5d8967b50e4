"""Gather problems that say the same of several places: one removal breaks many links."""

from collections.abc import Iterable
from dataclasses import dataclass

from explainer.problems import Place, Problem

_SHOWN = 3  # places of one group that are named


@dataclass(frozen=True, slots=True)
class ProblemGroup:
    """A problem, and all places that have it."""

    problem: Problem
    places: tuple[Place, ...]

    @property
    def named(self) -> tuple[Place, ...]:
        """The places to name."""
        return self.places[:_SHOWN]

    @property
    def more(self) -> str:
        """Say how many other places there are."""
        number = len(self.places) - len(self.named)
        return f" and {number} more" if number else ""


def problem_groups(problems: Iterable[Problem]) -> tuple[ProblemGroup, ...]:
    """Return the problems by what they say, errors first."""
    found: dict[tuple[str, str, str], list[Problem]] = {}
    for problem in problems:
        found.setdefault((problem.code, problem.message, problem.hint), []).append(problem)
    gathered = (ProblemGroup(some[0], tuple(p.place for p in some)) for some in found.values())
    return tuple(sorted(gathered, key=lambda group: group.problem.level != "error"))
