"""What the search of a built site finds, and whose search it is."""

from pathlib import Path

import pytest

from explainer.views.search_words import keys_of
from tests.archive import write_site
from tests.search import index_in
from tests.sites import contents, mkdocs, pages_in, run, write

SITE = """
    -- mkdocs.yml --
    site_name: Small
    plugins: [search, explainer]
    -- docs/people/uladzimir.md --
    ---
    title: Uladzimir Example
    summary: A teacher who wrote letters.
    aliases: [The Teacher]
    names: {ru: Владимир Пример}
    occupation: {value: clockmaker, sources: [paper]}
    born: 1961-05-02
    tags: [letters]
    reviewed: 2026-02-03
    detentions:
      - {held_by: RU, from: 2021-08, legal_status: charged, sources: [paper]}
    ---
    He was seen in [[minsk]].[@paper]

    ## The long journey

    Then he travelled. He travelled far.
    -- docs/events/talks.md --
    ---
    title: Talks
    summary: Talks about letters.
    date: 2024-08-01
    category: talks
    place: minsk
    ---
    -- docs/places/minsk.md --
    ---
    title: Minsk
    country: BY
    ---
    -- docs/sources/paper.md --
    ---
    title: Uladzimir
    publisher: The Paper
    date: 2024-07
    ---
    -- docs/about.md --
    ---
    title: Q & A
    ---
    Words about `code`.
"""
PERSON = "people/uladzimir/"
HOOK = """
from mkdocs.structure.files import File

def on_files(files, config):
    text = "# Of another\\n\\nForeign words.\\n\\n## With a part\\n\\nMore."
    files.append(File.generated(config, "foreign.md", content=text))
"""


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Return the folder of a site."""
    write_site(SITE, tmp_path)
    return tmp_path


def build(site: Path) -> Path:
    """Build a site, and return the folder it is in."""
    done = run("build", cwd=site)
    assert done.status == 0, done.err
    return site / "site"


def pages_with(site: Path, layer: str, word: str) -> dict[str, int]:
    """Return the pages that have a word, with its level."""
    (key,) = set(keys_of(word))
    return dict(getattr(index_in(site), layer).get(key, {}))


def test_a_row_shows_kind_date_and_status(site: Path) -> None:
    """With the date of a status and the last check, as a preview does."""
    index = index_in(build(site))
    _, title, kind, line, summary, headings = index.row(PERSON)
    assert (title, kind, summary) == ("Uladzimir Example", "Person", "A teacher who wrote letters.")
    assert "Held by Russia: charged" in line
    assert "Last checked: 3 February 2026" in line
    assert headings == [["the-long-journey", "The long journey"]]
    assert index.row("events/talks/")[2:4] == ["Event", "1 August 2024, Minsk"]
    assert index.row("about/")[1:4] == ["Q & A", "Page", ""]


@pytest.mark.parametrize("word", ["Uladzimir", "teacher", "Владимир", "Vladimir", "Primer"])
def test_names_in_any_script_are_names(site: Path, word: str) -> None:
    """Titles, aliases and names in their own scripts, by either script."""
    assert pages_with(build(site), "names", word)[PERSON] >= 2


@pytest.mark.parametrize(
    ("word", "page"),
    [
        ("2024-08-01", "events/talks/"),
        ("August", "events/talks/"),
        ("1961-05-02", PERSON),
        ("charged", PERSON),
        ("letters", PERSON),
        ("2024-07", "sources/paper/"),
    ],
)
def test_dates_and_status_are_found(site: Path, word: str, page: str) -> None:
    """In words and as ISO writes them; tags are found as well."""
    assert page in pages_with(build(site), "names", word)


def test_prose_counts_less_than_headings_and_those_less_than_the_summary(site: Path) -> None:
    """Once, more than once, in a heading, in the summary; facts count as prose."""
    built = build(site)
    words = ("clockmaker", "travelled", "journey", "wrote")
    assert [pages_with(built, "prose", word)[PERSON] for word in words] == [0, 1, 2, 3]


def test_a_person_comes_before_a_source_of_the_same_name(site: Path) -> None:
    """Who looks for a name looks for the person, not for what was written."""
    found = pages_with(build(site), "names", "uladzimir")
    assert found[PERSON] > found["sources/paper/"]
    urls = [row[0] for row in index_in(site / "site").rows]
    assert urls.index(PERSON) < urls.index("sources/paper/")


def test_a_page_can_stay_out(site: Path) -> None:
    """As Material has it: `search: {exclude: true}`."""
    write(site, "docs/hidden.md", "---\nsearch: {exclude: true}\n---\n# Secret words\n")
    index = index_in(build(site))
    assert "hidden/" not in [row[0] for row in index.rows]
    assert "secret" not in index.prose


def test_pages_of_other_plugins_are_found(site: Path) -> None:
    """What the plugin of the theme knows of them is in the index, their headings as well."""
    write(site, "hook.py", HOOK)
    write(site, "mkdocs.yml", (site / "mkdocs.yml").read_text() + "hooks: [hook.py]\n")
    built = build(site)
    assert index_in(built).row("foreign/")[1] == "Of another"
    assert index_in(built).row("foreign/")[5] == [["with-a-part", "With a part"]]
    assert "foreign/" in pages_with(built, "names", "another")


def test_the_theme_has_no_index_and_no_search_of_its_own(site: Path) -> None:
    """Its script finds none of its components, and so loads nothing."""
    built = build(site)
    assert not (built / "search/search_index.json").exists()
    for page in pages_in(built).values():
        assert 'data-md-component="search' not in page
        assert page.count("/search.js") == page.count('class="md-search x-search')


@pytest.mark.parametrize("builder", ["ours", "mkdocs"])
def test_a_site_that_changes_the_search_of_the_theme_keeps_it(site: Path, builder: str) -> None:
    """Then the index is that of the theme, with all pages in it."""
    own = '<div data-md-component="search"><form name="search"></form></div>\n'
    write(site, "templates/theme/partials/search.html", own)
    done = run("build", cwd=site) if builder == "ours" else mkdocs("build", cwd=site)
    assert done.status == 0, done.err
    assert "Uladzimir Example" in (site / "site/search/search_index.json").read_text("utf-8")
    assert not (site / "site/search/index.js").exists()
    assert "javascripts/search.js" not in (site / "site/index.html").read_text("utf-8")


@pytest.mark.parametrize("settings", ["theme: readthedocs\n", "theme: mkdocs\n"])
def test_another_theme_keeps_its_search(site: Path, settings: str) -> None:
    """Or, under the default of MkDocs, gets that of Material's dress."""
    write(site, "mkdocs.yml", (site / "mkdocs.yml").read_text() + settings)
    built = build(site)
    has_ours = (built / "search/index.js").exists()
    assert has_ours != (built / "search/search_index.json").exists()
    assert has_ours == ("readthedocs" not in settings)


def test_a_site_without_a_search_has_none(site: Path) -> None:
    """Switched off, it leaves neither an index nor a script on the pages."""
    text = (site / "mkdocs.yml").read_text().replace("[search,", "[search: {enabled: false},")
    write(site, "mkdocs.yml", "theme: material\n" + text.replace("search:", "material/search:"))
    built = build(site)
    assert not (built / "search").exists()
    assert "search.js" not in (built / "index.html").read_text("utf-8")


def test_a_staged_site_leaves_the_search_to_its_builder(site: Path) -> None:
    """Neither our script nor our template is in the folder."""
    assert run("stage", "-d", "staged", cwd=site).status == 0
    names = [name for name in contents(site / "staged") if "search" in name]
    assert names == []
    assert "search.js" not in (site / "staged/mkdocs.yml").read_text("utf-8")
