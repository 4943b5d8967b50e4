"""The smallest site that has a problem, and what `check` says about it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

import jinja2
import yaml

from explainer.dates import parse
from explainer.entries.text import SourceFile
from explainer.pages.environment import make_environment, template_problem
from explainer.problems import Problem
from explainer.problems.examples import BEFORE, EXAMPLES, ODD, Files
from explainer.publish.generator import check
from explainer.publish.languages import missing_texts
from explainer.publish.tree import Tree
from explainer.settings import Limits, Settings
from explainer.site.moves import Revision, missing_redirects
from explainer.subjects import available
from explainer.words import read_catalogue

_DAY = parse("2026-01-01").earliest


@dataclass(frozen=True, slots=True)
class ExampleReport:
    """The files of an example, and the problems of the code it is an example of.

    `before` are the files at the base, where the problem is one of what changed since then.
    """

    files: Files
    problems: tuple[Problem, ...]
    before: Files = field(default_factory=dict)


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
    catalogues = {path: text for path, text in files.items() if path.endswith(".po")}
    if catalogues:
        read = ((path, read_catalogue(text.encode())) for path, text in catalogues.items())
        lacking = (missing_texts(catalogue, path, subjects) for path, catalogue in read)
        return ExampleReport(files, tuple(problem for found in lacking for problem in found))
    before = BEFORE.get(code, {})
    settings = Settings(today=_DAY, limits=_limits(files.get("mkdocs.yml", "")))
    checked = check(_sources(files), settings, subjects, notes=True)
    moved = missing_redirects(Revision("main", _sources(before)), _sources(files), checked.site)
    odd = Tree(dict(ODD.get(code, {}))).problems("docs")
    found = tuple(p for p in (*checked.problems, *moved, *odd) if p.code == code)
    return ExampleReport(files, found, before)


def _sources(files: Files) -> tuple[SourceFile, ...]:
    contents = ((path, text) for path, text in files.items() if path.endswith(".md"))
    return tuple(SourceFile(path, text.encode) for path, text in contents)


def _limits(settings: str) -> Limits:
    """Return the limits that the example sets."""
    if not settings:
        return Limits()
    (plugin,) = yaml.safe_load(settings)["plugins"]
    return Limits(**plugin["explainer"]["limits"])


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
