"""The page on problems: every code as `explain` tells it, those of subjects by subject."""

from collections.abc import Iterator
from dataclasses import dataclass

from explainer.commands.explain import command_of
from explainer.problems import CODES, Code
from explainer.problems.examples import EXAMPLES
from explainer.publish.examples import example_of
from explainer.subjects import available
from tools.reference.markdown import code, prose, table


@dataclass(frozen=True, slots=True)
class CodePart:
    """What is told of one code.

    `before` and `files` are the files of the example, at the base and now, each with its text;
    `said` is what `command` prints.
    """

    name: str
    level: str
    meaning: str
    before: tuple[tuple[str, str], ...]
    files: tuple[tuple[str, str], ...]
    command: str
    said: str
    cure: str


@dataclass(frozen=True, slots=True)
class Group:
    """The codes that only one subject reports, or those of every site."""

    subject: str
    codes: tuple[CodePart, ...]


def groups() -> Iterator[Group]:
    """Yield the codes of every site, then those of each subject."""
    yield Group("", tuple(_part(CODES[name]) for name in CODES if name in EXAMPLES))
    for name, subject in available().items():
        codes = tuple(_part(CODES[found]) for found in CODES if found in subject.examples)
        if codes:
            yield Group(name, codes)


def index() -> str:
    """Return the table of all codes."""
    rows = (
        (f"[{code(found.name)}](#{found.name})", found.level, prose(found.meaning))
        for found in CODES.values()
    )
    return table(("code", "level", "when"), rows)


def _part(found: Code) -> CodePart:
    example = example_of(found.name)
    assert example, found.name
    return CodePart(
        found.name,
        found.level,
        prose(found.meaning),
        tuple(example.before.items()),
        tuple(example.files.items()),
        command_of(example),
        "\n".join(map(str, example.problems)),
        prose(found.cure),
    )
