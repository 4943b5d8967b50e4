"""The pages of the first site that stand for all others, and the looks they are seen in."""

from pathlib import Path
from typing import Any

FRONT = ""
PERSON = "people/marc-fogel/"
EVENT = "events/ankara-exchange-2024/"
NAMED = "people/vladimir-kara-murza/"  # has a name in another script
PROSE = "how-we-know/"
DRAWN = "explainers/one-august-2024/"

ENTRIES = (
    PERSON,
    EVENT,
    NAMED,
    "glossary/wrongful-detention/",
    "organisations/fsb/",
    "places/russia/",
    "sources/hill-2024-08-01/",
)
"""One entry of each kind, the largest of its kind where they differ much."""

_NAMES = """
corrections changes events exchanges glossary held map network organisations people places sources
timeline
"""
OVERVIEWS = tuple(f"{name}/" for name in _NAMES.split())
"""The pages that the site makes by itself; those that it has are looked at."""

LOOKS: tuple[dict[str, Any], ...] = (
    {"width": 1280},
    {"width": 1280, "scheme": "dark"},
    {"width": 360},
    {"width": 360, "scheme": "dark"},
)


def sample(site: Path) -> list[str]:
    """Return the addresses of one page of each kind, every overview, and three pages of prose."""
    asked = (FRONT, *ENTRIES, *OVERVIEWS, PROSE, DRAWN, "where-sources-disagree/", "404.html")
    return [path for path in asked if _file(site, path).is_file()]


def every_page(site: Path) -> list[str]:
    """Return the addresses of all pages, redirects left out."""
    found = sorted(site.rglob("*.html"))
    pages = [path for path in found if 'http-equiv="refresh"' not in path.read_text("utf-8")]
    return [path.relative_to(site).as_posix().removesuffix("index.html") for path in pages]


def _file(site: Path, path: str) -> Path:
    return site / path / "index.html" if not path or path.endswith("/") else site / path
