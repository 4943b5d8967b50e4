"""The JSON Schemas of a site's kinds: under its own settings and subjects, as text or as files."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from explainer.entries.schema import schema_of
from explainer.entries.written import Schema
from explainer.publish.config import load, settings_of, subjects_of
from explainer.publish.plugin import plugin_of
from explainer.subjects import kinds_with


@dataclass(frozen=True, slots=True)
class SchemasWritten:
    """The files that were written, or why not all of them could be."""

    files: tuple[Path, ...]
    failure: str = ""


def schemas_of(config_file: str) -> Mapping[str, Schema]:
    """Return the schema of every kind, by its name.

    Raises `WrongConfigurationError` when the site's `mkdocs.yml` cannot be used.
    """
    config, _ = load(config_file)
    options = plugin_of(config).config
    settings = settings_of(config, options, drafts=False)
    return {kind.name: schema_of(kind, settings) for kind in kinds_with(subjects_of(options))}


def schema_text(schema: Mapping[str, object]) -> str:
    """Write a schema, or several, as JSON."""
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def write_schemas(config_file: str, folder: str) -> SchemasWritten:
    """Write `<kind>.schema.json` for every kind into a folder, which is made if need be."""
    written: list[Path] = []
    for name, schema in schemas_of(config_file).items():
        path = Path(folder) / f"{name}.schema.json"
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(schema_text(schema), encoding="utf-8")
        except OSError as error:
            failure = f"{path} cannot be written: {error.strerror or error}"
            return SchemasWritten(tuple(written), failure)
        written.append(path)
    return SchemasWritten(tuple(written))
