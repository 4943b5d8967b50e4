"""What editors' programs need to know of a site's kinds: JSON Schemas, and a CMS configuration."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import yaml

from explainer.entries.cms import cms_config
from explainer.entries.kinds import Kind
from explainer.entries.schema import schema_of
from explainer.entries.written import Schema
from explainer.publish.config import load, settings_of, subjects_of
from explainer.publish.plugin import plugin_of
from explainer.settings import Settings
from explainer.subjects import kinds_with

_CMS_HEAD = """\
# Collections for Decap CMS and Sveltia CMS, made from the kinds of the site. Write it again when
# they change, and put the place where the files lie under `backend`.
# A claim is edited as the list of its readings: write one that stands short in its file as such a
# list before it is opened there. Names in other scripts cannot be edited there, and stay.
"""


@dataclass(frozen=True, slots=True)
class SchemasWritten:
    """The files that were written, or why not all of them could be."""

    files: tuple[Path, ...]
    failure: str = ""


def schemas_of(config_file: str) -> Mapping[str, Schema]:
    """Return the schema of every kind, by its name.

    Raises `WrongConfigurationError` when the site's `mkdocs.yml` cannot be used.
    """
    kinds, settings = _kinds_and_settings(config_file)
    return {kind.name: schema_of(kind, settings) for kind in kinds}


def cms_text(config_file: str) -> str:
    """Return the configuration of a CMS for the site, as YAML.

    Raises `WrongConfigurationError` when the site's `mkdocs.yml` cannot be used.
    """
    found = cms_config(*_kinds_and_settings(config_file))
    return _CMS_HEAD + yaml.safe_dump(found, allow_unicode=True, sort_keys=False, width=100)


def _kinds_and_settings(config_file: str) -> tuple[tuple[Kind, ...], Settings]:
    config, _ = load(config_file)
    options = plugin_of(config).config
    return kinds_with(subjects_of(options)), settings_of(config, options, drafts=False)


def schema_text(schema: Mapping[str, object]) -> str:
    """Write a schema, or several, as JSON."""
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def write_schemas(config_file: str, folder: str) -> SchemasWritten:
    """Write `<kind>.schema.json` for every kind into a folder, which is made if need be."""
    schemas = schemas_of(config_file)
    return _written({f"{n}.schema.json": schema_text(s) for n, s in schemas.items()}, folder)


def write_cms(config_file: str, folder: str) -> SchemasWritten:
    """Write `config.yml`, as a CMS looks for it, into a folder, which is made if need be."""
    return _written({"config.yml": cms_text(config_file)}, folder)


def _written(files: Mapping[str, str], folder: str) -> SchemasWritten:
    written: list[Path] = []
    for name, text in files.items():
        path = Path(folder) / name
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        except OSError as error:
            failure = f"{path} cannot be written: {error.strerror or error}"
            return SchemasWritten(tuple(written), failure)
        written.append(path)
    return SchemasWritten(tuple(written))
