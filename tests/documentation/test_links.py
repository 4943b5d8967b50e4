"""Links in the documentation lead to files and headings of the repository."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from tests.documentation.collect import DOCUMENTS, files_of
from tests.sites import REPOSITORY

_LINK = re.compile(r"(?<!\\)\]\((?!https?:|mailto:)(?P<path>[^)#\s]*)(?:#(?P<anchor>[^)\s]*))?\)")
_HEADING = re.compile(r"^#{1,6} +(.+?) *$", re.MULTILINE)
_FENCED = re.compile(r"^( *)(`{3,}|~{3,}).*?^\1\2`*$", re.DOTALL | re.MULTILINE)


def prose_of(path: Path) -> str:
    """Return a text without its blocks of code."""
    return _FENCED.sub("", path.read_text(encoding="utf-8"))


@cache
def anchors_of(path: Path) -> frozenset[str]:
    """Return the anchors of the headings, as GitHub makes them."""
    return frozenset(_anchors(prose_of(path)))


def _anchors(text: str) -> Iterator[str]:
    counts: dict[str, int] = {}
    for heading in _HEADING.findall(text):
        words = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", heading).lower()
        anchor = re.sub(r"[^\w\- ]", "", words).replace(" ", "-")
        number = counts[anchor] = counts.get(anchor, -1) + 1
        yield f"{anchor}-{number}" if number else anchor


def links_in(path: str) -> Iterator[tuple[str, Path, str]]:
    """Yield each link in a text as it stands, and the file and the heading that it leads to."""
    file = REPOSITORY / path
    for match in _LINK.finditer(re.sub(r"`[^`\n]+`", "", prose_of(file))):
        target = (file.parent / match["path"]).resolve() if match["path"] else file
        yield match[0], target, match["anchor"] or ""


@pytest.mark.parametrize("path", files_of(DOCUMENTS))
def test_links_lead_somewhere(path: str) -> None:
    """To a file or folder that is there, and to a heading that it has."""
    lost = [
        link
        for link, target, anchor in links_in(path)
        if not target.exists() or (anchor and anchor not in anchors_of(target))
    ]
    assert lost == []
