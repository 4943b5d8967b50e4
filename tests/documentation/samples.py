"""What commands print, as the documentation shows it: made again and compared."""

import re
from collections.abc import Callable, Mapping
from pathlib import Path

from tests.archive import write_site
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


def usage(shown: str, folder: Path) -> None:
    """Hold the words with which a command is called to what its help says."""
    command, _, _ = shown.removeprefix("python build.py ").partition("[OPTIONS]")
    done = run(*command.split(), "--help", cwd=folder)
    assert done.status == 0, done.err
    assert f"{shown.removeprefix('python ')}" in done.out.replace("\n  ", " "), done.out


def explanation(shown: str, folder: Path) -> None:
    """Hold the example of a problem to what `explain` says of it."""
    codes = re.findall(r"\[([a-z-]+)\]$", shown, re.MULTILINE)
    assert codes, "the example names no code"
    done = run("explain", codes[-1], cwd=folder)
    assert shown in done.out, f"{shown}is not in\n{done.out}{done.err}"


SAMPLES: Mapping[str, Callable[[str, Path], None]] = {"diff": diff}
"""What looks at a block with a comment `<!-- example: NAME -->` before it."""

KNOWN: tuple[tuple[re.Pattern[str], Callable[[str, Path], None]], ...] = (
    (re.compile(r"python build\.py [a-z ]+ \[OPTIONS\].*\n"), usage),
    (re.compile(r"(?:For example, |Where main had ).*", re.DOTALL), explanation),
)
"""What looks at a block of text that says by itself what it is."""


def assert_printed(text: str, folder: Path) -> None:
    """Fail unless a command prints a text of which can be seen what it is."""
    look = next((look for pattern, look in KNOWN if pattern.fullmatch(text)), None)
    assert look, f"{NOTHING}:\n{text}"
    look(text, folder)
