"""From `mkdocs.yml` to the settings of a site."""

import logging
import os
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, fields
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, NamedTuple

import yaml
from markdown.extensions.toc import slugify
from mkdocs.config import load_config
from mkdocs.config.base import Config, ConfigErrors, ConfigWarnings, ValidationError
from mkdocs.config.config_options import ListOfItems, Optional, Type
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, ConfigurationError

from explainer.entries.formats import FORMAT, UNSAID
from explainer.entries.near import did_you_mean
from explainer.problems import CODES
from explainer.settings import EVENT_CATEGORIES, Licence, Settings
from explainer.subjects import Subject, available

PLUGIN = "explainer"


class WrongConfigurationError(Exception):
    """The site's `mkdocs.yml` cannot be used; the message says why, and what to do."""


class PluginConfig(Config):
    """The options of the plugin in `mkdocs.yml`."""

    subjects = Optional(ListOfItems(Type(str)))
    format = Type(int, default=UNSAID)
    event_categories = ListOfItems(Type(str), default=list(EVENT_CATEGORIES))
    source_marks = Type(dict, default={})
    stale_after = Type(int, default=Settings().stale_after)
    long_summary = Type(int, default=Settings().long_summary)
    history = Type(bool, default=True)
    changes_within = Type(int, default=Settings().changes_within)
    tolerated_warnings = ListOfItems(Type(str), default=[])
    licence = Type(dict, default={})
    data_files = Type(bool, default=True)
    social_cards = Type(bool, default=True)
    print_up_to = Type(int, default=Settings().print_up_to)

    def validate(self) -> tuple[ConfigErrors, ConfigWarnings]:
        """Refuse options that do not exist; MkDocs would warn and go on without them."""
        known = [name for name, _ in self._schema]
        errors, warnings = super().validate()
        for name in [name for name in self if name not in known]:
            near = did_you_mean(str(name), known)
            hint = f"did you mean {near}?" if near else "there are: " + ", ".join(known)
            errors.append((str(name), ValidationError(f"there is no such option; {hint}")))
        return errors, [(name, words) for name, words in warnings if name in known]


class Loaded(NamedTuple):
    """A configuration, and the warnings of MkDocs about it."""

    config: MkDocsConfig
    warnings: tuple[str, ...]


class Messages(logging.Handler):
    """Keep the warnings of MkDocs and its plugins; ours are problems and told as such."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep one message."""
        if not record.name.endswith(f".{PLUGIN}"):
            words = " ".join(record.getMessage().split())
            self.lines.append(f"{record.levelname.lower()}: {words}")


@contextmanager
def quiet_mkdocs() -> Iterator[Messages]:
    """Gather what MkDocs logs instead of printing it."""
    logger, messages = logging.getLogger("mkdocs"), Messages()
    propagate, logger.propagate = logger.propagate, False
    logger.addHandler(messages)
    try:
        yield messages
    finally:
        logger.removeHandler(messages)
        logger.propagate = propagate


def load(config_file: str, **options: Any) -> Loaded:
    """Load `mkdocs.yml` of a site whose entries this program can read.

    Raises `WrongConfigurationError` with everything that is wrong with it.
    """
    found = load_any_format(config_file, **options)
    refuse_other_format(found.config.plugins[PLUGIN].config.format)
    return found


def load_any_format(config_file: str, **options: Any) -> Loaded:
    """Load `mkdocs.yml`, whatever format the entries are written in.

    Raises `WrongConfigurationError` with everything that is wrong with it.
    """
    path = Path(config_file)
    if not path.exists():
        raise WrongConfigurationError(
            f"there is no {config_file}; go to the folder of your site, or name the file with -f"
        )
    with quiet_mkdocs() as messages:
        try:
            config = load_config(config_file=config_file, **options)
        except Abort:
            words = (line.partition(": ")[2] for line in messages.lines)
            raise WrongConfigurationError("; ".join(words)) from None
        except (ConfigurationError, yaml.YAMLError) as error:
            raise WrongConfigurationError(" ".join(str(error).split())) from None
        except OSError as error:
            reason = (error.strerror or str(error)).lower()
            raise WrongConfigurationError(f"{config_file} cannot be read: {reason}") from None
    if PLUGIN not in config.plugins:
        raise WrongConfigurationError(
            "the plugin is not switched on; write `plugins: [search, explainer]`"
        )
    if f"{PLUGIN} #2" in config.plugins:
        raise WrongConfigurationError(f"the plugin {PLUGIN} is switched on twice; delete one line")
    return Loaded(config, tuple(messages.lines))


def refuse_other_format(version: int) -> None:
    """Refuse a site whose entries are written in another format than this program reads.

    Raises `WrongConfigurationError`.
    """
    if isinstance(version, bool) or version < 0:
        raise WrongConfigurationError(f"{PLUGIN}: format is a number, such as {FORMAT}")
    if version > FORMAT:
        raise WrongConfigurationError(
            f"this site is written for format {version} of entries, and this program knows "
            f"{FORMAT}: update the program"
        )
    if version < FORMAT:
        raise WrongConfigurationError(
            f"this site is written for format {version} of entries, and this program reads "
            f"{FORMAT}: run `python build.py migrate` (or `{PLUGIN} migrate`), which changes the "
            "files and nothing else"
        )


def loaded_again(config: MkDocsConfig, *, theme: str) -> MkDocsConfig:
    """Load a configuration again, with a theme."""
    options = {
        "site_dir": config.site_dir,
        "site_url": config.site_url,
        "strict": config.strict,
        "use_directory_urls": config.use_directory_urls,
    }
    return load(config.config_file_path, theme={"name": theme}, **options).config


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
    refuse_other_format(options.format)
    for tag, words in options.source_marks.items():
        if not isinstance(tag, str) or not isinstance(words, str):
            raise WrongConfigurationError("explainer: source_marks takes `tag: words` lines")
    for name in ("stale_after", "long_summary", "changes_within"):
        if options[name] < 1:
            raise WrongConfigurationError(f"explainer: {name} is at least 1")
    for code in options.tolerated_warnings:
        if code not in CODES or CODES[code].level != "warning":
            near = did_you_mean(code, [name for name in CODES if CODES[name].level == "warning"])
            hint = f"did you mean {near}?" if near else "errors cannot be tolerated"
            raise WrongConfigurationError(f"explainer: {code!r} is no code of a warning; {hint}")
    if not options.event_categories:
        raise WrongConfigurationError("explainer: event_categories lists no category")
    return Settings(
        name=config.site_name,
        description=config.site_description or "",
        url=config.site_url or "",
        language=str(config.theme.get("language") or "en"),
        data_files=options.data_files,
        social_cards=options.social_cards,
        print_up_to=options.print_up_to,
        docs=shown_docs(config),
        event_categories=tuple(options.event_categories),
        source_marks=dict(options.source_marks),
        directory_urls=config.use_directory_urls,
        drafts=drafts,
        today=_build_day().toordinal(),
        stale_after=options.stale_after,
        long_summary=options.long_summary,
        changes_within=options.changes_within,
        feeds=bool(config.site_url),
        repository=config.repo_url or "",
        tolerated=frozenset(options.tolerated_warnings),
        licence=_licence(options.licence),
        slugify=_slugify(config),
    )


def _licence(written: Mapping[Any, Any]) -> Licence | None:
    names = [field.name for field in fields(Licence)]
    is_text = all(isinstance(value, str) for value in written.values())
    if written and not ("name" in written and set(written) <= set(names) and is_text):
        raise WrongConfigurationError(
            "explainer: licence takes the lines `name: CC-BY-4.0`, `title: ...`, `url: https://...`"
        )
    url = written.get("url", "")
    if url and not url.startswith("https://"):
        raise WrongConfigurationError("explainer: the url of the licence must begin with https://")
    return Licence(**written) if written else None


def _build_day() -> date:
    """Return the day of the build in UTC; SOURCE_DATE_EPOCH, in seconds, stands for it if set.

    See https://reproducible-builds.org/specs/source-date-epoch/.
    """
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    try:
        return datetime.fromtimestamp(int(epoch) if epoch else time.time(), tz=UTC).date()
    except (ValueError, OverflowError, OSError):
        raise WrongConfigurationError(
            f"SOURCE_DATE_EPOCH is {epoch!r}; it must be a number of seconds"
        ) from None


def shown_docs(config: MkDocsConfig) -> str:
    """Return the content folder as problems name it."""
    docs, base = Path(config.docs_dir), site_folder(config)
    return docs.relative_to(base).as_posix() if docs.is_relative_to(base) else docs.as_posix()


def site_folder(config: MkDocsConfig) -> Path:
    """Return the folder of `mkdocs.yml`."""
    return Path(config.config_file_path).resolve().parent


@dataclass(frozen=True, slots=True)
class _Slugify:
    """Make anchors as the `toc` extension does, with the separator of the site."""

    make: Callable[[str, str], str]
    separator: str

    def __call__(self, words: str, _: str) -> str:
        return self.make(words, self.separator)


def _slugify(config: MkDocsConfig) -> Callable[[str, str], str]:
    """Return how the `toc` extension of the site makes anchors, its own separator bound."""
    options: Mapping[str, Any] = (config.mdx_configs or {}).get("toc", {})
    return _Slugify(options.get("slugify", slugify), options.get("separator", "-"))
