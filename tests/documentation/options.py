"""Options and arguments of the program's commands, as they stand as code in sentences."""

import re
from collections.abc import Iterator, Sequence

import click

from explainer.commands.ci import ci
from explainer.commands.main import cli

_COMMANDS = (cli, *cli.commands.values(), *ci.commands.values())
_HELP = ("-h", "--help")
_PLACEHOLDER = re.compile(r"[A-Z]+(?::[A-Z]+)*")
_SUBSTITUTED = re.compile(r"\$\([^)]+\)")


def assert_known(text: str) -> None:
    """Fail unless one command takes all the options and arguments in a text.

    A text that begins with a command is about that one, any other about some command.
    """
    words = [word.strip("[]…") for word in _SUBSTITUTED.sub("main", text).split()]
    candidates: Sequence[click.Command] = _COMMANDS
    if command := cli.commands.get(words[0]):
        candidates, words = (command,), words[1:]
    unknown = min((list(_unknown(command, words)) for command in candidates), key=_distance)
    assert not unknown, f"no command knows {', '.join(unknown)}"


def _distance(unknown: Sequence[str]) -> tuple[int, int]:
    """Say how far a command is from the one that is meant: it lacks options, or other words."""
    return sum(word.startswith("-") for word in unknown), len(unknown)


def _unknown(command: click.Command, words: Sequence[str]) -> Iterator[str]:
    """Yield the words that a command does not take where they stand."""
    options = {
        name: param
        for param in command.params
        if isinstance(param, click.Option)
        for name in (*param.opts, *param.secondary_opts)
    }
    taking: click.Option | None = None
    for word in words:
        if taking:
            yield from () if _fits(taking, word) else (word,)
            taking = None
        elif word.startswith("-"):
            yield from () if word in options or word in _HELP else (word,)
            option = options.get(word)
            taking = option if option and not option.is_flag else None
        elif not _is_argument(command, word):
            yield word


def _fits(option: click.Option, word: str) -> bool:
    """Say whether an option may have a value: a choice of it, or the name of what it takes."""
    if isinstance(option.type, click.Choice):
        return set(word.split("|")) <= set(option.type.choices) or word == option.metavar
    return not _PLACEHOLDER.fullmatch(word) or word == option.metavar


def _is_argument(command: click.Command, word: str) -> bool:
    names = [
        param.metavar or param.human_readable_name
        for param in command.params
        if isinstance(param, click.Argument)
    ]
    return word in names or (bool(names) and not _PLACEHOLDER.fullmatch(word))
