"""What the documentation shows by example: fenced blocks, and code that stands in a line.

A block says what it is by its info string (`sh`, `yaml`, `markdown`), or by a comment before it
that names what looks at it: `<!-- example: diff -->`. Readers see neither.
"""

import ast
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from textwrap import dedent

from tests.sites import REPOSITORY

DOCUMENTS = (
    "*.md",
    "examples/*.md",
    "reference/**/*.md",
    "explainer/**/README.md",
    "bench/**/*.md",
    "fuzz/**/*.md",
)
PROGRAMS = ("build.py", "bench/**/*.py", "fuzz/**/*.py", "tools/**/*.py")
PAST = ("CHANGELOG.md",)
"""What tells of former days: what it names need not be there any more."""

_FENCE = re.compile(r"(?P<indent> *)(?P<fence>`{3,}|~{3,})(?P<info>[^`]*)")
_NAMED = re.compile(r"\s*<!-- example: (?P<name>[^>]+?) -->\s*")
_CODE = re.compile(r"(?<!`)(?P<ticks>`+)(?!`)(?P<code>.+?)(?<!`)(?P=ticks)(?!`)")
_COMMANDS = (
    "build|check|ci|diff|explain|init|migrate|new|schema|serve|stage"  # those of the program
)
_FORMS = (
    ("template", re.compile(r"\{% extends .+%\}")),
    ("link", re.compile(r"\[\[.+\]\]|\[@.+\]")),
    ("option", re.compile(r"--?[a-z].*")),
    ("command", re.compile(r"make|python build\.py")),
    (
        "command",
        re.compile(r"(?:[A-Z_]+=\S+ )*(?:make|python3?|build\.py|explainer|git|pip|mkdocs|rm) .+"),
    ),
    ("option", re.compile(rf"(?:{_COMMANDS})(?: \[?-|.* [A-Z]+\b).*")),
    ("setting", re.compile(r"[a-z_]+: \S.*")),
)


@dataclass(frozen=True, slots=True)
class Example:
    """An example, and where it stands.

    `form` is the info string of a block; of code in a line it says what that is: a `command`, an
    `option`, a `setting`, a `link`, a `template`. `name` is what a comment calls a block, `heading`
    the one that a block stands below.
    """

    path: str
    line: int
    form: str
    text: str
    name: str = ""
    heading: str = ""

    @property
    def place(self) -> str:
        """Return where it stands, for people."""
        return f"{self.path}:{self.line}"


def all_examples() -> tuple[Example, ...]:
    """Return every example of the documentation, in the order of the files."""
    found: list[Example] = []
    for path in files_of(DOCUMENTS):
        found += examples_in(path, (REPOSITORY / path).read_text(encoding="utf-8"))
    for path in files_of(PROGRAMS):
        found += _commands_of_program(path, (REPOSITORY / path).read_text(encoding="utf-8"))
    found += _commands_of_makefile((REPOSITORY / "Makefile").read_text(encoding="utf-8"))
    return tuple(found)


def files_of(patterns: Iterable[str]) -> list[str]:
    """Return the paths of the files that patterns name, in their order."""
    paths = {path for pattern in patterns for path in REPOSITORY.glob(pattern)}
    return sorted(p.relative_to(REPOSITORY).as_posix() for p in paths if p.name not in PAST)


def examples_in(path: str, text: str) -> Iterator[Example]:
    """Yield the examples in a text of Markdown."""
    name = heading = ""
    lines = enumerate(text.splitlines(), start=1)
    for number, line in lines:
        opened, named = _FENCE.fullmatch(line), _NAMED.fullmatch(line)
        if opened:
            block = "\n".join(_block(lines, opened["fence"], f"{path}:{number}"))
            form, block = opened["info"].strip(), dedent(block) + "\n"
            yield Example(path, number, form, block, name, heading)
        else:
            yield from _in_line(path, number, line)
        heading = line.lstrip("# ") if line.startswith("#") else heading
        name = named["name"] if named else name if not line.strip() else ""


def _block(lines: Iterator[tuple[int, str]], fence: str, place: str) -> Iterator[str]:
    for _, line in lines:
        if re.fullmatch(rf" *{fence[0]}{{{len(fence)},}} *", line):
            return
        yield line
    raise AssertionError(f"{place}: the block has no end")


def _in_line(path: str, number: int, line: str) -> Iterator[Example]:
    is_row = line.lstrip().startswith("|")
    for match in _CODE.finditer(line):
        code = match["code"].strip()
        code = code.replace(r"\|", "|") if is_row else code
        form = next((form for form, pattern in _FORMS if pattern.fullmatch(code)), "")
        if form:
            yield Example(path, number, form, code)


def _commands_of_program(path: str, text: str) -> Iterator[Example]:
    """Yield the commands in what a program says of itself."""
    docstring = ast.get_docstring(ast.parse(text), clean=False) or ""
    for number, line in enumerate(docstring.splitlines(), start=1):
        yield from (found for found in _in_line(path, number, line) if found.form == "command")


def _commands_of_makefile(text: str) -> Iterator[Example]:
    for number, line in enumerate(text.splitlines(), start=1):
        for found in re.findall(r"""make \w+ ARGS=(?:"[^"]+"|[\w/.-]+)""", line):
            if "..." not in found:
                yield Example("Makefile", number, "command", found)
