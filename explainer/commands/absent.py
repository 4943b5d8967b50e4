"""`check --absent`: show that a text is gone, or every place that still has it.

What is printed says where the text is, and repeats neither the text nor what stands around it.
"""

import json
import sys
from collections.abc import Callable, Sequence
from itertools import groupby
from pathlib import Path
from typing import Any

import click
from rich.console import Console

from explainer.commands.console import counted, make_console, watching
from explainer.problems import visible
from explainer.publish.absence import Absence, Found, Unread, Where, look_for
from explainer.publish.workers import cores
from explainer.views.sought import Sought, TooShortError

FORMATS = ("text", "json")
"""Not those of workflows: their logs can be read by everybody."""

_MOST = 40
_FROM_INPUT = "-"
_WHERE: dict[Where, str] = {
    "build": "What a build writes",
    "published": "The published folder",
    "left": "Left by builds that were stopped",
    "cache": ".cache/",
    "source": "What the site is made from",
    "other": "The other places",
}
_BEYOND = (
    "The history in git keeps what was ever committed, and so do forks, caches elsewhere and the "
    "archives of the web: MAINTAINING.md, Removing somebody, says what can be done."
)


def run_absent(config_file: str, texts: Sequence[str], *, form: str, paths: Sequence[Path]) -> int:
    """Look for texts; return 0 when it is proven that none of them is anywhere, else 1."""
    sought = _sought(texts)
    missing = [str(path) for path in paths if not path.exists()]
    if missing:
        raise click.UsageError(f"there is no {missing[0]}")
    with watching(make_console(), strict=False) as watcher:
        absence = look_for(config_file, sought, others=paths, jobs=cores(), watcher=watcher)
    if form == "json":
        click.echo(json.dumps(_plain(absence), indent=2, ensure_ascii=False))
    else:
        _print(absence, sought, make_console(result=True))
    return 0 if absence.is_proven else 1


def _sought(texts: Sequence[str]) -> list[Sought]:
    """Return what is looked for; raises `click.UsageError` for a text that is too short."""
    given: list[str] = []
    for text in texts:
        read = sys.stdin.read().splitlines() if text == _FROM_INPUT else [text]
        given += [line.strip() for line in read if line.strip() or text != _FROM_INPUT]
    try:
        found = [Sought(text) for text in dict.fromkeys(given)]
    except TooShortError as error:
        raise click.UsageError(f"{error}, and would be found everywhere") from None
    if not found:
        raise click.UsageError("--absent - was given no text")
    return found


def _print(absence: Absence, sought: Sequence[Sought], console: Console) -> None:
    def say(line: str, style: str = "") -> None:
        console.print(line, style=style, markup=False)

    for where, places in groupby(absence.found, key=lambda found: found.where):
        say(f"{_WHERE[where]}:", "bold")
        _listed([_place(found, len(sought)) for found in places], say)
    if absence.unread:
        say("Nobody could read these; look at them:", "bold")
        _listed([f"{visible(unread.path)}: {unread.reason}" for unread in absence.unread], say)
    if absence.within:
        say("Longer words that have it in them; are they other words?", "bold")
        _listed(
            [f"{visible(word)} ({counted(n, 'file')})" for word, n in absence.within.items()], say
        )
    if any(text.parts > 1 for text in sought):
        say("A name of several words was looked for as a whole. Look for its parts, too.")
    say(_BEYOND)
    say(_verdict(absence))


def _verdict(absence: Absence) -> str:
    where = "" if absence.built else "; the site cannot be built, so this is not all"
    if absence.found:
        files = len({(found.where, found.path) for found in absence.found})
        return f"Found in {counted(files, 'file')} of {absence.files}{where}."
    if not absence.is_proven:
        return f"Not found in {counted(absence.files, 'file')}, but not proven to be absent{where}."
    return f"Absent from all of {counted(absence.files, 'file')}."


def _listed(lines: Sequence[str], say: Callable[[str], None]) -> None:
    for line in lines[:_MOST]:
        say(f"  {line}")
    if len(lines) > _MOST:
        say(f"  and {len(lines) - _MOST} more; --format json has them all")


def _place(found: Found, texts: int) -> str:
    line = f":{found.line}" if found.line is not None else ""
    which = f", text {found.text + 1}" if texts > 1 else ""
    form = "" if found.form == "as it is" else f", {found.form}"
    return f"{visible(found.path)}{line}{form}{which}"


def _plain(absence: Absence) -> dict[str, Any]:
    return {
        "absent": absence.is_proven,
        "built": absence.built,
        "files": absence.files,
        "found": [_plain_found(found) for found in absence.found],
        "unread": [_plain_unread(unread) for unread in absence.unread],
        "within": dict(absence.within),
    }


def _plain_found(found: Found) -> dict[str, Any]:
    return {
        "where": found.where,
        "path": found.path,
        "line": found.line,
        "form": found.form,
        "text": found.text + 1,
    }


def _plain_unread(unread: Unread) -> dict[str, Any]:
    return {"where": unread.where, "path": unread.path, "reason": unread.reason}
