"""What `stage` writes, and what it leaves alone."""

from pathlib import Path

import pytest
import yaml

from tests.archive import write_site
from tests.sites import BROKEN, contents, run, write
from tests.staged import staged
from tests.tricky import TRICKY


@pytest.fixture
def tricky(tmp_path: Path) -> Path:
    """Return the folder of a site with every kind of page, and text that looks like markup."""
    return write_site(TRICKY, tmp_path / "tricky").parent


def test_a_staged_site_names_no_plugin_but_the_search(tricky: Path, tmp_path: Path) -> None:
    """Its settings are plain YAML, and nothing in it is our syntax."""
    folder = staged(tricky, tmp_path / "staged")
    settings = yaml.safe_load((folder / "mkdocs.yml").read_text(encoding="utf-8"))
    assert settings["plugins"] == ["search"]
    assert settings["site_url"] == "https://example.org/tricky/"
    texts = [path.read_text(encoding="utf-8") for path in (folder / "docs").rglob("*.md")]
    assert texts
    assert not [text for text in texts if "[[" in text]


def test_the_pages_of_editors_stay_markdown(tricky: Path, tmp_path: Path) -> None:
    """A page that is prose alone is Markdown alone; one with our links has HTML only after it."""
    docs = staged(tricky, tmp_path / "staged") / "docs"
    plain = (docs / "plain/index.md").read_text(encoding="utf-8")
    assert "## A heading" in plain
    assert "[Ada](../people/ada-lovelace/index.md" in plain
    assert "*More* of it." in (docs / "deep/cites/index.md").read_text(encoding="utf-8")
    assert "[^1]: A note." in (docs / "noted/index.md").read_text(encoding="utf-8")


def test_staging_twice_gives_the_same_bytes(tricky: Path, tmp_path: Path) -> None:
    """The folder is written again as a whole: what is no longer in the site goes."""
    folder = staged(tricky, tmp_path / "staged")
    before = contents(folder)
    write(folder, "docs/left-over.md", "An old page.")
    write(folder, ".git/HEAD", "ref")
    assert contents(staged(tricky, folder)) == {**before, ".git/HEAD": b"ref"}


def test_a_site_with_errors_is_not_staged(small: Path, tmp_path: Path) -> None:
    """The problems are told, and the folder is as it was."""
    folder = staged(small, tmp_path / "staged")
    before = contents(folder)
    write(small, "docs/people/charles-babbage.md", BROKEN)
    done = run("stage", "-d", str(folder), cwd=small)
    assert done.status == 1
    assert "missing-field" in done.err
    assert contents(folder) == before


@pytest.mark.parametrize("name", ["mine", "small", "small/docs", "small/docs/new", "."])
def test_a_folder_of_somebody_s_own_is_not_replaced(small: Path, tmp_path: Path, name: str) -> None:
    """Neither files that `stage` did not write nor the site itself are in danger."""
    write(tmp_path, "mine/thesis.txt", "years of work")
    before = contents(tmp_path)
    done = run("stage", "-d", str(tmp_path / name), cwd=small)
    assert done.status == 2, done.err
    assert contents(tmp_path) == before


def test_a_link_out_of_the_content_stops_it(small: Path, tmp_path: Path) -> None:
    """A staged site holds nothing from outside of `docs/`."""
    secret = write(tmp_path, "secret.txt", "secret")
    (small / "docs/note.txt").symlink_to(secret)
    folder = tmp_path / "staged"
    done = run("stage", "-d", str(folder), cwd=small)
    assert done.status == 1
    assert "docs/note.txt:1:1: error: 'note.txt' is a link to a file outside docs/" in done.err
    assert not folder.exists()
