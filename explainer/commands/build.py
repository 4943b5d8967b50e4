"""`build`: check the site, then write it."""

from explainer.commands.console import counted, make_console, summary, watching
from explainer.publish.building import build_site


def run_build(config_file: str, *, site_dir: str | None, strict: bool) -> int:
    """Build a site; return 0 when it was written, 1 when problems stopped it."""
    console = make_console()
    with watching(console) as watcher:
        result = build_site(config_file, site_dir=site_dir, strict=strict, watcher=watcher)
    for line in result.messages:
        console.print(line, style="yellow", markup=False)
    if result.written:
        pages = f"{counted(result.pages, 'page')} in {result.seconds:.1f} s"
        console.print(f"Built {pages}, {summary(result.problems)}: {result.folder}", markup=False)
        return 0
    console.print(
        f"Not built, {summary(result.problems)}; the site as it was has not been touched.",
        markup=False,
    )
    return 1
