"""`check --absent` finds a text wherever builds left it, and proves it absent only when it is."""

import gzip
import io
import json
import sys
from pathlib import Path
from shutil import rmtree
from typing import Any

import pytest
from PIL import Image

from tests.sites import BROKEN, run, write

NAME = "Jane Doe"
OTHER = "docs/glossary/note-g.md"


def looked(site: Path, *texts: str, paths: tuple[str, ...] = ()) -> dict[str, Any]:
    """Look for texts; return what the JSON says."""
    options = [option for text in texts or (NAME,) for option in ("--absent", text)]
    done = run("check", "--format", "json", *options, *paths, cwd=site)
    found: dict[str, Any] = json.loads(done.out)
    assert done.status == (0 if found["absent"] else 1)
    return found


def places(found: dict[str, Any], where: str) -> list[str]:
    return [place["path"] for place in found["found"] if place["where"] == where]


def mention(site: Path, text: str) -> None:
    """Write a text into an entry of the site."""
    path = site / OTHER
    path.write_text(path.read_text("utf-8") + f"\n{text}\n", "utf-8")


def test_a_site_that_never_had_it(small: Path) -> None:
    """Proven, after looking at every file; the history of git is named as what is left."""
    done = run("check", "--absent", NAME, cwd=small)
    assert done.status == 0
    assert "Absent from all of " in done.out
    assert "history in git" in done.out
    assert not (small / "site").exists()
    assert not (small / ".cache").exists()


def test_every_file_that_a_build_writes_is_looked_at(small: Path) -> None:
    """Pages, search index, data in all forms, feeds, sitemap, pictures for those who share."""
    settings = "site_name: Small site\nsite_url: https://s.example/\nplugins: [search, explainer]\n"
    write(small, "mkdocs.yml", settings)
    person = (
        "---\ntitle: Jane Doe\nsummary: Known as Doe.\nreviewed: 2024-01-01\n"
        "corrections: [{date: 2024-01-02, text: Jane Doe was misspelled.}]\n---\n"
    )
    write(small, "docs/people/jane-doe.md", person)
    found = looked(small)
    built = places(found, "build")
    for path in (
        "404.html",
        "assets/cards/site.png",
        "assets/javascripts/search.js",
        "robots.txt",
    ):
        assert path not in built
    for path in (
        "assets/cards/people/jane-doe.png",
        "corrections/index.html",
        "data/entries.json",
        "data/explainer.sqlite",
        "data/people.csv",
        "feed.json",
        "feed.xml",
        "llms.txt",
        "people/index.html",
        "people/jane-doe/index.html",
        "print/index.html",
        "sitemap.xml",
        "sitemap.xml.gz",
    ):
        assert path in built, path
    assert any(path.startswith("search/r") for path in built)
    forms = {place["path"]: place["form"] for place in found["found"] if place["where"] == "build"}
    assert forms["assets/cards/people/jane-doe.png"] == "on the picture"
    assert places(found, "source") == ["docs/people/jane-doe.md"]
    (small / "docs/people/jane-doe.md").unlink()
    assert looked(small)["absent"]


def test_a_family_name_alone_is_found_in_the_index_of_the_search(small: Path) -> None:
    mention(small, "He met Mr Doering.")
    assert any(path.startswith("search/p") for path in places(looked(small, "Doering"), "build"))


def test_a_picture_of_an_earlier_build_proves_nothing(small: Path) -> None:
    """Nobody can read what is on it; one that a build of now draws is known by its words."""
    settings = "site_name: Small site\nsite_url: https://s.example/\nplugins: [search, explainer]\n"
    write(small, "mkdocs.yml", settings)
    page = (small / OTHER).read_text("utf-8")
    (small / OTHER).write_text(page.replace("The last note", "Jane Doe's last note"), "utf-8")
    assert run("build", "--no-cache", cwd=small).status == 0
    (small / OTHER).write_text(page, "utf-8")
    drawn = "assets/cards/people/ada-lovelace.png"
    card = "assets/cards/glossary/note-g.png"
    kept = {name: (small / "site" / name).read_bytes() for name in (drawn, card)}
    rmtree(small / "site")
    for name, data in kept.items():
        (small / "site" / name).parent.mkdir(parents=True, exist_ok=True)
        (small / "site" / name).write_bytes(data)
    found = looked(small)
    assert (found["absent"], found["found"]) == (False, [])
    assert found["unread"] == [
        {"where": "published", "path": card, "reason": "a picture of another build"}
    ]


def test_what_earlier_builds_left_is_looked_at(small: Path) -> None:
    """The published folder, the cache of pages, and the workshop of a build that was killed."""
    page = (small / OTHER).read_text("utf-8")
    mention(small, NAME)
    assert run("build", cwd=small).status == 0
    (small / ".site-build-abc/new").mkdir(parents=True)
    write(small, ".site-build-abc/new/index.html", "<p>Jane <b>D</b>oe</p>")
    (small / OTHER).write_text(page, "utf-8")
    found = looked(small)
    assert places(found, "build") == places(found, "source") == []
    assert "glossary/note-g/index.html" in places(found, "published")
    assert places(found, "cache") == ["explainer/pages"]
    assert places(found, "left") == [".site-build-abc/new/index.html"]
    assert run("build", cwd=small).status == 0
    assert looked(small)["absent"], "a build clears all of it away"


def test_what_readers_never_see_is_found_in_the_sources(small: Path) -> None:
    """A comment, a draft, the settings, a template: they are in the repository."""
    draft = "---\ntitle: Jane Doe\nsummary: A draft.\ndraft: true\n---\n"
    write(small, "docs/people/somebody.md", draft)
    mention(small, "<!-- Jane Doe -->")
    write(small, "templates/note.html", "{# Jane Doe #}")
    with (small / "mkdocs.yml").open("a") as settings:
        settings.write("# Jane Doe\n")
    found = looked(small)
    assert sorted(places(found, "source")) == [
        OTHER,
        "docs/people/somebody.md",
        "mkdocs.yml",
        "templates/note.html",
    ]


def test_a_copy_of_the_site_can_be_looked_at(small: Path) -> None:
    """Whatever its files are packed in; a file's name counts, and a picture is for people."""
    copy = small / "copy"
    (copy / ".git").mkdir(parents=True)
    (copy / ".git/HEAD").write_text(NAME)
    (copy / "a.gz").write_bytes(gzip.compress(b"Jane Doe"))
    (copy / "b-jane.doe").write_bytes(b"")
    (copy / "c.txt").write_text("nobody")
    for name in ("d.png", "e.png"):
        Image.new("P", (1, 1)).save(copy / name)
    (copy / "f").symlink_to("nowhere")
    found = looked(small, paths=("copy",))
    assert [(place["path"], place["form"]) for place in found["found"]] == [
        ("copy/a.gz", "as it is"),
        ("copy/b-jane.doe", "in its name"),
    ]
    unread = [(place["path"], place["reason"]) for place in found["unread"]]
    assert unread == [("copy/d.png", "a picture"), ("copy/f", "no ordinary file")]


def test_a_site_that_cannot_be_built_proves_nothing(small: Path) -> None:
    """Its problems are told, and what is there of earlier builds is looked at all the same."""
    write(small, "docs/people/charles-babbage.md", BROKEN)
    done = run("check", "--absent", NAME, cwd=small)
    assert done.status == 1
    assert "missing-field" in done.err
    assert "not proven" in done.out
    mention(small, NAME)
    done = run("check", "--absent", NAME, cwd=small)
    assert f"  {OTHER}:7" in done.out.splitlines()
    assert "this is not all" in done.out


def test_no_more_is_said_of_it_than_where_it_is(small: Path) -> None:
    """Neither the text nor its surroundings are printed; of several texts the number is."""
    mention(small, "The secret neighbour is J&#97;ne Doe.")
    mention(small, "Adamant.")
    done = run("check", "--absent", "Jim Roe", "--absent", NAME, "--absent", "Adam", cwd=small)
    assert "  glossary/note-g/index.html, in other signs, text 2" in done.out
    assert f"  {OTHER}, in other signs, text 2" in done.out
    assert not any(word in done.out for word in ("Jane", "Doe", "secret", "neighbour"))
    assert "  adamant (" in done.out
    assert "Look for its parts, too" in done.out


def test_texts_can_come_from_a_file(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """So that no name stands in the history of a shell; blank lines are no texts."""
    mention(small, NAME)
    given = io.BytesIO(b"\nSomebody Else\n  Jane Doe \n")
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(given))
    found = looked(small, "-")
    assert {place["text"] for place in found["found"]} == {2}


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--absent", "x"), "fewer than 2 letters"),
        (("--absent", ""), "fewer than 2 letters"),
        (("--absent", "Jane", "--format", "github"), "--format text or json"),
        (("--absent", "Jane", "--base", "main"), "--format text or json"),
        (("--absent", "Jane", "no-such-folder"), "there is no no-such-folder"),
    ],
)
def test_wrong_usage(small: Path, arguments: tuple[str, ...], words: str) -> None:
    done = run("check", *arguments, cwd=small)
    assert done.status == 2
    assert words in done.err
