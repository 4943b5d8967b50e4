"""`diff`: what changed between two revisions, for people and for programs."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.archive import write_site
from tests.repositories import commit, git, repository
from tests.sites import Ran, run, write

ADA = """---
title: Ada Lovelace
summary: A mathematician.
reviewed: 2026-01
detentions:
  - held_by: NO
    from: 2021~
    legal_status: {value: charged, sources: [paper, letter]}
    sources: [paper]
---
She wrote [[note-g]] in Oslo.[@paper] Nobody read it for years.[@letter]
"""

SITE = """
    -- mkdocs.yml --
    site_name: Small site
    plugins: [search, explainer]
    -- docs/glossary/note-g.md --
    ---
    title: Note G
    summary: The last note, with a program in it.
    ---
    A note by [[ada]].
    -- docs/glossary/engine.md --
    ---
    title: Engine
    summary: What the note is for.
    ---
    See [[note-g]].
    -- docs/sources/paper.md --
    ---
    title: The Paper
    publisher: Press
    ---
    -- docs/sources/letter.md --
    ---
    title: A Letter
    publisher: Press
    ---
"""

PERSON = "docs/people/ada.md"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Return a site with one commit on main, and nothing changed since."""
    folder = write_site(SITE, tmp_path / "site").parent
    write(folder, PERSON, ADA)
    return repository(folder)


def edit(site: Path, path: str, old: str, new: str) -> None:
    """Replace a text in a file of the site."""
    text = (site / path).read_text()
    assert old in text
    write(site, path, text.replace(old, new))


def convict(site: Path) -> None:
    """Change what is most sensitive: a legal status, and the date of a detention."""
    edit(site, PERSON, "charged, sources: [paper, letter]", "convicted, sources: [paper]")
    edit(site, PERSON, "from: 2021~", "from: 2021-08-14")


def report(site: Path, *arguments: str) -> dict[str, Any]:
    """Return the report for programs."""
    done = run("diff", *arguments, "--format", "json", cwd=site)
    assert done.status == 0, done.err
    found: dict[str, Any] = json.loads(done.out)
    return found


def told(site: Path, *arguments: str) -> str:
    """Return the report as a comment."""
    done = run("diff", "main", "--format", "markdown", *arguments, cwd=site)
    assert done.status in (0, 1), done.err
    return done.out


def test_nothing_changed(site: Path) -> None:
    """It says so, and the gate is open."""
    done = run("diff", "main", "--gate", cwd=site)
    assert (done.status, done.err) == (0, "")
    assert "Nothing changes on the site." in done.out
    assert "Nothing changes on the site." in told(site)


def test_the_report_for_programs(site: Path) -> None:
    """Its keys are those that the documentation names, and stay so."""
    convict(site)
    base = git(site, "rev-parse", "HEAD")
    found = report(site, "main", "--site-url", "https://preview.example/12/")
    assert found["base"] == {"revision": "main", "commit": base}
    assert found["head"] is None
    assert found["summary"] == {
        "entries": 1,
        "sensitive": 1,
        "problems_brought": 0,
        "problems_cured": 0,
        "pages": 6,
    }
    [entry] = found["entries"]
    assert entry["path"] == PERSON
    assert entry["url"] == "https://preview.example/12/people/ada/"
    assert entry["sensitive"] == [
        "dates of custody of a living person",
        "legal status of a living person",
    ]
    status = next(fact for fact in entry["facts"] if fact["field"] == "detentions.legal_status")
    assert (status["before"], status["after"]) == ("charged", "convicted")
    assert status["sources"] == {"gained": [], "lost": [{"id": "letter", "title": "A Letter"}]}
    assert set(entry) == {
        *("id", "kind", "title", "change", "path", "url", "living", "former_path", "former_url"),
        *("redirected", "notes", "sensitive", "facts", "links", "citations", "prose"),
    }
    page = next(page for page in found["pages"] if page["url"].endswith("/people/ada/"))
    assert set(page) == {"url", "title", "kind", "change", "former_url", "parts"}


def test_two_revisions_are_compared(site: Path) -> None:
    """What lies in the work tree does not count then."""
    convict(site)
    second = commit(site)
    edit(site, PERSON, "A mathematician.", "An analyst.")
    found = report(site, "HEAD~1", "HEAD")
    assert found["head"] == {"revision": "HEAD", "commit": second}
    labels = {fact["label"] for fact in found["entries"][0]["facts"]}
    assert labels == {"From", "Legal status"}
    backwards = report(site, "HEAD", "HEAD~1")
    status = next(f for f in backwards["entries"][0]["facts"] if f["label"] == "Legal status")
    assert (status["before"], status["after"]) == ("convicted", "charged")


def test_the_text_fits_a_terminal(site: Path) -> None:
    """Sensitive changes first, no line longer than 80 columns, and no colours in a file."""
    convict(site)
    edit(site, "docs/glossary/note-g.md", "The last note", "The very last note")
    edit(site, PERSON, "Nobody read it for years.", "Few people read it for years.")
    done = run("diff", "main", cwd=site)
    assert "    [-Nobody-] {+Few people+} read it for years." in done.lines
    assert max(map(len, done.lines)) <= 80
    assert "\x1b" not in done.out
    assert "    From: about 2021 → 14 August 2021 [sensitive]" in done.lines
    assert "    Legal status: charged → convicted [sensitive]" in done.lines
    assert "      sources lost: A Letter" in done.lines
    places = [done.out.index(words) for words in ("A second person", "Other changes", "Note G (")]
    assert places == sorted(places)


def test_the_gate_stops_sensitive_changes_only(site: Path) -> None:
    """With a line that says why, whatever the format; without the gate nothing is stopped."""
    edit(site, "docs/glossary/note-g.md", "The last note", "The very last note")
    assert run("diff", "main", "--gate", cwd=site).status == 0
    convict(site)
    done = run("diff", "main", "--gate", "--format", "json", cwd=site)
    assert done.status == 1
    assert "a second person should look at 1 entry: dates of custody" in done.err
    assert json.loads(done.out)["summary"]["sensitive"] == 1


def test_a_broken_entry_does_not_stop_the_report(site: Path) -> None:
    """It is told as a problem that the change brings, and the gate is shut: nobody knows more."""
    edit(site, PERSON, "title:", "titel:")
    done = run("diff", "main", "--gate", cwd=site)
    assert done.status == 1
    assert "cannot be read as an entry" in " ".join(done.out.split())
    assert "[unknown-field]" in done.out
    commit(site)
    edit(site, PERSON, "titel:", "title:")
    found = report(site, "HEAD")
    assert "unknown-field" in {problem["code"] for problem in found["problems"]["cured"]}


def test_a_rename_with_and_without_a_redirect(site: Path) -> None:
    """One entry, by its old and its new path; the missing redirect is told."""
    (site / "docs/glossary/engine.md").rename(site / "docs/glossary/engines.md")
    assert "The old address leads nowhere now" in " ".join(
        run("diff", "main", cwd=site).out.split()
    )
    [entry] = report(site, "main")["entries"]
    assert (entry["change"], entry["former_path"]) == ("renamed", "docs/glossary/engine.md")
    assert entry["redirected"] is False
    line = "redirect_from: [glossary/engine/]\nsummary:"
    edit(site, "docs/glossary/engines.md", "summary:", line)
    assert report(site, "main")["entries"][0]["redirected"] is True


def test_one_removal_breaks_many_links_and_is_told_once(site: Path) -> None:
    """Problems that say the same stand together, with their places."""
    for number in range(5):
        text = f"---\ntitle: T{number}\nsummary: S.\n---\nSee [[engine]].\n"
        write(site, f"docs/glossary/t{number}.md", text)
    commit(site)
    (site / "docs/glossary/engine.md").unlink()
    out = told(site)
    assert out.count("leads to no entry") == 1
    assert "and 2 more" in out


def test_pages_are_named_by_their_addresses(site: Path) -> None:
    """From the root of the site; whole where the address of the site, or a preview, is known."""
    edit(site, "docs/glossary/note-g.md", "The last note", "The very last note")
    assert "(https://p.example/7/glossary/note-g/)" in told(
        site, "--site-url", "https://p.example/7"
    )
    edit(site, "mkdocs.yml", "site_name", "site_url: https://example.org/x/\nsite_name")
    assert "(https://example.org/x/glossary/note-g/)" in told(site)


@pytest.mark.parametrize("url", ["example.org", "javascript:x", "https://x/)[a](b", "https://a b"])
def test_an_address_that_is_none_is_refused(site: Path, url: str) -> None:
    """It would stand in links."""
    done = run("diff", "main", "--site-url", url, cwd=site)
    assert done.status == 2
    assert "is no address" in done.err


@pytest.mark.parametrize("revisions", [("nothing",), ("HEAD", "nothing"), ("--all",), ("HEAD~9",)])
def test_a_revision_that_does_not_exist(site: Path, revisions: tuple[str, ...]) -> None:
    """Wrong usage, with the same words as `check --base`."""
    done = run("diff", "--", *revisions, cwd=site)
    assert (done.status, done.out) == (2, "")
    assert "there is no revision" in done.err


def test_a_shallow_clone_says_how_to_get_the_rest(site: Path, tmp_path: Path) -> None:
    """What a workflow checks out is often the last commit alone."""
    first = git(site, "rev-parse", "HEAD")
    convict(site)
    commit(site)
    git(site, "clone", "--quiet", "--depth", "1", site.as_uri(), str(tmp_path / "clone"))
    done = run("diff", first, cwd=tmp_path / "clone")
    assert done.status == 2
    assert "git fetch --unshallow" in done.err


def test_a_base_without_content(tmp_path: Path) -> None:
    """A site that is new altogether is all additions."""
    folder = write_site(SITE, tmp_path / "site").parent
    write(folder, PERSON, ADA)
    (folder / "docs").rename(tmp_path / "docs")
    repository(folder)
    (tmp_path / "docs").rename(folder / "docs")
    found = report(folder, "main")
    assert {entry["change"] for entry in found["entries"]} == {"added"}
    assert found["summary"]["entries"] == 5


def test_the_same_comparison_gives_the_same_words(site: Path) -> None:
    """So a comment is edited only when something changed."""
    convict(site)
    (site / "docs/glossary/engine.md").unlink()

    def forms() -> list[Ran]:
        return [run("diff", "main", "--format", form, cwd=site) for form in ("text", "markdown")]

    assert forms() == forms()
