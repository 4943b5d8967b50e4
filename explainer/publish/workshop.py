"""Where a build writes its site: beside the folder that the site is to have, if it may."""

from collections.abc import Iterable
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import ConfigurationError, PluginError

from explainer.publish.output import Output, holds_what_it_is_made_from, was_built


def output_for(config: MkDocsConfig, templates: Iterable[Path]) -> Output:
    """Make room for a new site.

    Raises `ConfigurationError` when it would take the place of what it is made from, and
    `PluginError` when nothing can be written there.
    """
    folder = Path(config.site_dir)
    settings, docs = Path(config.config_file_path), Path(config.docs_dir)
    lost = holds_what_it_is_made_from(folder, (settings, docs, *templates, Path.home()))
    if lost:
        raise ConfigurationError(
            f"the site cannot be written to {folder}: it would take the place of {lost}"
        )
    try:
        if not was_built(folder):
            raise ConfigurationError(
                f"the site cannot be written to {folder}: it has files, and none that a build "
                "wrote; name another folder, or empty this one"
            )
        return Output.beside(folder)
    except OSError as error:
        reason = error.strerror or str(error)
        raise PluginError(f"the site cannot be written to {folder}: {reason}") from None


def put_in_place(output: Output, config: MkDocsConfig) -> None:
    """Put the finished site where it is to be.

    Raises `PluginError` when that cannot be; then the earlier site stays as it was.
    """
    try:
        output.publish()
    except OSError as error:
        reason = error.strerror or str(error)
        raise PluginError(f"the site cannot be put at {output.folder}: {reason}") from None
    config.site_dir = str(output.folder)
