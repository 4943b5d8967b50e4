"""The page templates of one site, made ready for a build."""

import jinja2
from mkdocs.config.defaults import MkDocsConfig

from explainer.problems import Problem
from explainer.publish.templates import TemplateFolders
from explainer.publish.theme import THEME
from explainer.words import Words


def page_templates(
    templates: TemplateFolders, words: Words, config: MkDocsConfig
) -> tuple[jinja2.Environment, list[Problem]]:
    """Make the environment of the page templates; return what is wrong with any template, too.

    With it the parts of a page load their style sheets where they begin, or none at all. Those of
    a site itself, named in its settings or in an override of the theme, come after ours, which
    then stay in the head. Another theme has none of ours.
    """
    is_ours = config.theme.name == THEME and templates.theme_is_ours(config.theme.custom_dir)
    environment = templates.environment(words)
    environment.globals["sheets_in_place"] = is_ours and not config.extra_css
    return environment, templates.problems(config.theme.get_env(), words)
