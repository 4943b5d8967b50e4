"""The commands that make a site, build it and show it: their options; others do the work."""

from pathlib import Path

import click

from explainer.commands.build import run_build
from explainer.commands.init import run_init
from explainer.commands.parameters import config_file_option, untrusted_option
from explainer.commands.serve import run_serve
from explainer.commands.stage import run_stage
from explainer.publish.preview import PreviewAsked


@click.command(epilog="Exit status 1: nothing was written, because a file or folder could not be.")
@click.option("--title", help="The name of the site; that of the folder if not given.")
@click.option(
    "--language",
    metavar="TAG",
    default="en",
    show_default=True,
    help="The language that the site is written in; the examples are in English.",
)
@click.option(
    "--subject",
    "subjects",
    metavar="NAME",
    multiple=True,
    help="A subject module that the site uses.",
)
@click.option("--bare", is_flag=True, help="Without the examples of entries.")
@click.option(
    "--program",
    "source",
    metavar="REQUIREMENT",
    help="What pip installs to get this program; where it came from if not given.",
)
@click.argument(
    "folder",
    metavar="DIR",
    type=click.Path(path_type=Path),
    help="The folder of the new site: an empty one, or one that does not exist yet.",
)
def init(
    folder: Path,
    *,
    title: str | None,
    language: str,
    subjects: tuple[str, ...],
    bare: bool,
    source: str | None,
) -> int:
    """Start a site in DIR: settings, an example of each kind of entry, workflows, a README."""
    return run_init(
        folder, title=title, language=language, subjects=subjects, bare=bare, source=source
    )


@click.command(
    epilog="Exit status 1: nothing was written, because of errors; with --strict also "
    "because of warnings that the settings do not tolerate."
)
@config_file_option
@click.option(
    "-d",
    "--site-dir",
    metavar="DIR",
    help="Where to write the site; what `site_dir` in the settings says if not given.",
)
@click.option("--strict", is_flag=True, help="Warnings stop the build too.")
@click.option(
    "-j",
    "--jobs",
    type=click.IntRange(min=1),
    metavar="N",
    help="How many workers render pages; one for each core if not given.",
)
@click.option(
    "--no-cache", is_flag=True, help="Render every page anew, and keep none for the next build."
)
@click.option(
    "--preview",
    "base",
    metavar="REVISION",
    help="Build a preview: drafts too, and marked what differs from this revision of git.",
)
@click.option("--preview-name", metavar="WORDS", help="What it is a preview of, for its pages.")
@click.option("--preview-url", metavar="URL", help="The address at which the preview will be.")
@untrusted_option
def build(  # noqa: PLR0913 - one for each option
    config_file: str,
    *,
    site_dir: str | None,
    strict: bool,
    jobs: int | None,
    no_cache: bool,
    base: str | None,
    preview_name: str | None,
    preview_url: str | None,
    untrusted: bool,
) -> int:
    """Check the site, then write it. With errors nothing of the old site is touched."""
    if base is None and (preview_name or preview_url):
        raise click.UsageError("--preview-name and --preview-url belong to --preview REVISION")
    asked = PreviewAsked(base, preview_name or "", preview_url or "") if base is not None else None
    return run_build(
        config_file,
        site_dir=site_dir,
        strict=strict,
        jobs=jobs,
        cached=not no_cache,
        preview=asked,
        untrusted=untrusted,
    )


@click.command(
    epilog="It goes on until Ctrl+C ends it; problems show in the terminal and on the pages."
)
@config_file_option
@click.option(
    "-a",
    "--dev-addr",
    metavar="HOST:PORT",
    help="Where to serve it; 127.0.0.1:8000 if neither this nor `dev_addr` says otherwise.",
)
@click.option("--open", "open_browser", is_flag=True, help="Open the site in the browser.")
def serve(config_file: str, dev_addr: str | None, open_browser: bool) -> int:
    """Show the site in the browser, and reload it at every change."""
    return run_serve(config_file, address=dev_addr, open_browser=open_browser)


@click.command(epilog="Exit status 1: nothing was written, because of errors.")
@config_file_option
@click.option(
    "-d", "--dir", "folder", metavar="DIR", required=True, help="Where to write the staged site."
)
def stage(config_file: str, folder: str) -> int:
    """Write the site as Markdown and a plain mkdocs.yml, for any builder that takes both."""
    return run_stage(config_file, folder)
