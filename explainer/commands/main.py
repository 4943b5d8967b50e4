"""The commands and their options; everything they do is done in other rooms."""

import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import click

import explainer
from explainer.commands.absent import FORMATS as ABSENT_FORMATS
from explainer.commands.absent import run_absent
from explainer.commands.build import run_build
from explainer.commands.check import FORMATS, run_check
from explainer.commands.console import program
from explainer.commands.diff import FORMATS as DIFF_FORMATS
from explainer.commands.diff import run_diff
from explainer.commands.explain import run_explain
from explainer.commands.init import run_init
from explainer.commands.migrate import run_migrate
from explainer.commands.new import run_new
from explainer.commands.schema import FORMATS as SCHEMA_FORMATS
from explainer.commands.schema import run_schema
from explainer.commands.serve import run_serve
from explainer.commands.stage import run_stage
from explainer.publish import WrongConfigurationError
from explainer.publish.preview import PreviewAsked


class _DefaultsToBuild(click.Group):
    """A group whose bare call, or call with options only, is `build`."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        if not args or (args[0].startswith("-") and args[0] not in ("-h", "--help", "--version")):
            args = ["build", *args]
        return super().parse_args(ctx, args)


_untrusted = click.option(
    "--untrusted",
    is_flag=True,
    help="The site is a stranger's: run nothing of it. The base that is named is trusted.",
)


def _config_file(command: Callable[..., Any]) -> Callable[..., Any]:
    return click.option(
        "-f",
        "--config-file",
        default="mkdocs.yml",
        show_default=True,
        help="The site's settings; its folder is the site.",
    )(command)


@click.group(cls=_DefaultsToBuild, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(explainer.__version__)
def cli() -> None:
    """Build an explainer site from Markdown entries. Without a command: build."""


@cli.command()
@click.option("--title", help="The name of the site; that of the folder if not given.")
@click.option(
    "--language",
    metavar="TAG",
    default="en",
    show_default=True,
    help="The language that the site is written in; the examples are in English.",
)
@click.option("--subject", "subjects", metavar="NAME", multiple=True, help="A subject module.")
@click.option("--bare", is_flag=True, help="Without examples.")
@click.option(
    "--program",
    "source",
    metavar="REQUIREMENT",
    help="What pip installs to get this program; where it came from if not given.",
)
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
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


@cli.command()
@_config_file
@click.option("-d", "--site-dir", help="Where to write the site.")
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
@click.option("--preview-name", metavar="WORDS", help="What it is a preview of.")
@click.option("--preview-url", metavar="URL", help="Where the preview will be.")
@_untrusted
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


@cli.command()
@_config_file
@click.option("-a", "--dev-addr", metavar="HOST:PORT", help="Where to serve the site.")
@click.option("--open", "open_browser", is_flag=True, help="Open the site in the browser.")
def serve(config_file: str, dev_addr: str | None, open_browser: bool) -> int:
    """Show the site in the browser, and reload it at every change."""
    return run_serve(config_file, address=dev_addr, open_browser=open_browser)


@cli.command()
@_config_file
@click.option("--format", "form", type=click.Choice(FORMATS), default="text", show_default=True)
@click.option("--strict", is_flag=True, help="Warnings count as failures too.")
@click.option(
    "-v",
    "--verbose",
    is_flag=True,
    help="Advice too: mentions that could be links, entries that no text mentions.",
)
@click.option(
    "--base",
    metavar="REVISION",
    help="A revision of git, such as main: entries moved since then need a redirect.",
)
@click.option(
    "--absent",
    "texts",
    multiple=True,
    metavar="TEXT",
    help="Fail where TEXT is anywhere in what builds write, or wrote; - reads lines of texts.",
)
@_untrusted
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
def check(
    config_file: str,
    *,
    form: str,
    strict: bool,
    verbose: bool,
    base: str | None,
    texts: Sequence[str],
    untrusted: bool,
    paths: Sequence[Path],
) -> int:
    """Report every problem, with file, line and column; with PATHS, only those in them.

    With --absent, builds the site into a temporary folder and looks for the text there, in the
    published folder, in the caches and in the sources; PATHS are further places to look in.
    """
    if texts:
        if form not in ABSENT_FORMATS or base is not None or verbose or untrusted:
            raise click.UsageError("--absent goes with --format text or json, and PATHS alone")
        return run_absent(config_file, texts, form=form, paths=paths)
    return run_check(
        config_file,
        form=form,
        strict=strict,
        verbose=verbose,
        base=base,
        untrusted=untrusted,
        paths=paths,
    )


@cli.command()
@_config_file
@click.argument("kind")
@click.argument("title")
def new(config_file: str, kind: str, title: str) -> int:
    """Write a skeleton for an entry of a KIND with a TITLE, and print its path."""
    return run_new(config_file, kind, title)


@cli.command()
@_config_file
@click.option(
    "--from",
    "since",
    type=click.IntRange(min=0),
    metavar="FORMAT",
    help="The format that the files are in, where the settings do not say so.",
)
@click.option("-n", "--dry-run", is_flag=True, help="Only say what would change.")
@click.option("--force", is_flag=True, help="Even if git shows changes that are not committed.")
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
def migrate(
    config_file: str, *, since: int | None, dry_run: bool, force: bool, paths: Sequence[Path]
) -> int:
    """Bring a site written for an older format of entries up to date, or PATHS of it.

    Only what has to change does: comments, order, quotes and line ends stay. All files are
    changed, or none.
    """
    return run_migrate(config_file, since=since, dry_run=dry_run, force=force, paths=paths)


@cli.command()
@_config_file
@click.option("--format", "form", type=click.Choice(DIFF_FORMATS), default="text")
@click.option("--gate", is_flag=True, help="Fail where a second person should look at a change.")
@click.option("--site-url", metavar="URL", help="Where the pages can be seen: a preview, say.")
@_untrusted
@click.argument("base")
@click.argument("head", required=False)
def diff(
    config_file: str,
    base: str,
    head: str | None,
    *,
    form: str,
    gate: bool,
    site_url: str | None,
    untrusted: bool,
) -> int:
    """Say what changed since BASE, or from BASE to HEAD, two revisions of git."""
    return run_diff(
        config_file, base, head, form=form, gate=gate, site_url=site_url, untrusted=untrusted
    )


@cli.command()
@_config_file
@click.option("-d", "--dir", "folder", required=True, help="Where to write the staged site.")
def stage(config_file: str, folder: str) -> int:
    """Write the site as Markdown and a plain mkdocs.yml, for any builder that takes both."""
    return run_stage(config_file, folder)


@cli.command()
@_config_file
@click.option("-d", "--dir", "folder", help="Where to write a file for each kind.")
@click.option(
    "--format",
    "form",
    type=click.Choice(SCHEMA_FORMATS),
    default="json",
    show_default=True,
    help="JSON Schemas for completion, or the configuration of Decap CMS.",
)
def schema(config_file: str, folder: str | None, *, form: str) -> int:
    """Write for editors' programs which fields each kind has; or print it."""
    return run_schema(config_file, folder, form=form)


@cli.command()
@click.argument("code")
def explain(code: str) -> int:
    """Say what a problem CODE means, with an example, and how to mend it."""
    return run_explain(code)


@cli.command(
    add_help_option=False,
    context_settings={"ignore_unknown_options": True, "allow_interspersed_args": False},
)
@click.argument("arguments", nargs=-1, type=click.UNPROCESSED)
def ci(arguments: Sequence[str]) -> int:
    """Run a step of a workflow; `ci --help` lists them."""
    from explainer.commands.ci import run_ci  # noqa: PLC0415 - HTTP takes a while to load

    return run_ci(arguments)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit status."""
    args = list(arguments) if arguments is not None else None
    try:
        status = cli.main(
            args=args, prog_name=program().removeprefix("python "), standalone_mode=False
        )
    except WrongConfigurationError as error:
        click.echo(f"Configuration: {error}", err=True)
        return 2
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except (click.Abort, KeyboardInterrupt):
        click.echo("Stopped.", err=True)
        return 130
    return int(status or 0)


if __name__ == "__main__":
    sys.exit(main())
