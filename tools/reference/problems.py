"""The page on problems: every code as `explain` tells it, those of subjects by subject."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from explainer.commands.explain import command_of
from explainer.problems import CODES, Code
from explainer.problems.examples import EXAMPLES
from explainer.publish.examples import example_of
from explainer.subjects import available
from tools.reference.markdown import code, prose, table

REPORT: Mapping[str, str] = {
    "problems[].code": "one of the codes above; a code keeps its name and its level",
    "problems[].level": "`error`, `warning` or `note`",
    "problems[].path": "the file, from the folder of `mkdocs.yml`",
    "problems[].line": "the line, from 1",
    "problems[].column": "the column, from 1",
    "problems[].message": "what is wrong, for people",
    "problems[].hint": "how to mend it, for people; may be empty",
    "summary.entries": "the number of entries that were read",
    "summary.errors": "the number of errors",
    "summary.warnings": "the number of warnings",
    "summary.notes": "the number of notes, with `--verbose` alone",
}
"""What `check --format json` prints, by its keys."""


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


def report() -> str:
    """Return the table of what a report in JSON has."""
    return table(("key", "what it is"), ((code(name), said) for name, said in REPORT.items()))


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
