"""The links of the documentation lead to files that are there, and to headings of theirs."""

import re
from pathlib import Path

import pytest

from tests.sites import REPOSITORY
from tools.reference.markdown import anchors, prose_lines

PAGES = [
    path
    for pattern in ("*.md", "reference/*.md", "examples/*.md", "bench/*.md")
    for path in sorted(REPOSITORY.glob(pattern))
]
LINK = re.compile(r"(?<!\\)\[[^\]]*\]\(([^)\s]+)\)")
CODE = re.compile(r"(`+).+?\1")


def links_of(path: Path) -> list[str]:
    """Return where the links of a page lead, those to other machines left out."""
    text = "\n".join(CODE.sub("", line) for line in prose_lines(path.read_text("utf-8")))
    return [target for target in LINK.findall(text) if not re.match(r"[a-z]+:", target)]


def test_the_reference_is_linked_from_where_people_begin() -> None:
    """README, CONTRIBUTING and KINDS lead to it."""
    for name in ("README.md", "CONTRIBUTING.md", "KINDS.md"):
        assert any(link.startswith("reference/") for link in links_of(REPOSITORY / name)), name


@pytest.mark.parametrize("path", PAGES, ids=[p.relative_to(REPOSITORY).as_posix() for p in PAGES])
def test_every_link_leads_somewhere(path: Path) -> None:
    """To a file of the repository, and to an anchor that GitHub gives one of its headings."""
    wrong = []
    for link in links_of(path):
        name, _, anchor = link.partition("#")
        target = (path.parent / name).resolve() if name else path
        is_there = target.exists()
        if anchor and is_there and target.suffix == ".md":
            is_there = anchor in set(anchors(target.read_text("utf-8")))
        if not is_there:
            wrong.append(link)
    assert wrong == []
