"""The pictures of a built site: which page has which, and that they are pictures."""

import io
from contextlib import ExitStack
from pathlib import Path

import pytest
from PIL import Image

from explainer.pages.social import image_of
from explainer.settings import Settings
from tests.publish.visitor import Visitor
from tests.sites import contents, mkdocs, run, write
from tests.whole import site_of

CARDS = "assets/cards/"


@pytest.fixture
def published(small: Path) -> Path:
    """Return a small site that has an address, and an entry whose title the fonts lack."""
    settings = (small / "mkdocs.yml").read_text()
    write(small, "mkdocs.yml", f"site_url: http://127.0.0.1:8000/\n{settings}")
    title = "---\ntitle: 愛達\nsummary: A name.\n---\n[[ada-lovelace]]\n"
    write(small, "docs/glossary/ai-da.md", title)
    return small


def pictures(site: Path) -> dict[str, bytes]:
    """Return the pictures of a built site by their paths."""
    found = contents(site)
    return {path.removeprefix(CARDS): found[path] for path in found if path.startswith(CARDS)}


def test_entries_and_the_site_have_pictures(published: Path) -> None:
    """Sources have none, nor has a title in a script that the fonts lack."""
    assert run("build", cwd=published).status == 0
    found = pictures(published / "site")
    assert sorted(found) == ["glossary/note-g.png", "people/ada-lovelace.png", "site.png"]
    for data in found.values():
        image = Image.open(io.BytesIO(data))
        assert (image.format, image.mode, image.size) == ("PNG", "P", (1200, 630))
        assert len(data) < 20_000


def test_every_door_gives_the_same_pictures(published: Path) -> None:
    """A build, another one, MkDocs and a served site: to the byte."""
    assert run("build", cwd=published).status == 0
    ours = pictures(published / "site")
    assert run("build", "--no-cache", "-d", "again", cwd=published).status == 0
    assert pictures(published / "again") == ours
    assert mkdocs("build", "-q", "-d", "theirs", cwd=published).status == 0
    assert pictures(published / "theirs") == ours
    with ExitStack() as stack:
        visitor = Visitor(published, stack)
        for path, data in ours.items():
            assert visitor.get(f"/{CARDS}{path}").data == data
        ada = "docs/people/ada-lovelace.md"
        text = (published / ada).read_text()
        visitor.edit(ada, text.replace("title: Ada Lovelace", "title: Ada King"))
        assert (
            visitor.get(f"/{CARDS}people/ada-lovelace.png").data != ours["people/ada-lovelace.png"]
        )


def test_a_picture_of_the_sites_own_goes_first(published: Path) -> None:
    write(published, f"docs/{CARDS}site.png", "mine")
    assert run("build", cwd=published).status == 0
    assert pictures(published / "site")["site.png"].strip() == b"mine"


@pytest.mark.parametrize(
    "settings",
    [
        Settings(name="S"),
        Settings(name="S", url="https://site.example/", social_cards=False),
        Settings(name="愛", url="https://site.example/"),
    ],
    ids=["no address", "switched off", "a name that the fonts lack"],
)
def test_a_site_may_have_no_pictures(settings: Settings) -> None:
    """Then no page names one."""
    assert image_of(None, site_of("", settings)) == ""


def test_a_large_site_has_one_picture() -> None:
    """More would take longer to draw than all pages to build."""
    settings = Settings(name="S", url="https://site.example/")
    people = "".join(
        f"-- people/p{number}.md --\n---\ntitle: P{number}\nsummary: Somebody.\n---\n"
        for number in range(1001)
    )
    site = site_of(people, settings)
    person = next(iter(site.entries.values()))
    assert image_of(person, site) == "https://site.example/assets/cards/site.png"
