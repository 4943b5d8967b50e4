"""From `mkdocs.yml` to the settings of a site."""

import logging
import os
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, fields
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, Literal, NamedTuple, TypeAlias

import yaml
from markdown.extensions.toc import slugify
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, ConfigurationError

from explainer.entries.near import did_you_mean
from explainer.problems import CODES
from explainer.publish.format import refuse_other_format
from explainer.publish.languages import NoWordsError, check_theme, words_of
from explainer.publish.options import PluginConfig
from explainer.publish.templates import keep_compiled, template_names
from explainer.publish.untrusted import Untrusted
from explainer.publish.written_kinds import written_kinds
from explainer.publish.wrong import WrongConfigurationError
from explainer.settings import Licence, Limits, Settings
from explainer.subjects import Subject, available
from explainer.subjects.own import own_subject
from explainer.words import Words

__all__ = ["PLUGIN", "WrongConfigurationError", "load", "settings_of", "site_folder", "subjects_of"]

PLUGIN = "explainer"
_UNTRUSTED = "untrusted"


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


def load(site: str | Untrusted, **options: Any) -> Loaded:
    """Load `mkdocs.yml` of a site whose entries this program can read.

    Of a site that is not trusted it loads what does no harm. Raises `WrongConfigurationError` with
    everything that is wrong with it.
    """
    found = load_any_format(site, **options)
    refuse_other_format(found.config.plugins[PLUGIN].config.format)
    return found


def load_any_format(site: str | Untrusted, **options: Any) -> Loaded:
    """Load `mkdocs.yml`, whatever format the entries are written in.

    Raises `WrongConfigurationError` with everything that is wrong with it.
    """
    untrusted = site if isinstance(site, Untrusted) else None
    config_file = str(site.config_file) if isinstance(site, Untrusted) else site
    path = Path(config_file)
    if not path.exists():
        raise WrongConfigurationError(
            f"there is no {config_file}; go to the folder of your site, or name the file with -f"
        )
    with quiet_mkdocs() as messages:
        try:
            given = untrusted.settings() if untrusted else config_file
            config = load_config(
                config_file=given, config_file_path=str(path.absolute()), **options
            )
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
    setattr(config.plugins[PLUGIN], _UNTRUSTED, untrusted)
    if not _others_change_templates(config):
        keep_compiled(config.theme)
    notes = untrusted.notes if untrusted else ()
    return Loaded(config, (*notes, *messages.lines))


def _others_change_templates(config: MkDocsConfig) -> bool:
    """Say whether a hook or another plugin takes part in the environment of the theme's templates.

    What it does there may be compiled into them.
    """
    own = config.plugins[PLUGIN]
    return any(getattr(one, "__self__", None) is not own for one in config.plugins.events["env"])


def untrusted_of(config: MkDocsConfig) -> Untrusted | None:
    """Return what is known of a site that is not trusted; None for all others."""
    found: Untrusted | None = getattr(config.plugins.get(PLUGIN), _UNTRUSTED, None)
    return found


Command: TypeAlias = Literal["build", "gh-deploy", "serve"]
"""What MkDocs is asked to do."""


def loaded_again(config: MkDocsConfig, *, theme: str, command: Command) -> MkDocsConfig:
    """Load a configuration again, with a theme under which MkDocs takes other plugins."""
    options = {
        "site_dir": config.site_dir,
        "site_url": config.site_url,
        "strict": config.strict,
        "use_directory_urls": config.use_directory_urls,
    }
    dressed = load(config.config_file_path, theme={"name": theme}, **options).config
    dressed.plugins.on_startup(command=command, dirty=False)
    changed = dressed.plugins.on_config(dressed)
    assert isinstance(changed, MkDocsConfig)
    return changed


def subjects_of(config: PluginConfig) -> tuple[Subject, ...]:
    """Return the subject modules of a site, and what it adds by itself as another one.

    Raises `WrongConfigurationError` for one that does not exist, or definitions of kinds that
    cannot be used.
    """
    chosen = _modules(config)
    if not config.kinds:
        return chosen
    written = written_kinds(config.kinds, config.config_file_path)
    subject, faults = own_subject(written.kinds, chosen, template_names(chosen))
    if subject is None or written.faults:
        raise WrongConfigurationError(written.told(faults))
    return (*chosen, subject)


def _modules(config: PluginConfig) -> tuple[Subject, ...]:
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
        words=_words(config, options),
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
        limits=limits_of(options),
    )


def _words(config: MkDocsConfig, options: PluginConfig) -> Words:
    language, site = str(config.theme.get("language") or "en"), site_folder(config)
    try:
        untrusted = untrusted_of(config)
        is_taken = untrusted is None or untrusted.has_words
        words = words_of(language, subjects_of(options), site, own_too=is_taken)
        if config.theme.name == "material":
            check_theme(config.theme, language, site)
    except NoWordsError as error:
        raise WrongConfigurationError(str(error)) from None
    return words


def limits_of(options: PluginConfig) -> Limits:
    """Return the limits of a site.

    Raises `WrongConfigurationError` for one that does not exist, or is no number.
    """
    written: Mapping[Any, Any] = options.limits
    known = [field.name for field in fields(Limits)]
    for name, value in written.items():
        if name not in known:
            near = did_you_mean(str(name), known)
            hint = f"did you mean {near}?" if near else f"there are: {', '.join(known)}"
            raise WrongConfigurationError(f"explainer: limits has no {name!r}; {hint}")
        if not isinstance(value, int) or isinstance(value, bool) or value < 1:
            raise WrongConfigurationError(f"explainer: limits: {name} is a number from 1")
    return Limits(**written)


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
    """Return the content folder as problems name it: from the folder of the site."""
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
