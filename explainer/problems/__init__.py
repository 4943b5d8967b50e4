"""What every stage returns beside its value: problems, each with its place and its cure."""

from explainer.problems.codes import CODES, Code, Level
from explainer.problems.problem import Place, Problem, error_count, sort_problems

__all__ = ["CODES", "Code", "Level", "Place", "Problem", "error_count", "sort_problems"]
