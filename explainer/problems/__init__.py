"""What every stage returns beside its value: problems, each with its place and its cure."""

from explainer.problems.codes import CODES, Code, Level
from explainer.problems.problem import Place, Problem, error_count, sort_problems, stopping
from explainer.problems.words import listed, quoted, visible, with_article

__all__ = [
    "CODES",
    "Code",
    "Level",
    "Place",
    "Problem",
    "error_count",
    "listed",
    "quoted",
    "sort_problems",
    "stopping",
    "visible",
    "with_article",
]
