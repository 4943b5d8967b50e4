"""`init`: start a site."""

from pathlib import Path

import click

from explainer.commands.console import counted, program
from explainer.publish.provenance import requirement
from explainer.publish.starting import NewSite, start_site


def run_init(
    folder: Path,
    *,
    title: str | None,
    language: str,
    subjects: tuple[str, ...],
    bare: bool,
    source: str | None,
) -> int:
    """Write a new site, and say what to do next; return 1 when it could not be written."""
    site = NewSite(
        title=_title_for(folder) if title is None else title,
        language=language,
        subjects=subjects,
        bare=bare,
        program=source or requirement(),
    )
    try:
        files = start_site(folder, site)
    except OSError as error:
        reason = error.strerror or str(error)
        click.echo(f"Nothing was written: {reason}: {error.filename or folder}", err=True)
        return 1
    click.echo("\n".join(_next(folder, len(files), named=site.program is not None)))
    return 0


def _title_for(folder: Path) -> str:
    """Make a title of the folder's name: `my-site` is "My site"."""
    words = folder.resolve().name.replace("-", " ").replace("_", " ").split()
    title = " ".join(words)
    return title[:1].upper() + title[1:] or "A new site"


def _next(folder: Path, files: int, *, named: bool) -> list[str]:
    settings = str(folder / "mkdocs.yml")
    settings = f'"{settings}"' if " " in settings else settings
    site = "" if settings == "mkdocs.yml" else f" -f {settings}"
    rest = "its README.md says where to change what."
    if not named:
        rest = f"name the program in its requirements.txt; {rest}"
    return [
        f"Wrote a site of {counted(files, 'file')} to {folder}.",
        f"See it:  {program()} serve --open{site}",
        f"Then:    {rest}",
    ]
