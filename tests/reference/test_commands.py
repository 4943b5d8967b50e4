"""The page on commands, held against what the command line itself prints."""

import re
import shlex
from collections.abc import Iterator, Mapping
from pathlib import Path

import click
import pytest

from explainer.commands.ci import ci as steps
from explainer.commands.main import cli
from tests.reference.reading import headings, tables_in
from tests.sites import run
from tools.reference.commands import EXAMPLES, PROGRAM

PAGE = "reference/commands.md"
COMMANDS = [name for name in cli.commands if name != "ci"]
STEPS = [f"ci {name}" for name in steps.commands]
OPTION = re.compile(r"(?<![\w-])--?[a-z][a-z-]*")


def whole() -> click.Context:
    """Return the context of the command line, in which commands have `-h`."""
    return click.Context(cli, **cli.context_settings)


def told_of(page: str, command: str, head: str) -> list[str]:
    """Return the first cells of a table of a command; none where it has no such table."""
    found = [
        rows for heading, first, rows in tables_in(page) if (heading, first) == (command, head)
    ]
    return [row[0] for rows in found for row in rows]


def listed_in(text: str, section: str) -> Iterator[str]:
    """Yield what a section of a help text lists at the beginning of its lines."""
    inside = False
    for line in text.splitlines():
        if line and not line.startswith(" "):
            inside = line.startswith(section)
        elif inside and re.match(r"  \S", line):
            yield line


def test_every_command_and_step_is_told(reference: Mapping[str, str]) -> None:
    """Under a heading of its own, and there is no other."""
    found = [heading.lstrip("# ") for heading in headings(reference[PAGE])[1:]]
    assert found == [*COMMANDS, "ci", *STEPS]


@pytest.mark.parametrize("command", [*COMMANDS, *STEPS])
def test_the_options_are_those_that_help_prints(
    reference: Mapping[str, str], command: str, tmp_path: Path
) -> None:
    """Names of both lengths, for every option but `--help`; and every argument."""
    done = run(*command.split(), "--help", cwd=tmp_path)
    assert done.status == 0
    listed = {name for line in listed_in(done.out, "Options") for name in OPTION.findall(line[:30])}
    rows = told_of(reference[PAGE], command, "option")
    assert {name for row in rows for name in OPTION.findall(row)} == listed - {"-h", "--help"}
    arguments = [line.split()[0] for line in listed_in(done.out, "Positional")]
    assert [row.strip("`") for row in told_of(reference[PAGE], command, "argument")] == arguments


@pytest.mark.parametrize("name", [*COMMANDS, *STEPS])
def test_every_argument_and_option_has_help(name: str) -> None:
    """In words, and so has the command."""
    group = steps if name.startswith("ci ") else cli
    command = group.commands[name.removeprefix("ci ")]
    assert command.help
    for param in command.params:
        assert isinstance(param, click.Argument | click.Option)
        assert param.help, param.name
        assert param.help.rstrip(")").endswith("."), param.name


@pytest.mark.parametrize("name", COMMANDS)
def test_the_examples_are_understood(name: str) -> None:
    """Every command has some, and the command line takes their arguments and options."""
    assert EXAMPLES[name]
    for line, words in EXAMPLES[name]:
        called, *arguments = shlex.split(line)
        assert called == name
        assert words
        cli.commands[name].make_context(name, arguments, parent=whole())


def test_an_example_that_is_wrong_would_be_seen() -> None:
    """The parser refuses what a command does not know."""
    with pytest.raises(click.NoSuchOption):
        cli.commands["build"].make_context("build", ["--strickt"], parent=whole())


def test_defaults_and_choices_are_told(reference: Mapping[str, str]) -> None:
    """As the command line has them."""
    page = reference[PAGE]
    (rows,) = [rows for at, head, rows in tables_in(page) if (at, head) == ("check", "option")]
    told = {row[0]: row[1] for row in rows}
    assert told["`-f`, `--config-file` `FILE`"] == "`mkdocs.yml`"
    assert told["`--format` `text` or `json` or `github` or `sarif`"] == "`text`"
    assert f"{PROGRAM} new [OPTIONS] KIND TITLE" in page
    assert str(cli.epilog) in page
