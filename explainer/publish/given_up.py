"""Say which page was given up, and have MkDocs give pages up where it renders them itself."""

from collections.abc import Callable, Iterable, Mapping
from functools import partial

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from explainer.entries.entry import DocPath
from explainer.pages.build import PlannedPage
from explainer.problems import Place, Problem
from explainer.publish.patience import GivenUpError, patience
from explainer.settings import Limits


def place_of(page: Page, pages: Mapping[DocPath, PlannedPage]) -> Place:
    """Return where the prose of a page stands, or the page that the site makes by itself."""
    path = DocPath(page.file.src_uri)
    source = pages[path].source if path in pages else None
    return source.place_in_prose(0) if source else Place(path)


def render_patiently(
    page: Page,
    pages: Mapping[DocPath, PlannedPage],
    limits: Limits,
    report: Callable[[Iterable[Problem], MkDocsConfig], None],
) -> None:
    """Have a page rendered within the limits of the site, by whoever asks it to be rendered."""
    render = partial(type(page).render, page)  # however often this was done before

    def within_limits(config: MkDocsConfig, files: Files) -> None:
        try:
            with patience(limits):
                render(config, files)
        except GivenUpError as error:
            page.content = ""
            report([error.problem(place_of(page, pages))], config)

    page.render = within_limits  # type: ignore[method-assign]
