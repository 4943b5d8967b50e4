"""What commands print, as the documentation shows it: made again and compared."""

import re
from collections.abc import Callable, Mapping
from pathlib import Path

from tests.archive import write_site
from tests.repositories import repository
from tests.sites import run, write

JANE = """
    -- mkdocs.yml --
    site_name: A site
    plugins: [search, explainer]
    -- docs/people/jane-doe.md --
    ---
    title: Jane Doe
    summary: A teacher from Lyon.
    detentions:
      - held_by: NO
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


def problem(shown: str, folder: Path) -> None:
    """Hold the example of a problem to what `explain` prints of it."""
    codes = re.findall(r"\[([a-z-]+)\]", shown)
    assert codes, "the example names no code"
    printed = run("explain", codes[-1], cwd=folder).out
    lines = {line.strip() for line in printed.splitlines()}
    assert [line for line in shown.splitlines() if line.strip() not in lines] == []


SAMPLES: Mapping[str, Callable[[str, Path], None]] = {"diff": diff, "problem": problem}
"""What looks at a block with a comment `<!-- example: NAME -->` before it."""
