"""Give MkDocs everything that is made of the whole site beside its pages."""

from collections.abc import Callable

import jinja2
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files

from explainer.pages.environment import ShowPath
from explainer.publish.companions import add_companions
from explainer.publish.generator import Plan
from explainer.publish.print_page import add_print_page
from explainer.publish.social_cards import add_social_cards


def add_whole(
    files: Files,
    config: MkDocsConfig,
    plan: Callable[[], Plan],
    environment: jinja2.Environment,
    show: ShowPath,
) -> None:
    """Add files for other programs, the page for paper, and the pictures of shared pages."""
    add_companions(files, config, plan)
    add_print_page(files, config, plan, environment, show)
    add_social_cards(files, config, plan)
