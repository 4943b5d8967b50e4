"""The options of the plugin: each is told, and what is told of it is so."""

from pathlib import Path

import pytest

from explainer.publish.config import load, settings_of
from explainer.publish.options import TOLD, PluginConfig
from tests.sites import write

NAMES = [name for name, _ in PluginConfig()._schema]


def test_every_option_is_told_and_no_other() -> None:
    """With what it takes, what it says and an example."""
    assert sorted(TOLD) == sorted(NAMES)
    for name, told in TOLD.items():
        assert told.takes, name
        assert told.says, name
        assert told.example, name
        assert told.says[-1] not in ".;,", name


@pytest.mark.parametrize("name", NAMES)
def test_the_example_of_an_option_is_taken(name: str, tmp_path: Path) -> None:
    """As it stands in the settings of a site."""
    settings = f"site_name: S\nplugins:\n  - explainer:\n      {name}: {TOLD[name].example}\n"
    path = write(tmp_path, "mkdocs.yml", settings)
    write(tmp_path, "docs/index.md", "Words.")
    config = load(str(path)).config
    options = config.plugins["explainer"].config
    assert isinstance(options, PluginConfig)
    found = settings_of(config, options, drafts=False)
    if name in ("stale_after", "long_summary", "changes_within", "print_up_to"):
        assert str(getattr(found, name)) == TOLD[name].example
