"""Lay out the pages that lead on from old addresses."""

from collections.abc import Iterable

import jinja2

from explainer.pages.environment import ShowPath, TemplateFailedError
from explainer.pages.redirects import Redirect, redirect_page
from explainer.problems import Problem


def redirect_pages(
    redirects: Iterable[Redirect], site_url: str, environment: jinja2.Environment, show: ShowPath
) -> tuple[dict[str, str], list[Problem]]:
    """Return the redirect pages by file, without those whose template fails, which is reported."""
    pages: dict[str, str] = {}
    problems: list[Problem] = []
    for redirect in redirects:
        try:
            pages[redirect.file] = redirect_page(redirect, site_url, environment, show)
        except TemplateFailedError as failure:
            problems.append(failure.problem)
    return pages, problems
