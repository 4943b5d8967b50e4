"""`check`: report every problem of a site."""

import json
from collections.abc import Sequence
from pathlib import Path

import click

from explainer.commands.console import counted, make_console, print_problems, summary
from explainer.problems import Problem, error_count
from explainer.publish.building import CheckedSite, check_site

FORMATS = ("text", "json")


def run_check(config_file: str, *, form: str, strict: bool, paths: Sequence[Path]) -> int:
    """Check a site; return 1 when there are errors (with `strict`, warnings count too)."""
    checked = check_site(config_file)
    problems = _within(checked, paths)
    if form == "json":
        click.echo(json.dumps(_as_json(problems, checked.entries), indent=2, ensure_ascii=False))
    else:
        console = make_console()
        print_problems(problems, console)
        console.print(f"Checked {counted(checked.entries, 'entry')}: {summary(problems)}.")
    return 1 if (problems if strict else error_count(problems)) else 0


def _within(checked: CheckedSite, paths: Sequence[Path]) -> Sequence[Problem]:
    """Keep the problems in the files and folders named, or all when none is.

    Raises `click.UsageError` for a path that does not exist.
    """
    if not paths:
        return checked.problems
    for path in paths:
        if not path.exists():
            raise click.UsageError(f"there is no {path}")
    wanted = [path.resolve() for path in paths]
    return [
        problem
        for problem in checked.problems
        if any((checked.folder / problem.place.path).resolve().is_relative_to(w) for w in wanted)
    ]


def _as_json(problems: Sequence[Problem], entries: int) -> dict[str, object]:
    errors = error_count(problems)
    return {
        "problems": [
            {
                "code": problem.code,
                "level": problem.level,
                "path": problem.place.path,
                "line": problem.place.line,
                "column": problem.place.column,
                "message": problem.message,
                "hint": problem.hint,
            }
            for problem in problems
        ],
        "summary": {"entries": entries, "errors": errors, "warnings": len(problems) - errors},
    }
