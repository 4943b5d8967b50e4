"""From `mkdocs.yml` to the settings of a site."""

import logging
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml
from markdown.extensions.toc import slugify
from mkdocs.config import load_config
from mkdocs.config.base import Config
from mkdocs.config.config_options import ListOfItems, Optional, Type
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, ConfigurationError

from explainer.entries.near import did_you_mean
from explainer.settings import EVENT_CATEGORIES, Settings
from explainer.subjects import Subject, available

PLUGIN = "explainer"


class WrongConfigurationError(Exception):
    """The site's `mkdocs.yml` cannot be used; the message says why, and what to do."""


class PluginConfig(Config):
    """The options of the plugin in `mkdocs.yml`."""

    subjects = Optional(ListOfItems(Type(str)))
    event_categories = ListOfItems(Type(str), default=list(EVENT_CATEGORIES))
    source_marks = Type(dict, default={})


class _Messages(logging.Handler):
    """Keep what MkDocs logs while it reads a configuration."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(record.getMessage())


def load(config_file: str, **options: Any) -> MkDocsConfig:
    """Load `mkdocs.yml`.

    Raises `WrongConfigurationError` with everything that is wrong with it.
    """
    path = Path(config_file)
    if not path.is_file():
        raise WrongConfigurationError(
            f"there is no {config_file}; go to the folder of your site, or name the file with -f"
        )
    logger, messages = logging.getLogger("mkdocs"), _Messages()
    logger.addHandler(messages)
    propagate, logger.propagate = logger.propagate, False
    try:
        config = load_config(config_file=config_file, **options)
    except Abort:
        raise WrongConfigurationError("; ".join(messages.lines)) from None
    except (ConfigurationError, yaml.YAMLError) as error:
        raise WrongConfigurationError(" ".join(str(error).split())) from None
    finally:
        logger.removeHandler(messages)
        logger.propagate = propagate
    if PLUGIN not in config.plugins:
        raise WrongConfigurationError(
            "the plugin is not switched on; write `plugins: [search, explainer]`"
        )
    return config


def subjects_of(config: PluginConfig) -> tuple[Subject, ...]:
    """Return the subject modules of a site.

    Raises `WrongConfigurationError` for one that does not exist.
    """
    known = available()
    if config.subjects is None:
        return tuple(subject for subject in known.values() if subject.default)
    for name in config.subjects:
        if name not in known:
            near = did_you_mean(name, known)
            hint = f"did you mean {near}?" if near else f"there are: {', '.join(known) or 'none'}"
            raise WrongConfigurationError(f"explainer: there is no subject {name!r}; {hint}")
    return tuple(known[name] for name in dict.fromkeys(config.subjects))


def settings_of(config: MkDocsConfig, options: PluginConfig, *, drafts: bool) -> Settings:
    """Return the settings of a site.

    Raises `WrongConfigurationError` for an option that has the right type but makes no sense.
    """
    for tag, words in options.source_marks.items():
        if not isinstance(tag, str) or not isinstance(words, str):
            raise WrongConfigurationError("explainer: source_marks takes `tag: words` lines")
    if not options.event_categories:
        raise WrongConfigurationError("explainer: event_categories lists no category")
    return Settings(
        site_name=config.site_name,
        docs=_shown_docs(config),
        event_categories=tuple(options.event_categories),
        source_marks=dict(options.source_marks),
        directory_urls=config.use_directory_urls,
        drafts=drafts,
        slugify=_toc_options(config).get("slugify", slugify),
    )


def _shown_docs(config: MkDocsConfig) -> str:
    docs, base = Path(config.docs_dir), site_folder(config)
    return docs.relative_to(base).as_posix() if docs.is_relative_to(base) else docs.as_posix()


def site_folder(config: MkDocsConfig) -> Path:
    """Return the folder of `mkdocs.yml`."""
    return Path(config.config_file_path).resolve().parent


def _toc_options(config: MkDocsConfig) -> Mapping[str, Any]:
    options: Mapping[str, Any] = (config.mdx_configs or {}).get("toc", {})
    return options
