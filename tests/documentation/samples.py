"""What commands print, as the documentation shows it: made again and compared."""

import re
from collections.abc import Callable, Mapping
from pathlib import Path
from textwrap import indent

from explainer.problems import CODES
from tests.archive import write_site
from tests.documentation.collect import Example
from tests.repositories import repository
from tests.sites import run, write

NOTHING = 'nothing runs this block; CONTRIBUTING.md says how, under "Examples"'

JANE = """
    -- mkdocs.yml --
    site_name: A site
    plugins: [search, explainer]
    -- docs/people/jane-doe.md --
    ---
    title: Jane Doe
    summary: A teacher from Oslo.
    detentions:
      - held_by: GB
        from: 2021~
        legal_status: {value: charged, sources: [court-2024-07-19, herald-2024-08-01]}
        sources: [court-2024-07-19]
    ---
    She was arrested at the airport.[@herald-2024-08-01]
    -- docs/sources/court-2024-07-19.md --
    ---
    title: A judgment
    publisher: The court
    ---
    -- docs/sources/herald-2024-08-01.md --
    ---
    title: The Herald, 1 August 2024
    publisher: The Herald
    ---
"""
CHANGES = (
    ("from: 2021~", "from: 2021-08-14"),
    (
        "{value: charged, sources: [court-2024-07-19, herald-2024-08-01]}",
        "{value: convicted, as_of: 2024-07-19, sources: [court-2024-07-19]}",
    ),
    ("arrested at", "detained in May at"),
)


def changed_site(folder: Path) -> Path:
    """Return a site under git in which an entry has changed since `main`."""
    site = repository(write_site(JANE, folder / "site").parent)
    path = "docs/people/jane-doe.md"
    text = (site / path).read_text("utf-8")
    for old, new in CHANGES:
        assert old in text
        text = text.replace(old, new)
    write(site, path, text)
    return site


def diff(shown: str, folder: Path) -> None:
    """Change an entry and have `diff` tell it."""
    done = run("diff", "main", cwd=changed_site(folder))
    assert done.status == 0, done.err
    assert shown in done.out, f"{shown}is not in\n{done.out}"


SAMPLES: Mapping[str, Callable[[str, Path], None]] = {"diff": diff}
"""What looks at a block with a comment `<!-- example: NAME -->` before it."""


def assert_printed(example: Example, folder: Path) -> None:
    """Fail unless a text is what a command prints: how it is called, or of what a problem is."""
    if _USAGE.fullmatch(example.text):
        _assert_usage(example.text, folder)
    elif example.heading in CODES:
        done = run("explain", example.heading, cwd=folder)
        shown = indent(example.text, " " * 4)
        assert shown in done.out, f"{shown}is not in\n{done.out}"
    else:
        raise AssertionError(f"{example.place}: {NOTHING}")


def _assert_usage(shown: str, folder: Path) -> None:
    command, _, _ = shown.removeprefix("python build.py ").partition("[OPTIONS]")
    done = run(*command.split(), "--help", cwd=folder)
    assert done.status == 0, done.err
    assert shown.removeprefix("python ") in done.out.replace("\n  ", " "), done.out


_USAGE = re.compile(r"python build\.py [a-z ]+ \[OPTIONS\].*\n")
