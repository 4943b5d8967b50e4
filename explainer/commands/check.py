"""`check`: report every problem of a site."""

from collections.abc import Sequence
from pathlib import Path

import click

from explainer.commands.console import counted, make_console, summary
from explainer.commands.report import LineOf, as_github, as_json, as_sarif, print_problems
from explainer.entries.text import uniform
from explainer.problems import Place, Problem, stopping
from explainer.publish.building import CheckedSite, check_site
from explainer.publish.untrusted import Untrusted

_MOST_READ = 2_000_000  # bytes of a file to show a line of it
FORMATS = ("text", "json", "github", "sarif")


def run_check(
    config_file: str,
    *,
    form: str,
    strict: bool,
    verbose: bool,
    base: str | None,
    untrusted: bool,
    paths: Sequence[Path],
) -> int:
    """Check a site; return 1 when there are errors (with `strict`, warnings count too)."""
    site = Untrusted.at(config_file, base) if untrusted else config_file
    checked = check_site(site, notes=verbose, base=base)
    problems = _within(checked, paths)
    for line in checked.warnings:
        make_console().print(line, style="yellow", markup=False)
    if form == "json":
        click.echo(as_json(problems, checked.entries, notes=verbose))
    elif form == "github":
        click.echo(as_github(problems, _prefix(checked.folder)))
    elif form == "sarif":
        click.echo(as_sarif(problems, _prefix(checked.folder)))
    else:
        console = make_console(result=True)
        print_problems(problems, console, _lines_of(checked.folder))
        console.print(f"Checked {counted(checked.entries, 'entry')}: {summary(problems)}.")
    return 1 if stopping(problems, strict=strict, tolerated=checked.tolerated) else 0


def _within(checked: CheckedSite, paths: Sequence[Path]) -> Sequence[Problem]:
    """Keep the problems in the files and folders named, or all when none is.

    A path is found from here, or from the folder of the site, as problems name it. Raises
    `click.UsageError` for a path that does not exist.
    """
    if not paths:
        return checked.problems
    wanted = []
    for path in paths:
        found = next((p for p in (path, checked.folder / path) if p.exists()), None)
        if found is None:
            raise click.UsageError(f"there is no {path}")
        wanted.append(_whole(found))
    return [
        problem
        for problem in checked.problems
        if any(_whole(checked.folder / problem.place.path).is_relative_to(w) for w in wanted)
    ]


def _whole(path: Path) -> Path:
    """Return the path from the root; where it is a link itself, that of the link."""
    return path.parent.resolve() / path.name if path.name not in ("", "..") else path.resolve()


def _lines(path: Path) -> list[str]:
    """Return the lines of a file as problems count them: not every line end of Unicode is one.

    A link has none: it may lead to something that nobody should read out.
    """
    if path.is_symlink() or not path.is_file():
        return []
    with path.open("rb") as file:
        return uniform(file.read(_MOST_READ).decode("utf-8-sig", "replace")).split("\n")


def _lines_of(folder: Path) -> LineOf:
    """Return a function that reads the line of a place, each file once."""
    files: dict[str, list[str]] = {}

    def line_of(place: Place) -> str | None:
        if place.path not in files:
            try:
                files[place.path] = _lines(folder / place.path)
            except (OSError, ValueError):
                files[place.path] = []
        lines = files[place.path]
        return lines[place.line - 1] if place.line <= len(lines) else None

    return line_of


def _prefix(folder: Path) -> str:
    """Return the way from the root of the git checkout, or else from here, to the site."""
    root = next((p for p in (folder, *folder.parents) if (p / ".git").exists()), Path.cwd())
    below = folder.relative_to(root).as_posix() if folder.is_relative_to(root) else "."
    return "" if below == "." else f"{below}/"
