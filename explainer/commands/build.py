"""`build`: check the site, then write it."""

from collections.abc import Callable
from functools import partial

import click

from explainer.commands.console import counted, make_console, summary, watching
from explainer.publish.building import BuildResult, build_preview, build_site
from explainer.publish.preview import PreviewAsked
from explainer.publish.untrusted import Untrusted
from explainer.publish.workers import cores


def run_build(
    config_file: str,
    *,
    site_dir: str | None,
    strict: bool,
    jobs: int | None,
    cached: bool,
    preview: PreviewAsked | None = None,
    untrusted: bool = False,
) -> int:
    """Build a site, or a preview; return 0 when it was written, 1 when problems stopped it."""
    console = make_console()
    base = preview.base if preview else None
    site = Untrusted.at(config_file, base) if untrusted else config_file
    with watching(console, strict=strict) as watcher:
        make: Callable[..., BuildResult] = partial(build_site, cached=cached)
        if preview:
            make = partial(build_preview, asked=preview)
        result = make(site, site_dir=site_dir, strict=strict, jobs=jobs or cores(), watcher=watcher)
    for line in result.messages:
        console.print(line, style="yellow", markup=False)
    if result.written:
        pages = f"{counted(result.pages, 'page')} in {result.seconds:.1f} s"
        click.echo(f"Built {pages}, {summary(result.problems)}: {result.folder}")
        return 0
    reason = f", {summary(result.problems)}" if result.problems else ""
    console.print(f"Not built{reason}; the site as it was has not been touched.", markup=False)
    return 1
