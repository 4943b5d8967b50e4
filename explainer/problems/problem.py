"""A place in a file, and a problem found there."""

from collections.abc import Container, Iterable
from dataclasses import dataclass

from explainer.problems.codes import CODES, Level
from explainer.problems.words import inert


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A position in a file of the site.

    `path` is relative to the folder of `mkdocs.yml`, with forward slashes;
    `line` and `column` count from 1.
    """

    path: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True)
class Problem:
    """Something an editor should mend: what, where, and how.

    `code` is one of the names in `CODES`; its level follows from it.
    """

    code: str
    place: Place
    message: str
    hint: str = ""

    @property
    def level(self) -> Level:
        """Say whether the problem stops a build."""
        return CODES[self.code].level

    def __str__(self) -> str:
        hint = f" ({self.hint})" if self.hint else ""
        return inert(f"{self.place}: {self.level}: {self.message}{hint} [{self.code}]")


def sort_problems(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Order problems by place, then by code, and drop exact repetitions."""
    return tuple(
        sorted(
            dict.fromkeys(problems),
            key=lambda problem: (problem.place, problem.code, problem.message),
        )
    )


def stopping(
    problems: Iterable[Problem], *, strict: bool, tolerated: Container[str] = ()
) -> list[Problem]:
    """List the problems that stop a build: errors, and when strict the warnings too.

    Warnings with a tolerated code are reported, but stop nothing.
    """
    return [
        problem
        for problem in problems
        if problem.level == "error"
        or (strict and problem.level == "warning" and problem.code not in tolerated)
    ]


def error_count(problems: Iterable[Problem]) -> int:
    """Count the problems that stop a build."""
    return sum(problem.level == "error" for problem in problems)
