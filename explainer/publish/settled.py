"""A site's settings as a build would take them up, for commands that build nothing."""

from typing import NamedTuple

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import ConfigurationError

from explainer.publish.config import WrongConfigurationError, load
from explainer.publish.plugin import ExplainerPlugin, plugin_of
from explainer.publish.untrusted import Untrusted


class Settled(NamedTuple):
    """The settings, the plugin that has taken them up, and what MkDocs warned of."""

    config: MkDocsConfig
    plugin: ExplainerPlugin
    warnings: tuple[str, ...]


def settled(site: str | Untrusted) -> Settled:
    """Load the settings of a site, perhaps one that is not trusted; let its plugin take them up.

    Raises `WrongConfigurationError` when they cannot be used.
    """
    config, warnings = load(site)
    plugin = plugin_of(config)
    try:
        config = plugin.on_config(config)
    except ConfigurationError as error:
        raise WrongConfigurationError(str(error)) from None
    return Settled(config, plugin, warnings)
