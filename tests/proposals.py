"""A site with a proposal to change it, and a preview of that."""

from pathlib import Path

from tests.archive import write_site
from tests.repositories import commit, git, repository
from tests.sites import run, write

DAY = "1790000000"
"""When the preview is built, in seconds: 21 September 2026."""

PUBLISHED = """
    -- mkdocs.yml --
    site_name: Small site
    site_url: https://published.example.org/
    plugins: [search, explainer]
    -- docs/people/ada-lovelace.md --
    ---
    title: Ada Lovelace
    summary: A mathematician who wrote the first program.
    born: 1815-12-10
    sources: [menabrea-1843]
    ---
    She wrote [[note-g]] in London.[@menabrea-1843]

    She was seen at the [[opening]].[@menabrea-1843]
    -- docs/people/charles-babbage.md --
    ---
    title: Charles Babbage
    summary: An engineer whose engine was never finished.
    ---
    He designed an engine and could not finish it.[@menabrea-1843]
    -- docs/people/luigi-menabrea.md --
    ---
    title: Luigi Menabrea
    summary: An officer who wrote about the engine.
    draft: true
    ---
    He wrote a sketch.[@menabrea-1843]
    -- docs/glossary/note-g.md --
    ---
    title: Note G
    summary: The last note to a translation, with a program in it.
    ---
    A note by [[ada-lovelace]].[@menabrea-1843, note G]
    -- docs/glossary/opening.md --
    ---
    title: opening
    summary: An evening on which an engine was shown.
    ---
    It was shown to many.[@menabrea-1843]
    -- docs/about.md --
    # About

    A page of its own.
    -- docs/robots.txt --
    User-agent: *
    Allow: /
    -- docs/sources/menabrea-1843.md --
    ---
    title: Sketch of the Analytical Engine
    publisher: Taylor
    date: 1843
    ---
"""


def proposed(folder: Path) -> Path:
    """Make a repository whose last commit changes what the branch main has published.

    A paragraph and a date are edited, a person is moved, another new, a term gone; the draft stays.
    """
    site = repository(write_site(PUBLISHED, folder).parent)
    git(site, "switch", "--quiet", "--create", "proposal")
    ada = site / "docs/people/ada-lovelace.md"
    text = ada.read_text().replace("1815-12-10", "1815-12-11").replace("wrote", "published", 2)
    ada.write_text(text.replace("\nShe was seen at the [[opening]].[@menabrea-1843]\n", ""))
    old, new = site / "docs/people/charles-babbage.md", site / "docs/people/babbage.md"
    new.write_text(
        old.read_text().replace("summary", "redirect_from: [people/charles-babbage/]\nsummary")
    )
    old.unlink()
    (site / "docs/glossary/opening.md").unlink()
    fields = "title: Mary Somerville\nsummary: A writer on science."
    person = f"---\n{fields}\n---\nShe taught [[ada-lovelace]].\n"
    write(site, "docs/people/mary-somerville.md", person)
    (site / ".gitignore").write_text("/site*/\n/.cache/\n")
    commit(site)
    return site


def preview_of(site: Path, *options: str, base: str = "main") -> Path:
    """Build a preview, and return the folder of its pages."""
    done = run("build", "--preview", base, *options, cwd=site)
    assert done.status == 0, done.err
    return site / "site"
