"""`stage`: write the site as Markdown and a plain `mkdocs.yml`."""

import click

from explainer.commands.console import counted, make_console, summary, watching
from explainer.publish.stage import stage_site


def run_stage(config_file: str, folder: str) -> int:
    """Stage a site; return 0 when it was written, 1 when problems stopped it."""
    console = make_console()
    with watching(console, strict=False) as watcher:
        result = stage_site(config_file, folder, watcher)
    for line in result.messages:
        console.print(line, style="yellow", markup=False)
    if result.written:
        pages = counted(result.pages, "page")
        click.echo(f"Staged {pages}, {summary(result.problems)}: {result.folder}")
        return 0
    reason = f", {summary(result.problems)}" if result.problems else ""
    console.print(f"Not staged{reason}; the folder has not been touched.", markup=False)
    return 1
