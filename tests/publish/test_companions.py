"""Files that are made of the whole site, beside its pages."""

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from mkdocs.config.defaults import MkDocsConfig

from explainer.publish import companions
from explainer.publish.companions import Companion
from explainer.publish.generator import Plan
from tests.publish.visitor import Visitor
from tests.sites import run, write


def listed(plan: Plan, config: MkDocsConfig) -> Iterator[Companion]:
    """List one file, with the titles of all entries."""
    yield Companion("data/titles.txt", titles)


def titles(plan: Plan) -> bytes:
    """Return the titles of all entries."""
    entries = plan.whole.site.entries.values()
    return "\n".join(entry.fields.title for entry in entries).encode()


@pytest.fixture(autouse=True)
def _listing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(companions, "COMPANIONS", (listed,))


TITLES = b"Ada Lovelace\nNote G\nSketch of the Analytical Engine"


def test_a_build_writes_them(small: Path) -> None:
    """At their addresses; the sitemap has pages only."""
    assert run("build", cwd=small).status == 0
    assert sorted((small / "site/data/titles.txt").read_bytes().split(b"\n")) == sorted(
        TITLES.split(b"\n")
    )
    assert "titles" not in (small / "site/sitemap.xml").read_text()


def test_a_served_site_has_them_as_they_are_now(small: Path) -> None:
    """An edit shows in them, though no page was added."""
    with ExitStack() as stack:
        visitor = Visitor(small, stack)
        assert b"Ada Lovelace" in visitor.get("/data/titles.txt").data
        text = (small / "docs/people/ada-lovelace.md").read_text()
        visitor.edit("docs/people/ada-lovelace.md", text.replace("Ada Lovelace", "Ada King"))
        assert b"Ada King" in visitor.get("/data/titles.txt").data


def test_a_file_of_the_sites_own_goes_first(small: Path) -> None:
    """What an editor put at the address stays."""
    write(small, "docs/data/titles.txt", "mine")
    assert run("build", cwd=small).status == 0
    assert (small / "site/data/titles.txt").read_text().strip() == "mine"
