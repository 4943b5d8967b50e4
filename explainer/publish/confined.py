"""Render the theme of a site that is not trusted in Jinja's sandbox."""

import jinja2
from jinja2.sandbox import ImmutableSandboxedEnvironment
from mkdocs import localization
from mkdocs.theme import Theme
from mkdocs.utils import templates


def confine(theme: Theme) -> None:
    """Have MkDocs get a sandbox from a theme, made as it makes its own environment."""

    def get_env() -> jinja2.Environment:
        loader = jinja2.FileSystemLoader(theme.dirs)
        made = ImmutableSandboxedEnvironment(loader=loader, auto_reload=False)
        made.filters["url"] = templates.url_filter
        made.filters["script_tag"] = templates.script_tag_filter
        localization.install_translations(made, theme.locale, theme.dirs)
        return made

    theme.get_env = get_env  # type: ignore[method-assign]
