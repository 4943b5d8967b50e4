"""What the commands print: progress on a terminal, plain lines elsewhere, problems in order."""

import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

from explainer.commands.report import print_problems
from explainer.problems import Problem
from explainer.publish import Watcher


def make_console(*, result: bool = False) -> Console:
    """Make a console on standard error, where everything goes that is not the result."""
    return Console(file=sys.stdout if result else sys.stderr, highlight=False, soft_wrap=True)


def program() -> str:
    """Say how this program is called here: as the installed `explainer`, or by its build.py."""
    called = Path(sys.argv[0])
    if called.stem == "explainer":
        return "explainer"
    if called.name == "__main__.py" and called.parent.name == "explainer":
        return "python -m explainer"
    return f"python {called}" if called.name == "build.py" else "python build.py"


def counted(number: int, noun: str) -> str:
    """Say a number with its noun: `1 page`, `2 pages`, `no problems`."""
    plural = f"{noun[:-1]}ies" if noun.endswith("y") else f"{noun}s"
    return f"{number or 'no'} {noun if number == 1 else plural}"


def summary(problems: Sequence[Problem]) -> str:
    """Count problems by level, for the line at the end."""
    if not problems:
        return "no problems"
    levels = Counter(problem.level for problem in problems)
    words = [counted(levels["error"], "error"), counted(levels["warning"], "warning")]
    if levels["note"]:
        words.append(counted(levels["note"], "note"))
    return ", ".join(words)


def print_pressing(problems: Sequence[Problem], console: Console, *, strict: bool) -> None:
    """Print what stops a build; of warnings, that there are some, and how to see them."""
    print_problems([p for p in problems if strict or p.level == "error"], console)
    warnings = sum(problem.level == "warning" for problem in problems)
    if warnings and not strict:
        console.print(f"{counted(warnings, 'warning')}: `{program()} check` lists them.")


@contextmanager
def watching(console: Console, *, strict: bool) -> Iterator[Watcher]:
    """Show how a build goes: a moving bar on a terminal, two plain lines elsewhere."""
    progress = Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        console=console,
        transient=True,
        disable=not console.is_terminal,
    )
    task = progress.add_task("Reading", total=None)

    def problems(found: Sequence[Problem], entries: int) -> None:
        print_pressing(found, console, strict=strict)
        if not console.is_terminal:
            console.print(f"Checked {counted(entries, 'entry')}: {summary(found)}.")
        progress.update(task, description="Building")

    def page(done: int, total: int) -> None:
        progress.update(task, completed=done, total=total)

    with progress:
        yield Watcher(problems, page)
