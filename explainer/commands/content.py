"""The commands about the content of a site: their options; others do the work."""

from collections.abc import Sequence
from pathlib import Path

import click

from explainer.commands.absent import FORMATS as ABSENT_FORMATS
from explainer.commands.absent import run_absent
from explainer.commands.check import FORMATS, run_check
from explainer.commands.diff import FORMATS as DIFF_FORMATS
from explainer.commands.diff import run_diff
from explainer.commands.explain import run_explain
from explainer.commands.migrate import run_migrate
from explainer.commands.new import run_new
from explainer.commands.parameters import config_file_option, untrusted_option
from explainer.commands.schema import FORMATS as SCHEMA_FORMATS
from explainer.commands.schema import run_schema


@click.command(
    epilog="Exit status 1: there are errors; with --strict also warnings that the settings "
    "do not tolerate; with --absent the text was found, or could not be proven to "
    "be gone."
)
@config_file_option
@click.option(
    "--format",
    "form",
    type=click.Choice(FORMATS),
    default="text",
    show_default=True,
    help="For people, for programs, for annotations on GitHub, or for code scanning.",
)
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
@untrusted_option
@click.argument(
    "paths",
    nargs=-1,
    type=click.Path(path_type=Path),
    help="Files and folders to report about; all if none is given.",
)
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


@click.command(epilog="Exit status 1: nothing was written, because there is such an entry already.")
@config_file_option
@click.argument("kind", help="The kind of entry, such as person.")
@click.argument("title", help="Its title, in quotes if it has several words.")
def new(config_file: str, kind: str, title: str) -> int:
    """Write a skeleton for an entry of a KIND with a TITLE, and print its path."""
    return run_new(config_file, kind, title)


@click.command(
    epilog="Exit status 1: nothing was changed, because something in the files stops it."
)
@config_file_option
@click.option(
    "--from",
    "since",
    type=click.IntRange(min=0),
    metavar="FORMAT",
    help="The format that the files are in, where the settings do not say so.",
)
@click.option("-n", "--dry-run", is_flag=True, help="Only say what would change.")
@click.option("--force", is_flag=True, help="Even if git shows changes that are not committed.")
@click.argument(
    "paths",
    nargs=-1,
    type=click.Path(path_type=Path),
    help="Files and folders to change; the whole site if none is given.",
)
def migrate(
    config_file: str, *, since: int | None, dry_run: bool, force: bool, paths: Sequence[Path]
) -> int:
    """Bring a site written for an older format of entries up to date, or PATHS of it.

    Only what has to change does: comments, order, quotes and line ends stay. All files are
    changed, or none.
    """
    return run_migrate(config_file, since=since, dry_run=dry_run, force=force, paths=paths)


@click.command(
    epilog="Exit status 1: with --gate, there is a change that a second person should look at."
)
@config_file_option
@click.option(
    "--format",
    "form",
    type=click.Choice(DIFF_FORMATS),
    default="text",
    show_default=True,
    help="For people, as a comment for a pull request, or for programs.",
)
@click.option("--gate", is_flag=True, help="Fail where a second person should look at a change.")
@click.option("--site-url", metavar="URL", help="Where the pages can be seen: a preview, say.")
@untrusted_option
@click.argument("base", help="The older revision: a branch, a tag or a commit.")
@click.argument("head", required=False, help="The newer one; the files as they are if not given.")
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


@click.command(epilog="Exit status 1: a file could not be written.")
@config_file_option
@click.option(
    "-d",
    "--dir",
    "folder",
    metavar="DIR",
    help="Where to write: a file for each kind, or those of the CMS; the terminal if not given.",
)
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


@click.command()
@click.option(
    "-f",
    "--config-file",
    metavar="FILE",
    expose_value=False,
    help="Taken as by other commands; a problem means the same on every site.",
)
@click.argument("code", help="The name of the problem, such as broken-link.")
def explain(code: str) -> int:
    """Say what a problem CODE means, with an example, and how to mend it."""
    return run_explain(code)
