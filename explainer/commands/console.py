"""What the commands print: progress on a terminal, plain lines elsewhere, problems in order."""

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

from explainer.problems import Problem
from explainer.publish import Watcher

_STYLES = {"error": "bold red", "warning": "yellow"}


def make_console() -> Console:
    """Make a console on standard error, where everything goes that is not the result."""
    return Console(file=sys.stderr, highlight=False, soft_wrap=True)


def print_problems(problems: Sequence[Problem], console: Console) -> None:
    """Print each problem: its place, its level, what is wrong, and how to mend it."""
    for problem in problems:
        style = _STYLES[problem.level]
        console.print(
            f"[bold]{escape(str(problem.place))}[/]: [{style}]{problem.level}[/]: "
            f"{escape(problem.message)} [dim]\\[{problem.code}][/]"
        )
        if problem.hint:
            console.print(f"    {escape(problem.hint)}")


def counted(number: int, noun: str) -> str:
    """Say a number with its noun: `1 page`, `2 pages`, `no problems`."""
    plural = f"{noun[:-1]}ies" if noun.endswith("y") else f"{noun}s"
    return f"{number or 'no'} {noun if number == 1 else plural}"


def summary(problems: Sequence[Problem]) -> str:
    """Count problems by level, for the line at the end."""
    errors = sum(problem.level == "error" for problem in problems)
    warnings = len(problems) - errors
    if not problems:
        return "no problems"
    return f"{counted(errors, 'error')}, {counted(warnings, 'warning')}"


@contextmanager
def watching(console: Console) -> Iterator[Watcher]:
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
        print_problems(found, console)
        if not console.is_terminal:
            console.print(f"Checked {counted(entries, 'entry')}: {summary(found)}.")
        progress.update(task, description="Building")

    def page(done: int, total: int) -> None:
        progress.update(task, completed=done, total=total)

    with progress:
        yield Watcher(problems, page)
