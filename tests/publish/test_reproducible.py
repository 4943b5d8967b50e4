"""The same site, from the same content: wherever, whenever and by however many it is built."""

import os
import stat
import subprocess
import sys
from pathlib import Path

from tests.archive import write_site
from tests.hostile.killing import DAY
from tests.sites import PATIENCE, SMALL, write

SETTINGS = """site_name: Small site
site_url: https://small.example/
plugins: [search, explainer]
markdown_extensions: [tables, attr_list, footnotes]
"""
PERSON = """---
title: Person {0}
summary: One of many, born in no order.
aliases: [Nobody {0}, Ünal {0}]
nationality: [GB, FR]
born: 19{0:02}
sources: [menabrea-1843]
tags: [b, a]
affiliations: [{{who: org, role: r}}]
detentions: [{{held_by: GB, from: 1990-01-01, place: tower, sources: [menabrea-1843]}}]
---
Person {1} knew [[person-{1}]] and Ada Lovelace.[@menabrea-1843]
"""
MORE = """
    -- docs/organisations/org.md --
    ---
    title: An organisation
    ---
    -- docs/places/tower.md --
    ---
    title: The Tower
    country: GB
    coordinates: [51.5, -0.07]
    ---
    -- docs/places/paris.md --
    ---
    title: Paris
    country: FR
    coordinates: [48.8, 2.3]
    ---
    -- docs/events/swap.md --
    ---
    title: A swap
    summary: What happened.
    date: 1991-02
    category: talks
    place: paris
    participants: [{who: person-3, role: a}, {who: person-2, role: b}]
    transfers: [{who: person-1, from: GB, to: FR}]
    ---
"""

UNSORTED = """
import os, sys
class Listed:
    def __init__(self, *arguments):
        self.entries = list(scandir(*arguments))[::-1]
    def __iter__(self): return iter(self.entries)
    def __next__(self):
        if not self.entries: raise StopIteration
        return self.entries.pop(0)
    def __enter__(self): return self
    def __exit__(self, *_): pass
    def close(self): pass
scandir, listdir = os.scandir, os.listdir
os.scandir = Listed
os.listdir = lambda *arguments: listdir(*arguments)[::-1]
os.umask(int(sys.argv.pop(1), 8))
from explainer.commands.main import main
sys.exit(main())
"""
"""Our command line on a machine that lists every folder in the other order, with a given mask."""


def site_at(folder: Path, *, backwards: bool = False) -> Path:
    """Write the site, its files in the one order or in the other."""
    write_site(SMALL + MORE, folder)
    write(folder, "mkdocs.yml", SETTINGS)
    numbers = range(70)
    for number in reversed(numbers) if backwards else numbers:
        text = PERSON.format(number, (number + 1) % 70)
        write(folder, f"docs/people/person-{number}.md", text)
    return folder


def build(site: Path, mask: str, *options: str, **environment: str) -> None:
    """Build a site in a process of its own."""
    ran = subprocess.run(
        [sys.executable, "-c", UNSORTED, mask, "build", *options],
        cwd=site,
        env={**os.environ, "SOURCE_DATE_EPOCH": DAY, **environment},
        capture_output=True,
        text=True,
        check=False,
        timeout=PATIENCE,
    )
    assert ran.returncode == 0, ran.stderr


def written(folder: Path) -> dict[str, tuple[int, bytes]]:
    """Return the mode and the content of everything below a folder."""
    return {
        path.relative_to(folder).as_posix(): (
            stat.S_IMODE(path.stat().st_mode),
            path.read_bytes() if path.is_file() else b"",
        )
        for path in folder.rglob("*")
    }


def assert_same(one: Path, other: Path) -> None:
    """Compare two sites, and name the files that differ."""
    before, now = written(one), written(other)
    assert sorted(before.keys() ^ now.keys()) == []
    assert [path for path in before if before[path] != now[path]] == []


def test_every_machine_writes_the_same_bytes(tmp_path: Path) -> None:
    """Path, zone, language, order of files, hashes, workers, mask: none shows; nor does the cache.

    With pictures, data, feeds, and the database among what is compared.
    """
    here = site_at(tmp_path / "here")
    build(here, "022", "-j", "1", "--no-cache", TZ="UTC", LC_ALL="C", PYTHONHASHSEED="0")
    there = site_at(tmp_path / "some where/élse" / ("deep" * 9), backwards=True)
    elsewhere = {"TZ": "Pacific/Kiritimati", "LC_ALL": "tr_TR.UTF-8", "PYTHONHASHSEED": "4242"}
    build(there, "077", "-j", "3", **elsewhere)
    assert_same(here / "site", there / "site")
    kept = {"data/explainer.sqlite", "feed.xml", "sitemap.xml.gz", "print/index.html"}
    assert kept <= written(here / "site").keys()
    assert any(path.endswith(".png") for path in written(here / "site"))

    about = write(there, "docs/about.md", "Not there before.\n")
    build(there, "002", "-j", "2", PYTHONHASHSEED="7")
    about.unlink()
    build(there, "022", "-j", "2", PYTHONHASHSEED="8")
    assert_same(here / "site", there / "site")
