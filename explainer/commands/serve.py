"""`serve`: show the site in the browser, and reload it at every change."""

from collections.abc import Sequence

from explainer.commands.console import counted, make_console, print_pressing, summary
from explainer.problems import Problem
from explainer.publish import Watcher
from explainer.publish.serving import Serving, serve_site


def run_serve(config_file: str, *, address: str | None, open_browser: bool) -> int:
    """Serve a site until the reader stops it."""
    console = make_console()

    def problems(found: Sequence[Problem], entries: int) -> None:
        print_pressing(found, console, strict=False)
        console.print(f"Checked {counted(entries, 'entry')}: {summary(found)}.")

    def page(done: int, total: int) -> None:
        if done == total:
            console.print(f"Built {counted(total, 'page')}.")

    def line(text: str) -> None:
        console.print(text, markup=False)

    return serve_site(
        Serving(
            config_file=config_file,
            address=address,
            open_browser=open_browser,
            watcher=Watcher(problems, page),
            say=line,
        )
    )
