"""A site's settings as a build would take them up, for commands that build nothing."""

from typing import NamedTuple

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import ConfigurationError

from explainer.publish.config import WrongConfigurationError, load
from explainer.publish.plugin import ExplainerPlugin, plugin_of


class Settled(NamedTuple):
    """The settings, the plugin that has taken them up, and what MkDocs warned of."""

    config: MkDocsConfig
    plugin: ExplainerPlugin
    warnings: tuple[str, ...]


def settled(config_file: str) -> Settled:
    """Load the settings of a site, and let its plugin take them up.

    Raises `WrongConfigurationError` when they cannot be used.
    """
    config, warnings = load(config_file)
    plugin = plugin_of(config)
    try:
        config = plugin.on_config(config)
    except ConfigurationError as error:
        raise WrongConfigurationError(str(error)) from None
    return Settled(config, plugin, warnings)
