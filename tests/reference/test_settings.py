"""The page on settings: what the code reads, and nothing else."""

import ast
import re
from collections.abc import Iterator, Mapping
from dataclasses import fields
from pathlib import Path

import pytest
import yaml
from mkdocs.config.defaults import MkDocsConfig

from explainer.publish.options import PluginConfig
from explainer.settings import Licence, Limits
from explainer.subjects import available
from tests.reference.reading import names, table
from tests.sites import REPOSITORY, run, write
from tools.reference.settings import OF_BUILDS, OF_MKDOCS, OF_WORKFLOWS

PAGE = "reference/settings.md"
SITES = [REPOSITORY / "mkdocs.yml", *sorted(REPOSITORY.glob("examples/*/mkdocs.yml"))]
STARTER = REPOSITORY / "explainer/publish/starter/mkdocs.yml"
# What the code hands on to the programs that it starts, and what rich reads by itself.
HANDED_ON, OF_OTHERS = {"PYTHONPATH"}, {"NO_COLOR"}
VARIABLE = re.compile(r"[A-Z][A-Z_]{3,}")


def test_every_option_limit_and_line_of_a_licence_is_told(reference: Mapping[str, str]) -> None:
    """And nothing that there is not."""
    page = reference[PAGE]
    options = [name for name, _ in PluginConfig()._schema]
    assert sorted(names(table(page, "Options of the plugin", "setting"))) == sorted(options)
    limits = {f.name: f"{f.default:,}" for f in fields(Limits)}
    rows = table(page, "Limits", "in `limits`")
    assert dict(zip(names(rows), [row[2] for row in rows], strict=True)) == limits
    assert names(table(page, "Licence", "in `licence`")) == [f.name for f in fields(Licence)]


def test_the_subjects_of_a_site_that_names_none_are_told(reference: Mapping[str, str]) -> None:
    """Which are those that say so themselves."""
    (row,) = [
        row
        for row in table(reference[PAGE], "Options of the plugin", "setting")
        if row[0] == "`subjects`"
    ]
    assert row[2] == ", ".join(f"`{n}`" for n, subject in available().items() if subject.default)


def test_the_settings_of_mkdocs_exist_and_matter(reference: Mapping[str, str]) -> None:
    """MkDocs has them, and the code looks at each."""
    told = names(table(reference[PAGE], "Settings of MkDocs", "setting"))
    assert told == list(OF_MKDOCS)
    assert set(told) <= {name for name, _ in MkDocsConfig()._schema}
    assert set(told) - set(read_from_the_config()) == set()


@pytest.mark.parametrize("path", SITES, ids=[path.parent.name for path in SITES])
def test_the_sites_of_this_repository_use_what_is_told(path: Path) -> None:
    """Every setting in their `mkdocs.yml`, and every option of the plugin."""
    lines = path.read_text("utf-8").splitlines()
    top = {line.partition(":")[0] for line in lines if re.match(r"\w+:", line)}
    assert top <= set(OF_MKDOCS)
    loaded = yaml.load("\n".join(lines).replace("!ENV ", ""), yaml.BaseLoader)
    (ours,) = [plugin["explainer"] for plugin in loaded["plugins"] if "explainer" in plugin]
    assert set(ours) <= {name for name, _ in PluginConfig()._schema}


def modules() -> list[Path]:
    """Return the modules of the program."""
    return sorted((REPOSITORY / "explainer").rglob("*.py"))


def read_from_the_config() -> Iterator[str]:
    """Yield the names of what the code looks up in the settings."""
    for path in modules():
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Attribute) and ast.unparse(node.value).endswith("config"):
                yield node.attr


def read_from_the_environment() -> Iterator[str]:
    """Yield the names of the variables that the code asks for, and those of `!ENV`."""
    for path in modules():
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            asks = isinstance(node, ast.Call) and ast.unparse(node.func).endswith(
                ("environ.get", "variables.get", "_required", "getenv")
            )
            looks = isinstance(node, ast.Subscript) and ast.unparse(node.value).endswith("environ")
            found = node.args[:1] if asks and isinstance(node, ast.Call) else []
            found = [node.slice] if looks and isinstance(node, ast.Subscript) else found
            for part in found:
                if isinstance(part, ast.Constant) and VARIABLE.fullmatch(str(part.value)):
                    yield str(part.value)
    for path in [*SITES, STARTER]:
        yield from re.findall(r"!ENV \[(\w+)", path.read_text("utf-8"))


def test_every_variable_of_the_environment_is_told(reference: Mapping[str, str]) -> None:
    """Those that the code asks for, in both tables together."""
    told = {*OF_BUILDS, *OF_WORKFLOWS}
    assert told == {*read_from_the_environment()} - HANDED_ON | OF_OTHERS
    for name in told:
        assert f"| `{name}` |" in reference[PAGE]


def test_the_smallest_settings_make_a_site(reference: Mapping[str, str], tmp_path: Path) -> None:
    """The first example of the page, as it stands."""
    example = re.search(r"```yaml\n(.*?)```", reference[PAGE], re.DOTALL)
    assert example
    write(tmp_path, "mkdocs.yml", example[1])
    write(tmp_path, "docs/index.md", "# Bridges\n")
    assert run("check", "--strict", cwd=tmp_path).status == 0
