"""`migrate`: bring the files of an older format of entries up to that of today."""

from collections.abc import Sequence
from pathlib import Path

import click

from explainer.commands.console import counted, make_console
from explainer.commands.report import print_problems
from explainer.entries.formats import FORMAT
from explainer.problems import visible
from explainer.publish.migrating import Migrated, plan_migration, write_migration


def run_migrate(
    config_file: str, *, since: int | None, dry_run: bool, force: bool, paths: Sequence[Path]
) -> int:
    """Migrate a site, or some of its files; return 1 when something in them stops it."""
    planned = plan_migration(config_file, since=since, paths=paths)
    if not planned.steps:
        click.echo(f"The site is written for format {FORMAT}, today's: nothing to change.")
        return 0
    if planned.problems:
        print_problems(planned.problems, make_console(result=True))
        click.echo("Nothing was changed: mend these first.", err=True)
        return 1
    if not dry_run:
        try:
            write_migration(config_file, planned, force=force)
        except OSError as error:
            click.echo(f"Nothing was changed: {error.strerror}: {error.filename}", err=True)
            return 1
    click.echo("\n".join([*_listing(planned), _ending(planned, dry_run=dry_run)]))
    return 0


def _listing(planned: Migrated) -> list[str]:
    """List each file with the lines that go and come."""
    lines = []
    for change in planned.changes:
        lines.append(visible(change.path))
        lines += [
            f"{at.number:5} {at.sign} {visible(at.words.expandtabs())}" for at in change.lines()
        ]
    return lines


def _ending(planned: Migrated, *, dry_run: bool) -> str:
    number = counted(len(planned.changes), "file")
    verb = "would change" if dry_run else "changed"
    said = f"Format {planned.version} to {FORMAT}: {number} {verb}."
    if not planned.completes:
        said += " `mkdocs.yml` names the format once all files are migrated: without PATHS."
    return said
