"""The smallest site that has a problem, and what `check` says about it."""

from collections.abc import Mapping
from dataclasses import dataclass

import jinja2

from explainer.dates import parse
from explainer.entries.text import SourceFile
from explainer.pages.environment import make_environment, template_problem
from explainer.problems import Problem
from explainer.problems.examples import EXAMPLES, Files
from explainer.publish.generator import check
from explainer.settings import Settings
from explainer.subjects import available

_DAY = parse("2026-01-01").earliest


@dataclass(frozen=True, slots=True)
class ExampleReport:
    """The files of an example, and the problems of the code it is an example of."""

    files: Files
    problems: tuple[Problem, ...]


def example_of(code: str) -> ExampleReport | None:
    """Check the example of a problem code, and return it with what the check says."""
    subjects = tuple(available().values())
    examples: dict[str, Files] = dict(EXAMPLES)
    for subject in subjects:
        examples.update(subject.examples)
    files = examples.get(code)
    if files is None:
        return None
    if any(path.endswith(".html") for path in files):
        return ExampleReport(files, tuple(_template_problems(files)))
    sources = [SourceFile(path, text.encode) for path, text in files.items()]
    found = check(sources, Settings(today=_DAY), subjects, notes=True).problems
    return ExampleReport(files, tuple(problem for problem in found if problem.code == code))


def _template_problems(files: Mapping[str, str]) -> list[Problem]:
    named = {path.removeprefix("templates/"): text for path, text in files.items()}
    environment = make_environment(jinja2.DictLoader(named))
    found: list[Problem] = []
    for name in named:
        try:
            environment.get_template(name)
        except jinja2.TemplateSyntaxError as error:
            found.append(template_problem(error, name, lambda _: None))
    return found
