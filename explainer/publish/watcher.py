"""Who is told how a build goes."""

import logging
from collections.abc import Callable, Container, Sequence
from dataclasses import dataclass

from mkdocs.utils import CountHandler

from explainer.problems import Problem
from explainer.publish.config import PLUGIN

log = logging.getLogger(f"mkdocs.plugins.{PLUGIN}")


@dataclass(frozen=True, slots=True)
class Watcher:
    """Who is told how a build goes.

    `problems` gets the problems, and the number of entries, after the check and again for what
    only the making of pages brings to light; `page` is called for every page that is rendered,
    with its number and the number of all.
    """

    problems: Callable[[Sequence[Problem], int], None]
    page: Callable[[int, int], None]


def mkdocs_log(tolerated: Container[str]) -> Watcher:
    """Make the watcher for `mkdocs build`, where problems go to the log of MkDocs.

    A strict build counts what is logged as a warning; what is tolerated is only told.
    """

    def log_problems(problems: Sequence[Problem], _: int) -> None:
        for problem in problems:
            level = logging.ERROR if problem.level == "error" else logging.WARNING
            log.log(logging.INFO if problem.code in tolerated else level, "%s", problem)

    return Watcher(log_problems, silent)


def silent(done: int, total: int) -> None:
    """Say nothing of pages: MkDocs has no progress display, and serving has no last page."""


def mkdocs_warned() -> bool:
    """Say whether MkDocs has counted a warning, which it does in strict builds only."""
    counters = (h for h in logging.getLogger("mkdocs").handlers if isinstance(h, CountHandler))
    return any(counter.get_counts() for counter in counters)
