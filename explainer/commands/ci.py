"""`ci`: what the workflows run, one command for each step."""

import os
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

import click

from explainer.ci import FlowFailedError
from explainer.ci.adopt import adopt
from explainer.ci.asking import Asker, is_public
from explainer.ci.failure import one_line
from explainer.ci.issue import settle
from explainer.ci.ledger import read, written
from explainer.ci.previews import publish, sweep
from explainer.ci.review import review, run_command
from explainer.ci.sources import look, look_for_copies
from explainer.ci.sources_report import report
from explainer.ci.surroundings import Surroundings
from explainer.ci.web import Service, session
from explainer.commands.console import counted
from explainer.commands.parameters import config_file_option
from explainer.publish.cited import cited_sources

ARCHIVE = "https://archive.org"
_LEDGER = "addresses.json"
_REPORT = "report.md"

_folder = click.option(
    "-d",
    "--dir",
    "folder",
    metavar="DIR",
    required=True,
    type=click.Path(path_type=Path),
    help="The folder for what this step leaves to the next one.",
)


def run_ci(arguments: Sequence[str]) -> int:
    """Run a step of a workflow; return 1, with one line, when it cannot go on."""
    try:
        return int(ci.main(list(arguments), prog_name="build.py ci", standalone_mode=False) or 0)
    except FlowFailedError as error:
        click.echo(f"Stopped: {one_line(str(error))}", err=True)
        return 1


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def ci() -> None:
    """Run a step of the workflows in .github/workflows/; MAINTAINING.md says what for."""


@ci.command("adopt")
@config_file_option
@click.argument(
    "change",
    type=click.Path(file_okay=False, path_type=Path),
    help="The folder in which the merge of the pull request is checked out.",
)
def adopt_change(config_file: str, change: Path) -> None:
    """Take the content, and nothing else, of the merge checked out in CHANGE."""
    adopted = adopt(config_file, change)
    written, removed = len(adopted.written), len(adopted.removed)
    click.echo(f"Taken: {counted(written, 'file')} written, {removed or 'none'} removed.")
    if adopted.left:
        named = "; ".join(one_line(path, longest=100) for path in adopted.left[:20])
        click.echo(
            f"::notice title=Content only::{counted(len(adopted.left), 'file')} outside the "
            f"content not taken into account: {named}"
        )


@ci.command("review")
@config_file_option
@_folder
def review_change(config_file: str, folder: Path) -> int:
    """Check a pull request, say what it changes, and build its preview into a folder."""
    return review(config_file, folder, Surroundings.found(), run_command)


@ci.command("publish")
def publish_preview() -> None:
    """Publish the preview that a finished review left behind, and say so on its pull request."""
    click.echo(publish(Surroundings.found()))


@ci.command("sweep")
def sweep_previews() -> None:
    """Remove the previews of pull requests that are closed."""
    removed = sweep(Surroundings.found())
    named = ", ".join(map(str, removed))
    click.echo(f"Removed the previews of: {named}" if removed else "No preview is left over.")


@ci.command("sources")
@config_file_option
@_folder
@click.option("--pause", default=5.0, show_default=True, help="Seconds between two of one host.")
@click.option("--minutes", default=40.0, show_default=True, help="When to stop for today.")
@click.option("--days", default=3, show_default=True, help="Days of failure before it is told.")
@click.option("--most-copies", default=50, show_default=True, help="How many copies to look for.")
@click.option("--archive", default=ARCHIVE, show_default=True, help="Where to look for copies.")
@click.option("--local", is_flag=True, help="Ask machines nearby, too.")
def look_at_sources(
    config_file: str,
    *,
    folder: Path,
    pause: float,
    minutes: float,
    days: int,
    most_copies: int,
    archive: str,
    local: bool,
) -> None:
    """Ask whether the sources still answer, and write down what is to be done."""
    sources = cited_sources(config_file)
    folder.mkdir(parents=True, exist_ok=True)
    book = folder / _LEDGER
    ledger = read(book.read_text("utf-8", "replace")) if book.exists() else {}
    asking = session(retries=2, pause=min(pause, 5.0), about=os.environ.get("SITE_URL"))
    asker = Asker(asking, pause=pause, allowed=_anything if local else is_public)
    today = datetime.now(UTC).date()
    looked = look(sources, ledger, asker, today=today, minutes=minutes)
    service = Service("the archive", archive, asking)
    ledger = look_for_copies(
        sources, looked.ledger, service, today=today, pause=pause, most=most_copies
    )
    said = report(sources, ledger, days=days)
    book.write_text(written(ledger), "utf-8")
    (folder / _REPORT).write_text(said or "", "utf-8")
    click.echo(f"Asked {looked.asked} addresses; {looked.left} left for another day.")


@ci.command("issue")
@_folder
def settle_issue(folder: Path) -> None:
    """Open, change or close the issue about the sources, as the report in a folder says."""
    around = Surroundings.found()
    try:
        said = (folder / _REPORT).read_text("utf-8")
    except OSError:
        raise FlowFailedError(f"{folder} has no report; `ci sources` writes it") from None
    click.echo(settle(around.github(), said or None, author=around.author))


def _anything(_: str) -> bool:
    return True
