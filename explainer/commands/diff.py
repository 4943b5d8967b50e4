"""`diff`: say what changed between two versions of a site."""

import re
from dataclasses import replace

import click

from explainer.commands.console import counted, make_console
from explainer.commands.diff_json import as_json
from explainer.commands.diff_lines import reasons
from explainer.commands.diff_markdown import as_markdown
from explainer.commands.diff_text import print_text
from explainer.publish.comparing import compare_site
from explainer.publish.untrusted import Untrusted
from explainer.publish.workers import cores

FORMATS = ("text", "markdown", "json")
_ADDRESS = re.compile(r"https?://[A-Za-z0-9._~:/%\[\]-]+")


def run_diff(
    config_file: str,
    base: str,
    head: str | None,
    *,
    form: str,
    gate: bool,
    site_url: str | None,
    untrusted: bool,
) -> int:
    """Compare two versions of a site; with `gate`, return 1 when a change is sensitive.

    `site_url` is where the pages can be seen, if that is not where the site is published. Raises
    `click.BadParameter` where it is no address.
    """
    if site_url is not None and not _ADDRESS.fullmatch(site_url):
        raise click.BadParameter(f"{site_url!r} is no address; write https://...")
    site = Untrusted.at(config_file, base) if untrusted else config_file
    compared = compare_site(site, base, head, jobs=cores())
    if site_url is not None:
        compared = replace(compared, site_url=site_url)
    for line in compared.warnings:
        make_console().print(line, style="yellow", markup=False)
    if form == "json":
        click.echo(as_json(compared))
    elif form == "markdown":
        click.echo(as_markdown(compared), nl=False)
    else:
        print_text(compared, make_console(result=True))
    sensitive = compared.changes.sensitive
    if not gate or not sensitive:
        return 0
    who = f"a second person should look at {counted(len(sensitive), 'entry')}"
    click.echo(f"Stopped by --gate: {who}: {reasons(sensitive)}.", err=True)
    return 1
