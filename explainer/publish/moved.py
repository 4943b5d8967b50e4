"""The pages that lead on from old addresses, laid out for MkDocs."""

from collections.abc import Iterable

import jinja2
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from explainer.pages.environment import ShowPath, TemplateFailedError
from explainer.pages.redirects import Redirect, redirect_page
from explainer.problems import Problem


def add_redirects(
    files: Files,
    redirects: Iterable[Redirect],
    config: MkDocsConfig,
    environment: jinja2.Environment,
    show: ShowPath,
) -> list[Problem]:
    """Give MkDocs the redirect pages: files of HTML, in no navigation, search or sitemap.

    One that fails is left out, and is a problem.
    """
    problems = []
    for redirect in redirects:
        try:
            page = redirect_page(redirect, config.site_url or "", environment, show)
        except TemplateFailedError as failure:
            problems.append(failure.problem)
        else:
            files.append(File.generated(config, redirect.file, content=page))
    return problems
