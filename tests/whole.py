"""Whole sites in memory, built to their pages; errors in them stop a test, warnings do not."""

import re
from collections.abc import Iterator, Mapping
from functools import cache

import jinja2
import markdown

from explainer.pages.build import BuiltPage
from explainer.pages.environment import make_environment, render
from explainer.problems import Problem
from explainer.publish.generator import pages_of
from explainer.publish.templates import generator_templates
from explainer.settings import Settings
from explainer.site.backlinks import Backlinks, turn_around
from explainer.site.resolve import Site
from explainer.words import ENGLISH_WORDS, Words
from tests.archive import checked, default_subjects

EXTENSIONS = ["tables", "toc", "fenced_code", "attr_list", "footnotes", "md_in_html"]


def site_of(archive: str, settings: Settings | None = None) -> Site:
    """Return a site that has no errors."""
    found = checked(archive, settings)
    errors = [problem for problem in found.problems if problem.level == "error"]
    assert not errors, errors
    return found.site


def backlinks_of(archive: str) -> Backlinks:
    """Turn the links of a site around."""
    return turn_around(site_of(archive))


def built(archive: str, settings: Settings | None = None) -> Mapping[str, BuiltPage]:
    """Build the pages of a site that has no errors."""
    site = site_of(archive, settings)
    return {str(path): page for path, page in pages_of(site, default_subjects()).items()}


class Later(Mapping[str, BuiltPage]):
    """The pages of a site that has no errors, built when a test first looks at them.

    For modules: what they build at once is built by every process that only lists the tests.
    """

    def __init__(self, archive: str, settings: Settings | None = None) -> None:
        self._pages = cache(lambda: built(archive, settings))

    def __getitem__(self, path: str) -> BuiltPage:
        """Return a page."""
        return self._pages()[path]

    def __iter__(self) -> Iterator[str]:
        """Yield the paths of the pages."""
        return iter(self._pages())

    def __len__(self) -> int:
        """Count the pages."""
        return len(self._pages())


def faults(archive: str, *codes: str, path: str = "") -> list[Problem]:
    """List the problems of some codes, those of one file or of all."""
    return [
        problem
        for problem in checked(archive).problems
        if problem.code in codes and problem.place.path.endswith(path)
    ]


def laid_out(page: BuiltPage, words: Words = ENGLISH_WORDS) -> str:
    """Return a page as HTML in a language, before the theme."""
    prose = markdown.markdown(page.markdown, extensions=EXTENSIONS)
    return render(page, prose, _environment(words), lambda _: None)


@cache
def _environment(words: Words) -> jinja2.Environment:
    """Make the environment of the page templates, which are compiled once for all tests."""
    folders = [generator_templates(), *(subject.templates for subject in default_subjects())]
    return make_environment(jinja2.FileSystemLoader([str(folder) for folder in folders]), words)


def tidy(html: str) -> str:
    """Take out the blanks at the ends of lines, and blank lines."""
    return re.sub(r"[ \t]*\n\s*\n*", "\n", html).strip() + "\n"
